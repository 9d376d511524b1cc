// Slips in a query: which syllables of the records are near what was typed, and what the records that have them mean by
// it.

import { FREEST, hasTone, isKnown, numbersOf, slotsOf } from "./query.js";
import { MOST_SYLLABLES } from "./ranking.js";
import { fold, isOneSlipAway, syllable } from "../../common/vietnamese.js";

/**
 * @import { Rows } from "./facets.js"
 * @import { Index, Typed } from "./index.js"
 * @import { Asked } from "./query.js"
 * @import { Slot } from "./ranking.js"
 */

const MOST_MEANINGS = 8;

/**
 * Ways to correct a query, with how many of its words may be corrected: its unknown syllables one slip away; those cut
 * in two; and since known syllables are often a slip too (boi dung), one more, whichever it is.
 * @param {Index} index
 * @param {Asked} asked
 * @returns {Generator<{slots: Slot[], most: number}>}
 */
export function* correctedSlots(index, asked) {
  const known = slotsOf(index, asked.words, FREEST);
  const half = Math.ceil(known.length / 2);
  const unknown = known.filter((slot) => !isFound(slot)).length;
  if (unknown > 0) {
    yield { slots: known.map((slot) => (isFound(slot) ? slot : loosened(index, slot))), most: half };
    const cut = known.flatMap((slot) => (isFound(slot) ? [slot] : apart(index, slot.word)));
    yield { slots: cut.slice(0, MOST_SYLLABLES), most: half };
  }
  if (unknown < half) yield { slots: known.map((slot) => loosened(index, slot)), most: unknown + 1 };
}

/** @param {Slot} slot */
const isFound = ({ numbers }) => numbers.length > 0;

/** @type {(index: Index, slot: Slot) => Slot} */
function loosened(index, slot) {
  return { ...slot, prefix: false, loose: true, numbers: [...slot.numbers, ...slipped(index, slot.word)] };
}

// Numbers and abbreviations are no slips: one letter off, they name another thing.
/** @param {Index} index @param {Typed} word */
function slipped({ words }, word) {
  if (!/^(?=.*[aeiouy])\D{2,}$/.test(word.folded)) return [];
  const near = numbersOf(words, ({ folded }) => isOneSlipAway(word.folded, folded));
  const isOfTone = (/** @type {number} */ number) => Number(hasTone(word, words.list[number]));
  return near.sort((one, other) => isOfTone(other) - isOfTone(one));
}

/** @type {(index: Index, word: Typed) => Slot[]} */
function apart(index, word) {
  return slotsOf(index, partsOf(index, word) ?? [word], FREEST).map((part) => ({ ...part, loose: true }));
}

/**
 * A word typed without its spaces (daotao) as the syllables that it is made of, the longest first; undefined where it
 * is not made of any.
 * @param {Index} index
 * @param {Typed} word
 * @param {string} [letters] what is left of it
 * @returns {Typed[] | undefined}
 */
function partsOf(index, word, letters = word.folded) {
  if (letters === "") return [];
  for (let length = Math.min(letters.length, 7); length > 0; length -= 1) {
    const first = { ...word, ...syllable(letters.slice(0, length)), prefix: false };
    const rest = isKnown(index, first) ? partsOf(index, word, letters.slice(length)) : undefined;
    if (rest) return [first, ...rest];
  }
  return undefined;
}

/**
 * What loosened words may mean, by the records that answer them best: mixtures of those of their syllables that one
 * record has, not too many of them corrected.
 * @param {Index} index
 * @param {Slot[]} slots
 * @param {number[]} best positions of records
 * @param {number} most how many words may be corrected
 */
export function meaningsOf(index, slots, best, most) {
  /** @type {Map<string, Typed[]>} */
  const meanings = new Map();
  for (const position of best) {
    for (const words of mixtures(index, slots, position)) {
      const key = words.map(({ letters, tone }) => `${letters}${tone}`).join(" ");
      if (meanings.size < MOST_MEANINGS && corrections(words).length <= most) meanings.set(key, words);
    }
  }
  return [...meanings.values()];
}

/** @param {Index} index @param {Slot[]} slots @param {number} position */
function mixtures(index, slots, position) {
  const fields = fieldsOf(index, position);
  /** @type {Typed[][]} */
  let mixed = [[]];
  for (const slot of slots) {
    const options = slot.loose ? settled(index, slot, fields) : [slot.word];
    mixed = mixed.flatMap((words) => options.map((word) => [...words, word])).slice(0, MOST_MEANINGS);
  }
  return mixed;
}

// The syllables of a record by field, the strongest field first.
/** @param {Index} index @param {number} position */
function fieldsOf({ title, names, text, related }, position) {
  const others = [...rowOf(related, position)];
  const syllables = (/** @type {Rows} */ field, /** @type {number[]} */ positions) =>
    new Set(positions.flatMap((each) => [...rowOf(field, each)]));
  const own = [position];
  return [
    syllables(title, own), syllables(names, own), syllables(title, others), syllables(names, others),
    syllables(text, own),
  ];
}

// The syllables that a loosened word may mean in the first field that has any: the word itself where it is among them.
/** @type {(index: Index, slot: Slot, fields: Set<number>[]) => Typed[]} */
function settled({ words }, { word, numbers }, fields) {
  const own = fields.map((field) => numbers.filter((number) => field.has(number))).find((found) => found.length > 0);
  if (!own) return [word];
  const unchanged = own.filter((number) => words.list[number].sound === word.sound);
  const { typed, start, end } = word;
  const meant = unchanged.length > 0 ? unchanged : own;
  return meant.map((number) => ({ ...words.list[number], typed, start, end, prefix: false }));
}

/** @param {Rows} field @param {number} position */
const rowOf = ({ starts, values }, position) => values.subarray(starts[position], starts[position + 1]);

/**
 * What was typed and what is meant instead; the parts of a word that was cut stand together again.
 * @param {Typed[]} words
 */
export function corrections(words) {
  /** @type {Map<number, {typed: string, meant: string}>} */
  const parts = new Map();
  for (const { start, typed, spelling } of words) {
    if (spelling) parts.set(start, { typed, meant: `${parts.get(start)?.meant ?? ""} ${spelling}`.trim() });
  }
  return [...parts.values()].filter(({ typed, meant }) => fold(typed) !== fold(meant));
}
