// Draws what was found: each result with its title, what it is, where it stands today, what decides, and its classes.

import { element, markedTitle, stateTag, tag } from "../../common/element.js";
import { dayInWords } from "../../common/words.js";
import { classesOf, spanOf, standingOf, timeOf } from "./standing.js";
import { kindOf, labelOf } from "./words.js";

/**
 * @import { Standing } from "../../common/standing.js"
 * @import { Stretch } from "../engine/highlights.js"
 * @import { Labels } from "../engine/records.js"
 * @import { Result } from "../engine/session.js"
 * @import { Classes, StandingClass } from "./standing.js"
 *
 * What a drawing needs besides a result: the site's root, the words of codes, the reader's day, how the list is sorted,
 * whether all data is there, and what is said once above the results: how far most records are confirmed, and what sort
 * all are of that came first.
 * @typedef {{
 *   root: string, labels: Labels, today: string, sort: string, isWhole: boolean, usual: string, shared: string,
 * }} Surroundings
 *
 * A fact about a programme: what it is, the words, and where in them the query is answered.
 * @typedef {{label: string, words: string, highlights: Stretch[]}} Fact
 */

const FEW = 4;
const SHARED_BY = 3;
const MOST_PAST = 20;
const UNKNOWN = "chưa có thông tin";

/**
 * A result as an item of a list.
 * @param {Result} result
 * @param {Surroundings} surroundings
 */
export function resultItem(result, surroundings) {
  const { root, today } = surroundings;
  const classes = classesOf(result, today);
  const standing = standingOf(result, classes, today);
  const address = new URL(result.url, root).href;
  const sort = result.draft ? "draft" : standing.over && "past";
  const facts = factsOf(result, classes, surroundings);
  return element(
    "li", { class: sort, "data-program": result.kind === "program" && result.id },
    element("a", { href: address }, markedTitle(result.title, result.highlights)),
    ...tagsOf(result, standing, surroundings),
    ...whyOf(result, facts),
    ...decidingOf(facts),
    ...classLists(classes, address),
  );
}

/** @type {(result: Result, labels: Labels) => string[]} */
function sortsOf({ kind, category }, labels) {
  if (kind !== "program" || category.length === 0) return [kindOf(kind)];
  return category.flatMap((code) => labelOf(labels, "category", code) ?? []);
}

/** @type {(result: Result, labels: Labels) => string} */
const sortOf = (result, labels) => sortsOf(result, labels).join(", ");

/**
 * What sort all of some results are of; empty where they are of several, or few.
 * @param {Result[]} results
 * @param {Labels} labels
 */
export function sharedSort(results, labels) {
  const sorts = new Set(results.map((result) => sortOf(result, labels)));
  return results.length >= SHARED_BY && sorts.size === 1 ? [...sorts][0] : "";
}

/**
 * The same in words, before those that say how far most are confirmed, if they do.
 * @param {string} sort
 * @param {string} usual
 */
export function sharedInWords(sort, usual) {
  return sort && `Loại: ${sort.toLowerCase()}${usual ? " · " : ", trừ mục có ghi khác."}`;
}

/** @type {(result: Result, standing: Standing, surroundings: Surroundings) => HTMLElement[]} */
function tagsOf(result, standing, { labels, usual, shared }) {
  const { verification } = result;
  const tags = sortOf(result, labels) === shared ? [] : sortsOf(result, labels).map((words) => tag(words, "training"));
  if (standing.words) tags.push(stateTag(standing));
  const level = labelOf(labels, "verification", verification) ?? verification;
  if (level && verification !== usual) tags.push(tag(level, verification));
  return tags.length > 0 ? [element("p", { class: "tags" }, ...tags)] : [];
}

// What decides about a programme; for whom and by whom is said even where nobody has told, once that is known.
/** @type {(result: Result, classes: Classes, surroundings: Surroundings) => Fact[]} */
function factsOf(result, classes, { isWhole, sort }) {
  if (result.kind !== "program") return [];
  const unknown = isWhole ? UNKNOWN : "";
  const facts = [
    ["Đối tượng", firstFew(result.groups) || unknown],
    ["Chủ trì", result.lead || unknown],
    ["Thời gian", timeOf(result, classes, sort)],
    ["Địa điểm", result.venue],
    ...Object.entries(result.amounts),
  ].filter(([, words]) => words);
  return facts.map(([label, words]) => ({ label, words, highlights: highlightsIn(words, result.why) }));
}

// The words that tell why a result is there are marked where they stand among its facts.
/** @type {(words: string, why: Result["why"]) => Stretch[]} */
function highlightsIn(words, why) {
  const at = why ? words.indexOf(why.text) : -1;
  if (!why || at < 0) return [];
  return why.highlights.map(([start, end]) => [start + at, end + at]);
}

/** @type {(facts: Fact[]) => HTMLElement[]} */
function decidingOf(facts) {
  if (facts.length === 0) return [];
  return [element("p", { class: "meta" }, ...facts.flatMap((fact) => [decidingLine(fact), " "]))];
}

/** @type {(fact: Fact) => HTMLElement} */
function decidingLine({ label, words, highlights }) {
  const told = words === UNKNOWN
    ? element("span", { class: "unknown" }, words)
    : element("b", {}, markedTitle(words, highlights));
  return element("span", {}, `${label} `, told);
}

// Why it is there, where neither its title nor one of its facts tells.
/** @type {(result: Result, facts: Fact[]) => HTMLElement[]} */
function whyOf({ why }, facts) {
  if (!why || facts.some(({ highlights }) => highlights.length > 0)) return [];
  const label = why.label ? `${why.label}: ` : "";
  return [element("p", { class: "meta results__why" }, label, markedTitle(why.text, why.highlights))];
}

/** @type {(names: string[]) => string} */
function firstFew(names) {
  const rest = names.length > FEW ? ` và ${names.length - FEW} đối tượng khác` : "";
  return names.slice(0, FEW).join("; ") + rest;
}

// The classes that are still to be dealt with, where there is more to say of them than the programme says; the past
// ones behind their number.
/** @type {(classes: Classes, address: string) => HTMLElement[]} */
function classLists({ ahead, past }, address) {
  const saysMore = ahead.length > 1 || (ahead.length === 1 && past.length > 0);
  const lists = saysMore ? [classList(ahead.slice(0, FEW), ahead.length - FEW, address)] : [];
  if (past.length === 0) return lists;
  const list = classList(past.slice(-MOST_PAST), past.length - MOST_PAST, address);
  const summary = element("summary", {}, `${past.length} lớp đã qua`);
  return [...lists, element("details", { class: "results__past" }, summary, list)];
}

/** @type {(classes: StandingClass[], rest: number, address: string) => HTMLElement} */
function classList(classes, rest, address) {
  const list = element("ul", { class: "results__classes" }, ...classes.map((each) => classItem(each, address)));
  if (rest > 0) list.append(element("li", {}, element("a", { href: address }, `và ${rest} lớp khác`)));
  return list;
}

/** @type {(each: StandingClass, address: string) => HTMLElement} */
function classItem(each, address) {
  const link = element("a", { href: `${address}#${encodeURIComponent(each.id)}` }, nameOf(each));
  const item = element("li", {}, link);
  if (each.deadline) item.append(`, hạn gửi danh sách ${dayInWords(each.deadline)}`);
  if (each.standing.phase !== "unknown") item.append(" ", stateTag(each.standing));
  return item;
}

/** @type {(each: StandingClass) => string} */
const nameOf = (each) => `Lớp ${each.start ? spanOf(each) : "chưa có thông tin ngày học"}`;
