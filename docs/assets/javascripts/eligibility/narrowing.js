// Sorts and narrows the results as search does, with search's own engine.

import { element, elementIn } from "../common/element.js";
import { counted } from "../common/words.js";
import { blank, createIndex, search } from "../search/engine/engine.js";
import { labelOf, orderOf } from "../search/page/words.js";

/**
 * @import { Labels } from "./data.js"
 * @import { Entry } from "./verdict.js"
 *
 * A sort, and the chosen code of each facet.
 * @typedef {{sort: string, filters: {[facet: string]: string}}} Chosen
 *
 * What passes, by id and in the order of the sort; how many have each code of each facet.
 * @typedef {{ids: string[], facets: {[facet: string]: {[code: string]: number}}}} Narrowed
 *
 * `choose` reads what is chosen, `put` chooses; `draw` shows what each choice would give.
 * @typedef {{
 *   names: string[], chosen: () => Chosen, put: (parameters: URLSearchParams) => void, isUsed: () => boolean,
 *   draw: (facets: Narrowed["facets"], labels: Labels) => void,
 * }} Narrowing
 */

export const USUAL = "relevance";

/**
 * Takes charge of the choices above the results.
 * @param {HTMLElement} place
 * @returns {Narrowing}
 */
export function openNarrowing(place) {
  /** @type {HTMLSelectElement} */
  const sort = elementIn(place, "[data-sort]");
  /** @type {HTMLSelectElement[]} */
  const facets = Array.from(place.querySelectorAll("[data-facet]"));
  const said = elementIn(place, "[data-narrowed]");
  const filters = () => Object.fromEntries(facets.map((each) => [each.dataset.facet, each.value])
    .filter(([, code]) => code));
  return {
    names: ["sort", ...facets.map((each) => each.dataset.facet ?? "")],
    chosen: () => ({ sort: sort.value, filters: filters() }),
    put: (parameters) => {
      sort.value = parameters.get("sort") ?? USUAL;
      if (sort.selectedIndex < 0) sort.value = USUAL;
      for (const each of facets) choose(each, parameters.get(each.dataset.facet ?? "") ?? "");
    },
    isUsed: () => sort.value !== USUAL || Object.keys(filters()).length > 0,
    draw: (counts, labels) => {
      for (const each of facets) drawFacet(each, counts[each.dataset.facet ?? ""] ?? {}, labels);
      const count = Object.keys(filters()).length;
      said.textContent = count > 0 ? `(${count})` : "";
    },
  };
}

// A code that is not offered yet is, so that it can be chosen before the data is there.
/** @param {HTMLSelectElement} select @param {string} code */
function choose(select, code) {
  if (code && ![...select.options].some(({ value }) => value === code)) select.append(new Option(code, code));
  select.value = code;
}

/** @type {(select: HTMLSelectElement, counts: {[code: string]: number}, labels: Labels) => void} */
function drawFacet(select, counts, labels) {
  const [facet, chosen] = [select.dataset.facet ?? "", select.value];
  const order = orderOf(labels, facet);
  const codes = [...new Set([...Object.keys(counts), chosen])].filter(Boolean);
  const known = codes.map((code) => ({ code, words: labelOf(labels, facet, code) ?? code }));
  known.sort((one, other) => (order ? placeIn(order, one.code) - placeIn(order, other.code) : 0)
    || one.words.localeCompare(other.words, "vi", { numeric: true }));
  const options = known.map(({ code, words }) => {
    return element("option", { value: code }, `${words} (${counted(counts[code] ?? 0)})`);
  });
  select.replaceChildren(element("option", { value: "" }, "Tất cả"), ...options);
  select.value = chosen;
  /** @type {HTMLElement} */ (select.parentElement).hidden = options.length < 2 && !chosen;
}

/** @param {string[]} order @param {string} code */
const placeIn = (order, code) => (order.includes(code) ? order.indexOf(code) : order.length);

/**
 * What of some entries passes, in the order of the sort.
 * @param {Entry[]} entries
 * @param {Chosen} chosen
 * @param {string} today
 * @returns {Narrowed}
 */
export function narrowed(entries, { sort, filters }, today) {
  const byTurn = [...entries].sort((one, other) => one.program.turn - other.program.turn);
  const index = createIndex(byTurn.map(recordOf));
  const codes = Object.fromEntries(Object.entries(filters).map(([facet, code]) => [facet, [code]]));
  const { results, facets } = search(index, "", { filters: codes, sort, today, limit: entries.length });
  const ids = results.map(({ id }) => id);
  return { ids: sort === USUAL ? entries.map(({ program }) => program.id).filter(among(ids)) : ids, facets };
}

/** @param {string[]} ids */
function among(ids) {
  const wanted = new Set(ids);
  return (/** @type {string} */ id) => wanted.has(id);
}

/** @type {{[facet: string]: string[]}} */
const UNKNOWN = { category: [], content: [], field: [], mode: [], year: [], abroad: [], lead: [] };

/** @param {Entry} entry */
function recordOf({ program: { id, title, facets, times = {}, classes = [] } }) {
  return {
    ...blank("program", id, title), draft: facets.verification.includes("draft"), facets: { ...UNKNOWN, ...facets },
    times, classes: classes.map((each) => ({ state: "", start: "", end: "", deadline: "", ...each, whole: times })),
    verification: facets.verification[0], category: facets.category ?? [],
  };
}
