// What filters records, ties them to one another, and tells when programmes take place.

import { checked, lines, numbers, programsOf } from "./columns.js";

/**
 * @import { ProgramTimes } from "../../common/standing.js"
 * @import { Class, Facets, Record } from "./records.js"
 */

const FIRST_DAY = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;
/** @type {{[mark: string]: string[]}} */
const ABROAD = { y: ["yes"], n: ["no"], "?": [] };

/**
 * Puts into the records their codes of each facet, and what follows from them.
 * @param {Record[]} records
 * @param {Facets} data
 */
export function addCodes(records, data) {
  for (const [facet, column] of Object.entries(data.columns)) {
    const codes = Object.keys(data.labels[facet]);
    const holders = records.filter((record) => column.kinds.includes(record.kind));
    const values = column.single ? [...column.values] : lines(column.values);
    checked(holders.length === 0 || values.length === holders.length);
    holders.forEach((record, place) => {
      record.facets[facet] = [...values[place]].map((digit) => codes[Number.parseInt(digit, 36)]);
    });
  }
  const dated = records.filter((record) => record.kind === "program" || record.kind === "plan");
  const years = lines(data.years);
  dated.forEach((record, place) => (record.facets.year = years[place] ? years[place].split(" ") : []));
  for (const record of records) record.verification = record.facets.verification?.[0] ?? "";
}

/** @param {Record[]} records @param {Facets} data */
export function addPrograms(records, data) {
  const [classes, ends] = [data.classes, data.ends].map(lines);
  const programs = programsOf(records);
  checked(programs.length === 0 || classes.length === programs.length);
  tie(programs, records, data);
  programs.forEach((record, place) => {
    record.times = timesOf(record, place, data, ends[place]);
    record.category = record.facets.category;
    record.facets.abroad = ABROAD[data.abroad[place]];
    const codes = classes[place] ? classes[place].split(";") : [];
    record.classes = codes.map((code, turn) => classOf(code, turn, data.states, record.times));
  });
}

/**
 * Ties programmes to the records that they name.
 * @param {Record[]} programs
 * @param {Record[]} records
 * @param {Facets} data
 */
function tie(programs, records, data) {
  const [groups] = columnsOf(records, "group", data.groups);
  const [plans] = columnsOf(records, "plan", data.plan);
  const [topics] = columnsOf(records, "topic", data.topics);
  const [leads, others, allocated] = columnsOf(records, "organization", data.lead, data.others, data.allocated);
  const idsOf = (/** @type {number[]} */ positions) => positions.map((position) => records[position].id);
  programs.forEach((record, place) => {
    record.groups = groups[place];
    record.lead = leads[place][0] ?? -1;
    record.plan = plans[place][0] ?? -1;
    const all = [...groups[place], ...leads[place], ...others[place], ...topics[place], ...plans[place]];
    record.related = [...new Set(all)];
    record.facets.group = idsOf(groups[place]);
    record.facets.lead = idsOf(leads[place]);
    record.facets.allocated = idsOf(allocated[place]);
  });
}

/**
 * For each programme the positions of the records of a kind that a column names by their places among that kind.
 * @param {Record[]} records
 * @param {string} kind
 * @param {...string} columns
 */
function columnsOf(records, kind, ...columns) {
  const places = records.flatMap((record, position) => (record.kind === kind ? [position] : []));
  return columns.map((text) => lines(text).map((line) => numbers(line).map((rank) => places[rank])));
}

// What a programme says of its time, as common/standing.js takes it.
/** @type {(record: Record, place: number, data: Facets, end: string) => ProgramTimes} */
function timesOf({ facets: { year } }, place, data, end) {
  const years = year.length > 1 ? `${year[0]}-${year.at(-1)}` : (year[0] ?? "");
  const state = data.progresses[Number(data.progress[place])];
  return { state, years, end, results: data.results[place] === "y" };
}

/**
 * @param {string} code
 * @param {number} turn its place in its programme
 * @param {string[]} states
 * @param {ProgramTimes} whole
 * @returns {Class}
 */
function classOf(code, turn, states, whole) {
  const [start, end, deadline, state, id] = code.split(",");
  const first = dayOf(start, FIRST_DAY, 1);
  const origin = first ? Date.parse(first) : FIRST_DAY;
  return {
    id: id || `lop-${turn + 1}`,
    title: "",
    start: first,
    end: dayOf(end, origin, 1),
    deadline: dayOf(deadline, origin, -1),
    state: states[Number(state ?? 0)] ?? "",
    whole,
  };
}

/** @param {string | undefined} code @param {number} origin @param {number} sign */
function dayOf(code, origin, sign) {
  if (!code) return "";
  if (code.startsWith("=")) return code.slice(1);
  return new Date(origin + sign * Number.parseInt(code, 36) * DAY).toISOString().slice(0, 10);
}
