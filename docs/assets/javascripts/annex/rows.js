// The rows of an annex as blocks, each a programme with its parts: what a column says of them, in which order that puts
// them, and which of them hold the words that somebody typed.

import { fold } from "../common/vietnamese.js";

/**
 * A programme with the rows of its parts and of what these come to. They are never torn apart.
 * @typedef {{whole: HTMLTableRowElement, parts: HTMLTableRowElement[]}} Block
 *
 * The column to sort by, counted from the left, and whether the largest comes first.
 * @typedef {{column: number, isDescending: boolean}} Order
 */

const SECTION = ".annex__section";
const SUBTOTAL = ".annex__subtotal";
const collator = new Intl.Collator("vi", { numeric: true });

/**
 * Whether a row is a programme, and neither a heading nor a sum.
 * @param {Element} row
 */
export const isProgram = (row) => !row.matches(`${SECTION}, ${SUBTOTAL}`);

/**
 * The blocks of some rows, in their order.
 * @param {Iterable<HTMLTableRowElement>} rows
 */
export function blocksOf(rows) {
  /** @type {Block[]} */
  const blocks = [];
  for (const row of rows) {
    if (row.matches(SECTION)) continue;
    const whole = row.matches(`.part, ${SUBTOTAL}`) ? blocks.at(-1) : undefined;
    if (whole) whole.parts.push(row);
    else blocks.push({ whole: row, parts: [] });
  }
  return blocks;
}

/**
 * The blocks in another order; those of which the column says nothing come last, whatever comes first.
 * @param {Block[]} blocks
 * @param {Order} order
 */
export function sorted(blocks, { column, isDescending }) {
  const valued = blocks.map((block) => ({ block, value: valueOf(block.whole.cells[column]) }));
  const known = valued.filter(({ value }) => value !== undefined);
  known.sort((one, other) => compared(one.value, other.value) * (isDescending ? -1 : 1));
  return [...known, ...valued.filter(({ value }) => value === undefined)].map(({ block }) => block);
}

/**
 * What a cell counts for in sorting: its number, its first day, else its words; undefined where nothing is known.
 * @param {HTMLElement} cell
 */
function valueOf(cell) {
  const words = (cell.textContent ?? "").trim();
  if (cell.matches(".unknown") || words === "") return undefined;
  if (cell.matches(".number")) return Number((/\d+(?:,\d+)?/.exec(words) ?? "0")[0].replace(",", "."));
  return cell.querySelector("time")?.dateTime ?? words;
}

/** @param {string | number | undefined} one @param {string | number | undefined} other */
function compared(one, other) {
  return typeof one === "number" && typeof other === "number" ? one - other : collator.compare(`${one}`, `${other}`);
}

/**
 * The rows that hold every word of a query, typed with marks or without. A programme that does shows its parts; a part
 * that does shows what it is part of.
 * @param {Block[]} blocks
 * @param {string} query
 */
export function matching(blocks, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const holds = (/** @type {HTMLElement} */ row) => {
    const text = fold(row.textContent ?? "");
    return words.every((word) => text.includes(word));
  };
  return new Set(blocks.flatMap(({ whole, parts }) => {
    if (holds(whole)) return [whole, ...parts];
    const found = parts.filter((part) => isProgram(part) && holds(part));
    return found.length > 0 ? [whole, ...found] : [];
  }));
}
