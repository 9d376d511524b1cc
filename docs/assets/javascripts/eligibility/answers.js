// The answers of «Tôi được cử học lớp nào?» as an address holds them. Pure; what cannot be an answer is left out and
// counted.

/**
 * @import { Person } from "./conditions.js"
 * @import { Choices } from "./questions.js"
 *
 * The answers by the names of the questions.
 * @typedef {Map<string, string>} Answers
 */

const LONGEST = 200;
const HOSTILE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/**
 * The answers in an address and how many parts of it are none.
 * @param {URLSearchParams} parameters
 * @param {Choices} choices
 * @returns {{answers: Answers, refused: number}}
 */
export function readAnswers(parameters, choices) {
  const answers = new Map();
  let refused = 0;
  for (const [name, value] of parameters) {
    const answer = cleaned(value, choices.get(name));
    if (value === "" && choices.has(name)) continue;
    if (answer && !answers.has(name)) answers.set(name, answer);
    else refused += 1;
  }
  return { answers, refused };
}

// The answer as it counts; nothing where it can be none. Words lose what cannot be seen and what is more than a title
// holds.
/** @type {(value: string, codes: Set<string> | null | undefined) => string | undefined} */
function cleaned(value, codes) {
  if (codes === undefined) return undefined;
  if (codes) return codes.has(value) ? value : undefined;
  const visible = value.slice(0, 10 * LONGEST).normalize("NFC").replaceAll(HOSTILE, " ");
  return visible.replaceAll(/\s+/g, " ").trim().slice(0, LONGEST);
}

/**
 * The answers as an address writes them: `?service=cadre&level=commune`, or nothing.
 * @param {Answers} answers
 */
export function writeAnswers(answers) {
  const written = new URLSearchParams([...answers]).toString();
  return written && `?${written}`;
}

/**
 * The person that the answers describe. What is planned for counts only for someone who is in the planning.
 * @param {Answers} answers
 * @returns {Person}
 */
export function personOf(answers) {
  const { planned, planned_position, term, ...person } = Object.fromEntries(answers);
  if (planned === undefined) return person;
  if (planned !== "true") return { ...person, planned: false };
  return { ...person, planned: true, ...(planned_position && { planned_position }), ...(term && { term }) };
}
