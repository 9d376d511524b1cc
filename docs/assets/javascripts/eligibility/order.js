// The order of results: what the reader can still be sent to first, and what names the reader before what is for all.

/** @import { Entry, Judged } from "./verdict.js" */

// What can still be entered, what comes, what runs, what has no day, what is only proposed, what was called off.
const PHASES = ["open", "coming", "running", "planned", "unknown", "closed", "proposed", "postponed", "cancelled"];
const UNDATED = new Set(["planned", "unknown", "closed"]);
/** What a group says of few people, however many are in its service. */
const TELLING = new Set(["level", "block", "rank", "job", "position", "planned_position", "term"]);

/** What the reader tells in words, and what names few. */
const IN_WORDS = new Set(["job", "position", "planned_position"]);

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
export function tellingOf({ matches, isNamed, hasPost }) {
  const met = matches.filter(({ field, outcome }) => TELLING.has(field) && outcome === "met");
  const isInWords = isNamed || hasPost || met.some(({ field }) => IN_WORDS.has(field));
  return met.length + (isInWords ? TELLING.size : 0);
}

// The deadline that comes next, else the first day.
/** @param {Entry} entry */
function nextDay({ record, coming }) {
  const next = coming.find(({ standing }) => standing.phase === record.phase);
  return (record.phase === "open" && next?.deadline) || next?.start || "9";
}
