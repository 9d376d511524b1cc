// The entries of a list as what decides about them on a day: when, where, by when, where it stands. Pure: programmes as
// program-page.js reads them go in.

import { classesOn, nearestOf, recordStanding } from "../common/classes.js";
import { isCalledOff } from "../common/standing.js";
import { dayInWords } from "../common/words.js";
import { entryOf, partsOf } from "./entries.js";

/**
 * @import { Standing } from "../common/standing.js"
 * @import { Dated } from "./clashes.js"
 * @import { Class, Program, Tag } from "./program-page.js"
 *
 * An entry as it is shown. `facts` holds the texts of each label, none where nothing is known; `day` is the first that
 * is named; `dated` the class whose days may clash, where they are known; `calendar` the address of its programme's.
 * @typedef {{
 *   entry: string, title: string, verification: Tag, className: string, address: string, facts: Map<string, string[]>,
 *   standing: Standing, day?: string, dated?: Dated, calendar?: string,
 * }} Item
 *
 * @typedef {Class & {standing: Standing}} StandingClass
 */

const TIME = "Thời gian";
const PLACE = "Địa điểm";
const DEADLINE = "Hạn gửi danh sách";
const STATE = "Tình trạng";

/**
 * What an entry is on a day; undefined where its programme has no such class.
 * @param {string} entry
 * @param {Program} program
 * @param {string} today YYYY-MM-DD
 * @returns {Item | undefined}
 */
export function itemOf(entry, program, today) {
  const { classId } = partsOf(entry);
  const { ahead, past } = classesOn(today, program.classes);
  if (!classId) return itemOfProgram(program, ahead, past, today);
  const found = [...ahead, ...past].find(({ id }) => id === classId);
  return found && itemOfClass(program, found);
}

/**
 * Items in the order of their days: what has gone by at the end, before it what has no day.
 * @param {Item[]} items
 */
export function byDay(items) {
  return [...items].sort(
    (one, other) => turnOf(one).localeCompare(turnOf(other)) || nameOf(one).localeCompare(nameOf(other), "vi"),
  );
}

/** @type {(item: Item) => string} */
const turnOf = ({ standing, day }) => `${Number(standing.over)} ${day ?? "9999"}`;

/**
 * What an item is called where the other things of its row do not stand beside it.
 * @param {{title: string, className: string}} item
 */
export const nameOf = ({ title, className }) => (className ? `${className}, ${title}` : title);

/** @type {(program: Program, classId?: string) => Omit<Item, "className" | "facts" | "standing">} */
const common = ({ id, title, verification, calendar }, classId = "") => ({
  entry: entryOf(id, classId), title, verification, address: `${id}/${classId && `#${classId}`}`, calendar,
});

/** @type {(place: {facts: [string, string[]][]}, label: string) => string[]} */
const factOf = ({ facts }, label) => new Map(facts).get(label) ?? [];

/** @type {(program: Program, each: StandingClass) => Item} */
function itemOfClass(program, each) {
  const { id, title: className, standing, since: day } = each;
  const place = factOf(each, PLACE);
  const own = new Map([
    ...each.facts,
    [PLACE, place.length > 0 ? place : factOf(program, PLACE)],
    [DEADLINE, deadlineOf(program, each)],
    [STATE, toldOf(standing)],
  ]);
  const facts = withOwn(program, own);
  return { ...common(program, id), className, facts, standing, day, dated: datedOf(program, each) };
}

/** @type {(standing: Standing) => string[]} */
const toldOf = ({ phase, words }) => (words && phase !== "unknown" ? [words] : []);

// What an item says itself, then what else its programme does.
/** @type {(program: Program, own: Map<string, string[]>) => Map<string, string[]>} */
const withOwn = (program, own) => new Map([...own, ...program.facts.filter(([label]) => !own.has(label))]);

// A class that is off, or has gone by, holds nobody from another.
/** @type {(program: Program, each: StandingClass) => Dated | undefined} */
function datedOf(program, { id, start, end, standing }) {
  const isHeld = !standing.over && !isCalledOff(standing.phase);
  return start && isHeld ? { entry: entryOf(program.id, id), start, end } : undefined;
}

// A programme takes place when its next class does; one with a single class is as good as that class.
/** @type {(program: Program, ahead: StandingClass[], past: StandingClass[], today: string) => Item} */
function itemOfProgram(program, ahead, past, today) {
  const classes = [...ahead, ...past];
  const next = nearestOf(ahead) ?? ahead.find(({ start }) => start) ?? ahead[0] ?? past.at(-1);
  const standing = recordStanding(today, program.times, { ahead, past });
  return {
    ...common(program),
    className: "",
    facts: withOwn(program, factsOfProgram(program, classes, next, standing)),
    standing,
    day: next?.since ?? program.since,
    dated: classes.length === 1 ? datedOf(program, classes[0]) : undefined,
  };
}

/**
 * @param {Program} program
 * @param {Class[]} classes
 * @param {Class | undefined} next
 * @param {Standing} standing
 * @returns {Map<string, string[]>}
 */
function factsOfProgram(program, classes, next, standing) {
  const times = classes.map((each) => `${each.title}: ${factOf(each, TIME)[0] ?? "chưa có thông tin"}`);
  const place = factOf(program, PLACE);
  return new Map([
    [TIME, classes.length > 1 ? times : factOf(program, TIME)],
    [PLACE, place.length > 0 ? place : [...new Set(classes.flatMap((each) => factOf(each, PLACE)))]],
    [DEADLINE, deadlineOf(program, next)],
    [STATE, toldOf(standing)],
  ]);
}

/** @type {(program: Program, next: Class | undefined) => string[]} */
const deadlineOf = (program, next) => (next?.deadline ? [dayInWords(next.deadline)] : factOf(program, DEADLINE));
