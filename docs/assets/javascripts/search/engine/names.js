// What a record is called, and how much of that a reading is.

import { coverOf, slotsOfWhole } from "./arrangement.js";
import { hasSeveral, sumAt } from "./bits.js";
import { keptOf } from "./kept.js";
import { BODY, NAMED, PAGE, SOURCE, TOPIC } from "./traits.js";

/**
 * @import { Index } from "./index.js"
 * @import { Information } from "./information.js"
 * @import { Compiled, Presence } from "./presence.js"
 * @import { Field } from "./syllables.js"
 *
 * A stretch of syllables that a record is called by: how many at the end are its own, and whether it must open with the
 * first word of the query.
 * @typedef {{from: number, to: number, proper: number, mustOpen: boolean}} Name
 */

// Points for a name that is all of the query: of a programme and its like by the whole title alone; a topic has the
// name of what is taught, and that is looked for; a source has that of who published it, often an address made of what
// others have in their titles (lyluanchinhtri.vn).
const [WHOLE_TITLE, OWN_NAME, OF_TOPIC, OF_SOURCE] = [30, 28, 1, 6];
// What the part of a name that is a body's own is worth of all of it, and what part of a name is still one.
const [PROPER, LEAST] = [0.9, 0.5];

/**
 * The points for how a record is called: how much of the name was asked for, and how much of the query it answers.
 * Bodies, groups and documents go by a part of their names, pages and sources by what else they are called.
 * @param {Index} index
 * @param {Compiled} reading
 * @param {Information} information
 * @param {number} position
 * @param {number} held the slots that stand beside their neighbours, where they have any
 */
export function pointsForName({ title, names, traits }, reading, information, position, held) {
  const kind = traits.kind[position];
  const from = title.starts[position];
  const to = title.starts[position + 1];
  const bits = kind < NAMED ? slotsOfWhole(title.values, from, to, reading.whole) : 0;
  const points = bits === 0 ? 0 : (kind === TOPIC ? OF_TOPIC : WHOLE_TITLE) * answered(information, bits & held);
  if (kind < NAMED && kind !== PAGE && kind !== SOURCE) return points;
  /** @type {(field: Field, name: Name) => number} */
  const shareOf = (field, name) => share(field, name, reading, information, held);
  const most = kind === SOURCE ? OF_SOURCE : OWN_NAME;
  if (kind < NAMED) return Math.max(points, most * longest(names, position, shareOf));
  const [length, proper] = [traits.nameLength[position], traits.properLength[position]];
  const own = shareOf(title, { from, to: from + length, proper, mustOpen: kind !== BODY });
  return OWN_NAME * Math.max(own, longest(names, position, shareOf));
}

// Names are lines of one field, 0 between them.
/** @type {(names: Field, position: number, shareOf: (field: Field, name: Name) => number) => number} */
function longest(names, position, shareOf) {
  let best = 0;
  eachName(names, position, (from, to) => {
    best = Math.max(best, shareOf(names, { from, to, proper: 0, mustOpen: false }));
  });
  return best;
}

/** @type {(names: Field, position: number, take: (from: number, to: number) => void) => void} */
function eachName({ starts, values }, position, take) {
  for (let from = starts[position], to = from; from < starts[position + 1]; from = to + 1) {
    for (to = from; to < starts[position + 1] && values[to] !== 0; ) to += 1;
    take(from, to);
  }
}

/** @type {(field: Field, name: Name, reading: Compiled, information: Information, held: number) => number} */
function share({ values }, { from, to, proper, mustOpen }, { any }, information, held) {
  const { bits, filled, opens } = coverOf(values, from, to, any);
  if ((bits & held) === 0 || (mustOpen && !opens)) return 0;
  const own = proper > 0 ? (PROPER * coverOf(values, to - proper, to, any).filled) / proper : 0;
  const part = Math.max(own, filled / (to - from));
  return part < LEAST ? 0 : part * answered(information, bits & held) ** 2;
}

const bodiesIn = keptOf(({ traits: { kind } }) => [...kind.keys()].filter((position) => kind[position] === BODY));

/**
 * The pairs of a query within the whole names of bodies: «sở y tế» is one thing, and «y tế» another.
 * @param {Index} index
 * @param {Compiled} reading
 * @param {Presence} presence
 */
export function pairsOfBodies(index, reading, presence) {
  const { title, names, traits } = index;
  let pairs = 0;
  /** @type {(from: number, to: number) => void} */
  const take = (from, to) => {
    pairs |= pairsOfName(names, from, to, reading);
  };
  for (const position of bodiesIn(index)) {
    const from = title.starts[position];
    if (hasSeveral(presence.title[position])) {
      pairs |= pairsOfName(title, from, from + traits.nameLength[position], reading);
    }
    if (hasSeveral(presence.names[position])) eachName(names, position, take);
  }
  return pairs;
}

// The pairs of a query that are all of a name, in its order; 0 where the query has not all of it.
/** @type {(field: Field, from: number, to: number, reading: Compiled) => number} */
function pairsOfName({ values }, from, to, { any }) {
  let ends = any[values[from]];
  for (let at = from + 1; at < to && ends !== 0; at += 1) ends = (ends << 1) & any[values[at]];
  let pairs = 0;
  for (let back = 0; back < to - from - 1; back += 1) pairs |= ends >> back;
  return pairs;
}

// What share of the query some slots and the pairs between them are.
/** @type {(information: Information, bits: number) => number} */
const answered = ({ slots, pairs, total }, bits) => (sumAt(slots, bits) + sumAt(pairs, bits & (bits << 1))) / total;
