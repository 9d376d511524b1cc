// How well each record answers a reading: one sum of what it answers, of how it is called, and of what it is.

import { coverOf } from "./arrangement.js";
import { bitsWhere, hasSeveral, sumAt } from "./bits.js";
import { informationOf, knownOf } from "./information.js";
import { pairsOfBodies, pointsForName } from "./names.js";
import { inPairs, neighboursOf, sideAt } from "./neighbours.js";
import { NAMED, PAGE, PROGRAM, SOURCE, TELLING_NUMBERS } from "./traits.js";

/**
 * @import { Summable } from "./bits.js"
 * @import { Index } from "./index.js"
 * @import { Information } from "./information.js"
 * @import { Neighbours } from "./neighbours.js"
 * @import { Compiled, Presence } from "./presence.js"
 *
 * Of some records how well each answers, -1 where it doesn't; what share of the query's information it holds together,
 * 0 to 1; and whether it has every slot that says something. Without a number that the query names a share is 0.
 * `beside` are the slots that stand beside a neighbour, and the numbers.
 * @typedef {{scores: Float32Array, shares: Float32Array, complete: Uint8Array, beside: Int32Array}} Columns
 *
 * The records that answer, in their order. `pairable` are the slots that make a word with the one before.
 * @typedef {Columns & {positions: Uint32Array, pairable: number}} Ranked
 *
 * Which records get a score: those that have all of a reading or hold enough of it together, also what is near them, or
 * what has any word of it.
 * @typedef {"right" | "near" | "any"} Reach
 *
 * All that is known of a reading: what was asked, what the records have of it, and how much that tells.
 * @typedef {{
 *   index: Index, reading: Compiled, presence: Presence, neighbours: Neighbours, information: Information,
 *   fields: Fields,
 * }} Case
 *
 * What each field of one record has of a reading, the best field first; filled anew for each record.
 * @typedef {{worth: Float64Array, bits: Int32Array, pairs: Int32Array}} Fields
 */

// What an answer by a field is worth; what a body, a group or a document is called is worth as much as its title.
const [TITLE, NAMES, AUDIENCE, RELATED, TEXT] = [1, 0.9, 0.85, 0.8, 0.4];
// A syllable that only begins as it was typed; a neighbour with others between; a syllable away from its neighbours;
// what tells of a thing, not the thing.
const [BEGUN, NEAR, APART, ASIDE] = [0.7, 0.5, 0.6, 0.42];
/** What share of a query's information a record must hold together to be one of the right ones. */
export const ENOUGH = 0.8;
// A record may be right while it has so much of what is known of the query.
const LOOKED_AT = 0.45;
// Points beside the 100 of a whole answer: for every word being there; for the kind that is asked for; for the marks as
// typed; for a figure of its own, not one that it mentions; for a title that opens with the query; for each
// step of standing; for each syllable of a title.
const [WHOLE, COMPLETE, MEANT, EXACT, OWN, OPENING, STANDING, LETTER] = [100, 15, 36, 3, 8, 0.4, 1, -0.004];

/**
 * How well every record answers a reading that has all of it or holds enough of it together; the others are worth a
 * score only where there are none of these, or where they are asked for.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Compiled} reading
 * @param {Presence} presence what each record has of it
 * @param {number} meant the kind of record that is asked for, 0 for any
 * @param {Reach} reach
 * @returns {Ranked}
 */
export function ranked(index, standings, reading, presence, meant, reach) {
  const size = index.records.length;
  const known = knownOf(reading, presence);
  const candidates = candidatesOf(reading, presence, known.slots, reach === "any" ? 0 : LOOKED_AT);
  const neighbours = neighboursOf(index, reading);
  const information = informationOf(reading, known, neighbours, size);
  const { pairable } = information;
  const { spoken } = reading;
  // Of several words that make no word with one another anywhere, none holds the others.
  const isLoose = hasSeveral(spoken & ~reading.figures) && (inPairs(pairable) & spoken) === 0;
  const wholes = pairsOfBodies(index, reading, presence) | pairsOfDays(reading);
  const about = { index, reading, presence, neighbours, information, fields: noFields() };
  const positions = candidates.slice();
  const found = noneFound(positions.length);
  let length = 0;
  for (let turn = 0; turn < positions.length; turn += 1) {
    const position = candidates[turn];
    const present = presence.any[position];
    const side = sideAt(neighbours, position);
    const named = presence.title[position] | presence.names[position] | presence.related[position];
    const alone = isLoose ? 0 : ~inPairs(pairable) & (hasSeveral(spoken) ? named | reading.figures : -1);
    const held = present & (inPairs(side) | alone);
    const isComplete = (reading.needed & ~present) === 0;
    const holds = ((reading.figures & ~held) | (wholes & ~side)) === 0 && !isHelp(about, position, held);
    const share = holds ? shareOf(about, position, held) : 0;
    if (!isComplete && share < ENOUGH && reach === "right") continue;
    positions[length] = position;
    found.complete[length] = Number(isComplete);
    found.beside[length] = present & (inPairs(side) | reading.figures);
    found.shares[length] = share;
    const score = scoreOf(about, position, held, meant) + STANDING * standings[position] + (isComplete ? COMPLETE : 0);
    found.scores[length] = Math.max(0, score);
    length += 1;
  }
  return { positions: positions.subarray(0, length), ...firstOfAll(found, length), pairable };
}

