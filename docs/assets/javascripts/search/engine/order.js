// In which order records come that were found: the best first, or by day or title.

import { PARTLY, TOGETHER } from "./answer.js";
import { dayOrder } from "./classes.js";
import { keptOf } from "./kept.js";
import { PAGE } from "./traits.js";

/**
 * @import { Answered } from "./answer.js"
 * @import { Index } from "./index.js"
 *
 * Which classes pass the filters of classes; undefined where there are none.
 * @typedef {((at: number) => boolean) | undefined} ClassTest
 */

// Points are counted in steps this fine.
const STEPS = 2 ** 20;
const MOST_POINTS = 2 ** 9;
const [HELP_LAST, SCATTERED_LAST, DRAFTS_LAST, PARTLY_LAST] = [2 ** 30, 2 ** 31, 2 ** 32, 2 ** 33];
// Of more than so many times as many as are wanted, not all are put in order.
const MANY = 8;

// The turn of each record that is put in order; what stands here of others means nothing.
const turnsOf = keptOf(({ records }) => new Uint32Array(records.length));

/**
 * The first of some records, by their turns in an answer. Each has one number, the best the smallest, with the position
 * as its last digits, so that all that is put in order is numbers, and no two are the same. Whatever the order is, what
 * has some of the words comes last, before it drafts, then what has the words here and there; in each of these help is
 * last.
 * @param {Index} index
 * @param {Uint32Array} turns
 * @param {Answered} answer
 * @param {number} count how many are wanted
 * @param {string | undefined} sort
 * @param {ClassTest} passesAsClass
 * @returns {number[]}
 */
export function firstOf(index, turns, answer, count, sort, passesAsClass) {
  const rank = rankBy(index, answer, sort, passesAsClass);
  const { positions, grades } = answer;
  const { records: { length: size }, traits } = index;
  const keys = new Float64Array(turns.length);
  const turnOf = turnsOf(index);
  for (let at = 0; at < keys.length; at += 1) {
    const turn = turns[at];
    const position = positions[turn];
    turnOf[position] = turn;
    const scattered = Number(grades[turn] < TOGETHER);
    const help = Number(traits.kind[position] === PAGE) & scattered;
    const last = help * HELP_LAST + scattered * SCATTERED_LAST + traits.draft[position] * DRAFTS_LAST
      + Number(grades[turn] === PARTLY) * PARTLY_LAST;
    keys[at] = (last + rank(turn)) * size + position;
  }
  return Array.from(smallest(keys, count), (key) => turnOf[key % size]);
}

/** @type {(index: Index, answer: Answered, sort?: string, passes?: ClassTest) => (turn: number) => number} */
function rankBy(index, { positions, scores }, sort, passesAsClass) {
  if (sort === "title") return () => 0;
  if (index.today && (sort === "start" || sort === "deadline")) {
    const ofRecord = dayOrder(index.classes, index.today, sort, passesAsClass);
    return (turn) => ofRecord(positions[turn]);
  }
  return (turn) => Math.round((MOST_POINTS - Math.max(0, scores[turn])) * STEPS);
}

/** @type {(keys: Float64Array, count: number) => Float64Array} in their order */
function smallest(keys, count) {
  if (keys.length <= count * MANY || count === 0) return keys.sort().subarray(0, count);
  const found = keys.slice(0, count).sort();
  for (let at = count; at < keys.length; at += 1) {
    let place = count - 1;
    if (keys[at] >= found[place]) continue;
    for (; place > 0 && found[place - 1] > keys[at]; place -= 1) found[place] = found[place - 1];
    found[place] = keys[at];
  }
  return found;
}
