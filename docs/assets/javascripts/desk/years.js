// Which year of a desk a reader needs first, and which after it.

/**
 * A year of a desk, and until when something of it is known to be open, if anything is.
 * @typedef {{year: number, until: string}} DeskYear
 */

/**
 * The year to open on a day: the first from the running one on in which something is still open; else the running
 * one, else the newest. Undefined where there is none.
 * @param {DeskYear[]} years
 * @param {string} day
 */
export function yearToOpen(years, day) {
  const running = Number(day.slice(0, 4));
  const ahead = years.filter(({ year, until }) => year >= running && until >= day).map(({ year }) => year);
  if (ahead.length > 0) return Math.min(...ahead);
  const known = years.map(({ year }) => year);
  if (known.includes(running)) return running;
  return known.length > 0 ? Math.max(...known) : undefined;
}

/**
 * The order in which years are read: that which is open, those after it, then those before it, the nearest first.
 * @param {number} open
 * @returns {(one: number, other: number) => number}
 */
export const nearestTo = (open) => (one, other) =>
  Number(one < open) - Number(other < open) || (one < open ? other - one : one - other);
