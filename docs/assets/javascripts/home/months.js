// The days that may lie ahead, loaded a month at a time; hooks/catalogue/views/exports/coming_data.py writes the files.

import { onceEach, partOf } from "../common/parts.js";

/**
 * @import { ClassTimes } from "../common/standing.js"
 *
 * A class, or a whole programme: whom its names go to, where its page stands below the root, what it says of its time.
 * @typedef {{title: string, class?: string, address: string, to?: string, times: ClassTimes}} Event
 *
 * A day with how many classes it has, and the first of them.
 * @typedef {{day: string, total: number, first: Event[]}} Day
 *
 * @typedef {"deadlines" | "beginnings"} Sort
 * @typedef {{[day: string]: {total: number, first: Event[]}}} Days
 * @typedef {{mark: string, deadlines?: Days, beginnings?: Days}} Month
 *
 * From one day to another.
 * @typedef {{from: string, until: string}} Span
 */

const BROKEN = "Không tải được những ngày sắp tới.";

/**
 * Opens the folder of the months. What it gives rejects where a month does not come, or is of another build.
 * @param {string} folder the address of the folder, ending in a slash
 */
export function openMonths(folder) {
  /** @type {(month: string) => Promise<Month>} */
  const load = onceEach((month) => partOf(folder, month, BROKEN));

  // One month after the other: most readers need no more than the first.
  /** @param {Sort} sort @param {string[]} months @param {Span} span @param {number} wanted @returns {Promise<Day[]>} */
  async function collect(sort, [month, ...later], span, wanted) {
    if (!month || wanted <= 0) return [];
    const days = daysIn((await load(month))[sort] ?? {}, span);
    const count = days.reduce((sum, { total }) => sum + total, 0);
    return [...days, ...await collect(sort, later, span, wanted - count)];
  }

  /**
   * The days of a sort within a span, in their order; of no more months than are needed for some number of classes.
   * @param {Sort} sort
   * @param {string[]} months those that have such days
   * @param {Span} span
   * @param {number} [most]
   */
  return (sort, months, span, most = Infinity) =>
    collect(sort, months.filter((month) => isWithin(month, span)), span, most);
}

/** @param {string} month @param {Span} span */
const isWithin = (month, { from, until }) => month >= from.slice(0, 7) && month <= until.slice(0, 7);

/** @param {Days} days @param {Span} span @returns {Day[]} */
function daysIn(days, { from, until }) {
  const within = Object.entries(days).filter(([day]) => day >= from && day <= until);
  return within.map(([day, { total, first }]) => ({ day, total, first }));
}
