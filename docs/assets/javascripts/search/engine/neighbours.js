// Which words of a reading stand side by side in each record, and in which of its fields.

import { addPairs } from "./arrangement.js";
import { keptOf } from "./kept.js";
import { NAMES, TITLE, mark, marksOf, newSheet, put, taken } from "./marks.js";
import { compiled } from "./presence.js";

/**
 * @import { Index, Slot } from "./index.js"
 * @import { Marks } from "./marks.js"
 * @import { Compiled } from "./presence.js"
 * @import { Field } from "./syllables.js"
 *
 * For each record the pairs in title and names, in related records, and in the text; those of whole syllables, and
 * those with others between them, in any.
 * @typedef {{[column in "strong" | "related" | "text" | "whole" | "near"]: Int32Array}} Columns
 *
 * The pairs of all records, and how many records have each side by side.
 * @typedef {Columns & {having: Uint32Array}} Neighbours
 *
 * The records in which two words are neighbours, in no order, each with how they are as bits; how many have them side
 * by side.
 * @typedef {{positions: Uint32Array, bits: Uint8Array, having: number}} PairMarks
 */

const [STRONG, RELATED, TEXT, WHOLE, NEAR] = [1, 2, 4, 8, 16];
const SIDE = STRONG | RELATED | TEXT;
// Two slots: the pair is the bit of the second.
const PAIR = 2;

/** @type {(size: number) => Columns} */
function noPairs(size) {
  const bits = () => new Int32Array(size);
  return { strong: bits(), related: bits(), text: bits(), whole: bits(), near: bits() };
}

const roomOf = keptOf(({ records: { length }, text: { lines } }) => ({
  columns: noPairs(length),
  found: newSheet(length),
  fields: new Uint8Array(length),
  lines: new Uint8Array(lines.starts.length - 1),
}));

/**
 * The neighbours in all records, which are known until those of another reading are asked for.
 * @type {(index: Index, reading: Compiled) => Neighbours}
 */
export function neighboursOf(index, { slots, count }) {
  const { columns } = roomOf(index);
  for (const each of Object.values(columns)) each.fill(0);
  const having = new Uint32Array(count);
  for (let slot = 1; slot < count; slot += 1) {
    const marks = pairMarksOf(index, slots[slot - 1], slots[slot]);
    having[slot] = marks.having;
    addMarks(columns, marks, 1 << slot);
  }
  return { ...columns, having };
}

/** @type {(columns: Columns, marks: PairMarks, bit: number) => void} */
function addMarks({ strong, related, text, whole, near }, { positions, bits }, bit) {
  for (let at = 0; at < positions.length; at += 1) {
    const [position, marks] = [positions[at], bits[at]];
    if (marks & STRONG) strong[position] |= bit;
    if (marks & RELATED) related[position] |= bit;
    if (marks & TEXT) text[position] |= bit;
    if (marks & WHOLE) whole[position] |= bit;
    if (marks & NEAR) near[position] |= bit;
  }
}

// The pairs of words whose marks are kept: of a query the next key changes the last one alone.
/** @type {WeakMap<Marks, WeakMap<Marks, PairMarks>>} */
const kept = new WeakMap();

/** @type {(index: Index, one: Slot, other: Slot) => PairMarks} */
export function pairMarksOf(index, one, other) {
  const [before, after] = [marksOf(index, one), marksOf(index, other)];
  const followers = kept.get(before) ?? new WeakMap();
  const found = followers.get(after) ?? newPairMarks(index, one, other, before, after);
  kept.set(before, followers.set(after, found));
  return found;
}

/** @type {(index: Index, one: Slot, other: Slot, before: Marks, after: Marks) => PairMarks} */
function newPairMarks(index, one, other, before, after) {
  const { title, names, text, dependents } = index;
  const { found, fields, lines } = roomOf(index);
  const reading = compiled(index, [one, other]);
  before.positions.forEach((position, at) => (fields[position] = before.bits[at]));
  after.positions.forEach((position, at) => {
    const both = fields[position] & after.bits[at];
    const how = howIn(title, position, reading, both & TITLE) | howIn(names, position, reading, both & NAMES);
    if (how === 0) return;
    put(found, position, how);
    mark(found, dependents, position, moved(how, RELATED));
  });
  for (const position of before.positions) fields[position] = 0;
  for (const line of before.lines) lines[line] = 1;
  for (const line of after.lines) {
    const how = howIn(text.lines, line, reading, lines[line]);
    if (how !== 0) mark(found, text.holders, line, moved(how, TEXT));
  }
  for (const line of before.lines) lines[line] = 0;
  const marks = taken(found);
  return { ...marks, having: marks.bits.reduce((count, bits) => count + Number((bits & SIDE) !== 0), 0) };
}

const pair = { side: 0, whole: 0, near: 0 };
/** @type {(field: Field, row: number, reading: Compiled, both: number) => number} how in a row that may have both */
function howIn(field, row, reading, both) {
  if (both === 0) return 0;
  pair.side = pair.whole = pair.near = 0;
  addPairs(pair, field, row, reading, PAIR);
  return (pair.side && STRONG) | (pair.whole && WHOLE) | (pair.near && NEAR);
}

/** @type {(how: number, field: number) => number} the same in another field than the title */
const moved = (how, field) => (how & STRONG ? (how & ~STRONG) | field : how);

/**
 * The pairs of slots that stand side by side in any field.
 * @type {(neighbours: Neighbours, position: number) => number}
 */
export const sideAt = ({ strong, related, text }, position) => strong[position] | related[position] | text[position];

/**
 * The slots of some pairs.
 * @param {number} pairs
 */
export const inPairs = (pairs) => pairs | (pairs >> 1);
