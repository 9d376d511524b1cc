// Draws one programme, or one group, among the results of «Tôi được cử học lớp nào?».

import { element, stateTag, tag } from "../common/element.js";
import { dayInWords } from "../common/words.js";
import { isDraft } from "./order.js";
import { cited, reasonOf, withOutcome } from "./reasons.js";

/**
 * @import { Data, First } from "./data.js"
 * @import { Entry, Judged } from "./verdict.js"
 *
 * Where entries are drawn: with which data, and how the way leads to the site's root.
 * @typedef {{data: Data, root: string}} Surroundings
 */

const FEW_CLASSES = 4;

/**
 * A programme as an item of a list.
 * @param {Entry} entry
 * @param {Surroundings} surroundings
 */
export function programItem(entry, { data, root }) {
  const { program, over, coming, reason } = entry;
  const address = `${root}${data.folders.program}/${program.id}/`;
  const sort = isDraft(entry) ? "draft" : over && "past";
  const why = element("p", { class: "found__reason" }, element("bdi", {}, reason));
  const parts = [linked(address, program.title), tags(entry, data), why, ...conditions(entry)];
  if (coming.length > 0) parts.push(classes(coming, address));
  parts.push(meta(entry, data, root));
  return element("li", { class: sort, "data-program": program.id }, ...parts);
}

/** @type {(entry: Entry, data: Data) => HTMLElement} */
function tags({ program: { facets: { verification: [level] } }, record, required }, { labels }) {
  const all = element("p", { class: "tags" });
  if (record.words) all.append(stateTag(record));
  if (required) all.append(tag("Bắt buộc", "required"));
  all.append(tag(labels.verification[level] ?? level, level));
  return all;
}

// What the source asks for and no question does: nobody may take a match for an invitation.
/** @type {(entry: Entry) => HTMLElement[]} */
function conditions({ program, judged }) {
  const unasked = withOutcome(judged.matches, "unasked").flatMap(({ needed }) => needed);
  const all = [...unasked, ...(program.conditions ?? [])];
  if (all.length === 0) return [];
  const items = all.map((words) => element("li", {}, element("bdi", {}, words)));
  const summary = element("summary", {}, `Điều kiện chưa xét được (${all.length})`);
  return [element("details", { class: "found__conditions" }, summary, element("ul", {}, ...items))];
}

/** @param {string} words */
const dueIn = (words) => (words ? [element("span", {}, words)] : []);

/** @type {(coming: Entry["coming"], address: string) => HTMLElement} */
function classes(coming, address) {
  const items = coming.slice(0, FEW_CLASSES).map(({ id, title, deadline, standing }) => {
    const due = deadline && standing.phase === "open" ? `hạn gửi danh sách ${dayInWords(deadline)}` : "";
    return element("li", {}, linked(`${address}#${id}`, title), ...dueIn(due), stateTag(standing));
  });
  const rest = coming.length - FEW_CLASSES;
  if (rest > 0) items.push(element("li", {}, linked(address, `và ${rest} lớp khác`)));
  return element("ul", { class: "found__classes" }, ...items);
}

/** @type {(entry: Entry, data: Data, root: string) => HTMLElement} */
function meta({ program, judged, ended, coming, law }, data, root) {
  /** @type {(label: string, kind: string, id: string, title: string) => HTMLElement} */
  const part = (label, kind, id, title) => {
    return element("span", {}, label, element("b", {}, linked(`${root}${data.folders[kind]}/${id}/`, title)));
  };
  const parts = [part("Đối tượng ", "group", judged.id, judged.group.title)];
  for (const [kind, id] of Object.entries(program.source ?? {})) {
    parts.push(part("Nguồn ", kind, id, data.sources[kind][id]));
  }
  if (law) parts.push(part("Căn cứ ", "document", law.document, cited(law)));
  if (ended > 0 && coming.length > 0) parts.push(element("span", {}, `${ended} lớp đã qua`));
  return element("p", { class: "meta" }, ...parts);
}

/**
 * A group that does not fit, as an item of a list: why, and by which law.
 * @param {Judged} judged
 * @param {number} count how many programmes are meant for it and for nobody nearer
 * @param {{data: First, root: string}} surroundings
 */
export function groupItem(judged, count, { data: { folders, labels }, root }) {
  const { id, group } = judged;
  const why = reasonOf({ ...judged, law: group.law, labels });
  return element(
    "li", {},
    linked(`${root}${folders.group}/${id}/`, group.title),
    element("p", { class: "found__reason" }, element("bdi", {}, why)),
    element("p", { class: "meta" }, `${count} chương trình`),
  );
}

/** @param {string} address @param {string} words */
export function linked(address, words) {
  return element("a", { href: address }, element("bdi", {}, words));
}
