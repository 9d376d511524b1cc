// What was typed: its syllables, phrases and exclusions; the readings that abbreviations give it; which syllables of the index each may mean.

import { MOST_SYLLABLES } from "./ranking.js";
import { decodeKeys, eachWord, iForY, syllable } from "../../common/vietnamese.js";

const LONGEST = 500;
const MOST_READINGS = 16;
const MOST_REMEMBERED = 200;
const QUOTE = '"“”„‟«»‹›〝〞＂';
const PART = new RegExp(`(\\s?)([-‐-―−](?=[\\p{L}\\d${QUOTE}]))?(?:[${QUOTE}]([^${QUOTE}]*)(?:[${QUOTE}]|$)|[^\\s${QUOTE}]+)`, "gu");

/**
 * A query taken apart. Words are syllables with their places in the text; the last is a `prefix` where typing may go on.
 * @returns {{text: string, typing: boolean, tooLong: boolean, words: Object[], phrases: Object[][], excluded: Object[][]}}
 */
export function parsed(whole, typing) {
  const text = whole.slice(0, LONGEST);
  const asked = { text, typing, words: [], phrases: [], excluded: [] };
  for (const { 0: part, 1: space, 2: minus, 3: quoted, index } of text.matchAll(PART)) {
    const words = wordsOf(text, index, index + part.length);
    if (words.length === 0) continue;
    if (minus && (space || index === 0)) asked.excluded.push(words);
    else asked.words.push(...words);
    if (quoted !== undefined && !minus) asked.phrases.push(words.slice(0, MOST_SYLLABLES));
  }
  const tooLong = whole.length > LONGEST || asked.words.length > MOST_SYLLABLES;
  return { ...asked, tooLong, words: asked.words.slice(0, MOST_SYLLABLES).map((word) => ({ ...word, prefix: typing && word.end === text.length })) };
}

function wordsOf(text, from, to) {
  const words = [];
  eachWord(text.slice(from, to), (start, end) => {
    const typed = text.slice(from + start, from + end);
    words.push({ ...syllable(typed), typed, start: from + start, end: from + end });
  });
  return words.filter((word) => word.folded);
}

/** The query as Telex or VNI keys would have made it; undefined where they make no difference. */
export function decodedQuery({ text, typing }) {
  const decoded = decodeKeys(text);
  return decoded === text ? undefined : parsed(decoded, typing);
}

// The levels of freedom in which a typed syllable means one of the index with the same sound, strictest first, with what a reader is told of them.
const sameMarks = (typed, word) => typed.letters === word.letters && typed.tone === word.tone;
export const hasTone = (typed, word) => typed.tone === 0 || typed.tone === word.tone;
const hasLetters = (typed, letters, folded) => [...typed].every((letter, at) => letter === letters[at] || letter === folded[at]);
const hasMarks = (typed, word) => typed.folded === word.folded && hasTone(typed, word) && hasLetters(typed.letters, word.letters, word.folded);
const startsWithMarks = (typed, word) => hasTone(typed, word) && hasLetters(typed.letters, word.letters, word.folded);

export const LEVELS = [
  { notes: [], fits: (typed, word) => (typed.marked ? sameMarks(typed, word) : typed.folded === word.folded) },
  { notes: ["partly"], fits: hasMarks },
  { notes: ["i_y"], fits: (typed, word) => hasTone(typed, word) && hasLetters(iForY(typed.letters), iForY(word.letters), word.sound) },
  { notes: ["folded"], fits: (typed, word) => typed.folded === word.folded },
  { notes: ["folded", "i_y"], fits: () => true },
];

export const I_FOR_Y = LEVELS[2];

/** For each word the numbers of the syllables that it may mean. */
export function slotsOf(index, words, level) {
  return words.map((word) => ({ word, prefix: Boolean(word.prefix), numbers: [...meant(index, word, level), ...(word.prefix ? begun(index, word) : [])] }));
}

const meant = ({ words }, word, { fits }) => (words.sounds.get(word.sound) ?? []).filter((number) => fits(word, words.list[number]));

// Looked for once: the levels and readings of a query ask for the same beginnings, and so does the next key.
function begun({ words }, word) {
  const key = `${word.letters} ${word.tone} ${words.list.length}`;
  if (words.begun.size > MOST_REMEMBERED) words.begun.clear();
  if (!words.begun.has(key)) words.begun.set(key, numbersOf(words, (other) => goesOn(word, other)));
  return words.begun.get(key);
}

const goesOn = (word, other) => other.folded.length > word.folded.length && other.folded.startsWith(word.folded) && startsWithMarks(word, other);

/** The numbers of all syllables of the index that are wanted. */
export function numbersOf({ list }, wanted) {
  const numbers = [];
  for (let number = 1; number < list.length; number += 1) if (wanted(list[number])) numbers.push(number);
  return numbers;
}

/** The query with its abbreviations written out, and with what has an abbreviation abbreviated: as typed first, then every mixture. */
export function readingsOf(index, asked) {
  const readings = [];
  for (const reading of pathsFrom(index, asked, 0, [], [])) if (readings.push(reading) === MOST_READINGS) break;
  return readings;
}

function* pathsFrom(index, asked, at, words, expansions) {
  if (at === asked.words.length) return yield { words: words.slice(0, MOST_SYLLABLES), expansions };
  const others = expansionsAt(index, asked, at);
  if (others.length === 0 || isKnown(index, asked.words[at])) yield* pathsFrom(index, asked, at + 1, [...words, asked.words[at]], expansions);
  for (const { length, instead, from, to } of others) yield* pathsFrom(index, asked, at + length, [...words, ...instead], [...expansions, { from, to }]);
}

/** Whether a syllable is in any record, whatever its marks. */
export const isKnown = ({ words }, word) => words.sounds.has(word.sound);

function expansionsAt(index, asked, at) {
  const found = [];
  for (const { short, long, shortWords, longWords } of index.glossary) {
    if (stand(asked, at, shortWords) && !isInNumber(asked, at)) found.push({ length: shortWords.length, instead: longWords, from: short, to: long });
    if (stand(asked, at, longWords)) found.push({ length: longWords.length, instead: shortWords, from: long, to: short });
  }
  return found.filter(({ instead }) => instead.every((word) => isKnown(index, word)));
}

// Whether words stand in the query from a place on, none of them inside quotation marks.
function stand({ words, phrases }, at, wanted) {
  return wanted.length > 0 && wanted.every((word, next) => {
    const typed = words[at + next];
    return typed && LEVELS[0].fits(typed, word) && !phrases.some((phrase) => phrase.some(({ start }) => start === typed.start));
  });
}

// KH and TU in 200-KH/TU are parts of a number, no abbreviations to be written out.
function isInNumber({ text, words }, at) {
  const before = text.slice(0, words[at].start).match(/[^\s,;()]*$/)[0];
  const after = text.slice(words[at].start).match(/^[^\s,;()]*/)[0];
  return /\d/.test(before + after) && /[-‐-―−/]/.test(before + after);
}
