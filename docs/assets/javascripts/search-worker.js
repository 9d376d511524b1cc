// Searches beside the page, so that typing and scrolling never wait for it. The first message names the site's root, every other is a question.

import { openSession } from "./search-session.js";

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
