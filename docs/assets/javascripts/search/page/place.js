// Whoever comes back to the lists from one of their results finds them as they were left: as long, and with that result
// where it stood.

/**
 * How long the lists were, which of them had the result that was followed, at which place, and how far from the top of
 * the window that stood.
 * @typedef {{lengths: number[], list: number, at: number, top: number}} Place
 */

const FRAMES = 10;

/**
 * Notes the place in the history when a result is followed.
 * @param {Element[]} lists
 */
export function keepPlace(lists) {
  lists.forEach((each, list) => each.addEventListener("click", ({ target }) => {
    const item = target instanceof Element && target.closest("a") && target.closest(".results > li");
    if (!item) return;
    const lengths = lists.map(({ childElementCount }) => childElementCount);
    const at = [...each.children].indexOf(item);
    history.replaceState({ lengths, list, at, top: item.getBoundingClientRect().top }, "");
  }));
}

/**
 * What was noted when the page was left; undefined where it is opened anew. The browser's own way back knows no list
 * that is yet to come.
 * @returns {Place | undefined}
 */
export function placeLeft() {
  const place = history.state?.lengths ? history.state : undefined;
  if (place) history.scrollRestoration = "manual";
  return place;
}

/**
 * Leads back to the result that was followed, where it still is in its list.
 * @param {Element[]} lists
 * @param {Place} place
 */
export function returnTo(lists, { list, at, top }) {
  const item = lists[list].children[at];
  history.replaceState(null, "");
  history.scrollRestoration = "auto";
  if (!item) return;
  item.querySelector("a")?.focus({ preventScroll: true });
  item.scrollIntoView();
  hold(item, top, FRAMES);
}

// What comes into sight is laid out frame by frame, and moves what stands below it.
/** @param {Element} item @param {number} top @param {number} frames */
function hold(item, top, frames) {
  if (frames === 0) return;
  scrollBy(0, item.getBoundingClientRect().top - top);
  requestAnimationFrame(() => hold(item, top, frames - 1));
}
