// All syllables that are looked through, numbered, and the fields that they stand in.

import { eachWord, isSyllable, syllable } from "../../common/vietnamese.js";

/**
 * @import { Syllable } from "../../common/vietnamese.js"
 * @import { Rows } from "./facets.js"
 * @import { InWords } from "./records.js"
 *
 * A syllable of the records as it was first written; `capital` where it is in capitals and so may be an abbreviation.
 * @typedef {Syllable & {spelling: string, capital: boolean}} Spelt
 *
 * All syllables by their numbers, and the numbers by what a syllable is, how it is written, and how it sounds.
 * Number 0 stands between two lines. `begun` remembers which ones go on from a beginning.
 * @typedef {{
 *   list: Spelt[], numbers: Map<string, number>, spellings: Map<string, number>, sounds: Map<string, number[]>,
 *   begun: Map<string, number[]>,
 * }} Words
 *
 * A field of all records: a row of syllables for each, and the records of each syllable that was known by then.
 * @typedef {Rows & {postings: Rows & {size: number}}} Field
 */

/** @returns {Words} */
export function noWords() {
  const list = [{ ...syllable(""), spelling: "", capital: false }];
  return { list, numbers: new Map(), spellings: new Map(), sounds: new Map(), begun: new Map() };
}

/**
 * A field of all records: its syllables in their order, 0 between two lines, and the records that have each syllable.
 * @param {Words} words
 * @param {number} count
 * @param {(position: number) => string[]} linesAt
 * @returns {Field}
 */
export function fieldOf(words, count, linesAt) {
  const starts = new Uint32Array(count + 1);
  let values = new Uint32Array(1024 + count * 32);
  let size = 0;
  for (let position = 0; position < count; position += 1) {
    for (const line of linesAt(position)) {
      if (size + line.length + 1 > values.length) values = enlarged(values, line.length + 1);
      if (size > starts[position]) values[size++] = 0;
      size = addLine(words, line, values, size);
    }
    starts[position + 1] = size;
  }
  const field = { starts, values: values.slice(0, size) };
  return { ...field, postings: postingsOf(field, words.list.length) };
}

/**
 * A field of which each record has one line. Of those that are known in words, each word is taken apart but once.
 * @param {Words} words
 * @param {string[]} lines
 * @param {InWords} known
 * @returns {Field}
 */
export function fieldOfLines(words, lines, known) {
  const starts = new Uint32Array(lines.length + 1);
  /** @type {number[]} */
  const values = [];
  /** @type {number[][]} */
  const syllables = [];
  const ofWord = (/** @type {number} */ word) => (syllables[word] ??= syllablesIn(words, known.words[word]));
  lines.forEach((line, position) => {
    const row = known.rows[position];
    for (const part of row ? row.map(ofWord) : [syllablesIn(words, line)]) for (const each of part) values.push(each);
    starts[position + 1] = values.length;
  });
  const field = { starts, values: new Uint32Array(values) };
  return { ...field, postings: postingsOf(field, words.list.length) };
}

/** @type {(words: Words, line: string) => number[]} */
function syllablesIn(words, line) {
  /** @type {number[]} */
  const found = [];
  eachWord(line, (start, end) => found.push(numberOf(words, line.slice(start, end))));
  return found;
}

/** @param {Words} words @param {string} line @param {Uint32Array} values @param {number} from */
function addLine(words, line, values, from) {
  let size = from;
  eachWord(line, (start, end) => (values[size++] = numberOf(words, line.slice(start, end))));
  return size;
}

/** @param {Uint32Array} values @param {number} more */
function enlarged(values, more) {
  const larger = new Uint32Array(values.length * 2 + more);
  larger.set(values);
  return larger;
}

/** @param {Words} words @param {string} spelling */
function numberOf(words, spelling) {
  return words.spellings.get(spelling) ?? newSpelling(words, spelling);
}

/** @param {Words} words @param {string} spelling */
function newSpelling(words, spelling) {
  const word = syllable(spelling);
  const capital = inCapitals(spelling, word);
  const key = `${word.letters} ${word.tone} ${capital}`;
  let number = words.numbers.get(key);
  if (number === undefined) {
    number = words.list.push({ ...word, spelling: spelling.toLowerCase().normalize("NFC"), capital }) - 1;
    words.numbers.set(key, number);
    words.sounds.set(word.sound, [...(words.sounds.get(word.sound) ?? []), number]);
  }
  words.spellings.set(spelling, number);
  return number;
}

/**
 * Whether what could be a syllable is written as an abbreviation is: AI, where «ai» is who.
 * @param {string} spelling
 * @param {Syllable} word
 */
export const inCapitals = (spelling, { folded, tone }) => {
  return tone === 0 && folded.length > 1 && spelling === spelling.toUpperCase() && isSyllable(folded);
};

/**
 * For each syllable the records that have it.
 * @param {Rows} field
 * @param {number} size how many syllables there are
 */
function postingsOf(field, size) {
  return { ...inverted(distinct(field, size), size), size };
}

/** @type {(rows: Rows, size: number) => Rows} for each number below a size the rows that have it, in their order */
export function inverted({ starts, values }, size) {
  const ends = new Uint32Array(size + 1);
  for (let at = 0; at < values.length; at += 1) ends[values[at] + 1] += 1;
  for (let number = 0; number < size; number += 1) ends[number + 1] += ends[number];
  const next = ends.slice();
  const rows = new Uint32Array(values.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let at = starts[row]; at < starts[row + 1]; at += 1) rows[next[values[at]]++] = row;
  }
  return { starts: ends, values: rows };
}

/**
 * The rows of a field with each syllable once.
 * @param {Rows} field
 * @param {number} size how many syllables there are
 */
function distinct({ starts, values }, size) {
  const seen = new Uint32Array(size);
  const once = { starts: new Uint32Array(starts.length), values: new Uint32Array(values.length) };
  let length = 0;
  for (let row = 1; row < starts.length; row += 1) {
    for (let at = starts[row - 1]; at < starts[row]; at += 1) {
      const number = values[at];
      if (number === 0 || seen[number] === row) continue;
      seen[number] = row;
      once.values[length++] = number;
    }
    once.starts[row] = length;
  }
  return { starts: once.starts, values: once.values.subarray(0, length) };
}
