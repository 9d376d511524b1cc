// What a search looks into: every syllable of the records numbered, where each stands, and which records belong together.

import { classesOf } from "./classes.js";
import { facetsOf, rowsOf } from "./facets.js";
import { traitsOf } from "./traits.js";
import { eachWord, syllable } from "../../common/vietnamese.js";

/**
 * The index of records that are sorted by title. `glossary` lists abbreviations: [{short, long}].
 * Texts may be left empty and given later by `addTexts`.
 */
export function createIndex(records, { glossary = [] } = {}) {
  const words = { list: [undefined], numbers: new Map(), spellings: new Map(), sounds: new Map(), begun: new Map() };
  return {
    records,
    words,
    title: fieldOf(words, records.length, (position) => [records[position].title]),
    names: fieldOf(words, records.length, (position) => namesOf(records[position])),
    text: fieldOf(words, records.length, (position) => linesOf(records[position], records[position].text)),
    related: rowsOf(records, (record) => record.related),
    nothing: fieldOf(words, records.length, () => []),
    traits: traitsOf(records),
    facets: facetsOf(records),
    classes: classesOf(records),
    glossary: glossary.map(({ short, long }) => ({ short, long, shortWords: expansion(short), longWords: expansion(long) })),
  };
}

/** Puts texts that came later (one for each record, in their order) in place of those that the index was made with. */
export function addTexts(index, texts) {
  index.text = fieldOf(index.words, index.records.length, (position) => linesOf(index.records[position], texts[position] ?? ""));
}

// Nobody types the «số» of Kế hoạch số 200-KH/TU.
function namesOf({ kind, title, names }) {
  const [, category, number] = (kind === "document" && /^(\p{L}+(?: \p{L}+)?) số (\S*\d\S*)/u.exec(title)) || [];
  return category ? [...names, `${category} ${number}`] : names;
}

/** What is looked through last of a record, a line each. A year is often typed where the title has none; the years of a longer time stand in its title. */
export function linesOf({ facets: { year = [] }, classes, venue = "" }, text) {
  const years = year.length === 1 ? [`năm ${year[0]}`] : [];
  return [text, venue, ...years, ...classes.map((each) => each.title)].filter(Boolean);
}

// Nobody typed these words: their marks are no sign of what is meant.
function expansion(text) {
  const words = [];
  eachWord(text, (start, end) => words.push({ ...syllable(text.slice(start, end)), expanded: true }));
  return words;
}

// A field of all records: its syllables in their order (0 between two lines), and for each syllable the records that have it.
function fieldOf(words, count, linesAt) {
  const starts = new Uint32Array(count + 1);
  let values = new Uint32Array(1024 + count * 32);
  let size = 0;
  for (let position = 0; position < count; position += 1) {
    for (const line of linesAt(position)) {
      if (size + line.length + 1 > values.length) values = enlarged(values, line.length + 1);
      if (size > starts[position]) values[size++] = 0;
      eachWord(line, (start, end) => (values[size++] = numberOf(words, line.slice(start, end))));
    }
    starts[position + 1] = size;
  }
  const field = { starts, values: values.slice(0, size) };
  return { ...field, postings: postingsOf(field, words.list.length) };
}

function enlarged(values, more) {
  const larger = new Uint32Array(values.length * 2 + more);
  larger.set(values);
  return larger;
}

function numberOf(words, spelling) {
  return words.spellings.get(spelling) ?? newSpelling(words, spelling);
}

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

// For each syllable the records that have it, in their order: counted first, then filled in.
function postingsOf(field, size) {
  const { starts, values } = distinct(field, size);
  const ends = new Uint32Array(size + 1);
  for (let at = 0; at < values.length; at += 1) ends[values[at] + 1] += 1;
  for (let number = 0; number < size; number += 1) ends[number + 1] += ends[number];
  const next = ends.slice();
  const records = new Uint32Array(values.length);
  for (let position = 0; position + 1 < starts.length; position += 1) {
    for (let at = starts[position]; at < starts[position + 1]; at += 1) records[next[values[at]]++] = position;
  }
  return { starts: ends, values: records, size };
}

// The rows of a field with each syllable once.
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
