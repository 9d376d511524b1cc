// Whoever comes back to the list from one of its results finds it as it was left: as long, and with that result where it stood.

/** Notes in the history, when a result is followed, how long the list is and where the result stands. */
export function keepPlace(list) {
  list.addEventListener("click", ({ target }) => {
    const item = target.closest("a") && target.closest("[data-results] > li");
    if (item) history.replaceState({ length: list.children.length, at: [...list.children].indexOf(item), top: item.getBoundingClientRect().top }, "");
  });
}

/** What was noted when the page was left; undefined where it is opened anew. The browser's own way back knows no list that is yet to come. */
export function placeLeft() {
  const place = history.state ?? undefined;
  if (place) history.scrollRestoration = "manual";
  return place;
}

/** Leads back to the result that was followed, where it still is in the list. */
export function returnTo(list, { at, top }) {
  const item = list.children[at];
  history.replaceState(null, "");
  history.scrollRestoration = "auto";
  if (!item) return;
  item.querySelector("a").focus({ preventScroll: true });
  item.scrollIntoView();
  hold(item, top);
}

// What comes into sight is laid out frame by frame, and moves what stands below it.
async function hold(item, top) {
  for (let frame = 0; frame < FRAMES; frame += 1) {
    scrollBy(0, item.getBoundingClientRect().top - top);
    await new Promise(requestAnimationFrame);
  }
}

const FRAMES = 10;
