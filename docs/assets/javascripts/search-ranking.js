// How well each record answers a reading of the query: a bit for each syllable that a field has, how they stand in it, all packed into one number.

import { classStates, dayNumber, nearness } from "./search-facets.js";
import { eachWord } from "./vietnamese.js";

/** As many syllables of a query count: each is one bit of a number. */
export const MOST_SYLLABLES = 30;

// How syllables stand in a stretch of a field, weakest first; near is with one or two others between them.
const [, SCATTERED, ORDERED, NEAR, PHRASE, ALONE] = [0, 1, 2, 3, 4, 5];
// What a record is found by, weakest first; 0 is by its fields together.
const TIER_OF_TITLE = { [SCATTERED]: 2, [ORDERED]: 3, [NEAR]: 4, [PHRASE]: 7, [ALONE]: 10 };
const TIER_OF_NAME = { [PHRASE]: 5, [ALONE]: 5 };
const TIER_OF_OWN_NAME = { [ORDERED]: 6, [NEAR]: 8, [PHRASE]: 8, [ALONE]: 9 };
const [TITLE, NAMES, RELATED, TEXT] = [8, 6, 4, 1];

// Bodies go by a part of their names (Gia Lâm for huyện Gia Lâm), groups and documents by how their names begin.
const [SOURCE, NAMED, BODY] = [1, 2, 3];
const NAMES_OF_KIND = { source: SOURCE, group: NAMED, document: NAMED, organization: BODY };
const STANDING_OF_KIND = { program: 3, report: 1, source: 0 };

/** What ranks a record whatever is asked, in columns: drafts last; kinds by their standing, what has ended after what lives; kinds that go by their names. */
export function traitsOf(records) {
  const column = () => new Uint8Array(records.length);
  const traits = { draft: column(), standing: column(), kind: column(), nameLength: column() };
  records.forEach(({ kind, title, draft, ended }, position) => {
    traits.draft[position] = Number(draft);
    traits.standing[position] = (STANDING_OF_KIND[kind] ?? 2) * 2 + Number(!ended);
    traits.kind[position] = NAMES_OF_KIND[kind] ?? 0;
    if (traits.kind[position] >= NAMED) traits.nameLength[position] = lengthOfName(title);
  });
  return traits;
}

