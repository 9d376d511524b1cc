// Puts what depends on the reader's day in place of the words that hold whatever the day.

import { dayOf, newestPlan } from "./moment.js";
import { standingOn } from "./standing.js";

const DAY_LENGTH = "YYYY-MM-DD".length;

const today = dayOf(new Date());

/** @param {HTMLElement} element */
function showState(element) {
  const { phase, words, over, soon } = standingOn(today, JSON.parse(element.dataset.times ?? "{}"));
  element.textContent = words;
  element.dataset.phase = phase;
  element.toggleAttribute("data-soon", soon);
  element.closest(".records > li")?.classList.toggle("past", over);
}

// Days by which names are to be sent: those that have gone by say so, behind those that are still ahead.
/** @param {HTMLElement} fact */
function showPassed(fact) {
  for (const place of fact.querySelectorAll("dd:not(:has(li)), li")) {
    const deadline = place.querySelector("time")?.dateTime ?? "";
    if (deadline.length < DAY_LENGTH || deadline >= today) continue;
    place.classList.add("passed");
    place.append(" ", Object.assign(document.createElement("span"), { className: "tag", textContent: "đã hết hạn" }));
    if (place.matches("li")) place.parentElement?.append(place);
  }
}

/** @type {NodeListOf<HTMLElement>} */
const deadlines = document.querySelectorAll("[data-deadlines]");
for (const fact of deadlines) showPassed(fact);
/** @type {NodeListOf<HTMLElement>} */
const newest = document.querySelectorAll("[data-newest-year]");
for (const element of newest) {
  element.textContent = newestPlan(Number(today.slice(0, 4)), Number(element.dataset.newestYear));
}
/** @type {NodeListOf<HTMLElement>} */
const states = document.querySelectorAll(".state[data-times]");
for (const element of states) showState(element);
