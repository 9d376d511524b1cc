// «Tôi được cử học lớp nào?»: which programmes are meant for a person. Pure: data, answers and a day go in, lists with
// reasons come out. What groups say of their members is data (assets/eligibility.json); how a field stands to an
// answer, and fields to a verdict, is told here.

import { classesOn, recordStanding } from "../common/classes.js";
import { standingOn } from "../common/standing.js";
import { fold } from "../common/vietnamese.js";
import { reasonOf } from "./reasons.js";

/**
 * @import { ClassTimes, ProgramTimes, Standing } from "../common/standing.js"
 *
 * The answers of a person; one that is missing was left open.
 * @typedef {{
 *   service?: string, level?: string, rank?: string, job?: string, position?: string, planned?: boolean,
 *   planned_position?: string, term?: string,
 * }} Person
 *
 * What a group says of its members: codes, or words; what nobody has told is missing. `exhaustive` says that its fields
 * tell all, `unasked` what no question asks for.
 * @typedef {{
 *   title: string, verification: string, service?: string[], level?: string[], rank?: string[], job?: string[],
 *   positions?: string[], planned?: boolean, term?: string, exhaustive?: boolean, parent?: string, collective?: string,
 *   unasked?: string[],
 * }} Group
 *
 * A group of a programme; with the article that says so where that is a document checked against its text.
 * @typedef {{document: string, title: string, article: string}} Basis
 * @typedef {{group: string, obligation?: string, basis?: Basis}} Audience
 *
 * @typedef {Omit<ClassTimes, "whole"> & {id: string, title: string}} Class
 * @typedef {{
 *   id: string, title: string, verification: string, groups: Audience[], times?: ProgramTimes, classes?: Class[],
 *   source?: {[kind: string]: string},
 * }} Program
 *
 * The published data: groups and programmes; by kind where records stand on the site, and the titles of what programmes
 * rest on; what the levels of confirmation are called.
 * @typedef {{
 *   groups: {[id: string]: Group}, programs: Program[], folders: {[kind: string]: string},
 *   sources: {[kind: string]: {[id: string]: string}}, verification: {[level: string]: string},
 * }} Data
 *
 * How a field of a group stands to the answer:
 *   met         the answer is among the group's codes, or is the same words whatever their capitals and marks
 *   near        of two wordings one begins the other
 *   apart       the level of a planned group is that of the post, which need not be that of the place of work
 *   collective  the bodies are only named together, which the level says already
 *   against     answered otherwise: another code, or words that other groups name and this one does not
 *   unanswered  left open
 *   strange     words that no group names: one may hold two posts, or call one by another name
 *   unasked     no question asks for it
 * @typedef {"met" | "near" | "apart" | "collective" | "against" | "unanswered" | "strange" | "unasked"} Outcome
 * @typedef {{field: string, outcome: Outcome, answer?: string, words?: string[]}} Match
 *
 * What a programme is to a person: stands in one of the lists, or in none.
 * @typedef {"right" | "perhaps" | "unknown" | "excluded"} ListName
 * @typedef {ListName | "never"} Verdict
 *
 * A group as judged; `within` is the parent that is right where the group itself says nothing.
 * @typedef {{group: Group, matches: Match[], verdict: Verdict, within?: Group}} Judged
 *
 * The words that any group names.
 * @typedef {{job: Set<string>, positions: Set<string>}} Named
 *
 * One programme as judged: the group that decided, the reason in a sentence, and where it stands on the day. `required`
 * holds the article of a document checked against its text that makes it so; `over` tells that it has gone by; `coming`
 * are the classes that are still to be dealt with, `ended` is how many are not.
 * @typedef {{
 *   program: Program, group: string, verdict: Verdict, reason: string, required?: Basis, over: boolean,
 *   state: Standing, coming: (Class & {standing: Standing})[], ended: number,
 * }} Entry
 *
 * @typedef {{[name in ListName]: Entry[]}} Lists
 */

/**
 * The programmes for a person in three lists, and in `excluded` those that a document checked against its text keeps
 * the person out of. A programme that stands in none of them is not meant for the person by its source, which is less
 * than a refusal.
 * @param {Data} data
 * @param {Person} person
 * @param {string} today YYYY-MM-DD
 * @returns {Lists}
 */
export function judge(data, person, today) {
  const groupOf = judging(data.groups, person);
  const entries = data.programs.map((program) => ({ ...verdictOn(program, groupOf), ...standing(program, today) }));
  entries.sort((one, other) => rank(one) - rank(other));
  const list = (/** @type {ListName} */ wanted) => entries.filter(({ verdict }) => verdict === wanted);
  return { right: list("right"), perhaps: list("perhaps"), unknown: list("unknown"), excluded: list("excluded") };
}

// What is required first, drafts last; else the order of the data, which is that of the titles.
/** @type {(entry: Entry) => number} */
function rank({ program, required }) {
  if (required) return -1;
  return program.verification === "draft" ? 1 : 0;
}

// The verdict on a group by its id, worked out once: hundreds of programmes share one.
/** @type {(groups: {[id: string]: Group}, person: Person) => (id: string) => Judged} */
function judging(groups, person) {
  const named = wordsNamed(Object.values(groups));
  /** @type {Map<string, Judged>} */
  const known = new Map();
  const groupOf = (/** @type {string} */ id) => {
    const judged = known.get(id) ?? verdictOnGroup(groups[id], person, named, groupOf);
    known.set(id, judged);
    return judged;
  };
  return groupOf;
}

