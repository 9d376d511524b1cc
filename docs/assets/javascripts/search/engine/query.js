// What was typed: its syllables, phrases and exclusions; the readings that abbreviations give it; which syllables of
// the index each may mean.

import { MOST_SYLLABLES } from "./ranking.js";
import { decodeKeys, eachWord, iForY, syllable } from "../../common/vietnamese.js";

/**
 * @import { Syllable } from "../../common/vietnamese.js"
 * @import { Index, Spelt, Typed, Word, Words } from "./index.js"
 * @import { Slot } from "./ranking.js"
 *
 * A query taken apart: its words, and among them those that must stand together, and those that must not stand at all.
 * @typedef {{
 *   text: string, typing: boolean, tooLong: boolean, words: Typed[], phrases: Typed[][], excluded: Typed[][],
 * }} Asked
 *
 * @typedef {{from: string, to: string}} Expansion
 *
 * One way to read a query, and which abbreviations it wrote out.
 * @typedef {{words: Typed[], expansions: Expansion[]}} Reading
 *
 * How freely a typed syllable means one of the index that sounds the same, and what a reader is told of it.
 * @typedef {{notes: string[], fits: (typed: Syllable, word: Syllable) => boolean}} Level
 */

const LONGEST = 500;
const MOST_READINGS = 16;
const MOST_REMEMBERED = 200;
const QUOTE = '"“”„‟«»‹›〝〞＂';
const MINUS = `[-‐-―−](?=[\\p{L}\\d${QUOTE}])`;
const PART = new RegExp(`(\\s?)(${MINUS})?(?:[${QUOTE}]([^${QUOTE}]*)(?:[${QUOTE}]|$)|[^\\s${QUOTE}]+)`, "gu");

/**
 * A query taken apart.
 * @param {string} whole
 * @param {boolean} typing whether its last syllable may go on
 * @returns {Asked}
 */
export function parsed(whole, typing) {
  const text = whole.slice(0, LONGEST);
  /** @type {{words: Typed[], phrases: Typed[][], excluded: Typed[][]}} */
  const asked = { words: [], phrases: [], excluded: [] };
  for (const { 0: part, 1: space, 2: minus, 3: quoted, index } of text.matchAll(PART)) {
    const words = wordsOf(text, index, index + part.length);
    if (words.length === 0) continue;
    if (minus && (space || index === 0)) asked.excluded.push(words);
    else asked.words.push(...words);
    if (quoted !== undefined && !minus) asked.phrases.push(words.slice(0, MOST_SYLLABLES));
  }
  const tooLong = whole.length > LONGEST || asked.words.length > MOST_SYLLABLES;
  const words = asked.words.slice(0, MOST_SYLLABLES);
  return { ...asked, text, typing, tooLong, words: words.map((word) => withPrefix(word, typing, text)) };
}

/** @param {Typed} word @param {boolean} typing @param {string} text */
const withPrefix = (word, typing, text) => ({ ...word, prefix: typing && word.end === text.length });

/** @param {string} text @param {number} from @param {number} to */
function wordsOf(text, from, to) {
  /** @type {Typed[]} */
  const words = [];
  eachWord(text.slice(from, to), (start, end) => {
    const typed = text.slice(from + start, from + end);
    words.push({ ...syllable(typed), typed, start: from + start, end: from + end });
  });
  return words.filter((word) => word.folded);
}

/**
 * The query as Telex or VNI keys would have made it; undefined where they make no difference.
 * @param {Asked} asked
 */
export function decodedQuery({ text, typing }) {
  const decoded = decodeKeys(text);
  return decoded === text ? undefined : parsed(decoded, typing);
}

/** @type {Level["fits"]} */
const sameMarks = (typed, word) => typed.letters === word.letters && typed.tone === word.tone;
/** @type {Level["fits"]} */
export const hasTone = (typed, word) => typed.tone === 0 || typed.tone === word.tone;
/** @type {Level["fits"]} */
const hasMarks = (typed, word) => typed.folded === word.folded && startsWithMarks(typed, word);
/** @type {Level["fits"]} */
const startsWithMarks = (typed, word) => hasTone(typed, word) && hasLetters(typed.letters, word.letters, word.folded);
/** @type {Level["fits"]} */
const hasMarksWithI = (typed, word) =>
  hasTone(typed, word) && hasLetters(iForY(typed.letters), iForY(word.letters), word.sound);

/** @param {string} typed @param {string} letters @param {string} folded */
function hasLetters(typed, letters, folded) {
  return [...typed].every((letter, at) => letter === letters[at] || letter === folded[at]);
}

/** @type {Level[]} the strictest first */
export const LEVELS = [
  { notes: [], fits: (typed, word) => (typed.marked ? sameMarks(typed, word) : typed.folded === word.folded) },
  { notes: ["partly"], fits: hasMarks },
  { notes: ["i_y"], fits: hasMarksWithI },
  { notes: ["folded"], fits: (typed, word) => typed.folded === word.folded },
  { notes: ["folded", "i_y"], fits: () => true },
];
export const [STRICTEST, , I_FOR_Y, , FREEST] = LEVELS;

