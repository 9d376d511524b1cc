// Fetches the programmes of a list, each from its own public page. Nothing is told to the site but which pages are asked for.

import { readProgram, redirectOf } from "./program-page.js";

const PATIENCE = 30_000;
const MOST_MOVES = 3;
const GONE = [404, 410];

/**
 * Opens the door to the programmes below an address.
 * @param {string} folder the address below which their pages stand, ending in a slash
 * @returns {function(string): Promise<{program?: Object, hasFailed?: boolean}>}
 *   reads the programme of an id, once; its own id is another one where the page has moved, and there is none where there is no page; what failed is asked for again
 */
export function openPrograms(folder) {
  const known = new Map();
  return async (id) => {
    if (!known.has(id)) known.set(id, readAt(new URL(`${id}/`, folder).href, folder, MOST_MOVES).catch(() => ({ hasFailed: true })));
    const found = await known.get(id);
    if (found.hasFailed) known.delete(id);
    return found;
  };
}

async function readAt(address, folder, moves) {
  if (!address.startsWith(folder)) return {};
  const response = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout?.(PATIENCE) });
  if (GONE.includes(response.status)) return {};
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const target = redirectOf(page);
  if (target && moves > 0) return readAt(new URL(target, address).href, folder, moves - 1);
  const program = response.ok && readProgram(page);
  return program ? { program } : { hasFailed: true };
}
