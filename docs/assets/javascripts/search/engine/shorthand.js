// What people write shorter than the records do: initials for words (Sở GTVT) and figures for numerals (2 cấp).

import { LEVELS, isKnown, readingsOf, slotsOf } from "./query.js";
import { MOST_SYLLABLES, bestOf, compiled, isTogether, placeOf } from "./ranking.js";
import { syllable } from "../../common/vietnamese.js";

const MOST_READINGS = 4;
const MOST_MEANINGS = 4;
const MOST_LOOKED_AT = 64;

// Letters that make no syllable, or capitals among small letters (ĐU xã), may be initials.
const INITIALS = /^[a-zđ]{1,8}$/;
const SYLLABLE = /^(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|[nc]h|[cmnpt])?$/;

function areInitials({ text }, { typed, letters, folded, expanded }) {
  if (expanded || !INITIALS.test(letters)) return false;
  return !SYLLABLE.test(folded) || (letters.length > 1 && typed === typed.toUpperCase() && text !== text.toUpperCase());
}

const NUMERALS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"].map((numeral, place) => [syllable(numeral), syllable(String(place + 1))]);
const OTHER_NUMERALS = new Map(NUMERALS.flatMap(([numeral, figure]) => [[numeral.folded, figure], [figure.folded, numeral]]));

/**
 * The readings of a query that have shorthand in them, in parts: each word with its slots, of initials one for each letter, which a syllable begins with.
 * First with known abbreviations written out and what the records have taken for itself; last with all that may be shorthand.
 * @returns {{parts: {word: Object, isShort: boolean, slots: Object[]}[], slots: Object[], expansions: Object[]}[]}
 */
export function shorthandsOf(index, asked) {
  if (asked.phrases.length > 0) return [];
  const isUnknown = (word) => !isKnown(index, word);
  const readings = readingsOf(index, asked).slice(0, MOST_READINGS).map(({ words, expansions }) => takenApart(index, asked, words, expansions, isUnknown));
  const taken = [...readings, takenApart(index, asked, asked.words, [], () => true)];
  return taken.filter(({ parts, slots }) => parts.some(({ isShort }) => isShort) && slots.length > 1 && slots.length <= MOST_SYLLABLES);
}

function takenApart(index, asked, words, expansions, mayBe) {
  const parts = words.map((word) => (mayBe(word) && areInitials(asked, word) ? initials(index, word) : numeral(index, word)));
  return { parts, slots: parts.flatMap(({ slots }) => slots), expansions };
}

function initials(index, word) {
  const isMeant = (number) => !UNNAMED.has(index.words.list[number].spelling);
  const slots = slotsOf(index, initialsOf(word), LEVELS.at(-1)).map((slot) => ({ ...slot, numbers: slot.numbers.filter(isMeant) }));
  return { word, isShort: true, isLetter: slots.length === 1, slots };
}

// Words that no initial stands for, and those of them that may stand between initials.
const UNNAMED = new Set(["cho", "của", "các", "và", "về", "với", "để", "do", "tại", "từ", "theo", "đến", "là", "ở"]);
const JOINING = new Set(["của", "các", "và"]);

function numeral(index, word) {
  const other = word.expanded ? undefined : OTHER_NUMERALS.get(word.folded);
  const [slot, ...more] = slotsOf(index, other ? [word, other] : [word], LEVELS.at(-1));
  return { word, isShort: other !== undefined, slots: [{ ...slot, numbers: [...slot.numbers, ...more.flatMap(({ numbers }) => numbers)] }] };
}

const initialsOf = ({ letters }) => [...letters].map((letter) => ({ ...syllable(letter), prefix: true }));

/**
 * The readings that shorthand has in the best of some scored records: the syllables that answer it in their titles and names.
 * `inOne`: all words of the query stand there together; else each shorthand for itself.
 */
export function writtenOut(index, shorthand, scored, inOne) {
  const reading = compiled(index, shorthand.slots);
  const readings = new Map();
  let place = 0;
  for (const position of bestOf(scored, MOST_LOOKED_AT, inOne ? isTogether : undefined)) {
    if (placeOf(scored[position]) < place || readings.size === MOST_MEANINGS) break;
    const found = [index.title, index.names].map((field) => meaningIn(index.words.list, field, position, reading, shorthand, inOne)).find(Boolean);
    if (!found) continue;
    place = placeOf(scored[position]);
    readings.set(found.expansions.map(({ to }) => to).join(), found);
  }
  return [...readings.values()];
}

function meaningIn(list, { starts, values }, position, reading, { parts, expansions }, inOne) {
  const row = { values, from: starts[position], to: starts[position + 1], isJoining: (at) => JOINING.has(list[values[at]]?.spelling) };
  const places = inOne ? runOf(row, reading, insides(parts)) : placesOf(row, reading, parts);
  return places && meaningOf(parts, expansions, (first, last) => Array.from(values.subarray(places[first], places[last] + 1), (number) => list[number]));
}

// For each slot whether its initial stands behind another one of the same word.
const insides = (parts) => parts.flatMap(({ slots }) => slots.map((_, turn) => turn > 0));

// The places of syllables that answer the slots from one to the last in their order; undefined where there are none.
function runOf(row, { any, count }, isInside, first = 0, last = count - 1) {
  const runFrom = (at, slot) => {
    if (!((any[row.values[at]] >> slot) & 1)) return undefined;
    if (slot === last) return [at];
    // Between initials only words that join may stand, elsewhere two others.
    for (let next = at + 1; next < Math.min(row.to, at + 4) && row.values[next] > 0; next += 1) {
      const rest = runFrom(next, slot + 1);
      if (rest) return [at, ...rest];
      if (isInside[slot + 1] && !row.isJoining(next)) return undefined;
    }
    return undefined;
  };
  for (let at = row.from; at < row.to; at += 1) {
    const run = runFrom(at, first);
    if (run) return run;
  }
  return undefined;
}

// The same for each shorthand by itself, with 0 for the slots of other words; a single letter by itself would tell nothing.
function placesOf(row, reading, parts) {
  const isInside = insides(parts);
  const places = [];
  for (const { isShort, isLetter, slots } of parts) {
    const first = places.length;
    const run = isShort && !isLetter ? runOf(row, reading, isInside, first, first + slots.length - 1) : undefined;
    if (isShort && !run) return undefined;
    places.push(...(run ?? slots.map(() => 0)));
  }
  return places;
}

// Shorthand as the syllables that stand there from its first slot to its last; other words as they are.
function meaningOf(parts, expansions, standing) {
  const meaning = { words: [], expansions: [...expansions] };
  let slot = 0;
  for (const { word, isShort, slots } of parts) {
    const syllables = isShort ? standing(slot, slot + slots.length - 1) : [];
    slot += slots.length;
    if (!isShort || syllables[0].sound === word.sound) meaning.words.push(word);
    else writeOut(meaning, word, syllables);
  }
  return meaning;
}

function writeOut({ words, expansions }, word, syllables) {
  const { typed, start, end } = word;
  words.push(...syllables.map((each) => ({ ...each, typed, start, end, prefix: false, expanded: true })));
  expansions.push({ from: typed, to: syllables.map(({ spelling }) => spelling).join(" ") });
}
