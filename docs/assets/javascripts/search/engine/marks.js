// Which records have a word of a query, and in which of their fields.

import { keptOf } from "./kept.js";

/**
 * @import { Rows } from "./facets.js"
 * @import { Index, Slot } from "./index.js"
 * @import { Spelt } from "./syllables.js"
 *
 * The records that have a word, in no order, each with its fields as bits; the lines of texts that have it.
 * @typedef {{positions: Uint32Array, bits: Uint8Array, lines: Uint32Array}} Marks
 *
 * Bits of many places, and which of them have any: the first `size` of `places`.
 * @typedef {{bits: Uint8Array, places: Uint32Array, size: number}} Sheet
 */

// `OPENS`: it opens a text, as the figures do that are a record's own («395 học viên»).
export const [TITLE, NAMES, RELATED, TEXT, WHOLE, EXACT, OPENS] = [1, 2, 4, 8, 16, 32, 64];

// The next key and other readings ask for the same words. The marks of as many are kept, those asked for last.
const MOST_KEPT = 64;

const roomOf = keptOf(({ records, text }) => ({
  /** @type {Map<string, Marks>} */
  marks: new Map(),
  records: newSheet(records.length),
  lines: newSheet(text.lines.starts.length - 1),
}));

/** @type {(index: Index, slot: Slot) => Marks} */
export function marksOf(index, slot) {
  const { word: { letters, tone, expanded }, prefix, numbers } = slot;
  const key = `${letters} ${tone} ${expanded} ${prefix} ${numbers.join(" ")}`;
  const { marks } = roomOf(index);
  const found = marks.get(key) ?? newMarks(index, slot);
  marks.delete(key);
  marks.set(key, found);
  if (marks.size > MOST_KEPT) marks.delete(marks.keys().next().value ?? "");
  return found;
}

/** @type {(index: Index, slot: Slot) => Marks} */
function newMarks(index, slot) {
  const { words, title, names, text, dependents } = index;
  const { records, lines } = roomOf(index);
  for (const number of slot.numbers) {
    const how = howFilled(words.list[number], slot);
    mark(records, title.postings, number, TITLE | how);
    mark(records, names.postings, number, NAMES | how);
    mark(lines, text.lines.postings, number, TEXT | how);
  }
  const { starts, values } = text.lines;
  for (const line of lines.places.subarray(0, lines.size)) {
    const opens = slot.numbers.includes(values[starts[line]]) ? OPENS : 0;
    mark(records, text.holders, line, lines.bits[line] | opens);
  }
  markRelated(records, dependents);
  return { ...taken(records), lines: taken(lines).positions };
}

/** @type {(size: number) => Sheet} */
export const newSheet = (size) => ({ bits: new Uint8Array(size), places: new Uint32Array(size), size: 0 });

/** @type {(spelt: Spelt, slot: Slot) => number} how a syllable fills a slot: as a whole, with the marks typed */
function howFilled({ sound, letters, tone }, { word, prefix }) {
  const isExact = letters === word.letters && tone === word.tone && !word.expanded;
  return (!prefix || sound === word.sound ? WHOLE : 0) | (isExact ? EXACT : 0);
}

/** @type {(sheet: Sheet, rows: Rows, row: number, how: number) => void} */
export function mark(sheet, { starts, values }, row, how) {
  // Syllables that came with the texts have no row among those of titles.
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row]; at < end; at += 1) put(sheet, values[at], how);
}

/** @type {(sheet: Sheet, place: number, how: number) => void} */
export function put(sheet, place, how) {
  if (sheet.bits[place] === 0) sheet.places[sheet.size++] = place;
  sheet.bits[place] |= how;
}

/** @type {(records: Sheet, dependents: Rows) => void} what is called so has marked those that name it */
function markRelated(records, dependents) {
  const { places, size } = records;
  const own = bitsOf(records);
  for (let at = 0; at < size; at += 1) {
    if (own[at] & (TITLE | NAMES)) mark(records, dependents, places[at], RELATED | (own[at] & WHOLE));
  }
}

/** @type {(sheet: Sheet) => Uint8Array} of each place that has any */
function bitsOf({ bits, places, size }) {
  const found = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) found[at] = bits[places[at]];
  return found;
}

/** @type {(sheet: Sheet) => {positions: Uint32Array, bits: Uint8Array}} what stands on a sheet, which is empty then */
export function taken(sheet) {
  const found = { positions: sheet.places.slice(0, sheet.size), bits: bitsOf(sheet) };
  for (const place of found.positions) sheet.bits[place] = 0;
  sheet.size = 0;
  return found;
}
