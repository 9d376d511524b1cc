// A list of results that grows while it is scrolled, or by a button.

import { elementIn } from "../../common/element.js";
import { counted } from "../../common/words.js";
import { resultItem } from "./results.js";

/**
 * @import { Result } from "../engine/session.js"
 * @import { Surroundings } from "./results.js"
 */

// Only towards the end: what grew above a reader who has gone on would move what is under the finger.
const AHEAD = "0px 0px 800px";

/**
 * Takes charge of a list and the button below it.
 * @param {{list: HTMLElement, more: HTMLElement}} places
 * @param {(from: number) => Promise<Result[] | undefined>} fetchFrom gives the results from a place on; undefined where
 *   they are no longer wanted
 * @param {() => Surroundings} surroundings
 * @returns {(results: Result[], total: number) => void} shows the first results of how many
 */
export function openList({ list, more }, fetchFrom, surroundings) {
  let [total, isWaiting] = [0, false];
  const observer = new IntersectionObserver((seen) => {
    if (seen.at(-1)?.isIntersecting) grow();
  }, { rootMargin: AHEAD });

  async function grow() {
    if (isWaiting || list.children.length >= total) return;
    isWaiting = true;
    const before = list.lastElementChild;
    const results = await fetchFrom(list.children.length).catch(() => undefined);
    isWaiting = false;
    if (results && before === list.lastElementChild) append(results);
    else if (before !== list.lastElementChild) watch();
  }

  /** @param {Result[]} results */
  function append(results) {
    list.append(...results.map((result) => resultItem(result, surroundings())));
    more.hidden = list.children.length >= total;
    elementIn(more, ".more__left").textContent = leftOut(total - list.children.length);
    watch();
  }

  // An observer tells of changes alone; observed anew it tells whether the end of the list is in sight still.
  function watch() {
    observer.unobserve(more);
    observer.observe(more);
  }

  elementIn(more, "button").addEventListener("click", async () => {
    const last = list.children.length;
    await grow();
    list.children[last]?.querySelector("a")?.focus({ preventScroll: true });
  });
  return (results, newTotal) => keepingFocus(list, () => {
    total = newTotal;
    list.replaceChildren();
    append(results);
    list.hidden = total === 0;
  });
}

/** @param {number} count */
const leftOut = (count) => `Bản in này chưa có ${counted(count)} kết quả sau đó.`;

// A link of the list that has the focus has it again once the list is drawn anew.
/** @param {HTMLElement} list @param {() => void} draw */
function keepingFocus(list, draw) {
  const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : undefined;
  draw();
  const link = [...list.querySelectorAll("a")].find((each) => each.getAttribute("href") === focused);
  link?.focus({ preventScroll: true });
}
