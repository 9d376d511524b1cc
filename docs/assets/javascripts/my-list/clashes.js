// Which classes of a list meet on the same days. Days are texts as the data has them; a year that was only inferred is
// no part of them. Classes of one programme are a choice, of which a reader attends one. Pure.

import { firstDay, lastDay } from "../common/moment.js";
import { partsOf } from "./entries.js";

/**
 * A class with its days, as far as they are known.
 * @typedef {{entry: string, start?: string, end?: string}} Dated
 *
 * The days from one to another.
 * @typedef {{from: string, to: string}} Days
 *
 * With which other class one meets, and on which days. `isCertain`: on days that the sources give as days; where one
 * gives only the month, the two may meet.
 * @typedef {Days & {other: string, isCertain: boolean}} Clash
 *
 * The days on which a class is held for certain, where there are any, and those on which it may be held.
 * @typedef {{entry: string, sure?: Days, possible: Days}} Held
 */

/**
 * The clashes of each class by its entry, what is certain first. A year alone says nothing.
 * @param {Dated[]} classes
 */
export function clashesOf(classes) {
  const held = classes.flatMap(heldOn);
  /** @type {Map<string, Clash[]>} */
  const clashes = new Map();
  for (const one of held) {
    const found = held.flatMap((other) => (isChoice(one, other) ? [] : clashOf(one, other)));
    found.sort((each, next) => Number(next.isCertain) - Number(each.isCertain));
    if (found.length > 0) clashes.set(one.entry, found);
  }
  return clashes;
}

/** @type {(each: Dated) => Held[]} */
function heldOn(each) {
  const possible = possibleDays(each);
  return possible ? [{ entry: each.entry, sure: sureDays(each), possible }] : [];
}

/** @type {(one: Held, other: Held) => boolean} */
const isChoice = (one, other) => partsOf(one.entry).program === partsOf(other.entry).program;

/** @type {(one: Held, other: Held) => Clash[]} */
function clashOf(one, other) {
  const sure = one.sure && other.sure && meeting(one.sure, other.sure);
  const days = sure ?? meeting(one.possible, other.possible);
  return days ? [{ other: other.entry, ...days, isCertain: Boolean(sure) }] : [];
}

/** @type {(one: Days, other: Days) => Days | undefined} */
function meeting(one, other) {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : undefined;
}

/** @param {string | undefined} text @returns {text is string} */
const isDay = (text) => text?.length === 10;
/** @param {string | undefined} text @returns {text is string} */
const isMonth = (text) => text !== undefined && text.length >= 7;

// Of a class whose end is no day, only the first day is known.
/** @type {(each: Dated) => Days | undefined} */
function sureDays({ start, end }) {
  return isDay(start) ? { from: start, to: isDay(end) ? end : start } : undefined;
}

// Known where its months are.
/** @type {(each: Dated) => Days | undefined} */
function possibleDays({ start, end = start }) {
  return isMonth(start) && isMonth(end) ? { from: firstDay(start), to: lastDay(end) } : undefined;
}
