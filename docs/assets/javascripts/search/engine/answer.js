// Which records answer a query, and how well. A query is read as it was typed; only while no record holds it together
// is it read in other ways.

import { loosened, respacingsOf, slipsOf } from "./correction.js";
import { SAYS_ALL, SAYS_LITTLE, sayingsOf } from "./filler.js";
import { asTyped, decodedQuery, groupedQuery, isKnown, parsed, slotsOf, withAnyMarks, withMarksTyped } from "./query.js";
import { compiled, phraseTest } from "./presence.js";
import { ranked } from "./ranking.js";
import { note, readingsOf } from "./readings.js";
import { shorthandsOf } from "./shorthand.js";

/**
 * @import { Index, Typed } from "./index.js"
 * @import { Asked, Fits } from "./query.js"
 * @import { Compiled } from "./presence.js"
 * @import { Ranked } from "./ranking.js"
 * @import { Note, Reading } from "./readings.js"
 *
 * A reading that was asked: `typed` is how many letters its last syllable has.
 * @typedef {Compiled & {typed: number, notes: Note[]}} AskedReading
 *
 * How well all records answer, and by which of the readings each has its score.
 * @typedef {{
 *   scores: Float32Array, shares: Float32Array, complete: Uint8Array, beside: Int32Array, via: Uint8Array,
 *   readings: AskedReading[],
 * }} Scored
 *
 * How far a record answers: not at all, as one of the nearest, with its words here and there, or together.
 * @typedef {{scores: Float32Array, grades: Uint8Array, via: Uint8Array, readings: AskedReading[], notes: Note[]}} Answered
 */

export const [APART, SCATTERED, TOGETHER] = [0, 1, 2];
// What share of a query's information a record must hold together to be one of the right ones; to be among the nearest
// where there is no right one, beside how near the nearest is.
const [ENOUGH, LEAST, OF_NEAREST] = [0.8, 0.3, 0.8];
// A way to read a query that is as good as this is taken; each further one must be better by so much. As much better
// than the query as it was typed it must be where that has all of its words, but some away from the others.
const [GOOD, DEARER, MUCH] = [112, 0.5, 25];
// What a query costs that was not meant as it was typed, in points.
const PRICE = 4;
const MOST_SLOTS_CORRECTED = 6;
const MOST_LOOKED_AT = 8;

/**
 * The answer to a query: tests/search/engine.yml shows it by cases.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {boolean} [literal] whether nothing but what was typed is looked for
 * @returns {Answered}
 */
export function answered(index, standings, asked, literal = false) {
  const ask = (/** @type {Reading[]} */ readings) => scored(index, standings, asked, readings);
  if (literal) return graded(index, ask([literalReading(index, asked)]), asked, false);
  const typed = ask(readingsOf(index, asked, withMarksTyped));
  const worth = worthOf(typed);
  if (asked.words.length === 0 || (worth >= 0 && isBound(typed, worth))) return graded(index, typed, asked);
  const other = bestOf(otherWays(index, asked, ask), worth < 0 ? worth : worth + MUCH);
  if (other) return graded(index, merged(typed, other), asked);
  if (holds(typed)) return graded(index, typed, asked);
  return withoutUnknown(index, standings, asked) ?? graded(index, typed, asked);
}

/**
 * The best of several ways to read a query, where one is worth more than some points; none is looked for any more once
 * one is good enough.
 * @param {Iterable<Scored>} ways
 * @param {number} least
 */
function bestOf(ways, least) {
  /** @type {Scored | undefined} */
  let best;
  let price = 0;
  let most = least;
  for (const way of ways) {
    const worth = worthOf(way) - price;
    if (worth > most) [best, most] = [way, worth];
    if (most >= GOOD) break;
    price += DEARER;
  }
  return best;
}

/**
 * The score of the best record that has all of a query and holds it together; -1 where none does.
 * @param {Scored} found
 */
function worthOf({ shares, complete, scores }) {
  let most = -1;
  for (let position = 0; position < scores.length; position += 1) {
    if (complete[position] && shares[position] >= ENOUGH) most = Math.max(most, scores[position]);
  }
  return most;
}

/** @type {(index: Index, asked: Asked) => Reading} */
const literalReading = (index, asked) => ({ slots: slotsOf(index, asked.words, asTyped), notes: [], ofClass: false, price: 0 });

/**
 * Whether the best record has each word of a query beside its neighbours; what stands alone may be a slip.
 * @param {Scored} found
 * @param {number} worth
 */
function isBound({ scores, shares, complete, beside, via, readings }, worth) {
  const best = scores.findIndex((score, position) => score === worth && complete[position] && shares[position] >= ENOUGH);
  const { count, needed } = readings[via[best]];
  return count < 3 || (beside[best] & needed) === needed;
}

