// The classes of a record on a day, and the one state of the record that its reader needs.

import { lastDay } from "./moment.js";
import { standingOn } from "./standing.js";

/**
 * @import { ClassTimes, ProgramTimes, Standing } from "./standing.js"
 *
 * A class with its standing.
 * @typedef {{state?: string, deadline?: string, standing: Standing}} Placed
 */

const NEAREST = ["open", "coming", "running"];

/**
 * The classes that are still to be dealt with, apart from those that have gone by, each with its standing; in the order
 * of their days, those of an unknown day last.
 * @template {ClassTimes} C
 * @param {string} day
 * @param {C[]} classes
 */
export function classesOn(day, classes) {
  const all = classes.map((each) => ({ ...each, standing: standingOn(day, each) }));
  all.sort((one, other) => (one.start || "9").localeCompare(other.start || "9"));
  return { ahead: all.filter(({ standing }) => !standing.over), past: all.filter(({ standing }) => standing.over) };
}

/**
 * The class that a reader has to be sent to first, by its deadline; else the one that comes, or that runs.
 * @template {{deadline?: string, standing: Standing}} C
 * @param {C[]} classes
 * @returns {C | undefined}
 */
export function nearestOf(classes) {
  const found = NEAREST.map((phase) => classes.filter(({ standing }) => standing.phase === phase));
  return found.find((each) => each.length > 0)?.reduce((one, other) => (dueOf(other) < dueOf(one) ? other : one));
}

/** @type {(each: {deadline?: string, standing: Standing}) => string} */
const dueOf = ({ deadline, standing }) => (deadline && standing.phase === "open" ? lastDay(deadline) : "9");

/**
 * The one state of a record: its nearest class, else what is known of it as a whole, else what is left of its classes.
 * That it is planned says less than a class that is told to have finished.
 * @param {string} day
 * @param {ProgramTimes} whole
 * @param {{ahead: Placed[], past: Placed[]}} classes
 * @returns {Standing}
 */
export function recordStanding(day, whole, { ahead, past }) {
  const near = nearestOf(ahead);
  if (near) return near.standing;
  const standing = standingOn(day, whole);
  const saysLess = standing.phase === "planned" && past.some(({ state }) => state === "finished");
  return standing.words && !saysLess ? standing : (leftOf(ahead, past)?.standing ?? standing);
}

/** @type {(ahead: Placed[], past: Placed[]) => Placed | undefined} */
function leftOf(ahead, past) {
  const told = ahead.find(({ standing }) => standing.phase !== "unknown");
  return told ?? past.findLast(({ standing }) => standing.phase === "past") ?? past.at(-1);
}
