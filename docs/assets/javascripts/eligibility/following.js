// What a post says of whoever holds it. A group that is called as a post is all who hold it, so what the group says of
// its members follows from the post; and a post may be told with its level, «Chủ tịch UBND xã».

import { isSame, postsOf } from "./posts.js";

/**
 * @import { Person } from "./conditions.js"
 * @import { Group, Groups } from "./data.js"
 * @import { Read } from "./wordings.js"
 *
 * The questions that a post may answer.
 * @typedef {"service" | "level" | "block" | "rank"} FollowingField
 *
 * @typedef {{post: string, group: Group}} Called
 */

/** @type {FollowingField[]} */
const FIELDS = ["service", "level", "block", "rank"];

/**
 * The answers that follow from the post of a person, where it leaves no choice and they were not answered otherwise.
 * @param {Groups} groups
 * @param {Person} person
 * @param {Read} read
 * @returns {Pick<Person, FollowingField>}
 */
export function following(groups, person, read) {
  if (!person.position) return {};
  const { same, levels } = read("position", person.position);
  const meant = calledIn(groups).filter(({ post }) => same.has(post)).map(({ group }) => group);
  const found = FIELDS.filter((field) => person[field] === undefined).map((field) => {
    const told = field === "level" ? [...levels.values()].flatMap((codes) => [...codes]) : [];
    return { field, codes: new Set([...told, ...meant.flatMap((group) => group[field] ?? [])]) };
  });
  return Object.fromEntries(found.filter(({ codes }) => codes.size === 1).map(({ field, codes }) => [field, ...codes]));
}

/** @type {WeakMap<Groups, Called[]>} */
const known = new WeakMap();

// The groups that are called as a post which they name.
/** @type {(groups: Groups) => Called[]} */
function calledIn(groups) {
  const called = known.get(groups) ?? Object.values(groups).filter(({ planned }) => !planned).flatMap((group) => {
    return (postsOf(group) ?? []).filter((post) => isSame(post, group.title)).map((post) => ({ post, group }));
  });
  known.set(groups, called);
  return called;
}
