// What was found, in lists: the results, and folded those that have the words of the query here and there, what is not
// verified yet, and what has some of the words.

import { elementIn } from "../../common/element.js";
import { openList } from "./list.js";
import { sharedInWords, sharedSort } from "./results.js";
import { OTHERS, countInWords } from "./words.js";

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
 * What of the others is unfolded.
 * @typedef {{[others in keyof typeof OTHERS]?: boolean}} Unfolded
 *
 * What the lists need: more of the answer, what surrounds a result, whom a failure is told, and who is told that
 * the reader unfolds or folds some of the others.
 * @typedef {{
 *   more: More, known: () => Known, fail: (error: unknown) => void, unfold: (unfolded: Unfolded) => void,
 * }} Needs
 */

/** Results that are asked for and drawn at once: few, so that an old phone scrolls on. */
export const STEP = 15;

/**
 * Takes charge of the lists.
 * @param {(name: string) => HTMLElement} part
 * @param {Needs} needs
 * @returns {(answer: Answer<Result>, unfolded: Unfolded) => void} shows an answer
 */
export function openParts(part, needs) {
  let [right, shared, isOpened] = [0, "", false];
  /** @type {Unfolded} */
  let wanted = {};
  const surroundings = () => ({ ...needs.known(), shared });
  /** @param {string} name */
  const fold = (name) => openFold(/** @type {HTMLDetailsElement} */ (part(name)), needs, surroundings);
  const places = { list: part("results"), more: part("more") };
  const results = openList(places, (from) => needs.more(from, right), surroundings);
  const others = (/** @type {keyof typeof OTHERS} */ name) => {
    return openOthers(name, fold(name), () => wanted[name] === true, needs.unfold);
  };
  const [showScattered, showPartly] = [others("scattered"), others("partly")];
  const drafts = fold("drafts");

  // Where there is nothing else they stand open, until there is.
  /** @param {Answer<Result>} answer @param {number} from */
  function showDrafts({ drafts: count }, from) {
    const isAlone = from === 0 && count > 0;
    if (isAlone || isOpened) drafts.place.open = isAlone;
    isOpened = isAlone;
    drafts.show({ from, to: from + count }, count > 0 ? countInWords({ right: 0, drafts: count }) : "");
    return from + count;
  }

  return (answer, unfolded) => {
    [right, wanted] = [answer.right, unfolded];
    const found = answer.results.slice(0, right);
    const { labels, usual } = needs.known();
    shared = sharedSort(found, labels);
    part("shared").textContent = sharedInWords(shared, usual);
    results(found, right);
    showPartly(answer, showDrafts(answer, showScattered(answer, right)));
  };
}

/**
 * Takes charge of others, which are part of the answer while they are unfolded.
 * @param {keyof typeof OTHERS} name
 * @param {ReturnType<typeof openFold>} fold
 * @param {() => boolean} isWanted
 * @param {Needs["unfold"]} unfold
 */
function openOthers(name, { place, show }, isWanted, unfold) {
  place.addEventListener("toggle", () => {
    if (place.open !== isWanted()) unfold({ [name]: place.open });
  });
  // Those that begin at a place of the answer; gives where they end.
  return (/** @type {Answer<Result>} */ { [name]: count }, /** @type {number} */ from) => {
    const to = isWanted() ? from + count : from;
    place.open = isWanted();
    show({ from, to }, count > 0 ? OTHERS[name](count) : "");
    return to;
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
