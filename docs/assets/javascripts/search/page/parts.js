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
 * Gives some of the results of the answer that was drawn last, as many as are wanted at once; undefined where another
 * was drawn meanwhile.
 * @typedef {(from: number, to: number, count?: number) => Promise<Result[] | undefined>} More
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
 * @returns {(answer: Answer<Result>, unfolded: Unfolded, lengths: number[]) => Promise<unknown>} shows an answer, the
 *   lists in their order so long at first; until what is unfolded is there
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
  const [scattered, drafts, partly] = [fold("scattered"), fold("drafts"), fold("partly")];
  const others = (/** @type {keyof typeof OTHERS} */ name, /** @type {ReturnType<typeof openFold>} */ of) => {
    return openOthers(name, of, () => wanted[name] === true, needs.unfold);
  };
  const [showScattered, showPartly] = [others("scattered", scattered), others("partly", partly)];

  // Where there is nothing else they stand open, until there is.
  /** @param {Answer<Result>} answer @param {number} from @param {number} length */
  function showDrafts({ drafts: count }, from, length) {
    const isAlone = from === 0 && count > 0;
    if (isAlone || isOpened) drafts.place.open = isAlone;
    isOpened = isAlone;
    drafts.show({ from, to: from + count }, count > 0 ? countInWords({ right: 0, drafts: count }) : "", length);
    return from + count;
  }

  return (answer, unfolded, [, ...lengths]) => {
    [right, wanted] = [answer.right, unfolded];
    const found = answer.results.slice(0, right);
    const { labels, usual } = needs.known();
    shared = sharedSort(found, labels);
    part("shared").textContent = sharedInWords(shared, usual);
    results(found, right);
    const ofDrafts = showScattered(answer, right, lengths[0]);
    showPartly(answer, showDrafts(answer, ofDrafts, lengths[1]), lengths[2]);
    return Promise.all([scattered, drafts, partly].map(({ filled }) => filled()));
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
  /** @type {(answer: Answer<Result>, from: number, length: number) => number} */
  return ({ [name]: count }, from, length) => {
    const to = isWanted() ? from + count : from;
    place.open = isWanted();
    show({ from, to }, count > 0 ? OTHERS[name](count) : "", length);
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

  /** @type {Range | undefined} what was asked for last */
  let asked;
  /** @type {Promise<void> | undefined} */
  let filling;

  /** @param {Range} mine @param {number} length */
  async function fill(mine, length) {
    const found = mine.to > mine.from ? await more(mine.from, mine.to, length) : [];
    if (found && mine === range) list(found, mine.to - mine.from);
  }

  function fillIfOpen(length = STEP) {
    if (!place.open || asked === range) return;
    asked = range;
    filling = fill(range, length).catch((error) => {
      asked = undefined;
      fail(error);
    });
  }

  place.addEventListener("toggle", () => fillIfOpen());

  /** @param {Range} next @param {string} summary empty where there is nothing in it @param {number} length */
  function show(next, summary, length) {
    range = next;
    place.hidden = summary === "";
    if (summary) elementIn(place, "summary").textContent = summary;
    list([], 0);
    fillIfOpen(length);
  }

  return { place, show, filled: () => filling };
}
