// Which of the records found pass some filters, and how many each filter would leave: by facets, and by the state and
// month of a programme's classes on a day.

import { countBits, hasSeveral } from "./bits.js";
import { MONTHS, STATES } from "./classes.js";

/**
 * @import { ClassBits, Classes } from "./classes.js"
 * @import { Facet, Rows } from "./facets.js"
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
 *
 * What is narrowed: `codes` are those of all facets as one, each behind those of the facets before it.
 * @typedef {{facets: Map<string, Facet>, codes: Rows, classes: Classes}} Narrowable
 *
 * What is known of the classes on a day: the state of each, and for each record its states and months as bits.
 * @typedef {{states: Uint8Array, marks: ClassBits}} ClassDay
 *
 * For each found record the facets whose selection it fails, as bits, and how its classes pass; the turns of those that
 * pass all.
 * @typedef {{failed: Uint32Array, marks: Marks, passing: Uint32Array}} Tried
 */

/** @type {(codes: string[]) => {codes: string[], numbers: Map<string, number>}} */
const numbered = (codes) => ({ codes, numbers: new Map(codes.map((code, number) => [code, number])) });
const CLASS_FACETS = new Map([["state", numbered(STATES)], ["month", numbered(MONTHS)]]);

/**
 * Which of the found records pass some filters {facet: [codes]}, and for each facet how many would have each code if
 * the facet's own selection were lifted. State and month choose classes: a record passes where one class passes both;
 * `passesAsClass` says which do where either is chosen. `unknown` has the filters and codes that nobody knows. What
 * passes is told by its turn among those found.
 * @param {Narrowable} index
 * @param {ClassDay} day
 * @param {Uint32Array} found
 * @param {{[facet: string]: unknown}} filters
 * @returns {{
 *   passing: Uint32Array, counts: {[facet: string]: Counts}, unknown: [facet: string, codes: string[]][],
 *   passesAsClass: ((at: number) => boolean) | undefined,
 * }}
 */
export function narrow(index, day, found, filters) {
  const { chosen, unknown } = selections(index.facets, filters);
  const { failed, marks, passing } = tried(index, day, found, chosen);
  const counts = countCodes(index, found, failed, marks.passes);
  counts.state = countMarks(STATES, marks.states, failed);
  counts.month = countMarks(MONTHS, marks.months, failed);
  return { passing, counts, unknown, passesAsClass: marks.test };
}

/**
 * How many of the found records pass some filters.
 * @param {Narrowable} index
 * @param {ClassDay} day
 * @param {Uint32Array} found
 * @param {{[facet: string]: unknown}} filters
 */
export function countPassing(index, day, found, filters) {
  const { chosen } = selections(index.facets, filters);
  return chosen.size === 0 ? found.length : tried(index, day, found, chosen).passing.length;
}

/** @type {(index: Narrowable, day: ClassDay, found: Uint32Array, chosen: Chosen) => Tried} */
function tried({ facets, classes }, day, found, chosen) {
  const failed = failures(facets, found, chosen);
  const marks = classMarks(classes, day, found, chosen);
  const turns = found.map((_, turn) => turn);
  const passes = (/** @type {number} */ turn) => failed[turn] === 0 && marks.passes[turn] === 1;
  return { failed, marks, passing: chosen.size === 0 ? turns : turns.filter(passes) };
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

/** @type {(classes: Classes, day: ClassDay, found: Uint32Array, chosen: Chosen) => Marks} */
function classMarks({ starts, month }, { states, marks: ofAll }, found, chosen) {
  const [wantedStates, wantedMonths] = [chosen.get("state"), chosen.get("month")];
  if (!wantedStates && !wantedMonths) {
    const of = (/** @type {Uint32Array} */ all) => found.map((position) => all[position]);
    const passes = new Uint8Array(found.length).fill(1);
    return { passes, states: of(ofAll.states), months: of(ofAll.months), test: undefined };
  }
  const inState = (/** @type {number} */ at) => !wantedStates || wantedStates[states[at]] === 1;
  const inMonth = (/** @type {number} */ at) => !wantedMonths || wantedMonths[month[at]] === 1;
  const bits = () => new Uint32Array(found.length);
  const marks = { passes: new Uint8Array(found.length), states: bits(), months: bits() };
  for (let row = 0; row < found.length; row += 1) {
    for (let at = starts[found[row]]; at < starts[found[row] + 1]; at += 1) {
      if (inMonth(at)) marks.states[row] |= 1 << states[at];
      if (inState(at)) marks.months[row] |= 1 << month[at];
      if (inState(at) && inMonth(at)) marks.passes[row] = 1;
    }
  }
  return { ...marks, test: (at) => inState(at) && inMonth(at) };
}

/**
 * How many records have each code of each facet: what passes all selections counts for every facet, what fails that of
 * one facet for that one alone.
 * @type {(index: Narrowable, found: Uint32Array, failed: Uint32Array, passes: Uint8Array) => {[facet: string]: Counts}}
 */
function countCodes({ facets, codes }, found, failed, passes) {
  const several = [...facets.values()];
  const counts = several.map((facet) => new Uint32Array(facet.codes.length));
  const all = new Uint32Array(several.reduce((length, facet) => length + facet.codes.length, 0));
  for (let row = 0; row < found.length; row += 1) {
    const bits = failed[row];
    if (passes[row] === 0 || hasSeveral(bits)) continue;
    const facet = bits === 0 ? -1 : 31 - Math.clz32(bits);
    if (facet < 0) count(all, codes, found[row]);
    else count(counts[facet], several[facet], found[row]);
  }
  let first = 0;
  const named = [...facets].map(([name, { codes: own }], at) => {
    counts[at].forEach((_, number) => (counts[at][number] += all[first + number]));
    first += own.length;
    return [name, asCounts(own, counts[at])];
  });
  return Object.fromEntries(named);
}

/** @type {(counts: Uint32Array, rows: Rows, position: number) => void} */
function count(counts, { starts, values }, position) {
  for (let at = starts[position]; at < starts[position + 1]; at += 1) counts[values[at]] += 1;
}

/** @type {(codes: string[], marks: Uint32Array, failed: Uint32Array) => Counts} */
function countMarks(codes, marks, failed) {
  const counts = new Uint32Array(codes.length);
  for (let row = 0; row < marks.length; row += 1) {
    if (failed[row] !== 0) continue;
    countBits(counts, marks[row]);
  }
  return asCounts(codes, counts);
}

/** @type {(codes: string[], counts: Uint32Array) => Counts} */
function asCounts(codes, counts) {
  /** @type {Counts} */
  const found = Object.create(null);
  codes.forEach((code, at) => {
    if (counts[at] > 0) found[code] = counts[at];
  });
  return found;
}
