// Where a found record stands on a day: the one state that its reader needs, and which of its classes are over.

import { stateOn } from "./moment.js";

const TOLD = { planned: "Dự kiến", open: "Đang nhận danh sách", running: "Đang học" };
const SETTLED = { cancelled: "Hủy", postponed: "Hoãn", finished: "Đã kết thúc" };
const NEAREST = ["open", "soon", "running"];

/** What a class has come to: its phase and its words; what a source says of its end goes before what its dates tell. */
export function classStanding({ state, start, end, deadline }, today) {
  if (SETTLED[state]) return { phase: state === "finished" ? "past" : "off", words: SETTLED[state] };
  const times = { start: start || undefined, end: end || undefined, deadline: deadline || undefined };
  return stateOn(today, times) ?? (TOLD[state] ? { phase: state, words: TOLD[state] } : undefined);
}

/** The classes of a record with their standing, those that are still to be dealt with apart from the past ones; each sort in the order of its days. */
export function classesOf(result, today) {
  const chosen = result.matching.length > 0 ? result.classes.filter(({ id }) => result.matching.includes(id)) : result.classes;
  const standing = chosen.map((each) => ({ ...each, standing: classStanding(each, today) }));
  const byDay = (one, other) => (one.start || "9").localeCompare(other.start || "9");
  const isPast = (each) => each.standing?.phase === "past";
  return { ahead: standing.filter((each) => !isPast(each)).sort(byDay), past: standing.filter(isPast).sort(byDay) };
}

/** The one state of a record: its nearest class, else what is known of it as a whole, else what is left of its classes. */
export function standingOf(result, { ahead, past }, today) {
  if (result.ended) return { phase: "past", words: "Kết thúc hoạt động" };
  const near = nearestOf(ahead);
  return near?.standing ?? standingOfWhole(result, past, today) ?? (ahead.find((each) => each.standing) ?? past.at(-1))?.standing;
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
