// The search: has a query answered, then narrows, sorts and cuts. Without page, clock or network, so that it runs
// anywhere.

import { answered, note } from "./answer.js";
import { dayOrder } from "./classes.js";
import { narrow } from "./facets.js";
import { addTexts, createIndex } from "./index.js";
import { parsed } from "./query.js";
import { dayOf } from "./traits.js";
import { eachWord, endOfLetters, fold } from "../../common/vietnamese.js";

/**
 * @import { AskedReading, Answered, Note } from "./answer.js"
 * @import { Counts } from "./facets.js"
 * @import { Index } from "./index.js"
 * @import { Asked, Expansion } from "./query.js"
 *
 * How a query is asked. `literal`: nothing but what was typed; `typing`: its last syllable may go on.
 * @typedef {{
 *   filters?: {[facet: string]: string[]}, sort?: string, limit?: number, offset?: number, today?: string,
 *   literal?: boolean, typing?: boolean,
 * }} Options
 *
 * A record that was found. `highlights` are the places in its title that answer the query, `classes` the ids of those
 * that pass the filters of classes.
 * @typedef {{
 *   position: number, id: string, kind: string, url: string, title: string, score: number,
 *   highlights: [start: number, end: number][], classes: string[],
 * }} Hit
 *
 * Which classes pass the filters of classes; undefined where there are none.
 * @typedef {((at: number) => boolean) | undefined} ClassTest
 */

/**
 * What a query finds: how much, how many drafts among it, the results that were asked for, how many have each code of
 * each facet, and what was done to the query.
 * @template [R=Hit]
 * @typedef {{total: number, drafts: number, results: R[], facets: {[facet: string]: Counts}, notes: Note[]}} Answer
 */

export { addTexts, createIndex, fold };

const DRAFTS_LAST = 2 ** 30;

/**
 * What a query finds; tests/search/engine.yml shows it by cases.
 * @param {Index} index
 * @param {unknown} query what is no text finds what the empty text does, everything
 * @param {Options} [options] `sort` by "relevance", "start", "deadline" or "title"
 * @returns {Answer}
 */
export function search(index, query, options) {
  const { filters, sort, limit = 20, offset = 0, today = "", literal = false, typing = true } = options ?? {};
  const day = dayFor(index, today);
  const asked = parsed(asText(query), typing);
  const answer = answered(index, day.standings, asked, literal);
  const found = positionsOf(answer.scores);
  const { passing, counts, unknown, passesAsClass } = narrow(index, day.states, found, filters ?? {});
  const from = asCount(offset, 0);
  const keys = sorted(index, passing, answer.scores, sort, passesAsClass).slice(from, from + asCount(limit, 20));
  return {
    total: passing.length,
    drafts: passing.filter((position) => index.traits.draft[position]).length,
    results: Array.from(keys, (key) => resultOf(index, key % index.records.length, answer, passesAsClass)),
    facets: counts,
    notes: [...notesOf(asked, answer, found), ...unknown.map(unknownFilter)],
  };
}

/** @param {[facet: string, codes: string[]]} filter */
const unknownFilter = ([facet, codes]) => note("unknown_filter", facet, codes.slice(0, 5).join(", "));

// Worked out once for all questions of a day.
/** @param {Index} index @param {string} today */
function dayFor(index, today) {
  if (index.today?.told !== today) index.today = { told: today, ...dayOf(index, today) };
  return index.today;
}

/** @param {Int32Array} scored */
function positionsOf(scored) {
  const found = new Uint32Array(scored.length);
  let size = 0;
  for (let position = 0; position < scored.length; position += 1) if (scored[position] >= 0) found[size++] = position;
  return found.subarray(0, size);
}

/** @param {unknown} query */
const asText = (query) => (typeof query === "string" || typeof query === "number" ? String(query) : "");
/** @param {unknown} value @param {number} otherwise */
const asCount = (value, otherwise) => (typeof value === "number" && value >= 0 ? Math.floor(value) : otherwise);

/**
 * One number for each record, the best the smallest, with the position as its last digits: all sorted as numbers, which
 * is fast, so that any page is right.
 * @param {Index} index
 * @param {Uint32Array} positions
 * @param {Int32Array} scored
 * @param {string | undefined} sort
 * @param {ClassTest} passesAsClass
 */
function sorted(index, positions, scored, sort, passesAsClass) {
  const rank = rankBy(index, scored, sort, passesAsClass);
  const keys = new Float64Array(positions.length);
  for (let at = 0; at < keys.length; at += 1) {
    const position = positions[at];
    keys[at] = (index.traits.draft[position] * DRAFTS_LAST + rank(position)) * index.records.length + position;
  }
  return keys.sort();
}

/** @type {(index: Index, scored: Int32Array, sort: string | undefined, passes: ClassTest) => (at: number) => number} */
function rankBy(index, scored, sort, passesAsClass) {
  if (sort === "title") return () => 0;
  if (index.today && (sort === "start" || sort === "deadline")) {
    return dayOrder(index.classes, index.today, sort, passesAsClass);
  }
  return (position) => DRAFTS_LAST - scored[position];
}

/** @type {(index: Index, position: number, answer: Answered, passesAsClass: ClassTest) => Hit} */
function resultOf(index, position, { scores: scored, via, readings }, passesAsClass) {
  const { id, kind, url, title } = index.records[position];
  const classes = passesAsClass ? classesThat(index, position, passesAsClass) : [];
  const places = highlights(index, title, readings[via[position]]);
  return { position, id, kind, url, title, score: scored[position], highlights: places, classes };
}

/** @param {Index} index @param {number} position @param {(at: number) => boolean} passes */
function classesThat({ classes: { starts, ids } }, position, passes) {
  const found = [];
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const id = ids[at];
    if (id !== undefined && passes(at)) found.push(id);
  }
  return found;
}

/**
 * The places in a title that answer the query: whole syllables; where there is none, of one that goes on the part that
 * was typed; neighbours in one piece.
 * @param {Index} index
 * @param {string} title
 * @param {AskedReading} reading
 */
function highlights({ words }, title, { any, whole, typed }) {
  /** @type {{start: number, end: number, number: number}[]} */
  const found = [];
  eachWord(title, (start, end) => {
    found.push({ start, end, number: words.spellings.get(title.slice(start, end)) ?? 0 });
  });
  const wholeBits = found.reduce((bits, { number }) => bits | whole[number], 0);
  /** @type {[start: number, end: number][]} */
  const places = [];
  for (const { start, end, number } of found) {
    if (whole[number]) join(places, title, start, end);
    else if (any[number] & ~wholeBits) join(places, title, start, endOfLetters(title, start, end, typed));
  }
  return places;
}

/** @param {[start: number, end: number][]} places @param {string} title @param {number} start @param {number} end */
function join(places, title, start, end) {
  const before = places.at(-1);
  if (before && /^\s*$/.test(title.slice(before[1], start))) before[1] = end;
  else places.push([start, end]);
}

/** @param {Expansion} expansion */
const keyOf = ({ from, to }) => `${from}\n${to}`;

// What was done to the query, as far as an answer owes itself to it.
/** @param {Asked} asked @param {Answered} answer @param {Uint32Array} found */
function notesOf({ text, tooLong }, { notes, readings, via }, found) {
  const used = readings.filter((_, at) => found.some((position) => via[position] === at));
  const expansions = new Map(used.flatMap((reading) => reading.expansions.map((each) => [keyOf(each), each])));
  const expanded = Array.from(expansions.values(), ({ from, to }) => note("expanded", from, to));
  return [...(tooLong ? [note("too_long", text)] : []), ...notes, ...expanded];
}
