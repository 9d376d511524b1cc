// How the catalogue writes words that stand side by side, and where words are parts of longer ones.

import { rowOf } from "./facets.js";
import { bondOf } from "./information.js";
import { slotsOf, withMarksTyped } from "./query.js";

/** @import { Index, Slot, Typed } from "./index.js" */

/**
 * Calls `visit` for each place of some syllables with the row that it is in.
 * @type {(index: Index, numbers: number[], visit: (row: Uint32Array, at: number) => void) => void}
 */
function eachPlace({ title, names, text }, numbers, visit) {
  for (const field of [title, names, text.lines]) {
    // Syllables that came with the texts have no row among those of titles.
    const known = numbers.filter((number) => number < field.postings.size);
    for (const position of new Set(known.flatMap((number) => [...rowOf(field.postings, number)]))) {
      const row = rowOf(field, position);
      row.forEach((number, at) => numbers.includes(number) && visit(row, at));
    }
  }
}

/**
 * The syllables that most places have for some words side by side; none where no record has them so.
 * @type {(index: Index, words: Typed[]) => number[]}
 */
function usual(index, words) {
  const meant = slotsOf(index, words, withMarksTyped).map(({ numbers }) => numbers);
  /** @type {Map<string, {numbers: number[], count: number}>} */
  const runs = new Map();
  eachPlace(index, meant[0], (row, at) => {
    const numbers = [...row.subarray(at, at + words.length)];
    if (numbers.length < words.length || !numbers.every((number, next) => meant[next].includes(number))) return;
    const key = numbers.join(" ");
    const run = runs.get(key) ?? { numbers, count: 0 };
    run.count += 1;
    runs.set(key, run);
  });
  return [...runs.values()].sort((one, other) => other.count - one.count)[0]?.numbers ?? [];
}

/**
 * Whether the first of several syllables belongs to what mostly stands before them (đào «tạo cán»), or the last to what
 * stands behind: it is more bound to that than to the next one of them.
 * @type {(index: Index, numbers: number[]) => {before: boolean, behind: boolean}}
 */
export function tornAt(index, numbers) {
  const slots = numbers.map((number) => slotOf(index, number));
  if (slots.length < 2) return { before: false, behind: false };
  /** @type {[Map<number, number>, Map<number, number>]} */
  const [before, behind] = [new Map(), new Map()];
  let places = 0;
  eachPlace(index, numbers.slice(0, 1), (row, at) => {
    if (!numbers.every((number, next) => row[at + next] === number)) return;
    places += 1;
    add(before, row[at - 1]);
    add(behind, row[at + numbers.length]);
  });
  const [first, second] = slots;
  const [last, lastButOne] = slots.toReversed();
  const outerIn = (/** @type {Map<number, number>} */ outside) => {
    const most = [...outside].find(([, count]) => count > places / 2);
    return most && slotOf(index, most[0]);
  };
  const [start, end] = [outerIn(before), outerIn(behind)];
  return {
    before: start !== undefined && bondOf(index, start, first) > bondOf(index, first, second),
    behind: end !== undefined && bondOf(index, last, end) > bondOf(index, lastButOne, last),
  };
}

/** @type {(outside: Map<number, number>, number: number | undefined) => void} */
function add(outside, number) {
  if (number) outside.set(number, (outside.get(number) ?? 0) + 1);
}

/** @type {(index: Index, number: number) => Slot} */
function slotOf({ words: { list } }, number) {
  const word = { ...list[number], typed: "", start: -1, end: -1 };
  return { word, prefix: false, numbers: [number], weight: 1, isKind: false };
}

/**
 * Some words of a query, from one to before another, as they are usually written beside those around them; with the
 * one before or behind where they are parts of a word with it.
 * @type {(index: Index, words: Typed[], from: number, to: number) => {before: number, behind: number, text: string}}
 */
export function spelt(index, words, from, to) {
  const around = [[1, 1], [1, 0], [0, 1], [0, 0]].filter(([before, behind]) => {
    return from >= before && to + behind <= words.length;
  });
  for (const [before, behind] of around) {
    const numbers = usual(index, words.slice(from - before, to + behind));
    if (numbers.length === 0) continue;
    const torn = tornAt(index, numbers.slice(before, before + to - from));
    const [first, end] = [torn.before ? 0 : before, numbers.length - (torn.behind ? 0 : behind)];
    const text = numbers.slice(first, end).map((number) => index.words.list[number].spelling).join(" ");
    return { before: before - first, behind: end - before - (to - from), text };
  }
  return { before: 0, behind: 0, text: words.slice(from, to).map(({ typed }) => typed).join(" ") };
}
