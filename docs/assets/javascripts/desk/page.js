// The desk of a body on the reader's day: it opens with the year that is to be read first, what has gone by is folded
// away, and links tell where there is still something to send.

import { offerCopying } from "../common/copy.js";
import { element } from "../common/element.js";
import { lastDay } from "../common/moment.js";
import { eachDay } from "../common/today.js";
import { foldAway, foldsOf } from "./folds.js";
import { goneBy } from "./gone.js";
import { openYear } from "./opening.js";

/** @import { Fold } from "./folds.js" */
/** @import { Gone } from "./gone.js" */

/** @type {HTMLTableElement[]} */
const tables = Array.from(document.querySelectorAll("table[data-duties]"));
const desks = new Map(tables.map((table, number) => [table, foldsOf(table, number)]));

/** @type {NodeListOf<HTMLElement>} */
const known = document.querySelectorAll("[data-known-until]");

offerCopying();

eachDay((day) => {
  for (const [table, folds] of desks) foldRows(table, folds, day);
  openYear(day).then((table) => table && take(table, day));
  for (const until of document.querySelectorAll(".desk-links .until")) markOpen(until, day);
  for (const each of known) tellAge(each, day);
});

/** @param {HTMLTableElement} table @param {string} day */
function take(table, day) {
  const folds = foldsOf(table, desks.size);
  desks.set(table, folds);
  foldRows(table, folds, day);
}

// Time goes one way: what was folded away once never comes back.
/** @param {HTMLTableElement} table @param {Map<Gone, Fold>} folds @param {string} day */
function foldRows(table, folds, day) {
  const closed = folds.get("closed")?.body;
  const places = [table.tBodies[0], closed].filter((place) => place !== undefined);
  const rows = places.flatMap((place) => /** @type {HTMLTableRowElement[]} */ (Array.from(place.children)));
  const gone = rows.map((row) => ({ row, gone: goneBy(row, day) }));
  for (const [which, fold] of folds) {
    foldAway(fold, gone.filter((each) => each.gone === which).map(({ row }) => row));
  }
  if (table.caption && table.tBodies[0].rows.length === 0) tellNothingAhead(table.caption);
}

/** @param {HTMLTableCaptionElement} caption */
function tellNothingAhead(caption) {
  if (!caption.querySelector("b")) caption.append(". ", element("b", {}, "Mọi việc trong bảng này đã qua."));
}

/** @param {Element} until @param {string} day */
function markOpen(until, day) {
  const due = until.querySelector("time")?.getAttribute("datetime");
  until.querySelector(".tag")?.remove();
  if (due && lastDay(due) >= day) until.append(" ", element("span", { class: "tag" }, "còn hạn"));
}

/** @param {HTMLElement} newest @param {string} day */
function tellAge(newest, day) {
  const year = day.slice(0, 4);
  newest.querySelector("b")?.remove();
  if (year > (newest.dataset.knownUntil ?? "")) newest.append(element("b", {}, ` Chưa có dữ liệu năm ${year}.`));
}
