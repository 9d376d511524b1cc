// What the page of a programme says, as plain texts: the site has every programme in words once, and this reads them
// there. Nothing of a page is ever put into another as markup.

/**
 * @import { ClassTimes, ProgramTimes } from "../common/standing.js"
 *
 * A small word of a page, with the sort that colours it.
 * @typedef {{text: string, sort: string}} Tag
 *
 * `facts` are labels with their texts, empty where nothing is known; `since` is the first day that is named, where one
 * is; `calendar` the address of its calendar, where it has one.
 * @typedef {ClassTimes & {id: string, title: string, facts: [string, string[]][], since?: string}} Class
 * @typedef {{
 *   id: string, title: string, facts: [string, string[]][], since?: string, times: ProgramTimes,
 *   verification: Tag, classes: Class[], calendar?: string,
 * }} Program
 */

const LEVELS = ".tag--official, .tag--authority, .tag--reported, .tag--other, .tag--copy, .tag--draft";

/**
 * @param {Document} page
 * @param {string} address where it stands
 * @returns {Program | undefined} undefined where it is no programme's page
 */
export function readProgram(page, address) {
  /** @type {HTMLElement | null} */
  const place = page.querySelector("[data-program]");
  if (!place?.dataset.program) return undefined;
  return {
    id: place.dataset.program,
    title: wordsOf(page.querySelector("h1")),
    times: timesIn(place),
    verification: tagOf(page.querySelector(`h1 + .tags > :is(${LEVELS})`)),
    facts: [...place.querySelectorAll(".facts > div")].map(factOf),
    since: dayIn(factNamed(place, "Thời gian")),
    classes: [...place.querySelectorAll("tr[id]")].map(classOf),
    calendar: calendarOf(page, address),
  };
}

/**
 * Where a page leads to that has moved, as it is written there; undefined for any other page.
 * @param {Document} page
 */
export function redirectOf(page) {
  /** @type {HTMLMetaElement | null} */
  const moved = page.querySelector("meta[http-equiv=refresh]");
  return /url=(.+)$/i.exec(moved?.content ?? "")?.[1];
}

/** @type {(row: Element) => Class} */
function classOf(row) {
  /** @type {HTMLElement[]} */
  const [name, ...cells] = Array.from(row.querySelectorAll(":scope > :is(th, td)"));
  return {
    ...timesIn(row.querySelector(".state")),
    id: row.id,
    title: wordsOf(name),
    facts: cells.map((cell) => [cell.dataset.label ?? "", textsOf(cell)]),
    since: dayIn(cells.find(({ dataset }) => dataset.label === "Thời gian")),
  };
}

/** @type {(page: Document, address: string) => string | undefined} */
function calendarOf(page, address) {
  const way = page.querySelector(".files > a[href$='.ics']")?.getAttribute("href");
  return way ? new URL(way, address).href : undefined;
}

// What common/standing.js takes, as the page has it.
/** @type {(place: HTMLElement | null) => ClassTimes} */
const timesIn = (place) => JSON.parse(place?.dataset.times ?? "{}");

/** @type {(tag: Element | null) => Tag} */
function tagOf(tag) {
  const sort = [...(tag?.classList ?? [])].find((name) => name.startsWith("tag--")) ?? "";
  return { text: wordsOf(tag), sort: sort.replace("tag--", "") };
}

/** @type {(fact: Element) => [string, string[]]} */
const factOf = ({ firstElementChild: label, lastElementChild: value }) => [wordsOf(label), value ? textsOf(value) : []];

/** @type {(place: Element, label: string) => Element | null | undefined} */
const factNamed = (place, label) =>
  [...place.querySelectorAll(".facts dt")].find((name) => wordsOf(name) === label)?.nextElementSibling;

/** @type {(place: Element | null | undefined) => string | undefined} */
const dayIn = (place) => place?.querySelector("time")?.dateTime;

// The texts of a value: those of its list where it is one; none where nothing is known.
/** @type {(place: Element) => string[]} */
function textsOf(place) {
  if (place.matches(".unknown") || place.querySelector(":scope > .unknown")) return [];
  const items = place.querySelectorAll("li");
  return (items.length > 0 ? [...items] : [place]).map(wordsOf);
}

/** @type {(place: Element | null) => string} */
const wordsOf = (place) => (place?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
