// How well all records answer several readings of a query: each record by its best one.

import { hasSeveral } from "./bits.js";
import { compiled, giveBack, isAnywhere, phraseTest, presenceOf } from "./presence.js";
import { slotsOf, withMarksTyped } from "./query.js";
import { ENOUGH, noneFound, ranked } from "./ranking.js";

/**
 * @import { Index, Typed, Word } from "./index.js"
 * @import { Compiled, Presence } from "./presence.js"
 * @import { Asked } from "./query.js"
 * @import { Columns } from "./ranking.js"
 * @import { Note, Reading } from "./readings.js"
 *
 * A reading made ready to be asked.
 * @typedef {Reading & {ready: Compiled, presence: Presence}} Ready
 *
 * A reading that was asked, with the words of its slots: `typed` is how many letters its last syllable has, `pairable`
 * are the slots that make a word with the one before.
 * @typedef {Compiled & {
 *   words: (Word & {typed?: string})[], typed: number, notes: Note[], pairable: number,
 * }} AskedReading
 *
 * How well all records answer, and by which of the readings each has its score.
 * @typedef {Columns & {via: Uint8Array, readings: AskedReading[]}} Scored
 */

// What a query costs that was not meant as it was typed, in points.
const PRICE = 4;

/**
 * Readings with what the records have of them.
 * @param {Index} index
 * @param {Reading[]} readings
 * @returns {Ready[]}
 */
export function madeReady(index, readings) {
  return readings.map((reading) => {
    const ready = compiled(index, reading.slots);
    return { ...reading, ready, presence: presenceOf(index, ready) };
  });
}

/**
 * Gives back what readings needed that are asked no more.
 * @param {Index} index
 * @param {Ready[]} several
 */
export function done(index, several) {
  for (const { presence } of several) giveBack(index, presence);
}

/**
 * Whether any record has every word of at least one reading.
 * @param {Ready[]} several
 */
export const isAnswerable = (several) => several.some(({ ready, presence }) => isAnywhere(presence, ready));

/**
 * For each record the best score that any of some readings gives it, and which one does.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {Ready[]} several
 * @param {boolean} [withOthers] whether also what neither has all of the query nor holds enough of it together
 * @returns {Scored}
 */
export function scored(index, standings, asked, several, withOthers = false) {
  const answers = several.map(({ ready, presence, ofClass }) => {
    return ranked(index, standings, ready, presence, ofClass, withOthers);
  });
  const readings = several.map(({ slots, notes, ready }, at) => {
    const words = slots.map(({ word }) => word);
    return { ...ready, words, typed: words.at(-1)?.folded.length ?? 0, notes, pairable: answers[at].pairable };
  });
  const size = index.records.length;
  /** @type {Scored} */
  const found = { ...noneFound(size), via: new Uint8Array(size), readings };
  answers.forEach((answer, at) => take(found, answer, answer.positions, () => at, several[at].price));
  keep(index, asked, found.scores);
  return found;
}

/**
 * Takes what is offered where it is better: enough of the query together, then all of it, then a higher score.
 * @param {Scored} taken
 * @param {Columns} offered
 * @param {Uint32Array | undefined} positions those of the records that are offered; undefined where all are
 * @param {(turn: number) => number} readingOf
 * @param {number} price
 */
function take({ scores, shares, complete, beside, via }, offered, positions, readingOf, price) {
  for (let turn = 0; turn < offered.scores.length; turn += 1) {
    if (offered.scores[turn] < 0) continue;
    const position = positions ? positions[turn] : turn;
    const score = offered.scores[turn] - price;
    const rank = rankOf(offered.shares[turn], offered.complete[turn]);
    const before = rankOf(shares[position], complete[position]);
    if (rank === before ? score <= scores[position] : rank < before) continue;
    scores[position] = score;
    shares[position] = offered.shares[turn];
    complete[position] = offered.complete[turn];
    beside[position] = offered.beside[turn];
    via[position] = readingOf(turn);
  }
}

/** @type {(share: number, complete: number) => number} */
const rankOf = (share, complete) => (share >= ENOUGH ? 2 : complete);

// The answers of two attempts, each record by its better one.
/** @type {(one: Scored, other: Scored) => Scored} */
export function merged(one, other) {
  take(one, other, undefined, (position) => one.readings.length + other.via[position], PRICE);
  return { ...one, readings: [...one.readings, ...other.readings] };
}

/**
 * Takes out what lacks a phrase or has what is excluded.
 * @param {Index} index
 * @param {Asked} asked
 * @param {Float32Array} scores
 */
function keep(index, { phrases, excluded }, scores) {
  if (phrases.length === 0 && excluded.length === 0) return;
  const testOf = (/** @type {Typed[]} */ words) => {
    return phraseTest(index, compiled(index, slotsOf(index, words, withMarksTyped)));
  };
  const [wanted, unwanted] = [phrases.map(testOf), excluded.map(testOf)];
  for (let position = 0; position < scores.length; position += 1) {
    if (scores[position] < 0) continue;
    if (!wanted.every((has) => has(position)) || unwanted.some((has) => has(position))) scores[position] = -1;
  }
}

/**
 * The score of the best record that has all of a query and holds it together; -1 where none does.
 * @param {Pick<Scored, "scores" | "shares" | "complete">} found
 */
export function worthOf({ shares, complete, scores }) {
  let most = -1;
  for (let position = 0; position < scores.length; position += 1) {
    if (complete[position] && shares[position] >= ENOUGH) most = Math.max(most, scores[position]);
  }
  return most;
}

/**
 * Whether a record has each word of a query that says something beside one of its neighbours.
 * @param {Scored} found
 * @param {number} position
 */
export function isBoundAt({ beside, via, readings }, position) {
  const own = readings[via[position]].spoken;
  return !hasSeveral(own) || (beside[position] & own) === own;
}

/**
 * Whether any record does that has all words; a word that stands alone everywhere may be a slip.
 * @param {Scored} found
 */
export function isBound(found) {
  return found.scores.some((score, at) => score >= 0 && found.complete[at] === 1 && isBoundAt(found, at));
}

/** @param {Scored} found */
export const holds = ({ shares, scores }) => shares.some((share, position) => share >= ENOUGH && scores[position] >= 0);
