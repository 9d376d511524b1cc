// Which records answer a query, and how well. A query is read as it was typed; only while no record holds it together
// is it read in other ways.

import { SAYS_ALL, SAYS_LITTLE, SAYS_PERHAPS, askingOf, sayingsOf } from "./filler.js";
import { DASH } from "./dashes.js";
import {
  decodedQuery, hasBothWays, marksAsTyped, parsed, slotsAsTyped, unknownIn, withMarksTyped,
} from "./query.js";
import { note, readingsOf } from "./readings.js";
import { ENOUGH } from "./ranking.js";
import {
  boundTest, done, havingAny, holds, isAnswerable, isBound, isNamed, madeReady, merged, scored, worthOf,
} from "./scoring.js";
import { NAMED, PAGE } from "./traits.js";
import { bestOf, otherWays } from "./ways.js";
import { isSyllable } from "../../common/vietnamese.js";

/**
 * @import { Index, Typed } from "./index.js"
 * @import { Asked } from "./query.js"
 * @import { Note, Reading } from "./readings.js"
 * @import { Ready, Scored } from "./scoring.js"
 *
 * Records that may answer; how well and by which of the readings each does, and how far: not at all, with some of its
 * words, with all of them here and there, or together.
 * @typedef {Pick<Scored, "positions" | "scores" | "via" | "readings"> & {grades: Uint8Array, notes: Note[]}} Graded
 *
 * `partly` are the records that have some of the words, until the next question; among those that answer they are only
 * where they were asked for.
 * @typedef {Graded & {partly: Uint32Array}} Answered
 */

const NOT_AT_ALL = 0;
export const [PARTLY, SCATTERED, TOGETHER] = [1, 2, 3];
// What joins a word to the one before it; by itself it would take that out.
const JOINING = new RegExp(`^${DASH}`, "u");
// How many points a record must have to be among the nearest where there is no right one, and what share of those of
// the nearest.
const [LEAST, OF_NEAREST] = [20, 0.8];
// Points for all of the query together, among the nearest: a phrase of it tells more than its words here and there.
const HELD = 40;
// As much better than the query as it was typed another way must be where that has all of its words, some of them away
// from the others.
const MUCH = 25;
// A record with a word away from its neighbours must hold together this share of what the best record with all words
// does. What goes by a name need not: names are typed by half.
const OF_BEST = 0.88;

/**
 * The answer to a query: tests/search/engine.yml shows it by cases.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {{literal?: boolean, partly?: boolean}} how `literal`: nothing but what was typed is looked for; `partly`:
 *   what has some of the words is scored, too
 * @returns {Answered}
 */
export function answered(index, standings, asked, { literal = false, partly = false }) {
  const several = literal ? [literalReading(index, asked)] : readingsOf(index, asked, withMarksTyped);
  const readings = madeReady(index, several);
  const typed = scored(index, standings, asked, readings);
  const best = literal ? graded(index, typed, asked)
    : withoutMarksAsTyped(index, standings, asked, bestAnswer(index, standings, asked, readings, typed));
  const answer = isWordless(asked) ? nothingOf(best) : best;
  const answering = answer.positions.filter((_, turn) => answer.grades[turn] > NOT_AT_ALL);
  const others = havingAny(index, asked, readings, answering);
  const found = partly ? joined(answer, gradedPartly(index, asked, standings, readings, others)) : answer;
  done(index, readings);
  return { ...found, partly: others };
}

// Beside typed marks, a word without any is mostly meant without («khoa học»): where records hold the query together
// with it as it stands, those that have it with marks wait behind them.
/** @type {(index: Index, standings: Uint8Array, asked: Asked, answer: Graded) => Graded} */
function withoutMarksAsTyped(index, standings, asked, answer) {
  const isPlain = (/** @type {Typed} */ word) => !word.marked && hasBothWays(index, word);
  if (!asked.words.some(({ marked }) => marked) || !asked.words.some(isPlain)) return answer;
  const readings = madeReady(index, readingsOf(index, asked, marksAsTyped));
  const found = isAnswerable(readings) ? scored(index, standings, asked, readings) : undefined;
  done(index, readings);
  if (!found || worthOf(found) < 0 || !isBound(found)) return answer;
  const { positions, grades } = graded(index, found, asked);
  const right = new Set(positions.filter((_, turn) => grades[turn] === TOGETHER));
  const lowered = answer.grades.map((grade, turn) => {
    return grade === TOGETHER && !right.has(answer.positions[turn]) ? SCATTERED : grade;
  });
  return { ...answer, grades: lowered };
}

/** @type {(index: Index, asked: Asked, standings: Uint8Array, readings: Ready[], others: Uint32Array) => Graded} */
function gradedPartly(index, asked, standings, readings, others) {
  const found = scored(index, standings, asked, readings, "any");
  const isOther = new Set(others);
  const grades = Uint8Array.from(found.positions, (position) => (isOther.has(position) ? PARTLY : NOT_AT_ALL));
  return { ...found, grades, notes: [] };
}

