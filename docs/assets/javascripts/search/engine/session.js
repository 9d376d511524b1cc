// A search at work: loads the data step by step and answers questions from what is there. The same in a worker and in the page itself.

import { loadDetails, loadFacets, loadTitles } from "./data.js";
import { addTexts, createIndex, search } from "./engine.js";

/**
 * Begins to load; `tell` is called with {stage, labels, newestPlanYear} when the titles, the facets and the details have come,
 * with {failed: sentence} when one of them does not.
 * @param {string} root the site's root, ending in a slash
 * @returns {function(string, Object): Object} answers a query as the engine does, each result with what it shows; only after the titles
 */
export function openSession(root, tell) {
  const session = {};
  load(session, root, tell).catch((error) => tell({ failed: sentenceOf(error) }));
  return (query, options) => answer(session, query, options);
}

// The loader's own errors are sentences for people; what the browser says of a network that is gone or of data that is not what it should be is English.
const sentenceOf = (error) => (error.constructor === Error ? error.message : "Không tải được dữ liệu tra cứu. Hãy kiểm tra kết nối mạng rồi thử lại.");

async function load(session, root, tell) {
  const library = await loadTitles(root);
  const told = (stage) => tell({ stage, labels: labelsOf(library), newestPlanYear: library.newestPlanYear });
  Object.assign(session, { library, index: createIndex(library.records, library) });
  told("titles");
  await loadFacets(root, library);
  session.index = createIndex(library.records, library);
  told("facets");
  await loadDetails(root, library);
  addTexts(session.index, library.records.map((record) => record.text));
  told("details");
}

// Groups and bodies are told by their titles, years by themselves: those that a record has as a value, since no other can be chosen.
function labelsOf({ records, labels }) {
  const named = (facet, kind) => titlesOf(records, kind, codesOf(records, facet));
  const years = Object.fromEntries([...codesOf(records, "year")].map((year) => [year, year]));
  return { ...labels, group: named("group", "group"), lead: named("lead", "organization"), year: years };
}

const codesOf = (records, facet) => new Set(records.flatMap(({ facets }) => facets[facet] ?? []));
const titlesOf = (records, kind, ids) => Object.fromEntries(records.filter((record) => record.kind === kind && ids.has(record.id)).map(({ id, title }) => [id, title]));

function answer({ library, index }, query, options) {
  const found = search(index, query, options);
  return { ...found, results: found.results.map((result) => shown(library.records, result)) };
}

function shown(records, { classes: matching, ...result }) {
  const record = records[result.position];
  const { draft, ended, venue, amount, times, verification, category, classes } = record;
  const groups = record.groups.map((position) => records[position].title);
  return { ...result, draft, ended, groups, lead: records[record.lead]?.title ?? "", venue, amount, times, verification, category, classes, matching };
}
