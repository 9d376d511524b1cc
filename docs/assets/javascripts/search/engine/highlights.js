// The places in a text that answer a query.

import { eachWord, endOfLetters } from "../../common/vietnamese.js";

/**
 * @import { Index } from "./index.js"
 * @import { AskedReading } from "./scoring.js"
 *
 * @typedef {[start: number, end: number]} Stretch
 */

/**
 * Calls `visit` with the place of each syllable of a text and its number; 0 is one that the index doesn't know.
 * @param {Pick<Index, "words">} index
 * @param {string} text
 * @param {(start: number, end: number, number: number) => void} visit
 */
export function eachToken({ words }, text, visit) {
  eachWord(text, (start, end) => visit(start, end, words.spellings.get(text.slice(start, end)) ?? 0));
}

/**
 * The places in a text that answer a query: whole syllables; where there is none, of one that goes on the part that was
 * typed; neighbours in one piece.
 * @param {Index} index
 * @param {string} text
 * @param {Pick<AskedReading, "any" | "whole" | "typed">} reading
 */
export function highlights(index, text, { any, whole, typed }) {
  let wholeBits = 0;
  eachToken(index, text, (_start, _end, number) => (wholeBits |= whole[number]));
  /** @type {Stretch[]} */
  const places = [];
  eachToken(index, text, (start, end, number) => {
    if (whole[number]) join(places, text, start, end);
    else if (any[number] & ~wholeBits) join(places, text, start, endOfLetters(text, start, end, typed));
  });
  return places;
}

/** @param {Stretch[]} places @param {string} text @param {number} start @param {number} end */
function join(places, text, start, end) {
  const before = places.at(-1);
  if (before && /^\s*$/.test(text.slice(before[1], start))) before[1] = end;
  else places.push([start, end]);
}
