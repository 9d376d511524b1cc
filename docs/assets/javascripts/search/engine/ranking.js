// How well each record answers a reading of the query: which of its syllables the fields have and how they stand there,
// packed into one number.

import {
  ALONE, NEAR, ORDERED, PHRASE, SCATTERED, arranged, arrangedBetween, endsBetween, pairsIn,
} from "./arrangement.js";
import { BODY, NAMED, PROGRAM, SOURCE, TOPIC } from "./traits.js";

/**
 * @import { Filling } from "./arrangement.js"
 * @import { Rows } from "./facets.js"
 * @import { Field, Index, Typed, Word, Words } from "./index.js"
 * @import { Traits } from "./traits.js"
 */

/**
 * A place of a reading: a word, and the numbers of the syllables that it may mean. `loose` where those are among them
 * that differ from it by a slip.
 * @template {Word} [W=Typed]
 * @typedef {{word: W, prefix: boolean, numbers: number[], loose?: boolean}} Slot
 */

/**
 * A reading made ready: a filling, with the bits of the slots that a syllable fills with the `exact` marks typed, `all`
 * bits together, and the numbers of all syllables that fill a slot.
 * @typedef {Filling & {exact: Int32Array, all: number, numbers: number[]}} Compiled
 *
 * For each record the bits of the syllables that each field has, that any has as a whole or with the marks typed; and
 * those of neighbours, -1 as long as nobody looked for them.
 * @typedef {{[column in "title" | "names" | "text" | "whole" | "exact" | "pairs"]: Int32Array}} Marks
 */

/** As many syllables of a query count: each is one bit of a number. */
export const MOST_SYLLABLES = 30;

// What a record is found by, weakest first; 0 is by its fields together.
/** @type {{[arrangement: number]: number}} */
const TIER_OF_TITLE = { [SCATTERED]: 2, [ORDERED]: 3, [NEAR]: 4, [PHRASE]: 7, [ALONE]: 10 };
/** @type {{[arrangement: number]: number}} */
const TIER_OF_NAME = { [PHRASE]: 5, [ALONE]: 5 };
/** @type {{[arrangement: number]: number}} */
const TIER_OF_OWN_NAME = { [ORDERED]: 6, [NEAR]: 8, [PHRASE]: 8, [ALONE]: 9 };
const [TITLE, NAMES, RELATED, TEXT] = [8, 6, 4, 1];

/**
 * A reading made ready.
 * @param {{words: Words}} index
 * @param {Slot<Word>[]} slots at most MOST_SYLLABLES
 * @returns {Compiled}
 */
export function compiled({ words }, slots) {
  const bits = () => new Int32Array(words.list.length);
  const reading = { count: slots.length, all: 2 ** slots.length - 1, any: bits(), whole: bits(), exact: bits() };
  slots.forEach(({ numbers, word, prefix }, slot) => {
    for (const number of numbers) {
      const { sound, letters, tone } = words.list[number];
      reading.any[number] |= 1 << slot;
      if (!prefix || sound === word.sound) reading.whole[number] |= 1 << slot;
      if (letters === word.letters && tone === word.tone && !word.expanded) reading.exact[number] |= 1 << slot;
    }
  });
  return { ...reading, numbers: [...new Set(slots.flatMap(({ numbers }) => numbers))] };
}

const PLACE_AT = 14;

/**
 * The part of a score that tells how the syllables stand in a record; -1 where it has not all of them.
 * @param {number} score
 */
export const placeOf = (score) => (score < 0 ? -1 : (score >> PLACE_AT) & 0xfff);

/**
 * Whether a score is of a record that has the syllables together: near one another in its title, or as a name.
 * @param {number} score
 */
export const isTogether = (score) => placeOf(score) >> 8 >= TIER_OF_TITLE[NEAR];

/**
 * The positions of the best records, by how they have the syllables and then by their scores; drafts stand among them.
 * @param {Int32Array} scored the scores of all records
 * @param {number} most
 * @param {(score: number) => boolean} [isWanted]
 */
export function bestOf(scored, most, isWanted = (score) => score >= 0) {
  const keys = [];
  for (let position = 0; position < scored.length; position += 1) {
    const score = scored[position];
    if (isWanted(score)) keys.push([placeOf(score), score, position]);
  }
  return keys.sort((one, other) => other[0] - one[0] || other[1] - one[1]).slice(0, most).map((key) => key[2]);
}

/**
 * The score of every record that has all syllables of a reading, -1 for the others; a higher score is a better answer.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Compiled} reading
 */
