// What was typed: its syllables, phrases and exclusions, and which syllables of the index each word may mean.

import { DASH, areJoined } from "./dashes.js";
import { BOND, bondOf } from "./information.js";
import { LONGEST } from "./limits.js";
import { inCapitals } from "./syllables.js";
import { decodeKeys, eachWord, iForY, isSyllable, syllable } from "../../common/vietnamese.js";

/**
 * @import { Syllable } from "../../common/vietnamese.js"
 * @import { Index, Slot, Typed, Word } from "./index.js"
 * @import { Spelt, Words } from "./syllables.js"
 *
 * A query taken apart: its words, and among them those that must stand together, and those that must not stand at all.
 * @typedef {{
 *   text: string, typing: boolean, tooLong: boolean, words: Typed[], phrases: Typed[][], excluded: Typed[][],
 * }} Asked
 *
 * Whether a typed syllable means one of the index that sounds the same.
 * @typedef {(typed: Word, word: Spelt) => boolean} Fits
 */

/** As many syllables of a query count: each is one bit of a number. */
export const MOST_SYLLABLES = 30;
const MOST_REMEMBERED = 200;
const QUOTE = '"“”„‟«»‹›〝〞＂';
const OF_NAME = new RegExp(`/|${DASH}`, "u");
const MINUS = `${DASH}(?=[\\p{L}\\d${QUOTE}])`;
const PART = new RegExp(`(\\s?)(${MINUS})?(?:[${QUOTE}]([^${QUOTE}]*)(?:[${QUOTE}]|$)|[^\\s${QUOTE}]+)`, "gu");

/**
 * A query taken apart.
 * @param {Index} index
 * @param {string} whole
 * @param {boolean} typing whether its last syllable may go on
 * @param {boolean} [literal] whether a dash takes nothing out
 * @returns {Asked}
 */
export function parsed(index, whole, typing, literal = false) {
  const text = whole.slice(0, LONGEST);
  /** @type {{words: Typed[], phrases: Typed[][], excluded: Typed[][]}} */
  const asked = { words: [], phrases: [], excluded: [] };
  for (const { 0: part, 1: space, 2: minus, 3: quoted, index: at } of text.matchAll(PART)) {
    const words = wordsOf(text, at, at + part.length);
    if (words.length === 0) continue;
    const isOut = minus && !literal && excludes(text, at, space, part);
    if (isOut && !isJoined(index, text, asked.words.at(-1), words)) asked.excluded.push(words);
    else asked.words.push(...words);
    if (quoted !== undefined && (literal || !minus)) asked.phrases.push(words.slice(0, MOST_SYLLABLES));
  }
  takeWholeWordsOut(index, text, typing, asked);
  const tooLong = whole.length > LONGEST || asked.words.length > MOST_SYLLABLES;
  const going = (/** @type {Typed[]} */ words) => words.map((word) => {
    return { ...word, prefix: typing && word.end === text.length, capital: isAbbreviated(index, asked.words, word) };
  }).filter(isWritten);
  const words = going(asked.words.slice(0, MOST_SYLLABLES));
  return { ...asked, text, typing, tooLong, words, phrases: asked.phrases.map(going) };
}

// A dash takes out the word that it stands before. In a range, a number or a name (2020 -2025, 200 -KH/TU) it does not.
/** @type {(text: string, at: number, space: string, part: string) => boolean} */
function excludes(text, at, space, part) {
  const isApart = space !== "" || at === 0;
  const word = part.trim().slice(1);
  const isOfNumber = /\d$/.test(text.slice(0, at)) && (/^\d/.test(word) || word === word.toUpperCase());
  return isApart && !isOfNumber && !OF_NAME.test(word);
}

// Nor between names (Đà Nẵng -Huế) or in what records write with a dash (tài chính -kế hoạch), unless there are
// quotation marks.
/** @type {(index: Index, text: string, before: Typed | undefined, words: Typed[]) => boolean} */
function isJoined(index, text, before, [word]) {
  if (!before || text.slice(before.end, word.start).trim().length > 1) return false;
  return (isCapital(before) && isCapital(word)) || areJoined(index, before, word);
}

/** @param {Typed} word */
const isCapital = ({ typed }) => /^\p{Lu}/u.test(typed);