/** @type {(one: Graded, other: Graded) => Graded} */
function joined(one, other) {
  return {
    positions: Uint32Array.from([...one.positions, ...other.positions]),
    scores: Float32Array.from([...one.scores, ...other.scores]),
    grades: Uint8Array.from([...one.grades, ...other.grades]),
    via: Uint8Array.from([...one.via, ...other.via.map((reading) => one.readings.length + reading)]),
    readings: [...one.readings, ...other.readings],
    notes: one.notes,
  };
}

/** @type {(index: Index, standings: Uint8Array, asked: Asked, readings: Ready[], typed: Scored) => Graded} */
function bestAnswer(index, standings, asked, readings, typed) {
  const worth = worthOf(typed);
  if (asked.words.length === 0 || (worth >= 0 && isBound(typed))) return graded(index, typed, asked);
  const askOther = (/** @type {Reading[]} */ others) => {
    const several = madeReady(index, others);
    const found = isAnswerable(several) ? scored(index, standings, asked, several) : undefined;
    done(index, several);
    return found;
  };
  const ways = otherWays(index, asked, askOther, typed, isNamed(readings));
  const other = bestOf(ways, worth < 0 ? worth : worth + MUCH);
  if (other) return graded(index, merged(index, typed, other), asked);
  return holds(typed) ? graded(index, typed, asked) : nextBest(index, standings, asked, readings, typed);
}

// Where nothing holds a query together: what has all of its words that there are, or what is nearest.
/** @type {(index: Index, standings: Uint8Array, asked: Asked, readings: Ready[], typed: Scored) => Graded} */
function nextBest(index, standings, asked, readings, typed) {
  const { asks, tells } = askingOf(index, asked);
  const missed = missedIn(index, asked);
  const decoded = asKeys(index, standings, asked, missed);
  if (decoded || isHalf(index, asked, missed)) return decoded ?? graded(index, typed, asked);
  const answer = withoutUnknown(index, standings, asked, missed) ?? graded(index, typed, asked);
  const isAny = !isNothing(index, answer);
  if (isAny && !asks) return answer;
  const near = scored(index, standings, asked, readings, "near");
  if (!asks) return nearest(near, asked) ?? answer;
  return nearest(pagesOf(index, near), asked) ?? (isAny && tells ? answer : nothingOf(answer));
}

// What is typed with the keys of an input method, and then holds more words that records have.
/** @type {(index: Index, standings: Uint8Array, asked: Asked, missed: Typed[]) => Graded | undefined} */
function asKeys(index, standings, asked, missed) {
  const decoded = missed.length > 1 ? decodedQuery(index, asked) : undefined;
  if (!decoded || missedIn(index, decoded).length >= missed.length) return undefined;
  const answer = answered(index, standings, decoded, {});
  if (isNothing(index, answer)) return undefined;
  return { ...answer, notes: [note("telex", asked.text, decoded.text), ...answer.notes] };
}

// Signs without a letter or a digit, and a 0 that may go on to any number.
/** @type {(asked: Asked) => boolean} */
const isWordless = ({ text, words, excluded }) => words.length === 0 && excluded.length === 0 && /\S/.test(text);

// What only asks finds nothing: neither what it asks for is said, nor does any page answer it.
/** @type {(answer: Graded) => Graded} */
const nothingOf = (answer) => {
  return { ...answer, grades: answer.grades.map(() => NOT_AT_ALL), notes: [note("wordless", "")] };
};

// The pages that are called so.
/** @type {(index: Index, found: Scored) => Scored} */
function pagesOf({ traits }, found) {
  const scores = found.scores.map((score, turn) => {
    return traits.kind[found.positions[turn]] === PAGE && found.shares[turn] > 0 ? score : -1;
  });
  return { ...found, scores };
}

// Help alone, which has the words of every question, is none.
/** @type {(index: Index, answer: Pick<Graded, "positions" | "grades">) => boolean} */
const isNothing = ({ traits }, { positions, grades }) => {
  return grades.every((grade, turn) => grade < (traits.kind[positions[turn]] === PAGE ? TOGETHER : SCATTERED));
};

/** @type {(index: Index, asked: Asked) => Reading} */
function literalReading(index, { words }) {
  return { slots: slotsAsTyped(index, words), notes: [], meant: 0, isFor: false, price: 0 };
}

/**
 * The words that say more than little and that no record has, as they were typed.
 * @param {Index} index
 * @param {Asked} asked
 */
export function missedIn(index, asked) {
  const sayings = sayingsOf(index, asked);
  const words = asked.words.filter((_, at) => sayings[at] !== SAYS_LITTLE && sayings[at] !== SAYS_PERHAPS);
  return unknownIn(index, { ...asked, words });
}

