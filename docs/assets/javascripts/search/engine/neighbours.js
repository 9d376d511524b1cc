// Which words of a reading stand side by side in each record, and in which of its fields.

import { addPairs } from "./arrangement.js";
import { hasSeveral } from "./bits.js";

/**
 * @import { Pairs } from "./arrangement.js"
 * @import { Index } from "./index.js"
 * @import { Compiled, Presence } from "./presence.js"
 *
 * For some records, by their turn, the pairs in title and names, in related records, and in the text; those of whole
 * syllables, and those with others between them, in any.
 * @typedef {{
 *   positions: Uint32Array, strong: Int32Array, related: Int32Array, text: Int32Array, whole: Int32Array,
 *   near: Int32Array,
 * }} Neighbours
 */

/** @type {(index: Index, reading: Compiled, presence: Presence, positions: Uint32Array) => Neighbours} */
export function neighboursOf(index, reading, presence, positions) {
  const column = () => new Int32Array(positions.length);
  const found = { positions, strong: column(), related: column(), text: column(), whole: column(), near: column() };
  const all = reading.all & ~1;
  /** @type {Map<number, Pairs>} */
  const ofOthers = new Map();
  for (let turn = 0; turn < positions.length; turn += 1) {
    const position = positions[turn];
    const pairs = namedPairs(index, reading, presence, position);
    found.strong[turn] = pairs.side;
    if (presence.related[position] !== 0) {
      pairs.side = 0;
      addRelated(pairs, index, reading, presence, position, ofOthers);
      found.related[turn] = pairs.side;
    }
    if ((found.strong[turn] & all) !== all && hasSeveral(presence.text[position])) {
      pairs.side = 0;
      addPairs(pairs, index.text, position, reading);
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
  if (hasSeveral(presence.title[position])) addPairs(pairs, title, position, reading);
  if (hasSeveral(presence.names[position])) addPairs(pairs, names, position, reading);
  return pairs;
}

// A body that hundreds of programmes belong to is looked through once.
/**
 * @param {Pairs} pairs
 * @param {Index} index
 * @param {Compiled} reading
 * @param {Presence} presence
 * @param {number} position
 * @param {Map<number, Pairs>} known
 */
function addRelated(pairs, index, reading, presence, position, known) {
  const { starts, values } = index.related;
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const other = values[at];
    const own = known.get(other) ?? namedPairs(index, reading, presence, other);
    known.set(other, own);
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
