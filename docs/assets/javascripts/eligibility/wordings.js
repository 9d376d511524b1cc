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
 * What was typed, as it is read: the words of groups that it is, and those that it begins or goes on from; the codes of
 * the levels where it is such words with a level behind, «Chủ tịch UBND xã»; the groups, by their ids, whose names have
 * it; the answers of other questions that are called so; the nearest words of the catalogue where it is none of them.
 * @typedef {{
 *   typed: string, same: Set<string>, near: Set<string>, levels: Map<string, Set<string>>, naming: Map<string, string>,
 *   answers: Answer[], nearest: string[],
 * }} Reading
 *
 * An answer of a question that is answered from a list.
 * @typedef {{question: string, code: string}} Answer
 *
 * @typedef {(question: WordQuestion, typed: string) => Reading} Read
 *
 * Words that groups name, with all that they may mean, each as its syllables in a row.
 * @typedef {{words: string, meanings: string[]}} Wording
 *
 * A group by what its name and its code may mean.
 * @typedef {{id: string, title: string, meanings: string[]}} Name
 *
 * @typedef {Pick<First, "groups" | "labels" | "glossary" | "levels" | "posts">} ReadFrom
 *
 * Words, and what is meant by them.
 * @typedef {{from: string, to: string}} Meant
 *
 * What words are read against; `levels` are the codes by what the levels are called, `answers` the answers of other
 * questions by their labels, `said` are abbreviations and what people call posts.
 * @typedef {{
 *   wordings: {[question in WordQuestion]: Wording[]}, names: Name[], levels: Map<string, string>,
 *   answers: Map<string, Answer>, said: Meant[], index: ReturnType<typeof createIndex>,
 * }} Known
 */

// The questions that are answered from lists, and that somebody may take for one of words.
const CHOSEN = ["service", "level", "block", "rank"];
const LEAST_OF_A_NAME = 2;
const MOST_NEAREST = 3;
const MOST_WAYS = 32;
const LEAST_OF_INITIALS = 3;
// «Tôi là», «em đang làm»: what somebody says before a post.
const SAID_BEFORE = /^(?:(?:toi|em|minh) )?(?:(?:hien|dang|nay) )*(?:la|lam|giu chuc|giu chuc vu) /;

