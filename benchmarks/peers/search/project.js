// This project's engine, as its page asks it: while somebody types.

import { createIndex, search } from "../assets/javascripts/search/engine/engine.js";
import { idOf, libraryOf } from "./records.js";

export async function open({ folder, today }) {
  const library = await libraryOf(folder);
  const index = createIndex(library.records, library);
  return (query) => search(index, query, { today, limit: library.records.length }).results.map(idOf);
}
