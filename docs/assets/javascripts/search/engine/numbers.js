// Where a text answers the numbers of a query: a day as a whole, a small number beside its word. A figure alone stands
// in too many places to tell anything.

/**
 * @import { Slot } from "./index.js"
 * @import { AskedReading } from "./scoring.js"
 *
 * A syllable of a text: its place in the text and among its syllables, how it is folded, the slots of a reading that it
 * fills, as a whole too.
 * @typedef {{start: number, end: number, at: number, folded: string, any: number, whole: number}} Token
 *
 * What is asked of the number in a slot: the slots of the day or number that it is a part of, in their order; whether
 * it needs one of the words beside it.
 * @typedef {{parts: number[], isBound: boolean}} Asked
 */

// What stands between the parts of a day, and before the number of a document.
const OF_DAYS = new Set(["ngay", "thang", "nam"]);
const OF_NUMBERS = new Set(["so"]);
// A number of more digits is a name or a year, and tells by itself.
const MOST_DIGITS_BOUND = 2;

/**
 * The syllables of a text that answer a reading, without those that do only by a part of a number, or with another one.
 * @param {Token[]} tokens all of the text
 * @param {AskedReading} reading
 * @returns {Token[]}
 */
export function answering(tokens, reading) {
  const asked = numbersIn(reading);
  const kept = tokens.map((token, at) => {
    const bits = without(tokens, at, asked);
    return { ...token, any: token.any & ~bits, whole: token.whole & ~bits };
  });
  return kept.filter(({ any }) => any !== 0);
}

/** @type {WeakMap<AskedReading, Map<number, Asked>>} */
const known = new WeakMap();

/** @type {(reading: AskedReading) => Map<number, Asked>} by the slots of the figures */
function numbersIn(reading) {
  const numbers = known.get(reading) ?? numbersOf(reading);
  known.set(reading, numbers);
  return numbers;
}

/** @type {(reading: AskedReading) => Map<number, Asked>} */
function numbersOf({ slots }) {
  const isFigure = (/** @type {number} */ slot) => /^\d/.test(slots[slot]?.word.folded ?? "");
  /** @type {number[][]} */
  const runs = [];
  slots.forEach((_, slot) => {
    if (!isFigure(slot)) return;
    const run = runs.at(-1);
    if (run && goesOn(slots, run, slot)) run.push(slot);
    else runs.push([slot]);
  });
  return new Map(runs.flatMap((parts) => parts.map((slot) => {
    const isBound = parts.length === 1 && slots.length > 1 && slots[slot].word.folded.length <= MOST_DIGITS_BOUND;
    return [slot, { parts, isBound }];
  })));
}

// Whether a figure is the next part of a day: what stands before it is a day or a month, as «năm» tells of none but a
// month («nghị quyết 18 năm 2024»).
/** @type {(slots: Slot[], run: number[], slot: number) => boolean} */
function goesOn(slots, run, slot) {
  const last = run.at(-1) ?? 0;
  const between = slots.slice(last + 1, slot).map(({ word }) => word.folded);
  if (slots[last].word.folded.length > MOST_DIGITS_BOUND || !between.every((word) => OF_DAYS.has(word))) return false;
  return !between.includes("nam") || run.length > 1 || slots[last - 1]?.word.folded === "thang";
}

// The slots that a syllable only seems to fill.
/** @type {(tokens: Token[], at: number, asked: Map<number, Asked>) => number} */
function without(tokens, at, asked) {
  const before = tokens[at - 1];
  let bits = 0;
  for (const [slot, { parts, isBound }] of asked) {
    const bit = 1 << slot;
    const has = isBound ? isBesideItsWord(tokens, at, slot) : standsWhole(tokens, at, parts, parts.indexOf(slot));
    if (tokens[at].any & bit && !has) bits |= bit;
    // «15 chuyên đề» is no answer to «6 chuyên đề».
    if (isBound && before && /^\d/.test(before.folded) && !(before.any & bit)) bits |= bit << 1;
  }
  return bits;
}

/** @type {(tokens: Token[], at: number, slot: number) => boolean} */
function isBesideItsWord(tokens, at, slot) {
  const before = OF_NUMBERS.has(tokens[at - 1]?.folded) ? [at - 1, at - 2] : [at - 1];
  const isThere = before.some((place) => slot > 0 && hasSlot(tokens[place], slot - 1));
  return isThere || hasSlot(tokens[at + 1], slot + 1);
}

/** @type {(token: Token | undefined, slot: number) => boolean} */
const hasSlot = (token, slot) => token !== undefined && (token.any & (1 << slot)) !== 0;

// Whether the parts of a day stand around one of them, in their order.
/** @type {(tokens: Token[], at: number, parts: number[], part: number) => boolean} */
function standsWhole(tokens, at, parts, part) {
  const follow = (/** @type {number[]} */ slots, /** @type {number} */ step) => {
    let place = at;
    return slots.every((slot) => {
      place += OF_DAYS.has(tokens[place + step]?.folded) ? 2 * step : step;
      return hasSlot(tokens[place], slot);
    });
  };
  return follow(parts.slice(0, part).reverse(), -1) && follow(parts.slice(part + 1), 1);
}

/**
 * The slots of all parts of the days and numbers that some slots belong to, and those.
 * @param {AskedReading} reading
 * @param {number} bits
 */
export function wholeNumbers(reading, bits) {
  const runs = [...numbersIn(reading).values()].map(({ parts }) => parts.reduce((all, slot) => all | (1 << slot), 0));
  return runs.reduce((all, run) => (all & run ? all | run : all), bits);
}
