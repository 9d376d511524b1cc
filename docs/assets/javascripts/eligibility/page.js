// The page «Tôi được cử học lớp nào?»: its form, the answers in the address and on the device, and the results as they
// are read out.

import { openAnnouncer } from "../common/announce.js";
import { button, element, elementIn } from "../common/element.js";
import { onNewDay } from "../common/today.js";
import { readAnswers, writeAnswers } from "./answers.js";
import { keep, kept } from "./device.js";
import { openForm, showPlanned } from "./form.js";
import { USUAL, openNarrowing } from "./narrowing.js";
import { openOutcome } from "./outcome.js";

const IN_ADDRESS = "Địa chỉ có phần không phải là câu trả lời của trang này; phần ấy đã bỏ qua.";
const ON_DEVICE = "Có câu trả lời lưu trên thiết bị mà danh mục nay không còn; câu ấy đã bỏ qua.";

/** @type {HTMLFormElement} */
const form = elementIn(document, "[data-ask]");
/** @type {HTMLDetailsElement} */
const asking = elementIn(document, "[data-asking]");
/** @type {HTMLDetailsElement} */
const narrow = elementIn(document, "[data-narrow]");
const notices = elementIn(document, "[data-notices]");
const questions = openForm(form);
const narrowing = openNarrowing(narrow);
const { source = "", root = "" } = form.dataset;
const outcome = openOutcome({
  form, asking, narrow, questions, narrowing, found: elementIn(document, "[data-found]"), source, root,
  announce: openAnnouncer(elementIn(document, "[data-said]")),
});
const wide = matchMedia("(min-width: 64em)");
/** @type {string | undefined} */
let lastChanged;

function show() {
  elementIn(form, "[data-share]").dataset.share = new URL(address() || location.pathname, location.href).href;
  elementIn(asking, "[data-answered]").textContent = questions.summary() || "chưa có";
  outcome.show();
}

// On a phone the questions are folded away from answers that are there already, so that the first screen shows results.
function fold() {
  asking.open = wide.matches || questions.answers().size === 0;
  asking.dataset.ready = "";
}

// The address: one step of the history for each question answered, however often its answer was changed.

function address() {
  const { sort, filters } = narrowing.chosen();
  const sorted = sort === USUAL ? [] : [["sort", sort]];
  const written = new URLSearchParams([...questions.answers(), ...Object.entries(filters), ...sorted]);
  return String(written) && `?${written}`;
}

/** @param {string} [name] the question */
function remember(name) {
  keep(writeAnswers(questions.answers()));
  const written = address();
  if (written === location.search) return;
  const isSame = name !== undefined && name === lastChanged;
  history[isSame ? "replaceState" : "pushState"](null, "", written || location.pathname);
  lastChanged = name;
}

/** @param {URLSearchParams} parameters @param {string} otherwise what is said where a part is no answer */
function readAddress(parameters, otherwise) {
  narrowing.put(parameters);
  for (const name of narrowing.names) parameters.delete(name);
  const { answers, refused } = readAnswers(parameters, questions.choices);
  questions.put(answers);
  notices.replaceChildren();
  if (refused > 0) notices.append(element("p", { class: "notice", "data-refused": true }, otherwise));
  show();
}

function readDevice() {
  readAddress(kept(), ON_DEVICE);
  history.replaceState(history.state, "", address() || location.pathname);
  if (questions.answers().size === 0) return;
  const words = "Câu trả lời lưu trên máy từ lần trước. ";
  notices.append(element("p", { class: "notice", "data-kept": true }, words, button("link", clear, "Xóa")));
}

function clear() {
  questions.put(new Map());
  narrowing.put(new URLSearchParams());
  notices.replaceChildren();
  asking.open = true;
  remember();
  show();
  form.querySelector("input")?.focus();
}

form.addEventListener("input", () => {
  showPlanned(form);
  notices.replaceChildren();
  show();
});
form.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) remember(target.name);
});
form.addEventListener("focusout", ({ target, relatedTarget }) => {
  const question = target instanceof Element && target.closest("[data-question]");
  const isLeft = !(question && relatedTarget instanceof Node && question.contains(relatedTarget));
  if (isLeft) outcome.ask();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember();
  fold();
  document.getElementById("_ket_qua")?.focus();
});
narrow.addEventListener("change", ({ target }) => {
  remember(target instanceof HTMLSelectElement ? target.id : undefined);
  show();
});
narrow.addEventListener("toggle", () => narrow.open && show());
elementIn(form, "[data-clear]").addEventListener("click", clear);
wide.addEventListener("change", fold);
onNewDay(show);
addEventListener("popstate", () => {
  lastChanged = undefined;
  readAddress(new URLSearchParams(location.search), IN_ADDRESS);
});

// A link that was sent decides; what the device kept helps only where the address says nothing.
if (location.search === "" && String(kept()) !== "") readDevice();
else readAddress(new URLSearchParams(location.search), IN_ADDRESS);
fold();
narrow.hidden = questions.answers().size === 0;
outcome.load().finally(() => (elementIn(document, "[data-found]").dataset.ready = ""));
