// Which classes of a list meet on the same days. Days are texts as the data has them; a year that was only inferred is no part of them. Pure.

import { firstDay, lastDay } from "../common/moment.js";

/**
 * The clashes of each class by its entry: with which other, from which day to which, and whether that is certain.
 * Certain are days that the sources give as days; where one gives only the month, the two may meet; a year alone says nothing.
 * @param {{entry: string, start?: string, end?: string}[]} classes
 * @returns {Map<string, {other: string, from: string, to: string, isCertain: boolean}[]>}
 */
export function clashesOf(classes) {
  const dated = classes.map((each) => ({ entry: each.entry, sure: sureDays(each), possible: possibleDays(each) })).filter(({ possible }) => possible);
  const clashes = new Map();
  for (const one of dated) {
    const found = dated.filter(({ entry }) => entry !== one.entry).map((other) => clashOf(one, other));
    if (found.some(Boolean)) clashes.set(one.entry, found.filter(Boolean).sort((each, next) => Number(next.isCertain) - Number(each.isCertain)));
  }
  return clashes;
}

function clashOf(one, other) {
  const sure = one.sure && other.sure && meeting(one.sure, other.sure);
  const days = sure ?? meeting(one.possible, other.possible);
  return days && { other: other.entry, ...days, isCertain: Boolean(sure) };
}

function meeting(one, other) {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : undefined;
}

const isDay = (text) => text?.length === 10;
const isMonth = (text) => text?.length >= 7;

// The days on which a class is held for certain: of one whose end is no day, only the first is known.
function sureDays({ start, end }) {
  return isDay(start) ? { from: start, to: isDay(end) ? end : start } : undefined;
}

// The days on which it may be held, where its months are known.
function possibleDays({ start, end = start }) {
  return isMonth(start) && isMonth(end) ? { from: firstDay(start), to: lastDay(end) } : undefined;
}
