// The search: has a query answered, then narrows, sorts and cuts. Without page, clock or network, so that it runs anywhere.

import { answered, note } from "./answer.js";
import { dayOrder } from "./classes.js";
import { narrow } from "./facets.js";
import { addTexts, createIndex } from "./index.js";
import { parsed } from "./query.js";
import { dayOf } from "./traits.js";
import { eachWord, endOfLetters, fold } from "../../common/vietnamese.js";

export { addTexts, createIndex, fold };

/**
 * What a query finds; tests/search/engine.yml shows it by cases.
 * @param {Object} index made by createIndex
 * @param {string} query anything: what is no text finds what the empty text does, everything
 * @param {{filters?: Object<string, string[]>, sort?: "relevance"|"start"|"deadline"|"title", limit?: number, offset?: number,
 *   today?: string, literal?: boolean, typing?: boolean}} options
 *   `literal`: nothing but what was typed; `typing`: the last syllable may go on
 * @returns {{total: number, drafts: number, results: Object[], facets: Object<string, Object<string, number>>,
 *   notes: {type: string, from: string, to: string}[]}}
 */
export function search(index, query, options) {
  const { filters, sort, limit = 20, offset = 0, today = "", literal = false, typing = true } = options ?? {};
  if (index.today?.told !== today) index.today = { told: today, ...dayOf(index, today) };
  const asked = parsed(asText(query), typing);
  const answer = answered(index, index.today.standings, asked, literal);
  const found = positionsOf(answer.scores);
  const { passing, counts, unknown, passesAsClass } = narrow(index, index.today.states, found, filters ?? {});
  const keys = sorted(index, passing, answer.scores, sort, passesAsClass).slice(asCount(offset, 0), asCount(offset, 0) + asCount(limit, 20));
  return {
    total: passing.length,
    drafts: passing.filter((position) => index.traits.draft[position]).length,
    results: Array.from(keys, (key) => resultOf(index, key % index.records.length, answer, passesAsClass)),
    facets: counts,
    notes: [...notesOf(asked, answer, found), ...unknown.map(([facet, codes]) => note("unknown_filter", facet, codes.slice(0, 5).join(", ")))],
  };
}

function positionsOf(scored) {
  const found = new Uint32Array(scored.length);
  let size = 0;
  for (let position = 0; position < scored.length; position += 1) if (scored[position] >= 0) found[size++] = position;
  return found.subarray(0, size);
}

const asText = (query) => (["string", "number"].includes(typeof query) ? String(query) : "");
const asCount = (value, otherwise) => (typeof value === "number" && value >= 0 ? Math.floor(value) : otherwise);

// One number for each record, the best the smallest, with the position as its last digits: all sorted as numbers, which is fast, so that any page is right.
function sorted(index, positions, scored, sort, passesAsClass) {
  const rank = rankBy(index, scored, sort, passesAsClass);
  const keys = new Float64Array(positions.length);
  for (let at = 0; at < keys.length; at += 1) {
    const position = positions[at];
    keys[at] = (index.traits.draft[position] * DRAFTS_LAST + rank(position)) * index.records.length + position;
  }
  return keys.sort();
}

const DRAFTS_LAST = 2 ** 30;

function rankBy(index, scored, sort, passesAsClass) {
  if (sort === "title") return () => 0;
  if (sort === "start" || sort === "deadline") return dayOrder(index.classes, index.today, sort, passesAsClass);
  return (position) => DRAFTS_LAST - scored[position];
}

function resultOf(index, position, { scores: scored, via, readings }, passesAsClass) {
  const { id, kind, url, title } = index.records[position];
  const classes = [];
  for (let at = index.classes.starts[position]; passesAsClass && at < index.classes.starts[position + 1]; at += 1) {
    if (passesAsClass(at) && index.classes.ids[at] !== undefined) classes.push(index.classes.ids[at]);
  }
  return { position, id, kind, url, title, score: scored[position], highlights: highlights(index, title, readings[via[position]]), classes };
}

// The places in a title that answer the query: whole syllables; where there is none, of one that goes on the part that was typed; neighbours in one piece.
function highlights({ words }, title, { any, whole, typed }) {
  const found = [];
  eachWord(title, (start, end) => found.push({ start, end, number: words.spellings.get(title.slice(start, end)) }));
  const wholeBits = found.reduce((bits, { number }) => bits | whole[number], 0);
  const places = [];
  for (const { start, end, number } of found) {
    if (whole[number]) join(places, title, start, end);
    else if (any[number] & ~wholeBits) join(places, title, start, endOfLetters(title, start, end, typed));
  }
  return places;
}

function join(places, title, start, end) {
  const before = places.at(-1);
  if (before && /^\s*$/.test(title.slice(before[1], start))) before[1] = end;
  else places.push([start, end]);
}

// What was done to the query, as far as an answer owes itself to it.
function notesOf({ text, tooLong }, { notes, readings, via }, found) {
  const used = readings.filter((_, at) => found.some((position) => via[position] === at));
  const expansions = new Map(used.flatMap((reading) => reading.expansions).map(({ from, to }) => [`${from}\n${to}`, note("expanded", from, to)]));
  return [...(tooLong ? [note("too_long", text)] : []), ...notes, ...expansions.values()];
}
