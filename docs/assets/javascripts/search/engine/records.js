// What search knows of records, and the files that it reads them from.
// hooks/catalogue/views/exports/search_data.py writes these and says what they hold.

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
 * Some words, each with the space before it where there is one, and of the first records the numbers of those that
 * their titles are made of.
 * @typedef {{words: string[], rows: number[][]}} InWords
 *
 * `labels` is empty until the facets are there, `fields`, the names of the fields of texts, until the details are.
 * @typedef {{
 *   records: Record[], titles?: InWords, glossary: Abbreviation[], labels: Labels, fields: string[],
 *   newestPlanYear: number | null,
 * }} Library
 *
 * The files as they are published. What there is of each record, programme or name stands in one text, a column: a
 * line for each, or a letter where that is enough.
 *
 * The first file. A text in `titles` or `names` is written in signs: each stands for a line of `words`. `named` are the
 * positions of the records that the names belong to, `drafts` and `ended` those of the records that are so. Of each
 * position only the step from the one before it is written.
 * @typedef {{
 *   newestPlanYear: number | null, sections: {[kind: string]: string}, kinds: string, words: string, titles: string,
 *   ids: string, names: string, named: number[], drafts: number[], ended: number[],
 *   glossary: [short: string, long: string][], everyday: [words: string, meant: string][],
 *   pages: [url: string, title: string, ...names: string[]][],
 * }} Titles
 * @typedef {{
 *   labels: Labels, columns: {[facet: string]: {kinds: string[], single?: boolean, values: string}},
 *   years: string, abroad: string, groups: string, lead: string, allocated: string, plan: string, topics: string,
 *   others: string, progress: string, results: string, ends: string, classes: string, states: string[],
 *   progresses: string[],
 * }} Facets
 * @typedef {{
 *   texts: string, said: {[field: string]: string}, called: {fields: string[], values: string}, pages: string[],
 *   venues: string, amounts: Amounts,
 * }} Details
 */

// What a record has of what is not known: the same for all of them, since there are tens of thousands. Whoever knows
// more puts its own in this place.
const NONE = /** @type {never[]} */ (/** @type {unknown} */ (Object.freeze([])));
const NOTHING = Object.freeze({});

/**
 * A record of which no more is known.
 * @type {(kind: string, id: string, title: string) => Record}
 */
export const blank = (kind, id, title) => ({
  id, kind, url: "", title, names: NONE, called: NONE, texts: NONE, fields: NONE, draft: false, ended: false,
  facets: {}, times: NOTHING, classes: NONE, related: NONE, groups: NONE, lead: -1, plan: -1, venue: "",
  amounts: NOTHING, verification: "", category: NONE,
});
