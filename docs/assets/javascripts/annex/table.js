// The table of an annex as it is shown: in the order of the plan, under the headings of its sections, or in that of a
// column; all of its rows, or those that hold some words.

import { blocksOf, isProgram, matching, sorted } from "./rows.js";

/**
 * @import { Block, Order } from "./rows.js"
 *
 * A section as it came. Its rows stand in another body while the table is sorted.
 * @typedef {{body: HTMLTableSectionElement, rows: HTMLTableRowElement[]}} Section
 */

export class AnnexTable {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.table = table;
    this.sections = sectionsIn(table);
    this.ordered = document.createElement("tbody");
  }

  /** The heads of the columns. */
  get heads() {
    return [...(this.table.tHead?.rows[0]?.cells ?? [])];
  }

  /**
   * Takes the rows of the same table on another page in place of its own.
   * @param {HTMLTableElement} other
   */
  take(other) {
    for (const { body } of this.sections) body.remove();
    this.sections = sectionsIn(other);
    this.table.caption?.replaceChildren(other.caption?.textContent ?? "");
  }

  /**
   * Shows the rows that hold the words of a query, in an order or in that of the plan. Gives how many programmes these
   * are, of how many.
   * @param {string} query
   * @param {Order | undefined} order
   */
  draw(query, order) {
    const rows = this.sections.flatMap((section) => section.rows);
    const blocks = blocksOf(rows);
    const found = matching(blocks, query);
    for (const row of rows) row.hidden = !found.has(row);
    if (order) this.show([{ body: this.ordered, rows: sorted(blocks, order).flatMap(rowsOf) }]);
    else this.showSections(found);
    return { shown: [...found].filter(isProgram).length, total: rows.filter(isProgram).length };
  }

  // The heading of a section stands as long as one of its rows does.
  /** @param {Set<HTMLTableRowElement>} found */
  showSections(found) {
    for (const { rows: [first, ...rest] } of this.sections) {
      if (!isProgram(first)) first.hidden = !rest.some((row) => found.has(row));
    }
    this.show(this.sections);
  }

  /** @param {Section[]} sections */
  show(sections) {
    for (const body of this.table.querySelectorAll("tbody")) body.remove();
    for (const { body, rows } of sections) body.replaceChildren(...rows);
    this.table.tHead?.after(...sections.map(({ body }) => body));
  }
}

/** @param {HTMLTableElement} table @returns {Section[]} */
const sectionsIn = (table) => [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));

/** @param {Block} block */
const rowsOf = ({ whole, parts }) => [whole, ...parts];
