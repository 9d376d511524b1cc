// The days that may lie ahead, loaded a month at a time; hooks/catalogue/views/exports/coming_data.py writes the files.

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
 */

/**
 * Opens the folder of the months. What it gives rejects where a month does not come, or is of another build.
 * @param {string} folder the address of the folder, ending in a slash
 */
export function openMonths(folder) {
  /** @type {Map<string, Promise<Month>>} */
  const asked = new Map();

  /** @param {string} month @returns {Promise<Month>} */
  function load(month) {
    const loading = asked.get(month) ?? fetched(folder, month);
    asked.set(month, loading);
    loading.catch(() => asked.delete(month));
    return loading;
  }

  /**
   * The days of a sort from one day up to another, in their order; no more than are needed for some number of classes.
   * @param {Sort} sort
   * @param {string[]} months those that have such days
   * @param {{from: string, until?: string, most?: number}} span
   */
  return async function daysFrom(sort, months, { from, until = "9999", most = Infinity }) {
    /** @type {Day[]} */
    const found = [];
    let count = 0;
    for (const month of months.filter((each) => each >= from.slice(0, 7) && each <= until.slice(0, 7))) {
      if (count >= most) break;
      // One month after the other: most readers need no more than the first.
      // oxlint-disable-next-line no-await-in-loop
      const days = (await load(month))[sort] ?? {};
      const within = Object.entries(days).filter(([day]) => day >= from && day <= until);
      found.push(...within.map(([day, { total, first }]) => ({ day, total, first })));
      count = found.reduce((sum, { total }) => sum + total, 0);
    }
    return found;
  };
}

/** @param {string} folder @param {string} month @returns {Promise<Month>} */
async function fetched(folder, month) {
  const answer = await fetch(`${folder}${month}.json`);
  const data = answer.ok ? await answer.json() : {};
  if (!folder.endsWith(`/${data.mark}/`)) throw new Error("The month is not of this build.");
  return data;
}
