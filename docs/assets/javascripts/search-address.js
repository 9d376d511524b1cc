// What is asked, as an address that can be kept and sent: ?q=…&year=2024&year=2025&sort=start. Whatever is no part of it is left out.

const SORTS = ["relevance", "start", "deadline", "title"];
const MOST_VALUES = 100;

/**
 * @param {string} parameters the part of an address from its question mark on
 * @param {string[]} facets the names of the facets that there are
 * @returns {{query: string, filters: Object<string, string[]>, sort: string, literal: boolean}}
 */
export function questionFrom(parameters, facets) {
  const given = new URLSearchParams(parameters);
  const chosen = facets.map((facet) => [facet, [...new Set(given.getAll(facet))].filter(Boolean).slice(0, MOST_VALUES)]);
  return {
    query: given.get("q") ?? "",
    filters: Object.fromEntries(chosen.filter(([, codes]) => codes.length > 0)),
    sort: SORTS.includes(given.get("sort")) ? given.get("sort") : SORTS[0],
    literal: given.get("literal") === "1",
  };
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
