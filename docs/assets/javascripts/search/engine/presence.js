// Which slots of a reading each record fills, and by which of its fields.

import { isPhraseIn } from "./arrangement.js";
import { bitsWhere } from "./bits.js";

/**
 * @import { Filling } from "./arrangement.js"
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
 * For each record the bits of the slots that each field fills, and those that any fills as a whole or with the marks
 * typed.
 * @typedef {{[column in "title" | "names" | "related" | "text" | "whole" | "exact"]: Int32Array}} Presence
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
export function presenceOf({ records: { length }, title, names, text, related }, reading) {
  const bits = () => new Int32Array(length);
  const presence = { title: bits(), names: bits(), related: bits(), text: bits(), whole: bits(), exact: bits() };
  markField(title, reading, presence, presence.title);
  markField(names, reading, presence, presence.names);
  markField(text, reading, presence, presence.text);
  for (let position = 0; position < length; position += 1) {
    let [bitsOfOthers, wholeOfOthers] = [0, 0];
    for (let at = related.starts[position]; at < related.starts[position + 1]; at += 1) {
      const other = related.values[at];
      const own = presence.title[other] | presence.names[other];
      bitsOfOthers |= own;
      wholeOfOthers |= own & presence.whole[other];
    }
    presence.related[position] = bitsOfOthers;
    presence.whole[position] |= wholeOfOthers;
  }
  return presence;
}

/** @param {Field} field @param {Compiled} reading @param {Presence} presence @param {Int32Array} own the field's own */
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

/** @type {(presence: Presence, position: number) => number} */
export function presentAt({ title, names, related, text }, position) {
  return title[position] | names[position] | related[position] | text[position];
}

/**
 * A test whether a record, or one that it belongs to, has the syllables of a reading side by side in their order.
 * @param {Index} index
 * @param {Compiled} reading
 * @returns {(position: number) => boolean}
 */
export function phraseTest(index, reading) {
  const presence = presenceOf(index, reading);
  const owns = (/** @type {"title" | "names" | "text"} */ field, /** @type {number} */ position) => {
    const { starts, values } = index[field];
    return presence[field][position] === reading.all
      && isPhraseIn(values, starts[position], starts[position + 1], reading);
  };
  const isNamed = (/** @type {number} */ position) => owns("title", position) || owns("names", position);
  const { starts, values } = index.related;
  const relatedTo = (/** @type {number} */ position) => values.subarray(starts[position], starts[position + 1]);
  return (position) => isNamed(position) || owns("text", position) || relatedTo(position).some(isNamed);
}
