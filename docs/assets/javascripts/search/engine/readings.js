// The ways to read a query: as typed, with abbreviations written out or used, and without words that say little.

import { SAYS_ALL, SAYS_CLASS, SAYS_LITTLE, SAYS_PERHAPS, asksHowMany, sayingsOf } from "./filler.js";
import { MOST_SYLLABLES, asTyped, hasBegun, isKnown, isQuoted, slotsOf, withAnyMarks } from "./query.js";
import { PROGRAM, SOURCE, TELLING_NUMBERS } from "./traits.js";
import { isSyllable } from "../../common/vietnamese.js";

/**
 * @import { Index, Slot, Typed } from "./index.js"
 * @import { Asked, Fits } from "./query.js"
 *
 * What is told of how a query was read.
 * @typedef {{type: string, from: string, to: string}} Note
 *
 * One way to read a query, and what was done to it. `meant`: the kind of record that it says it asks for, 0 for any;
 * `isFor`: it says for whom; `price`: what it costs, in points, that words were written otherwise.
 * @typedef {{slots: Slot[], notes: Note[], meant: number, isFor: boolean, price: number}} Reading
 *
 * The same before it is known how freely its marks are taken; what each word says stands beside it.
 * @typedef {{words: Typed[], sayings: number[], notes: Note[], price: number}} Path
 */

const MOST_READINGS = 12;
// What an abbreviation costs, in points, and an everyday word for what records call otherwise: what is called as it was
// typed comes before.
const [EXPANDED, EVERYDAY] = [6, 15];
const WEIGHTS = { [SAYS_ALL]: 1, [SAYS_CLASS]: 0.3, [SAYS_LITTLE]: 0.05, [SAYS_PERHAPS]: 0.2 };

// What is asked for by a word that says so.
const KINDS = new Map([["lop", PROGRAM], ["khoa", PROGRAM], ["bao", SOURCE]]);

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
  const kinds = asked.words.map(({ folded }, at) => (sayings[at] === SAYS_CLASS ? KINDS.get(folded) ?? 0 : 0));
  const meant = kinds.find(Boolean) ?? (asksHowMany(asked) ? TELLING_NUMBERS : 0);
  const isFor = asked.words.some(({ letters }, at) => letters === "cho" && sayings[at] === SAYS_LITTLE);
  // Who publishes is named by an address, which has no marks.
  const freely = meant === SOURCE ? withAnyMarks : fits;
  /** @type {Reading[]} */
  const readings = [];
  for (const path of pathsFrom(index, asked, sayings, 0, { words: [], sayings: [], notes: [], price: 0 })) {
    const { notes, price } = path;
    const slots = slotsOf(index, path.words, freely).map((slot, at) => {
      const isKind = path.sayings[at] === SAYS_CLASS && KINDS.get(slot.word.folded) === meant;
      return { ...slot, weight: WEIGHTS[path.sayings[at]] ?? 1, isKind };
    });
    readings.push({ slots, notes, meant, isFor, price });
    const shorter = slots.filter((_, at) => path.sayings[at] !== SAYS_LITTLE);
    if (shorter.length > 0 && shorter.length < slots.length) {
      readings.push({ slots: shorter, notes: [...notes, leftOut(path)], meant, isFor, price });
    }
    if (readings.length >= MOST_READINGS) break;
  }
  const telling = readings.filter(isTelling);
  // Where no word says more, they are all that there is.
  const said = readings.filter((reading) => !isTelling(reading) && !reading.notes.some(isLeftOut)).map(counted);
  return [...said, ...telling];
}

/** @type {(reading: Reading) => boolean} */
const isTelling = ({ slots }) => slots.some(({ weight }) => weight === 1);
/** @type {(note: Note) => boolean} */
const isLeftOut = ({ type }) => type === "left_out";
/** @type {(reading: Reading) => Reading} every word of it */
const counted = (reading) => ({ ...reading, slots: reading.slots.map((slot) => ({ ...slot, weight: 1 })) });

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
  for (const { length, instead, from, to, price } of others) {
    const expanded = { ...path, notes: [...path.notes, note("expanded", from, to)], price: path.price + price };
    yield* pathsFrom(index, asked, sayings, at + length, longer(expanded, instead, SAYS_ALL));
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
    if (stand(asked, at, shortWords, oneWay) && (isSmall || isAbbreviation(asked, at, shortWords.length))) {
      const price = oneWay ? EVERYDAY : EXPANDED;
      found.push({ length: shortWords.length, instead: longWords, from: short, to: long, price });
    }
    if (!oneWay && stand(asked, at, longWords)) {
      found.push({ length: longWords.length, instead: shortWords, from: long, to: short, price: EXPANDED });
    }
  }
  return found.filter(({ instead }) => instead.every((word) => isKnown(index, word)));
}

// Whether words stand in the query from a place on, none of them inside quotation marks; the last one of several may
// only have begun.
/** @param {Asked} asked @param {number} at @param {Typed[]} wanted @param {boolean} [mayGoOn] */
function stand({ words, phrases }, at, wanted, mayGoOn = false) {
  return wanted.length > 0 && wanted.every((word, next) => {
    const typed = words[at + next];
    if (!typed || isQuoted(phrases, typed)) return false;
    return asTyped(typed, word) || (mayGoOn && next > 0 && Boolean(typed.prefix) && hasBegun(typed, word));
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
