// The data of search, read from the columns that the site publishes.
// hooks/catalogue/views/exports/search_data.py writes them and says what they hold.

import { OUTDATED } from "../../common/renewal.js";
import { fold } from "../../common/vietnamese.js";

/**
 * @import { ClassTimes, ProgramTimes } from "../../common/standing.js"
 *
 * A class of a programme; what is not known is empty.
 * @typedef {Required<ClassTimes> & {id: string, title: string}} Class
 *
 * A record, or a page written by hand, in the order of their titles. `related`, `groups`, `lead` and `plan`
 * are positions of others in that order, -1 for none. `texts` are all that it says, `fields` the place of the name of
 * each one's field among the library's, `called` what the field of each of its `names` is called, nothing for a page.
 * `facets` has the codes of each facet that applies, none where nothing is known.
 * What comes later than the titles is empty until it is there.
 * @typedef {{
 *   id: string, kind: string, url: string, title: string, names: string[], texts: string[], fields: number[],
 *   called: string[], draft: boolean, ended: boolean, facets: {[facet: string]: string[]}, times: ProgramTimes,
 *   classes: Class[], related: number[], groups: number[], lead: number, plan: number, venue: string,
 *   amounts: Amounts, verification: string, category: string[],
 * }} Record
 *
 * What is known of the numbers of a programme, by what they are: planned, done, or not told which.
 * @typedef {{[sort: string]: string}} Amounts
 *
 * What codes are called, by facet.
 * @typedef {{[facet: string]: {[code: string]: string}}} Labels
 *
 * What stands for what; `oneWay` where only the short one is read as the long one.
 * @typedef {{short: string, long: string, oneWay?: boolean}} Abbreviation
 *
 * `labels` is empty until the facets are there, `fields`, the names of the fields of texts, until the details are.
 * @typedef {{
 *   records: Record[], glossary: Abbreviation[], labels: Labels, fields: string[], newestPlanYear: number | null,
 * }} Library
 *
 * The files as they are published. Columns are texts, a line or a letter for each record or programme; `drafts`,
 * `ended` and, for each name, `named` are positions, each as what it adds to the one before. `titles` and `names` are
 * in signs for the `words`.
 * @typedef {{
 *   newestPlanYear: number | null, sections: {[kind: string]: string}, kinds: string, words: string, titles: string,
 *   ids: string, names: string, named: number[], drafts: number[], ended: number[],
 *   glossary: [short: string, long: string][], everyday: [words: string, meant: string][],
 *   pages: [url: string, title: string, ...names: string[]][],
 * }} Titles
 * @typedef {{
 *   labels: Labels, columns: {[facet: string]: {kinds: string[], single?: boolean, values: string}},
 *   years: string, abroad: string, groups: string, lead: string, plan: string, topics: string, others: string,
 *   progress: string, results: string, ends: string, classes: string, states: string[], progresses: string[],
 * }} Facets
 * @typedef {{
 *   texts: string, said: {[field: string]: string}, called: {fields: string[], values: string}, pages: string[],
 *   venues: string, amounts: Amounts,
 * }} Details
 */

const NEW = "+";
const FIRST_DAY = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;
const [FIRST_SIGN, BACKSLASH, BEHIND_HALVES, HALVES] = [40, 92, 0xE000, 0x800];
const BROKEN = "Dữ liệu tra cứu tải không trọn vẹn. Hãy tải lại trang.";
/** @type {{[mark: string]: string[]}} */
const ABROAD = { y: ["yes"], n: ["no"], "?": [] };

/**
 * What is needed to find by title and name. Like every loader here it rejects with an Error in Vietnamese where its
 * file does not load, is not whole, or is that of another build.
 * @param {string} folder the address of the folder with the files of one build, ending in a slash
 * @returns {Promise<Library>}
 */
export async function loadTitles(folder) {
  /** @type {Titles} */
  const data = await fetched(folder, "titles");
  const glossary = [
    ...data.glossary.map(([short, long]) => ({ short, long })),
    ...data.everyday.map(([short, long]) => ({ short, long, oneWay: true })),
  ];
  return { records: recordsOf(data), glossary, labels: {}, fields: [], newestPlanYear: data.newestPlanYear };
}

/**
 * Puts into the records, in place, what filters and ranks them by time, and ties them to one another.
 * @param {string} folder
 * @param {Library} library
 */
export async function loadFacets(folder, library) {
  /** @type {Facets} */
  const data = await fetched(folder, "facets");
  addFacets(library.records, data);
  addPrograms(library.records, data);
  Object.assign(library.labels, data.labels);
}

/**
 * Puts into the records, in place, what a result shows, and the words that are looked through last.
 * @param {string} folder
 * @param {Library} library
 */
