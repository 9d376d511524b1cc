// Duties that have gone by, folded away at the end of their table behind a button each.

import { element } from "../common/element.js";
import { counted } from "../common/words.js";

/** @import { Gone } from "./gone.js" */

/** @type {[gone: Gone, words: string][]} */
const FOLDS = [
  ["closed", "đã hết hạn gửi danh sách hoặc đã khai giảng"],
  ["over", "đã qua"],
];

/**
 * What is folded behind a button, and whether it is open.
 * @typedef {{button: HTMLButtonElement, head: HTMLElement, body: HTMLElement, words: string}} Fold
 */

/**
 * The folds of a table, to be filled; an empty one is not shown.
 * @param {HTMLTableElement} table
 * @param {number} number the table's among those of the page
 * @returns {Map<Gone, Fold>}
 */
export function foldsOf(table, number) {
  const width = table.tHead?.rows[0]?.cells.length ?? 1;
  const folds = FOLDS.map(([gone, words]) => /** @type {[Gone, Fold]} */ ([
    gone, newFold(`_duties-${number}-${gone}`, words, width),
  ]));
  for (const [, { head, body }] of folds) [...table.tBodies].at(-1)?.after(head, body);
  return new Map(folds);
}

/** @type {(id: string, words: string, width: number) => Fold} */
function newFold(id, words, width) {
  const control = { type: "button", class: "duties__fold", "aria-expanded": "false", "aria-controls": id };
  const button = element("button", control);
  const body = element("tbody", { id, hidden: "" });
  button.addEventListener("click", () => {
    body.hidden = !body.hidden;
    button.setAttribute("aria-expanded", String(!body.hidden));
  });
  const cell = element("th", { colspan: String(width), scope: "rowgroup" }, button);
  return { button, body, words, head: element("tbody", { hidden: "" }, element("tr", {}, cell)) };
}

/**
 * Puts rows behind those that are folded already.
 * @param {Fold} fold
 * @param {HTMLTableRowElement[]} rows
 */
export function foldAway({ button, head, body, words }, rows) {
  body.append(...rows);
  head.hidden = body.childElementCount === 0;
  button.textContent = `${counted(body.childElementCount)} mục ${words}`;
}
