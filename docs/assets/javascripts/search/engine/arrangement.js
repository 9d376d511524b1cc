// How the syllables of a reading stand in a stretch of a field: which of them are neighbours there, and how much of the
// stretch they are.

/**
 * @import { Rows } from "./facets.js"
 *
 * The slots of a reading that each syllable of the index fills, as bits: in `any` way, or as a `whole`.
 * @typedef {{any: Int32Array, whole: Int32Array, count: number}} Filling
 *
 * Bits of slots: bit i is set where the slots i - 1 and i stand side by side (`side`), side by side as whole syllables
 * (`whole`), or with one or two others between them (`near`).
 * @typedef {{side: number, whole: number, near: number}} Pairs
 *
 * How a stretch is filled: which slots stand in it, how many of its syllables fill one, and whether its first does.
 * @typedef {{bits: number, filled: number, opens: boolean}} Cover
 */

/**
 * Adds to some pairs those of a record's row of a field, until all that are wanted are there as whole syllables.
 * @param {Pairs} pairs
 * @param {Rows} field
 * @param {number} position
 * @param {Filling} reading
 * @param {number} wanted
 */
export function addPairs(pairs, { starts, values }, position, { any, whole }, wanted) {
  let { side, whole: sideWhole, near } = pairs;
  let [before, beforeWhole, second, third] = [0, 0, 0, 0];
  const end = starts[position + 1];
  for (let at = starts[position]; at < end; at += 1) {
    const number = values[at];
    const bits = any[number];
    // Next to all syllables of a text are none of the query.
    if ((bits | before | second) === 0) {
      third = 0;
      continue;
    }
    if (bits !== 0) {
      side |= (before << 1) & bits;
      sideWhole |= (beforeWhole << 1) & whole[number];
      near |= ((second | third) << 1) & bits;
      if ((side & sideWhole & wanted) === wanted) break;
    }
    // Nothing is near across the end of a line.
    third = number === 0 ? 0 : second;
    second = number === 0 ? 0 : before;
    before = bits;
    beforeWhole = whole[number];
  }
  pairs.side = side;
  pairs.whole = sideWhole;
  pairs.near = near;
}

/**
 * How a stretch of syllables between two places is filled by a reading.
 * @param {Uint32Array} values
 * @param {number} from
 * @param {number} to
 * @param {Int32Array} bitsOf the bits of each syllable
 * @returns {Cover}
 */
export function coverOf(values, from, to, bitsOf) {
  let [bits, filled] = [0, 0];
  for (let at = from; at < to; at += 1) {
    const own = bitsOf[values[at]];
    bits |= own;
    if (own !== 0) filled += 1;
  }
  return { bits, filled, opens: (bitsOf[values[from]] & 1) === 1 };
}

/**
 * The slots that are filled between two places where every syllable fills one, else 0.
 * @param {Uint32Array} values
 * @param {number} from
 * @param {number} to
 * @param {Int32Array} bitsOf the bits of each syllable
 */
export function slotsOfWhole(values, from, to, bitsOf) {
  let bits = 0;
  for (let at = from; at < to; at += 1) {
    const own = bitsOf[values[at]];
    if (own === 0) return 0;
    bits |= own;
  }
  return bits;
}

/**
 * Whether the slots of a reading stand side by side in their order between two places.
 * @param {Uint32Array} values
 * @param {number} from
 * @param {number} to
 * @param {Filling} reading
 */
export function isPhraseIn(values, from, to, { any, count }) {
  const last = 1 << (count - 1);
  let run = 0;
  for (let at = from; at < to; at += 1) {
    run = ((run << 1) | 1) & any[values[at]];
    if (run & last) return true;
  }
  return false;
}
