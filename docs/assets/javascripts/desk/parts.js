// The pages of a year of a desk that is too long for one, and until when names can be sent for what they hold.

import { lastDay } from "../common/moment.js";

/**
 * The pages that are told somewhere, in order of the deadlines on them.
 * @param {ParentNode} place
 * @returns {HTMLElement[]}
 */
export const partsIn = (place) => Array.from(place.querySelectorAll("nav.desk-links li"));

/**
 * The last day that is told somewhere for sending names; empty where none is.
 * @param {ParentNode} place
 */
export function lastDue(place) {
  /** @type {NodeListOf<HTMLTimeElement>} */
  const times = place.querySelectorAll(".until time");
  return Array.from(times, ({ dateTime }) => lastDay(dateTime)).sort().at(-1) ?? "";
}

/**
 * The page with the next deadline on a day; undefined where all have gone by.
 * @param {HTMLElement[]} parts
 * @param {string} day
 */
export const openPart = (parts, day) => parts.find((part) => lastDue(part) >= day);

/**
 * The pages to read on a day: from that with the next deadline on, or with the last one where all have gone by; what
 * has none comes behind.
 * @param {HTMLElement[]} parts
 * @param {string} day
 */
export function partsFrom(parts, day) {
  const first = openPart(parts, day) ?? parts.findLast((part) => lastDue(part));
  return parts.slice(first && parts.indexOf(first));
}
