// What people write shorter than the records do: initials for words (Sở GTVT) and figures for numerals (2 cấp).

import { FREEST, isKnown, readingsOf, slotsOf } from "./query.js";
import { MOST_SYLLABLES, bestOf, compiled, isTogether, placeOf } from "./ranking.js";
import { syllable } from "../../common/vietnamese.js";

/**
 * @import { Rows } from "./facets.js"
 * @import { Index, Spelt, Typed, Word } from "./index.js"
 * @import { Asked, Expansion, Reading } from "./query.js"
 * @import { Compiled, Slot } from "./ranking.js"
 *
 * A word of a query with its slots: of initials one for each letter, which a syllable begins with.
 * @typedef {{word: Typed, isShort: boolean, isLetter: boolean, slots: Slot<Word>[]}} Part
 *
 * A reading that has shorthand in it.
 * @typedef {{parts: Part[], slots: Slot<Word>[], expansions: Expansion[]}} Shorthand
 *
 * The row of a record in a field, with which of its syllables join others.
 * @typedef {{values: Uint32Array, from: number, to: number, isJoining: (at: number) => boolean}} Row
 */

const MOST_READINGS = 4;
const MOST_MEANINGS = 4;
const MOST_LOOKED_AT = 64;

// Letters that make no syllable, or capitals among small letters (ĐU xã), may be initials.
const INITIALS = /^[a-zđ]{1,8}$/;
const SYLLABLE = /^(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|[nc]h|[cmnpt])?$/;

/** @param {Asked} asked @param {Typed} word */
function areInitials({ text }, { typed, letters, folded, expanded }) {
  if (expanded || !INITIALS.test(letters)) return false;
  return !SYLLABLE.test(folded) || (letters.length > 1 && typed === typed.toUpperCase() && text !== text.toUpperCase());
}

/** @type {Map<string, Word>} */
const OTHER_NUMERALS = new Map();
["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"].forEach((numeral, place) => {
  const [word, figure] = [numeral, String(place + 1)].map(syllable);
  OTHER_NUMERALS.set(word.folded, figure).set(figure.folded, word);
});

/**
 * The readings of a query that have shorthand in them: first with known abbreviations written out and what the records
 * have taken for itself, last with all that may be shorthand.
 * @param {Index} index
 * @param {Asked} asked
 */
export function shorthandsOf(index, asked) {
  if (asked.phrases.length > 0) return [];
  const isUnknown = (/** @type {Typed} */ word) => !isKnown(index, word);
  const readings = readingsOf(index, asked).slice(0, MOST_READINGS);
  const taken = readings.map((reading) => takenApart(index, asked, reading, isUnknown));
  taken.push(takenApart(index, asked, { words: asked.words, expansions: [] }, () => true));
  return taken.filter((each) => hasShort(each) && each.slots.length > 1 && each.slots.length <= MOST_SYLLABLES);
}

/** @param {Shorthand} shorthand */
const hasShort = ({ parts }) => parts.some(({ isShort }) => isShort);

/** @type {(index: Index, asked: Asked, reading: Reading, mayBe: (word: Typed) => boolean) => Shorthand} */
function takenApart(index, asked, { words, expansions }, mayBe) {
  const parts = words.map((word) => {
    return mayBe(word) && areInitials(asked, word) ? initials(index, word) : numeralOf(index, word);
  });
  return { parts, slots: parts.flatMap(({ slots }) => slots), expansions };
}

/** @type {(index: Index, word: Typed) => Part} */
function initials(index, word) {
  const isMeant = (/** @type {number} */ number) => !UNNAMED.has(index.words.list[number].spelling);
  const letters = slotsOf(index, initialsOf(word), FREEST);
  const slots = letters.map((slot) => ({ ...slot, numbers: slot.numbers.filter(isMeant) }));
  return { word, isShort: true, isLetter: slots.length === 1, slots };
}

// Words that no initial stands for, and those of them that may stand between initials.
const UNNAMED = new Set(["cho", "của", "các", "và", "về", "với", "để", "do", "tại", "từ", "theo", "đến", "là", "ở"]);
const JOINING = new Set(["của", "các", "và"]);