export async function loadDetails(folder, library) {
  /** @type {Details} */
  const data = await fetched(folder, "details");
  addSaid(library, data);
  addCalled(library.records, data.called);
  const venues = lines(data.venues);
  const amounts = Object.entries(data.amounts).map(([sort, column]) => ({ sort, column: lines(column) }));
  programsOf(library.records).forEach((record, place) => {
    record.venue = venues[place];
    record.amounts = Object.fromEntries(amounts.map(({ sort, column }) => [sort, column[place]]));
  });
}

/**
 * Tells what each record says, field by field: a new text is the next one of all, another stands there by its number.
 * @param {Library} library
 * @param {Details} data
 */
function addSaid({ records, fields }, data) {
  const texts = lines(data.texts);
  const textOf = nextOf(texts);
  for (const [field, column] of Object.entries(data.said)) {
    fields.push(field);
    const rows = lines(column);
    checked(rows.length <= records.length - data.pages.length);
    for (let position = 0; position < rows.length; position += 1) {
      const said = rows[position] ? rows[position].split(" ").map(textOf) : [];
      records[position].texts.push(...said);
      records[position].fields.push(...said.map(() => fields.length - 1));
    }
  }
  checked(data.texts === "" || textOf(NEW) === undefined);
  const first = records.length - data.pages.length;
  data.pages.forEach((words, turn) => records[first + turn].texts.push(words));
}

/** @param {Record[]} records @param {Details["called"]} called */
function addCalled(records, { fields, values }) {
  const places = records.flatMap(({ kind, names, called }) => (kind === "page" ? [] : names.map(() => called)));
  checked(places.length === values.length);
  places.forEach((called, turn) => called.push(fields[Number(values[turn])]));
}

/** @param {string[]} texts */
function nextOf(texts) {
  let next = 0;
  return (/** @type {string} */ code) => texts[code === NEW ? next++ : Number(code)];
}

/**
 * A file of a folder, which bears the folder's name as its mark.
 * @template T
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<T>}
 */
async function fetched(folder, name) {
  const answer = await fetch(new URL(`${name}.json`, folder));
  const data = answer.ok ? await answer.json().catch(() => null) : null;
  if (!data) throw new Error(BROKEN);
  if (!folder.endsWith(`/${data.mark}/`)) throw new Error(OUTDATED);
  return data;
}

/** @param {unknown} whole @returns {asserts whole} */
function checked(whole) {
  if (!whole) throw new Error(BROKEN);
}

/** @param {string} text */
const lines = (text) => text.split("\n");
/** @param {string} text */
const numbers = (text) => (text ? text.split(" ").map(Number) : []);
/** @param {Record[]} records */
const programsOf = (records) => records.filter((record) => record.kind === "program");

/** @type {(data: Titles) => Record[]} */
function recordsOf(data) {
  const kinds = Object.keys(data.sections);
  const words = data.words.split(" ");
  const [titles, ids] = data.kinds ? [inWords(data.titles, words), lines(data.ids)] : [[], []];
  checked(data.kinds.length === ids.length);
  const found = titles.map((title, position) => {
    return recordOf(data, kinds[Number(data.kinds[position])], title, ids[position]);
  });
  const names = inWords(data.names, words);
  positionsOf(data.named).forEach((position, turn) => found[position].names.push(names[turn]));
  for (const position of positionsOf(data.drafts)) found[position].draft = true;
  for (const position of positionsOf(data.ended)) found[position].ended = true;
  const pages = data.pages.map(([url, title, ...others]) => {
    return { ...blank("page", url.replace(/\/$/, ""), title), names: others, url };
  });
  return [...found, ...pages];
}

// A line has how many words a text shares with the one before, and a sign for each other.
/** @param {string} column @param {string[]} words */
function inWords(column, words) {
  /** @type {string[]} */
  let before = [];
  return lines(column).map((line) => {
    const [shared, ...signs] = line;
    before = [...before.slice(0, Number.parseInt(shared, 36)), ...signs.map((sign) => words[numberOf(sign)])];
    return before.join(" ");
  });
}

// Signs begin at FIRST_SIGN and leave out the backslash and the halves of letters.
/** @param {string} sign */
function numberOf(sign) {
  const code = sign.codePointAt(0) ?? 0;
  return code - FIRST_SIGN - Number(code > BACKSLASH) - (code >= BEHIND_HALVES ? HALVES : 0);
}

/**
 * @param {Titles} data
 * @param {string} kind
 * @param {string} title
 * @param {string} beyond how many letters of the title an id begins with, and the rest of it; empty for all and no more
 */
function recordOf(data, kind, title, beyond) {
  const id = idOf(anchor(title), beyond);
  return { ...blank(kind, id, title), url: `${data.sections[kind]}${id}/` };
}

/** @param {string} start @param {string} beyond */
function idOf(start, beyond) {
  if (!beyond) return start;
  const parts = /^(\d+) ?(.*)$/.exec(beyond);
  checked(parts);
  return start.slice(0, Number(parts[1])) + parts[2];
}