/**
 * What reads words that were typed. It is made ready by the first of them.
 * @param {ReadFrom} first
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

/** @type {(first: ReadFrom) => Known} */
function knownOf({ groups, labels, glossary, levels, posts }) {
  const names = Object.entries(groups).map(([id, { title, code = "" }]) => {
    return { id, title, meanings: [...meaningsOf(title), ...meaningsOf(code)] };
  });
  const answers = CHOSEN.flatMap((question) => Object.entries(labels[question] ?? {}).map(([code, label]) => {
    return { label, answer: { question, code } };
  }));
  const called = Object.entries(levels).flatMap(([code, all]) => all.map((words) => ({ code, words })));
  return {
    wordings: wordingsOf(groups), names, index: indexOf(groups, glossary, posts),
    said: [...glossary, ...posts].map(([from, to]) => ({ from, to })),
    levels: new Map(called.map(({ code, words }) => [levelIn(row(syllablesOf(words))), code])),
    answers: new Map(answers.map(({ label, answer }) => [row(syllablesOf(label)), answer])),
  };
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

/** @type {(groups: Groups, glossary: First["glossary"], posts: First["posts"]) => ReturnType<typeof createIndex>} */
function indexOf(groups, glossary, posts) {
  const all = Object.values(groups).flatMap((group) => [group.title, ...(group.job ?? []), ...(postsOf(group) ?? [])]);
  const titles = [...new Set(all)].sort((one, other) => one.localeCompare(other, "vi"));
  const records = titles.map((title) => blank("group", "", title));
  const abbreviations = glossary.map(([short, long]) => ({ short, long }));
  const called = posts.map(([short, long]) => ({ short, long, oneWay: true }));
  return createIndex(records, { glossary: [...abbreviations, ...called] });
}

// The engine is asked only about what is not told as groups tell it, in full, abbreviated or as people call it. Two
// letters it takes for the initials of any two words: enough to offer them, too little to say that a name has them.
/** @type {(typed: string, wordings: Wording[], known: Known) => Reading} */
function readingOf(typed, wordings, known) {
  const mine = row(syllablesOf(typed));
  const plain = foundBy(waysToRead(mine, known.said), wordings, known);
  if (plain.same.size > 0 || plain.naming.size > 0) return { typed, ...plain, nearest: [] };
  const { notes, results } = search(known.index, typed, { typing: false, limit: MOST_NEAREST });
  const meant = notes.filter(({ type, from }) => type !== "expanded" || from.length >= LEAST_OF_INITIALS);
  const ways = waysToRead(mine, [...meant, ...known.said]);
  return { typed, ...foundBy(ways, wordings, known), nearest: results.map(({ title }) => title) };
}

/** @type {(ways: string[], wordings: Wording[], known: Known) => Omit<Reading, "typed" | "nearest">} */
function foundBy(ways, wordings, { names, levels, answers }) {
  const among = (/** @type {(meaning: string, way: string) => boolean} */ fits) => {
    const found = wordings.filter(({ meanings }) => meanings.some((meaning) => ways.some((way) => fits(meaning, way))));
    return new Set(found.map(({ words }) => words));
  };
  // What answers another question is no post, and a name that has it is nobody's in particular.
  const others = ways.flatMap((way) => answers.get(way) ?? []);
  const isMeant = (/** @type {Name} */ { meanings }) => {
    return meanings.some((name) => ways.some((way) => isNamedIn(name, way)));
  };
  const naming = others.length > 0 ? [] : names.filter(isMeant);
  return {
    same: among((meaning, way) => meaning === way),
    near: among((meaning, way) => meaning.startsWith(way) || way.startsWith(meaning)),
    levels: new Map(wordings.flatMap(({ words, meanings }) => {
      const behind = meanings.flatMap((meaning) => ways.flatMap((way) => levelBehind(way, meaning, levels)));
      return behind.length > 0 ? [[words, new Set(behind)]] : [];
    })),
    naming: new Map(naming.map(({ id, title }) => [id, title])),
    answers: others,
  };
}

// «Cấp xã» is no other level than «xã».
/** @param {string} name */
const levelIn = (name) => name.replace(/^cap /, "");

/** @type {(way: string, meaning: string, levels: Map<string, string>) => string[]} */
function levelBehind(way, meaning, levels) {
  const code = way.startsWith(meaning) ? levels.get(levelIn(way.slice(meaning.length))) : undefined;
  return code ? [code] : [];
}

// What was typed, and what may be meant by it: the post alone, what the engine took it for, what people call posts.
/** @type {(typed: string, notes: Meant[]) => string[]} */
function waysToRead(typed, notes) {
  if (typed === "") return [];
  const ways = [...new Set([typed, typed.replace(SAID_BEFORE, "")])].filter(Boolean);
  for (const { from, to } of notes) {
    const [old, meant] = [from, to].map((words) => row(syllablesOf(words)));
    if (!old || !meant) continue;
    const others = ways.map((way) => ` ${way}`.replace(` ${old}`, ` ${meant}`).slice(1));
    ways.push(...others.filter((way) => !ways.includes(way)).slice(0, MOST_WAYS - ways.length));
  }
  return ways;
}

// Whoever is no deputy is not meant by a name that says «phó».
/** @type {(name: string, way: string) => boolean} */
function isNamedIn(name, way) {
  if (way.split(" ").length <= LEAST_OF_A_NAME) return false;
  const at = ` ${name}`.indexOf(` ${way}`);
  return at >= 0 && !` ${name}`.slice(0, at).endsWith(" pho");
}
