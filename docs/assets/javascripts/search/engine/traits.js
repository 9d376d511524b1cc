// What ranks a record whatever is asked: what it is, how its name is built, and what its classes are on a day.

import { classBits, classStates, dayAsked, nearness } from "./classes.js";
import { eachWord } from "../../common/vietnamese.js";

/**
 * @import { ClassBits, Classes } from "./classes.js"
 * @import { Record } from "./records.js"
 *
 * What ranks records whatever is asked, a column each.
 * @typedef {{
 *   draft: Uint8Array, standing: Uint8Array, kind: Uint8Array, tellsNumbers: Uint8Array,
 *   nameLength: Uint8Array, properLength: Uint8Array, subjectLength: Uint8Array,
 * }} Traits
 *
 * A day as a number, with the state of each class, and the standing and the marks of each record on it.
 * @typedef {{day: number, states: Uint8Array, standings: Uint8Array, marks: ClassBits}} Day
 */

// Bodies go by a part of their names (Gia Lâm for huyện Gia Lâm), groups and documents by how their names begin.
// A topic has the name of the programmes that teach it, and whoever types it looks for them.
export const [SOURCE, TOPIC, PROGRAM, PAGE, NAMED, BODY] = [1, 2, 3, 4, 5, 6];
/** Stands for the kinds that tell how many: programmes, plans, figures of reports. */
export const TELLING_NUMBERS = -1;
const TELLERS = new Set(["program", "plan", "report"]);
/** @type {{[kind: string]: number}} */
const NAMES_OF_KIND = {
  source: SOURCE,
  topic: TOPIC,
  program: PROGRAM,
  page: PAGE,
  group: NAMED,
  document: NAMED,
  organization: BODY,
};
/** @type {{[kind: string]: number}} */
const STANDING_OF_KIND = { program: 3, report: 1, source: 0 };

// What stands in brackets is no part of a name: Đối tượng 3 (bồi dưỡng kiến thức quốc phòng và an ninh).
const IN_BRACKETS = / \(.*/s;
// The end of a body's name that is its own: Trường Đào tạo cán bộ «Lê Hồng Phong».
const PROPER_NAME = /(?: \p{Lu}\p{Ll}*){2,}$/u;
// Behind the subject of a programme stands who it is for.
const AUDIENCE = " cho ";

/**
 * The traits of all records: drafts last; kinds by their standing, what has ended after what lives; how long their
 * names are, and the parts of these.
 * @param {Record[]} records
 * @returns {Traits}
 */
export function traitsOf(records) {
  const column = () => new Uint8Array(records.length);
  const [draft, standing, kinds, tellsNumbers] = [column(), column(), column(), column()];
  const [nameLength, properLength, subjectLength] = [column(), column(), column()];
  records.forEach((record, position) => {
    const { title } = record;
    const kind = NAMES_OF_KIND[record.kind] ?? 0;
    draft[position] = Number(record.draft);
    standing[position] = (STANDING_OF_KIND[record.kind] ?? 2) * 2 + Number(!record.ended);
    kinds[position] = kind;
    tellsNumbers[position] = Number(TELLERS.has(record.kind));
    if (kind >= NAMED) nameLength[position] = lengthOf(title.replace(IN_BRACKETS, ""));
    if (kind === BODY) properLength[position] = lengthOf(PROPER_NAME.exec(title)?.[0] ?? "");
    if (kind === PROGRAM) subjectLength[position] = lengthOf(title.split(AUDIENCE, 1)[0]);
  });
  return { draft, standing, kind: kinds, tellsNumbers, nameLength, properLength, subjectLength };
}

/** @param {string} name */
function lengthOf(name) {
  let length = 0;
  eachWord(name, () => (length += 1));
  return Math.min(length, 255);
}

/**
 * A day with the states of all classes and the standing of each record on it: one with a class to come or running
 * stands above all others.
 * @param {{classes: Classes, traits: Traits}} index
 * @param {unknown} today
 * @returns {Day}
 */
export function dayOf({ classes, traits }, today) {
  const { text, number } = dayAsked(today);
  const states = classStates(classes, text);
  const near = nearness(classes, states);
  const standings = traits.standing.map((standing, position) =>
    near[position] > 0 ? (3 + near[position]) * 2 + (standing & 1) : standing,
  );
  return { day: number, states, standings, marks: classBits(classes, states) };
}
