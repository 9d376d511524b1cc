// Which years the home page shows: the one that runs on the reader's day and the next, as far as they are known.

/**
 * A year that has a card, with whether a plan of it is known.
 * @typedef {{year: number, isPlanned: boolean}} Known
 */

const AT_ONCE = 2;

/**
 * The years to show, the oldest first. Where the running year has no plan, the newest that has one stands beside it;
 * where none has, the newest of all.
 * @param {Known[]} known
 * @param {number} running
 */
export function yearsToShow(known, running) {
  const there = new Set(known.map(({ year }) => year));
  const wanted = [running, running + 1].filter((year) => there.has(year));
  const years = hasPlan(known, running) ? wanted : [newestOf(known), ...wanted];
  return [...new Set(years)].slice(0, AT_ONCE).sort((one, other) => one - other);
}

/**
 * That the running year, or the next, has no plan; nothing where both have one, nor where all plans are older: the
 * line above every page says so.
 * @param {Known[]} known
 * @param {number} running
 */
export function missingPlans(known, running) {
  const missing = [running, running + 1].filter((year) => !hasPlan(known, year));
  const newest = plannedOf(known).at(-1);
  const isSaid = newest !== undefined && newest < running;
  return missing.length === 0 || isSaid ? "" : `Danh mục chưa có kế hoạch năm ${missing.join(" và năm ")}.`;
}

/** @type {(known: Known[]) => number[]} */
const plannedOf = (known) => known.filter(({ isPlanned }) => isPlanned).map(({ year }) => year).sort((a, b) => a - b);

/** @type {(known: Known[], year: number) => boolean} */
const hasPlan = (known, year) => plannedOf(known).includes(year);

/** @type {(known: Known[]) => number} */
const newestOf = (known) => plannedOf(known).at(-1) ?? Math.max(...known.map(({ year }) => year));
