// Slips in a query: which syllables of the records are near what was typed, and what the records that have them mean by it.

import { LEVELS, hasTone, isKnown, numbersOf, slotsOf } from "./query.js";
import { MOST_SYLLABLES } from "./ranking.js";
import { fold, isOneSlipAway, syllable } from "../../common/vietnamese.js";

const MOST_MEANINGS = 8;

/**
 * Ways to correct a query, as slots, with how many of its words may be corrected: its unknown syllables one slip away; those cut in two;
 * and since known syllables are often a slip too (boi dung), one more, whichever it is.
 */
export function* correctedSlots(index, asked) {
  const known = slotsOf(index, asked.words, LEVELS.at(-1));
  const isFound = ({ numbers }) => numbers.length > 0;
  const half = Math.ceil(known.length / 2);
  const unknown = known.filter((slot) => !isFound(slot)).length;
  if (unknown > 0) {
    yield { slots: known.map((slot) => (isFound(slot) ? slot : loosened(index, slot))), most: half };
    yield { slots: known.flatMap((slot) => (isFound(slot) ? slot : apart(index, slot.word))).slice(0, MOST_SYLLABLES), most: half };
  }
  if (unknown < half) yield { slots: known.map((slot) => loosened(index, slot)), most: unknown + 1 };
}

const loosened = (index, slot) => ({ ...slot, prefix: false, loose: true, numbers: [...slot.numbers, ...slipped(index, slot.word)] });

// Numbers and abbreviations are no slips: one letter off, they name another thing.
function slipped({ words }, word) {
  if (!/^(?=.*[aeiouy])\D{2,}$/.test(word.folded)) return [];
  const near = numbersOf(words, ({ folded }) => isOneSlipAway(word.folded, folded));
  return near.sort((one, other) => Number(hasTone(word, words.list[other])) - Number(hasTone(word, words.list[one])));
}

const apart = (index, word) => slotsOf(index, cut(index, word) ?? [word], LEVELS.at(-1)).map((part) => ({ ...part, loose: true }));

// A word typed without its spaces (daotao) as the syllables it is made of, the longest first.
function cut(index, word, letters = word.folded) {
  for (let length = Math.min(letters.length, 7); length > 0; length -= 1) {
    const first = { ...word, ...syllable(letters.slice(0, length)), prefix: false };
    const rest = isKnown(index, first) ? (length === letters.length ? [] : cut(index, word, letters.slice(length))) : undefined;
    if (rest) return [first, ...rest];
  }
  return undefined;
}

/** What loosened words may mean, by the records that answer them best: mixtures of those of their syllables that one has, not too many of them corrected. */
export function meaningsOf(index, slots, best, most) {
  const meanings = new Map();
  for (const position of best) {
    for (const words of mixtures(index, slots, position)) {
      const key = words.map(({ letters, tone }) => `${letters}${tone}`).join(" ");
      if (meanings.size < MOST_MEANINGS && corrections(words).length <= most) meanings.set(key, words);
    }
  }
  return [...meanings.values()];
}

function mixtures(index, slots, position) {
  const fields = fieldsOf(index, position);
  let mixtures = [[]];
  for (const slot of slots) {
    const options = slot.loose ? settled(index, slot, fields) : [slot.word];
    mixtures = mixtures.flatMap((words) => options.map((word) => [...words, word])).slice(0, MOST_MEANINGS);
  }
  return mixtures;
}

// The syllables of a record by field, the strongest field first.
function fieldsOf({ title, names, text, related }, top) {
  const others = [...rowOf(related, top)];
  const fields = [[title, [top]], [names, [top]], [title, others], [names, others], [text, [top]]];
  return fields.map(([field, positions]) => new Set(positions.flatMap((position) => [...rowOf(field, position)])));
}

// The syllables that a loosened word may mean in the first field that has any: the word itself where it is among them.
function settled({ words }, { word, numbers }, fields) {
  const own = fields.map((field) => numbers.filter((number) => field.has(number))).find((found) => found.length > 0) ?? [];
  const unchanged = own.filter((number) => words.list[number].sound === word.sound);
  const { typed, start, end } = word;
  const options = (unchanged.length > 0 ? unchanged : own).map((number) => ({ ...words.list[number], typed, start, end, prefix: false }));
  return options.length > 0 ? options : [word];
}

const rowOf = ({ starts, values }, position) => values.subarray(starts[position], starts[position + 1]);

/** What was typed and what is meant instead; the parts of a word that was cut stand together again. */
export function corrections(words) {
  const parts = new Map();
  for (const { start, typed, spelling } of words) if (spelling) parts.set(start, { typed, meant: `${parts.get(start)?.meant ?? ""} ${spelling}`.trim() });
  return [...parts.values()].filter(({ typed, meant }) => fold(typed) !== fold(meant));
}
