// Where a class or a programme stands on a day, told by nothing but what is sure: the twin of
// hooks/catalogue/model/standing.py. tests/standing.yml holds both, and all who show or count a state, to one table.

import { daysBetween, firstDay, lastDay } from "./moment.js";

/**
 * How far something has come; as Phase in the twin.
 * @typedef {"unknown" | "proposed" | "planned" | "open" | "coming" | "closed" | "running" | "past" | "postponed"
 *   | "cancelled"} Phase
 *
 * Where something stands: its phase, the words for it (none where none is told), whether it has gone by. It is soon
 * where names must be sent, or where it begins, within a month.
 * @typedef {{phase: Phase, words: string, over: boolean, soon: boolean}} Standing
 *
 * What a programme says of its time, as its page and the published data have it. What is not known is missing or empty.
 * @typedef {{state?: string, years?: string, end?: string, results?: boolean}} ProgramTimes
 *
 * What a class says of its time, with what its programme says. Dates are YYYY, YYYY-MM or YYYY-MM-DD.
 * @typedef {{state?: string, start?: string, end?: string, deadline?: string, whole: ProgramTimes}} ClassTimes
 */

/** @type {Record<string, string>} */
const PROGRAM_STATES = { proposed: "Đề xuất", planned: "Kế hoạch", done: "Đã thực hiện" };
/** @type {Record<string, string>} */
const CLASS_STATES = {
  planned: "Dự kiến",
  open: "Đang nhận danh sách",
  running: "Đang học",
  postponed: "Hoãn",
  cancelled: "Hủy",
};

const DEADLINE_PASSED = "Đã hết hạn gửi danh sách";
const SOON = 30;

/** @type {(phase: Phase, words: string, soon?: boolean) => Standing} */
const at = (phase, words, soon = false) => ({ phase, words, over: phase === "past", soon });
const FINISHED = at("past", "Đã kết thúc");

/** @type {(state: string | undefined) => state is "cancelled" | "postponed"} */
export const isCalledOff = (state) => state === "cancelled" || state === "postponed";

/**
 * Where something stands on a day; without one, as its source tells whatever the day.
 * @param {string | undefined} day YYYY-MM-DD
 * @param {ClassTimes | ProgramTimes} times
 * @returns {Standing}
 */
export function standingOn(day, times) {
  return "whole" in times ? classStanding(day, times) : programStanding(day, times);
}

/** @type {(day: string | undefined, times: ProgramTimes) => Standing} */
function programStanding(day, { state, years = "", end, results }) {
  const words = state ? `${PROGRAM_STATES[state]} ${years}`.trim() : "";
  if (state === "done") return at("past", words);
  if (day && isPast(end || years.slice(-4), day)) return at("past", words + (state === "planned" ? told(results) : ""));
  if (state === "proposed") return at("proposed", PROGRAM_STATES[state]);
  return at(state ? "planned" : "unknown", words);
}

const told = (/** @type {boolean | undefined} */ results) =>
  results ? ", đã có kết quả" : ", chưa có thông tin kết quả";

/** @type {(day: string | undefined, times: ClassTimes) => Standing} */
function classStanding(day, times) {
  const { state } = times;
  if (state === "finished") return FINISHED;
  const byTime = (day ? byDays(day, times) : undefined) ?? byWhole(day, times);
  if (isCalledOff(state)) return { ...at(state, CLASS_STATES[state]), over: byTime?.over ?? false };
  return byTime ?? asTold(day, times);
}

// What the days of a class tell. One without an end counts as past from the year after its start.
/** @type {(day: string, times: ClassTimes) => Standing | undefined} */
function byDays(day, times) {
  const { start, end, state } = times;
  const year = start?.slice(0, 4);
  if (isPast(end, day)) return FINISHED;
  if (!end && isPast(year, day)) return at("past", `Đã khai giảng năm ${year}`);
  if (!start || lastDay(start) > day) return beforeStart(day, times);
  return at("running", end || state === "running" ? CLASS_STATES.running : "Đã khai giảng");
}

// What the days of a class tell that is not known to have begun.
/** @type {(day: string, times: ClassTimes) => Standing | undefined} */
function beforeStart(day, { start, deadline, state }) {
  const isAhead = Boolean(start && day < firstDay(start));
  if (deadline && day <= firstDay(deadline) && (isAhead || state !== "running")) {
    return at("open", deadlineInWords(day, deadline), isSoon(day, deadline));
  }
  if (isAhead && state === "open" && !isPast(deadline, day)) return at("open", CLASS_STATES.open, true);
  return start && isAhead ? coming(day, start, deadline) : undefined;
}

// A class that is still to begin; behind its deadline nobody can be sent to it any more.
/** @type {(day: string, start: string, deadline: string | undefined) => Standing} */
function coming(day, start, deadline) {
  if (isPast(deadline, day)) return at("coming", `Sắp khai giảng, ${DEADLINE_PASSED.toLowerCase()}`);
  return at("coming", "Sắp khai giảng", isSoon(day, start));
}

// Whether all the days that a text can mean come within the next month.
/** @type {(day: string, text: string) => boolean} */
const isSoon = (day, text) => daysBetween(day, lastDay(text)) <= SOON;

// Days are counted only to a deadline that is a day.
/** @type {(day: string, deadline: string) => string} */
function deadlineInWords(day, deadline) {
  if (deadline.length < 10) return "Chưa hết hạn gửi danh sách";
  if (day === deadline) return "Hôm nay hết hạn gửi danh sách";
  return `Còn ${daysBetween(day, deadline)} ngày gửi danh sách`;
}

// What the end of its programme tells of a class whose own end is not known to lie ahead.
/** @type {(day: string | undefined, times: ClassTimes) => Standing | undefined} */
function byWhole(day, { end, whole }) {
  const { over, words } = programStanding(day, whole);
  return over && !(day && end) ? at("past", words || "Đã qua") : undefined;
}

// What is told of a class whose days tell nothing of it; but nobody is enrolled behind the deadline.
/** @type {(day: string | undefined, times: ClassTimes) => Standing} */
function asTold(day, { state, deadline }) {
  if (day && state !== "running" && isPast(deadline, day)) return at("closed", DEADLINE_PASSED);
  if (!state) return at("unknown", "Chưa có thông tin");
  return at(/** @type {Phase} */ (state), CLASS_STATES[state], Boolean(day) && state === "open");
}

/** @type {(date: string | undefined, day: string) => boolean} */
const isPast = (date, day) => Boolean(date && lastDay(date) < day);
