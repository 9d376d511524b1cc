// Other ways to read a query than as it was typed: without its marks, as keys of an input method, with its shorthand
// written out, its words apart or together, one of them corrected.

import { inOne, loosened, meantBy, respacingsOf, slipsMeant } from "./correction.js";
import { rowOf } from "./facets.js";
import { SAYS_ALL, SAYS_LITTLE, sayingsOf } from "./filler.js";
import { inPairs } from "./neighbours.js";
import { asTyped, decodedQuery, groupedQuery, isBegun, isKnown, withAnyMarks, withMarksTyped } from "./query.js";
import { ENOUGH } from "./ranking.js";
import { note, readingsOf } from "./readings.js";
import { holds, isBound, worthOf } from "./scoring.js";
import { shorthandsOf } from "./shorthand.js";
import { spelt } from "./spellings.js";

/**
 * @import { Respacing } from "./correction.js"
 * @import { Index, Typed } from "./index.js"
 * @import { Asked } from "./query.js"
 * @import { Note, Reading } from "./readings.js"
 * @import { Scored } from "./scoring.js"
 *
 * Has readings asked of all records; undefined where no record has every word of any of them.
 * @typedef {(readings: Reading[]) => Scored | undefined} Ask
 */

// A way to read a query that is as good as this is taken; each further one must be better by so much.
const [GOOD, DEARER] = [112, 0.5];
const MOST_CORRECTED = 6;
const MOST_LOOKED_AT = 8;

/**
 * The best of several ways to read a query, where one is worth more than some points: first those in which each word
 * stands beside a neighbour. None is looked for any more once such a one is good enough.
 * @param {Iterable<Scored | undefined>} ways
 * @param {number} least
 */
export function bestOf(ways, least) {
  /** @type {Scored | undefined} */
  let best;
  let [isBestBound, most] = [false, least];
  let price = 0;
  for (const way of ways) {
    const worth = way ? worthOf(way) - price : least;
    if (way && worth > least) {
      const isWayBound = isBound(way);
      if (isWayBound === isBestBound ? worth > most : isWayBound) [best, isBestBound, most] = [way, isWayBound, worth];
    }
    if (isBestBound && most >= GOOD) break;
    price += DEARER;
  }
  return best;
}

/**
 * Other ways to read a query, the likeliest first.
 * @param {Index} index
 * @param {Asked} asked
 * @param {Ask} ask
 * @param {Scored} typed what the query as it was typed gives
 * @param {boolean} isNamed whether a record is called by all of its words: whoever typed them meant their marks
 * @returns {Generator<Scored | undefined>}
 */
export function* otherWays(index, asked, ask, typed, isNamed) {
  if (!isNamed && asked.words.some(({ marked }) => marked)) {
    yield ask(told(readingsOf(index, asked, withAnyMarks), note("folded", asked.text)));
  }
  const decoded = decodedQuery(index, asked);
  if (decoded) yield* asKeys(index, asked, decoded, ask);
  const grouped = groupedQuery(index, asked);
  if (grouped) yield ask(readingsOf(index, grouped, withMarksTyped));
  for (const ofKnown of [false, true]) {
    const shorthands = shorthandsOf(index, asked, ofKnown);
    const richer = { ...index, glossary: [...index.glossary, ...shorthands] };
    if (shorthands.length > 0) yield ask(readingsOf(richer, asked, withAnyMarks));
  }
  yield* respaced(index, asked, ask);
  yield* corrected(index, asked, ask, typed, (word, spelling) => note("corrected", word.typed, spelling));
  // A word by itself that is neither as typed nor as keys is none.
  if (!decoded || decoded.words.length === 1) return;
  const { text } = decoded;
  yield* corrected(index, decoded, ask, typed, ({ start, end }, spelling) => {
    return note("telex", asked.text, text.slice(0, start) + spelling + text.slice(end));
  });
}

// The words of a query that are no slips: they make a word with one beside them in any record, or are written
// otherwise in a reading.
/** @type {(asked: Asked, found: Scored) => Set<Typed>} */
function bondedIn({ words }, { readings }) {
  return new Set(words.filter(({ start }) => readings.some(({ words: own, pairable }) => {
    const at = own.findIndex((word) => word.start === start);
    return at < 0 || (inPairs(pairable) >> at) & 1;
  })));
}

/** @type {(index: Index, asked: Asked, decoded: Asked, ask: Ask) => Generator<Scored | undefined>} */
function* asKeys(index, asked, decoded, ask) {
  for (const fits of [withMarksTyped, withAnyMarks]) {
    yield ask(told(readingsOf(index, decoded, fits), note("telex", asked.text, decoded.text)));
  }
}

/** @type {<R extends {notes: Note[]}>(readings: R[], ...said: Note[]) => R[]} */
const told = (readings, ...said) => readings.map((reading) => ({ ...reading, notes: [...said, ...reading.notes] }));