// As many digits have a day and a month.
const OF_DAY = 2;

// The pairs within days: what has 14, 12 and 2026 here and there has no 14-12-2026.
/** @type {(reading: Compiled) => number} */
function pairsOfDays({ slots, figures }) {
  const isJoined = (/** @type {number} */ slot) => {
    const [before, word] = [slots[slot - 1].word, slots[slot].word];
    const areFigures = ((figures >> (slot - 1)) & 3) === 3;
    return areFigures && before.folded.length <= OF_DAY && word.start > 0 && word.start === before.end + 1;
  };
  let pairs = 0;
  for (let slot = 2; slot < slots.length; slot += 1) {
    if (isJoined(slot - 1) && isJoined(slot)) pairs |= 3 << (slot - 1);
  }
  return pairs;
}

/** @type {(size: number) => Columns} of as many records, of which none answers */
export const noneFound = (size) => ({
  scores: new Float32Array(size).fill(-1), shares: new Float32Array(size), complete: new Uint8Array(size),
  beside: new Int32Array(size),
});

/** @type {(columns: Columns, length: number) => Columns} */
export const firstOfAll = ({ scores, shares, complete, beside }, length) => ({
  scores: scores.subarray(0, length), shares: shares.subarray(0, length), complete: complete.subarray(0, length),
  beside: beside.subarray(0, length),
});

/** @type {(reading: Compiled, presence: Presence, slots: Summable, share: number) => Uint32Array} in their order */
function candidatesOf({ count }, { any, having }, slots, share) {
  const found = new Uint32Array(any.length);
  const least = share * sumAt(slots, bitsWhere(having, Boolean));
  let length = 0;
  for (let position = 0; position < any.length; position += 1) {
    const present = any[position];
    if (count === 0 || (present !== 0 && sumAt(slots, present) >= least)) found[length++] = position;
  }
  return found.subarray(0, length);
}

// A page that is not called so: it tells how, and so has the words of every question.
/** @type {(about: Case, position: number, held: number) => boolean} */
function isHelp({ index, reading, information }, position, held) {
  if (reading.count === 0 || index.traits.kind[position] !== PAGE) return false;
  return pointsForName(index, reading, information, position, held) === 0;
}

// How much of the query stands together in a record.
/** @type {(about: Case, position: number, held: number) => number} */
function shareOf({ information, neighbours }, position, held) {
  const { slots, pairs, total } = information;
  return (sumAt(slots, held) + sumAt(pairs, sideAt(neighbours, position))) / total;
}

/** @type {(about: Case, position: number, held: number, meant: number) => number} */
function scoreOf(about, position, held, meant) {
  const { index, reading, information, presence } = about;
  if (reading.count === 0) return 0;
  const { traits, title: { starts, values } } = index;
  const kind = traits.kind[position];
  const isNamed = (presence.title[position] | presence.names[position]) !== 0;
  const name = isNamed ? pointsForName(index, reading, information, position, held) : 0;
  const worth = kind === SOURCE && name === 0 && meant !== SOURCE ? ASIDE : 1;
  const answer = reading.count === 1 ? answerOfWord(about, position) : answerOf(about, position);
  // Each is of its kind, whether its title says so or not.
  const ofKind = kind === meant ? sumAt(information.slots, reading.kinds & ~presence.title[position]) : 0;
  return (WHOLE * worth * (answer + ofKind)) / information.total + name
    + (meant !== 0 && (meant === TELLING_NUMBERS ? traits.tellsNumbers[position] : kind === meant) ? MEANT : 0)
    + ((presence.opens[position] & reading.figures & ~information.pairable) === 0 ? 0 : OWN)
    + OPENING * (reading.any[values[starts[position]]] & 1)
    + LETTER * (starts[position + 1] - starts[position])
    + (EXACT * sumAt(information.slots, presence.exact[position])) / information.total;
}

