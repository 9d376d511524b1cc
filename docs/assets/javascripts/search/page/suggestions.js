// What the box of search needs once it is used: loaded then, and all at once.

import { openAnnouncer } from "../../common/announce.js";
import { newestOnly, openSearch } from "./client.js";
import { countInWords, kindOf } from "./words.js";

/**
 * Begins a search for all boxes of a page. `waits` tells whether more of the data is to come.
 * @param {() => void} renew called when more of the data is there, or when no more will come
 */
export function openSuggestions(renew) {
  const client = openSearch();
  let waits = true;
  function end() {
    waits = false;
    renew();
  }
  client.reached("facets").then(renew, () => {});
  client.reached("details").then(end, end);
  return { ask: newestOnly(client.ask), waits: () => waits, openAnnouncer, countInWords, kindOf };
}
