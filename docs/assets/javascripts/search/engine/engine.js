// The search: has a query answered, then narrows, sorts and cuts. Without page, clock or network, so that it runs
// anywhere.

import { PARTLY, SCATTERED, TOGETHER, answered, missedIn } from "./answer.js";
import { SAYS_LITTLE, sayingsOf } from "./filler.js";
import { highlights } from "./highlights.js";
import { addFacets, addTexts, createIndex } from "./index.js";
import { marksOf } from "./marks.js";
import { countPassing, narrow } from "./narrowing.js";
import { firstOf, leastOf } from "./order.js";
import { followers, parsed, slotsOf, withMarksTyped } from "./query.js";
import { note } from "./readings.js";
import { blank } from "./records.js";
import { dayOf } from "./traits.js";
import { isWritten } from "./ways.js";
import { fold } from "../../common/vietnamese.js";

/**
 * @import { Answered } from "./answer.js"
 * @import { Counts } from "./narrowing.js"
 * @import { Index, Typed } from "./index.js"
 * @import { ClassTest } from "./order.js"
 * @import { Asked } from "./query.js"
 * @import { Note } from "./readings.js"
 * @import { Why, WhyTold } from "./why.js"
 *
 * How a query is asked. `literal`: nothing but what was typed; `typing`: its last syllable may go on; `scattered`,
 * `partly`: with the records that have its words here and there, some of its words, behind those that hold it together;
 * `why` tells why each is there.
 * @typedef {{
 *   filters?: {[facet: string]: string[]}, sort?: string, limit?: number, offset?: number, today?: string,
 *   literal?: boolean, typing?: boolean, scattered?: boolean, partly?: boolean, why?: WhyTold,
 * }} Options
 *
 * A record that was found. `together`: whether it holds the query together. `highlights` are the places in its title
 * that answer the query, `why` tells what else of it does where the title doesn't do, `classes` are the ids of those
 * that pass the filters of classes.
 * @typedef {{
 *   position: number, id: string, kind: string, url: string, title: string, score: number, together: boolean,
 *   highlights: [start: number, end: number][], why?: Why, classes: string[],
 * }} Hit
 */

/**
 * What a query finds: how much is shown; how many drafts are right and how many others, how many records have its words
 * here and there behind these, and how many some of its words, shown or not; the results that were asked for, how many
 * have each code of each facet, and what was done to the query.
 * @template [R=Hit]
 * @typedef {{
 *   total: number, drafts: number, right: number, scattered: number, partly: number, results: R[],
 *   facets: {[facet: string]: Counts}, notes: Note[],
 * }} Answer
 */

