// What is asked, as an address that can be kept and sent: ?q=…&year=2024&year=2025&sort=start. Whatever is no part of it is left out and told.

import { labelOf } from "./words.js";

const SORTS = ["relevance", "start", "deadline", "title"];
const MOST_VALUES = 100;
const LONGEST_TOLD = 40;
// What messengers and news letters put behind an address that is passed on.
const FROM_ELSEWHERE = /^(utm_.*|fbclid|gclid|zarsrc)$/;

/**
 * @param {string} parameters the part of an address from its question mark on
 * @param {Object<string, string>} names the facets that there are, with their names
 * @returns {{query: string, filters: Object<string, string[]>, sort: string, literal: boolean, strange: string[]}}
 *   `strange`: what of the address is no part of a question, in words
 */
export function questionFrom(parameters, names) {
  const given = new URLSearchParams(parameters);
  const chosen = Object.keys(names).map((facet) => [facet, [...new Set(given.getAll(facet))].filter(Boolean)]);
  return {
    query: given.get("q") ?? "",
    filters: Object.fromEntries(chosen.filter(([, codes]) => codes.length > 0).map(([facet, codes]) => [facet, codes.slice(0, MOST_VALUES)])),
    sort: isSort(given.get("sort")) ? given.get("sort") : SORTS[0],
    literal: given.get("literal") === "1",
    strange: [...strangers(given, names), ...surplus(chosen, names)],
  };
}

const isSort = (sort) => SORTS.includes(sort);

function strangers(given, names) {
  const isOurs = (name, value) => ["", "q", "literal"].includes(name) || (name === "sort" && isSort(value)) || Object.hasOwn(names, name) || FROM_ELSEWHERE.test(name);
  return [...given].filter((pair) => !isOurs(...pair)).map(([name, value]) => `${name}=${value}`.slice(0, LONGEST_TOLD));
}

const surplus = (chosen, names) =>
  chosen.filter(([, codes]) => codes.length > MOST_VALUES).map(([facet, codes]) => `${names[facet]}: ${codes.length - MOST_VALUES} giá trị sau giá trị thứ ${MOST_VALUES}`);

/** The question without the values that the catalogue does not know; they are told with what else is strange. */
export function sifted(question, { names, labels }) {
  const isKnown = ([facet, code]) => labelOf(labels, facet, code) !== undefined;
  const chosen = Object.entries(question.filters).flatMap(([facet, codes]) => codes.map((code) => [facet, code]));
  const strange = chosen.filter((pair) => !isKnown(pair)).map(([facet, code]) => `${names[facet]}: ${code.slice(0, LONGEST_TOLD)}`);
  if (strange.length === 0) return question;
  const filters = chosen.filter(isKnown).reduce((found, [facet, code]) => toggled(found, facet, code), {});
  return { ...question, filters, strange: [...question.strange, ...strange] };
}

/** The address of a question, from its question mark on; empty where nothing is asked. */
export function addressOf({ query, filters, sort, literal }) {
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query);
  for (const [facet, codes] of Object.entries(filters)) for (const code of codes) parameters.append(facet, code);
  if (sort !== SORTS[0]) parameters.set("sort", sort);
  if (literal) parameters.set("literal", "1");
  return parameters.toString() ? `?${parameters}` : "";
}

/** The filters with a value put in, or taken out where it is there. */
export function toggled(filters, facet, code) {
  const codes = filters[facet] ?? [];
  const changed = codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code];
  const { [facet]: _, ...others } = filters;
  return changed.length > 0 ? { ...others, [facet]: changed } : others;
}
