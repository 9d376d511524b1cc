// The ways to read a query: as typed, with abbreviations written out or used, and without words that say little.

import { SAYS_ALL, SAYS_CLASS, SAYS_LITTLE, sayingsOf } from "./filler.js";
import { MOST_SYLLABLES, asTyped, isKnown, isQuoted, slotsOf } from "./query.js";
import { isSyllable } from "../../common/vietnamese.js";

/**
 * @import { Index, Typed } from "./index.js"
 * @import { Asked, Fits, Slot } from "./query.js"
 *
 * What is told of how a query was read.
 * @typedef {{type: string, from: string, to: string}} Note
 *
 * One way to read a query, and what was done to it. `ofClass`: whether it says that a class is meant; `price`: what it
 * costs, in points, that words were written otherwise.
 * @typedef {{slots: Slot[], notes: Note[], ofClass: boolean, price: number}} Reading
 *
 * The same before it is known how freely its marks are taken; what each word says stands beside it.
 * @typedef {{words: Typed[], sayings: number[], notes: Note[]}} Path
 */

const MOST_READINGS = 12;
const EXPANDED = 6;
const WEIGHTS = { [SAYS_ALL]: 1, [SAYS_CLASS]: 0.3, [SAYS_LITTLE]: 0.05 };

/** @type {(type: string, from: string, to?: string) => Note} */
export const note = (type, from, to = "") => ({ type, from, to });

/**
 * The readings of a query: with abbreviations written out, and with what has an abbreviation abbreviated: as typed
 * first, then every mixture; each with its words that say little, and without them.
 * @param {Index} index
 * @param {Asked} asked
 * @param {Fits} fits
 * @returns {Reading[]}
 */
export function readingsOf(index, asked, fits) {
  const sayings = sayingsOf(index, asked);
  const ofClass = asked.words.some(({ folded }, at) => sayings[at] === SAYS_CLASS && /^(lop|khoa)$/.test(folded));
  /** @type {Reading[]} */
  const readings = [];
  for (const path of pathsFrom(index, asked, sayings, 0, { words: [], sayings: [], notes: [] })) {
    const slots = slotsOf(index, path.words, fits).map((slot, at) => ({ ...slot, weight: weightOf(path.sayings[at]) }));
    const price = EXPANDED * path.notes.length;
    readings.push({ slots, notes: path.notes, ofClass, price });
    const shorter = slots.filter((_, at) => path.sayings[at] !== SAYS_LITTLE);
    if (shorter.length > 0 && shorter.length < slots.length) {
      readings.push({ slots: shorter, notes: [...path.notes, leftOut(path)], ofClass, price });
    }
    if (readings.length >= MOST_READINGS) break;
  }
  // Where no word says more, they are all that there is.
  const isEmpty = sayings.every((saying) => saying !== SAYS_ALL);
  if (!isEmpty) return readings;
  const whole = readings.filter(({ notes }) => !notes.some(({ type }) => type === "left_out"));
  return whole.map((reading) => ({ ...reading, slots: reading.slots.map(counted) }));
}

/** @type {(saying: number) => number} */
const weightOf = (saying) => WEIGHTS[saying] ?? 1;
/** @type {(slot: Slot) => Slot} */
const counted = (slot) => ({ ...slot, weight: 1 });

/** @param {Path} path */
function leftOut({ words, sayings }) {
  const left = words.filter(({ start }, at) => sayings[at] === SAYS_LITTLE && start >= 0);
  return note("left_out", left.map(({ typed }) => typed).join(" "));
}

/**
 * @param {Index} index
 * @param {Asked} asked
 * @param {Uint8Array} sayings
 * @param {number} at
 * @param {Path} path
 * @returns {Generator<Path>}
 */
function* pathsFrom(index, asked, sayings, at, path) {
  if (at >= asked.words.length) return yield { ...path, words: path.words.slice(0, MOST_SYLLABLES) };
  const others = expansionsAt(index, asked, at);
  if (others.length === 0 || isKnown(index, asked.words[at])) {
    yield* pathsFrom(index, asked, sayings, at + 1, longer(path, [asked.words[at]], sayings[at]));
  }
  for (const { length, instead, from, to } of others) {
    const { words, sayings: said, notes } = longer(path, instead, SAYS_ALL);
    const expanded = { words, sayings: said, notes: [...notes, note("expanded", from, to)] };
    yield* pathsFrom(index, asked, sayings, at + length, expanded);
  }
}

/** @type {(path: Path, words: Typed[], saying: number) => Path} */
function longer(path, words, saying) {
  return { ...path, words: [...path.words, ...words], sayings: [...path.sayings, ...words.map(() => saying)] };
}

/** @param {Index} index @param {Asked} asked @param {number} at */
function expansionsAt(index, asked, at) {
  const found = [];
  for (const { short, long, oneWay, shortWords, longWords } of index.glossary) {
    const isSmall = oneWay && !shortWords[0].capital;
    if (stand(asked, at, shortWords) && (isSmall || isAbbreviation(asked, at, shortWords.length))) {
      found.push({ length: shortWords.length, instead: longWords, from: short, to: long });
    }
    if (!oneWay && stand(asked, at, longWords)) {
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
    return typed && asTyped(typed, word) && !isQuoted(phrases, typed);
  });
}

// What can be a syllable as well (tu for TU) is written in capitals where it is an abbreviation.
/** @type {(asked: Asked, at: number, length: number) => boolean} */
function isAbbreviation(asked, at, length) {
  if (isInNumber(asked, at)) return false;
  const { typed, folded } = asked.words[at];
  return length > 1 || asked.words.length === 1 || !isSyllable(folded) || typed === typed.toUpperCase();
}

// KH and TU in 200-KH/TU are parts of a number, no abbreviations to be written out.
/** @param {Asked} asked @param {number} at */
function isInNumber({ text, words }, at) {
  const [before] = text.slice(0, words[at].start).match(/[^\s,;()]*$/) ?? [""];
  const [after] = text.slice(words[at].start).match(/^[^\s,;()]*/) ?? [""];
  return /\d/.test(before + after) && /[-‐-―−/]/.test(before + after);
}
