// «Tôi được cử học lớp nào?»: which programmes are meant for a person. Pure: data, answers and a day go in, lists with reasons come out.
// What groups say of their members is data (assets/eligibility.json); how a field stands to an answer, and fields to a verdict, is told here.

import { reasonOf } from "./reasons.js";
import { standingOn, stateOn } from "../common/moment.js";
import { fold } from "../common/vietnamese.js";

/**
 * The answers of a person; one that is missing was left open.
 * @typedef {{service?: string, level?: string, rank?: string, job?: string, position?: string,
 *   planned?: boolean, planned_position?: string, term?: string}} Person
 *
 * One programme as judged: the group that decided, the reason in a sentence, and where it stands on the day.
 * `required` holds the article of a document checked against its text that makes it so, `over` tells that all of it has ended.
 * @typedef {{program: object, group: string, verdict: string, reason: string, required?: object, over: boolean, state?: object, coming: object[], ended: number}} Entry
 */

/**
 * The programmes for a person in three lists, and in `excluded` those that a document checked against its text keeps the person out of.
 * A programme that stands in none of them is not meant for the person by its source, which is less than a refusal.
 * @param {Person} person
 * @param {string} today YYYY-MM-DD
 * @returns {{right: Entry[], perhaps: Entry[], unknown: Entry[], excluded: Entry[]}}
 */
export function judge(data, person, today) {
  const groupOf = judging(data.groups, person);
  const lists = { right: [], perhaps: [], unknown: [], excluded: [] };
  for (const program of data.programs) {
    const entry = { ...verdictOn(program, groupOf), ...standing(program, today) };
    lists[entry.verdict]?.push(entry);
  }
  for (const list of Object.values(lists)) list.sort((one, other) => rank(one) - rank(other));
  return lists;
}

// What is required first, working entries last; else the order of the data, which is that of the titles.
const rank = (entry) => (entry.required ? -1 : entry.program.verification === "draft" ? 1 : 0);

// The verdict on a group by its id, worked out once: hundreds of programmes share one.
function judging(groups, person) {
  const named = wordsNamed(Object.values(groups));
  const known = new Map();
  const groupOf = (id) => {
    if (!known.has(id)) known.set(id, verdictOnGroup(groups[id], person, named, groupOf));
    return known.get(id);
  };
  return groupOf;
}

function verdictOnGroup(group, person, named, groupOf) {
  const findings = [...findingsOn(group, person, named)];
  const parent = group.parent && groupOf(group.parent);
  return { group, findings, ...verdictOf(group, findings, parent) };
}

const OPEN = new Set(["unanswered", "strange", "unasked"]);

// From the fields to the group: the first that holds.
function verdictOf(group, findings, parent) {
  if (findings.some(({ outcome }) => outcome === "against")) return { verdict: "never" };
  if (group.exhaustive && findings.length > 0 && findings.every(({ outcome }) => outcome === "met")) return { verdict: "right" };
  if (findings.length > 0 && !findings.some(({ outcome }) => OPEN.has(outcome))) return { verdict: "perhaps" };
  return parent?.verdict === "right" ? { verdict: "perhaps", within: parent.group } : { verdict: "unknown" };
}

/**
 * How each field that a group gives stands to the answers:
 *   met         the answer is among the group's codes, or is the same words whatever their capitals and marks
 *   near        of two wordings one begins the other
 *   apart       the level of a planned group is that of the post, which need not be that of the place of work
 *   collective  the bodies are only named together, which the level says already
 *   against     answered otherwise: another code, or words that other groups name and this one does not
 *   unanswered  left open
 *   strange     words that no group names: one may hold two posts, or call one by another name
 *   unasked     no question asks for it
 */
function* findingsOn(group, person, named) {
  for (const field of ["service", "rank"]) if (group[field]) yield ofCodes(field, group[field], person[field]);
  if (group.level) yield ofCodes("level", group.level, person.level, group.planned ? "apart" : "against");
  if (group.job) yield ofWords("job", group.job, person.job, named.job);
  if (group.positions) yield ofWords(group.planned ? "planned_position" : "position", group.positions, group.planned ? person.planned_position : person.position, named.positions);
  if (group.planned) yield ofCodes("planned", [true], person.planned);
  if (group.term) yield ofCodes("term", [group.term], person.term);
  if (group.collective) yield { field: "collective", outcome: "collective", words: [group.collective] };
  for (const words of group.unasked ?? []) yield { field: "unasked", outcome: "unasked", words: [words] };
}

function ofCodes(field, codes, answer, otherwise = "against") {
  if (answer === undefined) return { field, outcome: "unanswered" };
  return { field, outcome: codes.includes(answer) ? "met" : otherwise };
}

function ofWords(field, words, answer, named) {
  const mine = syllables(answer ?? "");
  if (mine === "") return { field, outcome: "unanswered" };
  if (words.some((each) => syllables(each) === mine)) return { field, outcome: "met" };
  const near = words.filter((each) => begins(syllables(each), mine) || begins(mine, syllables(each)));
  if (near.length > 0) return { field, outcome: "near", answer, words: near };
  return { field, outcome: named.has(mine) ? "against" : "strange", answer, words };
}

// Words as they are compared: folded, single spaces between their syllables, one at the end so that «phó» does not begin «phóng viên».
const syllables = (words) => (fold(words).match(/[\p{L}\p{N}]+/gu) ?? []).map((each) => `${each} `).join("");
const begins = (beginning, whole) => whole.startsWith(beginning);

function wordsNamed(groups) {
  const all = (field) => new Set(groups.flatMap((group) => group[field] ?? []).map(syllables));
  return { job: all("job"), positions: all("positions") };
}

const ORDER = ["right", "perhaps", "unknown", "never"];

// A programme takes the best of its groups; of equals one that makes it required.
function verdictOn(program, groupOf) {
  const judged = program.groups.map((audience) => ({ audience, ...groupOf(audience.group) })).map((each) => ({ ...each, required: requirement(each) }));
  const [best] = judged.sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict) || Number(!one.required) - Number(!other.required));
  const excluded = best.verdict === "never" && judged.every(isBinding);
  const verdict = excluded ? "excluded" : best.verdict;
  return { program, group: best.audience.group, verdict, required: best.required, reason: reasonOf({ ...best, verdict }) };
}

// The data names a basis only where that is confirmed as official and its article is known; what the group says must be as certain.
const isBinding = ({ audience, group }) => audience.basis !== undefined && group.verification === "official";

const requirement = (judged) => (judged.verdict === "right" && judged.audience.obligation === "required" && isBinding(judged) ? judged.audience.basis : undefined);

// Where a programme stands on a day: over once all its classes are; one without classes, or a class without days, as its plan's time tells.
function standing(program, today) {
  const ended = program.state?.sort === "done" || (program.end !== undefined && isPast(today, { end: program.end }));
  const classes = (program.classes ?? []).map((each) => ({ ...each, ...standingOn(today, each), ended: hasEnded(each, today, ended) }));
  const coming = classes.filter((each) => !each.ended);
  return { over: classes.length > 0 ? coming.length === 0 : ended, state: program.state && standingOn(today, program.state), coming, ended: classes.length - coming.length };
}

const isPast = (today, times) => stateOn(today, times)?.phase === "past";

const hasEnded = (each, today, otherwise) => each.over === true || (each.start || each.end || each.deadline ? isPast(today, each) : otherwise);
