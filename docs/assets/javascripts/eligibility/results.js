// Draws the results of «Tôi được cử học lớp nào?»: what there is now first, what is over apart, what cannot be told folded away.

import { element, stateTag, tag } from "../common/element.js";

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

/** What is read out: how many there are of each. */
export function summaryOf({ right, perhaps, unknown }, answered) {
  if (!answered) return "Chưa trả lời câu nào.";
  return `${right.length} chương trình đúng đối tượng theo nguồn, ${perhaps.length} có thể phù hợp, ${unknown.length} chưa đủ thông tin.`;
}

/**
 * Puts the lists into a place of the page; what the reader had unfolded stays so.
 * @param {{data: object, root: string, answered: boolean}} where  `root` leads to the site's root
 */
export function drawResults(place, lists, where) {
  const unfolded = new Set([...place.querySelectorAll("details[open]")].map(({ dataset }) => dataset.fold));
  const parts = where.answered
    ? [...hint(lists), shownList("right", lists.right, where), shownList("perhaps", lists.perhaps, where)]
    : [element("p", {}, "Trả lời ít nhất một câu để xem chương trình phù hợp.")];
  for (const name of ["unknown", "excluded"]) if (lists[name].length > 0) parts.push(foldedList(name, lists[name], where));
  place.replaceChildren(...parts);
  for (const fold of place.querySelectorAll("details")) if (unfolded.has(fold.dataset.fold)) fold.open = true;
}

/** Says that the data did not come, with a button that asks for it again, and where to look meanwhile. */
export function drawFailure(place, root, again) {
  const button = element("button", { type: "button", class: "button" }, "Thử lại");
  button.addEventListener("click", again);
  const words = element("p", {}, "Không tải được dữ liệu để đối chiếu. Trong lúc ấy có thể xem chương trình ", linked(`${root}doi-tuong/`, "theo từng đối tượng"), ".");
  place.replaceChildren(element("div", { class: "notice notice--warning", role: "alert" }, words, button));
}

// Nothing that is still to come is worth saying: a plan of a past year must not read as an offer.
function hint({ right, perhaps }) {
  const all = [...right, ...perhaps];
  if (all.length === 0 || all.some(({ over }) => !over)) return [];
  return [element("p", { class: "notice" }, "Các chương trình dưới đây đều đã kết thúc hoặc thuộc kế hoạch năm cũ: dùng để biết nhóm mình từng có lớp nào và để hỏi cơ quan về kế hoạch mới.")];
}

function shownList(name, entries, where) {
  const heading = element("h3", { id: `_${name}` }, `${TITLES[name]} (${entries.length})`);
  const content = entries.length > 0 ? parted(name, entries, where) : [element("p", { class: "unknown" }, NONE[name])];
  return element("section", { class: "found__list", "aria-labelledby": heading.id }, heading, ...content);
}

function foldedList(name, entries, where) {
  return folded(name, `${TITLES[name]} (${entries.length})`, parted(name, entries, where), false);
}

// What is now or to come, then what is over: folded, unless there is nothing else.
function parted(name, entries, where) {
  const now = entries.filter(({ over }) => !over);
  const past = entries.filter(({ over }) => over);
  const lists = now.length > 0 ? [listed(now, where)].flat() : [];
  if (past.length === 0) return lists;
  return [...lists, folded(`${name}-past`, `Đã kết thúc hoặc thuộc kế hoạch năm cũ (${past.length})`, listed(past, where), now.length === 0)];
}

function folded(name, title, content, open) {
  return element("details", { class: "fold", "data-fold": name, open }, element("summary", {}, title), ...content);
}

// The first entries, and a button for more: a phone does not draw thousands.
function listed(entries, where) {
  const list = element("ul", { class: "records" }, ...entries.slice(0, FIRST).map((entry) => item(entry, where)));
  if (entries.length <= FIRST) return [list];
  const button = element("button", { type: "button", class: "button" });
  const label = () => (button.textContent = `Xem thêm (còn ${entries.length - list.children.length})`);
  button.addEventListener("click", () => {
    const shown = list.children.length;
    list.append(...entries.slice(shown, shown + NEXT).map((entry) => item(entry, where)));
    if (list.children.length === entries.length) button.remove();
    else label();
    list.children[shown].querySelector("a").focus();
  });
  label();
  return [list, button];
}

function item(entry, { data, root }) {
  const { program } = entry;
  const address = `${root}${data.folders.program}/${program.id}/`;
  const parts = [linked(address, program.title), tags(entry, data), element("p", { class: "found__reason" }, element("bdi", {}, entry.reason))];
  if (entry.coming.length > 0) parts.push(classes(entry.coming, address));
  parts.push(meta(entry, data, root));
  return element("li", { class: program.verification === "draft" ? "draft" : entry.over && "past", "data-program": program.id }, ...parts);
}

function tags({ program, state, required }, data) {
  const all = [state.words && stateTag(state), required && tag("Bắt buộc", "required"), tag(data.verification[program.verification], program.verification)];
  return element("p", { class: "tags" }, ...all.filter(Boolean));
}

function classes(coming, address) {
  return element("ul", { class: "found__classes" }, ...coming.map((each) => element("li", {}, linked(`${address}#${each.id}`, each.title), " ", stateTag(each.standing))));
}

function meta({ program, group, ended, coming, required }, data, root) {
  const to = (kind, id, title) => linked(`${root}${data.folders[kind]}/${id}/`, title);
  const parts = [element("span", {}, "Đối tượng ", element("b", {}, to("group", group, data.groups[group].title)))];
  for (const [kind, id] of Object.entries(program.source ?? {})) parts.push(element("span", {}, "Nguồn ", element("b", {}, to(kind, id, data.sources[kind][id]))));
  if (required) parts.push(element("span", {}, "Căn cứ ", element("b", {}, to("document", required.document, `${required.article}, ${required.title}`))));
  if (ended > 0 && coming.length > 0) parts.push(element("span", {}, `${ended} lớp đã qua`));
  return element("p", { class: "meta" }, ...parts);
}

function linked(address, words) {
  return element("a", { href: address }, element("bdi", {}, words));
}
