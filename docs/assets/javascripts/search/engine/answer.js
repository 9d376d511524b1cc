// Which records answer a query, and how well: it is read in ever freer ways until some do.

import { correctedSlots, corrections, meaningsOf } from "./correction.js";
import { shortened } from "./filler.js";
import { I_FOR_Y, LEVELS, decodedQuery, isKnown, readingsOf, slotsOf } from "./query.js";
import { bestOf, compiled, isTogether, phraseTest, scores } from "./ranking.js";
import { shorthandsOf, writtenOut } from "./shorthand.js";

/** What is told of how a query was read. */
export const note = (type, from, to = "") => ({ type, from, to });

/**
 * The scores of all records by the first way of reading a query that any of them answers, and by which reading each has its own.
 * While none has the syllables together, freer ways are tried as well.
 */
export function answered(index, standings, asked, literal = false) {
  if (literal) return asTyped(index, standings, asked, LEVELS.slice(0, 1), [{ words: asked.words, expansions: [] }]) ?? nothing(index);
  const typed = withIForY(index, standings, asked, asTyped(index, standings, asked, LEVELS));
  if (typed && (asked.words.length < 2 || isApt(typed))) return typed;
  if (typed) return merged(typed, freely(index, standings, asked, asked.words.length > 2));
  return asKeys(index, standings, asked) ?? freely(index, standings, asked) ?? asShorthand(index, standings, asked, false)
    ?? asShortened(index, standings, asked) ?? asMeant(index, standings, asked, index) ?? nothing(index);
}

// Ways to read a query so that a record has the syllables together. A syllable that is in no record is a slip before anything is left out.
function freely(index, standings, asked, mayBeSlips = true) {
  const shorter = () => apt(asShortened(index, standings, asked));
  const corrected = () => (mayBeSlips ? asMeant(index, standings, asked, titlesOf(index), isApt) : undefined);
  const [one, other] = asked.words.every((word) => isKnown(index, word)) ? [shorter, corrected] : [corrected, shorter];
  return asShorthand(index, standings, asked, true) ?? one() ?? other();
}

// i and y write the same word: Mĩ is looked for as Mỹ, too, where what is written so stands scattered.
function withIForY(index, standings, asked, typed) {
  if (!typed || isApt(typed) || !asked.words.some(({ folded }) => /[iy]$|^[iy]e/.test(folded))) return typed;
  const answer = asTyped(index, standings, asked, [I_FOR_Y]);
  return isApt(answer) ? merged(typed, answer) : typed;
}

const namesOf = (index) => ({ ...index, text: index.nothing, related: index.nothing });
const titlesOf = (index) => ({ ...namesOf(index), names: index.nothing });

function asTyped(index, standings, asked, levels, readings = readingsOf(index, asked)) {
  for (const level of levels) {
    const ready = readings.map(({ words, expansions }) => ({ slots: slotsOf(index, words, level), expansions }));
    const answer = best(index, standings, asked, level, ready);
    if (answer.found) return { ...answer, notes: level.notes.map((type) => note(type, asked.text)) };
  }
  return undefined;
}

function asKeys(index, standings, asked) {
  const decoded = decodedQuery(asked);
  if (!decoded || !asTyped(index, standings, decoded, LEVELS)) return undefined;
  const answer = answered(index, standings, decoded);
  return { ...answer, notes: [note("telex", asked.text, decoded.text), ...answer.notes] };
}

// Initials and figures by what stands in titles and names: found loosely, then looked for as it is written there.
function asShorthand(index, standings, asked, inOne) {
  for (const shorthand of shorthandsOf(index, asked)) {
    const loose = best(namesOf(index), standings, asked, LEVELS.at(-1), [shorthand]);
    if (!loose.found || (inOne && !isApt(loose))) continue;
    const answer = asTyped(index, standings, asked, LEVELS, writtenOut(index, shorthand, loose.scores, inOne));
    if (inOne ? isApt(answer) : answer) return answer;
  }
  return undefined;
}

function asShortened(index, standings, asked) {
  const shorter = shortened(asked);
  if (!shorter) return undefined;
  const answer = answered(index, standings, shorter.asked);
  if (shorter.programsOnly) index.records.forEach(({ kind }, position) => kind === "program" || (answer.scores[position] = -1));
  return highest(answer) < 0 ? undefined : { ...answer, notes: [note("left_out", shorter.left), ...answer.notes] };
}

// The query corrected by what the records have in some fields.
function asMeant(index, standings, asked, fields, isWanted = () => true) {
  if (asked.phrases.length > 0) return undefined;
  for (const { slots, most } of correctedSlots(index, asked)) {
    const loose = best(fields, standings, asked, LEVELS.at(-1), [{ slots, expansions: [] }]);
    if (!loose.found || !isWanted(loose)) continue;
    const words = likeliest(meaningsOf(fields, slots, bestOf(loose.scores, MOST_LOOKED_AT), most), (meaning) => highest(asTyped(fields, standings, { ...asked, words: meaning }, LEVELS)));
    const answer = words && asTyped(index, standings, { ...asked, words }, LEVELS);
    if (answer && isWanted(answer)) return { ...answer, notes: corrections(words).map(({ typed, meant }) => note("corrected", typed, meant)) };
  }
  return undefined;
}

const MOST_LOOKED_AT = 16;
const likeliest = (choices, worthOf) => choices.map((choice) => ({ choice, worth: worthOf(choice) })).sort((one, other) => other.worth - one.worth)[0]?.choice;
const highest = (answer) => answer?.scores.reduce((one, other) => Math.max(one, other), -1) ?? -1;
const isApt = (answer) => Boolean(answer?.scores.some(isTogether));
const apt = (answer) => (isApt(answer) ? answer : undefined);

// The answers of two attempts, each record by its better one.
function merged(one, other) {
  if (!other) return one;
  const both = { ...one, readings: [...one.readings, ...other.readings], notes: [...one.notes, ...other.notes] };
  take(both, other.scores, (position) => one.readings.length + other.via[position]);
  return both;
}

const nothing = ({ records }) => ({ scores: new Int32Array(records.length).fill(-1), readings: [], via: [], notes: [] });

// Every reading that has syllables of the index, and for each record the best score with the reading that gave it.
function best(index, standings, asked, level, ready) {
  const best = { scores: new Int32Array(index.records.length).fill(-1), via: new Uint8Array(index.records.length), readings: [], found: false };
  for (const { slots, expansions } of ready) {
    if (slots.some(({ numbers }) => numbers.length === 0)) continue;
    const reading = { ...compiled(index, slots), typed: slots.at(-1)?.word.folded.length ?? 0, expansions };
    best.readings.push(reading);
    take(best, scores(index, standings, reading), () => best.readings.length - 1);
  }
  return { ...best, found: keep(index, asked, level, best.scores) };
}

function take({ scores: taken, via }, offered, readingOf) {
  for (let position = 0; position < offered.length; position += 1) {
    if (offered[position] <= taken[position]) continue;
    taken[position] = offered[position];
    via[position] = readingOf(position);
  }
}

// Takes out what lacks a phrase or has what is excluded; says whether anything is left.
function keep(index, { phrases, excluded }, level, scored) {
  const testOf = (words) => phraseTest(index, compiled(index, slotsOf(index, words, level)));
  const [wanted, unwanted] = [phrases.map(testOf), excluded.map(testOf)];
  let found = false;
  for (let position = 0; position < scored.length; position += 1) {
    if (scored[position] < 0) continue;
    if (wanted.every((has) => has(position)) && !unwanted.some((has) => has(position))) found = true;
    else scored[position] = -1;
  }
  return found;
}
