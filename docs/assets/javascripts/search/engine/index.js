// What a search looks into: every syllable of the records numbered, where each stands, and which records belong
// together.

import { daysAsTyped } from "./class-days.js";
import { classesOf } from "./classes.js";
import { codesOf, facetsOf, rowsOf } from "./facets.js";
import { fieldOf, fieldOfLines, inCapitals, inverted, noWords } from "./syllables.js";
import { traitsOf } from "./traits.js";
import { cutIntoSyllables, eachWord, syllable } from "../../common/vietnamese.js";

/**
 * @import { Syllable } from "../../common/vietnamese.js"
 * @import { Classes } from "./classes.js"
 * @import { Abbreviation, InWords, Record } from "./records.js"
 * @import { Facet, Rows } from "./facets.js"
 * @import { Field, Words } from "./syllables.js"
 * @import { Day, Traits } from "./traits.js"
 *
 * The lines of all records, each once though many records say it; which of them each record has, and which records
 * have each.
 * @typedef {{lines: Field, rows: Rows, holders: Rows}} Text
 *
 * A syllable that is looked for. The last one of a query is a `prefix` where typing may go on. Of one that was
 * `expanded` from an abbreviation nobody typed the marks. Of an abbreviation that is a `capital` one small letters are
 * another word.
 * @typedef {Syllable & {prefix?: boolean, expanded?: boolean, capital?: boolean}} Word
 *
 * A word with what the reader typed for it and where: nothing, at -1, for one out of the glossary. `spelling` is
 * what was meant where that is another.
 * @typedef {Word & {typed: string, start: number, end: number, spelling?: string}} Typed
 *
 * A place of a reading: a word, and the numbers of the syllables that it may mean. `weight` says how much the word
 * counts, 1 where it is like any other; `isKind`: it names the kind of record that is meant.
 * @typedef {{word: Typed, prefix: boolean, numbers: number[], weight: number, isKind: boolean}} Slot
 *
 * @typedef {Abbreviation & {shortWords: Typed[], longWords: Typed[]}} Expandable
 *
 * @typedef {{
 *   records: Record[], words: Words, title: Field, names: Field, text: Text, related: Rows, dependents: Rows,
 *   traits: Traits, facets: Map<string, Facet>, codes: Rows, classes: Classes, glossary: Expandable[],
 *   fields: string[], today?: Day & {told: string},
 * }} Index
 */

/**
 * The index of records that are sorted by title. What else they hold may come later, by `addFacets` and `addTexts`.
 * @param {Record[]} records
 * @param {{glossary?: Abbreviation[], fields?: string[], titles?: InWords}} [library]
 * @returns {Index}
 */
export function createIndex(records, { glossary = [], fields = [], titles = NOT_KNOWN } = {}) {
  const words = noWords();
  return {
    records,
    words,
    title: fieldOfLines(words, records.map((record) => record.title), titles),
    names: fieldOf(words, records.length, (position) => namesOf(records[position])),
    traits: traitsOf(records),
    ...tied(words, records),
    glossary: glossary.map(expandable),
    fields,
  };
}

/**
 * @typedef {Pick<Index, "related" | "dependents" | "facets" | "codes" | "classes" | "text">} Ties
 * @type {(words: Words, records: Record[]) => Ties}
 */
function tied(words, records) {
  const related = rowsOf(records, (record) => record.related);
  const facets = facetsOf(records);
  return {
    related,
    dependents: inverted(related, records.length),
    facets,
    codes: codesOf(facets, records.length),
    classes: classesOf(records),
    text: textOf(words, records),
  };
}

/** @type {InWords} */
const NOT_KNOWN = { words: [], rows: [] };

/** @type {(abbreviation: Abbreviation) => Expandable} */
const expandable = (known) => ({ ...known, shortWords: expansion(known.short), longWords: expansion(known.long) });

/**
 * Takes in what filters the records and ties them to one another, which came later than the index was made.
 * @param {Index} index
 */
export function addFacets(index) {
  Object.assign(index, { ...tied(index.words, index.records), today: undefined });
}

/**
 * Takes in what the records say that came later than the index was made.
 * @param {Index} index
 */
export function addTexts(index) {
  index.text = textOf(index.words, index.records);
}

// Nobody types the «số» of Kế hoạch số 200-KH/TU.
/** @param {Record} record */
function namesOf({ kind, title, names }) {
  if (names.length === 0 && kind !== "document") return names;
  const [, category, number] = (kind === "document" && /^(\p{L}+(?: \p{L}+)?) số (\S*\d\S*)/u.exec(title)) || [];
  const numbered = category ? [`${category} ${number}`] : [];
  return [...names, ...numbered, ...names.flatMap((name) => (STUCK.test(name) ? [pulledApart(name)] : []))];
}

/**
 * What is looked through last of a record, in lines. A year is often typed where the title has none; the years of a
 * longer time stand in the title.
 * @param {Record} record
 */
export function linesOf({ kind, title, facets: { year }, classes, venue, texts }) {
  const lines = texts.filter(Boolean);
  if (venue) lines.push(venue);
  if (year?.length === 1) lines.push(`năm ${year[0]}`);
  for (const each of classes) lines.push(...[each.title, CALLED_OFF[each.state]].filter(Boolean));
  if (classes.length > 0) lines.push(...daysAsTyped(classes));
  if (kind !== "source") return lines;
  return [...lines, ...[title, ...lines].filter((line) => STUCK.test(line)).map(pulledApart)];
}

// As readers ask for a class that will not be held; a note of it says more, or is not there.
/** @type {{[state: string]: string}} */
const CALLED_OFF = { postponed: "lớp bị hoãn", cancelled: "lớp đã bị hủy" };

// What is longer than most syllables may be several that stand together: Hànộimới, nhandan, tuoitrenews.
const STUCK = /\p{L}{5}/u;
const STUCK_WORD = /(\p{L}{5,}?)(news|online|times)?(?!\p{L})/gu;

/** @param {string} line */
function pulledApart(line) {
  return line.normalize("NFC").replaceAll(STUCK_WORD, (_, own, /** @type {string} */ english = "") => {
    return `${cutIntoSyllables(own) ?? own} ${english}`;
  });
}

/** @param {string} text */
function expansion(text) {
  /** @type {Typed[]} */
  const words = [];
  eachWord(text, (start, end) => {
    const spelling = text.slice(start, end);
    const word = syllable(spelling);
    const capital = inCapitals(spelling, word);
    words.push({ ...word, capital, typed: "", start: -1, end: -1, expanded: true });
  });
  return words;
}

/** @type {(words: Words, records: Record[]) => Text} */
function textOf(words, records) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const rows = rowsOf(records, (record) => linesOf(record).map((line) => {
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    return number;
  }));
  const lines = [...numbers.keys()];
  return { lines: fieldOf(words, lines.length, (at) => [lines[at]]), rows, holders: inverted(rows, lines.length) };
}