export { addFacets, addTexts, blank, createIndex, fold };

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
  const asked = parsed(index, asText(query), typing, literal);
  const answer = answered(index, day.standings, asked, { literal, partly: options?.partly });
  const { least, shown, scattered } = parted(answer, options?.scattered === true);
  const positionsOf = (/** @type {Uint32Array} */ turns) => turns.map((turn) => answer.positions[turn]);
  const { passing, counts, unknown, passesAsClass } = narrow(index, day, positionsOf(shown), filters ?? {});
  const turns = passing.map((at) => shown[at]);
  const waiting = (/** @type {Uint32Array} */ positions) => countPassing(index, day, positions, filters ?? {});
  const from = asCount(offset, 0);
  const chosen = firstOf(index, turns, answer, from + asCount(limit, 20), sort, passesAsClass).slice(from);
  return {
    total: turns.length,
    ...tallied(index, answer, turns, least),
    scattered: waiting(positionsOf(scattered)),
    partly: waiting(answer.partly),
    results: chosen.map((turn) => resultOf(index, turn, answer, passesAsClass, options?.why)),
    facets: counts,
    notes: [...notesOf(index, asked, answer, shown), ...unknown.map(unknownFilter)],
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

/**
 * The turns of the records that are shown, and of those that have the words here and there while others hold the query
 * together; `least` is the grade of what is right. What has some of the words is there only where it is wanted.
 * @param {Answered} answer
 * @param {boolean} withScattered
 */
function parted({ grades }, withScattered) {
  const least = leastOf(grades);
  const [shown, scattered] = [new Uint32Array(grades.length), new Uint32Array(grades.length)];
  let [size, others] = [0, 0];
  for (let turn = 0; turn < grades.length; turn += 1) {
    const isScattered = grades[turn] === SCATTERED && least === TOGETHER;
    if (isScattered) scattered[others++] = turn;
    if (grades[turn] > 0 && (!isScattered || withScattered)) shown[size++] = turn;
  }
  return { least, shown: shown.subarray(0, size), scattered: scattered.subarray(0, others) };
}

// How many of what is right are drafts, and how many are none.
/** @type {(index: Index, answer: Answered, turns: Uint32Array, least: number) => {drafts: number, right: number}} */
function tallied({ traits }, { positions, grades }, turns, least) {
  let [drafts, right] = [0, 0];
  for (const turn of turns) {
    if (grades[turn] < least) continue;
    if (traits.draft[positions[turn]]) drafts += 1;
    else right += 1;
  }
  return { drafts, right };
}

/** @param {unknown} query */
const asText = (query) => (typeof query === "string" || typeof query === "number" ? String(query) : "");
/** @param {unknown} value @param {number} otherwise */
const asCount = (value, otherwise) => (typeof value === "number" && value >= 0 ? Math.floor(value) : otherwise);

/** @type {(index: Index, turn: number, answer: Answered, passesAsClass: ClassTest, whyOf?: WhyTold) => Hit} */
function resultOf(index, turn, { positions, scores, grades, via, readings }, passesAsClass, whyOf) {
  const position = positions[turn];
  const reading = readings[via[turn]];
  const { id, kind, url, title } = index.records[position];
  const classes = passesAsClass ? classesThat(index, position, passesAsClass) : [];
  const places = highlights(index, title, reading);
  const together = grades[turn] === TOGETHER;
  const why = whyOf?.(index, position, reading);
  const hit = { position, id, kind, url, title, score: scores[turn], together, highlights: places, classes };
  return why ? { ...hit, why } : hit;
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

// A test whether a record has all words of a query that say little.
/** @type {(index: Index, asked: Asked) => (position: number) => boolean} */
function littleTest(index, asked) {
  const sayings = sayingsOf(index, asked);
  const words = asked.words.filter((_, at) => sayings[at] === SAYS_LITTLE);
  const having = new Uint8Array(index.records.length);
  for (const slot of slotsOf(index, words, withMarksTyped)) {
    for (const position of marksOf(index, slot).positions) having[position] += 1;
  }
  return (position) => having[position] === words.length;
}

// With what was typed right behind, which may have been meant, too.
/** @type {(asked: Asked, out: Typed[]) => Note} */
function excludedNote({ text, words }, out) {
  const end = out.at(-1)?.end ?? 0;
  const last = followers(text, out, words.filter(({ start }) => start > end)).at(-1);
  return note("excluded", out.map(({ typed }) => typed).join(" "), last ? text.slice(out[0].start, last.end) : "");
}

/** @param {Note} said */
const keyOf = ({ type, from, to }) => `${type}\n${from}\n${to}`;

// What no record has, where there is no right one; where there is none at all, not with its marks.
/** @type {(index: Index, asked: Asked, notes: Note[], shown: Uint32Array) => Typed[]} */
function toldUnknown(index, asked, notes, shown) {
  if (shown.length > 0 && !notes.some(({ type }) => type === "nearest")) return [];
  const missed = missedIn(index, asked);
  if (missed.length > 0 || shown.length > 0) return missed;
  return asked.words.filter((word) => word.marked && !word.prefix && !isWritten(index, word));
}

// What was done to the query, as far as something that is shown was found by it, some of the words apart; where nothing
// is right, also the words that no record has.
/** @type {(index: Index, asked: Asked, answer: Answered, turns: Uint32Array) => Note[]} */
function notesOf(index, asked, { positions, notes, readings, via, grades }, turns) {
  const shown = turns.filter((turn) => grades[turn] > PARTLY);
  const { text, tooLong, excluded } = asked;
  const unknown = toldUnknown(index, asked, notes, shown).map(({ typed }) => typed);
  const hasLittle = littleTest(index, asked);
  const [used, shortened] = [new Uint8Array(readings.length), new Uint8Array(readings.length)];
  for (const turn of shown) {
    used[via[turn]] = 1;
    if (!shortened[via[turn]]) shortened[via[turn]] = Number(!hasLittle(positions[turn]));
  }
  const said = readings.flatMap(({ notes: own }, at) => {
    return used[at] ? own.filter(({ type }) => type !== "left_out" || shortened[at]) : [];
  });
  const out = excluded.map((words) => excludedNote(asked, words));
  const nowhere = unknown.length > 0 ? [note("nowhere", unknown.join(", "))] : [];
  const all = [...(tooLong ? [note("too_long", text)] : []), ...nowhere, ...notes, ...out, ...said];
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}
