// The records as their titles and names tell of them.

import { checked, lines, positionsOf } from "./columns.js";
import { blank } from "./records.js";
import { fold } from "../../common/vietnamese.js";

/** @import { Record, Titles } from "./records.js" */

const [FIRST_SIGN, BACKSLASH, BEHIND_HALVES, HALVES] = [40, 92, 0xE000, 0x800];

/** @type {(data: Titles) => Record[]} */
export function recordsOf(data) {
  const kinds = Object.keys(data.sections);
  const words = data.words.split(" ");
  const [titles, ids] = data.kinds ? [inWords(data.titles, words), lines(data.ids)] : [[], []];
  checked(data.kinds.length === ids.length);
  const found = titles.map((title, position) => {
    return recordOf(data, kinds[Number(data.kinds[position])], title, ids[position]);
  });
  const names = inWords(data.names, words);
  positionsOf(data.named).forEach((position, turn) => found[position].names.push(names[turn]));
  for (const position of positionsOf(data.drafts)) found[position].draft = true;
  for (const position of positionsOf(data.ended)) found[position].ended = true;
  const pages = data.pages.map(([url, title, ...others]) => {
    return { ...blank("page", url.replace(/\/$/, ""), title), names: others, url };
  });
  return [...found, ...pages];
}

// A line has how many words a text shares with the one before, and a sign for each other.
/** @param {string} column @param {string[]} words */
function inWords(column, words) {
  /** @type {string[]} */
  let before = [];
  return lines(column).map((line) => {
    const [shared, ...signs] = line;
    before = [...before.slice(0, Number.parseInt(shared, 36)), ...signs.map((sign) => words[numberOf(sign)])];
    return before.join(" ");
  });
}

// Signs begin at FIRST_SIGN and leave out the backslash and the halves of letters.
/** @param {string} sign */
function numberOf(sign) {
  const code = sign.codePointAt(0) ?? 0;
  return code - FIRST_SIGN - Number(code > BACKSLASH) - (code >= BEHIND_HALVES ? HALVES : 0);
}

/**
 * @param {Titles} data
 * @param {string} kind
 * @param {string} title
 * @param {string} beyond how many letters of the title an id begins with, and the rest of it; empty for all and no more
 */
function recordOf(data, kind, title, beyond) {
  const id = idOf(anchor(title), beyond);
  return { ...blank(kind, id, title), url: `${data.sections[kind]}${id}/` };
}

/** @param {string} start @param {string} beyond */
function idOf(start, beyond) {
  if (!beyond) return start;
  const parts = /^(\d+) ?(.*)$/.exec(beyond);
  checked(parts);
  return start.slice(0, Number(parts[1])) + parts[2];
}

/** @param {string} title */
const anchor = (title) => fold(title).replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");
