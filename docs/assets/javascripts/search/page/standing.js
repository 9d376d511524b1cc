// Where a found record stands on a day: the one state that its reader needs, its classes, and when it takes place.

import { classesOn, nearestOf, recordStanding } from "../../common/classes.js";
import { dayInWords } from "../../common/words.js";

/**
 * @import { Standing } from "../../common/standing.js"
 * @import { Class } from "../engine/records.js"
 * @import { Result } from "../engine/session.js"
 *
 * @typedef {Class & {standing: Standing}} StandingClass
 *
 * The classes that are still to be dealt with, and those that have gone by.
 * @typedef {{ahead: StandingClass[], past: StandingClass[]}} Classes
 */

const TO_BEGIN = new Set(["open", "coming"]);

/**
 * The classes of a result that were asked for, else all of them.
 * @param {Result} result
 * @param {string} today
 * @returns {Classes}
 */
export function classesOf({ classes, matching }, today) {
  return classesOn(today, matching.length > 0 ? classes.filter(({ id }) => matching.includes(id)) : classes);
}

/**
 * The one state of a result.
 * @param {Result} result
 * @param {Classes} classes
 * @param {string} today
 * @returns {Standing}
 */
export function standingOf({ ended, times }, classes, today) {
  if (ended) return { phase: "past", words: "Kết thúc hoạt động", over: true, soon: false };
  return recordStanding(today, times, classes);
}

/**
 * The class that tells when a result takes place: in a list by start the first to begin, else its nearest, else the
 * last one with a day.
 * @param {Classes} classes
 * @param {string} sort
 * @returns {StandingClass | undefined}
 */
export function tellingClass({ ahead, past }, sort) {
  const first = sort === "start" ? ahead.find(isToBegin) : undefined;
  const found = first ?? nearestOf(ahead) ?? ahead.find(({ start }) => start) ?? past.at(-1);
  return found?.start ? found : undefined;
}

/** @param {StandingClass} each */
const isToBegin = ({ start, standing }) => start !== "" && TO_BEGIN.has(standing.phase);

/**
 * When a result takes place, in words: its nearest class, else the last one with a day, else its years; nothing where
 * no source tells.
 * @param {Result} result
 * @param {Classes} classes
 * @param {string} sort
 */
export function timeOf({ times: { years } }, classes, sort) {
  const next = tellingClass(classes, sort);
  if (next) return spanOf(next);
  return years ? `năm ${years}` : "";
}

/**
 * The days of a class in words. Where no source tells its end, it may be longer than its first day.
 * @param {{start: string, end: string}} days
 */
export const spanOf = ({ start, end }) => {
  const [first, last] = [start, end].map(dayInWords);
  if (!end) return `từ ${first}`;
  return end === start ? first : `${first} đến ${last}`;
};