/** @type {(kind: string, id: string, title: string) => Record} */
const blank = (kind, id, title) => ({
  id, kind, url: "", title, names: [], called: [], texts: [], fields: [], draft: false, ended: false, facets: {},
  times: {}, classes: [], related: [], groups: [], lead: -1, plan: -1, venue: "", amounts: {}, verification: "",
  category: [],
});

/** @param {string} title */
const anchor = (title) => fold(title).replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");

/** @param {number[]} steps */
function positionsOf(steps) {
  let position = 0;
  return steps.map((step) => (position += step));
}

/** @param {Record[]} records @param {Facets} data */
function addFacets(records, data) {
  for (const [facet, column] of Object.entries(data.columns)) {
    const codes = Object.keys(data.labels[facet]);
    const holders = records.filter((record) => column.kinds.includes(record.kind));
    const values = column.single ? [...column.values] : lines(column.values);
    checked(holders.length === 0 || values.length === holders.length);
    holders.forEach((record, place) => {
      record.facets[facet] = [...values[place]].map((digit) => codes[Number.parseInt(digit, 36)]);
    });
  }
  const dated = records.filter((record) => record.kind === "program" || record.kind === "plan");
  const years = lines(data.years);
  dated.forEach((record, place) => (record.facets.year = years[place] ? years[place].split(" ") : []));
  for (const record of records) record.verification = record.facets.verification?.[0] ?? "";
}

/** @param {Record[]} records @param {Facets} data */
function addPrograms(records, data) {
  const [classes, ends] = [data.classes, data.ends].map(lines);
  const programs = programsOf(records);
  checked(programs.length === 0 || classes.length === programs.length);
  tie(programs, records, data);
  programs.forEach((record, place) => {
    record.times = timesOf(record, place, data, ends[place]);
    record.category = record.facets.category;
    record.facets.abroad = ABROAD[data.abroad[place]];
    const codes = classes[place] ? classes[place].split(";") : [];
    record.classes = codes.map((code, turn) => classOf(code, turn, data.states, record.times));
  });
}

/**
 * Ties programmes to the records that they name.
 * @param {Record[]} programs
 * @param {Record[]} records
 * @param {Facets} data
 */
function tie(programs, records, data) {
  const [groups] = columnsOf(records, "group", data.groups);
  const [plans] = columnsOf(records, "plan", data.plan);
  const [topics] = columnsOf(records, "topic", data.topics);
  const [leads, others] = columnsOf(records, "organization", data.lead, data.others);
  const idsOf = (/** @type {number[]} */ positions) => positions.map((position) => records[position].id);
  programs.forEach((record, place) => {
    record.groups = groups[place];
    record.lead = leads[place][0] ?? -1;
    record.plan = plans[place][0] ?? -1;
    const all = [...groups[place], ...leads[place], ...others[place], ...topics[place], ...plans[place]];
    record.related = [...new Set(all)];
    record.facets.group = idsOf(groups[place]);
    record.facets.lead = idsOf(leads[place]);
  });
}

/**
 * For each programme the positions of the records of a kind that a column names by their places among that kind.
 * @param {Record[]} records
 * @param {string} kind
 * @param {...string} columns
 */
function columnsOf(records, kind, ...columns) {
  const places = records.flatMap((record, position) => (record.kind === kind ? [position] : []));
  return columns.map((text) => lines(text).map((line) => numbers(line).map((rank) => places[rank])));
}

// What a programme says of its time, as common/standing.js takes it.
/** @type {(record: Record, place: number, data: Facets, end: string) => ProgramTimes} */
function timesOf({ facets: { year } }, place, data, end) {
  const years = year.length > 1 ? `${year[0]}-${year.at(-1)}` : (year[0] ?? "");
  const state = data.progresses[Number(data.progress[place])];
  return { state, years, end, results: data.results[place] === "y" };
}

/**
 * @param {string} code
 * @param {number} turn its place in its programme
 * @param {string[]} states
 * @param {ProgramTimes} whole
 * @returns {Class}
 */
function classOf(code, turn, states, whole) {
  const [start, end, deadline, state, id] = code.split(",");
  const first = dayOf(start, FIRST_DAY, 1);
  const origin = first ? Date.parse(first) : FIRST_DAY;
  return {
    id: id || `lop-${turn + 1}`,
    title: "",
    start: first,
    end: dayOf(end, origin, 1),
    deadline: dayOf(deadline, origin, -1),
    state: states[Number(state ?? 0)] ?? "",
    whole,
  };
}

/** @param {string | undefined} code @param {number} origin @param {number} sign */
function dayOf(code, origin, sign) {
  if (!code) return "";
  if (code.startsWith("=")) return code.slice(1);
  return new Date(origin + sign * Number.parseInt(code, 36) * DAY).toISOString().slice(0, 10);
}
