// How the syllables of a reading stand in a stretch of a field.

/**
 * @import { Rows } from "./facets.js"
 *
 * The slots of a reading that each syllable of the index fills, as bits: in `any` way, or as a `whole`.
 * @typedef {{any: Int32Array, whole: Int32Array, count: number}} Filling
 */

/**
 * From the weakest: somewhere, in order, near one another (with one or two others between them), side by side, nothing
 * else beside them.
 */
export const [, SCATTERED, ORDERED, NEAR, PHRASE, ALONE] = [0, 1, 2, 3, 4, 5];

/**
 * How the syllables of a reading stand in a record's row of a field, as `arrangedBetween` tells it.
 * @param {Rows} field
 * @param {number} position
 * @param {Filling} reading
 */
export function arranged({ starts, values }, position, reading) {
  return arrangedBetween(values, starts[position], starts[position + 1], reading);
}

/**
 * How the syllables of a reading stand between two places, doubled, plus one where the stretch begins with them.
 * @param {Uint32Array} values
 * @param {number} from
 * @param {number} to
 * @param {Filling} reading
 */
export function arrangedBetween(values, from, to, { any, whole, count }) {
  // Bit i of run0 is set while the first i + 1 syllables have just been met in a row, of run1 with one other between
  // them, of run2 with two.
  const last = 1 << (count - 1);
  let run0 = 0;
  let run1 = 0;
  let run2 = 0;
  let next = 0;
  let best = SCATTERED * 2;
  for (let at = from; at < to; at += 1) {
    const bits = any[values[at]];
    const met0 = ((run0 << 1) | 1) & bits;
    const met1 = (run1 << 1) & bits;
    const met2 = (run2 << 1) & bits;
    if ((bits >> next) & 1) next += 1;
    if (met0 & last) return phrase(at - count + 1 === from, to - from === count && Boolean(whole[values[at]] & last));
    if ((met1 | met2) & last) best = Math.max(best, NEAR * 2 + Number(at - count - (met1 & last ? 0 : 1) === from));
    run2 = met2 | run1;
    run1 = met1 | run0;
    run0 = met0;
  }
  return next === count ? Math.max(best, ORDERED * 2 + (any[values[from]] & 1)) : best;
}

/** @param {boolean} opens @param {boolean} isAlone */
const phrase = (opens, isAlone) => (isAlone ? ALONE : PHRASE) * 2 + Number(opens);

/**
 * Whether the last of several syllables stands between two places.
 * @param {Uint32Array} values
 * @param {number} from
 * @param {number} to
 * @param {Filling} reading
 */
export function endsBetween(values, from, to, { any, count }) {
  if (count < 2) return false;
  for (let at = from; at < to; at += 1) if ((any[values[at]] >> (count - 1)) & 1) return true;
  return false;
}

/**
 * Bit i is set where the syllables i - 1 and i stand side by side in a record's row of a field.
 * @param {Rows} field
 * @param {number} position
 * @param {Filling["any"]} any
 */
export function pairsIn({ starts, values }, position, any) {
  let pairs = 0;
  let before = 0;
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const bits = any[values[at]];
    pairs |= (before << 1) & bits;
    before = bits;
  }
  return pairs;
}
