// What a search can be narrowed by: the facets of the data, the kind, and the state and month of a programme's classes
// on a day.

import { countBits } from "./bits.js";
import { MONTHS, STATES, UNKNOWN } from "./classes.js";

/**
 * @import { Classes } from "./classes.js"
 *
 * Lists of numbers, one for each record, as one: row r lies in `values` between starts[r] and starts[r + 1].
 * @typedef {{starts: Uint32Array, values: Uint32Array}} Rows
 *
 * A facet of all records: its codes by their numbers, and for each record the numbers of those that it has.
 * @typedef {Rows & {codes: string[], numbers: Map<string, number>}} Facet
 *
 * A facet that is being made.
 * @typedef {{starts: Uint32Array, values: number[], numbers: Map<string, number>}} Unfinished
 *
 * The chosen codes of each facet: 1 at their numbers.
 * @typedef {Map<string, Uint8Array>} Chosen
 *
 * How many records have each code; a code that none has is left out.
 * @typedef {{[code: string]: number}} Counts
 *
 * For each found record: whether one class passes both selections; as bits the states of those in a month chosen, and
 * the months of those in a state chosen. `test` says which classes pass, where either is chosen.
 * @typedef {{
 *   passes: Uint8Array, states: Uint32Array, months: Uint32Array, test: ((at: number) => boolean) | undefined,
 * }} Marks
 */

/** @type {(codes: string[]) => {codes: string[], numbers: Map<string, number>}} */
const numbered = (codes) => ({ codes, numbers: new Map(codes.map((code, number) => [code, number])) });
const CLASS_FACETS = new Map([["state", numbered(STATES)], ["month", numbered(MONTHS)]]);

/**
 * Lists of numbers, one for each record, as one.
 * @template R
 * @param {R[]} records
 * @param {(record: R) => number[]} numbersOf
 * @returns {Rows}
 */
export function rowsOf(records, numbersOf) {
  const starts = new Uint32Array(records.length + 1);
  /** @type {number[]} */
  const values = [];
  for (let row = 0; row < records.length; row += 1) {
    for (const number of numbersOf(records[row])) values.push(number);
    starts[row + 1] = values.length;
  }
  return { starts, values: new Uint32Array(values) };
}

/** @type {(rows: Rows, row: number) => Uint32Array} */
export const rowOf = ({ starts, values }, row) => values.subarray(starts[row], starts[row + 1]);

/**
 * The facets of all records, by name.
 * @param {{kind: string, facets: {[facet: string]: string[]}}[]} records
 * @returns {Map<string, Facet>}
 */
export function facetsOf(records) {
  /** @type {Map<string, Unfinished>} */
  const fillings = new Map();
  const filling = (/** @type {string} */ name) => fillings.get(name) ?? begun(fillings, name, records.length);
  records.forEach((record, row) => {
    add(filling("kind"), row, [record.kind]);
    for (const name in record.facets) add(filling(name), row, record.facets[name]);
  });
  return new Map([...fillings].map(([name, each]) => [name, closed(each)]));
}

/** @type {(fillings: Map<string, Unfinished>, name: string, size: number) => Unfinished} */
function begun(fillings, name, size) {
  const filling = { starts: new Uint32Array(size + 1), values: [], numbers: new Map() };
  fillings.set(name, filling);
  return filling;
}

const NOTHING_KNOWN = [UNKNOWN];

/** @type {(filling: Unfinished, row: number, codes: string[]) => void} */
function add({ starts, values, numbers }, row, codes) {
  for (const code of codes.length > 0 ? codes : NOTHING_KNOWN) {
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    values.push(number);
  }
  starts[row + 1] = values.length;
}

// Records that a facet does not apply to have left their ends at 0.
/** @type {(filling: Unfinished) => Facet} */
function closed({ starts, values, numbers }) {
  for (let row = 1; row < starts.length; row += 1) starts[row] = Math.max(starts[row], starts[row - 1]);
  return { starts, values: new Uint32Array(values), codes: [...numbers.keys()], numbers };
}

/**
 * Which of the found records pass some filters {facet: [codes]}, and for each facet how many would have each code if
 * the facet's own selection were lifted. State and month choose classes: a record passes where one class passes both;
 * `passesAsClass` says which do where either is chosen. `unknown` has the filters and codes that nobody knows.
 * @param {{facets: Map<string, Facet>, classes: Classes}} index
 * @param {Uint8Array} states the state of each class
 * @param {Uint32Array} found
 * @param {{[facet: string]: unknown}} filters
 * @returns {{
 *   passing: Uint32Array, counts: {[facet: string]: Counts}, unknown: [facet: string, codes: string[]][],
 *   passesAsClass: ((at: number) => boolean) | undefined,
 * }}
 */
