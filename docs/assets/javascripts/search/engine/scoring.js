// How well all records answer several readings of a query: each record by its best one.

import { hasSeveral } from "./bits.js";
import { keptOf } from "./kept.js";
import { compiled, giveBack, isAnywhere, isNamedAnywhere, phraseTest, presenceOf } from "./presence.js";
import { slotsOf, withMarksTyped } from "./query.js";
import { ENOUGH, firstOfAll, noneFound, ranked } from "./ranking.js";

/**
 * @import { Index, Typed } from "./index.js"
 * @import { Compiled, Presence } from "./presence.js"
 * @import { Asked } from "./query.js"
 * @import { Columns, Reach } from "./ranking.js"
 * @import { Note, Reading } from "./readings.js"
 *
 * A reading made ready to be asked.
 * @typedef {Reading & {ready: Compiled, presence: Presence}} Ready
 *
 * A reading that was asked, with the words of its slots: `typed` is how many letters its last syllable has, `pairable`
 * are the slots that make a word with the one before.
 * @typedef {Compiled & {
 *   words: Typed[], typed: number, notes: Note[], pairable: number,
 * }} AskedReading
 *
 * Records that may answer, each once; how well, and by which of the readings each has its score. Those
 * with a score below 0 don't answer, nor does any other record.
 * @typedef {Columns & {positions: Uint32Array, via: Uint8Array}} Offered
 * @typedef {Offered & {readings: AskedReading[]}} Scored
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
    const ready = compiled(index, reading.slots, reading.isFor);
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
 * Whether any record is called by every word that says all, as at least one reading has it.
 * @param {Ready[]} several
 */
export const isNamed = (several) => several.some(({ ready, presence }) => isNamedAnywhere(presence, ready));

/**
 * The best score that any of some readings gives each record, and which one does.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {Ready[]} several
 * @param {Reach} [reach]
 * @returns {Scored}
 */
export function scored(index, standings, asked, several, reach = "right") {
  const answers = several.map(({ ready, presence, meant }) => {
    return ranked(index, standings, ready, presence, meant, reach);
  });
  const readings = several.map(({ slots, notes, ready }, at) => {
    const words = slots.map(({ word }) => word);
    return { ...ready, words, typed: words.at(-1)?.folded.length ?? 0, notes, pairable: answers[at].pairable };
  });
  const offers = answers.map((answer, at) => ({ ...answer, via: new Uint8Array(answer.positions.length).fill(at) }));
  const found = bestOfEach(index, offers, several.map(({ price }) => price));
  keep(index, asked, found);
  return { ...found, readings };
}

// The turn of each record among those that were taken, plus one; 0 for none.
const turnsOf = keptOf(({ records }) => new Uint32Array(records.length));

/**
 * What several offer, each record by what is better: enough of the query together, then all of it, then a higher score.
 * @type {(index: Index, offers: Offered[], prices: number[]) => Offered}
 */
function bestOfEach(index, offers, prices) {
  if (offers.length === 1 && prices[0] === 0) return offers[0];
  const turns = turnsOf(index);
  const most = offers.reduce((length, { positions }) => length + positions.length, 0);
  const taken = { positions: new Uint32Array(most), via: new Uint8Array(most), ...noneFound(most) };
  let length = 0;
  offers.forEach((offered, at) => {
    for (let turn = 0; turn < offered.positions.length; turn += 1) {
      if (offered.scores[turn] < 0) continue;
      const position = offered.positions[turn];
      if (turns[position] === 0) {
        taken.positions[length++] = position;
        turns[position] = length;
      }
      take(taken, turns[position] - 1, offered, turn, prices[at]);
    }
  });
  const positions = taken.positions.subarray(0, length);
  for (const position of positions) turns[position] = 0;
  return { positions, via: taken.via.subarray(0, length), ...firstOfAll(taken, length) };
}

/** @type {(taken: Offered, own: number, offered: Offered, turn: number, price: number) => void} */
function take({ scores, shares, complete, beside, via }, own, offered, turn, price) {
  const score = offered.scores[turn] - price;
  const rank = rankOf(offered.shares[turn], offered.complete[turn]);
  const before = rankOf(shares[own], complete[own]);
  if (rank === before ? score <= scores[own] : rank < before) return;
  scores[own] = score;
  shares[own] = offered.shares[turn];
  complete[own] = offered.complete[turn];
  beside[own] = offered.beside[turn];
  via[own] = offered.via[turn];
}

