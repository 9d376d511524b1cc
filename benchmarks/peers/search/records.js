// What every contender searches: the published records as the page's own loader reads them, each field as one text.

import { loadRest, loadTitles } from "../assets/javascripts/search/engine/data.js";
import { linesOf } from "../assets/javascripts/search/engine/index.js";

/** All records: [{id: "kind/id", kind, draft, title, names, related, text}]. */
export async function recordsOf(root) {
  const { records } = await libraryOf(root);
  const titleOf = (position) => records[position].title;
  return records.map((record) => ({
    id: idOf(record), kind: record.kind, draft: record.draft, title: record.title,
    names: record.names.join("; "), related: record.related.map(titleOf).join("; "), text: linesOf(record, record.text).join(". "),
  }));
}

/** What the page itself searches. */
export async function libraryOf(root) {
  const library = await loadTitles(root);
  await loadRest(root, library);
  return library;
}

export const idOf = ({ kind, id }) => `${kind}/${id}`;
