// Whether anything can still be done for a class on a day.

import { lastDay } from "../common/moment.js";
import { standingOn } from "../common/standing.js";

/**
 * How far a duty has gone by: there is time left, no names can be sent any more, or its class is over.
 * @typedef {"ahead" | "closed" | "over"} Gone
 */

/**
 * How far the duty in a row of the table has gone by on a day.
 * @param {HTMLTableRowElement} row
 * @param {string} day
 * @returns {Gone}
 */
export function goneBy(row, day) {
  /** @type {HTMLElement | null} */
  const state = row.querySelector(".state");
  const due = row.querySelector(".due time")?.getAttribute("datetime") ?? "";
  const { phase, over } = standing(state, day);
  if (over) return "over";
  if (due) return lastDay(due) < day ? "closed" : "ahead";
  return phase === "running" || phase === "closed" ? "closed" : "ahead";
}

// What is over whatever the day has no times.
/** @param {HTMLElement | null} state @param {string} day */
function standing(state, day) {
  const { times, phase } = state?.dataset ?? {};
  return times ? standingOn(day, JSON.parse(times)) : { phase, over: phase === "past" };
}
