// The cards of the years: which are shown on the reader's day, and what is said of them.

import { elementIn } from "../common/element.js";
import { missingPlans, yearsToShow } from "./years.js";

/**
 * Shows the cards of a year and the next, as far as they are there, and says which of them have no plan.
 * @param {number} running the reader's year
 * @returns {Map<number, HTMLElement>} the cards shown, by their years
 */
export function showYears(running) {
  const section = document.querySelector("[data-years]");
  if (!section) return new Map();
  /** @type {NodeListOf<HTMLElement>} */
  const found = section.querySelectorAll("[data-year]");
  const cards = new Map(Array.from(found, (card) => [Number(card.dataset.year), card]));
  const known = [...cards].map(([year, card]) => ({ year, isPlanned: card.dataset.planned !== undefined }));
  const shown = new Set(yearsToShow(known, running));
  const which = new Map([[running, "năm nay"], [running + 1, "năm tới"]]);
  for (const [year, card] of cards) {
    card.hidden = !shown.has(year);
    elementIn(card, "[data-which]").textContent = which.get(year) ?? "";
  }
  const said = elementIn(section, "[data-said]");
  said.textContent = missingPlans(known, running);
  said.hidden = said.textContent === "";
  return new Map([...cards].filter(([year]) => shown.has(year)));
}
