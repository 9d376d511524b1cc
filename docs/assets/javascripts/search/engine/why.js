// Why a record was found, where its title doesn't tell: the words around the match, and what they are.

import { countOf, hasSeveral } from "./bits.js";
import { daysOf } from "./class-days.js";
import { highlights, eachToken } from "./highlights.js";
import { answering, wholeNumbers } from "./numbers.js";

/**
 * @import { Stretch } from "./highlights.js"
 * @import { Index } from "./index.js"
 * @import { Token } from "./numbers.js"
 * @import { AskedReading } from "./scoring.js"
 *
 * Words of a record, or of one that it names, and what they are; `label` is empty for those of a page.
 * @typedef {{label: string, text: string}} Passage
 *
 * The words around a match, with the places in them that answer the query.
 * @typedef {Passage & {highlights: Stretch[]}} Why
 *
 * Tells why a record is there; undefined where its title tells, or where nothing tells more.
 * @typedef {(index: Index, position: number, reading: AskedReading) => Why | undefined} WhyTold
 *
 * What a stretch of a text has of a reading: the slots that it fills, as whole syllables too, and those that stand
 * there beside the one before.
 * @typedef {{bits: number, whole: number, side: number}} Content
 *
 * What of the query is wanted: the slots and the pairs that the title doesn't have, and which slots tell something
 * without a neighbour beside them.
 * @typedef {{slots: number, pairs: number, alone: number}} Wanted
 *
 */

const LETTERS = 90;
/** @type {{[kind: string]: string}} */
const RELATED = { group: "Đối tượng", organization: "Đơn vị", plan: "Kế hoạch", topic: "Chuyên đề" };
const LEAD = "Đơn vị chủ trì";

/** @type {WhyTold} */
export function whyOf(index, position, reading) {
  const wanted = lackingIn(index, index.records[position].title, reading);
  if (!wanted) return undefined;
  /** @type {Passage | undefined} */
  let best;
  let most = 0;
  for (const passage of passagesOf(index, position)) {
    const worth = worthOf(contentOf(matchesIn(index, passage.text, reading)), wanted);
    if (worth > most) [best, most] = [passage, worth];
  }
  if (!best) return undefined;
  const [start, end] = densest(matchesIn(index, best.text, reading), wanted);
  const { text, shift } = cut(best.text, start, end);
  const from = start + shift;
  const places = highlights(index, best.text.slice(start, end), reading);
  return { label: best.label, text, highlights: places.map(([first, last]) => [first + from, last + from]) };
}

// A title that has all of the words tells by itself, unless no two of them stand together there.
/** @type {(index: Index, title: string, reading: AskedReading) => Wanted | undefined} */
function lackingIn(index, title, reading) {
  const { bits, side } = contentOf(matchesIn(index, title, reading));
  const slots = reading.needed & ~bits;
  if (slots === 0 && (side !== 0 || reading.count < 2)) return undefined;
  const alone = hasSeveral(reading.needed) ? reading.figures : -1;
  return { slots: wholeNumbers(reading, slots), pairs: ~side, alone };
}

/** @type {(index: Index, position: number) => Passage[]} */
function passagesOf({ records, fields, related }, position) {
  const { names, called, lead, texts, fields: places, classes } = records[position];
  const told = texts.map((text, at) => ({ label: fields[places[at]] ?? "", text }));
  const known = names.map((text, at) => ({ label: called[at] ?? "", text }));
  const others = related.values.subarray(related.starts[position], related.starts[position + 1]);
  const named = [...others].flatMap((other) => {
    const label = other === lead ? LEAD : (RELATED[records[other].kind] ?? "");
    return [records[other].title, ...records[other].names].map((text) => ({ label, text }));
  });
  return [...told, ...known, ...named, ...classes.flatMap(daysOf)];
}

/** @type {(index: Index, text: string, reading: AskedReading) => Token[]} */
function matchesIn(index, text, reading) {
  const { any, figures } = reading;
  const found = tokensOf(index, text, reading, (number) => any[number] !== 0);
  const isOfNumbers = found.some((each) => each.any & (figures | (figures << 1)));
  return isOfNumbers ? answering(tokensOf(index, text, reading, () => true), reading) : found;
}

/** @type {(index: Index, text: string, reading: AskedReading, isWanted: (number: number) => boolean) => Token[]} */
function tokensOf(index, text, { any, whole }, isWanted) {
  /** @type {Token[]} */
  const tokens = [];
  let at = 0;
  eachToken(index, text, (start, end, number) => {
    const { folded } = index.words.list[number];
    if (isWanted(number)) tokens.push({ start, end, at, folded, any: any[number], whole: whole[number] });
    at += 1;
  });
  return tokens;
}

/** @param {Token[]} matches */
function contentOf(matches) {
  /** @type {Content} */
  const content = { bits: 0, whole: 0, side: 0 };
  matches.forEach(({ any, whole, at }, turn) => {
    const before = matches[turn - 1];
    content.bits |= any;
    content.whole |= whole;
    if (before?.at === at - 1) content.side |= (before.any << 1) & any;
  });
  return content;
}

// A whole syllable counts twice, and as much as one does that it stands beside its neighbour. Of several words, those
// that only stand here and there tell nothing.
/** @type {(content: Content, wanted: Wanted) => number} */
function worthOf({ bits, whole, side }, { slots, pairs, alone }) {
  if (side === 0 && (bits & slots & alone) === 0) return 0;
  return countOf(bits & slots) + countOf(whole & slots) + 2 * countOf(side & pairs);
}

/**
 * Where in a text most of what is wanted stands within the length of a passage, in the fewest letters.
 * @param {Token[]} matches
 * @param {Wanted} wanted
 * @returns {Stretch}
 */
function densest(matches, wanted) {
  /** @type {Stretch} */
  let best = [0, 0];
  let most = 0;
  for (let from = 0; from < matches.length; from += 1) {
    const { start } = matches[from];
    for (let to = from; to < matches.length && matches[to].end - start <= LETTERS; to += 1) {
      const { end } = matches[to];
      const worth = worthOf(contentOf(matches.slice(from, to + 1)), wanted) - (end - start) / LETTERS;
      if (worth > most) [best, most] = [[start, end], worth];
    }
  }
  return best;
}

/**
 * The part of a text around a stretch of it, cut between words, and how far its letters have moved.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function cut(text, start, end) {
  if (text.length <= LETTERS) return { text, shift: 0 };
  const spare = Math.max(0, LETTERS - (end - start));
  const first = Math.max(0, Math.min(start - Math.floor(spare / 2), text.length - LETTERS));
  const last = Math.max(end, first + LETTERS);
  const from = first === 0 ? 0 : Math.min(start, borderAfter(text, first));
  const to = last >= text.length ? text.length : Math.max(end, text.lastIndexOf(" ", last));
  const before = from > 0 ? "… " : "";
  const after = to < text.length ? " …" : "";
  return { text: before + text.slice(from, to) + after, shift: before.length - from };
}

/** @type {(text: string, at: number) => number} */
function borderAfter(text, at) {
  const space = text.indexOf(" ", at - 1);
  return space < 0 ? text.length : space + 1;
}
