// The page «Tôi được cử học lớp nào?»: its form, the answers in the address and on the device, and the results as they
// are read out.

import { openAnnouncer } from "../common/announce.js";
import { element, elementIn } from "../common/element.js";
import { isFirstRenewal, isSuperseded } from "../common/renewal.js";
import { onNewDay, today } from "../common/today.js";
import { personOf, readAnswers, writeAnswers } from "./answers.js";
import { drawFailure, drawResults, summaryOf } from "./results.js";
import { judge } from "./verdict.js";

/**
 * @import { Answers, Choices } from "./answers.js"
 * @import { Data } from "./verdict.js"
 *
 * @typedef {HTMLInputElement | HTMLSelectElement} Field
 */

const KEPT = "eligibility";

/** @type {HTMLFormElement} */
const form = elementIn(document, "[data-ask]");
const { source = "", root = "" } = form.dataset;
const fileName = source.split("/").at(-1) ?? "";
const found = elementIn(document, "[data-found]");
const announce = openAnnouncer(elementIn(document, "[data-said]"));
/** @type {Field[]} */
const fields = Array.from(form.querySelectorAll(":is(input, select)[name]"));
const choices = choicesOf(fields);
/** @type {Data | undefined} */
let data;
/** @type {string | undefined} */
let lastChanged;

/** @type {(asked: Field[]) => Choices} */
function choicesOf(asked) {
  const codes = (/** @type {string} */ name) => asked.filter((each) => each.name === name).flatMap(valuesOf);
  return new Map(asked.map(({ name, type }) => {
    return [name, type === "text" ? null : new Set(codes(name).filter(Boolean))];
  }));
}

/** @param {Field} field */
function valuesOf(field) {
  return "options" in field ? Array.from(field.options, ({ value }) => value) : [field.value];
}

// The device

function kept() {
  try {
    return new URLSearchParams(localStorage.getItem(KEPT) ?? "");
  } catch {
    // Storage may be forbidden: then the address alone holds the answers.
    return new URLSearchParams();
  }
}

/** @param {string} written */
function keep(written) {
  try {
    if (written) localStorage.setItem(KEPT, written);
    else localStorage.removeItem(KEPT);
  } catch {
    // Full or forbidden: the address still holds them.
  }
}

// The form

function answersInForm() {
  const written = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return readAnswers(new URLSearchParams(written), choices).answers;
}

/** @param {Answers} answers */
function fill(answers) {
  for (const field of fields) {
    const answer = answers.get(field.name) ?? "";
    if (field.type === "radio" && "checked" in field) field.checked = field.value === answer;
    else field.value = answer;
  }
  showPlanned();
}

// What someone is planned for is asked only of those who say that they are.
function showPlanned() {
  /** @type {HTMLFieldSetElement} */
  const more = elementIn(form, "[data-when-planned]");
  const isPlanned = form.querySelector("[name=planned][value=true]:checked") !== null;
  more.hidden = more.disabled = !isPlanned;
}

// The results

function show() {
  const answers = answersInForm();
  const address = new URL(writeAnswers(answers) || location.pathname, location.href);
  elementIn(form, "[data-share]").dataset.share = address.href;
  if (!data) return;
  const lists = judge(data, personOf(answers), today());
  const answered = answers.size > 0;
  drawResults(found, lists, { data, root, answered });
  announce(summaryOf(lists, answered));
}

// The address: one step of the history for each question answered, however often its answer was changed.
/** @param {string} [name] the question */
function remember(name) {
  const written = writeAnswers(answersInForm());
  keep(written);
  if (written === location.search) return;
  const isSame = name !== undefined && name === lastChanged;
  history[isSame ? "replaceState" : "pushState"](null, "", written || location.pathname);
  lastChanged = name;
}

/** @param {URLSearchParams} parameters */
function readAddress(parameters) {
  const { answers, refused } = readAnswers(parameters, choices);
  fill(answers);
  form.querySelector("[data-refused]")?.remove();
  if (refused > 0) form.prepend(refusal());
  show();
}

function refusal() {
  const words = "Địa chỉ có phần không phải là câu trả lời của trang này; phần ấy đã bỏ qua.";
  return element("p", { class: "notice", "data-refused": true }, words);
}

async function load() {
  try {
    const response = await fetch(source);
    if (!response.ok) throw new Error(response.statusText);
    data = await response.json();
    show();
  } catch {
    data = undefined;
    announce("");
    // The answers stand in the address.
    if (await isSuperseded(fileName) && isFirstRenewal(fileName)) location.reload();
    else drawFailure(found, root, load);
  }
}

function clear() {
  fill(new Map());
  remember();
  show();
  fields[0].focus();
}

form.addEventListener("input", () => {
  showPlanned();
  show();
});
form.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) remember(target.name);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember();
  document.getElementById("_ket_qua")?.focus();
});
onNewDay(show);
elementIn(form, "[data-clear]").addEventListener("click", clear);
addEventListener("popstate", () => {
  lastChanged = undefined;
  readAddress(new URLSearchParams(location.search));
});

// A link that was sent decides; what the device kept helps only where the address says nothing.
const inAddress = new URLSearchParams(location.search);
if (String(inAddress) === "" && String(kept()) !== "") {
  readAddress(kept());
  history.replaceState(null, "", writeAnswers(answersInForm()) || location.pathname);
} else {
  readAddress(inAddress);
}
load();