/**
 * For each word the numbers of the syllables that it may mean.
 * @template {Word} W
 * @param {Index} index
 * @param {W[]} words
 * @param {Level} level
 * @returns {Slot<W>[]}
 */
export function slotsOf(index, words, level) {
  return words.map((word) => {
    const numbers = [...meant(index, word, level), ...(word.prefix ? begun(index, word) : [])];
    return { word, prefix: Boolean(word.prefix), numbers };
  });
}

/** @param {Index} index @param {Word} word @param {Level} level */
function meant({ words }, word, { fits }) {
  return (words.sounds.get(word.sound) ?? []).filter((number) => fits(word, words.list[number]));
}

// Looked for once: the levels and readings of a query ask for the same beginnings, and so does the next key.
/** @param {Index} index @param {Word} word */
function begun({ words }, word) {
  const key = `${word.letters} ${word.tone} ${words.list.length}`;
  const known = words.begun.get(key);
  if (known) return known;
  if (words.begun.size > MOST_REMEMBERED) words.begun.clear();
  const numbers = numbersOf(words, (other) => goesOn(word, other));
  words.begun.set(key, numbers);
  return numbers;
}

/** @param {Word} word @param {Spelt} other */
function goesOn(word, other) {
  if (other.folded.length <= word.folded.length || !other.folded.startsWith(word.folded)) return false;
  return startsWithMarks(word, other);
}

/**
 * The numbers of all syllables of the index that are wanted.
 * @param {Words} words
 * @param {(word: Spelt) => boolean} isWanted
 */
export function numbersOf({ list }, isWanted) {
  const numbers = [];
  for (let number = 1; number < list.length; number += 1) if (isWanted(list[number])) numbers.push(number);
  return numbers;
}

/**
 * The readings of a query with abbreviations written out, and with what has an abbreviation abbreviated: as typed
 * first, then every mixture.
 * @param {Index} index
 * @param {Asked} asked
 */
export function readingsOf(index, asked) {
  /** @type {Reading[]} */
  const readings = [];
  for (const reading of pathsFrom(index, asked, 0, [], [])) if (readings.push(reading) === MOST_READINGS) break;
  return readings;
}

/**
 * @param {Index} index
 * @param {Asked} asked
 * @param {number} at
 * @param {Typed[]} words
 * @param {Expansion[]} expansions
 * @returns {Generator<Reading>}
 */
function* pathsFrom(index, asked, at, words, expansions) {
  if (at === asked.words.length) return yield { words: words.slice(0, MOST_SYLLABLES), expansions };
  const others = expansionsAt(index, asked, at);
  if (others.length === 0 || isKnown(index, asked.words[at])) {
    yield* pathsFrom(index, asked, at + 1, [...words, asked.words[at]], expansions);
  }
  for (const { length, instead, from, to } of others) {
    yield* pathsFrom(index, asked, at + length, [...words, ...instead], [...expansions, { from, to }]);
  }
}

/**
 * Whether a syllable is in any record, whatever its marks.
 * @param {Index} index
 * @param {Syllable} word
 */
export const isKnown = ({ words }, word) => words.sounds.has(word.sound);

/** @param {Index} index @param {Asked} asked @param {number} at */
function expansionsAt(index, asked, at) {
  const found = [];
  for (const { short, long, shortWords, longWords } of index.glossary) {
    if (stand(asked, at, shortWords) && !isInNumber(asked, at)) {
      found.push({ length: shortWords.length, instead: longWords, from: short, to: long });
    }
    if (stand(asked, at, longWords)) {
      found.push({ length: longWords.length, instead: shortWords, from: long, to: short });
    }
  }
  return found.filter(({ instead }) => instead.every((word) => isKnown(index, word)));
}

// Whether words stand in the query from a place on, none of them inside quotation marks.
/** @param {Asked} asked @param {number} at @param {Typed[]} wanted */
function stand({ words, phrases }, at, wanted) {
  return wanted.length > 0 && wanted.every((word, next) => {
    const typed = words[at + next];
    return typed && STRICTEST.fits(typed, word) && !isQuoted(phrases, typed);
  });
}

/**
 * Whether a word of a query is part of one of its phrases.
 * @param {Typed[][]} phrases
 * @param {Typed} typed
 */
export function isQuoted(phrases, typed) {
  return phrases.some((phrase) => phrase.some(({ start }) => start === typed.start));
}

// KH and TU in 200-KH/TU are parts of a number, no abbreviations to be written out.
/** @param {Asked} asked @param {number} at */
function isInNumber({ text, words }, at) {
  const [before] = text.slice(0, words[at].start).match(/[^\s,;()]*$/) ?? [""];
  const [after] = text.slice(words[at].start).match(/^[^\s,;()]*/) ?? [""];
  return /\d/.test(before + after) && /[-‐-―−/]/.test(before + after);
}
