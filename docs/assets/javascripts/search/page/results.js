// Draws what was found: each result with its title, what it is, where it stands today, what decides, and its classes.

import { element, markedTitle, tag } from "../../common/element.js";
import { classesOf, spanOf, standingOf, timeOf } from "./standing.js";
import { dayInWords, kindOf, labelOf } from "./words.js";

const FEW = 4;

/** A result as an item of a list. `root` is the site's root, `labels` the words of codes, `today` the reader's day. */
export function resultItem(result, { root, labels, today }) {
  const classes = classesOf(result, today);
  const standing = standingOf(result, classes, today);
  const address = new URL(result.url, root).href;
  const sort = result.draft ? "draft" : standing?.phase === "past" ? "past" : undefined;
  return element(
    "li", { class: sort, "data-program": result.kind === "program" && result.id },
    element("a", { href: address }, markedTitle(result.title, result.highlights)),
    tagsOf(result, standing, labels),
    ...decidingOf(result, classes),
    ...classLists(classes, address),
  );
}

function tagsOf({ kind, category, verification }, standing, labels) {
  const sorts = kind === "program" && category.length > 0 ? category.map((code) => labelOf(labels, "category", code)) : [kindOf(kind)];
  const tags = element("p", { class: "tags" }, ...sorts.filter(Boolean).map((words) => tag(words, "training")));
  if (standing) tags.append(tag(standing.words, "planned", standing.phase));
  if (verification) tags.append(tag(labelOf(labels, "verification", verification) ?? verification, verification));
  return tags;
}

// What decides about a programme; for whom and by whom is said even where nobody has told.
function decidingOf(result, classes) {
  if (result.kind !== "program") return [];
  const lines = [
    ["Đối tượng", firstFew(result.groups) || UNKNOWN],
    ["Chủ trì", result.lead || UNKNOWN],
    ["Thời gian", timeOf(result, classes)],
    ["Địa điểm", result.venue],
    ["Chỉ tiêu", result.amount],
  ];
  return [element("p", { class: "meta" }, ...lines.filter(([, words]) => words).flatMap(([label, words]) => [decidingLine(label, words), " "]))];
}

const UNKNOWN = "chưa có thông tin";
const decidingLine = (label, words) => element("span", {}, `${label} `, words === UNKNOWN ? element("span", { class: "unknown" }, words) : element("b", {}, words));
const firstFew = (names) => names.slice(0, FEW).join("; ") + (names.length > FEW ? ` và ${names.length - FEW} đối tượng khác` : "");

// The classes that are still to be dealt with, where there is more to say of them than the programme says; the past ones behind their number.
function classLists({ ahead, past }, address) {
  const lists = ahead.length > 1 || (ahead.length === 1 && past.length > 0) ? [classList(ahead.slice(0, FEW), ahead.length - FEW, address)] : [];
  if (past.length > 0) {
    lists.push(element("details", { class: "results__past" }, element("summary", {}, `${past.length} lớp đã qua`), classList(past.slice(-MOST_PAST), past.length - MOST_PAST, address)));
  }
  return lists;
}

const MOST_PAST = 20;

function classList(classes, rest, address) {
  const list = element("ul", { class: "results__classes" }, ...classes.map((each) => classItem(each, address)));
  if (rest > 0) list.append(element("li", {}, element("a", { href: address }, `và ${rest} lớp khác`)));
  return list;
}

function classItem(each, address) {
  const item = element("li", {}, element("a", { href: `${address}#${encodeURIComponent(each.id)}` }, nameOf(each)));
  if (each.deadline) item.append(`, hạn gửi danh sách ${dayInWords(each.deadline)}`);
  if (each.standing) item.append(" ", tag(each.standing.words, "planned", each.standing.phase));
  return item;
}

const nameOf = (each) => `Lớp ${each.start ? spanOf(each) : "chưa có thông tin ngày học"}`;
