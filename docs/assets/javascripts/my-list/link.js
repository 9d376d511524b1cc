// A list as the end of an address: `#count=2&list=a-programme.another_lop-1`. Behind the number sign, since no server
// is ever told what stands there. Pure.

import { MOST, isEntry } from "./entries.js";

/**
 * The list of a link. `strange`: parts that can be no entry; `surplus`: entries beyond the most that a list may have;
 * `missing`: entries that the address was cut before.
 * @typedef {{entries: string[], strange: number, surplus: number, missing: number}} Sent
 */

/**
 * The end of the address that carries a list.
 * @param {string[]} entries
 */
export const fragmentOf = (entries) => `#count=${entries.length}&list=${entries.join(".")}`;

/**
 * The list that an address carries, and how much of it is left out; undefined where it carries none.
 * @param {string} fragment the address from its number sign on
 * @returns {Sent | undefined}
 */
export function readFragment(fragment) {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const list = parameters.get("list");
  if (list === null) return undefined;
  const parts = list.split(".").filter(Boolean);
  const entries = [...new Set(parts.filter(isEntry))];
  return {
    entries: entries.slice(0, MOST),
    strange: parts.filter((part) => !isEntry(part)).length,
    surplus: Math.max(0, entries.length - MOST),
    missing: Math.max(0, numberIn(parameters.get("count")) - parts.length),
  };
}

/** @param {string | null} text */
const numberIn = (text) => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 0);