export function scores(index, standings, reading) {
  const size = index.records.length;
  const marks = marksOf(index, reading);
  const scored = new Int32Array(size).fill(-1);
  for (let position = 0; position < size; position += 1) {
    const own = marks.title[position] | marks.names[position];
    const related = own === reading.all ? 0 : relatedBits(index.related, marks, position);
    if ((own | marks.text[position] | related) !== reading.all) continue;
    const found = place(index, reading, marks, position, related);
    scored[position] = packed(index, standings[position], found, reading, marks, position);
  }
  return scored;
}

/** @type {(index: Index, reading: Compiled) => Marks} */
function marksOf({ records: { length }, title, names, text }, reading) {
  const bits = () => new Int32Array(length);
  const marks = { title: bits(), names: bits(), text: bits(), whole: bits(), exact: bits(), pairs: bits().fill(-1) };
  markField(title, reading, marks, marks.title);
  markField(names, reading, marks, marks.names);
  markField(text, reading, marks, marks.text);
  return marks;
}

/** @param {Field} field @param {Compiled} reading @param {Marks} marks @param {Int32Array} own the field's own */
function markField({ postings: { starts, values, size } }, reading, { whole, exact }, own) {
  for (const number of reading.numbers) {
    if (number >= size) continue;
    const [from, to] = [starts[number], starts[number + 1]];
    mark(own, values, from, to, reading.any[number]);
    // Of the syllables that a letter may go on to, hundreds, next to none is whole.
    if (reading.whole[number]) mark(whole, values, from, to, reading.whole[number]);
    if (reading.exact[number]) mark(exact, values, from, to, reading.exact[number]);
  }
}

/** @type {(marks: Int32Array, records: Uint32Array, from: number, to: number, bits: number) => void} */
function mark(marks, records, from, to, bits) {
  for (let at = from; at < to; at += 1) marks[records[at]] |= bits;
}

/** @param {Rows} related @param {Marks} marks @param {number} position */
function relatedBits({ starts, values }, { title, names }, position) {
  let bits = 0;
  for (let at = starts[position]; at < starts[position + 1]; at += 1) bits |= title[values[at]] | names[values[at]];
  return bits;
}

// Tier, strength inside the tier, and whether the title opens with the syllables; packed as tier, 8 bits, 1 bit.
/** @type {(index: Index, reading: Compiled, marks: Marks, position: number, related: number) => number} */
function place(index, reading, marks, position, related) {
  if (reading.count === 0) return 0;
  const inTitle = marks.title[position] === reading.all ? arranged(index.title, position, reading) : 0;
  const byTitle = inTitle > 0 ? titlePlace(index, position, reading, inTitle >> 1) : 0;
  const byNames = marks.names[position] === reading.all ? namePlace(index, position, reading) : 0;
  return (Math.max(byTitle, byNames) || otherPlace(index, reading, marks, position, related)) * 2 + (inTitle & 1);
}

/** @type {(index: Index, position: number, reading: Compiled, found: number) => number} */
function titlePlace({ title, traits }, position, reading, found) {
  const kind = traits.kind[position];
  const start = title.starts[position];
  if (kind >= NAMED) {
    const name = { from: start, to: start + traits.nameLength[position], proper: traits.properLength[position] };
    return Math.max(ownNamePlace(kind, title.values, name, reading), (TIER_OF_TITLE[found] << 8) | 1);
  }
  if (kind === SOURCE && found < ALONE) return 0;
  if (kind === TOPIC && found === ALONE) return TIER_OF_TITLE[PHRASE] << 8;
  const isAside = found === PHRASE && kind === PROGRAM && !isInSubject(title, traits, position, reading);
  return (TIER_OF_TITLE[found] << 8) | Number(!isAside);
}

// Whether a programme is about the syllables, rather than for people who are called so.
/** @type {(title: Rows, traits: Traits, position: number, reading: Compiled) => boolean} */
function isInSubject({ starts, values }, { subjectLength }, position, reading) {
  const from = starts[position];
  return arrangedBetween(values, from, from + subjectLength[position], reading) >= PHRASE * 2;
}

/**
 * At least half of a name, or a part that reaches into what is a body's own in it, in order: the closer and the more of
 * it, the better.
 * @param {number} kind
 * @param {Uint32Array} values
 * @param {{from: number, to: number, proper: number}} name `proper`: how many syllables at the end are the body's own
 * @param {Compiled} reading
 */
function ownNamePlace(kind, values, { from, to, proper }, reading) {
  if (kind < NAMED || (reading.count * 2 < to - from && !endsBetween(values, to - proper, to, reading))) return 0;
  const placed = arrangedBetween(values, from, to, reading);
  const found = kind === BODY || placed & 1 ? placed >> 1 : 0;
  const share = found < ALONE ? Math.min(31, (31 * reading.count) / (to - from)) : 31;
  return found < ORDERED ? 0 : (TIER_OF_OWN_NAME[found] << 8) | (found << 5) | share;
}

