// What the page judges by, loaded in parts: the groups first, then the programmes of a group when they are shown.
// hooks/catalogue/views/exports/eligibility_data.py writes the files and says what they hold.

import { onceEach, partOf } from "../common/parts.js";

/**
 * @import { ClassTimes, ProgramTimes } from "../common/standing.js"
 *
 * A document and the place in it, as far as that is known. It binds where it was checked against its text.
 * @typedef {{document: string, title: string, article?: string, binding?: boolean}} Law
 *
 * What a group says of its members: codes, or words; what nobody has told is missing. `exhaustive` says that its fields
 * tell all, `unasked` what no question asks for.
 * @typedef {{
 *   title: string, code?: string, verification: string, service?: string[], level?: string[], block?: string[],
 *   rank?: string[], job?: string[], positions?: string[], planned?: boolean, term?: string, exhaustive?: boolean,
 *   parent?: string, collective?: string, unasked?: string[], law?: Law,
 * }} Group
 *
 * @typedef {{[id: string]: Group}} Groups
 *
 * A group of a programme, with the document that says so.
 * @typedef {{group: string, obligation?: string, basis?: Law}} Audience
 *
 * The groups that programmes name together, how many name just these, and whether a document binds all of them.
 * @typedef {{groups: string[], count: number, binding?: boolean}} Named
 *
 * @typedef {Omit<ClassTimes, "whole"> & {id: string, title: string}} Class
 *
 * `turn` is its place in the order of titles; `conditions` are what its source asks for and no question does.
 * @typedef {{
 *   id: string, turn: number, title: string, groups: Audience[], times?: ProgramTimes, classes?: Class[],
 *   source?: {[kind: string]: string}, facets: {[facet: string]: string[]}, conditions?: string[],
 * }} Program
 *
 * What codes are called, by facet or question.
 * @typedef {{[name: string]: {[code: string]: string}}} Labels
 *
 * The first part: groups, what programmes name together, where records stand on the site by kind, what codes are
 * called, how people name the levels, abbreviations, what people call posts and what groups do.
 * @typedef {{
 *   groups: Groups, audiences: Named[], folders: {[kind: string]: string}, labels: Labels,
 *   levels: {[code: string]: string[]}, glossary: [short: string, long: string][],
 *   posts: [words: string, meant: string][],
 * }} First
 *
 * All that is there by now: `programs` by their ids, `sources` the titles of what they rest on, by kind.
 * @typedef {First & {programs: Map<string, Program>, sources: {[kind: string]: {[id: string]: string}}}} Data
 */

const BROKEN = "Không tải được dữ liệu để đối chiếu.";

/**
 * Opens the data: gives the first part, and a function that adds the programmes of some groups. Both reject with an
 * Error in Vietnamese where a file does not come, is not whole, or is of another build.
 * @param {string} folder the address of the folder with the parts, ending in a slash
 * @returns {Promise<{data: Data, add: (groups: Iterable<string>) => Promise<void>}>}
 */
export async function openData(folder) {
  const first = await partOf(folder, "groups", BROKEN);
  /** @type {Data} */
  const data = { ...first, programs: new Map(), sources: {} };
  const once = onceEach(async (group) => addPart(data, await partOf(folder, `programs/${group}`, BROKEN)));
  const add = async (/** @type {Iterable<string>} */ groups) => {
    await Promise.all(Array.from(groups, once));
  };
  return { data, add };
}

/**
 * Puts the programmes of a group, and what they refer to, to those that are there.
 * @param {Data} data
 * @param {{programs: Program[], sources: Data["sources"], leads: {[id: string]: string}}} part
 */
export function addPart(data, { programs, sources, leads }) {
  for (const program of programs) data.programs.set(program.id, program);
  for (const [kind, titles] of Object.entries(sources)) data.sources[kind] = { ...data.sources[kind], ...titles };
  data.labels.lead = { ...data.labels.lead, ...leads };
}
