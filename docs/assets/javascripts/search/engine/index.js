// What a search looks into: every syllable of the records numbered, where each stands, and which records belong
// together.

import { daysAsTyped } from "./class-days.js";
import { classesOf } from "./classes.js";
import { codesOf, facetsOf, rowsOf } from "./facets.js";
import { traitsOf } from "./traits.js";
import { cutIntoSyllables, eachWord, syllable } from "../../common/vietnamese.js";

/**
 * @import { Syllable } from "../../common/vietnamese.js"
 * @import { Classes } from "./classes.js"
 * @import { Abbreviation, Record } from "./records.js"
 * @import { Facet, Rows } from "./facets.js"
 * @import { Day, Traits } from "./traits.js"
 *
 * A syllable of the records as it was first written.
 * @typedef {Syllable & {spelling: string}} Spelt
 *
 * All syllables by their numbers, and the numbers by what a syllable is, how it is written, and how it sounds.
 * Number 0 stands between two lines. `begun` remembers which ones go on from a beginning.
 * @typedef {{
 *   list: Spelt[], numbers: Map<string, number>, spellings: Map<string, number>, sounds: Map<string, number[]>,
 *   begun: Map<string, number[]>,
 * }} Words
 *
 * A field of all records: a row of syllables for each, and the records of each syllable that was known by then.
 * @typedef {Rows & {postings: Rows & {size: number}}} Field
 *
 * The lines of all records, each once though many records say it; which of them each record has, and which records
 * have each.
 * @typedef {{lines: Field, rows: Rows, holders: Rows}} Text
 *
 * A syllable that is looked for. The last one of a query is a `prefix` where typing may go on. Of one that was
 * `expanded` from an abbreviation nobody typed the marks.
 * @typedef {Syllable & {prefix?: boolean, expanded?: boolean}} Word
 *
 * A word with what the reader typed for it and where: nothing, at -1, for one out of the glossary. `spelling` is
 * what was meant where that is another.
 * @typedef {Word & {typed: string, start: number, end: number, spelling?: string}} Typed
 *
 * @typedef {Abbreviation & {shortWords: Typed[], longWords: Typed[]}} Expandable
 *
 * @typedef {{
 *   records: Record[], words: Words, title: Field, names: Field, text: Text, related: Rows, dependents: Rows,
 *   traits: Traits, facets: Map<string, Facet>, codes: Rows, classes: Classes, glossary: Expandable[],
 *   namesakes?: Set<string>, fields: string[],
 *   today?: Day & {told: string},
 * }} Index
 */

/**
 * The index of records that are sorted by title. Texts may be left empty and given later by `addTexts`.
 * @param {Record[]} records
 * @param {{glossary?: Abbreviation[], fields?: string[]}} [library]
 * @returns {Index}
 */
export function createIndex(records, { glossary = [], fields = [] } = {}) {
  const words = noWords();
  const title = fieldOf(words, records.length, (position) => [records[position].title]);
  const names = fieldOf(words, records.length, (position) => namesOf(records[position]));
  const related = rowsOf(records, (record) => record.related);
  const facets = facetsOf(records);
  return {
    records,
    words,
    title,
    names,
    text: textOf(words, records),
    related,
    dependents: inverted(related, records.length),
    traits: traitsOf(records),
    facets,
    codes: codesOf(facets, records.length),
    classes: classesOf(records),
    glossary: glossary.map(expandable),
    fields,
  };
}

/** @type {(abbreviation: Abbreviation) => Expandable} */
const expandable = (known) => ({ ...known, shortWords: expansion(known.short), longWords: expansion(known.long) });

