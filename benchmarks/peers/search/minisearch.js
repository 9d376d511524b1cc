// MiniSearch: every word must match, the last may go on; where nothing does, one wrong letter in five is allowed.

import MiniSearch from "./node_modules/minisearch/dist/es/index.js";

const FIELDS = ["title", "names", "related", "text"];
const KINDS = { program: 1.5, source: 0.7 };
const OPTIONS = {
  boost: { title: 8, names: 6, related: 2 },
  boostDocument: (_id, _term, { kind, draft }) => (KINDS[kind] ?? 1) * (draft ? 0.1 : 1),
  combineWith: "AND",
  prefix: (_term, place, terms) => place === terms.length - 1,
};

const fold = (term) => term.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

export function open({ records, isFolded }) {
  const engine = new MiniSearch({ fields: FIELDS, storeFields: ["kind", "draft"], ...(isFolded ? { processTerm: fold } : {}) });
  engine.addAll(records);
  return (query) => idsOf(engine.search(query, OPTIONS)) ?? idsOf(engine.search(query, { ...OPTIONS, fuzzy: 0.2 })) ?? [];
}

const idsOf = (found) => (found.length > 0 ? found.map(({ id }) => id) : undefined);
