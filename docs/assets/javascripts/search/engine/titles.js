// The records as their titles and names tell of them.

import { checked, lines, positionsOf } from "./columns.js";
import { blank } from "./records.js";
import { fold } from "../../common/vietnamese.js";

/** @import { InWords, Record, Titles } from "./records.js" */

const [FIRST_SIGN, BACKSLASH, BEHIND_HALVES, HALVES, LAST_IN_ONE] = [40, 92, 0xE000, 0x800, 0xFFFF];

/** @type {(data: Titles) => {records: Record[], titles: InWords}} */
export function recordsOf(data) {
  const kinds = Object.keys(data.sections);
  const words = lines(data.words);
  const anchors = words.map(anchor);
  const [rows, ids] = data.kinds ? [wordsIn(data.titles), lines(data.ids)] : [[], []];
  checked(data.kinds.length === ids.length);
  const found = rows.map((row, position) => {
    const id = idOf(anchorOf(row, anchors), ids[position]);
    return recordOf(data, kinds[Number(data.kinds[position])], id, textOf(row, words));
  });
  const names = wordsIn(data.names);
  positionsOf(data.named).forEach((position, turn) => {
    found[position].names = [...found[position].names, textOf(names[turn], words)];
  });
  for (const position of positionsOf(data.drafts)) found[position].draft = true;
  for (const position of positionsOf(data.ended)) found[position].ended = true;
  const pages = data.pages.map(([url, title, ...others]) => {
    return { ...blank("page", url.replace(/\/$/, ""), title), names: others, url };
  });
  return { records: [...found, ...pages], titles: { words, rows } };
}

// The numbers of the words of each text: a line has how many it shares with the one before, and a sign for each other.
/** @param {string} column */
function wordsIn(column) {
  /** @type {number[]} */
  let before = [];
  return lines(column).map((line) => {
    const own = before.slice(0, Number.parseInt(line[0], 36));
    for (let at = 1; at < line.length; at += 1) {
      const code = line.codePointAt(at) ?? 0;
      own.push(numberOf(code));
      if (code > LAST_IN_ONE) at += 1;
    }
    before = own;
    return own;
  });
}

// Signs begin at FIRST_SIGN and leave out the backslash and the halves of letters.
/** @param {number} code */
function numberOf(code) {
  return code - FIRST_SIGN - Number(code > BACKSLASH) - (code >= BEHIND_HALVES ? HALVES : 0);
}

// Each word has the space before it, the first as well.
/** @param {number[]} numbers @param {string[]} words */
const textOf = (numbers, words) => numbers.map((number) => words[number]).join("").slice(1);

// A comma has nothing of its own in an anchor.
/** @param {number[]} numbers @param {string[]} anchors */
const anchorOf = (numbers, anchors) => numbers.map((number) => anchors[number]).filter(Boolean).join("-");

/** @type {(data: Titles, kind: string, id: string, title: string) => Record} */
function recordOf({ sections }, kind, id, title) {
  const record = blank(kind, id, title);
  record.url = `${sections[kind]}${id}/`;
  return record;
}

/**
 * An id.
 * @param {string} start what its title gives
 * @param {string} beyond how many letters of that it begins with, as one sign, and the rest of it; empty for all and no
 * more
 */
function idOf(start, beyond) {
  if (!beyond) return start;
  const length = beyond.charCodeAt(0) - NO_LETTER;
  checked(length >= 0);
  return start.slice(0, length) + beyond.slice(1);
}

const NO_LETTER = 48;

/** @param {string} word */
const anchor = (word) => fold(word).replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");
