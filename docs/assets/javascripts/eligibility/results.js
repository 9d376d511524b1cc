// Draws the results of «Tôi được cử học lớp nào?»: what there is now first, what is over apart, what cannot be told and
// who is not meant folded away.

import { button, element, elementIn } from "../common/element.js";
import { counted, quoted } from "../common/words.js";
import { growing } from "./growing.js";
import { groupItem, linked, programItem } from "./item.js";

/**
 * @import { Data } from "./data.js"
 * @import { Unnamed } from "./naming.js"
 * @import { Deciding } from "./questions.js"
 * @import { Entry, Judged, ListName, Lists } from "./verdict.js"
 *
 * How many programmes are in each list, whether they are there yet or not.
 * @typedef {{[name in ListName]: number}} Counts
 *
 * What is shown: `lists` of those programmes that are there and pass, `counts` of all; `others` the groups that do not
 * fit, `unnamed` the typed words that led to nothing, `deciding` the question that decides most. `lengths` tells how
 * long lists were that somebody comes back to, `missing` which lists still wait for their programmes; `isNarrowed` that
 * not all of them are shown.
 * @typedef {{
 *   data: Data, root: string, lists: Lists, counts: Counts, others: {judged: Judged, count: number}[],
 *   unnamed: Unnamed[], isAnswered: boolean, deciding: Deciding | undefined, lengths: {[list: string]: number},
 *   missing: Set<ListName>, isNarrowed: boolean, titleOf: (question: string) => string,
 * }} Shown
 *
 * What the reader may do with it: answer a question, or unfold a list whose programmes are still to come.
 * @typedef {{answer: (question: string) => void, unfold: (list: ListName) => void}} Ways
 */

const TITLES = {
  right: "Đúng đối tượng theo nguồn",
  perhaps: "Có thể phù hợp, cần hỏi cơ quan",
  unknown: "Chưa đủ thông tin",
  excluded: "Không thuộc đối tượng",
};
const NONE_PASSES = "Không có chương trình nào qua được bộ lọc đang chọn.";
const ALL_OVER = "Các chương trình trên đây đều đã kết thúc hoặc thuộc kế hoạch năm cũ: dùng để biết nhóm mình từng có "
  + "lớp nào và để hỏi cơ quan về kế hoạch mới.";
const TO_TELL = "để biết có dành cho bạn không";
const WAITING = "Đang tải…";
const LONGEST_TOLD = 40;

/**
 * What is read out: how many there are of each.
 * @param {Counts} counts
 * @param {boolean} isAnswered
 */
export function summaryOf({ right, perhaps, unknown }, isAnswered) {
  if (!isAnswered) return "Chưa trả lời câu nào.";
  const isNothing = right + perhaps === 0;
  const rest = unknown > 0 ? `; còn ${counted(unknown)} chương trình chưa đủ thông tin` : "";
  if (isNothing) return `Chưa có chương trình nào đúng hoặc có thể phù hợp${rest}.`;
  const others = `${counted(perhaps)} có thể phù hợp, ${counted(unknown)} chưa đủ thông tin.`;
  return `${counted(right)} chương trình đúng đối tượng, ${others}`;
}

/**
 * Puts the results into a place of the page; what the reader had unfolded stays so, and the fold that had the focus
 * has it again.
 * @param {HTMLElement} place
 * @param {Shown} shown
 * @param {Ways} ways
 */
export function drawResults(place, shown, ways) {
  const before = foldsIn(place);
  const folds = new Map(before.map(({ dataset, open }) => [dataset.fold, open]));
  const focused = before.find((fold) => summaryIn(fold) === document.activeElement)?.dataset.fold;
  const { counts, isAnswered, data } = shown;
  const isNothing = isAnswered && counts.right + counts.perhaps === 0;
  const sections = isAnswered
    ? [...shownList("right", shown), ...shownList("perhaps", shown), ...hint(shown)]
    : [element("p", {}, introduction(data))];
  place.replaceChildren(
    ...withoutName(place, shown, ways),
    ...sections,
    ...next(shown, ways),
    ...foldedList("unknown", shown, ways, isNothing),
    ...foldedList("excluded", shown, ways, false),
    ...othersList(shown),
  );
  const drawn = foldsIn(place);
  for (const fold of drawn) fold.open = folds.get(fold.dataset.fold) ?? fold.open;
  const again = focused && drawn.find(({ dataset }) => dataset.fold === focused);
  if (again) summaryIn(again).focus();
}

