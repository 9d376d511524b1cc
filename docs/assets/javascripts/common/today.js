// Puts what depends on the reader's day in place of the words that hold whatever the day.

import { dayOf, newestPlan } from "./moment.js";
import { standingOn } from "./standing.js";

const today = dayOf(new Date());

/** @param {HTMLElement} element */
function showState(element) {
  const { phase, words, over, soon } = standingOn(today, JSON.parse(element.dataset.times ?? "{}"));
  element.textContent = words;
  element.dataset.phase = phase;
  element.toggleAttribute("data-soon", soon);
  element.closest(".records > li")?.classList.toggle("past", over);
}

/** @type {NodeListOf<HTMLElement>} */
const newest = document.querySelectorAll("[data-newest-year]");
for (const element of newest) {
  element.textContent = newestPlan(Number(today.slice(0, 4)), Number(element.dataset.newestYear));
}
/** @type {NodeListOf<HTMLElement>} */
const states = document.querySelectorAll(".state[data-times]");
for (const element of states) showState(element);
