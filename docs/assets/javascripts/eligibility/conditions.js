// How what a group says of its members stands to the answers of a person, field by field.

import { postsOf } from "./posts.js";

/**
 * @import { Group } from "./data.js"
 * @import { Read, WordQuestion } from "./wordings.js"
 *
 * The answers of a person; one that is missing was left open.
 * @typedef {{
 *   service?: string, level?: string, block?: string, rank?: string, job?: string, position?: string,
 *   planned?: boolean, planned_position?: string, term?: string,
 * }} Person
 *
 * How a field of a group stands to the answer:
 *   met         the answer is among the group's codes, or is what its words name, with its level or without
 *   near        of two wordings one begins the other
 *   apart       the level of a planned group is that of the post, which need not be that of the place of work
 *   collective  the bodies are only named together, which the level says already
 *   against     answered otherwise: another code, or words that other groups name and this one does not
 *   unanswered  left open
 *   strange     words that no group names: one may hold two posts, or call one by another name
 *   unasked     no question asks for it
 * @typedef {"met" | "near" | "apart" | "collective" | "against" | "unanswered" | "strange" | "unasked"} Outcome
 *
 * A condition of a group: the question that it is about, what became of it, what would meet it, what was answered;
 * `follows` tells that the answer is taken from the post.
 * @typedef {{field: string, outcome: Outcome, needed: string[], answer?: string, follows?: boolean}} Match
 */

/**
 * Every condition of a group for a person.
 * @param {Group} group
 * @param {Person} person
 * @param {Person} follows answers that follow from those of the person
 * @param {Read} read
 */
export function matchesOn(group, person, follows, read) {
  const matches = [...conditionsOf(group, { ...follows, ...person }, read)];
  return matches.map((match) => (match.field in follows ? { ...match, follows: true } : match));
}

/** @type {(group: Group, person: Person, read: Read) => Generator<Match>} */
function* conditionsOf(group, person, read) {
  if (group.service) yield ofCodes("service", group.service, person.service);
  if (group.block) yield ofCodes("block", group.block, person.block);
  if (group.rank) yield ofCodes("rank", group.rank, person.rank);
  if (group.level) yield ofCodes("level", group.level, person.level, group.planned ? "apart" : "against");
  if (group.job) yield ofWords("job", group.job, group, person, read);
  const posts = postsOf(group);
  if (posts) yield ofWords(group.planned ? "planned_position" : "position", posts, group, person, read);
  if (group.planned) yield ofCodes("planned", ["true"], asCode(person.planned));
  if (group.term) yield ofCodes("term", [group.term], person.term);
  if (group.collective) yield { field: "collective", outcome: "collective", needed: [group.collective] };
  for (const words of group.unasked ?? []) yield { field: "unasked", outcome: "unasked", needed: [words] };
}

/** @param {boolean | undefined} answer */
const asCode = (answer) => (answer === undefined ? undefined : String(answer));

/** @type {(field: string, codes: string[], answer: string | undefined, otherwise?: Outcome) => Match} */
function ofCodes(field, codes, answer, otherwise = "against") {
  if (answer === undefined) return { field, outcome: "unanswered", needed: codes };
  return { field, outcome: codes.includes(answer) ? "met" : otherwise, needed: codes, answer };
}

// At the group's own level, «Chủ tịch UBND xã» is its «Chủ tịch UBND».
/** @type {(field: WordQuestion, words: string[], group: Group, person: Person, read: Read) => Match} */
function ofWords(field, words, { level = [] }, { [field]: typed = "" }, read) {
  if (!/[\p{L}\p{N}]/u.test(typed)) return { field, outcome: "unanswered", needed: words };
  const { same, near, levels } = read(field, typed);
  const met = words.filter((each) => same.has(each) || level.some((code) => levels.get(each)?.has(code)));
  if (met.length > 0) return { field, outcome: "met", needed: met, answer: typed };
  const begun = words.filter((each) => near.has(each));
  if (begun.length > 0) return { field, outcome: "near", needed: begun, answer: typed };
  return { field, outcome: same.size > 0 ? "against" : "strange", needed: words, answer: typed };
}
