// Fetches the programmes of a list, each from its own public page. Nothing is told to the site but which pages are
// asked for.

import { readProgram, redirectOf } from "./program-page.js";

/**
 * @import { Program } from "./program-page.js"
 *
 * What became of a programme that was asked for: there is none where it has no page.
 * @typedef {{program?: Program, hasFailed?: boolean}} Found
 */

const PATIENCE = 30_000;
const MOST_MOVES = 3;
const GONE = new Set([404, 410]);

/**
 * Opens the door to the programmes below an address.
 * @param {string} folder the address below which their pages stand, ending in a slash
 * @returns {(id: string) => Promise<Found>} reads the programme of an id once, and again only what failed; a programme
 *   whose page has moved has another id
 */
export function openPrograms(folder) {
  /** @type {Map<string, Promise<Found>>} */
  const known = new Map();
  return async (id) => {
    const reading = known.get(id) ?? readAt(new URL(`${id}/`, folder).href, folder, MOST_MOVES).catch(failed);
    known.set(id, reading);
    const found = await reading;
    if (found.hasFailed) known.delete(id);
    return found;
  };
}

/** @returns {Found} */
const failed = () => ({ hasFailed: true });

/** @type {(address: string, folder: string, moves: number) => Promise<Found>} */
async function readAt(address, folder, moves) {
  if (!address.startsWith(folder)) return {};
  const response = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout?.(PATIENCE) });
  if (GONE.has(response.status)) return {};
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const target = redirectOf(page);
  if (target && moves > 0) return readAt(new URL(target, address).href, folder, moves - 1);
  const program = response.ok ? readProgram(page, address) : undefined;
  return program ? { program } : failed();
}
