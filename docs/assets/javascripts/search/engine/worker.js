// Searches beside the page, so that typing and scrolling never wait for it. The first message names the site's root, every other is a question.

import { openSession } from "./session.js";
// Named here as well, so that all of them are asked for at once.
import "./answer.js";
import "./arrangement.js";
import "./correction.js";
import "./data.js";
import "./engine.js";
import "./facets.js";
import "./filler.js";
import "./index.js";
import "./query.js";
import "./ranking.js";
import "./shorthand.js";
import "./traits.js";
import "../../common/vietnamese.js";

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
