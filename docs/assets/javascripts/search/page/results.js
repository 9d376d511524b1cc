// Draws what was found: each result with its title, what it is, where it stands today, what decides, and its classes.

import { element, markedTitle, stateTag, tag } from "../../common/element.js";
import { dayInWords } from "../../common/words.js";
import { classesOf, spanOf, standingOf, timeOf } from "./standing.js";
import { kindOf, labelOf } from "./words.js";

/**
 * @import { Standing } from "../../common/standing.js"
 * @import { Labels } from "../engine/data.js"
 * @import { Result } from "../engine/session.js"
 * @import { Classes, StandingClass } from "./standing.js"
 *
 * What a drawing needs besides a result: the site's root, the words of codes, the reader's day, and how far most
 * records are confirmed, which is said once above them.
 * @typedef {{root: string, labels: Labels, today: string, usual: string}} Surroundings
 */

const FEW = 4;
const MOST_PAST = 20;
const UNKNOWN = "chưa có thông tin";

/**
 * A result as an item of a list.
 * @param {Result} result
 * @param {Surroundings} surroundings
 */
export function resultItem(result, { root, labels, today, usual }) {
  const classes = classesOf(result, today);
  const standing = standingOf(result, classes, today);
  const address = new URL(result.url, root).href;
  const sort = result.draft ? "draft" : standing.over && "past";
  return element(
    "li", { class: sort, "data-program": result.kind === "program" && result.id },
    element("a", { href: address }, markedTitle(result.title, result.highlights)),
    tagsOf(result, standing, labels, usual),
    ...decidingOf(result, classes),
    ...classLists(classes, address),
  );
}

/** @type {(result: Result, standing: Standing, labels: Labels, usual: string) => HTMLElement} */
function tagsOf({ kind, category, verification }, standing, labels, usual) {
  const sorts = kind === "program" && category.length > 0
    ? category.map((code) => labelOf(labels, "category", code))
    : [kindOf(kind)];
  const tags = element("p", { class: "tags" });
  for (const words of sorts) if (words) tags.append(tag(words, "training"));
  if (standing.words) tags.append(stateTag(standing));
  const level = labelOf(labels, "verification", verification) ?? verification;
  if (level && verification !== usual) tags.append(tag(level, verification));
  return tags;
}

// What decides about a programme; for whom and by whom is said even where nobody has told.
/** @type {(result: Result, classes: Classes) => HTMLElement[]} */
function decidingOf(result, classes) {
  if (result.kind !== "program") return [];
  const lines = [
    ["Đối tượng", firstFew(result.groups) || UNKNOWN],
    ["Chủ trì", result.lead || UNKNOWN],
    ["Thời gian", timeOf(result, classes)],
    ["Địa điểm", result.venue],
    ...Object.entries(result.amounts),
  ].filter(([, words]) => words);
  return [element("p", { class: "meta" }, ...lines.flatMap(([label, words]) => [decidingLine(label, words), " "]))];
}

/** @type {(label: string, words: string) => HTMLElement} */
function decidingLine(label, words) {
  const told = words === UNKNOWN ? element("span", { class: "unknown" }, words) : element("b", {}, words);
  return element("span", {}, `${label} `, told);
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
