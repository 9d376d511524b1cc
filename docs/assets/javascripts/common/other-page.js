// Tables of other pages of the site, taken into this one.

/**
 * The first table that a selector finds on another page, with links that lead from here; undefined where there is none.
 * @param {string} address
 * @param {string} selector
 * @returns {Promise<HTMLTableElement | undefined>}
 */
export async function tableFrom(address, selector) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    /** @type {HTMLTableElement | null} */
    const table = page.querySelector(selector);
    for (const link of table?.querySelectorAll("a") ?? []) {
      link.href = new URL(link.getAttribute("href") ?? "", answer.url).href;
    }
    return table ?? undefined;
  } catch {
    return undefined;
  }
}
