// Draws a list as the rows of a table: each item with what decides about it, the items whose days it meets, and what
// can be done with it.

import { button, element, stateTag, tag } from "../common/element.js";
import { dayInWords } from "../common/words.js";
import { nameOf } from "./items.js";
import { starButton } from "./star.js";

/**
 * @import { Child } from "../common/element.js"
 * @import { Clash, Days } from "./clashes.js"
 * @import { Item } from "./items.js"
 *
 * What is known besides the items: where the programmes' pages stand, the clashes of each entry, whether the list came
 * with a link, and which entries are to be compared.
 * @typedef {{folder: string, clashes: Map<string, Clash[]>, isSent: boolean, chosen: Set<string>}} About
 *
 * What can be done with an entry.
 * @typedef {{takeOff: (entry: string) => void, choose: (entry: string, isWanted: boolean) => void}} Ways
 */

const FEW_TEXTS = 3;
const FEW_CLASHES = 3;
const STATE = "Tình trạng";

/**
 * Draws the items. The headings of the table say which of their facts.
 * @param {HTMLTableElement} table
 * @param {Item[]} items
 * @param {About} about
 * @param {Ways} ways
 */
export function drawItems(table, items, about, ways) {
  const labels = [...table.querySelectorAll("th[data-fact]")].map((heading) => heading.textContent ?? "");
  const named = new Map(items.map((item) => [item.dated?.entry ?? item.entry, item]));
  const rows = items.flatMap((item) => {
    return [rowOf(item, labels, about, ways), ...remarkOf(item, labels.length + 2, named, about)];
  });
  table.tBodies[0].replaceChildren(...rows);
}

/** @type {(item: Item, labels: string[], about: About, ways: Ways) => HTMLElement} */
function rowOf(item, labels, about, ways) {
  const cells = labels.map((label) => element("td", { "data-label": label }, ...cellOf(item, label)));
  return element(
    "tr", { class: item.standing.over && "past", "data-entry": item.entry },
    headingOf(item, about), ...cells, choicesOf(item, about, ways),
  );
}

/** @param {Item} item @param {About} about */
function headingOf({ address, title, className, verification }, { folder }) {
  const name = element("a", { href: folder + address }, element("bdi", {}, title));
  const classes = className ? [classLine(element("bdi", {}, className))] : [];
  return element("th", { scope: "row" }, name, ...classes, classLine(tag(verification.text, verification.sort)));
}

/** @param {HTMLElement} words */
const classLine = (words) => element("span", { class: "my-list__class" }, words);

/** @param {Item} item @param {string} label */
function cellOf({ facts, standing }, label) {
  const texts = facts.get(label) ?? [];
  return label === STATE && texts.length > 0 ? [stateTag(standing)] : textsOf(texts, FEW_TEXTS);
}

/**
 * The texts of a fact, each on a line of its own, the first of them where there are many.
 * @param {string[]} texts
 * @param {number} [most]
 */
export function textsOf(texts, most = texts.length) {
  if (texts.length === 0) return [element("span", { class: "unknown" }, "Chưa có thông tin")];
  const shown = texts.slice(0, most).map((text) => textLine(element("bdi", {}, text)));
  return texts.length > most ? [...shown, textLine(`và ${texts.length - most} mục khác`)] : shown;
}

/** @param {Child} words */
const textLine = (words) => element("span", { class: "my-list__text" }, words);

/** @type {(item: Item, about: About, ways: Ways) => HTMLElement} */
function choicesOf(item, { isSent, chosen }, { takeOff, choose }) {
  const name = nameOf(item);
  const box = element("input", { type: "checkbox", checked: chosen.has(item.entry), "data-choice": item.entry });
  box.addEventListener("change", () => choose(item.entry, box.checked));
  const label = element("label", { class: "my-list__choice" }, box, "So sánh", unseen(` ${name}`));
  const way = isSent
    ? starButton(item.entry, { name })
    : button("button", () => takeOff(item.entry), "Bỏ", unseen(` khỏi danh sách: ${name}`));
  return element("td", { class: "my-list__choices" }, label, way);
}

/** @param {string} words */
const unseen = (words) => element("span", { class: "unseen" }, words);

/** @type {(item: Item, columns: number, named: Map<string, Item>, about: About) => HTMLElement[]} */
function remarkOf({ dated }, columns, named, { clashes, folder }) {
  const found = dated && clashes.get(dated.entry);
  if (!found) return [];
  const linked = (/** @type {Clash} */ clash) => linkTo(named.get(clash.other), folder);
  const sentences = [
    ...certain(found.filter(({ isCertain }) => isCertain), linked),
    ...possible(found.filter(({ isCertain }) => !isCertain), linked),
  ];
  const cell = element("td", { colspan: String(columns) }, ...sentences.map((words) => element("p", {}, ...words)));
  return [element("tr", { class: "remark my-list__clashes" }, cell)];
}

/** @param {Item | undefined} item @param {string} folder */
function linkTo(item, folder) {
  return item ? element("a", { href: folder + item.address }, element("bdi", {}, nameOf(item))) : "";
}

/** @type {(clashes: Clash[], linked: (clash: Clash) => Child) => Child[][]} */
function certain(clashes, linked) {
  const sentences = clashes.slice(0, FEW_CLASHES).map((clash) => {
    return [element("b", {}, "Trùng ngày"), " với ", linked(clash), `: ${spanInWords(clash)}.`];
  });
  if (clashes.length <= FEW_CLASHES) return sentences;
  return [...sentences, [element("b", {}, "Trùng ngày"), ` với ${clashes.length - FEW_CLASHES} mục khác.`]];
}

/** @type {(clashes: Clash[], linked: (clash: Clash) => Child) => Child[][]} */
function possible(clashes, linked) {
  if (clashes.length === 0) return [];
  const names = clashes.slice(0, FEW_CLASHES).flatMap((clash, at) => [at > 0 ? "; " : "", linked(clash)]);
  const rest = clashes.length > FEW_CLASHES ? ` và ${clashes.length - FEW_CLASHES} mục khác` : "";
  const why = `${rest}: nguồn chỉ ghi tháng, chưa ghi ngày.`;
  return [[element("b", {}, "Có thể trùng ngày"), " với ", ...names, why]];
}

// The year is told once where both days have the same.
/** @param {Days} days */
function spanInWords({ from, to }) {
  if (from === to) return dayInWords(from);
  return `${dayInWords(from.slice(0, 4) === to.slice(0, 4) ? from.slice(5) : from)} đến ${dayInWords(to)}`;
}
