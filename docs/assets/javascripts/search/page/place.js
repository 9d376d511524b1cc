// Whoever comes back to the list from one of its results finds it as it was left: as long, and with that result where
// it stood.

/**
 * How long the list was, which of its results was followed, and how far from the top of the window that stood.
 * @typedef {{length: number, at: number, top: number}} Place
 */

const FRAMES = 10;

/**
 * Notes the place in the history when a result is followed.
 * @param {Element} list
 */
export function keepPlace(list) {
  list.addEventListener("click", ({ target }) => {
    const item = target instanceof Element && target.closest("a") && target.closest("[data-results] > li");
    if (!item) return;
    const at = [...list.children].indexOf(item);
    history.replaceState({ length: list.children.length, at, top: item.getBoundingClientRect().top }, "");
  });
}

/**
 * What was noted when the page was left; undefined where it is opened anew. The browser's own way back knows no list
 * that is yet to come.
 * @returns {Place | undefined}
 */
export function placeLeft() {
  const place = history.state ?? undefined;
  if (place) history.scrollRestoration = "manual";
  return place;
}

/**
 * Leads back to the result that was followed, where it still is in the list.
 * @param {Element} list
 * @param {Place} place
 */
export function returnTo(list, { at, top }) {
  const item = list.children[at];
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
