// Posts and jobs in words: what a reader typed, held against what groups name, with search's own engine for slips, keys
// and abbreviations.

import { blank, createIndex, search } from "../search/engine/engine.js";
import { meaningsOf, postsOf, row, syllablesOf } from "./posts.js";

/**
 * @import { First, Group, Groups } from "./data.js"
 *
 * A question that is answered in words.
 * @typedef {"job" | "position" | "planned_position"} WordQuestion
 *
 * What was typed, as it is read: the words of groups that it is, and those that it begins or goes on from; the groups,
 * by their ids, whose names have it; the nearest words of the catalogue where it is none of them.
 * @typedef {{
 *   typed: string, same: Set<string>, near: Set<string>, naming: Map<string, string>, nearest: string[],
 * }} Reading
 *
 * @typedef {(question: WordQuestion, typed: string) => Reading} Read
 *
 * Words that groups name, with all that they may mean, each as its syllables in a row.
 * @typedef {{words: string, meanings: string[]}} Wording
 *
 * A group by what its name and its code may mean.
 * @typedef {{id: string, title: string, meanings: string[]}} Name
 *
 * What words are read against.
 * @typedef {{
 *   wordings: {[question in WordQuestion]: Wording[]}, names: Name[], index: ReturnType<typeof createIndex>,
 * }} Known
 */

const LEAST_OF_A_NAME = 2;
const MOST_NEAREST = 3;

/**
 * What reads words that were typed. It is made ready by the first of them.
 * @param {Pick<First, "groups" | "glossary">} first
 * @returns {Read}
 */
export function openReader(first) {
  /** @type {Known | undefined} */
  let known;
  /** @type {Map<string, Reading>} */
  const readings = new Map();
  return (question, typed) => {
    known ??= knownOf(first);
    const key = `${question} ${typed}`;
    const reading = readings.get(key) ?? readingOf(typed, known.wordings[question], known);
    readings.set(key, reading);
    return reading;
  };
}

/** @type {(first: Pick<First, "groups" | "glossary">) => Known} */
function knownOf({ groups, glossary }) {
  const names = Object.entries(groups).map(([id, { title, code = "" }]) => {
    return { id, title, meanings: [...meaningsOf(title), ...meaningsOf(code)] };
  });
  return { wordings: wordingsOf(groups), names, index: indexOf(groups, glossary) };
}

/**
 * The words that groups name, to choose from, each once however it is written, in the order of a dictionary.
 * @param {Groups} groups
 * @returns {{[question in WordQuestion]: string[]}}
 */
export function offeredBy(groups) {
  const all = (/** @type {(group: Group) => string[] | undefined} */ of) => {
    const named = Object.values(groups).flatMap((group) => of(group) ?? []);
    const once = new Map(named.map((words) => [row(syllablesOf(words)), words]));
    return [...once.values()].sort((one, other) => one.localeCompare(other, "vi"));
  };
  return {
    job: all(({ job }) => job),
    position: all((group) => (group.planned ? undefined : postsOf(group))),
    planned_position: all((group) => (group.planned ? postsOf(group) : undefined)),
  };
}

// A post is one whether it is held or planned for.
/** @type {(groups: Groups) => {[question in WordQuestion]: Wording[]}} */
function wordingsOf(groups) {
  const all = (/** @type {(group: Group) => string[] | undefined} */ of) => {
    const named = new Set(Object.values(groups).flatMap((group) => of(group) ?? []));
    return Array.from(named, (words) => ({ words, meanings: meaningsOf(words) }));
  };
  const positions = all(postsOf);
  return { job: all(({ job }) => job), position: positions, planned_position: positions };
}

/** @type {(groups: Groups, glossary: First["glossary"]) => ReturnType<typeof createIndex>} */
function indexOf(groups, glossary) {
  const all = Object.values(groups).flatMap((group) => [group.title, ...(group.job ?? []), ...(postsOf(group) ?? [])]);
  const titles = [...new Set(all)].sort((one, other) => one.localeCompare(other, "vi"));
  const records = titles.map((title) => blank("group", "", title));
  return createIndex(records, { glossary: glossary.map(([short, long]) => ({ short, long })) });
}

// The engine is asked only about what is not told as groups tell it.
/** @type {(typed: string, wordings: Wording[], known: Known) => Reading} */
function readingOf(typed, wordings, { names, index }) {
  const mine = row(syllablesOf(typed));
  const plain = foundBy(mine === "" ? [] : [mine], wordings, names);
  if (plain.same.size > 0 || plain.naming.size > 0) return { typed, ...plain, nearest: [] };
  const { notes, results } = search(index, typed, { typing: false, limit: MOST_NEAREST });
  return { typed, ...foundBy(waysToRead(mine, notes), wordings, names), nearest: results.map(({ title }) => title) };
}

/** @type {(ways: string[], wordings: Wording[], names: Name[]) => Omit<Reading, "typed" | "nearest">} */
function foundBy(ways, wordings, names) {
  const among = (/** @type {(meaning: string, way: string) => boolean} */ fits) => {
    const found = wordings.filter(({ meanings }) => meanings.some((meaning) => ways.some((way) => fits(meaning, way))));
    return new Set(found.map(({ words }) => words));
  };
  const naming = names.filter(({ meanings }) => meanings.some((name) => ways.some((way) => isNamedIn(name, way))));
  return {
    same: among((meaning, way) => meaning === way),
    near: among((meaning, way) => meaning.startsWith(way) || way.startsWith(meaning)),
    naming: new Map(naming.map(({ id, title }) => [id, title])),
  };
}

// What was typed, and what the engine took it for.
/** @type {(typed: string, notes: {from: string, to: string}[]) => string[]} */
function waysToRead(typed, notes) {
  if (typed === "") return [];
  const ways = [typed];
  for (const { from, to } of notes) {
    const [old, meant] = [from, to].map((words) => row(syllablesOf(words)));
    if (old && meant) ways.push(...ways.map((way) => ` ${way}`.replace(` ${old}`, ` ${meant}`).slice(1)));
  }
  return [...new Set(ways)];
}

// Whoever is no deputy is not meant by a name that says «phó».
/** @type {(name: string, way: string) => boolean} */
function isNamedIn(name, way) {
  if (way.split(" ").length <= LEAST_OF_A_NAME) return false;
  const at = ` ${name}`.indexOf(` ${way}`);
  return at >= 0 && !` ${name}`.slice(0, at).endsWith(" pho");
}
