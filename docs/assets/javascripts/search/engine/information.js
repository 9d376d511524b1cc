// How much each word of a reading tells: the fewer records have it, the more.

import { bitsWhere, summable } from "./bits.js";
import { marksOf } from "./marks.js";
import { pairMarksOf } from "./neighbours.js";

/**
 * @import { Summable } from "./bits.js"
 * @import { Index, Slot } from "./index.js"
 * @import { Neighbours } from "./neighbours.js"
 * @import { Compiled, Presence } from "./presence.js"
 *
 * How many records have each slot, and how much it tells.
 * @typedef {{having: Uint32Array, slots: Summable}} Known
 *
 * The information of each slot, and of each slot with the one before it; `total` is all of it. `pairable` are the slots
 * that make a word with the one before.
 * @typedef {{slots: Summable, pairs: Summable, total: number, pairable: number}} Information
 */

// Two syllables are a word where more than this share of the records that have the rarer one have them side by side;
// where they are all of the query, any record is enough, or more than this share if one says that a class is meant
// («khóa luận» is a word, «lớp nguồn» none).
export const BOND = 0.1;
const CHANCE = 0.02;
// What a number stands beside is often chance.
const BESIDE_NUMBER = 0.5;

/** @type {(records: number, having: number) => number} */
const informationFor = (records, having) => Math.log(1 + records / Math.max(1, having));

/** @type {(both: number, one: number, other: number) => number} */
const shareOf = (both, one, other) => both / Math.max(1, Math.min(one, other));

/** @type {(index: Index, slot: Slot) => number} how many records have a word */
const havingOf = (index, slot) => marksOf(index, slot).positions.length;

/**
 * The bond of two words, the second behind the first: 0 where they never stand so, 1 where the rarer one always does.
 * @type {(index: Index, one: Slot, other: Slot) => number}
 */
export const bondOf = (index, one, other) => {
  return shareOf(pairMarksOf(index, one, other).having, havingOf(index, one), havingOf(index, other));
};

/** @type {(reading: Compiled, presence: Presence) => Known} */
export function knownOf({ weights }, { any, having }) {
  const size = any.length;
  const slots = Float64Array.from(having, (records, slot) => weights[slot] * informationFor(size, records));
  return { having, slots: summable(slots) };
}

/**
 * Neighbours tell the more the fewer have them, and the more of those that could have them do: what stands side by side
 * once, while many records have both, is no word.
 * @type {(reading: Compiled, known: Known, neighbours: Neighbours, size: number) => Information}
 */
export function informationOf({ count, weights, figures }, known, { having }, size) {
  const bonds = Array.from(having, (records, slot) => {
    return slot > 0 ? shareOf(records, known.having[slot - 1], known.having[slot]) : 0;
  });
  const [behindFigure, besideFigure] = [figures << 1, figures | (figures << 1)];
  const pairs = Float64Array.from(bonds, (bond, slot) => {
    if (bond === 0) return 0;
    const weight = Math.min(weights[slot - 1], weights[slot]) * ((besideFigure >> slot) & 1 ? BESIDE_NUMBER : 1);
    return Math.sqrt(bond) * weight * informationFor(size, having[slot]);
  });
  const ofPair = weights.every((weight) => weight >= 1) ? 0 : CHANCE;
  const least = count === 2 ? ofPair : BOND;
  const pairable = bitsWhere(bonds, (bond) => bond > least) & ~behindFigure;
  return { slots: known.slots, pairs: summable(pairs), total: sum(known.slots.values) + sum(pairs) || 1, pairable };
}

/** @param {Float64Array} numbers */
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