/** @param {HTMLElement} fold */
const summaryIn = (fold) => elementIn(fold, "summary");

/** @param {Data} data */
function introduction({ audiences }) {
  if (audiences.length > 0) return "Trả lời ít nhất một câu để xem chương trình phù hợp.";
  return "Danh mục chưa có chương trình nào ghi đối tượng nên chưa có gì để đối chiếu.";
}

/** @param {HTMLElement} place */
export const foldsIn = (place) => [...place.querySelectorAll("details[data-fold]")].filter(isFold);
/** @type {(each: Element) => each is HTMLDetailsElement} */
const isFold = (each) => each instanceof HTMLDetailsElement;

/**
 * Says that the data did not come, with a button that may help, and where to look meanwhile.
 * @param {HTMLElement} place
 * @param {string} sentence
 * @param {string} root
 * @param {HTMLElement} way
 */
export function drawFailure(place, sentence, root, way) {
  const elsewhere = linked(`${root}doi-tuong/`, "theo từng đối tượng");
  const words = ` Trong lúc ấy có thể xem chương trình `;
  const parts = [element("p", {}, sentence, words, elsewhere, "."), way];
  place.replaceChildren(element("div", { class: "notice notice--warning", role: "alert" }, ...parts));
}

// Where what is shown first has nothing of the post or job that was typed, that is said, and who has it.
/** @type {(place: HTMLElement, shown: Shown, ways: Ways) => HTMLElement[]} */
function withoutName(place, { unnamed, data, root, titleOf }, { answer }) {
  /** @type {(Node | string)[]} */
  const told = unnamed.filter(({ undecided }) => undecided > 0).flatMap((each) => {
    const way = button("link", () => openFold(place), TITLES.unknown.toLowerCase());
    return [`Có ${counted(each.undecided)} chương trình ghi ${wordsOf(each)}, nhưng `, way, ` ${TO_TELL}. `];
  });
  const nowhere = unnamed.filter(({ undecided }) => undecided === 0);
  const words = [...new Set(nowhere.map(wordsOf))].join(", ");
  if (words) told.push(`Không chương trình nào dưới đây ghi ${words}. `);
  // The first screen of a phone has room for one such group, not for several words as well.
  const [idle] = nowhere.length === 1 ? nowhere[0].idle : [];
  if (idle) told.push(linked(`${root}${data.folders.group}/${idle.id}/`, idle.group.title), " chưa có chương trình. ");
  // Typed for two questions, or read in two ways, words lead to one question all the same.
  for (const question of new Set(unnamed.flatMap(({ elsewhere }) => elsewhere))) {
    told.push("Có thể trả lời ở câu ", button("link", () => answer(question), quoted(titleOf(question))), ". ");
  }
  return told.length > 0 ? [element("p", { class: "found__unnamed" }, ...told)] : [];
}

/** @param {Unnamed} unnamed */
const wordsOf = ({ typed }) => quoted(typed.length > LONGEST_TOLD ? `${typed.slice(0, LONGEST_TOLD)}…` : typed);

/** @param {HTMLElement} place */
function openFold(place) {
  /** @type {HTMLDetailsElement} */
  const fold = elementIn(place, "[data-fold=unknown]");
  fold.open = true;
  summaryIn(fold).focus();
}

// Nothing that is still to come is worth saying: a plan of a past year must not read as an offer.
/** @param {Shown} shown */
function hint({ lists: { right, perhaps } }) {
  const all = [...right, ...perhaps];
  if (all.length === 0 || all.some(({ over }) => !over)) return [];
  return [element("p", { class: "notice" }, ALL_OVER)];
}

