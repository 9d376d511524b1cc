// «Tôi được cử học lớp nào?»: what groups and programmes are to a person. Pure: data, answers and a day go in, lists
// come out. How a field stands to an answer is told in conditions.js; how fields come to a verdict, here.

import { classesOn, recordStanding } from "../common/classes.js";
import { standingOn } from "../common/standing.js";
import { matchesOn } from "./conditions.js";
import { following } from "./following.js";
import { isNaming, openNaming } from "./naming.js";
import { byNeed, tellingOf } from "./order.js";
import { reasonOf } from "./reasons.js";
import { openReader } from "./wordings.js";

/**
 * @import { Standing } from "../common/standing.js"
 * @import { Match, Person } from "./conditions.js"
 * @import { Audience, Class, First, Group, Labels, Law, Named, Program } from "./data.js"
 * @import { Read, ReadFrom } from "./wordings.js"
 *
 * What a programme is to a person: stands in one of the lists, or in none.
 * @typedef {"right" | "perhaps" | "unknown" | "excluded"} ListName
 * @typedef {ListName | "never"} Verdict
 *
 * A group as judged; `within` is the parent that is right where the group itself says nothing, `isNamed` tells that its
 * name has a post or job that the person typed, `naming` are the questions whose typed words it has somewhere: among
 * its posts or jobs, as good as among them, in its name, or as the post planned for that the person holds.
 * @typedef {{
 *   id: string, group: Group, matches: Match[], verdict: Verdict, within?: Group, isNamed: boolean,
 *   naming: Set<string>,
 * }} Judged
 *
 * @typedef {(id: string) => Judged} Judge
 *
 * One programme as judged: the group that decided, the reason in a sentence, the law behind it, and where it stands on
 * the day. `names` tells that one of its groups has the post or the job that the person typed; `required` that a
 * document checked against its text makes it so; `over` that it has gone by; `coming` are the classes that are still to
 * be dealt with, `ended` is how many are not; `record` is the one state of all.
 * @typedef {{
 *   program: Program, judged: Judged, verdict: Verdict, reason: string, law?: Law, names: boolean, required: boolean,
 *   over: boolean, state: Standing, record: Standing, coming: (Class & {standing: Standing})[], ended: number,
 * }} Entry
 *
 * @typedef {{[name in ListName]: Entry[]}} Lists
 */

/**
 * What judges groups for a person, each once: hundreds of programmes share one.
 * @param {First} first
 * @param {Person} person
 * @returns {Judge}
 */
export function judging(first, person) {
  const { groups } = first;
  const read = readerOf(first);
  const follows = following(groups, person, read);
  const namingOf = openNaming(person, read);
  /** @type {Map<string, Judged>} */
  const known = new Map();
  const judgeGroup = (/** @type {string} */ id) => {
    const judged = known.get(id) ?? judgedGroup(id, groups[id], matchesOn(groups[id], person, follows, read));
    known.set(id, judged);
    return judged;
  };
  /** @type {(id: string, group: Group, matches: Match[]) => Judged} */
  const judgedGroup = (id, group, matches) => {
    const parent = group.parent ? judgeGroup(group.parent) : undefined;
    const named = namingOf(id, group, matches);
    return { id, group, matches, ...named, ...verdictOf({ group, matches, ...named }, parent) };
  };
  return judgeGroup;
}

/** @type {WeakMap<First["groups"], Read>} */
const readers = new WeakMap();

/**
 * What reads words that are typed, made once for some groups.
 * @param {ReadFrom} first
 */
export function readerOf(first) {
  const reader = readers.get(first.groups) ?? openReader(first);
  readers.set(first.groups, reader);
  return reader;
}

const OPEN = new Set(["unanswered", "strange", "unasked"]);

// From the fields to the group: the first that holds. Whoever holds the post that a group names, or is called in its
// name, may be meant, whatever is still open: that is nearer than a group of all who are in a service.
/**
 * @param {Pick<Judged, "group" | "matches" | "isNamed">} of
 * @param {Judged | undefined} parent
 * @returns {Pick<Judged, "verdict" | "within">}
 */
function verdictOf({ group, matches, isNamed }, parent) {
  const outcomes = matches.map(({ outcome }) => outcome);
  if (outcomes.includes("against")) return { verdict: "never" };
  const saysSomething = outcomes.length > 0;
  if (saysSomething && group.exhaustive && outcomes.every((outcome) => outcome === "met")) return { verdict: "right" };
  const holdsPost = matches.some(({ field, outcome }) => field === "position" && outcome === "met");
  const isSettled = saysSomething && !outcomes.some((outcome) => OPEN.has(outcome));
  if (holdsPost || isNamed || isSettled) return { verdict: "perhaps" };
  return parent?.verdict === "right" ? { verdict: "perhaps", within: parent.group } : { verdict: "unknown" };
}

