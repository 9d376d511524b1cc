// Which slots of a reading each record fills, and by which of its fields.

import { isPhraseIn } from "./arrangement.js";
import { bitsWhere } from "./bits.js";

/**
 * @import { Filling } from "./arrangement.js"
 * @import { Rows } from "./facets.js"
 * @import { Column, Index, Spelt, Words } from "./index.js"
 * @import { Slot } from "./query.js"
 *
 * A reading made ready: a filling, with the bits of the slots that a syllable fills with the `exact` marks typed, `all`
 * bits together, those that say something (`needed`) and all that a word can (`spoken`), those of numbers, and how much
 * each slot weighs.
 * @typedef {Filling & {
 *   exact: Int32Array, all: number, needed: number, spoken: number, figures: number, weights: number[], slots: Slot[],
 * }} Compiled
 *
 * For each record the bits of the slots that each field fills, that `any` does, and that one fills as a whole or with
 * the marks typed; for each line of texts those that it fills; how many records have each slot.
 * @typedef {{
 *   [column in "title" | "names" | "related" | "text" | "any" | "whole" | "exact" | "lines"]: Int32Array
 * } & {having: Uint32Array}} Presence
 */

// A number names a thing exactly: with another it is another thing.
const OF_NUMBER = 2;
// A word that weighs less may be missing.
const LITTLE = 0.2;

/**
 * A reading made ready.
 * @param {{words: Words}} index
 * @param {Slot[]} slots at most MOST_SYLLABLES
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
  const isFigure = slots.map(({ word }) => Number(/^\d/.test(word.folded)));
  const weights = slots.map(({ weight }, slot) => weight * (isFigure[slot] ? OF_NUMBER : 1));
  const needed = bitsWhere(weights, (weight) => weight >= LITTLE);
  const spoken = bitsWhere(weights, (weight) => weight >= 1);
  const figures = bitsWhere(isFigure, Boolean);
  return { ...reading, needed, spoken, figures, weights, slots };
}

const [TITLE, NAMES, RELATED, TEXT, WHOLE, EXACT] = [1, 2, 4, 8, 16, 32];

/** @type {(index: Index, reading: Compiled) => Presence} */
export function presenceOf(index, { slots }) {
  const bits = () => new Int32Array(index.records.length);
  const presence = {
    title: bits(), names: bits(), related: bits(), text: bits(), any: bits(), whole: bits(), exact: bits(),
    lines: new Int32Array(index.text.lines.starts.length - 1), having: new Uint32Array(slots.length),
  };
  slots.forEach((slot, at) => {
    const column = columnOf(index, slot);
    presence.having[at] = column.positions.length;
    addColumn(presence, column, 1 << at);
    for (let turn = 0; turn < column.lines.length; turn += 1) presence.lines[column.lines[turn]] |= 1 << at;
  });
  return presence;
}

/** @type {(presence: Presence, column: Column, bit: number) => void} */
function addColumn({ title, names, related, text, any, whole, exact }, { positions, marks }, bit) {
  for (let at = 0; at < positions.length; at += 1) {
    const [position, own] = [positions[at], marks[at]];
    any[position] |= bit;
    if (own & TITLE) title[position] |= bit;
    if (own & NAMES) names[position] |= bit;
    if (own & RELATED) related[position] |= bit;
    if (own & TEXT) text[position] |= bit;
    if (own & WHOLE) whole[position] |= bit;
    if (own & EXACT) exact[position] |= bit;
  }
}

// As many columns are kept: the next key and other readings ask for the same words.
const MOST_KEPT = 48;

/** @type {(index: Index, slot: Slot) => Column} */
function columnOf(index, slot) {
  const { word: { letters, tone, expanded }, prefix, numbers } = slot;
  const key = [letters, tone, expanded, prefix, ...numbers].join(" ");
  const known = index.columns.get(key);
  if (known) return known;
  if (index.columns.size >= MOST_KEPT) index.columns.clear();
  const column = newColumn(index, slot);
  index.columns.set(key, column);
  return column;
}

/** @type {(index: Index, slot: Slot) => Column} */
function newColumn({ words, records, title, names, text, dependents }, slot) {
  const marks = new Uint8Array(records.length);
  const ofLines = new Uint8Array(text.lines.starts.length - 1);
  for (const number of slot.numbers) {
    const how = marksOf(words.list[number], slot);
    mark(marks, title.postings, number, TITLE | how);
    mark(marks, names.postings, number, NAMES | how);
    mark(ofLines, text.lines.postings, number, TEXT | how);
  }
  const lines = positionsOf(ofLines);
  for (const line of lines) mark(marks, text.holders, line, ofLines[line]);
  addRelated(marks, dependents);
  const positions = positionsOf(marks);
  return { positions, marks: Uint8Array.from(positions, (position) => marks[position]), lines };
}

/** @type {(spelt: Spelt, slot: Slot) => number} how a syllable fills a slot: as a whole, with the marks typed */
function marksOf({ sound, letters, tone }, { word, prefix }) {
  const isExact = letters === word.letters && tone === word.tone && !word.expanded;
  return (!prefix || sound === word.sound ? WHOLE : 0) | (isExact ? EXACT : 0);
}

/** @type {(marks: Uint8Array, rows: Rows, row: number, bits: number) => void} */
function mark(marks, { starts, values }, row, bits) {
  // Syllables that came with the texts have no row among those of titles.
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row]; at < end; at += 1) marks[values[at]] |= bits;
}

/** @type {(marks: Uint8Array, dependents: Rows) => void} what is called so has marked those that name it */
function addRelated(marks, dependents) {
  const own = marks.slice();
  for (let position = 0; position < own.length; position += 1) {
    if (own[position] & (TITLE | NAMES)) mark(marks, dependents, position, RELATED | (own[position] & WHOLE));
  }
}

/** @type {(marks: Uint8Array) => Uint32Array} the places that are marked */
function positionsOf(marks) {
  const found = new Uint32Array(marks.length);
  let size = 0;
  for (let at = 0; at < marks.length; at += 1) if (marks[at] !== 0) found[size++] = at;
  return found.slice(0, size);
}

/**
 * Whether any record has all slots of a reading that say something.
 * @param {Presence} presence
 * @param {Compiled} reading
 */
export const isAnywhere = ({ any }, { needed }) => any.some((present) => (needed & ~present) === 0);

/**
 * A test whether a record, or one that it belongs to, has the syllables of a reading side by side in their order.
 * @param {Index} index
 * @param {Compiled} reading
 * @returns {(position: number) => boolean}
 */
export function phraseTest(index, reading) {
  const { title, names, text, dependents, records } = index;
  const presence = presenceOf(index, reading);
  const found = new Uint8Array(records.length);
  const isIn = (/** @type {Int32Array} */ marks, /** @type {Rows} */ { starts, values }, /** @type {number} */ row) => {
    return marks[row] === reading.all && isPhraseIn(values, starts[row], starts[row + 1], reading);
  };
  for (let position = 0; position < found.length; position += 1) {
    if (!isIn(presence.title, title, position) && !isIn(presence.names, names, position)) continue;
    found[position] = 1;
    mark(found, dependents, position, 1);
  }
  for (let line = 0; line < presence.lines.length; line += 1) {
    if (isIn(presence.lines, text.lines, line)) mark(found, text.holders, line, 1);
  }
  return (position) => found[position] === 1;
}
