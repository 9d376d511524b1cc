// The data of search, read from the columns that the site publishes (hooks/catalogue/views/search_data.py writes them and says what they hold).

import { fold } from "../../common/vietnamese.js";

const VERSION = 2;
const FIRST_DAY = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;
const BROKEN = "Dữ liệu tra cứu tải không trọn vẹn. Hãy tải lại trang.";
const ABROAD = { y: ["yes"], n: ["no"], "?": [] };

/**
 * What is needed to find by title and name.
 * @param {string | URL} root the site's root, ending in a slash
 * @returns {Promise<{records: Object[], glossary: {short: string, long: string}[], labels: Object, newestPlanYear: number | null}>}
 *   `labels` is empty until `loadFacets`; rejects with an Error in Vietnamese where the file does not load or is not whole
 */
export async function loadTitles(root) {
  const data = await fetched(root, "titles");
  return { records: recordsOf(data), glossary: data.glossary.map(([short, long]) => ({ short, long })), labels: {}, newestPlanYear: data.newestPlanYear };
}

/** Puts into the records, in place, what filters and ranks them by time, and ties them to one another. */
export async function loadFacets(root, library) {
  const data = await fetched(root, "facets");
  addFacets(library.records, data);
  addPrograms(library.records, data);
  Object.assign(library.labels, data.labels);
}

/** Puts into the records, in place, what a result shows, and the words that are looked through last. */
export async function loadDetails(root, library) {
  const data = await fetched(root, "details");
  const texts = [...lines(data.texts), ...data.pages];
  checked(texts.length === library.records.length);
  library.records.forEach((record, position) => (record.text = texts[position]));
  const [venues, amounts] = [data.venues, data.amounts].map(lines);
  programsOf(library.records).forEach((record, place) => Object.assign(record, { venue: venues[place], amount: amounts[place] }));
}

/** Everything after the titles. */
export async function loadRest(root, library) {
  await loadFacets(root, library);
  await loadDetails(root, library);
}

async function fetched(root, name) {
  const answer = await fetch(new URL(`assets/search/${name}.json`, root));
  const data = answer.ok ? await answer.json().catch(() => null) : null;
  if (!data) throw new Error(BROKEN);
  if (data.version !== VERSION) throw new Error("Trang đã có bản mới. Hãy tải lại trang để tra cứu.");
  return data;
}

function checked(whole) {
  if (!whole) throw new Error(BROKEN);
}

const lines = (text) => text.split("\n");
const numbers = (text) => (text ? text.split(" ").map(Number) : []);
const programsOf = (records) => records.filter((record) => record.kind === "program");

function recordsOf(data) {
  const kinds = Object.keys(data.sections);
  const ids = lines(data.ids);
  checked(data.kinds.length === ids.length);
  const found = lines(data.titles).map((title, position) => recordOf(data, kinds[data.kinds[position]], title, ids[position], data.names[position] ?? []));
  markAll(found, "draft", data.drafts);
  markAll(found, "ended", data.ended);
  return [...found, ...data.pages.map(([url, title]) => ({ ...blank("page", url.replace(/\/$/, ""), title, []), url }))];
}

function recordOf(data, kind, title, beyond, names) {
  const [, length, rest] = /^(\d+) ?(.*)$/.exec(beyond);
  const id = anchor(title).slice(0, Number(length)) + rest;
  return { ...blank(kind, id, title, names), url: `${data.sections[kind]}${id}/` };
}

const blank = (kind, id, title, names) => ({
  id, kind, url: "", title, names, related: [], text: "", draft: false, ended: false, facets: {}, times: {}, classes: [],
  groups: [], lead: -1, plan: -1, venue: "", amount: "", verification: "", category: [],
});

const anchor = (title) => fold(title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

function markAll(records, mark, steps) {
  let position = 0;
  for (const step of steps) {
    position += step;
    records[position][mark] = true;
  }
}

function addFacets(records, data) {
  for (const [facet, column] of Object.entries(data.columns)) {
    const codes = Object.keys(data.labels[facet]);
    const holders = records.filter((record) => column.kinds.includes(record.kind));
    const values = column.single ? [...column.values] : lines(column.values);
    checked(holders.length === 0 || values.length === holders.length);
    holders.forEach((record, place) => (record.facets[facet] = [...values[place]].map((digit) => codes[parseInt(digit, 36)])));
  }
  const dated = records.filter((record) => record.kind === "program" || record.kind === "plan");
  const years = lines(data.years);
  dated.forEach((record, place) => (record.facets.year = years[place] ? years[place].split(" ") : []));
  for (const record of records) record.verification = record.facets.verification?.[0] ?? "";
}

function addPrograms(records, data) {
  const placesOf = (kind) => records.flatMap((record, position) => (record.kind === kind ? [position] : []));
  const places = { group: placesOf("group"), organization: placesOf("organization"), plan: placesOf("plan"), topic: placesOf("topic") };
  const column = (text, kind) => lines(text).map((line) => numbers(line).map((rank) => places[kind][rank]));
  const [groups, leads, plans] = [column(data.groups, "group"), column(data.lead, "organization"), column(data.plan, "plan")];
  const [topics, others] = [column(data.topics, "topic"), column(data.others, "organization")];
  const [classes, ends] = [data.classes, data.ends].map(lines);
  const programs = programsOf(records);
  checked(programs.length === 0 || classes.length === programs.length);
  programs.forEach((record, place) => {
    record.groups = groups[place];
    record.lead = leads[place][0] ?? -1;
    record.plan = plans[place][0] ?? -1;
    record.related = [...new Set([...groups[place], ...leads[place], ...others[place], ...topics[place], ...plans[place]])];
    record.times = timesOf(record, place, data, ends[place]);
    record.category = record.facets.category;
    record.facets.group = groups[place].map((position) => records[position].id);
    record.facets.lead = leads[place].map((position) => records[position].id);
    record.facets.abroad = ABROAD[data.abroad[place]];
    record.classes = classes[place] ? classes[place].split(";").map((code, index) => classOf(code, index, data.states, record.times)) : [];
  });
}

// What a programme says of its time, as common/standing.js takes it.
function timesOf({ facets: { year } }, place, data, end) {
  const years = year.length > 1 ? `${year[0]}-${year.at(-1)}` : (year[0] ?? "");
  return { state: data.progresses[data.progress[place]], years, end, results: data.results[place] === "y" };
}

function classOf(code, index, states, whole) {
  const [start, end, deadline, state, id] = code.split(",");
  const first = dayOf(start, FIRST_DAY, 1);
  const origin = first ? Date.parse(first) : FIRST_DAY;
  return {
    id: id || `lop-${index + 1}`,
    title: "", start: first, end: dayOf(end, origin, 1), deadline: dayOf(deadline, origin, -1), state: states[state ?? 0] ?? "", whole,
  };
}

function dayOf(code, origin, sign) {
  if (!code) return "";
  return code.startsWith("=") ? code.slice(1) : new Date(origin + sign * parseInt(code, 36) * DAY).toISOString().slice(0, 10);
}
