// What comes next, as it is drawn: how much within a month, and the first classes.

import { element, stateTag } from "../common/element.js";
import { ROOT } from "../common/root.js";
import { standingOn } from "../common/standing.js";
import { counted, dayInWords } from "../common/words.js";

/**
 * @import { Day, Event, Sort } from "./months.js"
 */

/** @type {Record<Sort, {soon: string, none: string, latest: string}>} */
const WORDS = {
  deadlines: { soon: "hạn gửi danh sách", none: "hạn nào", latest: "hạn cuối" },
  beginnings: { soon: "lớp khai giảng", none: "lớp nào khai giảng", latest: "lớp cuối" },
};
const OPEN = new Set(["open", "coming"]);

/**
 * How many there are within a month; where nothing lies ahead, that and the last day of all.
 * @param {Sort} sort
 * @param {Day[]} soon the days within a month
 * @param {boolean} isAny whether anything lies ahead
 * @param {string} latest
 */
export function saidOf(sort, soon, isAny, latest) {
  const { soon: what, none, latest: last } = WORDS[sort];
  if (!isAny) return element("p", {}, `Danh mục không có ${none} từ nay trở đi; ${last} đã qua ngày ${latest}.`);
  const total = soon.reduce((sum, day) => sum + day.total, 0);
  const words = total > 0 ? `${counted(total)} ${what}` : `Không có ${what} nào`;
  return element("p", {}, element("b", {}, words), " trong 30 ngày tới.");
}

/**
 * The first classes of some days, as entries of a list. Only those are told that stand so on the reader's day.
 * @param {string} today
 * @param {Day[]} days
 * @param {number} most
 */
export function listOf(today, days, most) {
  const all = days.flatMap(({ day, first }) => first.map((event) => ({ day, event })));
  const entries = all.filter(({ event }) => OPEN.has(standingOn(today, event.times).phase)).slice(0, most);
  return element("ul", { class: "records" }, ...entries.map(({ day, event }) => entryOf(today, day, event)));
}

/** @param {string} today @param {string} day @param {Event} event */
function entryOf(today, day, { title, class: name, address, to, times }) {
  const link = element("a", { href: ROOT + address }, element("bdi", {}, name ? `${title}: ${name}` : title));
  const said = element("p", { class: "meta" }, element("time", { datetime: day }, dayInWords(day)));
  if (to) said.append(", gửi ", element("bdi", {}, to));
  said.append(" ", stateTag(standingOn(today, times)));
  return element("li", {}, link, said);
}
