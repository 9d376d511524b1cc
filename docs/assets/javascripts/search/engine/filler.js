// Words that say little in a query: those that only tell that a class is meant, and those that ask or join.

import { isQuoted, parsed } from "./query.js";
import { eachWord, syllable } from "../../common/vietnamese.js";

/**
 * @import { Syllable } from "../../common/vietnamese.js"
 * @import { Typed } from "./index.js"
 * @import { Asked } from "./query.js"
 */

// Before what a programme is about.
const CLASS_WORDS = listed(
  "các, lớp học, lớp, khóa học, khóa, chương trình, đào tạo, bồi dưỡng, tập huấn, đi học",
);
// Anywhere; what is longer comes first.
const LITTLE_WORDS = listed(
  "dành cho, cho, của, về, ở đâu, ở, tại, những, các, và, với, đi, là gì, khi nào, bao giờ, như thế nào, được, để, "
  + "thành phố, tp",
);

/** @param {string} text */
function listed(text) {
  return text.split(", ").map(syllablesOf);
}

/** @param {string} text */
function syllablesOf(text) {
  /** @type {Syllable[]} */
  const syllables = [];
  eachWord(text, (start, end) => syllables.push(syllable(text.slice(start, end))));
  return syllables;
}

/**
 * A query without its words that say little, and those words; undefined where it has none, or no others.
 * @param {Asked} asked
 * @returns {{asked: Asked, left: string, programsOnly: boolean} | undefined}
 */
export function shortened(asked) {
  const { words, text, typing } = asked;
  const left = [];
  let kept = 0;
  let programsOnly = false;
  for (let at = 0; at < words.length; ) {
    const ofClass = kept === 0 ? lengthOfOne(CLASS_WORDS, asked, at) : 0;
    const length = ofClass || lengthOfOne(LITTLE_WORDS, asked, at);
    left.push(...words.slice(at, at + length));
    programsOnly ||= ofClass > 0;
    kept += length ? 0 : 1;
    at += length || 1;
  }
  if (kept === 0 || left.length === 0) return undefined;
  return { asked: parsed(without(text, left), typing), left: left.map(({ typed }) => typed).join(" "), programsOnly };
}

/** @param {string} text @param {Typed[]} words */
function without(text, words) {
  return words.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text).trim();
}

/**
 * How many syllables the first of several texts takes that stands in a query from a place on, outside quotation marks,
 * with all of its marks or none; 0 where none stands there.
 * @param {Syllable[][]} several
 * @param {Asked} asked
 * @param {number} at
 */
function lengthOfOne(several, { words, phrases }, at) {
  const stands = (/** @type {Syllable[]} */ one) => {
    const typed = words.slice(at, at + one.length);
    if (typed.length < one.length || typed.some((word) => isQuoted(phrases, word))) return false;
    const isBare = typed.every(({ marked }) => !marked);
    return typed.every((word, next) => (isBare ? word.folded === one[next].folded : areSame(word, one[next])));
  };
  return several.find(stands)?.length ?? 0;
}

/** @param {Syllable} one @param {Syllable} other */
const areSame = (one, other) => one.letters === other.letters && one.tone === other.tone;
