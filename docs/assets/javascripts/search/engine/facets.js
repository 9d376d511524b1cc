// What a search can be narrowed by besides its classes: the facets of the data, and the kind.

import { UNKNOWN } from "./classes.js";

/**
 * Lists of numbers, one for each record, as one: row r lies in `values` between starts[r] and starts[r + 1].
 * @typedef {{starts: Uint32Array, values: Uint32Array}} Rows
 *
 * A facet of all records: its codes by their numbers, and for each record the numbers of those that it has.
 * @typedef {Rows & {codes: string[], numbers: Map<string, number>}} Facet
 *
 * A facet that is being made.
 * @typedef {{starts: Uint32Array, values: number[], numbers: Map<string, number>}} Unfinished
 */

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

/**
 * The codes of all facets as one facet's: those of each are numbered behind those of the facets before it.
 * @param {Map<string, Facet>} facets
 * @param {number} size
 * @returns {Rows}
 */
export function codesOf(facets, size) {
  const several = [...facets.values()];
  const starts = new Uint32Array(size + 1);
  const values = new Uint32Array(several.reduce((length, facet) => length + facet.values.length, 0));
  let length = 0;
  for (let row = 0; row < size; row += 1) {
    let first = 0;
    for (const facet of several) {
      for (let at = facet.starts[row]; at < facet.starts[row + 1]; at += 1) values[length++] = first + facet.values[at];
      first += facet.codes.length;
    }
    starts[row + 1] = length;
  }
  return { starts, values };
}

// Records that a facet does not apply to have left their ends at 0.
/** @type {(filling: Unfinished) => Facet} */
function closed({ starts, values, numbers }) {
  for (let row = 1; row < starts.length; row += 1) starts[row] = Math.max(starts[row], starts[row - 1]);
  return { starts, values: new Uint32Array(values), codes: [...numbers.keys()], numbers };
}
