// What words for posts and jobs mean. Posts that are named together share their end: «Chủ tịch, phó chủ tịch UBND» are
// the chairman and the vice-chairman of the committee, and «phó bí thư đảng ủy xã, phường» is one of either.

import { eachWord, syllable } from "../common/vietnamese.js";

/** @import { Group } from "./data.js" */

const PART = /[,;/]| (?:hoặc|hay) /;
const BETWEEN_POSTS = /\s*(?:[,;/]|\s(?:hoặc|hay|và)\s)\s*/;
const CHIEF = /(?<![a-z])(?:truong|chanh) /;
const LONGEST_TAIL = 2;

/**
 * The syllables of words, however they are marked, spelt i or y, in capitals or not; each with a space behind, so that
 * «phó» does not begin «phóng viên».
 * @param {string} words
 */
export function syllablesOf(words) {
  /** @type {string[]} */
  const found = [];
  eachWord(words, (start, end) => {
    found.push(`${syllable(words.slice(start, end)).sound} `);
  });
  return found;
}

/** @param {string[]} syllables */
export const row = (syllables) => syllables.join("");

/**
 * Whether two texts are the same words.
 * @param {string} one
 * @param {string} other
 */
export const isSame = (one, other) => row(syllablesOf(one)) === row(syllablesOf(other));

/** @type {WeakMap<string[], string[]>} */
const known = new WeakMap();

/**
 * The posts that a group names, each whole, whether they stand in one text or in several.
 * @param {Pick<Group, "positions">} group
 * @returns {string[] | undefined}
 */
export function postsOf({ positions }) {
  if (!positions) return undefined;
  const whole = known.get(positions) ?? wholePosts(positions);
  known.set(positions, whole);
  return whole;
}

/**
 * Posts that are named together, each with the end that it shares with its deputy's.
 * @param {string[]} named
 */
export function wholePosts(named) {
  const posts = named.flatMap(apart);
  return [...new Set(posts.flatMap((post, at) => {
    const ends = posts.map((other) => endBehind(other, fullCall(post))).filter(Boolean);
    if (ends.length === 0) ends.push(endBehind(posts[at + 1] ?? "", shortCall(post)));
    return ends.map((end) => `${post} ${end}`.trimEnd());
  }))];
}

// The posts in a text: a chief goes before the deputy. Anything else that commas divide may be one post.
/** @type {(words: string) => string[]} */
function apart(words) {
  const between = BETWEEN_POSTS.exec(words);
  if (!between) return [words];
  const chief = words.slice(0, between.index);
  const rest = words.slice(between.index + between[0].length);
  const isDeputy = [fullCall(chief), shortCall(chief)].some((call) => call && row(syllablesOf(rest)).startsWith(call));
  if (!isDeputy) return [words];
  return [chief, ...apart(rest.charAt(0).toLocaleUpperCase("vi") + rest.slice(1))];
}

// How a deputy is called, as a row of syllables; nothing where there is no such word. In full, «phó trưởng phòng», it
// says whose deputy it is; in short, «phó phòng» or «hiệu phó», only behind the post itself.

/** @param {string} chief */
function fullCall(chief) {
  const own = row(syllablesOf(chief));
  return own && `pho ${own}`;
}

/** @param {string} chief */
function shortCall(chief) {
  const own = row(syllablesOf(chief));
  return CHIEF.test(own) ? own.replace(CHIEF, "pho ") : "";
}

// What words that begin with a call say behind it, as far as they are about the one post.
/** @type {(words: string, call: string) => string} */
function endBehind(words, call) {
  if (!call || !row(syllablesOf(words)).startsWith(call)) return "";
  /** @type {number[]} */
  const starts = [];
  eachWord(words, (start) => {
    starts.push(start);
  });
  const length = call.split(" ").length - 1;
  const isOther = PART.test(words.slice(starts[length - 1], starts[length]));
  return length === starts.length || isOther ? "" : words.slice(starts[length]);
}

/**
 * All that words may mean, as rows of syllables: themselves, and the posts that they name together.
 * @param {string} words
 */
export function meaningsOf(words) {
  return [...new Set([row(syllablesOf(words)), ...wholePosts([words]).flatMap(meaningsOfOne)])];
}

/** @param {string} words */
function meaningsOfOne(words) {
  const parts = words.split(PART).map(syllablesOf).filter((part) => part.length > 0);
  const heads = parts.filter((part, at) => parts.slice(0, at).every((before) => before.length <= part.length));
  const full = heads.flatMap((head) => completed(head, heads));
  const swapped = full.flatMap((head) => parts.flatMap((part) => withTail(head, part)));
  return [syllablesOf(words), ...full, ...swapped].map(row);
}

// In «chăm sóc, điều dưỡng người có công» the first part may go on as the second does, or stand alone.
/** @type {(head: string[], heads: string[][]) => string[][]} */
function completed(head, heads) {
  const others = heads.filter((other) => other.length > head.length);
  return [head, ...others.map((other) => [...head, ...other.slice(head.length)])];
}

// «… đảng ủy xã, phường, thị trấn»: the last syllable or two make room for those of another part.
/** @type {(head: string[], part: string[]) => string[][]} */
function withTail(head, part) {
  if (part.length >= head.length) return [];
  return Array.from({ length: LONGEST_TAIL }, (_, cut) => [...head.slice(0, -cut - 1), ...part])
    .filter((made) => made.length > part.length);
}
