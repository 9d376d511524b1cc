// The order of results: what names the reader's post or job before what is for all, what can still be entered first.

import { nearestOf } from "../common/classes.js";
import { isCalledOff } from "../common/standing.js";

/** @import { Entry, Judged } from "./verdict.js" */

// What can still be entered, what comes, what runs, what has no day, what is only proposed, what was called off.
const PHASES = ["open", "coming", "running", "planned", "unknown", "closed", "proposed", "postponed", "cancelled"];
const UNDATED = new Set(["planned", "unknown", "closed"]);
/** What a group says of few people, however many are in its service. */
const TELLING = new Set(["level", "block", "rank", "job", "position", "planned_position", "term"]);

/**
 * @param {Entry} one
 * @param {Entry} other
 */
export function byNeed(one, other) {
  const [ours, theirs] = [keysOf(one), keysOf(other)];
  const at = ours.findIndex((key, place) => key !== theirs[place]);
  return at < 0 ? 0 : ours[at] < theirs[at] ? -1 : 1;
}

/** @type {(entry: Entry) => (number | string)[]} */
const keysOf = (entry) => [
  Number(entry.over),
  Number(isDraft(entry)),
  Number(isCalledOff(entry.record.phase)),
  Number(!entry.names),
  phaseOf(entry),
  Number(!entry.required),
  -tellingOf(entry.judged),
  nextDay(entry),
  entry.program.turn,
];

/** @param {Entry} entry */
export const isDraft = ({ program }) => program.facets.verification?.includes("draft") ?? false;

// Those of no day stand beside one another, whatever is told of them.
/** @param {Entry} entry */
function phaseOf({ record: { phase } }) {
  return PHASES.indexOf(UNDATED.has(phase) ? "planned" : phase);
}

/**
 * How much a group says that is true of the reader in particular; one that names the reader's post or job says most.
 * @param {Judged} judged
 */
export function tellingOf({ matches, naming }) {
  const met = matches.filter(({ field, outcome }) => TELLING.has(field) && outcome === "met");
  return met.length + (naming.size > 0 ? TELLING.size : 0);
}

// The deadline that comes next, else the first day.
/** @param {Entry} entry */
function nextDay({ record, coming }) {
  const next = nearestOf(coming) ?? coming.find(({ standing }) => standing.phase === record.phase);
  return (record.phase === "open" && next?.deadline) || next?.start || "9";
}
