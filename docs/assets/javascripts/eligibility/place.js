// Whoever comes back from a programme finds the results as they were left: unfolded, as long, and at the same place.

import { foldsIn } from "./results.js";

/**
 * Which link was followed, how far from the top of the window it stood, which folds were open, how long lists were.
 * @typedef {{address: string, top: number, open: string[], lengths: {[list: string]: number}}} Place
 */

const FRAMES = 10;

/**
 * Notes the place in the history when a result is followed.
 * @param {HTMLElement} found
 */
export function keepPlace(found) {
  found.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (!link) return;
    /** @type {HTMLElement[]} */
    const lists = [...found.querySelectorAll("[data-list]")].filter((each) => each instanceof HTMLElement);
    const lengths = Object.fromEntries(lists.map(({ dataset, children }) => [dataset.list, children.length]));
    const open = foldsIn(found).filter((fold) => fold.open).map(({ dataset }) => dataset.fold);
    const { top } = link.getBoundingClientRect();
    history.replaceState({ address: link.getAttribute("href"), top, open, lengths }, "");
  });
}

/**
 * What was noted when the page was left; undefined where it is opened anew.
 * @returns {Place | undefined}
 */
export function placeLeft() {
  const place = history.state ?? undefined;
  if (place) history.scrollRestoration = "manual";
  return place;
}

/**
 * Unfolds what was open.
 * @param {HTMLElement} found
 * @param {Place} place
 */
export function unfoldAsLeft(found, { open }) {
  for (const fold of foldsIn(found)) if (open.includes(fold.dataset.fold ?? "")) fold.open = true;
}

/**
 * Leads back to the link that was followed, where it still is.
 * @param {HTMLElement} found
 * @param {Place} place
 */
export function returnTo(found, { address, top }) {
  const link = [...found.querySelectorAll("a")].find((each) => each.getAttribute("href") === address);
  history.replaceState(null, "");
  history.scrollRestoration = "auto";
  if (!link) return;
  link.focus({ preventScroll: true });
  hold(link, top, FRAMES);
}

// What comes into sight is laid out frame by frame, and moves what stands below it.
/** @param {Element} link @param {number} top @param {number} frames */
function hold(link, top, frames) {
  if (frames === 0) return;
  scrollBy(0, link.getBoundingClientRect().top - top);
  requestAnimationFrame(() => hold(link, top, frames - 1));
}
