// What people write shorter than the records do: initials for words (Sở GTVT) and figures for numerals (2 cấp).

import { keptOf } from "./kept.js";
import { isKnown } from "./query.js";
import { tornAt } from "./spellings.js";
import { isSyllable, syllable } from "../../common/vietnamese.js";

/**
 * @import { Rows } from "./facets.js"
 * @import { Expandable, Index, Typed } from "./index.js"
 * @import { Asked } from "./query.js"
 * @import { Spelt } from "./syllables.js"
 *
 * Syllables that follow one another, and how often they do.
 * @typedef {{numbers: number[], count: number}} Run
 */

const MOST_MEANINGS = 4;
const MOST_LOOKED_AT = 12;
const MOST_REMEMBERED = 100;

// Letters that make no syllable, or capitals among small letters (ĐU xã), may be initials.
const INITIALS = /^[a-zđ]{2,8}$/;

/** @param {Asked} asked @param {Typed} word */
function areInitials({ text }, { typed, letters, folded }) {
  if (!INITIALS.test(letters)) return false;
  return !isSyllable(folded) || (typed === typed.toUpperCase() && text !== text.toUpperCase());
}

/** @type {Map<string, string>} */
const OTHER_NUMERALS = new Map();
["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"].forEach((numeral, place) => {
  OTHER_NUMERALS.set(numeral, String(place + 1)).set(syllable(numeral).folded, String(place + 1));
  OTHER_NUMERALS.set(String(place + 1), numeral);
});

/**
 * What the words of a query may be short for in this catalogue, as abbreviations are told: initials first of what no
 * record has, then of anything.
 * @param {Index} index
 * @param {Asked} asked
 * @param {boolean} ofKnown whether words that records have are taken for initials as well
 * @returns {Expandable[]}
 */
export function shorthandsOf(index, asked, ofKnown) {
  if (asked.phrases.length > 0) return [];
  const found = asked.words.flatMap((word) => {
    if (!word.capital && areInitials(asked, word) && (ofKnown || !isKnown(index, word))) {
      return namedBy(index, word.letters).map((meant) => expandable(word, meant));
    }
    const spelling = OTHER_NUMERALS.get(word.typed.toLowerCase());
    const numeral = spelling ? { ...syllable(spelling), spelling, capital: false } : undefined;
    return numeral && isKnown(index, numeral) ? [expandable(word, [numeral])] : [];
  });
  const isNew = (/** @type {Expandable} */ { short, long }) => !index.glossary.some((known) => {
    return known.short.toLowerCase() === short.toLowerCase() && known.long.toLowerCase() === long.toLowerCase();
  });
  return found.filter(isNew);
}

/** @type {(word: Typed, meant: Spelt[]) => Expandable} */
function expandable(word, meant) {
  const longWords = meant.map((each) => ({ ...each, typed: "", start: -1, end: -1, expanded: true }));
  return { short: word.typed, long: meant.map(({ spelling }) => spelling).join(" "), shortWords: [word], longWords };
}

// Words that no initial stands for, and those of them that may stand between initials.
const UNNAMED = new Set(["cho", "của", "các", "và", "về", "với", "để", "do", "tại", "từ", "theo", "đến", "là", "ở"]);
const JOINING = new Set(["của", "các", "và"]);

/** @type {(index: Index) => Map<string, Spelt[][]>} */
const rememberedOf = keptOf(() => new Map());

// Looked for once, since all titles are looked through: more than one way to read a query asks for the same initials.
/** @type {(index: Index, initials: string) => Spelt[][]} */
function namedBy(index, initials) {
  const remembered = rememberedOf(index);
  const known = remembered.get(initials);
  if (known) return known;
  if (remembered.size > MOST_REMEMBERED) remembered.clear();
  const found = wordsBeginning(index, [...initials]);
  remembered.set(initials, found);
  return found;
}

/**
 * The words of titles and names that begin with some letters, those that most records have first; of those that sound
 * alike only these, and none that begins or ends within a word.
 * @param {Index} index
 * @param {string[]} letters
 */
function wordsBeginning(index, letters) {
  const { words: { list }, title, names } = index;
  const begins = letters.map((letter) => Uint8Array.from(list, ({ letters: all, folded, spelling }) => {
    return Number((all[0] === letter || folded[0] === letter) && !UNNAMED.has(spelling));
  }));
  const joins = Uint8Array.from(list, ({ spelling }) => Number(JOINING.has(spelling)));
  /** @type {Map<string, Run>} */
  const runs = new Map();
  for (const field of [title, names]) collectRuns(field, begins, joins, runs);
  /** @type {Map<string, number[]>} */
  const meanings = new Map();
  const most = [...runs.values()].sort((one, other) => other.count - one.count).slice(0, MOST_LOOKED_AT);
  for (const { numbers } of most) {
    const sound = numbers.map((number) => list[number].sound).join(" ");
    const { before, behind } = tornAt(index, numbers);
    if (!before && !behind && !meanings.has(sound)) meanings.set(sound, numbers);
    if (meanings.size === MOST_MEANINGS) break;
  }
  return [...meanings.values()].map((numbers) => numbers.map((number) => list[number]));
}

/** @type {(field: Rows, begins: Uint8Array[], joins: Uint8Array, runs: Map<string, Run>) => void} */
function collectRuns({ values }, begins, joins, runs) {
  for (let at = 0; at < values.length; at += 1) {
    if (!begins[0][values[at]]) continue;
    const end = endOfRun(values, at, begins, joins);
    if (end < 0) continue;
    const numbers = Array.from(values.subarray(at, end));
    const key = numbers.join(" ");
    const run = runs.get(key) ?? { numbers, count: 0 };
    run.count += 1;
    runs.set(key, run);
  }
}

/** @type {(values: Uint32Array, from: number, begins: Uint8Array[], joins: Uint8Array) => number} */
function endOfRun(values, from, begins, joins) {
  let at = from;
  for (const begin of begins) {
    while (at > from && joins[values[at]]) at += 1;
    if (!begin[values[at]]) return -1;
    at += 1;
  }
  return at;
}
