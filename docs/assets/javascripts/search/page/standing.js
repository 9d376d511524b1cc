// Where a found record stands on a day: the one state that its reader needs, which of its classes are over, and when it takes place.

import { stateOn } from "../../common/moment.js";
import { dayInWords } from "./words.js";

const TOLD = { planned: "Dự kiến", open: "Đang nhận danh sách", running: "Đang học" };
const SETTLED = { cancelled: "Hủy", postponed: "Hoãn", finished: "Đã kết thúc" };
const NEAREST = ["open", "soon", "running"];

/** What a class has come to: its phase and its words; what a source says of its end goes before what its dates tell. */
function classStanding(each, today) {
  const { state } = each;
  if (SETTLED[state]) return { phase: state === "finished" ? "past" : "off", words: SETTLED[state] };
  return byDates(each, today) ?? (TOLD[state] ? { phase: state, words: TOLD[state] } : undefined);
}

const byDates = ({ start, end, deadline }, today) => stateOn(today, { start: start || undefined, end: end || undefined, deadline: deadline || undefined });

/** The classes of a record with their standing, those that are still to be dealt with apart from the past ones; each sort in the order of its days. */
export function classesOf(result, today) {
  const chosen = result.matching.length > 0 ? result.classes.filter(({ id }) => result.matching.includes(id)) : result.classes;
  const standing = chosen.map((each) => ({ ...each, standing: classStanding(each, today) }));
  const byDay = (one, other) => (one.start || "9").localeCompare(other.start || "9");
  // Its days go by for a class that was called off, too.
  const isPast = (each) => [each.standing, byDates(each, today)].some((standing) => standing?.phase === "past");
  return { ahead: standing.filter((each) => !isPast(each)).sort(byDay), past: standing.filter(isPast).sort(byDay) };
}

/** The one state of a record: its nearest class, else what is known of it as a whole, else what is left of its classes. */
export function standingOf(result, { ahead, past }, today) {
  if (result.ended) return { phase: "past", words: "Kết thúc hoạt động" };
  const near = nearestOf(ahead);
  const left = ahead.find((each) => each.standing) ?? past.findLast((each) => each.standing.phase === "past") ?? past.at(-1);
  return near?.standing ?? standingOfWhole(result, past, today) ?? left?.standing;
}

/** The class that a reader can still be sent to soonest, or that runs. */
export function nearestOf(classes) {
  const found = NEAREST.map((phase) => classes.find((each) => each.standing?.phase === phase));
  return found.find(Boolean);
}

function standingOfWhole({ progress, years }, past, today) {
  if (progress === "done") return { phase: "past", words: `Đã thực hiện ${years}`.trim() };
  if (progress === "proposed") return { phase: "proposed", words: "Đề xuất" };
  if (progress !== "planned" || past.some((each) => each.state === "finished")) return undefined;
  if (!years) return { phase: "planned", words: "Kế hoạch" };
  return stateOn(today, { year: years.split("-").at(-1), planned: years }) ?? { phase: "planned", words: `Kế hoạch ${years}` };
}

/** When a record takes place, in words: its nearest class, else the last one with a day, else its year; nothing where no source tells. */
export function timeOf({ years }, { ahead, past }) {
  const next = nearestOf(ahead) ?? ahead.find(({ start }) => start) ?? past.at(-1);
  return next?.start ? spanOf(next) : years && `năm ${years}`;
}

/** The days of a class in words. */
export const spanOf = ({ start, end }) => (end && end !== start ? `${dayInWords(start)} đến ${dayInWords(end)}` : dayInWords(start));