const RANKS = { right: 0, perhaps: 1, unknown: 2, never: 3, excluded: 3 };

/**
 * The verdict on programmes that name some groups together: that of the best of them.
 * @param {Named} named
 * @param {First["groups"]} groups
 * @param {Judge} judgeGroup
 * @returns {{verdict: Verdict, group: string}}
 */
export function verdictOnNamed({ groups: ids, binding }, groups, judgeGroup) {
  const best = ids.map(judgeGroup).reduce((one, other) => (RANKS[other.verdict] < RANKS[one.verdict] ? other : one));
  const isBound = binding && ids.every((id) => groups[id].verification === "official");
  return { verdict: best.verdict === "never" && isBound ? "excluded" : best.verdict, group: best.id };
}

/**
 * The programmes for a person in three lists, and in `excluded` those that a document checked against its text keeps
 * the person out of. A programme that stands in none of them is not meant for the person by its source, which is less
 * than a refusal.
 * @param {First & {programs: Iterable<Program>}} data
 * @param {Person} person
 * @param {string} today YYYY-MM-DD
 * @returns {Lists}
 */
export function judge({ programs, ...first }, person, today) {
  const judgeGroup = judging(first, person);
  const entries = Array.from(programs, (program) => entryOf(program, judgeGroup, first.labels, today));
  return parted(entries.sort(byNeed));
}

/**
 * Entries by their lists, in their order.
 * @param {Entry[]} entries
 * @returns {Lists}
 */
export function parted(entries) {
  const list = (/** @type {ListName} */ wanted) => entries.filter(({ verdict }) => verdict === wanted);
  return { right: list("right"), perhaps: list("perhaps"), unknown: list("unknown"), excluded: list("excluded") };
}

// A programme takes the best of its groups; of equals one that makes it required, or that says most of the person.
/** @type {(program: Program, judgeGroup: Judge, labels: Labels, today: string) => Entry} */
function entryOf(program, judgeGroup, labels, today) {
  const all = program.groups.map((audience) => ({ audience, judged: judgeGroup(audience.group) }))
    .map((each) => ({ ...each, required: isRequired(each) }))
    .sort((one, other) => rankOf(one) - rankOf(other) || tellingOf(other.judged) - tellingOf(one.judged));
  const [{ audience, judged, required }] = all;
  const verdict = judged.verdict === "never" && all.every(isBinding) ? "excluded" : judged.verdict;
  const law = audience.basis ?? judged.group.law;
  const naming = all.find((each) => isNaming(each.judged))?.judged;
  const beside = isNaming(judged) ? undefined : naming?.group;
  const reason = reasonOf({ ...judged, verdict, law, required, beside, labels });
  return { program, judged, verdict, law, names: naming !== undefined, required, reason, ...standing(program, today) };
}

/** @typedef {{audience: Audience, judged: Judged}} JudgedAudience */

/** @type {(each: JudgedAudience & {required: boolean}) => number} */
const rankOf = ({ judged: { verdict }, required }) => 2 * RANKS[verdict] + (required ? 0 : 1);

// What the group says must be as certain as the document that names it.
/** @type {(each: JudgedAudience) => boolean} */
const isBinding = ({ audience, judged }) =>
  audience.basis?.binding === true && judged.group.verification === "official";

/** @type {(each: JudgedAudience) => boolean} */
const isRequired = (each) =>
  each.judged.verdict === "right" && each.audience.obligation === "required" && isBinding(each);

/** @typedef {Pick<Entry, "state" | "record" | "over" | "coming" | "ended">} Place */

// Where a programme stands is the same whatever is answered.
/** @type {WeakMap<Program, {today: string, place: Place}>} */
const places = new WeakMap();

/** @type {(program: Program, today: string) => Place} */
function standing(program, today) {
  const known = places.get(program);
  if (known?.today === today) return known.place;
  const place = placeOn(program, today);
  places.set(program, { today, place });
  return place;
}

/** @type {(program: Program, today: string) => Place} */
function placeOn({ times = {}, classes = [] }, today) {
  const { ahead, past } = classesOn(today, classes.map((each) => ({ ...each, whole: times })));
  const record = recordStanding(today, times, { ahead, past });
  return { state: standingOn(today, times), record, over: record.over, coming: ahead, ended: past.length };
}