// The one answer that would decide most of what is undecided: how much at least, whatever it is, else how much at most.
// Where there is nothing else, how much is undecided stands right above.
/** @type {(shown: Shown, ways: Ways) => HTMLElement[]} */
function next({ counts: { right, perhaps, unknown }, deciding, titleOf, isAnswered }, { answer }) {
  if (!deciding || !isAnswered) return [];
  const { question, least, most } = deciding;
  const much = least > 0 ? `thì biết được ít nhất ${counted(least)}` : `thì có thể biết được tới ${counted(most)}`;
  const isAlone = right + perhaps === 0;
  const of = isAlone ? "chương trình" : `trong ${counted(unknown)} chương trình chưa rõ có dành cho bạn không`;
  const go = button("link", () => answer(question), `Trả lời thêm câu «${titleOf(question)}»`);
  return [element("p", { class: "found__next" }, go, ` ${much} ${of}.`)];
}

/** @type {(name: "right" | "perhaps", shown: Shown) => HTMLElement[]} */
function shownList(name, shown) {
  const count = shown.counts[name];
  if (count === 0) return [];
  const heading = element("h3", { id: `_${name}` }, headingOf(name, shown));
  return [element("section", { class: "found__list", "aria-labelledby": heading.id }, heading, ...parted(name, shown))];
}

// Where some are left out, how many pass of how many.
/** @type {(name: ListName, shown: Shown) => string} */
function headingOf(name, { lists, counts, isNarrowed, missing }) {
  const all = counted(counts[name]);
  if (!isNarrowed || missing.has(name)) return `${TITLES[name]} (${all})`;
  return `${TITLES[name]} (${counted(lists[name].length)} trong ${all})`;
}

/** @type {(name: ListName, shown: Shown, ways: Ways, open: boolean) => HTMLElement[]} */
function foldedList(name, shown, { unfold }, open) {
  if (shown.counts[name] === 0) return [];
  const fold = folded(name, headingOf(name, shown), parted(name, shown), open);
  fold.addEventListener("toggle", () => fold.open && shown.missing.has(name) && unfold(name));
  return [fold];
}

// What is now or to come, then what is over: folded, unless there is nothing else.
/** @type {(name: ListName, shown: Shown) => HTMLElement[]} */
function parted(name, shown) {
  if (shown.missing.has(name)) return [element("p", { class: "unknown" }, WAITING)];
  const entries = shown.lists[name];
  if (entries.length === 0) return [element("p", { class: "unknown" }, NONE_PASSES)];
  const now = entries.filter(({ over }) => !over);
  const past = entries.filter(({ over }) => over);
  const lists = now.length > 0 ? listed(name, now, shown) : [];
  if (past.length === 0) return lists;
  const title = `Đã kết thúc hoặc thuộc kế hoạch năm cũ (${counted(past.length)})`;
  return [...lists, folded(`${name}-past`, title, listed(`${name}-past`, past, shown), now.length === 0)];
}

/** @type {(name: string, title: string, content: HTMLElement[], open: boolean) => HTMLDetailsElement} */
function folded(name, title, content, open) {
  return element("details", { class: "fold", "data-fold": name, open }, element("summary", {}, title), ...content);
}

/** @type {(name: string, entries: Entry[], shown: Shown) => HTMLElement[]} */
const listed = (name, entries, shown) =>
  growing(name, entries, shown.lengths[name], (entry) => programItem(entry, shown));

// Groups that do not fit, with what would have to be answered otherwise.
/** @type {(shown: Shown) => HTMLElement[]} */
function othersList(shown) {
  const { others, isAnswered } = shown;
  if (others.length === 0 || !isAnswered) return [];
  const items = growing("others", others, shown.lengths.others, ({ judged, count }) => groupItem(judged, count, shown));
  return [folded("others", `Đối tượng khác, không khớp với câu trả lời (${counted(others.length)})`, items, false)];
}