// It takes out a word of two syllables whole (quốc phòng -an ninh): what stands side by side more than by chance, the
// second no more with what stands behind it.
/** @type {(index: Index, text: string, typing: boolean, asked: Pick<Asked, "words" | "excluded">) => void} */
function takeWholeWordsOut(index, text, typing, { words, excluded }) {
  for (const out of excluded) {
    const at = words.findIndex(({ start }) => start > out[0].start);
    const [second, third] = followers(text, out, words.slice(at, at + 2)).map((word) => {
      return { ...word, prefix: typing && word.end === text.length };
    });
    if (at < 0 || out.length > 1 || !second) continue;
    const slots = slotsOf(index, [out[0], second, ...(third ? [third] : [])], withMarksTyped);
    const bond = bondOf(index, slots[0], slots[1]);
    const isOther = third && !/^\d/.test(third.folded) && bondOf(index, slots[1], slots[2]) > bond;
    if (!(isCapital(out[0]) && isCapital(second)) && (bond <= BOND || isOther)) continue;
    words.splice(at, 1);
    out.push(second);
  }
}

/**
 * The first of some words that stand behind others with nothing but spaces between.
 * @type {(text: string, before: Typed[], words: Typed[]) => Typed[]}
 */
export function followers(text, before, words) {
  const all = [...before.slice(-1), ...words];
  const end = words.findIndex(({ start }, at) => !/^\s+$/.test(text.slice(all[at].end, start)));
  return end < 0 ? words : words.slice(0, end);
}

// An abbreviation that the glossary knows, in capitals beside small letters or alone.
/** @type {(index: Index, words: Typed[], word: Typed) => boolean} */
function isAbbreviated({ glossary }, words, word) {
  const isAllInCapitals = words.length > 1 && words.every(({ typed }) => typed === typed.toUpperCase());
  if (!inCapitals(word.typed, word) || isAllInCapitals) return false;
  return glossary.some(({ shortWords }) => shortWords.length === 1 && shortWords[0].letters === word.letters);
}

// Of a number that has only begun with 0 nothing is known yet: 04 is written 4.
/** @param {Typed} word */
const isWritten = ({ prefix, folded }) => !prefix || folded !== "0";

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
 * @param {Index} index
 * @param {Asked} asked
 */
export function decodedQuery(index, { text, typing }) {
  const decoded = decodeKeys(text);
  return decoded === text ? undefined : parsed(index, decoded, typing);
}

// Groups of three digits, apart as records never write them: 5 175, or 5,175 as in English.
const GROUPS = /(?<![\d.,])\d{1,3}([ ,])\d{3}(?:\1\d{3})*(?!\d)/g;

/**
 * The query with the digits of a number together that were typed apart; undefined where none were.
 * @param {Index} index
 * @param {Asked} asked
 */
export function groupedQuery(index, { text, typing }) {
  const grouped = text.replaceAll(GROUPS, (number, sign) => number.replaceAll(sign, ""));
  return grouped === text ? undefined : parsed(index, grouped, typing);
}

/**
 * Whether a word of a query is part of one of its phrases.
 * @param {Typed[][]} phrases
 * @param {Typed} typed
 */
export function isQuoted(phrases, typed) {
  return phrases.some((phrase) => phrase.some(({ start }) => start === typed.start));
}

/** @type {(typed: Syllable, word: Syllable) => boolean} every mark as it was typed; a word without any means all */
export const asTyped = (typed, word) => {
  return typed.marked ? typed.letters === word.letters && typed.tone === word.tone : typed.folded === word.folded;
};
/** @type {Fits} the marks that were typed, and others besides; i for y */
export const withMarksTyped = (typed, word) =>
  hasTone(typed, word) && hasLetters(iForY(typed.letters), iForY(word.letters), word.sound);
/** @type {Fits} the same, and none where none was typed */
export const marksAsTyped = (typed, word) => withMarksTyped(typed, word) && (typed.marked || !word.marked);
/** @type {Fits} every mark as it is written, none where none is: AI is no «Ái» */
const asWritten = (typed, word) => {
  return iForY(typed.letters) === iForY(word.letters) && typed.tone === word.tone && hasCapitals(typed, word);
};
/** @type {(typed: Word, word: Spelt) => boolean} AI is no «ai» either */
const hasCapitals = ({ capital }, word) => !capital || word.capital;
/** @type {Fits} whatever the marks */
export const withAnyMarks = () => true;

