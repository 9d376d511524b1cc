// Slips in a query: what was typed with a letter too many, too few or another, and words torn apart or stuck together.

import { isPhraseIn } from "./arrangement.js";
import { saysLittle } from "./filler.js";
import { isKnown, isQuoted, numbersOf, slotsOf, withAnyMarks, withMarksTyped } from "./query.js";
import { compiled } from "./presence.js";
import { isOneSlipAway, syllable } from "../../common/vietnamese.js";

/**
 * @import { Index, Slot, Typed } from "./index.js"
 * @import { Compiled } from "./presence.js"
 * @import { Asked } from "./query.js"
 * @import { Field } from "./syllables.js"
 *
 * Some words of a query, from one to before another, and what is meant instead.
 * @typedef {{from: number, to: number, words: Typed[]}} Respacing
 */

const MOST_RESPACINGS = 6;
const [SHORTEST, LONGEST] = [2, 7];
const VOWEL = /[aeiouy]/;
const NO_LETTER = /[fjwz]/i;

/**
 * The numbers of the syllables that are one slip away from a word, those of its tone first. Numbers are no slips: one
 * letter off, they name another thing; of letters without a vowel only two may be exchanged, but where one is no letter
 * of Vietnamese, it may stand for the vowel (trj).
 * @param {Index} index
 * @param {Typed} word
 */
function slipsOf({ words }, { folded, tone, typed }) {
  if (/\d/.test(folded) || folded.length < SHORTEST) return [];
  const isNear = VOWEL.test(folded) || NO_LETTER.test(typed)
    ? (/** @type {string} */ other) => isOneSlipAway(folded, other)
    : (/** @type {string} */ other) => isExchanged(folded, other);
  const near = numbersOf(words, (other) => isNear(other.folded) && !saysLittle(other));
  const isOfTone = (/** @type {number} */ number) => Number(tone === 0 || tone === words.list[number].tone);
  return near.sort((one, other) => isOfTone(other) - isOfTone(one));
}

/** @param {string} one @param {string} other */
function isExchanged(one, other) {
  if (one.length !== other.length) return false;
  return [...one].sort().join("") === [...other].sort().join("") && isOneSlipAway(one, other);
}

/**
 * Words of a query that are torn apart or stuck together, as the syllables that they may have been meant for: those
 * that some record has side by side, the fewest first.
 * @param {Index} index
 * @param {Asked} asked
 * @returns {Respacing[]}
 */
export function respacingsOf(index, { words, phrases }) {
  /** @type {Respacing[]} */
  const found = [];
  for (const { from, to } of windowsOf(index, words)) {
    const window = words.slice(from, to);
    if (window.some((word) => word.capital || /\d/.test(word.folded) || isQuoted(phrases, word))) continue;
    for (const pieces of piecesOf(index, window.map(({ typed }) => typed.normalize("NFC")).join(""))) {
      if (isSame(pieces, window) || !stand(index, withNeighbour(words, from, to, pieces))) continue;
      const place = { start: words[from].start, end: words[to - 1].end };
      found.push({ from, to, words: pieces.map((piece) => ({ ...piece, ...place })) });
    }
  }
  return found.sort((one, other) => one.words.length - other.words.length).slice(0, MOST_RESPACINGS);
}

/** @param {Typed} word */
const isOdd = ({ folded }) => !VOWEL.test(folded) || folded.length > LONGEST;

// Around each word that no record has, or that is no syllable: itself, with the one before, the one after, or both.
/** @type {(index: Index, words: Typed[]) => {from: number, to: number}[]} */
function windowsOf(index, words) {
  const odd = words.flatMap((word, at) => (isOdd(word) || !isKnown(index, word) ? [at] : []));
  const centres = odd.length > 0 ? odd : words.map((_, at) => at);
  const reaches = odd.length > 0 ? [[0, 1], [-1, 1], [0, 2], [-1, 2]] : [[0, 2]];
  const all = centres.flatMap((at) => reaches.map(([before, after]) => ({ from: at + before, to: at + after })));
  const inside = all.filter(({ from, to }) => from >= 0 && to <= words.length);
  return [...new Map(inside.map((each) => [`${each.from} ${each.to}`, each])).values()].slice(0, 24);
}

/**
 * Letters as the syllables of the catalogue that they are made of, in every way.
 * @param {Index} index
 * @param {string} letters
 * @returns {Typed[][]}
 */