/** @type {(share: number, complete: number) => number} */
const rankOf = (share, complete) => (share >= ENOUGH ? 2 : complete);

// The answers of two attempts, each record by its better one.
/** @type {(index: Index, one: Scored, other: Scored) => Scored} */
export function merged(index, one, other) {
  const via = other.via.map((reading) => one.readings.length + reading);
  const readings = [...one.readings, ...other.readings];
  return { ...bestOfEach(index, [one, { ...other, via }], [0, PRICE]), readings };
}

// Takes out what may not be found.
/** @type {(index: Index, asked: Asked, found: Offered) => void} */
function keep(index, asked, { positions, scores }) {
  const isAllowed = allowedBy(index, asked);
  if (!isAllowed) return;
  for (let turn = 0; turn < positions.length; turn += 1) if (!isAllowed(positions[turn])) scores[turn] = -1;
}

/**
 * A test whether a record has every phrase and nothing that is excluded; undefined where all do.
 * @type {(index: Index, asked: Asked) => ((position: number) => boolean) | undefined}
 */
function allowedBy(index, { phrases, excluded }) {
  if (phrases.length === 0 && excluded.length === 0) return undefined;
  const testOf = (/** @type {Typed[]} */ words) => {
    return phraseTest(index, compiled(index, slotsOf(index, words, withMarksTyped)));
  };
  const [wanted, unwanted] = [phrases.map(testOf), excluded.map(testOf)];
  return (position) => wanted.every((has) => has(position)) && !unwanted.some((has) => has(position));
}

// What every key fills anew: the positions of records, and a mark for each, 0 while it is not in use.
const roomOf = keptOf(({ records }) => ({
  positions: new Uint32Array(records.length), marks: new Uint8Array(records.length),
}));

/**
 * The records that have a word of any reading and are not among others, in their order, until the next key. Of one word
 * there are none.
 * @type {(index: Index, asked: Asked, several: Ready[], others: Uint32Array) => Uint32Array}
 */
export function havingAny(index, asked, several, others) {
  const { positions, marks } = roomOf(index);
  if (asked.words.length < 2) return positions.subarray(0, 0);
  for (const { presence: { any } } of several) {
    for (let position = 0; position < any.length; position += 1) if (any[position] !== 0) marks[position] = 1;
  }
  for (let turn = 0; turn < others.length; turn += 1) marks[others[turn]] = 0;
  let length = 0;
  for (let position = 0; position < marks.length; position += 1) {
    if (marks[position] !== 0) positions[length++] = position;
  }
  marks.fill(0);
  const isAllowed = allowedBy(index, asked);
  const found = positions.subarray(0, length);
  return isAllowed ? found.filter(isAllowed) : found;
}

/**
 * The score of the best record that has all of a query and holds it together; -1 where none does.
 * @param {Pick<Scored, "scores" | "shares" | "complete">} found
 */
export function worthOf({ shares, complete, scores }) {
  let most = -1;
  for (let turn = 0; turn < scores.length; turn += 1) {
    if (complete[turn] && shares[turn] >= ENOUGH) most = Math.max(most, scores[turn]);
  }
  return most;
}

/**
 * A test whether a record, by its turn, has each word of a query that says something beside one of its neighbours.
 * @param {Scored} found
 * @returns {(turn: number) => boolean}
 */
export function boundTest({ beside, via, readings }) {
  const wanted = Int32Array.from(readings, ({ spoken }) => (hasSeveral(spoken) ? spoken : 0));
  return (turn) => (wanted[via[turn]] & ~beside[turn]) === 0;
}

/**
 * Whether any record does that has all words; a word that stands alone everywhere may be a slip.
 * @param {Scored} found
 */
export function isBound(found) {
  const isBoundAt = boundTest(found);
  return found.scores.some((score, turn) => score >= 0 && found.complete[turn] === 1 && isBoundAt(turn));
}

/** @param {Scored} found */
export const holds = ({ shares, scores }) => shares.some((share, turn) => share >= ENOUGH && scores[turn] >= 0);
