// The home page by the reader's clock: what comes next, which years are shown, and the next deadline of each.

import { element, elementIn } from "../common/element.js";
import { isFirstRenewal, isSuperseded } from "../common/renewal.js";
import { eachDay, today } from "../common/today.js";
import { dayInWords } from "../common/words.js";
import { showYears } from "./cards.js";
import { listOf, saidOf } from "./lists.js";
import { openMonths } from "./months.js";

/**
 * @import { Sort } from "./months.js"
 *
 * A place for what comes next: of which sort, in which months there are any days, the last of all in words.
 * @typedef {{place: HTMLElement, sort: Sort, months: string[], latest: string}} Coming
 */

const LISTED = 3;
const AHEAD = 30;
const LATEST = "9999-12-31";

const source = elementIn(document, "[data-home]").dataset.home ?? "";
const daysFrom = openMonths(new URL(source, location.href).href);
/** @type {NodeListOf<HTMLElement>} */
const places = document.querySelectorAll("[data-coming]");
/** @type {Coming[]} */
const all = Array.from(places, (place) => ({
  place,
  sort: /** @type {Sort} */ (place.dataset.coming),
  months: place.dataset.months?.split(" ") ?? [],
  latest: place.dataset.latest ?? "",
}));
const deadlines = all.find(({ sort }) => sort === "deadlines");

/** @param {string} day @param {Coming} coming */
async function showComing(day, { place, sort, months, latest }) {
  const soon = await daysFrom(sort, months, { from: day, until: daysAfter(day, AHEAD) });
  const next = await daysFrom(sort, months, { from: day, until: LATEST }, LISTED);
  if (day !== today()) return;
  const list = next.length > 0 ? [listOf(day, next, LISTED)] : [];
  place.replaceChildren(saidOf(sort, soon, next.length > 0, latest), ...list);
  if (place.parentElement) elementIn(place.parentElement, "[data-all]").hidden = next.length === 0;
}

// The first deadline of a year that has not gone by.
/** @param {string} day @param {number} year @param {HTMLElement} card */
async function showNearest(day, year, card) {
  if (!deadlines) return;
  const first = `${year}-01-01`;
  const span = { from: day > first ? day : first, until: `${year}-12-31` };
  const [nearest] = await daysFrom("deadlines", deadlines.months, span, 1);
  if (day !== today()) return;
  const words = nearest ? element("time", { datetime: nearest.day }, dayInWords(nearest.day)) : "không còn hạn nào";
  elementIn(card, "[data-nearest]").replaceChildren(words);
}

/** @param {string} day @param {number} days */
function daysAfter(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

// Where a month does not come, the words stay that hold whatever the day; a newer build is loaded while nobody types.
async function renew() {
  const mark = source.split("/").at(-2) ?? "";
  const isTyping = document.activeElement?.matches("input");
  if (await isSuperseded(mark) && !isTyping && isFirstRenewal(mark)) location.reload();
}

eachDay((day) => {
  const cards = showYears(Number(day.slice(0, 4)));
  const nearest = [...cards].map(([year, card]) => showNearest(day, year, card));
  Promise.all([...all.map((each) => showComing(day, each)), ...nearest]).catch(renew);
});
