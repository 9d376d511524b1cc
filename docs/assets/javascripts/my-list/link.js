// A list as the end of an address: `#count=2&list=a-programme.another_lop-1`. Behind the number sign, since no server
// is ever told what stands there. Pure.

import { MOST, isEntry } from "./entries.js";

/**
 * The list of a link. `strange`: parts that can be no entry; `surplus`: entries beyond the most that a list may have;
 * `missing`: entries that the address was cut before; `isDamaged`: it was meant to carry a list, and carries none.
 * @typedef {{entries: string[], strange: number, surplus: number, missing: number, isDamaged: boolean}} Sent
 */

/**
 * The end of the address that carries a list.
 * @param {string[]} entries
 */
export const fragmentOf = (entries) => `#count=${entries.length}&list=${entries.join(".")}`;

/**
 * The list that an address carries, and how much of it is left out; undefined where it carries none. What mail programs
 * do to an address is undone.
 * @param {string} fragment the address from its number sign on
 * @returns {Sent | undefined}
 */
export function readFragment(fragment) {
  const text = mended(fragment.replace(/^#/, ""));
  if (!text || !OPENINGS.some((opening) => opening.startsWith(text.slice(0, opening.length)))) return undefined;
  const list = valueIn(text, "list");
  const parts = list.replace(/(?:%[\dA-F]{2}|[^a-z0-9_-])+$/, "").split(".").filter(Boolean);
  const entries = [...new Set(parts.filter(isEntry))];
  return {
    entries: entries.slice(0, MOST),
    strange: parts.filter((part) => !isEntry(part)).length,
    surplus: Math.max(0, entries.length - MOST),
    missing: Math.max(0, numberIn(valueIn(text, "count")) - parts.length),
    isDamaged: !/\blist=/.test(text) || (entries.length === 0 && parts.length > 0),
  };
}

const OPENINGS = ["count=", "list="];
const MOST_ENCODED = 3;

// Signs may be written by their numbers, several times over, and an ampersand or an equals sign as mails have them.
/** @param {string} text */
function mended(text) {
  let plain = text;
  for (let turn = 0; turn < MOST_ENCODED; turn += 1) {
    plain = plain.replaceAll(/%([2-7][\da-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  }
  return plain.replaceAll(/&(?:amp;|#38;|#x26;)+/gi, "&").replaceAll("=3D", "=").replace(/^[^a-z_]+/, "");
}

/** @param {string} text @param {string} name */
const valueIn = (text, name) => new RegExp(`(?:^|&)${name}=([^&]*)`).exec(text)?.[1] ?? "";

/** @param {string} text */
const numberIn = (text) => (/^\d{1,6}$/.test(text) ? Number(text) : 0);
