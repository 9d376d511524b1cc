// What stands on other pages of the site, to be taken into this one.

/**
 * Another page, with links that lead from here; undefined where it cannot be had.
 * @param {string} address
 * @returns {Promise<Document | undefined>}
 */
export async function pageFrom(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const link of page.querySelectorAll("a")) {
      link.href = new URL(link.getAttribute("href") ?? "", answer.url).href;
    }
    return page;
  } catch {
    return undefined;
  }
}
