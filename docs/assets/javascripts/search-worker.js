// Searches beside the page, so that typing and scrolling never wait for it. The first message names the site's root, every other is a question.

import { openSession } from "./search-session.js";
// Named here as well, so that all of them are asked for at once.
import "./search-answer.js";
import "./search-arrangement.js";
import "./search-correction.js";
import "./search-data.js";
import "./search-engine.js";
import "./search-facets.js";
import "./search-filler.js";
import "./search-index.js";
import "./search-query.js";
import "./search-ranking.js";
import "./search-shorthand.js";
import "./search-traits.js";
import "./vietnamese.js";

let answer;

addEventListener("message", ({ data }) => {
  if (data.root) answer = openSession(data.root, (news) => postMessage(news));
  else postMessage(answered(data));
});

function answered({ number, query, options }) {
  try {
    return { number, answer: answer(query, options) };
  } catch (error) {
    return { number, failed: error.message };
  }
}
