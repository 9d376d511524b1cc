// The page «Tôi được cử học lớp nào?»: its form, the answers in the address and on the device, and the results as they are read out.

import { openAnnouncer } from "../common/announce.js";
import { personOf, readAnswers, writeAnswers } from "./answers.js";
import { drawFailure, drawResults, summaryOf } from "./results.js";
import { judge } from "./verdict.js";
import { dayOf } from "../common/moment.js";

const KEPT = "eligibility";

const form = document.querySelector("[data-ask]");
const found = document.querySelector("[data-found]");
const announce = openAnnouncer(document.querySelector("[data-said]"));
const fields = [...form.elements].filter((element) => element.name);
const choices = choicesOf(fields);
let data;
let lastChanged;

// The codes of every question; null where words are typed.
function choicesOf(elements) {
  const codes = (name) => elements.filter((each) => each.name === name).flatMap((each) => [...(each.options ?? [each])].map(({ value }) => value));
  return new Map(elements.map(({ name, type }) => [name, type === "text" ? null : new Set(codes(name).filter(Boolean))]));
}

// The device

function kept() {
  try {
    return new URLSearchParams(localStorage.getItem(KEPT) ?? "");
  } catch {
    return new URLSearchParams(); // Storage may be forbidden: then the address alone holds the answers.
  }
}

function keep(written) {
  try {
    if (written) localStorage.setItem(KEPT, written);
    else localStorage.removeItem(KEPT);
  } catch {
    // Full or forbidden: the address still holds them.
  }
}

// The form

const answersInForm = () => readAnswers(new URLSearchParams(new FormData(form)), choices).answers;

function fill(answers) {
  for (const field of fields) {
    const answer = answers.get(field.name) ?? "";
    if (field.type === "radio") field.checked = field.value === answer;
    else field.value = answer;
  }
  showPlanned();
}

// What someone is planned for is asked only of those who say that they are.
function showPlanned() {
  const more = form.querySelector("[data-when-planned]");
  more.hidden = form.elements.planned.value !== "true";
  more.disabled = more.hidden;
}

// The results

function show() {
  const answers = answersInForm();
  form.querySelector("[data-share]").dataset.share = new URL(writeAnswers(answers) || location.pathname, location.href).href;
  if (!data) return;
  const lists = judge(data, personOf(answers), dayOf(new Date()));
  drawResults(found, lists, { data, root: form.dataset.root, answered: answers.size > 0 });
  announce(summaryOf(lists, answers.size > 0));
}

// The address: one step of the history for each question answered, however often its answer was changed.
function remember(name) {
  const written = writeAnswers(answersInForm());
  keep(written);
  if (written === location.search) return;
  history[name !== undefined && name === lastChanged ? "replaceState" : "pushState"](null, "", written || location.pathname);
  lastChanged = name;
}

function readAddress(parameters) {
  const { answers, refused } = readAnswers(parameters, choices);
  fill(answers);
  form.querySelector("[data-refused]")?.remove();
  if (refused > 0) form.prepend(refusal());
  show();
}

function refusal() {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.dataset.refused = "";
  notice.textContent = "Địa chỉ có phần không phải là câu trả lời của trang này; phần ấy đã bỏ qua.";
  return notice;
}

async function load() {
  try {
    const response = await fetch(form.dataset.source);
    if (!response.ok) throw new Error(response.statusText);
    data = await response.json();
    show();
  } catch {
    data = undefined;
    announce("");
    drawFailure(found, form.dataset.root, load);
  }
}

form.addEventListener("input", () => {
  showPlanned();
  show();
});
form.addEventListener("change", (event) => remember(event.target.name));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember();
  document.getElementById("_ket_qua").focus();
});
form.querySelector("[data-clear]").addEventListener("click", () => {
  fill(new Map());
  remember();
  show();
  fields[0].focus();
});
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