/** @returns {Words} */
function noWords() {
  const list = [{ ...syllable(""), spelling: "" }];
  return { list, numbers: new Map(), spellings: new Map(), sounds: new Map(), begun: new Map() };
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
export function linesOf({ kind, title, facets: { year = [] }, classes, venue, texts }) {
  const years = year.length === 1 ? [`năm ${year[0]}`] : [];
  const said = [...texts, venue, ...years, ...classes.map((each) => each.title)].filter(Boolean);
  const lines = classes.length > 0 ? [...said, ...daysAsTyped(classes)] : said;
  if (kind !== "source") return lines;
  return [...lines, ...[title, ...lines].filter((line) => STUCK.test(line)).map(pulledApart)];
}

// What is longer than any syllable is several that stand together: Hànộimới, luatvietnam.
const STUCK = /\p{L}{8}/u;

/** @param {string} line */
function pulledApart(line) {
  return line.normalize("NFC").replaceAll(/\p{L}{8,}/gu, (word) => cutIntoSyllables(word) ?? word);
}

/** @param {string} text */
function expansion(text) {
  /** @type {Typed[]} */
  const words = [];
  eachWord(text, (start, end) => {
    words.push({ ...syllable(text.slice(start, end)), typed: "", start: -1, end: -1, expanded: true });
  });
  return words;
}

/**
 * A field of all records: its syllables in their order, 0 between two lines, and the records that have each syllable.
 * @param {Words} words
 * @param {number} count
 * @param {(position: number) => string[]} linesAt
 * @returns {Field}
 */
function fieldOf(words, count, linesAt) {
  const starts = new Uint32Array(count + 1);
  let values = new Uint32Array(1024 + count * 32);
  let size = 0;
  for (let position = 0; position < count; position += 1) {
    for (const line of linesAt(position)) {
      if (size + line.length + 1 > values.length) values = enlarged(values, line.length + 1);
      if (size > starts[position]) values[size++] = 0;
      size = addLine(words, line, values, size);
    }
    starts[position + 1] = size;
  }
  const field = { starts, values: values.slice(0, size) };
  return { ...field, postings: postingsOf(field, words.list.length) };
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

/** @param {Words} words @param {string} line @param {Uint32Array} values @param {number} from */
function addLine(words, line, values, from) {
  let size = from;
  eachWord(line, (start, end) => (values[size++] = numberOf(words, line.slice(start, end))));
  return size;
}

/** @param {Uint32Array} values @param {number} more */
function enlarged(values, more) {
  const larger = new Uint32Array(values.length * 2 + more);
  larger.set(values);
  return larger;
}

/** @param {Words} words @param {string} spelling */
function numberOf(words, spelling) {
  return words.spellings.get(spelling) ?? newSpelling(words, spelling);
}

/** @param {Words} words @param {string} spelling */
function newSpelling(words, spelling) {
  const word = syllable(spelling);
  const key = `${word.letters} ${word.tone}`;
  let number = words.numbers.get(key);
  if (number === undefined) {
    number = words.list.push({ ...word, spelling: spelling.toLowerCase().normalize("NFC") }) - 1;
    words.numbers.set(key, number);
    words.sounds.set(word.sound, [...(words.sounds.get(word.sound) ?? []), number]);
  }
  words.spellings.set(spelling, number);
  return number;
}

/**
 * For each syllable the records that have it.
 * @param {Rows} field
 * @param {number} size how many syllables there are
 */
function postingsOf(field, size) {
  return { ...inverted(distinct(field, size), size), size };
}

/** @type {(rows: Rows, size: number) => Rows} for each number below a size the rows that have it, in their order */
function inverted({ starts, values }, size) {
  const ends = new Uint32Array(size + 1);
  for (let at = 0; at < values.length; at += 1) ends[values[at] + 1] += 1;
  for (let number = 0; number < size; number += 1) ends[number + 1] += ends[number];
  const next = ends.slice();
  const rows = new Uint32Array(values.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let at = starts[row]; at < starts[row + 1]; at += 1) rows[next[values[at]]++] = row;
  }
  return { starts: ends, values: rows };
}

/**
 * The rows of a field with each syllable once.
 * @param {Rows} field
 * @param {number} size how many syllables there are
 */
function distinct({ starts, values }, size) {
  const seen = new Uint32Array(size);
  const once = { starts: new Uint32Array(starts.length), values: new Uint32Array(values.length) };
  let length = 0;
  for (let row = 1; row < starts.length; row += 1) {
    for (let at = starts[row - 1]; at < starts[row]; at += 1) {
      const number = values[at];
      if (number === 0 || seen[number] === row) continue;
      seen[number] = row;
      once.values[length++] = number;
    }
    once.starts[row] = length;
  }
  return { starts: once.starts, values: once.values.subarray(0, length) };
}
