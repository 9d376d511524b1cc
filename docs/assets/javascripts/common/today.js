// The reader's day. A page may stay open over midnight, out of sight, or in the browser's memory: the day is looked at
// again, and whoever shows what depends on it is told.

import { dayOf } from "./moment.js";

const MINUTE = 60_000;
/** @type {((day: string) => void)[]} */
const followers = [];
let day = dayOf(new Date());

/** The reader's day as YYYY-MM-DD. */
export const today = () => day;

/**
 * Calls a function with the day whenever it has become another.
 * @param {(day: string) => void} follower
 */
export function onNewDay(follower) {
  followers.push(follower);
}

/**
 * The same, and at once.
 * @param {(day: string) => void} follower
 */
export function eachDay(follower) {
  onNewDay(follower);
  follower(day);
}

function look() {
  const now = dayOf(new Date());
  if (now === day) return;
  day = now;
  for (const follower of followers) follower(day);
}

// At midnight; but no longer than a minute later than a device that slept till then.
function waitForMidnight() {
  const now = new Date();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  setTimeout(() => {
    look();
    waitForMidnight();
  }, Math.min(midnight.getTime() - now.getTime(), MINUTE));
}

document.addEventListener("visibilitychange", look);
addEventListener("pageshow", look);
waitForMidnight();
