// The desk of a body on the reader's day: it opens with the year that is to be read first, what has gone by is folded
// away, and links tell where there is still something to send.

import { offerCopying } from "../common/copy.js";
import { element } from "../common/element.js";
import { lastDay } from "../common/moment.js";
import { showStates } from "../common/states.js";
import { eachDay } from "../common/today.js";
import { foldAway, foldsOf } from "./folds.js";
import { goneBy } from "./gone.js";
import { openYear } from "./opening.js";
import { openPart, partsIn } from "./parts.js";

/** @import { Fold } from "./folds.js" */
/** @import { Gone } from "./gone.js" */

/** @type {HTMLTableElement[]} */
const tables = Array.from(document.querySelectorAll("table[data-duties]"));
const desks = new Map(tables.map((table, number) => [table, foldsOf(table, number)]));
let numbered = tables.length;

/** @type {NodeListOf<HTMLElement>} */
const known = document.querySelectorAll("[data-known-until]");

offerCopying();

eachDay((day) => {
  for (const [table, folds] of desks) foldRows(table, folds, day);
  openYear(day).then((taken) => taken.length > 0 && take(taken, day));
  markAllOpen(day);
  for (const each of known) tellAge(each, day);
});

// The tables that stood there have made room.
/** @param {HTMLTableElement[]} taken @param {string} day */
function take(taken, day) {
  for (const table of desks.keys()) if (!table.isConnected) desks.delete(table);
  for (const table of taken) {
    const folds = foldsOf(table, numbered);
    numbered += 1;
    showStates(table, day);
    desks.set(table, folds);
    foldRows(table, folds, day);
  }
  markAllOpen(day);
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
  if (table.caption && table.tBodies[0].rows.length === 0) tellNothingAhead(table.caption, day);
}

/** @param {HTMLTableCaptionElement} caption @param {string} day */
function tellNothingAhead(caption, day) {
  if (caption.querySelector("b")) return;
  caption.append(". ", element("b", {}, "Không còn việc nào phải gửi danh sách."));
  const next = openPart(partsIn(document), day)?.querySelector("a");
  if (next) caption.append(" Hạn gửi tiếp theo ở ", element("a", { href: next.href }, next.text.toLowerCase()), ".");
}

/** @param {string} day */
function markAllOpen(day) {
  for (const until of document.querySelectorAll(".desk-links .until")) markOpen(until, day);
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
