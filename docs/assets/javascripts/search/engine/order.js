// In which order records come that were found: the best first, or by day or title.

import { PARTLY, SCATTERED, TOGETHER } from "./answer.js";
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
const [HELP_LAST, DRAFT_LAST, PART] = [2 ** 30, 2 ** 31, 2 ** 32];
// The parts of an answer, in their order.
const [RIGHT, WAITING, DRAFTS, OTHERS] = [0, 1, 2, 3];
// Of more than so many times as many as are wanted, not all are put in order.
const MANY = 8;

// The turn of each record that is put in order; what stands here of others means nothing.
const turnsOf = keptOf(({ records }) => new Uint32Array(records.length));

/**
 * The least grade of what is right: that of the records with all words here and there where none holds them together.
 * @param {Uint8Array} grades
 */
export const leastOf = (grades) => (grades.includes(TOGETHER) ? TOGETHER : SCATTERED);

/**
 * The first of some records, by their turns in an answer. Whatever the order is, behind what is right waits what has
 * the words here and there, then come drafts that are right, then what has some of the words; in each of these help
 * comes after others, and drafts after both. What no day tells apart goes by how well it answers.
 * @param {Index} index
 * @param {Uint32Array} turns
 * @param {Answered} answer
 * @param {number} count how many are wanted
 * @param {string | undefined} sort
 * @param {ClassTest} passesAsClass
 * @returns {number[]}
 */
export function firstOf(index, turns, answer, count, sort, passesAsClass) {
  const { positions, scores } = answer;
  const lastOf = lastBy(index, answer);
  const byScore = (/** @type {number} */ turn) => Math.round((MOST_POINTS - Math.max(0, scores[turn])) * STEPS);
  if (sort === "title") return inOrder(index, turns, answer, count, lastOf);
  const isByDay = index.today && (sort === "start" || sort === "deadline");
  const best = inOrder(index, turns, answer, isByDay ? turns.length : count, (turn) => lastOf(turn) + byScore(turn));
  if (!index.today || !isByDay) return best;
  const ofRecord = dayOrder(index.classes, index.today, sort, passesAsClass);
  const size = best.length;
  const keys = Float64Array.from(best, (turn, place) => (lastOf(turn) + ofRecord(positions[turn])) * size + place);
  return Array.from(smallest(keys, count), (key) => best[key % size]);
}

/**
 * Each has one number, the best the smallest, with the position as its last digits, so that all that is put in order is
 * numbers, and no two are the same.
 * @type {(
 *   index: Index, turns: Uint32Array, answer: Answered, count: number, rank: (turn: number) => number,
 * ) => number[]}
 */
function inOrder(index, turns, { positions }, count, rank) {
  const size = index.records.length;
  const keys = new Float64Array(turns.length);
  const turnOf = turnsOf(index);
  for (let at = 0; at < keys.length; at += 1) {
    const turn = turns[at];
    const position = positions[turn];
    turnOf[position] = turn;
    keys[at] = rank(turn) * size + position;
  }
  return Array.from(smallest(keys, count), (key) => turnOf[key % size]);
}

/** @type {(index: Index, answer: Answered) => (turn: number) => number} what is more than any rank */
function lastBy({ traits }, { positions, grades }) {
  const least = leastOf(grades);
  return (turn) => {
    const [position, grade] = [positions[turn], grades[turn]];
    const draft = traits.draft[position];
    const help = Number(traits.kind[position] === PAGE && grade < TOGETHER);
    const part = grade === PARTLY ? OTHERS : grade < least ? WAITING : draft ? DRAFTS : RIGHT;
    return part * PART + draft * DRAFT_LAST + help * HELP_LAST;
  };
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
