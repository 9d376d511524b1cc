// Searches beside the page, so that typing and scrolling never wait for it. The first message names the site's root,
// every other is a question.

import { openSession } from "./session.js";
// Named here as well, so that all of them are asked for at once.
import "./answer.js";
import "./arrangement.js";
import "./bits.js";
import "./classes.js";
import "./correction.js";
import "./data.js";
import "./engine.js";
import "./facets.js";
import "./filler.js";
import "./highlights.js";
import "./index.js";
import "./information.js";
import "./names.js";
import "./neighbours.js";
import "./presence.js";
import "./query.js";
import "./ranking.js";
import "./readings.js";
import "./scoring.js";
import "./shorthand.js";
import "./traits.js";
import "./ways.js";
import "./why.js";
import "../../common/moment.js";
import "../../common/standing.js";
import "../../common/vietnamese.js";

/**
 * @import { Answer, Options } from "./engine.js"
 * @import { Failure, Progress, Result } from "./session.js"
 *
 * A question with its number, and what becomes of it.
 * @typedef {{number: number, query: string, options: Options}} Question
 * @typedef {{number: number, answer: Answer<Result>} | {number: number} & Failure} Reply
 *
 * What the worker is told, and what it tells.
 * @typedef {{root: string} | Question} Request
 * @typedef {Progress | Failure | Reply} News
 */

/** @type {ReturnType<typeof openSession>} */
let answer;

addEventListener("message", (/** @type {MessageEvent<Request>} */ { data }) => {
  if ("root" in data) answer = openSession(data.root, (news) => postMessage(news));
  else postMessage(answered(data));
});

/** @type {(question: Question) => Reply} */
function answered({ number, query, options }) {
  try {
    return { number, answer: answer(query, options) };
  } catch (error) {
    return { number, failed: error instanceof Error ? error.message : String(error) };
  }
}
