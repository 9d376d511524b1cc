// The rows of a long annex that its page does not have: they are read from the page for paper, which has them all.

/**
 * The table that has every row, with the address that its links lead from; undefined where it cannot be had, or is that
 * of another build, whose columns are others.
 * @param {string} address
 * @param {string[]} heads of the columns that it must have
 */
export async function wholeTable(address, heads) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    /** @type {HTMLTableElement | null} */
    const table = page.querySelector(".annex > table");
    const found = [...(table?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent);
    return table && String(found) === String(heads) ? { table, address: answer.url } : undefined;
  } catch {
    return undefined;
  }
}