function piecesOf(index, letters) {
  /** @type {Typed[][]} */
  const found = [];
  const cut = (/** @type {string} */ rest, /** @type {Typed[]} */ pieces) => {
    if (found.length >= MOST_RESPACINGS * 4) return;
    if (rest === "") found.push(pieces);
    for (let length = Math.min(rest.length, LONGEST); length >= 1; length -= 1) {
      const typed = rest.slice(0, length);
      const piece = { ...syllable(typed), typed, start: 0, end: 0 };
      if (VOWEL.test(piece.folded) && isKnown(index, piece)) cut(rest.slice(length), [...pieces, piece]);
    }
  };
  cut(letters, []);
  return found;
}

/** @param {Typed[]} pieces @param {Typed[]} window */
const isSame = (pieces, window) => inOne(pieces) === inOne(window);
/**
 * Words as they were typed, with spaces between.
 * @param {Typed[]} words
 */
export const inOne = (words) => words.map(({ typed }) => typed).join(" ");

// A single syllable proves itself by what stands beside it.
/** @type {(words: Typed[], from: number, to: number, pieces: Typed[]) => Typed[][]} */
function withNeighbour(words, from, to, pieces) {
  if (pieces.length > 1) return [pieces];
  const sides = [[...words.slice(Math.max(0, from - 1), from), ...pieces], [...pieces, ...words.slice(to, to + 1)]];
  return words.length === to - from ? [pieces] : sides.filter((side) => side.length > 1);
}

/** @type {(index: Index, several: Typed[][]) => boolean} */
const stand = (index, several) => several.some((words) => {
  const reading = compiled(index, slotsOf(index, words, withAnyMarks));
  return [index.title, index.names, index.text.lines].some((field) => standsIn(field, reading));
});

/** @type {(field: Field, reading: Compiled) => boolean} */
function standsIn({ starts, values, postings }, reading) {
  for (const number of reading.slots[0].numbers) {
    if (number >= postings.size) continue;
    for (let at = postings.starts[number]; at < postings.starts[number + 1]; at += 1) {
      const position = postings.values[at];
      if (isPhraseIn(values, starts[position], starts[position + 1], reading)) return true;
    }
  }
  return false;
}

/**
 * A word of a query with what was meant by it.
 * @type {(index: Index, word: Typed, number: number) => Typed}
 */
export const meantBy = ({ words: { list } }, { typed, start, end }, number) => ({ ...list[number], typed, start, end });

/**
 * What a word of a query may have been meant for: what is one slip away and stands beside one of its neighbours in some
 * record. One that has none may be meant for anything; so may one that records have, typed without its marks: its
 * sound alone would find a neighbour nearly anywhere.
 * @param {Index} index
 * @param {Typed[]} words
 * @param {number} at
 */
export function slipsMeant(index, words, at) {
  const slips = slipsOf(index, words[at]);
  if (words.length === 1 || (isKnown(index, words[at]) && !words[at].marked)) return slips;
  const found = new Set([
    ...besides(index, words.slice(at + 1, at + 2), -1), ...besides(index, words.slice(Math.max(0, at - 1), at), 1),
  ]);
  return slips.filter((number) => found.has(number));
}

// The syllables that stand some steps from a word in any record.
/** @type {(index: Index, words: Typed[], step: number) => Set<number>} */
function besides(index, words, step) {
  /** @type {Set<number>} */
  const found = new Set();
  for (const number of slotsOf(index, words, withMarksTyped).flatMap(({ numbers }) => numbers)) {
    for (const field of [index.title, index.names, index.text.lines]) addBesides(found, field, number, step);
  }
  return found;
}

/** @type {(found: Set<number>, field: Field, number: number, step: number) => void} */
function addBesides(found, { starts, values, postings }, number, step) {
  const end = postings.starts[number + 1] ?? 0;
  for (let at = postings.starts[number]; at < end; at += 1) {
    const row = postings.values[at];
    for (let place = starts[row]; place < starts[row + 1]; place += 1) {
      const other = place + step;
      if (values[place] === number && other >= starts[row] && other < starts[row + 1]) found.add(values[other]);
    }
  }
}

/** @type {(slot: Slot, numbers: number[]) => Slot} */
export const loosened = (slot, numbers) => ({ ...slot, prefix: false, numbers: [...slot.numbers, ...numbers] });
