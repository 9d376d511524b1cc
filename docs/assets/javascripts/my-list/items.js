// The entries of a list as what decides about them on a day: when, where, by when, where it stands. Pure: programmes as program-page.js reads them go in.

import { dayInWords } from "../search/page/words.js";
import { nearestOf } from "../search/page/standing.js";
import { standingOn } from "../common/moment.js";
import { entryOf, partsOf } from "./entries.js";

const TIME = "Thời gian";
const PLACE = "Địa điểm";
const DEADLINE = "Hạn gửi danh sách";
const STATE = "Tình trạng";
const UNKNOWN = "Chưa có thông tin";

/**
 * An entry as it is shown. `facts` holds the texts of each label, none where nothing is known; `dated` the class whose days may clash, where they are known.
 * @typedef {{entry: string, title: string, verification: Object, className: string, address: string, facts: Map<string, string[]>,
 *   standing?: {words: string, phase: string, sort: string}, day?: string, isPast: boolean, dated?: {entry: string, start: string, end?: string}}} Item
 */

/**
 * What an entry is on a day; undefined where its programme has no such class.
 * @param {string} entry
 * @param {Object} program
 * @param {string} today YYYY-MM-DD
 * @returns {Item | undefined}
 */
export function itemOf(entry, program, today) {
  const { classId } = partsOf(entry);
  const classes = program.classes.map((each) => ({ ...each, standing: standingOn(today, each.state) }));
  if (!classId) return { ...common(program), ...itemOfProgram(program, classes, today) };
  const found = classes.find(({ id }) => id === classId);
  return found && { ...common(program, found.id), ...itemOfClass(program, found) };
}

/** Items in the order of their days: what is over at the end, before it what has no day. */
export function byDay(items) {
  const key = ({ isPast: isOver, day }) => `${Number(isOver)} ${day ?? "9999"}`;
  return [...items].sort((one, other) => key(one).localeCompare(key(other)) || nameOf(one).localeCompare(nameOf(other), "vi"));
}

/** What an item is called where the other things of its row do not stand beside it. */
export const nameOf = ({ title, className }) => (className ? `${className}, ${title}` : title);

const common = ({ id, title, verification }, classId = "") => ({ entry: entryOf(id, classId), title, verification, address: `${id}/${classId && `#${classId}`}`, className: "" });

const isPast = (standing) => standing?.phase === "past" || standing?.sort === "done";

const factOf = ({ facts }, label) => new Map(facts).get(label) ?? [];

function itemOfClass(program, each) {
  const place = factOf(each, PLACE);
  const own = new Map([...each.facts, [PLACE, place.length > 0 ? place : factOf(program, PLACE)], [STATE, toldOf(each.standing)]]);
  const { standing, since: day } = each;
  return { className: each.title, facts: withOwn(program, own), standing, day, isPast: isPast(standing), dated: datedOf(program, each) };
}

const toldOf = (standing) => (standing && standing.words !== UNKNOWN ? [standing.words] : []);

// What an item says itself, then what else its programme does.
const withOwn = (program, own) => new Map([...own, ...program.facts.filter(([label]) => !own.has(label))]);

// A class that is off, or over, holds nobody from another.
function datedOf(program, { id, state, standing }) {
  return state.start && !isPast(standing) ? { entry: entryOf(program.id, id), start: state.start, end: state.end } : undefined;
}

// A programme stands where its next class does; one with a single class is as good as that class.
function itemOfProgram(program, classes, today) {
  const ahead = classes.filter(({ standing }) => !isPast(standing));
  const next = nearestOf(ahead) ?? ahead.find(({ state }) => state.start) ?? ahead[0] ?? classes.at(-1);
  const whole = program.state && standingOn(today, program.state);
  const standing = next?.standing.phase ? next.standing : (whole ?? next?.standing);
  return {
    facts: withOwn(program, factsOfProgram(program, [...ahead, ...classes.filter((each) => !ahead.includes(each))], next, standing)),
    standing,
    day: next?.since ?? program.since,
    isPast: isPast(standing) || isPast(next?.standing),
    dated: classes.length === 1 ? datedOf(program, next) : undefined,
  };
}

function factsOfProgram(program, classes, next, standing) {
  const time = classes.length > 1 ? classes.map((each) => `${each.title}: ${factOf(each, TIME)[0] ?? "chưa có thông tin"}`) : factOf(program, TIME);
  const place = factOf(program, PLACE);
  return new Map([
    [TIME, time],
    [PLACE, place.length > 0 ? place : [...new Set(classes.flatMap((each) => factOf(each, PLACE)))]],
    [DEADLINE, deadlineOf(program, next)],
    [STATE, toldOf(standing)],
  ]);
}

function deadlineOf({ deadline }, next) {
  const ofClass = next ? factOf(next, DEADLINE) : [];
  return ofClass.length > 0 || !deadline ? ofClass : [dayInWords(deadline)];
}
