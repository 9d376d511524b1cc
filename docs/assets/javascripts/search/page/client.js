// The page's end of a search: questions go to a worker, or to the page's own thread where a browser has no module
// workers.

import { OUTDATED, isFirstRenewal, isSuperseded } from "../../common/renewal.js";
import { SEARCH_DATA } from "../../common/root.js";

/**
 * @import { Labels } from "../engine/records.js"
 * @import { Answer } from "../engine/engine.js"
 * @import { Asked, Result, Stage } from "../engine/session.js"
 * @import { News, Question } from "../engine/worker.js"
 *
 * @typedef {(query: string, options: Asked) => Promise<Answer<Result>>} Ask
 *
 * A search on the data of a site. `ask` answers once the titles are there, `reached` waits for a stage; both reject
 * with an Error in Vietnamese where data does not load. `stage` is the last that was reached, with what is known by
 * then.
 * @typedef {{
 *   ask: Ask, reached: (stage: Stage) => Promise<void>,
 *   stage: Stage | "", labels: Labels, newestPlanYear: number | null,
 * }} Client
 */

/**
 * A promise with what settles it.
 * @template T
 * @typedef {{promise: Promise<T>, resolve: (value: T) => void, reject: (error: Error) => void}} Promised
 */

// That the site has a newer build than that of the page, whose data is gone.
class OutdatedError extends Error {}

/**
 * Whether loading the page anew mends an error; done once, it is not done again.
 * @param {unknown} error
 */
export const isMendedByReload = (error) => error instanceof OutdatedError && isFirstRenewal(MARK);

/**
 * Begins a search on the data that belongs to the page.
 * @returns {Client}
 */
export function openSearch() {
  /** @type {{[stage in Stage]: Promised<void>}} */
  const stages = { titles: promised(), facets: promised(), details: promised() };
  /** @type {Map<number, Promised<Answer<Result>>>} */
  const questions = new Map();
  /** @type {Client} */
  const client = { stage: "", labels: {}, newestPlanYear: null, reached: (stage) => stages[stage].promise, ask };
  const post = connected(receive, fail);
  let count = 0;

  /** @type {Ask} */
  async function ask(query, options) {
    await stages.titles.promise;
    /** @type {Promised<Answer<Result>>} */
    const question = promised();
    count += 1;
    questions.set(count, question);
    post({ number: count, query, options });
    return question.promise;
  }

  // Where data fails, the stages that were reached stay so, and what was asked is answered from them.
  /** @param {News} news */
  function receive(news) {
    if ("number" in news) settle(news);
    else if ("failed" in news) rejectAll(news.failed, () => Object.values(stages));
    else {
      Object.assign(client, news);
      stages[news.stage].resolve();
    }
  }

  /** @param {Extract<News, {number: number}>} reply */
  function settle(reply) {
    const question = questions.get(reply.number);
    questions.delete(reply.number);
    if ("failed" in reply) question?.reject(new Error(reply.failed));
    else question?.resolve(reply.answer);
  }

  // Nobody is there to answer any more.
  /** @param {string} sentence */
  function fail(sentence) {
    rejectAll(sentence, () => [...Object.values(stages), ...questions.values()]);
  }

  return client;
}

/**
 * @template T
 * @returns {Promised<T>}
 */
function promised() {
  const settled = /** @type {Promised<T>} */ ({});
  settled.promise = new Promise((resolve, reject) => {
    Object.assign(settled, { resolve, reject });
  });
  // Whoever waits for it hears of a rejection; that nobody waits is no fault.
  settled.promise.catch(() => {});
  return settled;
}

// Whatever failed: where the site has a newer build, that is why.
/** @param {string} sentence @param {() => Pick<Promised<unknown>, "reject">[]} waiting */
async function rejectAll(sentence, waiting) {
  const isOutdated = await isSuperseded(MARK);
  const error = isOutdated ? new OutdatedError(OUTDATED) : new Error(sentence);
  for (const each of waiting()) each.reject(error);
}

// What the folder of the data is called.
const MARK = SEARCH_DATA.split("/").at(-2) ?? "";

// Nothing is asked before the first word of whoever answers.
/** @type {(question: Question) => void} */
const sendNowhere = () => {};

/**
 * Gives the function that sends a message. A worker that fails before its first word has not begun: the page's own
 * thread takes its place.
 * @param {(news: News) => void} receive
 * @param {(sentence: string) => void} fail
 * @returns {(question: Question) => void}
 */
function connected(receive, fail) {
  let send = sendNowhere;
  let hasSpoken = false;
  const inPage = () => openInPage(receive).then((opened) => (send = opened), () => fail(NOT_LOADED));
  try {
    const worker = new Worker(new URL("../engine/worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => {
      hasSpoken = true;
      receive(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (hasSpoken) fail(NOT_LOADED);
      else inPage();
    });
    worker.postMessage({ folder: SEARCH_DATA });
    send = (question) => worker.postMessage(question);
  } catch {
    inPage();
  }
  return (question) => send(question);
}

const NOT_LOADED = "Không tải được phần tra cứu. Hãy kiểm tra kết nối mạng rồi thử lại.";

/** @type {(receive: (news: News) => void) => Promise<(question: Question) => void>} */
async function openInPage(receive) {
  const { openSession } = await import("../engine/session.js");
  const answer = openSession(SEARCH_DATA, receive);
  return ({ number, query, options }) => receive({ number, answer: answer(query, options) });
}

/**
 * Asks one question at a time: of those that come meanwhile only the newest waits, the others get undefined. Answers
 * keep the order of their questions.
 * @param {Ask} ask
 * @returns {(query: string, options: Asked) => Promise<Answer<Result> | undefined>}
 */
export function newestOnly(ask) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  let newest = 0;
  return (query, options) => {
    newest += 1;
    const number = newest;
    const answer = last.then(() => (number === newest ? ask(query, options) : undefined));
    last = answer.catch(() => {});
    return answer;
  };
}
