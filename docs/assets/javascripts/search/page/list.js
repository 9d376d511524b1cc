// A list of results that grows while it is scrolled, or by a button.

import { resultItem } from "./results.js";

/** Results that are asked for and drawn at once: few, so that an old phone scrolls on. */
export const STEP = 15;

/**
 * Takes charge of a list and the button below it.
 * @param {{list: HTMLElement, more: HTMLElement}} places
 * @param {function(number): Promise<?Object[]>} fetchFrom gives the results from a place on; undefined where they are no longer wanted
 * @param {function(): Object} surroundings what `resultItem` needs besides a result
 * @returns {function(Object[], number): void} shows the first results of how many
 */
export function openList({ list, more }, fetchFrom, surroundings) {
  let total = 0;
  let isWaiting = false;
  const button = more.querySelector("button");
  const observer = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && grow(), { rootMargin: "800px" });

  async function grow() {
    if (isWaiting || list.children.length >= total) return;
    isWaiting = true;
    const before = list.lastElementChild;
    const results = await fetchFrom(list.children.length).catch(() => undefined);
    isWaiting = false;
    if (results && before === list.lastElementChild) append(results);
    else if (before !== list.lastElementChild) watch();
  }

  function append(results) {
    list.append(...results.map((result) => resultItem(result, surroundings())));
    more.hidden = list.children.length >= total;
    watch();
  }

  // An observer tells of changes alone; observed anew it tells whether the end of the list is in sight still.
  function watch() {
    observer.unobserve(more);
    observer.observe(more);
  }

  function begin(results, newTotal) {
    const focused = list.contains(document.activeElement) ? document.activeElement.href : undefined;
    total = newTotal;
    list.replaceChildren();
    append(results);
    list.hidden = total === 0;
    if (focused) [...list.querySelectorAll("a")].find((link) => link.href === focused)?.focus({ preventScroll: true });
  }

  button.addEventListener("click", async () => {
    const last = list.children.length;
    await grow();
    list.children[last]?.querySelector("a").focus({ preventScroll: true });
  });
  return begin;
}
