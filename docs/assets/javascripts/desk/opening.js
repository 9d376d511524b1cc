// Puts the year first that a reader of a desk needs. Where the desk is too long to have all years on its page, that one
// is fetched.

import { element, elementIn } from "../common/element.js";
import { lastDay } from "../common/moment.js";
import { tableFrom } from "../common/other-page.js";
import { goneBy } from "./gone.js";
import { nearestTo, yearToOpen } from "./years.js";

/** @type {HTMLElement[]} */
const sections = Array.from(document.querySelectorAll(".desk-year"));
/** @type {HTMLElement[]} */
const links = Array.from(document.querySelectorAll(".desk-links li[data-year]"));
// A class that is neither put off nor cancelled.
const HELD = "th .state:not([data-phase=postponed], [data-phase=cancelled])";

/**
 * Opens the desk at the year that is read first on a day.
 * @param {string} day
 * @returns {Promise<HTMLTableElement | undefined>} a table that has come onto the page
 */
export async function openYear(day) {
  const places = (links.length > 0 ? links : sections).filter(({ dataset }) => dataset.year);
  const year = yearToOpen(places.map((place) => toldOf(place, day)), day);
  if (year === undefined) return undefined;
  sayNewest(Math.max(...places.map(yearOf)), day);
  if (links.length === 0) sortSections(year);
  const table = links.length > 0 ? await takeYear(year) : undefined;
  return table;
}

/** @param {HTMLElement} place */
const yearOf = ({ dataset }) => Number(dataset.year);

// Where its classes are known, a year is open as long as one of them is still ahead.
/** @param {HTMLElement} place @param {string} day */
function toldOf(place, day) {
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = place.querySelectorAll("tbody tr");
  const isOpen = Array.from(rows).some((row) => row.querySelector(HELD) && goneBy(row, day) === "ahead");
  return { year: yearOf(place), until: isOpen ? day : lastDue(place) };
}

/** @param {HTMLElement} place */
function lastDue(place) {
  /** @type {NodeListOf<HTMLTimeElement>} */
  const times = place.querySelectorAll(".until time");
  return Array.from(times, ({ dateTime }) => lastDay(dateTime)).sort().at(-1) ?? "";
}

/** @param {number} open */
function sortSections(open) {
  const mark = element("span", { hidden: true });
  const dated = sections.filter(({ dataset }) => dataset.year);
  const nearer = nearestTo(open);
  dated.sort((one, other) => nearer(yearOf(one), yearOf(other)));
  sections[0].before(mark);
  mark.after(...dated);
  mark.remove();
}

/** @param {number} year */
async function takeYear(year) {
  const [section] = sections;
  const link = links.find((each) => yearOf(each) === year)?.querySelector("a");
  if (!link || yearOf(section) === year) return undefined;
  const table = await tableFrom(link.href, "table[data-duties]");
  if (!table) return undefined;
  section.dataset.year = String(year);
  elementIn(section, "h3").textContent = `Năm ${year}`;
  section.querySelector(".desk-links")?.remove();
  elementIn(section, "table").replaceWith(table);
  section.append(element("p", { class: "more" }, element("a", { href: link.href }, `Cả năm ${year}, từng trang`)));
  return table;
}

/** @param {number} newest @param {string} day */
function sayNewest(newest, day) {
  const running = Number(day.slice(0, 4));
  if (running <= newest || document.querySelector("[data-newest]")) return;
  const words = `Danh mục chưa ghi việc nào của đơn vị trong năm ${running}; mới nhất là năm ${newest}.`;
  sections[0].before(element("p", { class: "meta", "data-newest": true }, words));
}
