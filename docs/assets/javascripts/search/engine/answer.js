// Which records answer a query, and how well: it is read in ever freer ways until some do.

import { correctedSlots, corrections, meaningsOf } from "./correction.js";
import { shortened } from "./filler.js";
import { FREEST, I_FOR_Y, LEVELS, decodedQuery, isKnown, readingsOf, slotsOf } from "./query.js";
import { bestOf, compiled, isTogether, phraseTest, scores } from "./ranking.js";
import { shorthandsOf, writtenOut } from "./shorthand.js";

/**
 * @import { Index, Typed, Word } from "./index.js"
 * @import { Asked, Expansion, Level, Reading } from "./query.js"
 * @import { Compiled, Slot } from "./ranking.js"
 *
 * What is told of how a query was read.
 * @typedef {{type: string, from: string, to: string}} Note
 *
 * A reading that was asked: `typed` is how many letters its last syllable has.
 * @typedef {Compiled & {typed: number, expansions: Expansion[]}} AskedReading
 *
 * The scores of all records, -1 for those that don't answer, and by which of the readings each has its own.
 * @typedef {{scores: Int32Array, via: Uint8Array, readings: AskedReading[]}} Scored
 *
 * @typedef {Scored & {notes: Note[]}} Answered
 */

/** @type {(type: string, from: string, to?: string) => Note} */
export const note = (type, from, to = "") => ({ type, from, to });

/**
 * The scores of all records by the first way of reading a query that any of them answers. While none has the syllables
 * together, freer ways are tried as well.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {boolean} [literal] whether nothing but what was typed is looked for
 */
export function answered(index, standings, asked, literal = false) {
  if (literal) return literally(index, standings, asked);
  const typed = withIForY(index, standings, asked, asTyped(index, standings, asked, LEVELS));
  if (typed && (asked.words.length < 2 || isApt(typed))) return typed;
  if (typed) return merged(typed, freely(index, standings, asked, asked.words.length > 2));
  return asKeys(index, standings, asked)
    ?? freely(index, standings, asked)
    ?? asShorthand(index, standings, asked, false)
    ?? asShortened(index, standings, asked)
    ?? asMeant(index, standings, asked, index)
    ?? nothing(index);
}

/** @type {(index: Index, standings: Uint8Array, asked: Asked) => Answered} */
function literally(index, standings, asked) {
  const reading = { words: asked.words, expansions: [] };
  return asTyped(index, standings, asked, LEVELS.slice(0, 1), [reading]) ?? nothing(index);
}

/**
 * Ways to read a query so that a record has the syllables together. A syllable that is in no record is a slip before
 * anything is left out.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {boolean} [mayBeSlips]
 */
function freely(index, standings, asked, mayBeSlips = true) {
  const shorter = () => apt(asShortened(index, standings, asked));
  const corrected = () => (mayBeSlips ? asMeant(index, standings, asked, titlesOf(index), isApt) : undefined);
  const areKnown = asked.words.every((word) => isKnown(index, word));
  const [one, other] = areKnown ? [shorter, corrected] : [corrected, shorter];
  return asShorthand(index, standings, asked, true) ?? one() ?? other();
}

// i and y write the same word: Mĩ is looked for as Mỹ, too, where what is written so stands scattered.
/** @type {(index: Index, standings: Uint8Array, asked: Asked, typed?: Answered) => Answered | undefined} */
function withIForY(index, standings, asked, typed) {
  if (!typed || isApt(typed) || !asked.words.some(({ folded }) => /[iy]$|^[iy]e/.test(folded))) return typed;
  return merged(typed, apt(asTyped(index, standings, asked, [I_FOR_Y])));
}

/** @type {(index: Index) => Index} */
const namesOf = (index) => ({ ...index, text: index.nothing, related: index.nothing });
/** @type {(index: Index) => Index} */
const titlesOf = (index) => ({ ...namesOf(index), names: index.nothing });

/**
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {Level[]} levels
 * @param {Reading[]} [readings]
 * @returns {Answered | undefined}
 */
function asTyped(index, standings, asked, levels, readings = readingsOf(index, asked)) {
  for (const level of levels) {
    const ready = readings.map(({ words, expansions }) => ({ slots: slotsOf(index, words, level), expansions }));
    const answer = best(index, standings, asked, level, ready);
    if (answer) return { ...answer, notes: level.notes.map((type) => note(type, asked.text)) };
  }
  return undefined;
}

/** @type {(index: Index, standings: Uint8Array, asked: Asked) => Answered | undefined} */
function asKeys(index, standings, asked) {
  const decoded = decodedQuery(asked);
  if (!decoded || !asTyped(index, standings, decoded, LEVELS)) return undefined;
  const answer = answered(index, standings, decoded);
  return { ...answer, notes: [note("telex", asked.text, decoded.text), ...answer.notes] };
}

// Initials and figures by what stands in titles and names: found loosely, then looked for as it is written there.
/** @type {(index: Index, standings: Uint8Array, asked: Asked, inOne: boolean) => Answered | undefined} */
function asShorthand(index, standings, asked, inOne) {
  for (const shorthand of shorthandsOf(index, asked)) {
    const loose = best(namesOf(index), standings, asked, FREEST, [shorthand]);
    if (!loose || (inOne && !isApt(loose))) continue;
    const readings = writtenOut(index, shorthand, loose.scores, inOne);
    const answer = asTyped(index, standings, asked, LEVELS, readings);
    if (inOne ? isApt(answer) : answer) return answer;
  }
  return undefined;
}