/** @type {(index: Index, word: Typed) => Part} */
function numeralOf(index, word) {
  const other = word.expanded ? undefined : OTHER_NUMERALS.get(word.folded);
  /** @type {Slot<Word>[]} */
  const [slot, ...more] = slotsOf(index, other ? [word, other] : [word], FREEST);
  const numbers = [...slot.numbers, ...more.flatMap((each) => each.numbers)];
  return { word, isShort: other !== undefined, isLetter: false, slots: [{ ...slot, numbers }] };
}

/** @type {(word: Typed) => Word[]} */
const initialsOf = ({ letters }) => [...letters].map((letter) => ({ ...syllable(letter), prefix: true }));

/**
 * The readings that shorthand has in the best of some scored records: the syllables that answer it in their titles and
 * names.
 * @param {Index} index
 * @param {Shorthand} shorthand
 * @param {Int32Array} scored
 * @param {boolean} inOne whether all words of the query stand there together; else each shorthand for itself
 */
export function writtenOut(index, shorthand, scored, inOne) {
  const reading = compiled(index, shorthand.slots);
  /** @type {Map<string, Reading>} */
  const readings = new Map();
  let place = 0;
  for (const position of bestOf(scored, MOST_LOOKED_AT, inOne ? isTogether : undefined)) {
    if (placeOf(scored[position]) < place || readings.size === MOST_MEANINGS) break;
    const found = meaningIn(index, index.title, position, reading, shorthand, inOne)
      ?? meaningIn(index, index.names, position, reading, shorthand, inOne);
    if (!found) continue;
    place = placeOf(scored[position]);
    readings.set(found.expansions.map(({ to }) => to).join(","), found);
  }
  return [...readings.values()];
}

/**
 * What shorthand means in a record's row of a field; undefined where it does not stand there.
 * @param {Index} index
 * @param {Rows} field
 * @param {number} position
 * @param {Compiled} reading
 * @param {Shorthand} shorthand
 * @param {boolean} inOne
 */
function meaningIn({ words: { list } }, { starts, values }, position, reading, { parts, expansions }, inOne) {
  const isJoining = (/** @type {number} */ at) => JOINING.has(list[values[at]].spelling);
  const row = { values, from: starts[position], to: starts[position + 1], isJoining };
  const places = inOne ? runOf(row, reading, insides(parts)) : placesOf(row, reading, parts);
  if (!places) return undefined;
  return meaningOf(parts, expansions, (first, last) => {
    return Array.from(values.subarray(places[first], places[last] + 1), (number) => list[number]);
  });
}

// For each slot whether its initial stands behind another one of the same word.
/** @param {Part[]} parts */
const insides = (parts) => parts.flatMap(({ slots }) => slots.map((_, turn) => turn > 0));

/**
 * The places of syllables that answer the slots from one to the last in their order; undefined where there are none.
 * @param {Row} row
 * @param {Compiled} reading
 * @param {boolean[]} isInside
 * @param {number} [first]
 * @param {number} [last]
 */
function runOf(row, { any, count }, isInside, first = 0, last = count - 1) {
  /** @type {(at: number, slot: number) => number[] | undefined} */
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

// The same for each shorthand by itself, with 0 for the slots of other words; a single letter by itself tells nothing.
/** @param {Row} row @param {Compiled} reading @param {Part[]} parts */
function placesOf(row, reading, parts) {
  const isInside = insides(parts);
  /** @type {number[]} */
  const places = [];
  for (const { isShort, isLetter, slots } of parts) {
    const first = places.length;
    const last = first + slots.length - 1;
    const run = isShort && !isLetter ? runOf(row, reading, isInside, first, last) : undefined;
    if (isShort && !run) return undefined;
    places.push(...(run ?? slots.map(() => 0)));
  }
  return places;
}

/**
 * Shorthand as the syllables that stand there from its first slot to its last; other words as they are.
 * @param {Part[]} parts
 * @param {Expansion[]} expansions
 * @param {(first: number, last: number) => Spelt[]} standing
 */
function meaningOf(parts, expansions, standing) {
  /** @type {Reading} */
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

/** @param {Reading} reading @param {Typed} word @param {Spelt[]} syllables */
function writeOut({ words, expansions }, word, syllables) {
  const { typed, start, end } = word;
  words.push(...syllables.map((each) => ({ ...each, typed, start, end, prefix: false, expanded: true })));
  expansions.push({ from: typed, to: syllables.map(({ spelling }) => spelling).join(" ") });
}