export function narrow(index, states, found, filters) {
  const { chosen, unknown } = selections(index.facets, filters);
  const { passes, test, ...marks } = classMarks(index.classes, states, found, chosen);
  const failed = failures(index.facets, found, chosen);
  /** @type {{[facet: string]: Counts}} */
  const counts = {};
  [...index.facets].forEach(([name, facet], at) => {
    counts[name] = countCodes(facet, found, failed, passes, ~(1 << at));
  });
  counts.state = countMarks(STATES, marks.states, failed);
  counts.month = countMarks(MONTHS, marks.months, failed);
  const passing = chosen.size === 0 ? found : found.filter((_, row) => failed[row] === 0 && passes[row] === 1);
  return { passing, counts, unknown, passesAsClass: test };
}

/**
 * @param {Map<string, Facet>} facets
 * @param {{[facet: string]: unknown}} filters
 */
function selections(facets, filters) {
  /** @type {Chosen} */
  const chosen = new Map();
  /** @type {[string, string[]][]} */
  const unknown = [];
  for (const [name, wanted] of Object.entries(filters)) {
    const codes = [wanted].flat().map(String);
    const { codes: all, numbers } = facets.get(name) ?? CLASS_FACETS.get(name) ?? numbered([]);
    const strange = codes.filter((code) => !numbers.has(code));
    if (all.length === 0 || strange.length > 0) unknown.push([name, strange]);
    if (strange.length < codes.length) chosen.set(name, Uint8Array.from(all, (code) => Number(codes.includes(code))));
  }
  return { chosen, unknown };
}

// A bit for each facet, in their order, that a found record does not pass.
/** @type {(facets: Map<string, Facet>, found: Uint32Array, chosen: Chosen) => Uint32Array} */
function failures(facets, found, chosen) {
  const failed = new Uint32Array(found.length);
  [...facets].forEach(([name, facet], at) => {
    const wanted = chosen.get(name);
    if (!wanted) return;
    for (let row = 0; row < found.length; row += 1) {
      if (!hasChosen(facet, found[row], wanted)) failed[row] |= 1 << at;
    }
  });
  return failed;
}

/** @type {(rows: Rows, position: number, wanted: Uint8Array) => boolean} */
function hasChosen({ starts, values }, position, wanted) {
  for (let at = starts[position]; at < starts[position + 1]; at += 1) if (wanted[values[at]]) return true;
  return false;
}

/** @type {(classes: Classes, states: Uint8Array, found: Uint32Array, chosen: Chosen) => Marks} */
function classMarks({ starts, month }, states, found, chosen) {
  const [wantedStates, wantedMonths] = [chosen.get("state"), chosen.get("month")];
  const inState = (/** @type {number} */ at) => !wantedStates || wantedStates[states[at]] === 1;
  const inMonth = (/** @type {number} */ at) => !wantedMonths || wantedMonths[month[at]] === 1;
  const isAsked = Boolean(wantedStates || wantedMonths);
  const bits = () => new Uint32Array(found.length);
  const marks = { passes: new Uint8Array(found.length).fill(isAsked ? 0 : 1), states: bits(), months: bits() };
  for (let row = 0; row < found.length; row += 1) {
    for (let at = starts[found[row]]; at < starts[found[row] + 1]; at += 1) {
      if (inMonth(at)) marks.states[row] |= 1 << states[at];
      if (inState(at)) marks.months[row] |= 1 << month[at];
      if (inState(at) && inMonth(at)) marks.passes[row] = 1;
    }
  }
  return { ...marks, test: isAsked ? (at) => inState(at) && inMonth(at) : undefined };
}

/** @type {(facet: Facet, found: Uint32Array, failed: Uint32Array, passes: Uint8Array, others: number) => Counts} */
function countCodes({ starts, values, codes }, found, failed, passes, others) {
  const counts = new Uint32Array(codes.length);
  for (let row = 0; row < found.length; row += 1) {
    if ((failed[row] & others) !== 0 || passes[row] === 0) continue;
    for (let at = starts[found[row]]; at < starts[found[row] + 1]; at += 1) counts[values[at]] += 1;
  }
  return named(codes, counts);
}

/** @type {(codes: string[], marks: Uint32Array, failed: Uint32Array) => Counts} */
function countMarks(codes, marks, failed) {
  const counts = new Uint32Array(codes.length);
  for (let row = 0; row < marks.length; row += 1) {
    if (failed[row] !== 0) continue;
    countBits(counts, marks[row]);
  }
  return named(codes, counts);
}

/** @type {(codes: string[], counts: Uint32Array) => Counts} */
function named(codes, counts) {
  /** @type {Counts} */
  const found = Object.create(null);
  codes.forEach((code, at) => {
    if (counts[at] > 0) found[code] = counts[at];
  });
  return found;
}
