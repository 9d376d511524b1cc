// What is asked, as an address that can be kept and sent: ?q=…&year=2024&year=2025&sort=start. Whatever is no part of
// it is left out and told.

import { LONGEST } from "../engine/limits.js";
import { labelOf } from "./words.js";

/**
 * @import { Labels } from "../engine/records.js"
 *
 * The chosen codes of each facet.
 * @typedef {{[facet: string]: string[]}} Filters
 *
 * What is asked of search. `scattered`, `partly`: with what has the words here and there, some of the words; `strange`:
 * what of the address is no part of it, in words.
 * @typedef {{
 *   query: string, filters: Filters, sort: string, literal: boolean, scattered: boolean, partly: boolean,
 *   strange: string[],
 * }} Question
 *
 * What the facets are called.
 * @typedef {{[facet: string]: string}} Names
 *
 * One chosen value.
 * @typedef {{facet: string, code: string}} Choice
 */

const OWN = ["q", "sort", "literal", "scattered", "partly"];
const SORTS = ["relevance", "start", "deadline", "title"];
const MOST_VALUES = 100;
const LONGEST_TOLD = 40;
// What messengers and news letters put behind an address that is passed on.
const FROM_ELSEWHERE = /^(utm_.*|fbclid|gclid|zarsrc)$/;

/**
 * @param {string} parameters the part of an address from its question mark on
 * @param {Names} names
 * @returns {Question}
 */
export function questionFrom(parameters, names) {
  const given = mended(new URLSearchParams(parameters), names);
  const chosen = Object.keys(names).map((facet) => {
    return { facet, codes: [...new Set(given.getAll(facet))].filter(Boolean) };
  }).filter(({ codes }) => codes.length > 0);
  const sort = given.get("sort") ?? "";
  return {
    query: given.get("q") ?? "",
    filters: Object.fromEntries(chosen.map(({ facet, codes }) => [facet, codes.slice(0, MOST_VALUES)])),
    sort: isSort(sort) ? sort : SORTS[0],
    literal: given.get("literal") === "1",
    scattered: given.get("scattered") === "1",
    partly: given.get("partly") === "1",
    strange: [...strangers(given, names), ...surplus(chosen, names)],
  };
}

// A query whose signs were encoded once more: each sign for per cent begins a code.
const ENCODED = /^(?:[^%]*%[\da-f]{2})+[^%]*$/i;

/**
 * What was meant by an address whose signs were encoded once too often on its way, so that the query holds codes of
 * letters, or what should stand behind it.
 * @type {(given: URLSearchParams, names: Names) => URLSearchParams}
 */
function mended(given, names) {
  const query = given.get("q") ?? "";
  const read = ENCODED.test(query) ? decoded(query) : query;
  const own = [...OWN, ...Object.keys(names)].join("|");
  const [text, ...others] = read.split(new RegExp(`[&;](?:amp;)?(?=(?:${own})=)`, "u"));
  if (text === query) return given;
  const found = new URLSearchParams(others.join("&"));
  for (const [name, value] of given) if (name !== "q") found.append(name, value);
  found.set("q", text);
  return found;
}

/** @param {string} query */
function decoded(query) {
  try {
    return decodeURIComponent(query.replaceAll("+", " "));
  } catch {
    return query;
  }
}

/** @param {string} sort */
const isSort = (sort) => SORTS.includes(sort);

/** @param {URLSearchParams} given @param {Names} names */
function strangers(given, names) {
  const isOurs = (/** @type {string} */ name, /** @type {string} */ value) => {
    if (name === "" || (OWN.includes(name) && (name !== "sort" || isSort(value)))) return true;
    return Object.hasOwn(names, name) || FROM_ELSEWHERE.test(name);
  };
  const strange = [...given].filter(([name, value]) => !isOurs(name, value));
  return strange.map(([name, value]) => `${name}=${value}`.slice(0, LONGEST_TOLD));
}

/** @param {{facet: string, codes: string[]}[]} chosen @param {Names} names */
function surplus(chosen, names) {
  const tooMany = chosen.filter(({ codes }) => codes.length > MOST_VALUES);
  return tooMany.map(({ facet, codes }) => {
    return `${names[facet]}: ${codes.length - MOST_VALUES} giá trị sau giá trị thứ ${MOST_VALUES}`;
  });
}

/**
 * The question without the values that the catalogue does not know; they are told with what else is strange.
 * @param {Question} question
 * @param {{names: Names, labels: Labels}} words
 */
export function sifted(question, { names, labels }) {
  const isKnown = (/** @type {Choice} */ { facet, code }) => labelOf(labels, facet, code) !== undefined;
  const chosen = choicesIn(question.filters);
  const unknown = chosen.filter((choice) => !isKnown(choice));
  if (unknown.length === 0) return question;
  const strange = unknown.map(({ facet, code }) => `${names[facet]}: ${code.slice(0, LONGEST_TOLD)}`);
  /** @type {Filters} */
  const none = {};
  const filters = chosen.filter(isKnown).reduce((found, { facet, code }) => toggled(found, facet, code), none);
  return { ...question, filters, strange: [...question.strange, ...strange] };
}

/**
 * What is chosen, value by value.
 * @param {Filters} filters
 * @returns {Choice[]}
 */
export function choicesIn(filters) {
  return Object.entries(filters).flatMap(([facet, codes]) => codes.map((code) => ({ facet, code })));
}

/**
 * The address of a question, from its question mark on; empty where nothing is asked. Of a query that is too long it
 * has what is read: many hosts refuse addresses of tens of thousands of letters.
 * @param {Question} question
 */
export function addressOf({ query, filters, sort, literal, scattered, partly }) {
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query.slice(0, LONGEST));
  for (const { facet, code } of choicesIn(filters)) parameters.append(facet, code);
  if (sort !== SORTS[0]) parameters.set("sort", sort);
  if (literal) parameters.set("literal", "1");
  if (scattered) parameters.set("scattered", "1");
  if (partly) parameters.set("partly", "1");
  return parameters.toString() ? `?${parameters}` : "";
}

/**
 * The filters with a value put in, or taken out where it is there.
 * @param {Filters} filters
 * @param {string} facet
 * @param {string} code
 * @returns {Filters}
 */
export function toggled(filters, facet, code) {
  const codes = filters[facet] ?? [];
  const changed = codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code];
  const { [facet]: _, ...others } = filters;
  return changed.length > 0 ? { ...others, [facet]: changed } : others;
}

const PAUSE_OF_TYPING = 400;

/**
 * Keeps what is asked in the browser's address and history: a run of typing is one step, every other change one of its
 * own.
 * @param {() => Question} asked
 */
export function openKeeper(asked) {
  let isTyping = false;
  /** @type {number | undefined} */
  let timer;

  /** @param {boolean} isTyped */
  function keep(isTyped) {
    clearTimeout(timer);
    const address = addressOf(asked());
    const isNew = address !== location.search;
    if (isNew) history[isTyped && isTyping ? "replaceState" : "pushState"](null, "", location.pathname + address);
    isTyping = isTyped && (isTyping || isNew);
  }

  function keepSoon() {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE_OF_TYPING, true);
  }

  function beginAnew() {
    clearTimeout(timer);
    isTyping = false;
  }

  return { keep, keepSoon, beginAnew };
}
