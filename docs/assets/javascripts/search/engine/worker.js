// Searches beside the page, so that typing and scrolling never wait for it. The first message names the folder of
// the data, every other is a question.

import { openSession } from "./session.js";

/**
 * @import { Answer } from "./engine.js"
 * @import { Asked, Failure, Progress, Result } from "./session.js"
 *
 * A question with its number, and what becomes of it.
 * @typedef {{number: number, query: string, options: Asked}} Question
 * @typedef {{number: number, answer: Answer<Result>} | {number: number} & Failure} Reply
 *
 * What the worker is told, and what it tells.
 * @typedef {{folder: string} | Question} Request
 * @typedef {Progress | Failure | Reply} News
 */

/** @type {ReturnType<typeof openSession>} */
let answer;

addEventListener("message", (/** @type {MessageEvent<Request>} */ { data }) => {
  if ("folder" in data) answer = openSession(data.folder, (news) => postMessage(news));
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