/** @param {Scored} found */
const holds = ({ shares, scores }) => shares.some((share, position) => share >= ENOUGH && scores[position] >= 0);

/**
 * Other ways to read a query, the likeliest first.
 * @param {Index} index
 * @param {Asked} asked
 * @param {(readings: Reading[]) => Scored} ask
 * @returns {Generator<Scored>}
 */
function* otherWays(index, asked, ask) {
  const fits = withAnyMarks;
  if (asked.words.some(({ marked }) => marked)) {
    yield ask(told(readingsOf(index, asked, fits), note("folded", asked.text)));
  }
  const decoded = decodedQuery(asked);
  for (const marks of decoded ? [withMarksTyped, fits] : []) {
    yield ask(told(readingsOf(index, decoded, marks), note("telex", asked.text, decoded.text)));
  }
  const grouped = groupedQuery(asked);
  if (grouped) yield ask(readingsOf(index, grouped, withMarksTyped));
  for (const ofKnown of [false, true]) {
    const shorthands = shorthandsOf(index, asked, ofKnown);
    if (shorthands.length > 0) yield ask(readingsOf(withGlossary(index, shorthands), asked, fits));
  }
  for (const { from, to, words } of respacingsOf(index, asked)) {
    const respaced = { ...asked, words: [...asked.words.slice(0, from), ...words, ...asked.words.slice(to)] };
    const [written, meant] = [asked.words.slice(from, to), words].map((some) => some.map((each) => each.typed).join(" "));
    yield ask(told(readingsOf(index, respaced, fits), note("corrected", written, meant)));
  }
  yield* slips(index, asked, ask);
  if (decoded && decoded.words.some((word) => !isKnown(index, word))) yield* slips(index, decoded, ask);
}

/** @type {(index: Index, more: Index["glossary"]) => Index} */
const withGlossary = (index, more) => ({ ...index, glossary: [...index.glossary, ...more] });
/** @type {(readings: Reading[], said: Note) => Reading[]} */
const told = (readings, said) => readings.map((reading) => ({ ...reading, notes: [said, ...reading.notes] }));

/**
 * One word of a query corrected, whichever it is: first those that no record has. What it means is told by the records
 * that hold the query together with it.
 * @type {(index: Index, asked: Asked, ask: (readings: Reading[]) => Scored) => Generator<Scored>}
 */
function* slips(index, asked, ask) {
  const sayings = sayingsOf(index.namesakes, asked);
  const said = asked.words.flatMap((word, at) => (sayings[at] === SAYS_LITTLE ? [] : [{ word, at }]));
  const unknown = said.filter(({ word }) => !isKnown(index, word) && !isBegun(index, word));
  const looked = unknown.length > 0 ? unknown : said.filter(({ at }) => sayings[at] === SAYS_ALL);
  for (const { word, at } of looked.slice(0, MOST_SLOTS_CORRECTED)) {
    const numbers = slipsOf(index, word);
    if (numbers.length === 0) continue;
    const readings = readingsOf(index, asked, withMarksTyped)
      .map((reading) => ({ ...reading, slots: reading.slots.map((slot) => (slot.word === word ? loosened(slot, numbers) : slot)) }));
    const loose = ask(readings);
    if (!holds(loose)) continue;
    for (const meant of meaningsOf(index, loose, numbers)) {
      const words = asked.words.with(at, { ...index.words.list[meant], typed: word.typed, start: word.start, end: word.end });
      const corrected = readingsOf(index, { ...asked, words }, withMarksTyped);
      yield ask(told(corrected, note("corrected", word.typed, index.words.list[meant].spelling)));
    }
  }
}

// Which of some syllables the best records have, the best record's first, one for each sound.
/** @type {(index: Index, found: Scored, numbers: number[]) => number[]} */
function meaningsOf(index, { scores, shares }, numbers) {
  const best = [...scores.keys()].filter((position) => shares[position] >= ENOUGH)
    .sort((one, other) => scores[other] - scores[one]).slice(0, MOST_LOOKED_AT);
  /** @type {Map<string, number>} */
  const meanings = new Map();
  for (const position of best) {
    for (const field of [index.title, index.names, index.text]) {
      const own = new Set(field.values.subarray(field.starts[position], field.starts[position + 1]));
      for (const number of numbers) {
        const { sound } = index.words.list[number];
        if (own.has(number) && !meanings.has(sound)) meanings.set(sound, number);
      }
    }
  }
  return [...meanings.values()];
}