// What stands in brackets is no part of a name: Đối tượng 3 (bồi dưỡng kiến thức quốc phòng và an ninh).
function lengthOfName(title) {
  let length = 0;
  eachWord(title.replace(/ \(.*/s, ""), () => (length += 1));
  return Math.min(length, 255);
}

/** The states of all classes on a day, and the standing of each record on it: one with a class to come or running stands above all others. */
export function dayOf({ classes, traits }, today) {
  const day = dayNumber(today);
  const states = classStates(classes, day);
  const standings = nearness(classes, states);
  for (let position = 0; position < standings.length; position += 1) {
    standings[position] = standings[position] > 0 ? (3 + standings[position]) * 2 + (traits.standing[position] & 1) : traits.standing[position];
  }
  return { day, states, standings };
}

/**
 * A reading made ready: for each syllable of the index the bits of the slots that it fills in `any` way, as a `whole`, with the `exact` marks typed.
 * @param {{numbers: number[], word: Object, prefix: boolean}[]} slots at most MOST_SYLLABLES
 */
export function compiled({ words }, slots) {
  const bits = () => new Int32Array(words.list.length);
  const reading = { count: slots.length, all: 2 ** slots.length - 1, any: bits(), whole: bits(), exact: bits() };
  slots.forEach(({ numbers, word, prefix }, slot) => {
    for (const number of numbers) {
      const { sound, letters, tone } = words.list[number];
      reading.any[number] |= 1 << slot;
      if (!prefix || sound === word.sound) reading.whole[number] |= 1 << slot;
      if (letters === word.letters && tone === word.tone && !word.expanded) reading.exact[number] |= 1 << slot;
    }
  });
  return { ...reading, numbers: [...new Set(slots.flatMap(({ numbers }) => numbers))] };
}

const PLACE_AT = 14;

/** Whether a score is of a record that has the syllables together: near one another in its title, or as a name. */
export const isTogether = (score) => score >= 0 && ((score >> PLACE_AT) & 0xfff) >> 8 >= TIER_OF_TITLE[NEAR];

/** The score of every record that has all syllables of a reading, -1 for the others; a higher score is a better answer. */
export function scores(index, standings, reading) {
  const size = index.records.length;
  const marks = marksOf(index, reading);
  const scored = new Int32Array(size).fill(-1);
  for (let position = 0; position < size; position += 1) {
    const own = marks.title[position] | marks.names[position];
    const related = own === reading.all ? 0 : relatedBits(index.related, marks, position);
    if ((own | marks.text[position] | related) !== reading.all) continue;
    scored[position] = packed(index, standings[position], place(index, reading, marks, position, related), reading, marks, position);
  }
  return scored;
}

// For each record the bits of the syllables that each field has, that any has as a whole or with the marks typed; and of neighbours, as far as looked for (-1).
function marksOf({ records: { length }, title, names, text }, reading) {
  const marks = { whole: new Int32Array(length), exact: new Int32Array(length), pairs: new Int32Array(length).fill(-1) };
  const bitsOf = ({ postings }) => marked(postings, reading, marks, new Int32Array(length));
  return { ...marks, title: bitsOf(title), names: bitsOf(names), text: bitsOf(text) };
}

function marked({ starts, values, size }, reading, { whole, exact }, own) {
  for (const number of reading.numbers) {
    if (number >= size) continue;
    const [from, to] = [starts[number], starts[number + 1]];
    mark(own, values, from, to, reading.any[number]);
    // Of the syllables that a letter may go on to, hundreds, next to none is whole.
    if (reading.whole[number]) mark(whole, values, from, to, reading.whole[number]);
    if (reading.exact[number]) mark(exact, values, from, to, reading.exact[number]);
  }
  return own;
}

function mark(marks, records, from, to, bits) {
  for (let at = from; at < to; at += 1) marks[records[at]] |= bits;
}

function relatedBits({ starts, values }, { title, names }, position) {
  let bits = 0;
  for (let at = starts[position]; at < starts[position + 1]; at += 1) bits |= title[values[at]] | names[values[at]];
  return bits;
}

// Tier, strength inside the tier, and whether the title opens with the syllables; packed as tier, 8 bits, 1 bit.
function place(index, reading, marks, position, related) {
  if (reading.count === 0) return 0;
  const inTitle = marks.title[position] === reading.all ? arranged(index.title, position, reading) : 0;
  const byTitle = inTitle > 0 ? titlePlace(index, position, reading, inTitle) : 0;
  const byNames = marks.names[position] === reading.all ? namePlace(index, position, reading) : 0;
  return (Math.max(byTitle, byNames) || strength(index, reading, marks, position, related)) * 2 + (inTitle & 1);
}

function titlePlace({ title, traits }, position, reading, found) {
  // A source tells of a thing, which comes before it however the source puts its words.
  if (traits.kind[position] === SOURCE && found >> 1 < ALONE) return TIER_OF_TITLE[SCATTERED] << 8;
  const start = title.starts[position];
  const own = ownNamePlace(traits.kind[position], title.values, start, start + traits.nameLength[position], reading);
  return Math.max(own, TIER_OF_TITLE[found >> 1] << 8);
}

// At least half of a name, in order: the closer and the more of it, the better.
function ownNamePlace(kind, values, from, to, reading) {
  if (kind < NAMED || reading.count * 2 < to - from) return 0;
  const placed = arrangedBetween(values, from, to, reading);
  const found = kind === BODY || placed & 1 ? placed >> 1 : 0;
  const share = found < ALONE ? Math.min(31, (31 * reading.count) / (to - from)) : 31;
  return found < ORDERED ? 0 : (TIER_OF_OWN_NAME[found] << 8) | (found << 5) | share;
}

// Names are lines of one field, 0 between them.
function namePlace({ names: { starts, values }, traits }, position, reading) {
  let best = 0;
  for (let from = starts[position], to = from; from < starts[position + 1]; from = to + 1) {
    for (to = from; to < starts[position + 1] && values[to] !== 0; ) to += 1;
    const own = ownNamePlace(traits.kind[position], values, from, to, reading);
    best = Math.max(best, own, (TIER_OF_NAME[arrangedBetween(values, from, to, reading) >> 1] ?? 0) << 8);
  }
  return best;
}

const arranged = ({ starts, values }, position, reading) => arrangedBetween(values, starts[position], starts[position + 1], reading);

// How the syllables of a reading stand between two places, doubled, plus one where the stretch begins with them.
// Bit i of run0 is set while the first i + 1 syllables have just been met in a row, of run1 with one other in between, of run2 with two.
function arrangedBetween(values, from, to, { any, whole, count }) {
  const last = 1 << (count - 1);
  let run0 = 0;
  let run1 = 0;
  let run2 = 0;
  let next = 0;
  let best = SCATTERED * 2;
  for (let at = from; at < to; at += 1) {
    const bits = any[values[at]];
    const met0 = ((run0 << 1) | 1) & bits;
    const met1 = (run1 << 1) & bits;
    const met2 = (run2 << 1) & bits;
    if ((bits >> next) & 1) next += 1;
    if (met0 & last) return phrase(at - count + 1 === from, to - from === count && whole[values[at]] & last);
    if ((met1 | met2) & last) best = Math.max(best, NEAR * 2 + Number(at - count - (met1 & last ? 0 : 1) === from));
    run2 = met2 | run1;
    run1 = met1 | run0;
    run0 = met0;
  }
  return next === count ? Math.max(best, ORDERED * 2 + (any[values[from]] & 1)) : best;
}

const phrase = (opens, isAlone) => (isAlone ? ALONE : PHRASE) * 2 + Number(opens);

/** A test whether a record, or one that it belongs to, has the syllables of a reading side by side in their order. */
export function phraseTest(index, reading) {
  const marks = marksOf(index, reading);
  const owns = (field, position) => marks[field][position] === reading.all && arranged(index[field], position, reading) >= PHRASE * 2;
  const isNamed = (position) => owns("title", position) || owns("names", position);
  const { starts, values } = index.related;
  return (position) => isNamed(position) || owns("text", position) || values.subarray(starts[position], starts[position + 1]).some(isNamed);
}

// How strong the fields are that the syllables stand in, and how many neighbours among them stand side by side: 0 to 255.
function strength(index, { count, all, any }, marks, position, related) {
  const [title, names, text] = [marks.title[position], marks.names[position], marks.text[position]];
  const bits = weighed(title, names, related, text);
  if (count === 1) return Math.floor((255 * bits) / TITLE);
  const pairs = weighed(
    pairsIn(index.title, position, any),
    pairsIn(index.names, position, any),
    related ? relatedPairs(index, marks, position, any) : 0,
    // A text that adds nothing is not read: it is by far the longest field.
    (title | names | related) === all ? 0 : pairsIn(index.text, position, any),
  );
  return Math.floor((255 * (2 * bits + pairs)) / (TITLE * (3 * count - 1)));
}

function weighed(title, names, related, text) {
  const [inNames, inRelated, inText] = [names & ~title, related & ~(title | names), text & ~(title | names | related)];
  return TITLE * bitCount(title) + NAMES * bitCount(inNames) + RELATED * bitCount(inRelated) + TEXT * bitCount(inText);
}

function bitCount(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count += 1;
  return count;
}

// Bit i is set where the syllables i - 1 and i stand side by side.
function pairsIn({ starts, values }, position, any) {
  let pairs = 0;
  let before = 0;
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const bits = any[values[at]];
    pairs |= (before << 1) & bits;
    before = bits;
  }
  return pairs;
}

// A body that hundreds of programmes belong to is looked through once.
function relatedPairs(index, marks, position, any) {
  const { starts, values } = index.related;
  let pairs = 0;
  for (let at = starts[position]; at < starts[position + 1]; at += 1) {
    const other = values[at];
    if (marks.pairs[other] < 0) marks.pairs[other] = pairsIn(index.title, other, any) | pairsIn(index.names, other, any);
    pairs |= marks.pairs[other];
  }
  return pairs;
}

// From the highest bit: no draft, 12 bits of place, all syllables whole, how many with their very marks, standing, title opens with them, short title.
function packed({ traits, title: { starts } }, standing, found, { all, count }, { whole, exact }, position) {
  const published = (1 - traits.draft[position]) << 26;
  if (count === 0) return published | (standing << 7);
  const length = Math.min(63, starts[position + 1] - starts[position]);
  const marks = (Number(whole[position] === all) << 2) | ((3 * bitCount(exact[position])) / count);
  return published | ((found >> 1) << PLACE_AT) | (marks << 11) | (standing << 7) | ((found & 1) << 6) | (63 - length);
}
