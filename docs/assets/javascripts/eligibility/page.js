// The page «Tôi được cử học lớp nào?»: its form, the answers in the address and on the device, and the results as they
// are read out.

import { openAnnouncer } from "../common/announce.js";
import { button, element, elementIn } from "../common/element.js";
import { dayOf } from "../common/moment.js";
import { personOf, readAnswers, writeAnswers } from "./answers.js";
import { openData } from "./data.js";
import { keep, kept } from "./device.js";
import { openForm, showPlanned } from "./form.js";
import { USUAL, openNarrowing } from "./narrowing.js";
import { keepPlace, placeLeft, returnTo, unfoldAsLeft } from "./place.js";
import { worthAsking } from "./questions.js";
import { drawFailure, drawResults, foldsIn, summaryOf } from "./results.js";
import { readerOf } from "./verdict.js";
import { listsOf, outlineOf } from "./view.js";

/**
 * @import { Outline } from "./view.js"
 * @import { ListName } from "./verdict.js"
 * @import { WordQuestion } from "./wordings.js"
 */

/** @type {HTMLFormElement} */
const form = elementIn(document, "[data-ask]");
/** @type {HTMLDetailsElement} */
const asking = elementIn(document, "[data-asking]");
/** @type {HTMLDetailsElement} */
const narrow = elementIn(document, "[data-narrow]");
const { root = "" } = form.dataset;
const found = elementIn(document, "[data-found]");
const notices = elementIn(form, "[data-notices]");
const announce = openAnnouncer(elementIn(document, "[data-said]"));
const questions = openForm(form);
const narrowing = openNarrowing(narrow);
const wide = matchMedia("(min-width: 64em)");
/** @type {Awaited<ReturnType<typeof openData>> | undefined} */
let opened;
/** @type {string | undefined} */
let lastChanged;
let turn = 0;
let place = placeLeft();

// The results

async function show() {
  const mine = ++turn;
  const answers = questions.answers();
  elementIn(form, "[data-share]").dataset.share = new URL(address() || location.pathname, location.href).href;
  elementIn(asking, "[data-answered]").textContent = questions.summary() || "chưa có";
  if (!opened) return;
  const outline = outlineOf(opened.data, answers);
  const isAnswered = answers.size > 0;
  announce(summaryOf(outline.counts, isAnswered));
  const { deciding } = tellQuestions();
  const wanted = listsWanted(outline, isAnswered);
  try {
    await opened.add([...wanted].flatMap((name) => [...outline.files[name]]));
    if (mine === turn) draw(outline, wanted, deciding);
  } catch (error) {
    if (mine === turn) fail(error, show);
  }
}

// Which questions are worth asking by now, and how what was typed is read.
function tellQuestions() {
  const { data } = /** @type {NonNullable<typeof opened>} */ (opened);
  const { asked, deciding } = worthAsking(data, personOf(questions.answers()), questions.choices);
  questions.show(asked);
  const read = readerOf(data.groups, data.glossary);
  questions.tell((name, typed) => read(/** @type {WordQuestion} */ (name), typed));
  return { deciding };
}

// The undecided are asked for where they are unfolded, or where there is nothing else.
/** @param {Outline} outline @param {boolean} isAnswered */
function listsWanted({ counts }, isAnswered) {
  const open = new Set(foldsIn(found).filter((each) => each.open).map(({ dataset }) => dataset.fold));
  for (const name of place?.open ?? []) open.add(name);
  /** @type {ListName[]} */
  const all = ["unknown", "excluded"];
  const wanted = new Set(all.filter((name) => open.has(name)));
  if (!isAnswered) return wanted;
  if (counts.right + counts.perhaps === 0) wanted.add("unknown");
  return wanted.add("right").add("perhaps");
}

/** @type {(outline: Outline, wanted: Set<ListName>, deciding: ReturnType<typeof tellQuestions>["deciding"]) => void} */
function draw({ counts, others }, wanted, deciding) {
  const { data } = /** @type {NonNullable<typeof opened>} */ (opened);
  const answers = questions.answers();
  const isNarrowed = narrowing.isUsed();
  const used = isNarrowed || narrow.open ? { chosen: narrowing.chosen(), shown: wanted } : undefined;
  const { lists, facets } = listsOf(data, answers, dayOf(new Date()), used);
  /** @type {ListName[]} */
  const all = ["right", "perhaps", "unknown", "excluded"];
  const missing = new Set(all.filter((name) => !wanted.has(name)));
  if (used) narrowing.draw(facets, data.labels);
  narrow.hidden = answers.size === 0;
  drawResults(found, {
    data, root, lists, counts, others, deciding, missing, isNarrowed, isAnswered: answers.size > 0,
    lengths: place?.lengths ?? {}, titleOf: titleOfQuestion,
  }, { answer, unfold: show });
  if (!place) return;
  unfoldAsLeft(found, place);
  returnTo(found, place);
  place = undefined;
}

/** @param {string} question */
function titleOfQuestion(question) {
  return elementIn(form, `[data-question="${question}"] :is(legend, label)`).textContent?.trim() ?? "";
}

/** @param {string} question */
function answer(question) {
  asking.open = true;
  elementIn(form, `[data-question="${question}"]`).scrollIntoView({ block: "center" });
  questions.focus(question);
}

/** @param {unknown} error @param {() => void} again */
function fail(error, again) {
  announce("");
  drawFailure(found, error instanceof Error ? error.message : String(error), root, again);
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

const IN_ADDRESS = "Địa chỉ có phần không phải là câu trả lời của trang này; phần ấy đã bỏ qua.";
const ON_DEVICE = "Có câu trả lời lưu trên thiết bị mà danh mục nay không còn; câu ấy đã bỏ qua.";

function sayKept() {
  const clearing = button("link", clear, "Xóa");
  notices.append(element("p", { class: "notice", "data-kept": true },
    "Câu trả lời có từ lần trước, lưu trên thiết bị này. ", clearing));
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

async function load() {
  try {
    opened = await openData(root);
    show();
  } catch (error) {
    opened = undefined;
    fail(error, load);
  }
}

// On a phone the questions are folded away from answers that are there already, so that the first screen shows results.
function fold() {
  asking.open = wide.matches || questions.answers().size === 0;
}

form.addEventListener("input", () => {
  showPlanned(form);
  notices.replaceChildren();
  show();
});
form.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) remember(target.name);
});
form.addEventListener("focusout", () => opened && tellQuestions());
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
addEventListener("popstate", () => {
  lastChanged = undefined;
  readAddress(new URLSearchParams(location.search), IN_ADDRESS);
});

// A link that was sent decides; what the device kept helps only where the address says nothing.
keepPlace(found);
if (location.search === "" && String(kept()) !== "") {
  readAddress(kept(), ON_DEVICE);
  if (questions.answers().size > 0) sayKept();
  history.replaceState(history.state, "", address() || location.pathname);
} else {
  readAddress(new URLSearchParams(location.search), IN_ADDRESS);
}
fold();
load();
