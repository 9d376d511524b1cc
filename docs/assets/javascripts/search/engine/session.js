// A search at work: loads the data step by step and answers questions from what is there. The same in a worker and in
// the page itself.

import { loadDetails, loadFacets, loadTitles } from "./data.js";
import { addFacets, addTexts, createIndex, search } from "./engine.js";
import { passing } from "../../common/passing.js";

/**
 * @import { Labels, Library, Record } from "./records.js"
 * @import { Answer, Hit, Options } from "./engine.js"
 * @import { Index } from "./index.js"
 * @import { WhyTold } from "./why.js"
 *
 * @typedef {"titles" | "facets" | "details"} Stage
 *
 * How a query is asked from elsewhere; `why` is false where nobody reads why.
 * @typedef {Omit<Options, "why"> & {why?: boolean}} Asked
 *
 * Which stage was reached, and what is known by then.
 * @typedef {{stage: Stage, labels: Labels, newestPlanYear: number | null}} Progress
 *
 * That a stage will not be reached, in a sentence.
 * @typedef {{failed: string}} Failure
 *
 * A record that was found, with what it shows. `matching` are the ids of its classes that pass the filters of classes.
 * @typedef {Omit<Hit, "classes"> & Pick<Record,
 *   "draft" | "ended" | "venue" | "amounts" | "times" | "verification" | "category" | "classes"
 * > & {groups: string[], lead: string, matching: string[]}} Result
 *
 * `begun`: what is done once a question is asked; `whyOf` comes with the texts.
 * @typedef {{library: Library, index: Index, begun: () => void, whyOf?: WhyTold}} Session
 */

// How long the first question may take from the titles on, in milliseconds.
const PATIENCE = 100;

/**
 * Begins to load, and tells of each stage.
 * @param {string} folder the address of the folder with the data, ending in a slash
 * @param {(news: Progress | Failure) => void} tell
 * @returns {(query: string, options: Asked) => Answer<Result>} answers a query from what is there
 */
export function openSession(folder, tell) {
  const library = { records: [], glossary: [], labels: {}, fields: [], newestPlanYear: null };
  const session = { library, index: createIndex([]), begun: () => {} };
  load(session, folder, tell).catch((error) => tell({ failed: sentenceOf(error) }));
  return (query, options) => {
    session.begun();
    return answer(session, query, options);
  };
}

/**
 * The loaders' own errors are sentences for people; what the browser says of a network that is gone, or of data that is
 * not what it should be, is English.
 * @param {Error} error
 */
function sentenceOf({ constructor, message }) {
  if (constructor === Error) return message;
  return "Không tải được dữ liệu tra cứu. Hãy kiểm tra kết nối mạng rồi thử lại.";
}

/** @param {Session} session @param {string} folder @param {(news: Progress) => void} tell */
async function load(session, folder, tell) {
  const library = await loadTitles(folder);
  const told = (/** @type {Stage} */ stage) => {
    tell({ stage, labels: labelsOf(library), newestPlanYear: library.newestPlanYear });
  };
  Object.assign(session, { library, index: createIndex(library.records, library) });
  told("titles");
  // Whoever waits for the titles is answered before anything else takes up the network.
  await Promise.race([asked(session), passing(PATIENCE)]);
  await loadFacets(folder, library);
  addFacets(session.index);
  told("facets");
  // Without it only the words around a match are missing.
  const why = import("./why.js").then(({ whyOf }) => whyOf, () => undefined);
  await loadDetails(folder, library);
  addTexts(session.index);
  session.whyOf = await why;
  told("details");
}

/** @type {(session: Session) => Promise<void>} */
const asked = (session) => new Promise((resolve) => {
  session.begun = resolve;
});

/**
 * What codes are called: groups and bodies by their titles, years by themselves, but only those that a record has as a
 * value, since no other can be chosen.
 * @param {Library} library
 * @returns {Labels}
 */
function labelsOf({ records, labels }) {
  const named = (/** @type {string} */ facet, /** @type {string} */ kind) => {
    return titlesOf(records, kind, codesOf(records, facet));
  };
  const years = Object.fromEntries([...codesOf(records, "year")].map((year) => [year, year]));
  const [lead, allocated] = [named("lead", "organization"), named("allocated", "organization")];
  return { ...labels, group: named("group", "group"), lead, allocated, year: years };
}

/** @param {Record[]} records @param {string} facet */
const codesOf = (records, facet) => new Set(records.flatMap(({ facets }) => facets[facet] ?? []));

/** @param {Record[]} records @param {string} kind @param {Set<string>} ids */
function titlesOf(records, kind, ids) {
  const found = records.filter((record) => record.kind === kind && ids.has(record.id));
  return Object.fromEntries(found.map(({ id, title }) => [id, title]));
}

/** @type {(session: Session, query: string, options: Asked) => Answer<Result>} */
function answer({ library, index, whyOf }, query, { why, ...options }) {
  const found = search(index, query, { ...options, why: why === false ? undefined : whyOf });
  return { ...found, results: found.results.map((hit) => shown(library.records, hit)) };
}

/** @type {(records: Record[], hit: Hit) => Result} */
function shown(records, { classes: matching, ...hit }) {
  const record = records[hit.position];
  const { draft, ended, venue, amounts, times, verification, category, classes } = record;
  const groups = record.groups.map((position) => records[position].title);
  const lead = records[record.lead]?.title ?? "";
  return { ...hit, draft, ended, groups, lead, venue, amounts, times, verification, category, classes, matching };
}
