// Puts the year first that a reader of a desk needs. Where the desk is too long to have all years on its page, those
// pages of that year are fetched that begin with the next deadline.

import { element, elementIn } from "../common/element.js";
import { pageFrom } from "../common/other-page.js";
import { goneBy } from "./gone.js";
import { lastDue, partsFrom, partsIn } from "./parts.js";
import { nearestTo, yearToOpen } from "./years.js";

/** @type {HTMLElement[]} */
const sections = Array.from(document.querySelectorAll(".desk-year"));
/** @type {HTMLElement[]} */
const links = Array.from(document.querySelectorAll(".desk-links li[data-year]"));
// A class that is neither put off nor cancelled.
const HELD = "th .state:not([data-phase=postponed], [data-phase=cancelled])";
// Classes to begin with: where a page has fewer that are still ahead, the next one is shown as well.
const ENOUGH = 10;

/**
 * Opens the desk at the year that is read first on a day.
 * @param {string} day
 * @returns {Promise<HTMLTableElement[]>} the tables that have come onto the page
 */
export async function openYear(day) {
  const isLong = links.length > 0;
  const places = (isLong ? links : sections).filter(({ dataset }) => dataset.year);
  const year = yearToOpen(places.map((place) => toldOf(place, day)), day);
  if (year === undefined) return [];
  sayNewest(Math.max(...places.map(yearOf)), day);
  if (!isLong) sortSections(year);
  return isLong ? await takeYear(year, day) : [];
}

/** @param {HTMLElement} place */
const yearOf = ({ dataset }) => Number(dataset.year);

// Where its classes are known, a year is open as long as one of them is still ahead.
/** @param {HTMLElement} place @param {string} day */
const toldOf = (place, day) => ({ year: yearOf(place), until: ahead(place, day) > 0 ? day : lastDue(place) });

// How many classes are still ahead.
/** @param {ParentNode} place @param {string} day */
function ahead(place, day) {
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = place.querySelectorAll("tbody tr");
  return Array.from(rows).filter((row) => row.querySelector(HELD) && goneBy(row, day) === "ahead").length;
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

/** @param {number} year @param {string} day */
async function takeYear(year, day) {
  const [section] = sections;
  const isHere = yearOf(section) === year;
  const first = isHere ? section : await pageFrom(addressIn(links.find((each) => yearOf(each) === year)));
  if (!first) return [];
  const parts = partsIn(first);
  const wanted = partsFrom(parts, day);
  if (isHere && wanted[0] === parts[0] && (parts.length === 0 || ahead(section, day) >= ENOUGH)) return [];
  const open = await pagesOf(wanted, day);
  if (isHere && open.length === 0) return [];
  const pages = open.length > 0 ? open : [first];
  const shown = pages.flatMap((page) => Array.from(page.querySelectorAll(".duties-part")));
  const heading = elementIn(section, "h3");
  heading.textContent = `Năm ${year}`;
  section.dataset.year = String(year);
  section.replaceChildren(heading, ...shown, ...first.querySelectorAll("nav.desk-links"));
  return Array.from(section.querySelectorAll("table"));
}

/** @param {HTMLElement | undefined} place */
const addressIn = (place) => place?.querySelector("a")?.href ?? "";

// The first pages on which anything is ahead, until that is enough.
/** @param {HTMLElement[]} parts @param {string} day @param {number} wanted @returns {Promise<Document[]>} */
async function pagesOf([part, ...others], day, wanted = ENOUGH) {
  const page = part && (await pageFrom(addressIn(part)));
  if (!page) return [];
  const here = ahead(page, day);
  const more = here < wanted ? await pagesOf(others, day, wanted - here) : [];
  return here > 0 ? [page, ...more] : more;
}

/** @param {number} newest @param {string} day */
function sayNewest(newest, day) {
  const running = Number(day.slice(0, 4));
  if (running <= newest || document.querySelector("[data-newest]")) return;
  const words = `Danh mục chưa ghi việc nào của đơn vị trong năm ${running}; mới nhất là năm ${newest}.`;
  sections[0].before(element("p", { class: "meta", "data-newest": true }, words));
}
