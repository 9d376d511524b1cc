// The classes of all records in columns: where each stands on a day, and how the records go by their days.

import { isCalledOff, standingOn } from "../../common/standing.js";

/**
 * @import { ClassTimes, ProgramTimes } from "../../common/standing.js"
 *
 * The classes of the record at a position lie between starts[position] and starts[position + 1]. Days are numbers
 * (20240531), the first and the last that a date can mean, 0 for none.
 * @typedef {{
 *   starts: Uint32Array, ids: (string | undefined)[], times: (ClassTimes | ProgramTimes)[],
 *   begins: Int32Array, begun: Int32Array, deadline: Int32Array, month: Int32Array,
 * }} Classes
 *
 * The states and the months of the classes of each record, as bits.
 * @typedef {{states: Uint32Array, months: Uint32Array}} ClassBits
 *
 * What is taken of a record.
 * @typedef {ClassTimes & {id: string}} Class
 * @typedef {{kind: string, times: ProgramTimes, classes: Class[]}} Timed
 *
 * A class, or a programme without classes.
 * @typedef {Class | (ProgramTimes & {id?: undefined, start?: undefined, deadline?: undefined})} Row
 */

export const UNKNOWN = "unknown";
export const STATES = [UNKNOWN, "planned", "open", "coming", "running", "closed", "past", "postponed", "cancelled"];
export const MONTHS = [UNKNOWN, "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

const NUMBERS = new Map(STATES.map((state, number) => [state, number]));
const numberOf = (/** @type {string} */ state) => NUMBERS.get(state) ?? 0;
const [RUNNING, PAST] = [numberOf("running"), numberOf("past")];
const CALLED_OFF = new Set(STATES.filter(isCalledOff).map(numberOf));
const NEARNESS = Uint8Array.from(STATES, (state) => ({ open: 2, coming: 2, running: 1 })[state] ?? 0);

/**
 * The classes in columns. A programme without classes counts as one of which is known what is of the programme.
 * @param {Timed[]} records
 * @returns {Classes}
 */
export function classesOf(records) {
  const starts = new Uint32Array(records.length + 1);
  /** @type {Row[]} */
  const rows = [];
  records.forEach(({ kind, times, classes }, position) => {
    for (const each of classes) rows.push(each);
    if (kind === "program" && classes.length === 0) rows.push(times);
    starts[position + 1] = rows.length;
  });
  // Taking each from an iterator would take several times as long.
  const column = (/** @type {(row: Row) => number} */ of) => new Int32Array(rows.map(of));
  return {
    starts,
    ids: rows.map(({ id }) => id),
    times: rows,
    begins: column(({ start }) => numberOfDay(start, 1, 1)),
    begun: column(({ start }) => numberOfDay(start, 12, 31)),
    deadline: column(({ deadline }) => numberOfDay(deadline, 12, 31)),
    month: column(({ start }) => digits(start ?? "", 5, 7)),
  };
}

/** @type {(text: string | undefined, month: number, day: number) => number} */
function numberOfDay(text, month, day) {
  if (!text) return 0;
  return digits(text, 0, 4) * 10_000 + (digits(text, 5, 7) || month) * 100 + (digits(text, 8, 10) || day);
}

// Slicing and reading numbers would take three times as long, of tens of thousands of dates.
/** @type {(text: string, from: number, to: number) => number} */
function digits(text, from, to) {
  let number = 0;
  for (let at = from; at < to && at < text.length; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/**
 * A day as it is asked for, and as a number; NaN, which is neither before nor after any other, where it is none.
 * @param {unknown} today
 * @returns {{text: string, number: number}}
 */
export function dayAsked(today) {
  const text = /^\d{4}-\d\d-\d\d$/.test(String(today)) ? String(today) : "";
  return { text, number: text ? numberOfDay(text, 1, 1) : Number.NaN };
}

/**
 * The state of every class on a day, each as its place in STATES.
 * @param {Classes} classes
 * @param {string} day
 */
export function classStates({ times }, day) {
  return Uint8Array.from(times, (each) => {
    const { phase } = standingOn(day, each);
    // Of a programme without classes that is planned, nothing is known of classes.
    return phase === "past" || "whole" in each ? numberOf(phase) : 0;
  });
}

/**
 * How near the classes of each record are: 2 where one is open or coming, 1 where one is running, else 0.
 * @param {Classes} classes
 * @param {Uint8Array} states
 */
export function nearness({ starts }, states) {
  const nearest = new Uint8Array(starts.length - 1);
  for (let position = 0; position < nearest.length; position += 1) {
    for (let at = starts[position]; at < starts[position + 1]; at += 1) {
      nearest[position] = Math.max(nearest[position], NEARNESS[states[at]]);
    }
  }
  return nearest;
}

/**
 * The states and the months of the classes of each record.
 * @type {(classes: Classes, states: Uint8Array) => ClassBits}
 */
export function classBits({ starts, month }, states) {
  const bits = () => new Uint32Array(starts.length - 1);
  const found = { states: bits(), months: bits() };
  for (let position = 0; position + 1 < starts.length; position += 1) {
    for (let at = starts[position]; at < starts[position + 1]; at += 1) {
      found.states[position] |= 1 << states[at];
      found.months[position] |= 1 << month[at];
    }
  }
  return found;
}

const AFTER_ALL_DAYS = 1e8;

/**
 * A number for each record by which a list sorted by start or deadline goes: the next day first, then the past ones
 * from the latest, then what has none. Nobody is sent any more to a class that runs, whatever its deadline.
 * @param {Classes} classes
 * @param {{states: Uint8Array, day: number}} today
 * @param {"start" | "deadline"} sort
 * @param {(at: number) => boolean} [passesAsClass]
 * @returns {(position: number) => number}
 */
export function dayOrder(classes, { states, day }, sort, passesAsClass = () => true) {
  const [first, last] = sort === "start" ? [classes.begins, classes.begun] : [classes.deadline, classes.deadline];
  return (position) => {
    let best = 3 * AFTER_ALL_DAYS;
    for (let at = classes.starts[position]; at < classes.starts[position + 1]; at += 1) {
      if (last[at] === 0 || CALLED_OFF.has(states[at]) || !passesAsClass(at)) continue;
      const isPast = states[at] === PAST || last[at] < day || (sort === "deadline" && states[at] === RUNNING);
      best = Math.min(best, isPast ? 2 * AFTER_ALL_DAYS - last[at] : first[at]);
    }
    return best;
  };
}
