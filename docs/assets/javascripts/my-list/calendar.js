// A list as a calendar. Every programme has a calendar of its own on the site: its events go into that of the reader as
// they are, so that one whom a phone knows already is never there twice. Pure, but for the asking.

import { partsOf } from "./entries.js";

/**
 * @import { Item } from "./items.js"
 *
 * The calendar of a list: its text, how many events it has, how many items have none of their own.
 * @typedef {{text: string, events: number, undated: number}} Calendar
 */

const PATIENCE = 30_000;
const EVENT = /BEGIN:VEVENT\r\n.*?END:VEVENT\r\n/gs;
const END = "END:VCALENDAR\r\n";
const FOLD = "\r\n ";
const OF_FEED = /^(?:NAME|X-WR-CALNAME|SOURCE|REFRESH-INTERVAL|X-PUBLISHED-TTL)[:;]/;
const NAME = "X-WR-CALNAME:Danh sách của tôi";

/**
 * The calendar of some items; where one of their programmes' does not load, an error.
 * @param {Item[]} items
 * @returns {Promise<Calendar>}
 */
export async function calendarOf(items) {
  const addresses = [...new Set(items.flatMap(({ calendar }) => calendar ?? []))];
  const texts = new Map(await Promise.all(addresses.map(async (address) => {
    return /** @type {const} */ ([address, await textAt(address)]);
  })));
  const found = items.map(({ calendar = "", entry }) => eventsOf(texts.get(calendar) ?? "", partsOf(entry).classId));
  const events = new Set(found.flat());
  const [first = ""] = texts.values();
  const text = `${headOf(first)}${[...events].join("")}${END}`;
  return { text, events: events.size, undated: found.filter((each) => each.length === 0).length };
}

/** @param {string} address */
async function textAt(address) {
  const response = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout?.(PATIENCE) });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.text();
}

/**
 * The events of a programme or, if one is named, of a class of it: with the common deadline where that is the class's.
 * @param {string} text the calendar of the programme
 * @param {string} classId
 * @returns {string[]}
 */
export function eventsOf(text, classId) {
  const events = text.match(EVENT) ?? [];
  if (!classId) return events;
  const own = events.filter((event) => namedIn(event).classId === classId);
  const start = own.find((event) => namedIn(event).what === "lop");
  const isDue = own.some((event) => namedIn(event).what === "han");
  const common = events.filter((event) => {
    const { what, classId: of } = namedIn(event);
    return what === "han" && !of && !isDue && (!start || dayOf(event) <= dayOf(start));
  });
  return [...own, ...common];
}

// The id of an event says what it is, of which programme, of which class: `han.a-programme.lop-1@domain`.
/** @param {string} event */
function namedIn(event) {
  const [, id = ""] = /^UID:([^@\r]*)/m.exec(event.replaceAll(FOLD, "")) ?? [];
  const [what, , classId = ""] = id.split(".");
  return { what, classId };
}

/** @param {string} event */
const dayOf = (event) => /^DTSTART;VALUE=DATE:(\d+)/m.exec(event)?.[1] ?? "";

// What a calendar says of itself, but for where it is asked for again: the list of a reader is asked for nowhere.
/** @param {string} text */
function headOf(text) {
  const lines = text.slice(0, text.indexOf("BEGIN:VEVENT")).split(/\r\n(?! )/);
  const [begin, ...rest] = lines.filter((line) => line && !OF_FEED.test(line));
  return [begin, ...rest, NAME, ""].join("\r\n");
}
