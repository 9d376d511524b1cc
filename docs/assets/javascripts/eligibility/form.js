// The form of questions: which of them are asked, what is answered, and how words that were typed are read.

import { button, element, elementIn } from "../common/element.js";
import { quoted } from "../common/words.js";
import { readAnswers } from "./answers.js";

/**
 * @import { Answers } from "./answers.js"
 * @import { Choices } from "./questions.js"
 * @import { Answer, Reading } from "./wordings.js"
 *
 * @typedef {HTMLInputElement | HTMLSelectElement} Field
 *
 * How what was typed is read, the answers, in words, that follow from it, and whether nothing else is answered.
 * @typedef {Reading & {follows: string[], isAlone: boolean}} Told
 *
 * `offer` gives words to choose from, `show` hides the open questions that are not asked, `tell` says how what was
 * typed is read.
 * @typedef {{
 *   choices: Choices, answers: () => Answers, put: (answers: Answers) => void,
 *   offer: (words: {[name: string]: string[]}) => void, show: (asked: Set<string>) => void,
 *   tell: (readingOf: (name: string, typed: string) => Told) => void, focus: (question: string) => void,
 *   summary: () => string,
 * }} Form
 */

const FEW = 3;
const NONE_HERE = "Không đối tượng nào ghi như vậy ở mục này.";

/**
 * Takes charge of the form.
 * @param {HTMLFormElement} form
 * @returns {Form}
 */
export function openForm(form) {
  /** @type {Field[]} */
  const fields = Array.from(form.querySelectorAll(":is(input, select)[name]"));
  /** @type {HTMLElement[]} */
  const questions = Array.from(form.querySelectorAll("[data-question]"));
  const choices = choicesOf(fields);
  const answers = () => {
    const written = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    return readAnswers(new URLSearchParams(written), choices).answers;
  };
  return {
    choices,
    answers,
    put: (given) => {
      for (const field of fields) putInto(field, given.get(field.name) ?? "");
      showPlanned(form);
    },
    offer: (words) => {
      for (const field of fields) if (field.type === "text") offerWords(field, words[field.name] ?? []);
    },
    show: (asked) => showQuestions(form, questions, new Set([...asked, ...answers().keys()])),
    tell: (readingOf) => {
      for (const field of fields) if (field.type === "text") tellReading(field, readingOf);
    },
    focus: (question) => fields.find(({ name }) => name === question)?.focus(),
    summary: () => questions.map(answerIn).filter(Boolean).join(" · "),
  };
}

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

/** @param {Field} field @param {string} answer */
function putInto(field, answer) {
  if (field.type === "radio" && "checked" in field) field.checked = field.value === answer;
  else field.value = answer;
}

// What someone is planned for is asked only of those who say that they are.
/** @param {HTMLFormElement} form */
export function showPlanned(form) {
  /** @type {HTMLFieldSetElement | null} */
  const more = form.querySelector("[data-when-planned]");
  if (!more) return;
  more.hidden = more.disabled = !form.querySelector("[name=planned][value=true]:checked");
}

/** @type {(form: HTMLFormElement, questions: HTMLElement[], asked: Set<string>) => void} */
function showQuestions(form, questions, asked) {
  for (const each of questions) {
    each.hidden = !asked.has(each.dataset.question ?? "") && !each.contains(document.activeElement);
  }
  elementIn(form, "[data-enough]").hidden = questions.every((each) => !each.hidden);
  showPlanned(form);
}

/** @param {HTMLElement} question */
function answerIn(question) {
  /** @type {Field | null} */
  const field = question.querySelector("input:checked, input[type=text], select");
  if (!field || !field.value || field.matches(":disabled")) return "";
  const label = question.querySelector("legend, label")?.textContent?.trim() ?? "";
  if ("options" in field) return `${label}: ${field.selectedOptions[0].text}`;
  if (field.type === "text") return quoted(field.value);
  const words = field.closest("label")?.textContent?.trim() ?? "";
  return field.name === "planned" ? `${label}: ${words}` : words;
}

/** @type {(field: Field, words: string[]) => void} */
function offerWords(field, words) {
  if ("list" in field) field.list?.replaceChildren(...words.map((each) => element("option", { value: each })));
}

/** @type {(field: Field, readingOf: (name: string, typed: string) => Told) => void} */
function tellReading(field, readingOf) {
  const place = elementIn(document, `#_${field.name}_doc`);
  const typed = field.value.trim();
  place.hidden = typed === "";
  place.replaceChildren(...(typed ? readInWords(readingOf(field.name, typed), field) : []));
}

/** @type {(told: Told, field: Field) => (Node | string)[]} */
function readInWords({ same, near, levels, naming, answers, nearest, follows, isAlone }, field) {
  const known = new Set([...same, ...levels.keys()]);
  if (known.size > 0) return [[`Đọc là ${listed([...known])}.`, ...followingInWords(follows)].join(" ")];
  if (answers.length > 0) return answers.flatMap((answer) => elsewhere(field, answer));
  if (near.size > 0) return [`Gần với ${listed([...near])}, chưa chắc là một.`];
  if (naming.size > 0) return [`Có trong tên đối tượng ${listed([...naming.values()])}.`];
  const none = `${NONE_HERE}${isAlone ? "" : " Kết quả theo các câu trả lời khác."}`;
  const ways = nearest.filter((words) => isOffered(field, words)).map((words) => choice(field, words));
  return ways.length > 0 ? [`${none} Có phải: `, ...ways] : [none];
}

/** @param {string[]} words */
const followingInWords = (words) => (words.length > 0 ? [`${words.join(", ")}, theo chức danh.`] : []);

/** @param {string[]} words */
const listed = (words) => words.slice(0, FEW).map(quoted).join(", ") + (words.length > FEW ? "…" : "");

// What was typed for one question answers another, which the form may not have.
/** @type {(field: Field, answer: Answer) => (Node | string)[]} */
function elsewhere(field, { question, code }) {
  /** @type {Field | null | undefined} */
  const other = field.form?.querySelector(`select[name=${question}], [name=${question}][value="${code}"]`);
  if (!other) return [NONE_HERE];
  const title = other.closest("[data-question]")?.querySelector("legend, label")?.textContent?.trim() ?? "";
  const words = "options" in other
    ? Array.from(other.options).find(({ value }) => value === code)?.text
    : other.closest("label")?.textContent?.trim();
  const way = button("link", () => {
    field.value = "";
    putInto(other, code);
    settle(other);
  }, `${title}: ${words}`);
  return [`${NONE_HERE} Có thể trả lời ở câu khác: `, way];
}

/** @param {Field} field @param {string} words */
function isOffered(field, words) {
  const offers = "list" in field ? field.list?.options : undefined;
  return Array.from(offers ?? [], ({ value }) => value).includes(words);
}

/** @param {Field} field @param {string} words */
function choice(field, words) {
  return button("link", () => {
    field.value = words;
    settle(field);
  }, element("bdi", {}, words));
}

// An answer that was put in counts as one that was given.
/** @param {Field} field */
function settle(field) {
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  field.focus();
}
