// Draws the results of «Tôi được cử học lớp nào?»: what there is now first, what is over apart, what cannot be told
// folded away.

import { button, element, stateTag, tag } from "../common/element.js";

/**
 * @import { Data, Entry, Lists, ListName } from "./verdict.js"
 *
 * Where entries are drawn: with which data, how the way leads to the site's root, whether any question is answered.
 * @typedef {{data: Data, root: string, answered: boolean}} Where
 */

const FIRST = 20;
const NEXT = 100;

const TITLES = {
  right: "Đúng đối tượng theo nguồn",
  perhaps: "Có thể phù hợp, cần hỏi cơ quan",
  unknown: "Chưa đủ thông tin",
  excluded: "Không thuộc đối tượng",
};
const NONE = {
  right: "Chưa có chương trình nào mà mọi điều nguồn ghi về đối tượng đều khớp với câu trả lời.",
  perhaps: "Không có chương trình nào.",
};
const ALL_OVER = "Các chương trình dưới đây đều đã kết thúc hoặc thuộc kế hoạch năm cũ: dùng để biết nhóm mình từng có "
  + "lớp nào và để hỏi cơ quan về kế hoạch mới.";

/**
 * What is read out: how many there are of each.
 * @param {Lists} lists
 * @param {boolean} answered
 */
export function summaryOf({ right, perhaps, unknown }, answered) {
  if (!answered) return "Chưa trả lời câu nào.";
  const others = `${perhaps.length} có thể phù hợp, ${unknown.length} chưa đủ thông tin.`;
  return `${right.length} chương trình đúng đối tượng theo nguồn, ${others}`;
}

/**
 * Puts the lists into a place of the page; what the reader had unfolded stays so.
 * @param {HTMLElement} place
 * @param {Lists} lists
 * @param {Where} where
 */
export function drawResults(place, lists, where) {
  const unfolded = new Set(foldsIn(place).filter(({ open }) => open).map(({ dataset }) => dataset.fold));
  const shown = where.answered
    ? [...hint(lists), shownList("right", lists.right, where), shownList("perhaps", lists.perhaps, where)]
    : [element("p", {}, "Trả lời ít nhất một câu để xem chương trình phù hợp.")];
  place.replaceChildren(...shown, ...foldedList("unknown", lists, where), ...foldedList("excluded", lists, where));
  for (const fold of foldsIn(place)) if (unfolded.has(fold.dataset.fold)) fold.open = true;
}

/** @param {HTMLElement} place */
const foldsIn = (place) => [...place.querySelectorAll("details")];

/**
 * Says that the data did not come, with a button that asks for it again, and where to look meanwhile.
 * @param {HTMLElement} place
 * @param {string} root
 * @param {() => void} again
 */
export function drawFailure(place, root, again) {
  const elsewhere = linked(`${root}doi-tuong/`, "theo từng đối tượng");
  const words = "Không tải được dữ liệu để đối chiếu. Trong lúc ấy có thể xem chương trình ";
  const parts = [element("p", {}, words, elsewhere, "."), button("button", again, "Thử lại")];
  place.replaceChildren(element("div", { class: "notice notice--warning", role: "alert" }, ...parts));
}

// Nothing that is still to come is worth saying: a plan of a past year must not read as an offer.
/** @param {Lists} lists */
function hint({ right, perhaps }) {
  const all = [...right, ...perhaps];
  if (all.length === 0 || all.some(({ over }) => !over)) return [];
  return [element("p", { class: "notice" }, ALL_OVER)];
}

/** @type {(name: "right" | "perhaps", entries: Entry[], where: Where) => HTMLElement} */
function shownList(name, entries, where) {
  const heading = element("h3", { id: `_${name}` }, `${TITLES[name]} (${entries.length})`);
  const content = entries.length > 0 ? parted(name, entries, where) : [element("p", { class: "unknown" }, NONE[name])];
  return element("section", { class: "found__list", "aria-labelledby": heading.id }, heading, ...content);
}

