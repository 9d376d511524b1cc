// The places in a text that answer a query.

import { eachWord, endOfLetters } from "../../common/vietnamese.js";

/**
 * @import { Index } from "./index.js"
 * @import { AskedReading } from "./scoring.js"
 *
 * @typedef {[start: number, end: number]} Stretch
 *
 * A syllable of a text by its number; 0 is one that the index doesn't know.
 * @typedef {{start: number, end: number, number: number}} Token
 */

/**
 * The syllables of a text.
 * @param {Pick<Index, "words">} index
 * @param {string} text
 */
export function tokensOf({ words }, text) {
  /** @type {Token[]} */
  const found = [];
  eachWord(text, (start, end) => {
    found.push({ start, end, number: words.spellings.get(text.slice(start, end)) ?? 0 });
  });
  return found;
}

/**
 * The places in a text that answer a query: whole syllables; where there is none, of one that goes on the part that was
 * typed; neighbours in one piece.
 * @param {Index} index
 * @param {string} text
 * @param {Pick<AskedReading, "any" | "whole" | "typed">} reading
 */
export function highlights(index, text, { any, whole, typed }) {
  const tokens = tokensOf(index, text);
  const wholeBits = tokens.reduce((bits, { number }) => bits | whole[number], 0);
  /** @type {Stretch[]} */
  const places = [];
  for (const { start, end, number } of tokens) {
    if (whole[number]) join(places, text, start, end);
    else if (any[number] & ~wholeBits) join(places, text, start, endOfLetters(text, start, end, typed));
  }
  return places;
}

/** @param {Stretch[]} places @param {string} text @param {number} start @param {number} end */
function join(places, text, start, end) {
  const before = places.at(-1);
  if (before && /^\s*$/.test(text.slice(before[1], start))) before[1] = end;
  else places.push([start, end]);
}