/** @type {(typed: Syllable, word: Syllable) => boolean} */
const hasTone = (typed, word) => typed.tone === 0 || typed.tone === word.tone;

/** @param {string} typed @param {string} letters @param {string} folded */
function hasLetters(typed, letters, folded) {
  return [...typed].every((letter, at) => letter === letters[at] || letter === folded[at]);
}

/**
 * The places of a reading, as freely as marks may be taken.
 * @param {Index} index
 * @param {Typed[]} words
 * @param {Fits} fits
 * @returns {Slot[]}
 */
export function slotsOf(index, words, fits) {
  return words.map((word) => {
    const same = meant(index, word, word.expanded || word.capital ? asWritten : fits);
    const numbers = [...same, ...(word.prefix ? begun(index, word) : [])];
    return { word, prefix: Boolean(word.prefix), numbers, weight: 1, isKind: false };
  });
}

/**
 * The places of a reading that takes every word letter by letter, whole as it was typed; capitals count where they make
 * an abbreviation of a syllable.
 * @param {Index} index
 * @param {Typed[]} words
 * @returns {Slot[]}
 */
export function slotsAsTyped({ words: { sounds, list } }, words) {
  return words.map((word) => {
    const isSame = (/** @type {Spelt} */ other) => {
      return other.letters === word.letters && other.tone === word.tone && hasCapitals(word, other);
    };
    const numbers = (sounds.get(word.sound) ?? []).filter((number) => isSame(list[number]));
    return { word, prefix: false, numbers, weight: 1, isKind: false };
  });
}

// The same in other letters: trung ương is TW or TƯ.
const OTHER_LETTERS = new Map([["tư", syllable("tw")], ["tw", syllable("tư")]]);

/** @param {Index} index @param {Word} word @param {Fits} fits */
function meant({ words: { sounds, list } }, word, fits) {
  const same = (sounds.get(word.sound) ?? []).filter((number) => fits(word, list[number]));
  const other = word.tone === 0 ? OTHER_LETTERS.get(word.letters) : undefined;
  if (!other) return same;
  const capital = isSyllable(other.folded);
  const heard = sounds.get(other.sound) ?? [];
  return [...same, ...heard.filter((number) => asWritten({ ...other, capital }, list[number]))];
}

// Looked for once: the readings of a query ask for the same beginnings, and so does the next key.
/** @param {Index} index @param {Word} word */
function begun({ words }, word) {
  const key = `${word.letters} ${word.tone} ${words.list.length}`;
  const known = words.begun.get(key);
  if (known) return known;
  if (words.begun.size > MOST_REMEMBERED) words.begun.clear();
  const numbers = numbersOf(words, (other) => hasBegun(word, other));
  words.begun.set(key, numbers);
  return numbers;
}

/**
 * Whether a word is the beginning of another, with the marks that were typed.
 * @param {Syllable} word
 * @param {Syllable} other
 */
export function hasBegun(word, other) {
  if (other.folded.length <= word.folded.length || !other.folded.startsWith(word.folded)) return false;
  return hasTone(word, other) && hasLetters(word.letters, other.letters, other.folded);
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
 * Whether a syllable is in any record, whatever its marks.
 * @param {{words: Words}} index
 * @param {Word} word
 */
export const isKnown = ({ words: { sounds, list } }, word) => {
  return (sounds.get(word.sound) ?? []).some((number) => hasCapitals(word, list[number]));
};

/**
 * Whether a syllable is in records with marks and without.
 * @param {{words: Words}} index
 * @param {Word} word
 */
export const hasBothWays = ({ words: { sounds, list } }, word) => {
  const same = (sounds.get(word.sound) ?? []).map((number) => list[number]);
  return same.some(({ marked }) => marked) && same.some(({ marked }) => !marked);
};

/**
 * Whether a word may go on to one that a record has.
 * @param {Index} index
 * @param {Typed} word
 */
export const isBegun = (index, word) => Boolean(word.prefix) && begun(index, word).length > 0;

/**
 * The words of a query that no record has, nor one that they may go on to.
 * @param {Index} index
 * @param {Asked} asked
 */
export const unknownIn = (index, { words }) => words.filter((word) => !isKnown(index, word) && !isBegun(index, word));
