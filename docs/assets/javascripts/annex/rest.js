// The rows of a long annex that its page does not have: they are read from the page for paper, which has them all.

import { pageFrom } from "../common/other-page.js";

/**
 * The table that has every row; undefined where it cannot be had, or is that of another build, with other heads.
 * @param {string} address
 * @param {string[]} heads of the columns that it must have
 */
export async function wholeTable(address, heads) {
  const page = await pageFrom(address);
  /** @type {HTMLTableElement | null | undefined} */
  const table = page?.querySelector(".annex > table");
  const found = [...(table?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent);
  return String(found) === String(heads) ? table ?? undefined : undefined;
}
