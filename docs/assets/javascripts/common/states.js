// Puts what depends on the reader's day in place of the words that hold whatever the day.

import { newestPlan } from "./moment.js";
import { standingOn } from "./standing.js";
import { eachDay } from "./today.js";

const DAY_LENGTH = "YYYY-MM-DD".length;

/** @param {HTMLElement} element @param {string} day */
function showState(element, day) {
  const { phase, words, over, soon } = standingOn(day, JSON.parse(element.dataset.times ?? "{}"));
  element.textContent = words;
  element.dataset.phase = phase;
  element.toggleAttribute("data-soon", soon);
  element.closest(".records > li")?.classList.toggle("past", over);
}

// Days by which names are to be sent: those that have gone by say so, behind those that are still ahead.
/** @param {HTMLElement} fact @param {string} day */
function showPassed(fact, day) {
  for (const place of fact.querySelectorAll("dd:not(:has(li)), li")) {
    const deadline = place.querySelector("time")?.dateTime ?? "";
    if (deadline.length < DAY_LENGTH || deadline >= day || place.matches(".passed")) continue;
    place.classList.add("passed");
    place.append(" ", Object.assign(document.createElement("span"), { className: "tag", textContent: "đã hết hạn" }));
    if (place.matches("li")) place.parentElement?.append(place);
  }
}

/** @type {(selector: string) => NodeListOf<HTMLElement>} */
const all = (selector) => document.querySelectorAll(selector);

eachDay((day) => {
  for (const fact of all("[data-deadlines]")) showPassed(fact, day);
  for (const element of all("[data-newest-year]")) {
    element.textContent = newestPlan(Number(day.slice(0, 4)), Number(element.dataset.newestYear));
  }
  showStates(document, day);
});

/**
 * Shows where everything in a place stands on a day.
 * @param {ParentNode} place
 * @param {string} day
 */
export function showStates(place, day) {
  /** @type {NodeListOf<HTMLElement>} */
  const states = place.querySelectorAll(".state[data-times]");
  for (const element of states) showState(element, day);
}