// Whether only one syllable is left of what a query tells, and stands beside an unknown one: two mostly are a word.
/** @type {(index: Index, asked: Asked, missed: Typed[]) => boolean} */
function isHalf(index, asked, missed) {
  const sayings = sayingsOf(index, asked);
  const known = asked.words.filter((word, at) => sayings[at] === SAYS_ALL && !missed.includes(word));
  if (known.length !== 1) return false;
  const at = asked.words.indexOf(known[0]);
  if (/\d/.test(known[0].folded)) return missed.some(({ end }) => isJoinedAt(asked.text, end, known[0]));
  return [asked.words[at - 1], asked.words[at + 1]].some((word) => missed.includes(word) && isSyllable(word.folded));
}

// COVID-19 without COVID is no number.
/** @type {(text: string, end: number, word: Typed) => boolean} */
const isJoinedAt = (text, end, { start }) => end < start && !/\s/.test(text.slice(end, start));

// The query without the words that no record has; undefined where that leaves nothing, or leaves all.
/** @type {(index: Index, standings: Uint8Array, asked: Asked, unknown: Typed[]) => Graded | undefined} */
function withoutUnknown(index, standings, asked, unknown) {
  if (unknown.length === 0 || unknown.length === asked.words.length || asked.phrases.length > 0) return undefined;
  if (unknown.some(({ folded }) => /\d/.test(folded))) return undefined;
  const text = unknown.reduceRight((rest, { start, end }) => {
    return rest.slice(0, start) + rest.slice(end).replace(JOINING, "");
  }, asked.text);
  const answer = answered(index, standings, parsed(index, text, asked.typing), {});
  if (isNothing(index, answer)) return undefined;
  const words = new Set(unknown.map(({ typed }) => typed));
  return { ...answer, notes: [note("nowhere", [...words].join(", ")), ...answer.notes] };
}

/**
 * How far each record answers: whether it holds the query together, or has all of its words.
 * @type {(index: Index, found: Scored, asked: Asked) => Graded}
 */
function graded({ traits }, found, asked) {
  const { positions, scores, shares, complete, via, readings } = found;
  const grades = new Uint8Array(scores.length);
  const enough = Math.max(ENOUGH, OF_BEST * mostHeld(scores, shares, complete));
  const hasPhrases = asked.phrases.length > 0;
  const isBoundAt = boundTest(found);
  for (let turn = 0; turn < scores.length; turn += 1) {
    if (scores[turn] < 0) continue;
    const isMeant = isBoundAt(turn) || traits.kind[positions[turn]] >= NAMED;
    const isHeld = shares[turn] >= (isMeant ? ENOUGH : enough)
      || asked.words.length === 0 || (hasPhrases && complete[turn] === 1);
    grades[turn] = isHeld ? TOGETHER : complete[turn] ? SCATTERED : NOT_AT_ALL;
  }
  raise(found, grades);
  return { positions, scores, grades, via, readings, notes: [] };
}

// Where all that hold the query together lack a word, a record that has them all is right if it answers as well.
/** @type {(found: Scored, grades: Uint8Array) => void} */
function raise({ scores, shares, complete }, grades) {
  let most = 0;
  for (let turn = 0; turn < grades.length; turn += 1) {
    if (grades[turn] !== TOGETHER) continue;
    if (complete[turn]) return;
    most = Math.max(most, scores[turn]);
  }
  if (most === 0) return;
  for (let turn = 0; turn < grades.length; turn += 1) {
    if (grades[turn] === SCATTERED && shares[turn] > 0 && scores[turn] >= most) grades[turn] = TOGETHER;
  }
}

// The largest share of the query that a record with all of its words holds together; 0 where none has all.
/** @type {(scores: Float32Array, shares: Float32Array, complete: Uint8Array) => number} */
function mostHeld(scores, shares, complete) {
  let most = 0;
  for (let turn = 0; turn < scores.length; turn += 1) {
    if (scores[turn] >= 0 && complete[turn]) most = Math.max(most, shares[turn]);
  }
  return most;
}

/** @type {(found: Scored, asked: Asked) => Graded | undefined} the nearest, where there is neither */
function nearest({ positions, shares, scores: own, via, readings }, asked) {
  const scores = own.map((score, turn) => (score < 0 ? score : score + HELD * shares[turn]));
  const most = scores.reduce((one, other) => Math.max(one, other), 0);
  if (most < LEAST || asked.words.length < 2 || asked.phrases.length > 0) return undefined;
  const grades = Uint8Array.from(scores, (score) => (score >= OF_NEAREST * most ? SCATTERED : NOT_AT_ALL));
  return { positions, scores, grades, via, readings, notes: [note("nearest", asked.text)] };
}