/** @type {(index: Index, asked: Asked, ask: Ask) => Generator<Scored | undefined>} */
function* respaced(index, asked, ask) {
  const all = respacingsOf(index, asked);
  const apart = all.filter((one, at) => !all.slice(0, at).some((other) => one.from < other.to && other.from < one.to));
  for (const several of [...(apart.length > 1 ? [apart] : []), ...all.map((one) => [one])]) {
    const inOrder = [...several].sort((one, other) => one.from - other.from);
    const words = [...asked.words];
    // From the last on, so that the places of those before stay.
    for (const one of inOrder.toReversed()) words.splice(one.from, one.to - one.from, ...one.words);
    const found = ask(readingsOf(index, { ...asked, words }, withAnyMarks));
    yield found && { ...found, readings: told(found.readings, ...respacedNotes(index, asked.words, words, inOrder)) };
  }
}

/** @type {(index: Index, typed: Typed[], words: Typed[], inOrder: Respacing[]) => Note[]} */
function respacedNotes(index, typed, words, inOrder) {
  let moved = 0;
  return inOrder.map(({ from, to, words: { length } }) => {
    const { before, behind, text } = spelt(index, words, from + moved, from + moved + length);
    moved += length - (to - from);
    return note("corrected", inOne(typed.slice(from - before, to + behind)), text);
  });
}

/**
 * One word of a query corrected, whichever it is: first those that no record has. What it means is told by the records
 * that hold the query together with it.
 * @type {(
 *   index: Index, asked: Asked, ask: Ask, typed: Scored, noteOf: (word: Typed, spelling: string) => Note,
 * ) => Generator<Scored | undefined>}
 */
function* corrected(index, asked, ask, typed, noteOf) {
  for (const at of correctable(index, asked, typed)) {
    const word = asked.words[at];
    const numbers = slipsMeant(index, asked.words, at);
    const loose = readingsOf(index, asked, withMarksTyped).map((reading) => {
      return { ...reading, slots: reading.slots.map((slot) => (slot.word === word ? loosened(slot, numbers) : slot)) };
    });
    const found = numbers.length > 0 ? ask(loose) : undefined;
    if (!found || !holds(found)) continue;
    for (const number of meaningsOf(index, found, numbers)) {
      const words = asked.words.with(at, meantBy(index, word, number));
      const readings = readingsOf(index, { ...asked, words }, withMarksTyped);
      yield ask(told(readings, noteOf(word, index.words.list[number].spelling)));
    }
  }
}

// The places of the words that may be slips. What says little is never one, and what records have only where none
// holds the query together.
/** @type {(index: Index, asked: Asked, typed: Scored) => number[]} */
function correctable(index, asked, typed) {
  const { words } = asked;
  const sayings = sayingsOf(index, asked);
  const said = [...words.keys()].filter((at) => sayings[at] !== SAYS_LITTLE && !words[at].capital);
  const unknown = said.filter((at) => !isKnown(index, words[at]) && !isBegun(index, words[at]));
  if (unknown.length > 0 || worthOf(typed) >= 0) return unknown.slice(0, MOST_CORRECTED);
  const bonded = bondedIn(asked, typed);
  return said.filter((at) => sayings[at] === SAYS_ALL && !bonded.has(words[at]) && !isWritten(index, words[at]))
    .slice(0, MOST_CORRECTED);
}

/**
 * Whether a word stands in some record with the very marks that were typed: whoever marks a word knows it.
 * @type {(index: Index, word: Typed) => boolean}
 */
export const isWritten = ({ words: { sounds, list } }, word) => {
  return word.marked && (sounds.get(word.sound) ?? []).some((number) => asTyped(word, list[number]));
};

// Which of some syllables the best records have, the best record's first, one for each sound.
/** @type {(index: Index, found: Scored, numbers: number[]) => number[]} */
function meaningsOf(index, { positions, scores, shares }, numbers) {
  const best = [...scores.keys()].filter((turn) => shares[turn] >= ENOUGH)
    .sort((one, other) => scores[other] - scores[one] || positions[one] - positions[other])
    .slice(0, MOST_LOOKED_AT).map((turn) => positions[turn]);
  /** @type {Map<string, number>} */
  const meanings = new Map();
  for (const position of best) {
    for (const own of syllablesOf(index, position)) {
      for (const number of numbers) {
        const { sound } = index.words.list[number];
        if (own.has(number) && !meanings.has(sound)) meanings.set(sound, number);
      }
    }
  }
  return [...meanings.values()];
}

// Those of its title, of its names, of its text.
/** @type {(index: Index, position: number) => Set<number>[]} */
function syllablesOf({ title, names, text }, position) {
  const lines = [...rowOf(text.rows, position)].flatMap((line) => [...rowOf(text.lines, line)]);
  return [rowOf(title, position), rowOf(names, position), lines].map((numbers) => new Set(numbers));
}
