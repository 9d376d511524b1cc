// What the page is to show: which programmes are needed for it, and what becomes of those that are there.

import { personOf } from "./answers.js";
import { unnamedOf } from "./naming.js";
import { narrowed } from "./narrowing.js";
import { judge, judging, parted, readerOf, verdictOnNamed } from "./verdict.js";

/**
 * @import { Answers } from "./answers.js"
 * @import { Data } from "./data.js"
 * @import { Unnamed } from "./naming.js"
 * @import { Chosen, Narrowed } from "./narrowing.js"
 * @import { Counts } from "./results.js"
 * @import { Entry, Judged, ListName, Lists } from "./verdict.js"
 *
 * What the first part tells: how many programmes are in each list, the groups whose files have them, who does not fit,
 * the typed words that led to nothing.
 * @typedef {{
 *   counts: Counts, files: {[name in ListName]: Set<string>}, others: {judged: Judged, count: number}[],
 *   unnamed: Unnamed[],
 * }} Outline
 */

/** @type {ListName[]} */
const LISTS = ["right", "perhaps", "unknown", "excluded"];

/**
 * What can be told before any programme is there.
 * @param {Data} data
 * @param {Answers} answers
 * @returns {Outline}
 */
export function outlineOf(data, answers) {
  const person = personOf(answers);
  const judgeGroup = judging(data, person);
  const judged = data.audiences.map((each) => ({ ...each, ...verdictOnNamed(each, data.groups, judgeGroup) }));
  const of = (/** @type {string} */ name) => judged.filter(({ verdict }) => verdict === name);
  const counts = LISTS.map((name) => [name, total(of(name))]);
  const files = LISTS.map((name) => [name, new Set(of(name).map(({ group }) => group))]);
  /** @type {Map<string, number>} */
  const never = new Map();
  for (const { group, count } of of("never")) never.set(group, (never.get(group) ?? 0) + count);
  const others = Array.from(never, ([id, count]) => ({ judged: judgeGroup(id), count }));
  const unnamed = unnamedOf(data.groups, judged, person, judgeGroup, readerOf(data));
  return { counts: Object.fromEntries(counts), files: Object.fromEntries(files), others, unnamed };
}

/** @param {{count: number}[]} each */
const total = (each) => each.reduce((sum, { count }) => sum + count, 0);

/**
 * The lists of the programmes that are there, narrowed and sorted as was chosen, and what each choice would give.
 * @param {Data} data
 * @param {Answers} answers
 * @param {string} today
 * @param {{chosen: Chosen, shown: Set<ListName>} | undefined} narrowing undefined where all are shown as they come
 * @returns {{lists: Lists, facets: Narrowed["facets"]}}
 */
export function listsOf(data, answers, today, narrowing) {
  const lists = judge({ ...data, programs: data.programs.values() }, personOf(answers), today);
  if (!narrowing) return { lists, facets: {} };
  const entries = LISTS.filter((name) => narrowing.shown.has(name)).flatMap((name) => lists[name]);
  const { ids, facets } = narrowed(entries, narrowing.chosen, today);
  const byId = new Map(entries.map((entry) => [entry.program.id, entry]));
  const passing = ids.map((id) => /** @type {Entry} */ (byId.get(id)));
  return { lists: parted(passing), facets };
}
