// Which slots of a reading each record fills, and by which of its fields.

import { isPhraseIn } from "./arrangement.js";
import { bitsWhere } from "./bits.js";
import { rowOf } from "./facets.js";
import { keptOf } from "./kept.js";
import { EXACT, NAMES, OPENS, RELATED, TEXT, TITLE, WHOLE, marksOf } from "./marks.js";

/**
 * @import { Filling } from "./arrangement.js"
 * @import { Rows } from "./facets.js"
 * @import { Index, Slot } from "./index.js"
 * @import { Marks } from "./marks.js"
 * @import { Words } from "./syllables.js"
 *
 * A reading made ready: a filling, with `all` bits of slots together, those that say something (`needed`) and all that
 * a word can (`spoken`), those of numbers and of the kind that is meant, and how much each slot weighs. `isFor`: it
 * says for whom.
 * @typedef {Filling & {
 *   all: number, needed: number, spoken: number, figures: number, kinds: number, weights: number[], slots: Slot[],
 *   isFor: boolean,
 * }} Compiled
 *
 * For each record the bits of the slots that each field fills, that `any` does, that one fills as a whole or with the
 * marks typed, and that open a text; how many records have each slot.
 * @typedef {{
 *   [column in "title" | "names" | "related" | "text" | "any" | "whole" | "exact" | "opens"]: Int32Array
 * } & {having: Uint32Array}} Presence
 */

// A number names a thing exactly: with another it is another thing.
const OF_NUMBER = 2;
// A word that weighs less may be missing: what only says that a class is meant, what only asks.
const LITTLE = 0.35;

/**
 * A reading made ready.
 * @param {{words: Words}} index
 * @param {Slot[]} slots at most MOST_SYLLABLES
 * @param {boolean} [isFor] whether it says for whom
 * @returns {Compiled}
 */
export function compiled({ words }, slots, isFor = false) {
  const bits = () => new Int32Array(words.list.length);
  const reading = { count: slots.length, all: 2 ** slots.length - 1, any: bits(), whole: bits() };
  slots.forEach(({ numbers, word, prefix }, slot) => {
    for (const number of numbers) {
      reading.any[number] |= 1 << slot;
      if (!prefix || words.list[number].sound === word.sound) reading.whole[number] |= 1 << slot;
    }
  });
  const isFigure = slots.map(({ word }) => Number(/^\d/.test(word.folded)));
  const weights = slots.map(({ weight }, slot) => weight * (isFigure[slot] ? OF_NUMBER : 1));
  const needed = bitsWhere(weights, (weight) => weight >= LITTLE);
  const spoken = bitsWhere(weights, (weight) => weight >= 1);
  const figures = bitsWhere(isFigure, Boolean);
  const kinds = bitsWhere(slots.map(({ isKind }) => Number(isKind)), Boolean);
  return { ...reading, needed, spoken, figures, kinds, weights, slots, isFor };
}

// Given back, and empty.
const freeOf = keptOf(() => /** @type {Presence[]} */ ([]));

/**
 * What the records have of a reading, until it is given back.
 * @type {(index: Index, reading: Compiled) => Presence}
 */
export function presenceOf(index, { slots }) {
  const presence = freeOf(index).pop() ?? noPresence(index);
  presence.having = new Uint32Array(slots.length);
  slots.forEach((slot, at) => {
    const marks = marksOf(index, slot);
    presence.having[at] = marks.positions.length;
    addMarks(presence, marks, 1 << at);
  });
  return presence;
}

/** @type {(index: Index) => Presence} */
function noPresence({ records }) {
  const bits = () => new Int32Array(records.length);
  return {
    title: bits(), names: bits(), related: bits(), text: bits(), any: bits(), whole: bits(), exact: bits(),
    opens: bits(), having: new Uint32Array(0),
  };
}

/**
 * Gives back what is asked no more. The next reading gets the same room: to have the browser find new room for each,
 * and clear it away, would take longer than to fill it.
 * @param {Index} index
 * @param {Presence} presence
 */
export function giveBack(index, presence) {
  for (const column of Object.values(presence)) column.fill(0);
  freeOf(index).push(presence);
}

/** @type {(presence: Presence, marks: Marks, bit: number) => void} */
function addMarks({ title, names, related, text, any, whole, exact, opens }, { positions, bits }, bit) {
  for (let at = 0; at < positions.length; at += 1) {
    const [position, marks] = [positions[at], bits[at]];
    any[position] |= bit;
    if (marks & TITLE) title[position] |= bit;
    if (marks & NAMES) names[position] |= bit;
    if (marks & RELATED) related[position] |= bit;
    if (marks & TEXT) text[position] |= bit;
    if (marks & WHOLE) whole[position] |= bit;
    if (marks & EXACT) exact[position] |= bit;
    if (marks & OPENS) opens[position] |= bit;
  }
}

/**
 * Whether any record has all slots of a reading that say something.
 * @param {Presence} presence
 * @param {Compiled} reading
 */
export const isAnywhere = ({ any }, { needed }) => any.some((present) => (needed & ~present) === 0);

/**
 * Whether any record is called by all words of a reading that say all, or what it belongs to is.
 * @param {Presence} presence
 * @param {Compiled} reading
 */
export const isNamedAnywhere = ({ title, names, related }, { spoken }) => {
  return title.some((bits, position) => (spoken & ~(bits | names[position] | related[position])) === 0);
};

/**
 * A test whether a record, or one that it belongs to, has the syllables of a reading side by side in their order.
 * @param {Index} index
 * @param {Compiled} reading
 * @returns {(position: number) => boolean}
 */
export function phraseTest(index, reading) {
  const { title, names, text, dependents, records } = index;
  const found = new Uint8Array(records.length);
  const isIn = (/** @type {Rows} */ { starts, values }, /** @type {number} */ row) => {
    return isPhraseIn(values, starts[row], starts[row + 1], reading);
  };
  for (const first of reading.slots.slice(0, 1)) {
    const { positions, lines } = marksOf(index, first);
    for (const position of positions) {
      if (!isIn(title, position) && !isIn(names, position)) continue;
      found[position] = 1;
      for (const dependent of rowOf(dependents, position)) found[dependent] = 1;
    }
    for (const line of lines) {
      if (isIn(text.lines, line)) for (const holder of rowOf(text.holders, line)) found[holder] = 1;
    }
  }
  return (position) => found[position] === 1;
}
