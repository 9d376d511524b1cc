// The calendar: the reader's day is marked, and so is the reader's month in the table of all months.

import { eachDay } from "../common/today.js";

eachDay((today) => {
  for (const cell of document.querySelectorAll("[data-day]")) {
    if (!(cell instanceof HTMLElement)) continue;
    if (today.startsWith(cell.dataset.day ?? "")) cell.setAttribute("aria-current", "date");
    else cell.removeAttribute("aria-current");
  }
});
