// The search: reads a query in ever freer ways until records answer, then narrows, sorts and cuts. Without page, clock or network, so that it runs anywhere.

import { dayOrder, narrow } from "./search-facets.js";
import { addTexts, createIndex } from "./search-index.js";
import { I_FOR_Y, LEVELS, correctedSlots, corrections, decodedQuery, meaningsOf, parsed, readingsOf, slotsOf } from "./search-query.js";
import { compiled, dayOf, isTogether, phraseTest, scores } from "./search-ranking.js";
import { eachWord, endOfLetters, fold } from "./vietnamese.js";

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
const note = (type, from, to = "") => ({ type, from, to });

// The first way of reading the query that any record answers: the scores of all records, and by which reading each has its own.
function answered(index, standings, asked, literal) {
  if (literal) return asTyped(index, standings, asked, LEVELS.slice(0, 1), [{ words: asked.words, expansions: [] }]) ?? nothing(index);
  const typed = withIForY(index, standings, asked, asTyped(index, standings, asked, LEVELS));
  if (typed && (asked.words.length < 3 || isTogether(highest(typed)))) return typed;
  const byTitles = () => asMeant(index, standings, asked, titlesOf(index), isTogether);
  if (typed) return merged(typed, byTitles());
  return asKeys(index, standings, asked) ?? byTitles() ?? asMeant(index, standings, asked, index) ?? nothing(index);
}

// i and y write the same word: Mĩ is looked for as Mỹ, too, where what is written so stands scattered.
function withIForY(index, standings, asked, typed) {
  if (!typed || isTogether(highest(typed)) || !asked.words.some(({ folded }) => /[iy]$|^[iy]e/.test(folded))) return typed;
  const answer = asTyped(index, standings, asked, [I_FOR_Y]);
  return isTogether(highest(answer)) ? merged(typed, answer) : typed;
}

const titlesOf = (index) => ({ ...index, names: index.nothing, text: index.nothing, related: index.nothing });

function asTyped(index, standings, asked, levels, readings = readingsOf(index, asked)) {
  for (const level of levels) {
    const ready = readings.map(({ words, expansions }) => ({ slots: slotsOf(index, words, level), expansions }));
    const answer = best(index, standings, asked, level, ready);
    if (answer.found) return { ...answer, notes: level.notes.map((type) => note(type, asked.text)) };
  }
  return undefined;
}

function asKeys(index, standings, asked) {
  const decoded = decodedQuery(asked);
  const answer = decoded && asTyped(index, standings, decoded, LEVELS);
  return answer && { ...answer, notes: [note("telex", asked.text, decoded.text)] };
}

// The query corrected by what the records have in some fields. Known syllables are often a slip too (boi dung): where none is unknown, one may be corrected.
function asMeant(index, standings, asked, fields, isWanted = () => true) {
  if (asked.phrases.length > 0) return undefined;
  for (const slots of correctedSlots(index, asked)) {
    const loose = best(fields, standings, asked, LEVELS.at(-1), [{ slots, expansions: [] }]);
    if (!loose.found || !isWanted(highest(loose))) continue;
    const most = slots.every(({ loose: isLoose }) => isLoose) ? 1 : Math.ceil(slots.length / 2);
    const meanings = meaningsOf(fields, slots, loose.scores.indexOf(highest(loose))).filter((words) => corrections(words).length <= most);
    const words = likeliest(meanings, (meaning) => highest(asTyped(fields, standings, { ...asked, words: meaning }, LEVELS)));
    const answer = words && asTyped(index, standings, { ...asked, words }, LEVELS);
    if (answer && isWanted(highest(answer))) return { ...answer, notes: corrections(words).map(({ typed, meant }) => note("corrected", typed, meant)) };
  }
  return undefined;
}

const likeliest = (choices, worthOf) => choices.map((choice) => ({ choice, worth: worthOf(choice) })).sort((one, other) => other.worth - one.worth)[0]?.choice;
const highest = (answer) => answer?.scores.reduce((one, other) => Math.max(one, other)) ?? -1;

// The answers of two attempts, each record by its better one.
function merged(one, other) {
  if (!other) return one;
  const both = { ...one, readings: [...one.readings, ...other.readings], notes: [...one.notes, ...other.notes] };
  take(both, other.scores, (position) => one.readings.length + other.via[position]);
  return both;
}

const nothing = ({ records }) => ({ scores: new Int32Array(records.length).fill(-1), readings: [], via: [], notes: [] });

// Every reading that has syllables of the index, and for each record the best score with the reading that gave it.
function best(index, standings, asked, level, ready) {
  const best = { scores: new Int32Array(index.records.length).fill(-1), via: new Uint8Array(index.records.length), readings: [], found: false };
  for (const { slots, expansions } of ready) {
    if (slots.some(({ numbers }) => numbers.length === 0)) continue;
    const reading = { ...compiled(index, slots), typed: slots.at(-1)?.word.folded.length ?? 0, expansions };
    best.readings.push(reading);
    take(best, scores(index, standings, reading), () => best.readings.length - 1);
  }
  return { ...best, found: keep(index, asked, level, best.scores) };
}

function take({ scores: taken, via }, offered, readingOf) {
  for (let position = 0; position < offered.length; position += 1) {
    if (offered[position] <= taken[position]) continue;
    taken[position] = offered[position];
    via[position] = readingOf(position);
  }
}

// Takes out what lacks a phrase or has what is excluded; says whether anything is left.
function keep(index, { phrases, excluded }, level, scored) {
  const testOf = (words) => phraseTest(index, compiled(index, slotsOf(index, words, level)));
  const [wanted, unwanted] = [phrases.map(testOf), excluded.map(testOf)];
  let found = false;
  for (let position = 0; position < scored.length; position += 1) {
    if (scored[position] < 0) continue;
    if (wanted.every((has) => has(position)) && !unwanted.some((has) => has(position))) found = true;
    else scored[position] = -1;
  }
  return found;
}

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
  if (sort === "start" || sort === "deadline") return dayOrder(index, index.today, sort, passesAsClass);
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