// The query without the words that no record has; undefined where that leaves nothing, or leaves all.
/** @type {(index: Index, standings: Uint8Array, asked: Asked) => Answered | undefined} */
function withoutUnknown(index, standings, asked) {
  const unknown = asked.words.filter((word) => !isKnown(index, word) && !isBegun(index, word));
  if (unknown.length === 0 || unknown.length === asked.words.length || asked.phrases.length > 0) return undefined;
  if (unknown.some(({ folded }) => /\d/.test(folded))) return undefined;
  const text = unknown.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), asked.text);
  const answer = answered(index, standings, parsed(text, asked.typing));
  if (answer.grades.every((grade) => grade < TOGETHER)) return undefined;
  return { ...answer, notes: [note("nowhere", unknown.map(({ typed }) => typed).join(", ")), ...answer.notes] };
}

/** @type {(index: Index, word: Typed) => boolean} */
const isBegun = (index, word) => Boolean(word.prefix) && slotsOf(index, [word], withMarksTyped)[0].numbers.length > 0;

/**
 * For each record the best score that any of some readings gives it, and which one does.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {Reading[]} readings
 * @returns {Scored}
 */
function scored(index, standings, asked, readings) {
  const size = index.records.length;
  const column = () => new Float32Array(size);
  /** @type {Scored} */
  const found = {
    scores: column().fill(-1), shares: column(), complete: new Uint8Array(size), beside: new Int32Array(size),
    via: new Uint8Array(size), readings: [],
  };
  for (const { slots, notes, ofClass, price } of readings) {
    const reading = { ...compiled(index, slots), typed: slots.at(-1)?.word.folded.length ?? 0, notes };
    found.readings.push(reading);
    take(found, ranked(index, standings, reading, ofClass), () => found.readings.length - 1, price);
  }
  keep(index, asked, found.scores);
  return found;
}

/**
 * Takes what is offered where it is better: more of the query together, then a higher score.
 * @param {Scored} taken
 * @param {Ranked} offered
 * @param {(position: number) => number} readingOf
 * @param {number} [price]
 */
function take({ scores, shares, complete, beside, via }, offered, readingOf, price = 0) {
  for (let position = 0; position < scores.length; position += 1) {
    if (offered.scores[position] < 0) continue;
    const isHeld = offered.shares[position] >= ENOUGH;
    const wasHeld = shares[position] >= ENOUGH;
    const score = offered.scores[position] - price;
    if (isHeld === wasHeld ? score <= scores[position] : wasHeld) continue;
    scores[position] = score;
    shares[position] = offered.shares[position];
    complete[position] = offered.complete[position];
    beside[position] = offered.beside[position];
    via[position] = readingOf(position);
  }
}

// The answers of two attempts, each record by its better one.
/** @type {(one: Scored, other: Scored) => Scored} */
function merged(one, other) {
  take(one, other, (position) => one.readings.length + other.via[position], PRICE);
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
  const testOf = (/** @type {Fits} */ fits) => (/** @type {Typed[]} */ words) => phraseTest(index, compiled(index, slotsOf(index, words, fits)));
  const [wanted, unwanted] = [phrases.map(testOf(withMarksTyped)), excluded.map(testOf(withMarksTyped))];
  for (let position = 0; position < scores.length; position += 1) {
    if (scores[position] < 0) continue;
    if (!wanted.every((has) => has(position)) || unwanted.some((has) => has(position))) scores[position] = -1;
  }
}

/**
 * How far each record answers. Where none holds the query together, those with all of its words; where there are none
 * either, the nearest.
 * @param {Index} index
 * @param {Scored} found
 * @param {Asked} asked
 * @param {boolean} [withNearest]
 * @returns {Answered}
 */
function graded(index, { scores, shares, complete, via, readings }, asked, withNearest = true) {
  const grades = new Uint8Array(scores.length);
  const hasPhrases = asked.phrases.length > 0;
  for (let position = 0; position < scores.length; position += 1) {
    if (scores[position] < 0) continue;
    grades[position] = shares[position] >= ENOUGH || asked.words.length === 0 ? TOGETHER : Number(complete[position] === 1);
    if (hasPhrases && grades[position] > 0) grades[position] = TOGETHER;
  }
  const notes = grades.some((grade) => grade > APART) || !withNearest ? [] : nearest(scores, shares, grades, asked);
  for (let position = 0; position < scores.length; position += 1) if (grades[position] === APART) scores[position] = -1;
  return { scores, grades, via, readings, notes };
}

/** @type {(scores: Float32Array, shares: Float32Array, grades: Uint8Array, asked: Asked) => Note[]} */
function nearest(scores, shares, grades, asked) {
  const most = shares.reduce((one, other, position) => (scores[position] >= 0 ? Math.max(one, other) : one), 0);
  if (most < LEAST || asked.words.length < 2) return [];
  for (let position = 0; position < scores.length; position += 1) {
    if (scores[position] >= 0 && shares[position] >= OF_NEAREST * most) grades[position] = SCATTERED;
  }
  return [note("nearest", asked.text)];
}
