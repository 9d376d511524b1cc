// Which words of a reading stand side by side in each record, and in which of its fields.

import { addPairs } from "./arrangement.js";
import { hasSeveral } from "./bits.js";
import { keptOf } from "./kept.js";

/**
 * @import { Pairs } from "./arrangement.js"
 * @import { Rows } from "./facets.js"
 * @import { Index } from "./index.js"
 * @import { Compiled, Presence } from "./presence.js"
 *
 * The pairs of all records.
 * @typedef {{side: Int32Array, whole: Int32Array, near: Int32Array}} Columns
 *
 * For some records, by their turn, the pairs in title and names, in related records, and in the text; those of whole
 * syllables, and those with others between them, in any.
 * @typedef {{
 *   positions: Uint32Array, strong: Int32Array, related: Int32Array, text: Int32Array, whole: Int32Array,
 *   near: Int32Array,
 * }} Neighbours
 */

/** @type {(size: number) => Columns} */
const noPairs = (size) => ({ side: new Int32Array(size), whole: new Int32Array(size), near: new Int32Array(size) });

// Most readings have pairs in few of the records, and the room for all of them is asked for with every key.
const roomOf = keptOf(({ records: { length } }) => ({
  ofRelated: noPairs(length), ofText: noPairs(length), ofOne: Array.from({ length: 5 }, () => new Int32Array(length)),
}));

/**
 * The neighbours in some records, which are known until those of another reading are asked for.
 * @type {(index: Index, reading: Compiled, presence: Presence, positions: Uint32Array) => Neighbours}
 */
export function neighboursOf(index, reading, presence, positions) {
  const { ofRelated, ofText, ofOne } = roomOf(index);
  const [strong, related, text, whole, near] = ofOne.map((each) => each.subarray(0, positions.length).fill(0));
  const found = { positions, strong, related, text, whole, near };
  // One word has no neighbours.
  if (reading.count < 2) return found;
  const all = reading.all & ~1;
  for (const columns of [ofRelated, ofText]) for (const each of Object.values(columns)) each.fill(0);
  addPairsOfRelated(ofRelated, index, reading, presence);
  addPairsOfText(ofText, index, reading, presence);
  const pairs = { side: 0, whole: 0, near: 0 };
  for (let turn = 0; turn < positions.length; turn += 1) {
    const position = positions[turn];
    putNamedPairs(pairs, index, reading, presence, position);
    const isTold = (pairs.side & all) !== all;
    strong[turn] = pairs.side;
    related[turn] = ofRelated.side[position];
    if (isTold) text[turn] = ofText.side[position];
    whole[turn] = pairs.whole | ofRelated.whole[position] | (isTold ? ofText.whole[position] : 0);
    near[turn] = pairs.near | ofRelated.near[position] | (isTold ? ofText.near[position] : 0);
  }
  return found;
}

/** @type {(pairs: Pairs, index: Index, reading: Compiled, presence: Presence, position: number) => void} */
function putNamedPairs(pairs, { title, names }, reading, presence, position) {
  pairs.side = pairs.whole = pairs.near = 0;
  const [inTitle, inNames] = [pairsOf(presence.title[position]), pairsOf(presence.names[position])];
  if (inTitle !== 0) addPairs(pairs, title, position, reading, inTitle);
  if (inNames !== 0) addPairs(pairs, names, position, reading, inNames);
}

/**
 * The pairs that some slots may be in.
 * @param {number} slots
 */
const pairsOf = (slots) => slots & (slots << 1);

// A line that many records share is looked through once, and what it has is handed to them.
/** @type {(found: Columns, index: Index, reading: Compiled, presence: Presence) => void} */
function addPairsOfText(found, { text: { lines, holders } }, reading, { lines: marks }) {
  const pairs = { side: 0, whole: 0, near: 0 };
  for (let line = 0; line < marks.length; line += 1) {
    const wanted = pairsOf(marks[line]);
    if (wanted === 0) continue;
    pairs.side = pairs.whole = pairs.near = 0;
    addPairs(pairs, lines, line, reading, wanted);
    handOn(found, pairs, holders, line);
  }
}

// Nor is a body more than once that hundreds of programmes belong to.
/** @type {(found: Columns, index: Index, reading: Compiled, presence: Presence) => void} */
function addPairsOfRelated(found, index, reading, presence) {
  const { dependents, records } = index;
  const pairs = { side: 0, whole: 0, near: 0 };
  for (let position = 0; position < records.length; position += 1) {
    if (dependents.starts[position] === dependents.starts[position + 1]) continue;
    if (!hasSeveral(presence.title[position] | presence.names[position])) continue;
    putNamedPairs(pairs, index, reading, presence, position);
    handOn(found, pairs, dependents, position);
  }
}

/** @type {(found: Columns, pairs: Pairs, rows: Rows, row: number) => void} */
function handOn(found, { side, whole, near }, { starts, values }, row) {
  if ((side | near) === 0) return;
  for (let at = starts[row]; at < starts[row + 1]; at += 1) {
    const position = values[at];
    found.side[position] |= side;
    found.whole[position] |= whole;
    found.near[position] |= near;
  }
}

/**
 * The pairs of slots that stand side by side in any field.
 * @type {(neighbours: Neighbours, turn: number) => number}
 */
export const sideAt = ({ strong, related, text }, turn) => strong[turn] | related[turn] | text[turn];

/**
 * The slots of some pairs.
 * @param {number} pairs
 */
export const inPairs = (pairs) => pairs | (pairs >> 1);
