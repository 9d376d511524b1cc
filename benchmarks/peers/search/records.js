// What every contender searches: the published records as the page's own loader reads them, each field as one text.

import { loadDetails, loadFacets, loadTitles } from "../assets/javascripts/search/engine/data.js";
import { linesOf } from "../assets/javascripts/search/engine/index.js";

/** All records: [{id: "kind/id", kind, draft, title, names, related, text}]. */
export async function recordsOf(folder) {
  const { records } = await libraryOf(folder);
  const titleOf = (position) => records[position].title;
  return records.map((record) => ({
    id: idOf(record), kind: record.kind, draft: record.draft, title: record.title,
    names: record.names.join("; "), related: record.related.map(titleOf).join("; "), text: linesOf(record).join(". "),
  }));
}

/** What the page itself searches. */
export async function libraryOf(folder) {
  const library = await loadTitles(folder);
  await loadFacets(folder, library);
  await loadDetails(folder, library);
  return library;
}

export const idOf = ({ kind, id }) => `${kind}/${id}`;
