// Puts what depends on the reader's day in place of the neutral words of the page.

import { dayOf, newestPlan, stateOn } from "./moment.js";

function showState(element, today) {
  const { start, end, deadline, year, planned } = element.dataset;
  const state = stateOn(today, { start, end, deadline, year, planned });
  if (!state) return;
  element.textContent = state.words;
  element.dataset.phase = state.phase;
  element.closest(".records > li")?.classList.toggle("past", state.phase === "past");
}

const today = dayOf(new Date());
for (const element of document.querySelectorAll("[data-newest-year]")) {
  element.textContent = newestPlan(Number(today.slice(0, 4)), Number(element.dataset.newestYear));
}
for (const element of document.querySelectorAll(".state")) showState(element, today);
