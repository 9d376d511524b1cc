// Draws a list as the rows of a table: each item with what decides about it, the items whose days it meets, and what can be done with it.

import { button, element, stateTag, tag } from "../common/element.js";
import { nameOf } from "./items.js";
import { dayInWords } from "../search/page/words.js";
import { starButton } from "./star.js";

const FEW_TEXTS = 3;
const FEW_CLASHES = 3;
const STATE = "Tình trạng";

/**
 * Draws the items. The headings of the table say which of their facts.
 * @param {HTMLTableElement} table
 * @param {import("./items.js").Item[]} items
 * @param {{folder: string, clashes: Map, isSent: boolean, chosen: Set<string>}} about `folder`: where the programmes' pages stand; `chosen`: entries to be compared
 * @param {{takeOff: function(string): void, choose: function(string, boolean): void}} ways
 */
export function drawItems(table, items, about, ways) {
  const labels = [...table.querySelectorAll("th[data-fact]")].map((heading) => heading.textContent);
  const named = new Map(items.map((item) => [item.dated?.entry ?? item.entry, item]));
  const rows = items.flatMap((item) => [rowOf(item, labels, about, ways), ...remarkOf(item, labels.length + 2, named, about)]);
  table.tBodies[0].replaceChildren(...rows);
}

function rowOf(item, labels, about, ways) {
  const cells = labels.map((label) => element("td", { "data-label": label }, ...cellOf(item, label)));
  return element("tr", { class: item.standing.over && "past", "data-entry": item.entry }, headingOf(item, about), ...cells, choicesOf(item, about, ways));
}

function headingOf({ address, title, className, verification }, { folder }) {
  const name = element("a", { href: folder + address }, element("bdi", {}, title));
  const classes = className ? [element("span", { class: "my-list__class" }, element("bdi", {}, className))] : [];
  return element("th", { scope: "row" }, name, ...classes, element("span", { class: "my-list__class" }, tag(verification.text, verification.sort)));
}

function cellOf({ facts, standing }, label) {
  const texts = facts.get(label) ?? [];
  return label === STATE && texts.length > 0 ? [stateTag(standing)] : textsOf(texts, FEW_TEXTS);
}

/** The texts of a fact, each on a line of its own, the first of them where there are many. */
export function textsOf(texts, most = texts.length) {
  if (texts.length === 0) return [element("span", { class: "unknown" }, "Chưa có thông tin")];
  const shown = texts.slice(0, most).map((text) => element("span", { class: "my-list__text" }, element("bdi", {}, text)));
  return texts.length > most ? [...shown, element("span", { class: "my-list__text" }, `và ${texts.length - most} mục khác`)] : shown;
}

function choicesOf(item, { isSent, chosen }, { takeOff, choose }) {
  const name = nameOf(item);
  const box = element("input", { type: "checkbox", checked: chosen.has(item.entry), "data-choice": item.entry });
  box.addEventListener("change", () => choose(item.entry, box.checked));
  const label = element("label", { class: "my-list__choice" }, box, "So sánh", element("span", { class: "unseen" }, ` ${name}`));
  const off = () => button("button", () => takeOff(item.entry), "Bỏ", element("span", { class: "unseen" }, ` khỏi danh sách: ${name}`));
  return element("td", { class: "my-list__choices" }, label, isSent ? starButton(item.entry, { name }) : off());
}

function remarkOf(item, columns, named, { clashes, folder }) {
  const found = clashes.get(item.dated?.entry);
  if (!found) return [];
  const linked = (clash) => element("a", { href: folder + named.get(clash.other).address }, element("bdi", {}, nameOf(named.get(clash.other))));
  const sentences = [certain(found.filter(({ isCertain }) => isCertain), linked), possible(found.filter(({ isCertain }) => !isCertain), linked)];
  return [element("tr", { class: "remark my-list__clashes" }, element("td", { colspan: String(columns) }, ...sentences.flat()))];
}

function certain(clashes, linked) {
  const sentences = clashes.slice(0, FEW_CLASHES).map((clash) => element("p", {}, element("b", {}, "Trùng ngày"), " với ", linked(clash), `: ${spanInWords(clash)}.`));
  return clashes.length > FEW_CLASHES ? [...sentences, element("p", {}, element("b", {}, "Trùng ngày"), ` với ${clashes.length - FEW_CLASHES} mục khác.`)] : sentences;
}

function possible(clashes, linked) {
  if (clashes.length === 0) return [];
  const names = clashes.slice(0, FEW_CLASHES).flatMap((clash, at) => [at > 0 ? "; " : "", linked(clash)]);
  const rest = clashes.length > FEW_CLASHES ? ` và ${clashes.length - FEW_CLASHES} mục khác` : "";
  return [element("p", {}, element("b", {}, "Có thể trùng ngày"), " với ", ...names, `${rest}: nguồn chỉ ghi tháng, chưa ghi ngày.`)];
}

// The year is told once where both days have the same.
function spanInWords({ from, to }) {
  if (from === to) return dayInWords(from);
  return `${dayInWords(from.slice(0, 4) === to.slice(0, 4) ? from.slice(5) : from)} đến ${dayInWords(to)}`;
}
