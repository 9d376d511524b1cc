// Which words of a reading stand side by side in each record, and in which of its fields.

import { addPairs } from "./arrangement.js";
import { hasSeveral } from "./bits.js";

/**
 * @import { Pairs } from "./arrangement.js"
 * @import { Rows } from "./facets.js"
 * @import { Field, Index } from "./index.js"
 * @import { Compiled, Presence } from "./presence.js"
 *
 * For some records, by their turn, the pairs in title and names, in related records, and in the text; those of whole
 * syllables, and those with others between them, in any.
 * @typedef {{
 *   positions: Uint32Array, strong: Int32Array, related: Int32Array, text: Int32Array, whole: Int32Array,
 *   near: Int32Array,
 * }} Neighbours
 */

/**
 * The pairs of each of many texts.
 * @typedef {{[kind in keyof Pairs]: Int32Array}} Columns
 */

/** @type {(index: Index, reading: Compiled, presence: Presence, positions: Uint32Array) => Neighbours} */
export function neighboursOf(index, reading, presence, positions) {
  const column = () => new Int32Array(positions.length);
  const found = { positions, strong: column(), related: column(), text: column(), whole: column(), near: column() };
  // One word has no neighbours.
  if (reading.count < 2) return found;
  const all = reading.all & ~1;
  const ofLines = pairsOfLines(index.text.lines, reading, presence.lines.any);
  /** @type {(Pairs | undefined)[]} */
  const ofOthers = [];
  for (let turn = 0; turn < positions.length; turn += 1) {
    const position = positions[turn];
    const pairs = namedPairs(index, reading, presence, position);
    found.strong[turn] = pairs.side;
    if (hasSeveral(presence.related[position])) {
      pairs.side = 0;
      addRelated(pairs, index, reading, presence, position, ofOthers);
      found.related[turn] = pairs.side;
    }
    if ((found.strong[turn] & all) !== all && pairsOf(presence.text[position]) !== 0) {
      pairs.side = 0;
      addLines(pairs, index.text.rows, position, ofLines);
      found.text[turn] = pairs.side;
    }
    found.whole[turn] = pairs.whole;
    found.near[turn] = pairs.near;
  }
  return found;
}

/** @type {(index: Index, reading: Compiled, presence: Presence, position: number) => Pairs} */
function namedPairs({ title, names }, reading, presence, position) {
  const pairs = { side: 0, whole: 0, near: 0 };
  const [inTitle, inNames] = [pairsOf(presence.title[position]), pairsOf(presence.names[position])];
  if (inTitle !== 0) addPairs(pairs, title, position, reading, inTitle);
  if (inNames !== 0) addPairs(pairs, names, position, reading, inNames);
  return pairs;
}

/**
 * The pairs that some slots may be in.
 * @param {number} slots
 */
const pairsOf = (slots) => slots & (slots << 1);

// A line that many records share is looked through once.
/** @type {(lines: Field, reading: Compiled, marks: Int32Array) => Columns} */
function pairsOfLines(lines, reading, marks) {
  const column = () => new Int32Array(marks.length);
  const found = { side: column(), whole: column(), near: column() };
  for (let line = 0; line < marks.length; line += 1) {
    const wanted = pairsOf(marks[line]);
    if (wanted === 0) continue;
    const pairs = { side: 0, whole: 0, near: 0 };
    addPairs(pairs, lines, line, reading, wanted);
    found.side[line] = pairs.side;
    found.whole[line] = pairs.whole;
    found.near[line] = pairs.near;
  }
  return found;
}

/** @type {(pairs: Pairs, rows: Rows, position: number, ofLines: Columns) => void} */
function addLines(pairs, { starts, values }, position, { side, whole, near }) {
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const line = values[at];
    pairs.side |= side[line];
    pairs.near |= near[line];
    if (side[line] !== 0) pairs.whole |= whole[line];
  }
}

// A body that hundreds of programmes belong to is looked through once.
/**
 * @param {Pairs} pairs
 * @param {Index} index
 * @param {Compiled} reading
 * @param {Presence} presence
 * @param {number} position
 * @param {(Pairs | undefined)[]} known
 */
function addRelated(pairs, index, reading, presence, position, known) {
  const { starts, values } = index.related;
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const other = values[at];
    if (!hasSeveral(presence.title[other] | presence.names[other])) continue;
    const own = known[other] ??= namedPairs(index, reading, presence, other);
    pairs.side |= own.side;
    pairs.whole |= own.whole;
    pairs.near |= own.near;
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