/** @type {(group: Group, person: Person, named: Named, groupOf: (id: string) => Judged) => Judged} */
function verdictOnGroup(group, person, named, groupOf) {
  const matches = [...matchesOn(group, person, named)];
  return { group, matches, ...verdictOf(group, matches, group.parent ? groupOf(group.parent) : undefined) };
}

const OPEN = new Set(["unanswered", "strange", "unasked"]);

// From the fields to the group: the first that holds.
/** @type {(group: Group, matches: Match[], parent: Judged | undefined) => {verdict: Verdict, within?: Group}} */
function verdictOf(group, matches, parent) {
  const outcomes = matches.map(({ outcome }) => outcome);
  if (outcomes.includes("against")) return { verdict: "never" };
  const saysSomething = outcomes.length > 0;
  if (saysSomething && group.exhaustive && outcomes.every((outcome) => outcome === "met")) return { verdict: "right" };
  if (saysSomething && !outcomes.some((outcome) => OPEN.has(outcome))) return { verdict: "perhaps" };
  return parent?.verdict === "right" ? { verdict: "perhaps", within: parent.group } : { verdict: "unknown" };
}

/** @type {(group: Group, person: Person, named: Named) => Generator<Match>} */
function* matchesOn(group, person, named) {
  if (group.service) yield ofCodes("service", group.service, person.service);
  if (group.rank) yield ofCodes("rank", group.rank, person.rank);
  if (group.level) yield ofCodes("level", group.level, person.level, group.planned ? "apart" : "against");
  if (group.job) yield ofWords("job", group.job, person.job, named.job);
  const position = group.planned ? "planned_position" : "position";
  if (group.positions) yield ofWords(position, group.positions, person[position], named.positions);
  if (group.planned) yield ofCodes("planned", [true], person.planned);
  if (group.term) yield ofCodes("term", [group.term], person.term);
  if (group.collective) yield { field: "collective", outcome: "collective", words: [group.collective] };
  for (const words of group.unasked ?? []) yield { field: "unasked", outcome: "unasked", words: [words] };
}

/** @type {<T>(field: string, codes: T[], answer: T | undefined, otherwise?: Outcome) => Match} */
function ofCodes(field, codes, answer, otherwise = "against") {
  if (answer === undefined) return { field, outcome: "unanswered" };
  return { field, outcome: codes.includes(answer) ? "met" : otherwise };
}

/** @type {(field: string, words: string[], answer: string | undefined, named: Set<string>) => Match} */
function ofWords(field, words, answer, named) {
  const mine = syllables(answer ?? "");
  if (mine === "") return { field, outcome: "unanswered" };
  if (words.some((each) => syllables(each) === mine)) return { field, outcome: "met" };
  const near = words.filter((each) => begins(syllables(each), mine) || begins(mine, syllables(each)));
  if (near.length > 0) return { field, outcome: "near", answer, words: near };
  return { field, outcome: named.has(mine) ? "against" : "strange", answer, words };
}

// Words as they are compared: folded, single spaces between their syllables, one at the end so that «phó» does not
// begin «phóng viên».
/** @type {(words: string) => string} */
const syllables = (words) => (fold(words).match(/[\p{L}\p{N}]+/gu) ?? []).map((each) => `${each} `).join("");
/** @type {(beginning: string, whole: string) => boolean} */
const begins = (beginning, whole) => whole.startsWith(beginning);

/** @type {(groups: Group[]) => Named} */
function wordsNamed(groups) {
  const all = (/** @type {"job" | "positions"} */ field) =>
    new Set(groups.flatMap((group) => group[field] ?? []).map(syllables));
  return { job: all("job"), positions: all("positions") };
}

const ORDER = ["right", "perhaps", "unknown", "never"];

// A programme takes the best of its groups; of equals one that makes it required.
/**
 * @param {Program} program
 * @param {(id: string) => Judged} groupOf
 * @returns {Pick<Entry, "program" | "group" | "verdict" | "required" | "reason">}
 */
function verdictOn(program, groupOf) {
  const judged = program.groups
    .map((audience) => ({ audience, ...groupOf(audience.group) }))
    .map((each) => ({ ...each, required: requirement(each) }))
    .sort((one, other) => placeOf(one) - placeOf(other));
  const [best] = judged;
  const verdict = best.verdict === "never" && judged.every(isBinding) ? "excluded" : best.verdict;
  const reason = reasonOf({ ...best, verdict });
  return { program, group: best.audience.group, verdict, required: best.required, reason };
}

/** @type {(judged: Judged & {required?: Basis}) => number} */
const placeOf = ({ verdict, required }) => 2 * ORDER.indexOf(verdict) + (required ? 0 : 1);

// The data names a basis only where that is confirmed as official and its article is known; what the group says must be
// as certain.
/** @type {(judged: Judged & {audience: Audience}) => boolean} */
const isBinding = ({ audience, group }) => audience.basis !== undefined && group.verification === "official";

/** @type {(judged: Judged & {audience: Audience}) => Basis | undefined} */
function requirement(judged) {
  const isRequired = judged.verdict === "right" && judged.audience.obligation === "required" && isBinding(judged);
  return isRequired ? judged.audience.basis : undefined;
}

/** @type {(program: Program, today: string) => Pick<Entry, "state" | "over" | "coming" | "ended">} */
function standing({ times = {}, classes = [] }, today) {
  const { ahead, past } = classesOn(today, classes.map((each) => ({ ...each, whole: times })));
  const { over } = recordStanding(today, times, { ahead, past });
  return { state: standingOn(today, times), over, coming: ahead, ended: past.length };
}