const FIELDS = 5;
/** @returns {Fields} */
function noFields() {
  return { worth: new Float64Array(FIELDS), bits: new Int32Array(FIELDS), pairs: new Int32Array(FIELDS) };
}

/** @type {(about: Case, position: number) => void} */
function fillFields({ index, reading, presence, neighbours, fields: { worth, bits, pairs } }, position) {
  const title = presence.title[position];
  const audience = title === 0 ? 0 : audienceOf(index, reading, position);
  worth[0] = TITLE;
  worth[1] = reading.isFor ? TITLE : AUDIENCE;
  worth[2] = index.traits.kind[position] >= NAMED ? TITLE : NAMES;
  worth[3] = RELATED;
  worth[4] = TEXT;
  bits[0] = title & ~audience;
  bits[1] = title;
  bits[2] = presence.names[position];
  bits[3] = presence.related[position];
  bits[4] = presence.text[position];
  pairs[0] = pairs[1] = pairs[2] = neighbours.strong[position];
  pairs[3] = neighbours.related[position];
  pairs[4] = neighbours.text[position];
}

/**
 * The information that a record answers, each slot and each pair by the best field that has it; where a slot stands
 * away from its neighbours in a field, by one in which it doesn't.
 * @type {(about: Case, position: number) => number}
 */
function answerOf(about, position) {
  fillFields(about, position);
  const { information: { slots, pairs, pairable }, presence, neighbours, fields } = about;
  const [present, side] = [presence.any[position], sideAt(neighbours, position)];
  const [whole, wholePairs] = [presence.whole[position], neighbours.whole[position]];
  const alone = ~inPairs(pairable);
  let [found, left, leftPairs] = [0, -1, -1];
  for (let field = 0; field < FIELDS && ((left & present) | (leftPairs & side)) !== 0; field += 1) {
    const own = fields.bits[field] & left & (inPairs(fields.pairs[field]) | alone);
    const ownPairs = fields.pairs[field] & leftPairs;
    found += fields.worth[field] * (begunAt(slots, own, whole) + begunAt(pairs, ownPairs, wholePairs));
    left &= ~own;
    leftPairs &= ~ownPairs;
  }
  for (let field = 0; field < FIELDS && (left & present) !== 0; field += 1) {
    found += APART * fields.worth[field] * begunAt(slots, fields.bits[field] & left, whole);
    left &= ~fields.bits[field];
  }
  return found + NEAR * TEXT * sumAt(pairs, neighbours.near[position] & leftPairs);
}

// One word has no neighbours, and its first letters are in nearly every record: the best field that has it tells all.
/** @type {(about: Case, position: number) => number} */
function answerOfWord({ index, reading, presence, information: { slots } }, position) {
  const { title, names, related, whole } = presence;
  const told = whole[position] === 0 ? BEGUN * slots.values[0] : slots.values[0];
  if (title[position] !== 0) {
    return (reading.isFor || audienceOf(index, reading, position) === 0 ? TITLE : AUDIENCE) * told;
  }
  if (names[position] !== 0) return (index.traits.kind[position] >= NAMED ? TITLE : NAMES) * told;
  return (related[position] === 0 ? TEXT : RELATED) * told;
}

// What stands in a programme's title only where it says who it is for.
/** @type {(index: Index, reading: Compiled, position: number) => number} */
function audienceOf({ title: { starts, values }, traits }, { any }, position) {
  if (traits.kind[position] !== PROGRAM) return 0;
  const from = starts[position];
  const to = from + traits.subjectLength[position];
  const { bits } = coverOf(values, to, starts[position + 1], any);
  return bits === 0 ? 0 : bits & ~coverOf(values, from, to, any).bits;
}

// What only begins as it was typed counts for less.
/** @type {(values: Summable, bits: number, whole: number) => number} */
function begunAt(values, bits, whole) {
  return bits === 0 ? 0 : sumAt(values, bits & whole) + BEGUN * sumAt(values, bits & ~whole);
}
