// The answers of «Tôi được cử học lớp nào?» as an address holds them. Pure; what cannot be an answer is left out and counted.

const LONGEST = 200;
const HOSTILE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/**
 * The answers in an address and how many parts of it are none.
 * `choices` has the codes that may be answered by the name of a question, null where words are typed.
 * @param {URLSearchParams} parameters
 * @param {Map<string, Set<string> | null>} choices
 * @returns {{answers: Map<string, string>, refused: number}}
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

// The answer as it counts; nothing where it can be none. Words lose what cannot be seen and what is more than a title holds.
function cleaned(value, codes) {
  if (codes === undefined) return undefined;
  if (codes) return codes.has(value) ? value : undefined;
  return value.slice(0, 10 * LONGEST).normalize("NFC").replace(HOSTILE, " ").replace(/\s+/g, " ").trim().slice(0, LONGEST);
}

/** The answers as an address writes them: `?service=cadre&level=commune`, or nothing. */
export function writeAnswers(answers) {
  const written = new URLSearchParams([...answers]).toString();
  return written && `?${written}`;
}

/** The person that the answers describe, as `judge` takes it. What is planned for counts only for someone who is in the planning. */
export function personOf(answers) {
  const { planned, planned_position, term, ...person } = Object.fromEntries(answers);
  if (planned === undefined) return person;
  return planned === "true" ? { ...person, planned: true, ...(planned_position && { planned_position }), ...(term && { term }) } : { ...person, planned: false };
}
