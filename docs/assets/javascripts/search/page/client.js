// The page's end of a search: questions go to a worker, or to the page's own thread where a browser has no module workers.

/**
 * Begins a search on the data of the site whose root is given.
 * @param {string} root ends in a slash
 * @returns {{ask: function(string, Object): Promise<Object>, reached: function(string): Promise<void>, stage: string, labels: Object, newestPlanYear: ?number}}
 *   `ask` answers once the titles are there; `reached` waits for a stage: "titles", "facets", "details"; `stage` is the last that was reached;
 *   both reject with an Error in Vietnamese where data does not load
 */
export function openSearch(root) {
  const stages = Object.fromEntries(["titles", "facets", "details"].map((name) => [name, promised()]));
  const questions = new Map();
  const client = { stage: "", labels: {}, newestPlanYear: null, reached: (stage) => stages[stage].promise, ask };
  const post = connected(root, receive, fail);
  let count = 0;

  async function ask(query, options) {
    await stages.titles.promise;
    const question = promised();
    count += 1;
    questions.set(count, question);
    post({ number: count, query, options });
    return question.promise;
  }

  function receive({ stage, labels, newestPlanYear, number, answer, failed }) {
    if (number) settle(number, answer, failed);
    else if (failed) fail(failed);
    else {
      Object.assign(client, { stage, labels, newestPlanYear });
      stages[stage].resolve();
    }
  }

  function settle(number, answer, failed) {
    const question = questions.get(number);
    questions.delete(number);
    if (failed) question.reject(new Error(failed));
    else question.resolve(answer);
  }

  // Stages that were reached stay so.
  function fail(sentence) {
    for (const each of [...Object.values(stages), ...questions.values()]) each.reject(new Error(sentence));
  }

  return client;
}

function promised() {
  const settled = {};
  settled.promise = new Promise((resolve, reject) => Object.assign(settled, { resolve, reject }));
  // Whoever waits for it hears of a rejection; that nobody waits is no fault.
  settled.promise.catch(() => {});
  return settled;
}

// Gives the function that sends a message. A worker that fails before its first word has not begun: the page's own thread takes its place.
function connected(root, receive, fail) {
  let send = () => {};
  let hasSpoken = false;
  const inPage = () => openInPage(root, receive).then((opened) => (send = opened), () => fail(NOT_LOADED));
  try {
    const worker = new Worker(new URL("../engine/worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => {
      hasSpoken = true;
      receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (hasSpoken) fail(NOT_LOADED);
      else inPage();
    };
    worker.postMessage({ root });
    send = (message) => worker.postMessage(message);
  } catch {
    inPage();
  }
  return (message) => send(message);
}

const NOT_LOADED = "Không tải được phần tra cứu. Hãy kiểm tra kết nối mạng rồi thử lại.";

async function openInPage(root, receive) {
  const { openSession } = await import("../engine/session.js");
  const answer = openSession(root, receive);
  return ({ number, query, options }) => receive({ number, answer: answer(query, options) });
}

/** Asks one question at a time: of those that come meanwhile only the newest waits, the others get undefined. Answers keep the order of their questions. */
export function newestOnly(ask) {
  let last = Promise.resolve();
  let newest = 0;
  return (...question) => {
    newest += 1;
    const number = newest;
    const answer = last.then(() => (number === newest ? ask(...question) : undefined));
    last = answer.catch(() => {});
    return answer;
  };
}
