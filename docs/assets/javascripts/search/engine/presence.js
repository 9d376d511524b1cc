// Which slots of a reading each record fills, and by which of its fields.

import { isPhraseIn } from "./arrangement.js";
import { bitsWhere } from "./bits.js";
import { rowOf } from "./facets.js";

/**
 * @import { Filling } from "./arrangement.js"
 * @import { Rows } from "./facets.js"
 * @import { Field, Index, Words } from "./index.js"
 * @import { Slot } from "./query.js"
 *
 * A reading made ready: a filling, with the bits of the slots that a syllable fills with the `exact` marks typed, `all`
 * bits together, those that say something (`needed`) and all that a word can (`spoken`), those of numbers, the numbers
 * of all syllables that fill a slot, and how much each slot weighs.
 * @typedef {Filling & {
 *   exact: Int32Array, all: number, needed: number, spoken: number, figures: number, numbers: number[],
 *   weights: number[],
 * }} Compiled
 *
 * For each record the bits of the slots that each field fills and that `any` does, and those that one fills as a whole
 * or with the marks typed.
 * @typedef {Marks & {[column in "title" | "names" | "related" | "text" | "any"]: Int32Array} & {lines: Marks}} Presence
 *
 * Of some texts the bits of the slots that each fills in `any` way, as a `whole`, or with the marks typed; of the lines
 * of texts, that many records share, `lines` has them.
 * @typedef {{any: Int32Array, whole: Int32Array, exact: Int32Array}} Marks
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
  const numbers = [...new Set(slots.flatMap((slot) => slot.numbers))];
  return { ...reading, needed, spoken, figures, numbers, weights };
}

/** @type {(index: Index, reading: Compiled) => Presence} */
export function presenceOf({ records: { length }, title, names, text, dependents }, reading) {
  const bits = () => new Int32Array(length);
  const presence = {
    title: bits(), names: bits(), related: bits(), text: bits(), any: bits(), whole: bits(), exact: bits(),
    lines: marksOf(text.lines.starts.length - 1),
  };
  markField(title, reading, presence, presence.title);
  markField(names, reading, presence, presence.names);
  markField(text.lines, reading, presence.lines, presence.lines.any);
  addLines(text.holders, presence);
  addRelated(dependents, presence);
  for (let at = 0; at < length; at += 1) {
    presence.any[at] = presence.title[at] | presence.names[at] | presence.related[at] | presence.text[at];
  }
  return presence;
}

/** @type {(holders: Rows, presence: Presence) => void} */
function addLines({ starts, values }, { lines, text, whole, exact }) {
  for (let line = 0; line < lines.any.length; line += 1) {
    if (lines.any[line] === 0) continue;
    const [from, to] = [starts[line], starts[line + 1]];
    mark(text, values, from, to, lines.any[line]);
    if (lines.whole[line]) mark(whole, values, from, to, lines.whole[line]);
    if (lines.exact[line]) mark(exact, values, from, to, lines.exact[line]);
  }
}

/** @type {(dependents: Rows, presence: Presence) => void} */
function addRelated({ starts, values }, { title, names, related, whole }) {
  const wholeOfOwn = whole.slice();
  for (let position = 0; position < title.length; position += 1) {
    const own = title[position] | names[position];
    if (own === 0) continue;
    const [from, to] = [starts[position], starts[position + 1]];
    mark(related, values, from, to, own);
    if (own & wholeOfOwn[position]) mark(whole, values, from, to, own & wholeOfOwn[position]);
  }
}

/** @param {number} size @returns {Marks} */
const marksOf = (size) => ({ any: new Int32Array(size), whole: new Int32Array(size), exact: new Int32Array(size) });

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
  const presence = presenceOf(index, reading);
  const isIn = (/** @type {Int32Array} */ marks, /** @type {Rows} */ { starts, values }, /** @type {number} */ row) => {
    return marks[row] === reading.all && isPhraseIn(values, starts[row], starts[row + 1], reading);
  };
  const isNamed = (/** @type {number} */ position) => {
    return isIn(presence.title, index.title, position) || isIn(presence.names, index.names, position);
  };
  const { lines, rows } = index.text;
  const isTold = (/** @type {number} */ position) => {
    return rowOf(rows, position).some((line) => isIn(presence.lines.any, lines, line));
  };
  const isRelated = (/** @type {number} */ position) => rowOf(index.related, position).some(isNamed);
  return (position) => isNamed(position) || isTold(position) || isRelated(position);
}
