// What a search can be narrowed by: the facets of the data, the kind, and the state and month of a programme's classes on a day.

/**
 * Lists of numbers, one for each record, as one: row r lies in `values` between starts[r] and starts[r + 1].
 * @typedef {{starts: Uint32Array, values: Uint32Array}} Rows
 *
 * A facet of all records: its codes by their numbers, and for each record the numbers of those that it has.
 * @typedef {Rows & {codes: string[], numbers: Map<string, number>}} Facet
 *
 * The classes of all records in columns, those of record r between starts[r] and starts[r + 1]. Days are numbers like
 * 20240531, 0 where they are not known: `begins` is the first that the start can mean, `begun` the last, `over` the last
 * of the end. `told` is the state that a source tells.
 * @typedef {{
 *   starts: Uint32Array, ids: (string | undefined)[], told: string[],
 *   begins: Int32Array, begun: Int32Array, over: Int32Array, deadline: Int32Array, month: Int32Array,
 * }} Classes
 */

const UNKNOWN = "unknown";
const STATES = [UNKNOWN, "open", "coming", "running", "past", "cancelled"];
const [NOT_TOLD, OPEN, COMING, RUNNING, PAST, CANCELLED] = STATES.keys();
const MONTHS = [UNKNOWN, "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

const numbered = (codes) => ({ codes, numbers: new Map(codes.map((code, number) => [code, number])) });
const CLASS_FACETS = new Map([["state", numbered(STATES)], ["month", numbered(MONTHS)]]);

/** Lists of numbers, one for each record, as one: row r lies in `values` between starts[r] and starts[r + 1]. */
export function rowsOf(records, numbersOf) {
  const starts = new Uint32Array(records.length + 1);
  const values = [];
  for (let row = 0; row < records.length; row += 1) {
    for (const number of numbersOf(records[row])) values.push(number);
    starts[row + 1] = values.length;
  }
  return { starts, values: new Uint32Array(values) };
}

/** The facets of all records: for each its codes and, by record, the numbers of those that it has. */
export function facetsOf(records) {
  const facets = new Map();
  records.forEach((record, row) => {
    add(facets, records.length, "kind", row, [record.kind]);
    for (const name in record.facets) add(facets, records.length, name, row, record.facets[name]);
  });
  for (const facet of facets.values()) close(facet);
  return facets;
}

function add(facets, size, name, row, codes) {
  const facet = facets.get(name) ?? facets.set(name, { starts: new Uint32Array(size + 1), values: [], numbers: new Map() }).get(name);
  for (const code of codes.length > 0 ? codes : NOTHING_KNOWN) facet.values.push(facet.numbers.get(code) ?? newNumber(facet.numbers, code));
  facet.starts[row + 1] = facet.values.length;
}

const NOTHING_KNOWN = [UNKNOWN];
const newNumber = (numbers, code) => numbers.set(code, numbers.size).get(code);

// Records that a facet does not apply to have left their ends at 0.
function close(facet) {
  facet.codes = [...facet.numbers.keys()];
  facet.values = new Uint32Array(facet.values);
  for (let row = 1; row < facet.starts.length; row += 1) facet.starts[row] = Math.max(facet.starts[row], facet.starts[row - 1]);
}

const COLUMNS = ["begins", "begun", "over", "deadline", "month"];

/** The classes of all records in columns. A programme without classes has one of which nothing is known but, perhaps, that it took place. */
export function classesOf(records) {
  const starts = new Uint32Array(records.length + 1);
  const rows = [];
  records.forEach(({ kind, classes, done }, position) => {
    for (const each of classes) rows.push(each);
    if (kind === "program" && classes.length === 0) rows.push(done ? DONE : NOT_DONE);
    starts[position + 1] = rows.length;
  });
  const columns = { starts, ids: rows.map(({ id }) => id), told: rows.map(({ state }) => state) };
  for (const name of COLUMNS) columns[name] = new Int32Array(rows.length);
  rows.forEach((each, at) => fillIn(columns, at, each));
  return columns;
}

const NOT_DONE = { id: undefined, start: "", end: "", deadline: "", state: "" };
const DONE = { ...NOT_DONE, state: "finished" };

function fillIn(classes, at, { start, end, deadline }) {
  classes.begins[at] = firstDay(start);
  classes.begun[at] = lastDay(start);
  classes.over[at] = lastDay(end || start);
  classes.deadline[at] = lastDay(deadline);
  classes.month[at] = digits(start, 5, 7);
}

// The first and the last day that a text can mean, as numbers (20240531); 0 where it tells no year.
const firstDay = (text) => dayOf(text, 1, 1);
const lastDay = (text) => dayOf(text, 12, 31);
const dayOf = (text, month, day) => (text ? digits(text, 0, 4) * 10000 + (digits(text, 5, 7) || month) * 100 + (digits(text, 8, 10) || day) : 0);

// Slicing and reading numbers would take three times as long, of tens of thousands of dates.
function digits(text, from, to) {
  let number = 0;
  for (let at = from; at < to && at < text.length; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** A day YYYY-MM-DD as a number; NaN, which is neither before nor after any other, where it is none. */
export const dayNumber = (today) => (/^\d{4}-\d\d-\d\d$/.test(String(today)) ? firstDay(today) : NaN);

/** The state of every class on a day. */
export function classStates({ told, begins, begun, over, deadline }, today) {
  const states = new Uint8Array(told.length);
  for (let at = 0; at < states.length; at += 1) states[at] = stateOf(told[at], today, begins[at], begun[at], over[at], deadline[at]);
  return states;
}

function stateOf(told, today, begins, begun, over, deadline) {
  if (told === "cancelled") return CANCELLED;
  if (told === "postponed") return NOT_TOLD;
  if (told === "finished" || (over > 0 && over < today)) return PAST;
  const missed = deadline > 0 && deadline < today;
  if (begun > 0 && begun <= today) return RUNNING;
  if (deadline >= today || (told === "open" && !missed)) return OPEN;
  if (begins > today) return COMING;
  return told === "running" ? RUNNING : NOT_TOLD;
}

/** How near the classes of each record are: 2 where one is open or coming, 1 where one is running, else 0. */
export function nearness({ starts }, states) {
  const nearest = new Uint8Array(starts.length - 1);
  for (let position = 0; position < nearest.length; position += 1) {
    for (let at = starts[position]; at < starts[position + 1]; at += 1) nearest[position] = Math.max(nearest[position], NEAR_STATES[states[at]]);
  }
  return nearest;
}

const NEAR_STATES = [0, 2, 2, 1, 0, 0];

/**
 * Which of the found records pass some filters {facet: [codes]}, and for each facet how many would have each code if the facet's own selection were lifted.
 * State and month choose classes: a record passes where one class passes both; `passesAsClass` says which do where either is chosen.
 * @returns {{passing: Uint32Array, counts: Object, unknown: [string, string[]][], passesAsClass: ?function(number): boolean}}
 */
export function narrow(index, states, found, filters) {
  const { chosen, unknown } = selections(index.facets, filters);
  const classes = classMarks(index.classes, states, found, chosen);
  const failed = failures(index.facets, found, chosen);
  const counts = Object.fromEntries([...index.facets].map(([name, facet], at) => [name, countCodes(facet, found, failed, classes.passes, ~(1 << at))]));
  counts.state = countMarks(STATES, classes.states, failed);
  counts.month = countMarks(MONTHS, classes.months, failed);
  return { passing: found.filter((_, row) => failed[row] === 0 && classes.passes[row]), counts, unknown, passesAsClass: classes.test };
}

function selections(facets, filters) {
  const chosen = new Map();
  const unknown = [];
  for (const [name, wanted] of Object.entries(filters)) {
    const codes = [wanted].flat().map(String);
    const known = facets.get(name) ?? CLASS_FACETS.get(name);
    const strange = codes.filter((code) => !known?.numbers.has(code));
    if (!known || strange.length > 0) unknown.push([name, strange]);
    if (strange.length === codes.length) continue;
    chosen.set(name, new Uint8Array(known.codes.length));
    for (const code of codes) if (known.numbers.has(code)) chosen.get(name)[known.numbers.get(code)] = 1;
  }
  return { chosen, unknown };
}

// A bit for each facet, in their order, that a found record does not pass.
function failures(facets, found, chosen) {
  const failed = new Uint32Array(found.length);
  [...facets].forEach(([name, facet], at) => {
    const wanted = chosen.get(name);
    for (let row = 0; wanted && row < found.length; row += 1) if (!hasChosen(facet, found[row], wanted)) failed[row] |= 1 << at;
  });
  return failed;
}

function hasChosen({ starts, values }, position, wanted) {
  for (let at = starts[position]; at < starts[position + 1]; at += 1) if (wanted[values[at]]) return true;
  return false;
}

// For each found record: whether one class passes both selections; as bits the states of those in a month chosen, the months of those in a state chosen.
function classMarks(classes, states, found, chosen) {
  const [wantedStates, wantedMonths] = [chosen.get("state"), chosen.get("month")];
  const inState = (at) => !wantedStates || wantedStates[states[at]] === 1;
  const inMonth = (at) => !wantedMonths || wantedMonths[classes.month[at]] === 1;
  const isAsked = Boolean(wantedStates || wantedMonths);
  const bits = () => new Uint32Array(found.length);
  const marks = { passes: new Uint8Array(found.length).fill(isAsked ? 0 : 1), states: bits(), months: bits() };
  for (let row = 0; row < found.length; row += 1) {
    for (let at = classes.starts[found[row]]; at < classes.starts[found[row] + 1]; at += 1) {
      if (inMonth(at)) marks.states[row] |= 1 << states[at];
      if (inState(at)) marks.months[row] |= 1 << classes.month[at];
      if (inState(at) && inMonth(at)) marks.passes[row] = 1;
    }
  }
  return { ...marks, test: isAsked ? (at) => inState(at) && inMonth(at) : undefined };
}

function countCodes({ starts, values, codes }, found, failed, passes, others) {
  const counts = new Uint32Array(codes.length);
  for (let row = 0; row < found.length; row += 1) {
    if ((failed[row] & others) !== 0 || passes[row] === 0) continue;
    for (let at = starts[found[row]]; at < starts[found[row] + 1]; at += 1) counts[values[at]] += 1;
  }
  return named(codes, counts);
}

function countMarks(codes, marks, failed) {
  const counts = new Uint32Array(codes.length);
  for (let row = 0; row < marks.length; row += 1) {
    if (failed[row] === 0) for (let bits = marks[row]; bits; bits &= bits - 1) counts[31 - Math.clz32(bits & -bits)] += 1;
  }
  return named(codes, counts);
}

function named(codes, counts) {
  const named = Object.create(null);
  for (let at = 0; at < codes.length; at += 1) if (counts[at] > 0) named[codes[at]] = counts[at];
  return named;
}

const EVENTS = { start: ["begins", "begun"], deadline: ["deadline", "deadline"] };
const AFTER_ALL_DAYS = 1e8;

/** A number for each record by which a list sorted by start or deadline goes: the next day first, then the past ones from the latest, then what has none. */
export function dayOrder({ classes }, { states, day }, sort, passesAsClass = () => true) {
  const [first, last] = EVENTS[sort].map((name) => classes[name]);
  return (position) => {
    let best = 3 * AFTER_ALL_DAYS;
    for (let at = classes.starts[position]; at < classes.starts[position + 1]; at += 1) {
      if (last[at] === 0 || states[at] === CANCELLED || classes.told[at] === "postponed" || !passesAsClass(at)) continue;
      const isPast = states[at] === PAST || last[at] < day;
      best = Math.min(best, isPast ? 2 * AFTER_ALL_DAYS - last[at] : first[at]);
    }
    return best;
  };
}
