// The words that records write with a dash between: tài chính - kế hoạch. To type it is to name them, not to take out
// the second.

import { keptOf } from "./kept.js";
import { syllable } from "../../common/vietnamese.js";

/**
 * @import { Syllable } from "../../common/vietnamese.js"
 * @import { Index } from "./index.js"
 */

/** What is typed for a dash, as a class of a regular expression. */
export const DASH = "[-‐-―−]";
// It begins with the dash, which is rare: to try every letter takes ten times as long.
const JOINED = new RegExp(`${DASH}(?<=(\\p{L}[\\p{L}\\p{M}]*)\\s?.)(?=\\s?([\\p{L}\\p{M}]+))`, "gu");

/** @type {(one: Syllable, other: Syllable) => string} */
const keyOf = (one, other) => `${one.sound} ${other.sound}`;

// Looked for once, and only where a query has such a dash: every text is looked through, each once though many records
// say it.
/** @type {(index: Index) => Set<string>} */
const joinedOf = keptOf(({ records }) => {
  /** @type {Set<string>} */
  const lines = new Set();
  for (const { title, names, texts, venue, classes } of records) {
    for (const line of [title, ...names, ...texts, venue, ...classes.map((each) => each.title)]) lines.add(line);
  }
  /** @type {Set<string>} */
  const pairs = new Set();
  for (const line of lines) {
    for (const [, one, other] of line.matchAll(JOINED)) pairs.add(keyOf(syllable(one), syllable(other)));
  }
  return pairs;
});

/**
 * Whether some record writes two syllables with a dash between.
 * @param {Index} index
 * @param {Syllable} one
 * @param {Syllable} other
 */
export const areJoined = (index, one, other) => joinedOf(index).has(keyOf(one, other));
