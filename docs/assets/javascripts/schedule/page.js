// The calendar: the reader's day is marked in the grid and in the list, and the reader's month among all months.

import { eachDay } from "../common/today.js";

eachDay((today) => {
  for (const cell of document.querySelectorAll("[data-day]")) {
    if (!(cell instanceof HTMLElement)) continue;
    if (today.startsWith(cell.dataset.day ?? "")) cell.setAttribute("aria-current", "date");
    else cell.removeAttribute("aria-current");
  }
});
