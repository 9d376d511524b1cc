// Which groups have the post or the job that a person typed, so that they stand before those of everyone.

import { postsOf } from "./posts.js";

/**
 * @import { Match, Person } from "./conditions.js"
 * @import { Group, Groups, Named } from "./data.js"
 * @import { Judge, Judged, Verdict } from "./verdict.js"
 * @import { Read, WordQuestion } from "./wordings.js"
 *
 * Whether a group has typed words in its name, and the questions whose words it has there or anywhere.
 * @typedef {{isNamed: boolean, naming: Set<string>}} Naming
 *
 * The groups that programmes name together, how many do, and the verdict on them.
 * @typedef {Pick<Named, "groups" | "count"> & {verdict: Verdict}} Asked
 *
 * Words that nothing right or possible has: how many of the undecided have them, the groups that do, but for which
 * there is no programme, and the questions that they answer instead.
 * @typedef {{typed: string, undecided: number, idle: Judged[], elsewhere: string[]}} Unnamed
 */

const IN_WORDS = new Set(["job", "position", "planned_position"]);
const HAS = new Set(["met", "near"]);
const SHOWN = new Set(["right", "perhaps"]);

/**
 * Tells of groups which words of a person they have.
 * @param {Person} person
 * @param {Read} read
 * @returns {(id: string, group: Group, matches: Match[]) => Naming}
 */
export function openNaming({ job, position }, read) {
  const held = position ? read("position", position) : undefined;
  const typed = { job: job ? read("job", job) : undefined, position: held };
  return (id, group, matches) => {
    // A name tells of a post only where no field does.
    const isCalled = !group.planned && !group.positions && !group.job;
    const named = Object.entries(typed).filter(([, reading]) => isCalled && reading?.naming.has(id));
    const fields = matches.filter(({ field, outcome }) => IN_WORDS.has(field) && HAS.has(outcome));
    const naming = new Set([...named.map(([question]) => question), ...fields.map(({ field }) => field)]);
    // The post held, among those planned for.
    if (postsOf(group)?.some((post) => held?.same.has(post) || held?.levels.has(post))) naming.add("position");
    return { isNamed: named.length > 0, naming };
  };
}

/**
 * Whether a group that may be meant has the reader's words; those typed for a question, if one is given.
 * @param {Pick<Judged, "verdict" | "naming">} judged
 * @param {string} [question]
 */
export function isNaming({ verdict, naming }, question) {
  return verdict !== "never" && (question ? naming.has(question) : naming.size > 0);
}

/**
 * The typed words that no programme has which is right or possible, where there are such programmes.
 * @param {Groups} groups
 * @param {Asked[]} audiences
 * @param {Person} person
 * @param {Judge} judgeGroup
 * @param {Read} read
 * @returns {Unnamed[]}
 */
export function unnamedOf(groups, audiences, person, judgeGroup, read) {
  if (!audiences.some(({ verdict }) => SHOWN.has(verdict))) return [];
  const used = new Set(audiences.flatMap((each) => each.groups));
  return Object.entries(person).filter(([question]) => IN_WORDS.has(question)).flatMap(([question, typed]) => {
    const having = Object.keys(groups).map(judgeGroup).filter((judged) => isNaming(judged, question));
    const ids = new Set(having.map(({ id }) => id));
    const naming = audiences.filter((each) => each.groups.some((id) => ids.has(id)));
    if (naming.some(({ verdict }) => SHOWN.has(verdict))) return [];
    const undecided = naming.reduce((sum, { count }) => sum + count, 0);
    const { answers } = read(/** @type {WordQuestion} */ (question), String(typed));
    const elsewhere = answers.map((answer) => answer.question);
    return [{ typed: String(typed), undecided, idle: having.filter(({ id }) => !used.has(id)), elsewhere }];
  });
}
