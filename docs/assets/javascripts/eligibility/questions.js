// Which questions are worth asking: those whose answer would change what the reader is told, and the one that decides
// most of what is still undecided.

import { following } from "./following.js";
import { postsOf } from "./posts.js";
import { judging, readerOf, verdictOnNamed } from "./verdict.js";

/**
 * @import { Person } from "./conditions.js"
 * @import { First, Groups } from "./data.js"
 *
 * The answers that may be chosen by the name of a question; null where words are typed.
 * @typedef {Map<string, Set<string> | null>} Choices
 *
 * The question that decides most, and of how many undecided programmes: at least and at most, by the answer.
 * @typedef {{question: string, least: number, most: number}} Deciding
 *
 * The verdicts on groups by their ids, and on what programmes name together, in their order.
 * @typedef {{groups: Map<string, string>, audiences: string[]}} Outcome
 *
 * What an answer would change: verdicts on what programmes name together, by its place.
 * @typedef {{question: string, verdicts: Map<number, string>}} Try
 */

/** Questions that are asked of those alone who are in the planning. */
export const OF_PLANNED = new Set(["planned_position", "term"]);

/**
 * The open questions that would change something, and the one among them that decides most.
 * @param {First} first
 * @param {Person} person
 * @param {Choices} choices
 * @returns {{asked: Set<string>, deciding: Deciding | undefined}}
 */
export function worthAsking(first, person, choices) {
  const now = outcomeFor(first, person);
  const open = [...choices.keys()].filter((question) => isOpen(question, person));
  const tries = open.flatMap((question) => answersTo(question, first.groups, now, choices).map((answer) => {
    return { question, verdicts: changedBy(first, now, { ...person, [question]: answer }) };
  }));
  const asked = new Set(tries.filter(({ verdicts }) => verdicts.size > 0).map(({ question }) => question));
  // What follows from the post may be answered otherwise, but nothing waits for it.
  const follows = following(first.groups, person, readerOf(first));
  const waiting = tries.filter(({ question }) => asked.has(question) && !(question in follows));
  return { asked, deciding: decidingMost(first, now, waiting, choices) };
}

/** @type {(question: string, person: Person) => boolean} */
function isOpen(question, person) {
  if (OF_PLANNED.has(question) && !person.planned) return false;
  return !Object.hasOwn(person, question);
}

/** @type {(first: First, person: Person) => Outcome} */
function outcomeFor(first, person) {
  const judge = judging(first, person);
  const groups = new Map(Object.keys(first.groups).map((id) => [id, judge(id).verdict]));
  return { groups, audiences: first.audiences.map((each) => verdictOnNamed(each, first.groups, judge).verdict) };
}

// The verdicts on the audiences that answers would change, by their places; most answers change few groups.
/** @type {(first: First, now: Outcome, person: Person) => Map<number, string>} */
function changedBy(first, now, person) {
  const { groups, audiences } = first;
  const judge = judging(first, person);
  const changed = [...now.groups].filter(([id, verdict]) => judge(id).verdict !== verdict).map(([id]) => id);
  const touched = new Set(changed.flatMap((id) => placesOf(audiences).get(id) ?? []));
  const verdicts = Array.from(touched, (at) => ({ at, verdict: verdictOnNamed(audiences[at], groups, judge).verdict }));
  const others = verdicts.filter(({ at, verdict }) => verdict !== now.audiences[at]);
  return new Map(others.map(({ at, verdict }) => [at, verdict]));
}

/** @type {WeakMap<First["audiences"], Map<string, number[]>>} */
const places = new WeakMap();

// Where each group stands among the audiences.
/** @type {(audiences: First["audiences"]) => Map<string, number[]>} */
function placesOf(audiences) {
  const found = places.get(audiences) ?? new Map();
  if (!places.has(audiences)) {
    audiences.forEach(({ groups }, at) => {
      for (const id of groups) {
        if (!found.has(id)) found.set(id, []);
        found.get(id)?.push(at);
      }
    });
    places.set(audiences, found);
  }
  return found;
}

/** @type {(question: string, groups: Groups, now: Outcome, choices: Choices) => (string | boolean)[]} */
function answersTo(question, groups, now, choices) {
  if (question === "planned") return [true, false];
  const codes = choices.get(question);
  if (codes) return [...codes];
  const possible = Object.keys(groups).filter((id) => now.groups.get(id) !== "never").map((id) => groups[id]);
  return [...new Set(possible.flatMap((group) => wordsFor(question, group)))];
}

// A post may also be told by the name of a group.
/** @type {(question: string, group: Groups[string]) => string[]} */
function wordsFor(question, group) {
  const { title, job = [], planned = false } = group;
  if (question === "job") return job;
  if ((question === "planned_position") !== planned) return [];
  const posts = postsOf(group) ?? [];
  return question === "position" ? [...posts, title] : posts;
}

/** @type {(first: First, now: Outcome, tries: Try[], choices: Choices) => Deciding | undefined} */
function decidingMost({ audiences }, now, tries, choices) {
  const decided = tries.map(({ question, verdicts }) => {
    const settled = [...verdicts.keys()].filter((at) => now.audiences[at] === "unknown");
    return { question, count: settled.reduce((sum, at) => sum + audiences[at].count, 0) };
  });
  const found = [...new Set(decided.map(({ question }) => question))].map((question) => {
    const counts = decided.filter((each) => each.question === question).map(({ count }) => count);
    // What is typed may be what no group names, and decide nothing.
    return { ...summed(question, counts), ...(choices.get(question) ? {} : { least: 0 }) };
  });
  found.sort((one, other) => other.usual - one.usual);
  return found[0]?.most > 0 ? found[0] : undefined;
}

/** @type {(question: string, counts: number[]) => Deciding & {usual: number}} */
function summed(question, counts) {
  const usual = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return { question, least: Math.min(...counts), most: Math.max(...counts), usual };
}