/** @type {(index: Index, standings: Uint8Array, asked: Asked) => Answered | undefined} */
function asShortened(index, standings, asked) {
  const shorter = shortened(asked);
  if (!shorter) return undefined;
  const answer = answered(index, standings, shorter.asked);
  if (shorter.programsOnly) leaveOutOthers(index, answer);
  return highest(answer) < 0 ? undefined : { ...answer, notes: [note("left_out", shorter.left), ...answer.notes] };
}

/** @param {Index} index @param {Scored} answer */
function leaveOutOthers({ records }, { scores: scored }) {
  records.forEach(({ kind }, position) => {
    if (kind !== "program") scored[position] = -1;
  });
}

/**
 * The query corrected by what the records have in some fields.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {Index} fields the index with those fields alone
 * @param {(answer: Scored) => boolean} [isWanted]
 * @returns {Answered | undefined}
 */
function asMeant(index, standings, asked, fields, isWanted = () => true) {
  if (asked.phrases.length > 0) return undefined;
  const worthOf = (/** @type {Typed[]} */ words) => highest(asTyped(fields, standings, { ...asked, words }, LEVELS));
  for (const { slots, most } of correctedSlots(index, asked)) {
    const loose = best(fields, standings, asked, FREEST, [{ slots, expansions: [] }]);
    if (!loose || !isWanted(loose)) continue;
    const words = likeliest(meaningsOf(fields, slots, bestOf(loose.scores, MOST_LOOKED_AT), most), worthOf);
    const answer = words && asTyped(index, standings, { ...asked, words }, LEVELS);
    if (answer && isWanted(answer)) return { ...answer, notes: correctionNotes(words) };
  }
  return undefined;
}

/** @param {Typed[]} words */
const correctionNotes = (words) => corrections(words).map(({ typed, meant }) => note("corrected", typed, meant));

const MOST_LOOKED_AT = 16;

/** @param {Typed[][]} choices @param {(choice: Typed[]) => number} worthOf */
function likeliest(choices, worthOf) {
  const weighed = choices.map((choice) => ({ choice, worth: worthOf(choice) }));
  return weighed.sort((one, other) => other.worth - one.worth)[0]?.choice;
}

/** @param {Scored} [answer] */
const highest = (answer) => answer?.scores.reduce((one, other) => Math.max(one, other), -1) ?? -1;
/** @param {Scored} [answer] */
const isApt = (answer) => Boolean(answer?.scores.some(isTogether));
/** @param {Answered} [answer] */
const apt = (answer) => (isApt(answer) ? answer : undefined);

// The answers of two attempts, each record by its better one.
/** @type {(one: Answered, other?: Answered) => Answered} */
function merged(one, other) {
  if (!other) return one;
  const readings = [...one.readings, ...other.readings];
  take(one, other.scores, (position) => one.readings.length + other.via[position]);
  return { ...one, readings, notes: [...one.notes, ...other.notes] };
}

/** @type {(index: Index) => Answered} */
function nothing({ records }) {
  return { scores: new Int32Array(records.length).fill(-1), readings: [], via: new Uint8Array(), notes: [] };
}

/**
 * For each record the best score that any of some readings gives it, and which one does; undefined where no record
 * answers. Readings that have a syllable of no record are left out.
 * @param {Index} index
 * @param {Uint8Array} standings
 * @param {Asked} asked
 * @param {Level} level
 * @param {{slots: Slot<Word>[], expansions: Expansion[]}[]} ready
 * @returns {Scored | undefined}
 */
function best(index, standings, asked, level, ready) {
  const size = index.records.length;
  /** @type {Scored} */
  const found = { scores: new Int32Array(size).fill(-1), via: new Uint8Array(size), readings: [] };
  for (const { slots, expansions } of ready) {
    if (slots.some(({ numbers }) => numbers.length === 0)) continue;
    const reading = { ...compiled(index, slots), typed: slots.at(-1)?.word.folded.length ?? 0, expansions };
    found.readings.push(reading);
    take(found, scores(index, standings, reading), () => found.readings.length - 1);
  }
  return keep(index, asked, level, found.scores) ? found : undefined;
}

/** @param {Scored} taken @param {Int32Array} offered @param {(position: number) => number} readingOf */
function take({ scores: taken, via }, offered, readingOf) {
  for (let position = 0; position < offered.length; position += 1) {
    if (offered[position] <= taken[position]) continue;
    taken[position] = offered[position];
    via[position] = readingOf(position);
  }
}

/**
 * Takes out what lacks a phrase or has what is excluded; says whether anything is left.
 * @param {Index} index
 * @param {Asked} asked
 * @param {Level} level
 * @param {Int32Array} scored
 */
function keep(index, { phrases, excluded }, level, scored) {
  const testOf = (/** @type {Typed[]} */ words) => phraseTest(index, compiled(index, slotsOf(index, words, level)));
  const [wanted, unwanted] = [phrases.map(testOf), excluded.map(testOf)];
  let found = false;
  for (let position = 0; position < scored.length; position += 1) {
    if (scored[position] < 0) continue;
    if (wanted.every((has) => has(position)) && !unwanted.some((has) => has(position))) found = true;
    else scored[position] = -1;
  }
  return found;
}
