// What people write shorter than the records do: initials for words (Sở GTVT) and figures for numerals (2 cấp).

import { LEVELS, readingsOf, slotsOf } from "./search-query.js";
import { MOST_SYLLABLES, compiled, isTogether, placeOf } from "./search-ranking.js";
import { syllable } from "./vietnamese.js";

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
  const isUnknown = (word) => !index.words.sounds.has(word.sound);
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
  return { word, isShort: true, slots: slotsOf(index, initialsOf(word), LEVELS.at(-1)).map((slot) => ({ ...slot, numbers: slot.numbers.filter(isMeant) })) };
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

/** The readings that shorthand has in the best of some scored records: the syllables that answer it in their titles and names. */
export function writtenOut(index, shorthand, scored) {
  const reading = { ...compiled(index, shorthand.slots), isInside: shorthand.parts.flatMap(({ slots }) => slots.map((_, turn) => turn > 0)) };
  const readings = new Map();
  let place = 0;
  for (const position of bestOf(scored)) {
    if (placeOf(scored[position]) < place || readings.size === MOST_MEANINGS) break;
    const found = meaningIn(index, index.title, position, reading, shorthand) ?? meaningIn(index, index.names, position, reading, shorthand);
    if (!found) continue;
    place = placeOf(scored[position]);
    readings.set(found.expansions.map(({ to }) => to).join(), found);
  }
  return [...readings.values()];
}

function bestOf(scored) {
  const positions = [];
  for (let position = 0; position < scored.length; position += 1) if (isTogether(scored[position])) positions.push(position);
  const keys = positions.map((position) => [placeOf(scored[position]), scored[position], position]);
  return keys.sort((one, other) => other[0] - one[0] || other[1] - one[1]).slice(0, MOST_LOOKED_AT).map(([, , position]) => position);
}

function meaningIn({ words: { list } }, { starts, values }, position, reading, { parts, expansions }) {
  const isJoining = (at) => JOINING.has(list[values[at]]?.spelling);
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const run = runFrom(values, at, starts[position + 1], reading, isJoining);
    if (run) return meaningOf(parts, expansions, (first, last) => Array.from(values.subarray(run[first], run[last] + 1), (number) => list[number]));
  }
  return undefined;
}

// The places of syllables that answer all slots in their order: between initials only words that join, elsewhere at most two others; undefined where there are none.
function runFrom(values, at, end, reading, isJoining, slot = 0) {
  if (!((reading.any[values[at]] >> slot) & 1)) return undefined;
  if (slot + 1 === reading.count) return [at];
  for (let next = at + 1; next < Math.min(end, at + 4) && values[next] > 0; next += 1) {
    const rest = runFrom(values, next, end, reading, isJoining, slot + 1);
    if (rest) return [at, ...rest];
    if (reading.isInside[slot + 1] && !isJoining(next)) return undefined;
  }
  return undefined;
}

// Shorthand as the syllables that stand there from its first slot to its last; other words as they are.
function meaningOf(parts, expansions, standing) {
  const meaning = { words: [], expansions: [...expansions] };
  let slot = 0;
  for (const { word, isShort, slots } of parts) {
    const syllables = standing(slot, slot + slots.length - 1);
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
