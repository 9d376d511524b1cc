// What was found, in three lists: the results, those that have the words of the query here and there, and what is not
// verified yet; the last two are folded.

import { elementIn } from "../../common/element.js";
import { openList } from "./list.js";
import { sharedInWords, sharedSort } from "./results.js";
import { countInWords, scatteredInWords } from "./words.js";

/**
 * @import { Answer } from "../engine/engine.js"
 * @import { Result } from "../engine/session.js"
 * @import { Surroundings } from "./results.js"
 *
 * A stretch of the results of an answer.
 * @typedef {{from: number, to: number}} Range
 *
 * Gives some of the results of the answer that was drawn last; undefined where another was drawn meanwhile.
 * @typedef {(from: number, to: number) => Promise<Result[] | undefined>} More
 *
 * What surrounds a result, as far as the page knows it.
 * @typedef {Omit<Surroundings, "shared">} Known
 *
 * What the lists need: more of the answer, what surrounds a result, whom a failure is told, and who is told that
 * the reader unfolds or folds the scattered results.
 * @typedef {{
 *   more: More, known: () => Known, fail: (error: unknown) => void, unfold: (isWanted: boolean) => void,
 * }} Needs
 */

/** Results that are asked for and drawn at once: few, so that an old phone scrolls on. */
export const STEP = 15;

/**
 * Takes charge of the lists.
 * @param {(name: string) => HTMLElement} part
 * @param {Needs} needs
 * @returns {(answer: Answer<Result>, isUnfolded: boolean) => void} shows an answer
 */
export function openParts(part, needs) {
  let [right, shared, isWanted, isOpened] = [0, "", false, false];
  const surroundings = () => ({ ...needs.known(), shared });
  const places = { list: part("results"), more: part("more") };
  const results = openList(places, (from) => needs.more(from, right), surroundings);
  const scattered = openFold(/** @type {HTMLDetailsElement} */ (part("scattered")), needs, surroundings);
  const drafts = openFold(/** @type {HTMLDetailsElement} */ (part("drafts")), needs, surroundings);
  scattered.place.addEventListener("toggle", () => {
    if (scattered.place.open !== isWanted) needs.unfold(scattered.place.open);
  });

  /** @param {Answer<Result>} answer @param {number} published */
  function showScattered(answer, published) {
    const others = isWanted ? answer.apart : answer.scattered;
    scattered.place.open = isWanted;
    scattered.show({ from: right, to: isWanted ? published : right }, others > 0 ? scatteredInWords(others) : "");
  }

  // Where there is nothing else they stand open, until there is.
  /** @param {Answer<Result>} answer @param {number} published */
  function showDrafts({ total, drafts: count }, published) {
    const isAlone = published === 0 && count > 0;
    if (isAlone || isOpened) drafts.place.open = isAlone;
    isOpened = isAlone;
    drafts.show({ from: published, to: total }, count > 0 ? countInWords({ total: count, drafts: count }) : "");
  }

  return (answer, isUnfolded) => {
    const published = answer.total - answer.drafts;
    [right, isWanted] = [published - answer.apart, isUnfolded];
    const found = answer.results.slice(0, right);
    const { labels, usual } = needs.known();
    shared = sharedSort(found, labels);
    part("shared").textContent = sharedInWords(shared, usual);
    results(found, right);
    showScattered(answer, published);
    showDrafts(answer, published);
  };
}

/**
 * Takes charge of a list that is folded, and filled once it is open.
 * @param {HTMLDetailsElement} place
 * @param {Needs} needs
 * @param {() => Surroundings} surroundings
 */
function openFold(place, { more, fail }, surroundings) {
  /** @type {Range} */
  let range = { from: 0, to: 0 };
  const places = { list: elementIn(place, "ul"), more: elementIn(place, ".more") };
  const list = openList(places, (from) => more(range.from + from, range.to), surroundings);

  async function fill() {
    const mine = range;
    const found = mine.to > mine.from ? await more(mine.from, mine.to) : [];
    if (found && mine === range) list(found, mine.to - mine.from);
  }

  const fillIfOpen = () => place.open && fill().catch(fail);
  place.addEventListener("toggle", fillIfOpen);

  /** @param {Range} next @param {string} summary empty where there is nothing in it */
  function show(next, summary) {
    range = next;
    place.hidden = summary === "";
    if (summary) elementIn(place, "summary").textContent = summary;
    list([], 0);
    fillIfOpen();
  }

  return { place, show };
}