/** @type {(name: ListName, lists: Lists, where: Where) => HTMLElement[]} */
function foldedList(name, { [name]: entries }, where) {
  if (entries.length === 0) return [];
  return [folded(name, `${TITLES[name]} (${entries.length})`, parted(name, entries, where), false)];
}

// What is now or to come, then what is over: folded, unless there is nothing else.
/** @type {(name: string, entries: Entry[], where: Where) => HTMLElement[]} */
function parted(name, entries, where) {
  const now = entries.filter(({ over }) => !over);
  const past = entries.filter(({ over }) => over);
  const lists = now.length > 0 ? listed(now, where) : [];
  if (past.length === 0) return lists;
  const title = `Đã kết thúc hoặc thuộc kế hoạch năm cũ (${past.length})`;
  return [...lists, folded(`${name}-past`, title, listed(past, where), now.length === 0)];
}

/** @type {(name: string, title: string, content: HTMLElement[], open: boolean) => HTMLElement} */
function folded(name, title, content, open) {
  return element("details", { class: "fold", "data-fold": name, open }, element("summary", {}, title), ...content);
}

// The first entries, and a button for more: a phone does not draw thousands.
/** @type {(entries: Entry[], where: Where) => HTMLElement[]} */
function listed(entries, where) {
  const items = (/** @type {number} */ from, /** @type {number} */ to) => {
    return entries.slice(from, to).map((entry) => item(entry, where));
  };
  const list = element("ul", { class: "records" }, ...items(0, FIRST));
  if (entries.length <= FIRST) return [list];
  const more = button("button", () => {
    const shown = list.children.length;
    list.append(...items(shown, shown + NEXT));
    if (list.children.length === entries.length) more.remove();
    else label();
    list.children[shown].querySelector("a")?.focus();
  });
  const label = () => (more.textContent = `Xem thêm (còn ${entries.length - list.children.length})`);
  label();
  return [list, more];
}

/** @type {(entry: Entry, where: Where) => HTMLElement} */
function item(entry, { data, root }) {
  const { program, over, coming, reason } = entry;
  const address = `${root}${data.folders.program}/${program.id}/`;
  const sort = program.verification === "draft" ? "draft" : over && "past";
  const why = element("p", { class: "found__reason" }, element("bdi", {}, reason));
  const parts = [linked(address, program.title), tags(entry, data), why];
  if (coming.length > 0) parts.push(classes(coming, address));
  parts.push(meta(entry, data, root));
  return element("li", { class: sort, "data-program": program.id }, ...parts);
}

/** @type {(entry: Entry, data: Data) => HTMLElement} */
function tags({ program: { verification }, state, required }, data) {
  const all = element("p", { class: "tags" });
  if (state.words) all.append(stateTag(state));
  if (required) all.append(tag("Bắt buộc", "required"));
  all.append(tag(data.verification[verification], verification));
  return all;
}

/** @type {(coming: Entry["coming"], address: string) => HTMLElement} */
function classes(coming, address) {
  const items = coming.map(({ id, title, standing }) => {
    return element("li", {}, linked(`${address}#${id}`, title), " ", stateTag(standing));
  });
  return element("ul", { class: "found__classes" }, ...items);
}

/** @type {(entry: Entry, data: Data, root: string) => HTMLElement} */
function meta({ program, group, ended, coming, required }, data, root) {
  /** @type {(label: string, kind: string, id: string, title: string) => HTMLElement} */
  const part = (label, kind, id, title) => {
    return element("span", {}, label, element("b", {}, linked(`${root}${data.folders[kind]}/${id}/`, title)));
  };
  const parts = [part("Đối tượng ", "group", group, data.groups[group].title)];
  for (const [kind, id] of Object.entries(program.source ?? {})) {
    parts.push(part("Nguồn ", kind, id, data.sources[kind][id]));
  }
  if (required) {
    parts.push(part("Căn cứ ", "document", required.document, `${required.article}, ${required.title}`));
  }
  if (ended > 0 && coming.length > 0) parts.push(element("span", {}, `${ended} lớp đã qua`));
  return element("p", { class: "meta" }, ...parts);
}

/** @param {string} address @param {string} words */
function linked(address, words) {
  return element("a", { href: address }, element("bdi", {}, words));
}
