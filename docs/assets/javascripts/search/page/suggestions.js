// What the box of search needs once it is used: loaded then, and all at once.

import { openAnnouncer } from "../../common/announce.js";
import { newestOnly, openSearch } from "./client.js";
import { countInWords, kindOf } from "./words.js";

/**
 * Begins a search for all boxes of a page.
 * @param {() => void} renew called when more of the data is there
 */
export function openSuggestions(renew) {
  const client = openSearch();
  client.reached("facets").then(renew, () => {});
  client.reached("details").then(renew, () => {});
  return { ask: newestOnly(client.ask), openAnnouncer, countInWords, kindOf };
}