// Names are lines of one field, 0 between them.
/** @type {(index: Index, position: number, reading: Compiled) => number} */
function namePlace({ names: { starts, values }, traits }, position, reading) {
  let best = 0;
  for (let from = starts[position], to = from; from < starts[position + 1]; from = to + 1) {
    for (to = from; to < starts[position + 1] && values[to] !== 0; ) to += 1;
    const own = ownNamePlace(traits.kind[position], values, { from, to, proper: 0 }, reading);
    best = Math.max(best, own, (TIER_OF_NAME[arrangedBetween(values, from, to, reading) >> 1] ?? 0) << 8);
  }
  return best;
}

/**
 * A test whether a record, or one that it belongs to, has the syllables of a reading side by side in their order.
 * @param {Index} index
 * @param {Compiled} reading
 * @returns {(position: number) => boolean}
 */
export function phraseTest(index, reading) {
  const marks = marksOf(index, reading);
  const owns = (/** @type {"title" | "names" | "text"} */ field, /** @type {number} */ position) =>
    marks[field][position] === reading.all && arranged(index[field], position, reading) >= PHRASE * 2;
  const isNamed = (/** @type {number} */ position) => owns("title", position) || owns("names", position);
  const { starts, values } = index.related;
  const relatedTo = (/** @type {number} */ position) => values.subarray(starts[position], starts[position + 1]);
  return (position) => isNamed(position) || owns("text", position) || relatedTo(position).some(isNamed);
}

// A source tells of a thing, which comes before it however the source puts its words.
/** @type {(index: Index, reading: Compiled, marks: Marks, position: number, related: number) => number} */
function otherPlace(index, reading, marks, position, related) {
  return strength(index, reading, marks, position, related) >> Number(index.traits.kind[position] === SOURCE);
}

// How strong the fields are that the syllables stand in, and how many neighbours stand side by side: 0 to 255.
/** @type {(index: Index, reading: Compiled, marks: Marks, position: number, related: number) => number} */
function strength(index, { count, all, any }, marks, position, related) {
  const [title, names, text] = [marks.title[position], marks.names[position], marks.text[position]];
  const bits = weighed(title, names, related, text);
  if (count === 1) return Math.floor((255 * bits) / TITLE);
  const pairs = weighed(
    pairsIn(index.title, position, any),
    pairsIn(index.names, position, any),
    related ? relatedPairs(index, marks, position, any) : 0,
    // A text that adds nothing is not read: it is by far the longest field.
    (title | names | related) === all ? 0 : pairsIn(index.text, position, any),
  );
  return Math.floor((255 * (2 * bits + pairs)) / (TITLE * (3 * count - 1)));
}

/** @param {number} title @param {number} names @param {number} related @param {number} text */
function weighed(title, names, related, text) {
  const [inNames, inRelated, inText] = [names & ~title, related & ~(title | names), text & ~(title | names | related)];
  return TITLE * bitCount(title) + NAMES * bitCount(inNames) + RELATED * bitCount(inRelated) + TEXT * bitCount(inText);
}

/** @param {number} bits */
function bitCount(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count += 1;
  return count;
}

// A body that hundreds of programmes belong to is looked through once.
/** @type {(index: Index, marks: Marks, position: number, any: Int32Array) => number} */
function relatedPairs(index, marks, position, any) {
  const { starts, values } = index.related;
  let pairs = 0;
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const other = values[at];
    if (marks.pairs[other] < 0) {
      marks.pairs[other] = pairsIn(index.title, other, any) | pairsIn(index.names, other, any);
    }
    pairs |= marks.pairs[other];
  }
  return pairs;
}

/**
 * From the highest bit: no draft, 12 bits of place, all syllables whole, how many with their very marks, standing,
 * title opens with them, short title.
 * @param {Index} index
 * @param {number} standing
 * @param {number} found
 * @param {Compiled} reading
 * @param {Marks} marks
 * @param {number} position
 */
function packed({ traits, title: { starts } }, standing, found, { all, count }, { whole, exact }, position) {
  const published = (1 - traits.draft[position]) << 26;
  if (count === 0) return published | (standing << 7);
  const length = Math.min(63, starts[position + 1] - starts[position]);
  const marks = (Number(whole[position] === all) << 2) | ((3 * bitCount(exact[position])) / count);
  return published | ((found >> 1) << PLACE_AT) | (marks << 11) | (standing << 7) | ((found & 1) << 6) | (63 - length);
}
