// Why a group or a programme stands in a list of «Tôi được cử học lớp nào?»: one sentence, from what became of each
// condition, with the document and the article that it rests on where a source gives one.

import { isSame } from "./posts.js";

/**
 * @import { Match, Outcome } from "./conditions.js"
 * @import { Group, Labels, Law } from "./data.js"
 * @import { Judged } from "./verdict.js"
 *
 * What is to be explained; `beside` is another group of the programme that has what was typed, where this one has not.
 * @typedef {Judged & {law?: Law, required?: boolean, beside?: Group, labels: Labels}} Explained
 */

/** @type {{[field: string]: string}} */
export const FIELDS = {
  service: "diện",
  level: "cấp",
  block: "khối",
  rank: "ngạch",
  job: "vị trí việc làm",
  position: "chức danh đang giữ",
  planned: "quy hoạch",
  planned_position: "chức danh được quy hoạch",
  term: "nhiệm kỳ quy hoạch",
};
const MOST_WORDS = 3;

/**
 * The reason for a verdict.
 * @param {Explained} explained
 */
export function reasonOf(explained) {
  const { verdict, group, isNamed, law, required, beside } = explained;
  if (verdict === "excluded" && law) {
    return `Theo ${cited(law)}, đối tượng là ${quoted(group.title)}; ${refusal(explained)}.`;
  }
  const clauses = verdict === "never" ? [refusal(explained)] : told(explained);
  if (verdict === "right") clauses.splice(0, clauses.length, metClause(explained));
  if (isNamed && verdict === "perhaps") clauses.push("tên đối tượng có điều bạn gõ");
  if (beside) clauses.push(`chương trình còn ghi ${quoted(beside.title)}, có điều bạn gõ`);
  if (law) clauses.push(`${required ? "bắt buộc theo" : "căn cứ"} ${cited(law)}`);
  return `Nguồn ghi đối tượng là ${quoted(group.title)}; ${clauses.join("; ")}.`;
}

/** @param {string} words */
const quoted = (words) => `«${words}»`;

/** @param {Law} law */
export const cited = ({ article, title }) => (article ? `${article}, ${title}` : title);

/** @param {Explained} explained */
const metClause = (explained) => `${fieldsOf(explained, "met")} khớp`;

// Every answer that would have to be another one, and which.
/** @param {Explained} explained */
function refusal(explained) {
  const { matches, labels } = explained;
  const against = withOutcome(matches, "against");
  const needed = against.map((match) => `${FIELDS[match.field]} phải là ${neededIn(match, labels)}`);
  return `${fieldsOf(explained, "against")} không khớp: ${needed.join(", ")}`;
}

/**
 * What would meet a condition, in words.
 * @param {Match} match
 * @param {Labels} labels
 */
export function neededIn({ field, needed }, labels) {
  if (field === "planned") return "«Có»";
  return few(needed.map((code) => labels[field]?.[code] ?? code), " hoặc ");
}

/** @param {Explained} explained */
function told(explained) {
  const { matches, within } = explained;
  if (within) {
    const known = `chỉ biết nằm trong ${quoted(within.title)}, là đối tượng khớp với câu trả lời`;
    return [`nguồn không nêu rõ gồm những ai, ${known}`];
  }
  if (matches.length === 0) return ["nguồn không nêu rõ gồm những ai"];
  const doubts = [...doubtsOfWords(matches), ...doubtsOf(explained)];
  if (withOutcome(matches, "met").length === 0) return doubts;
  const [first, ...others] = doubts;
  return [`${metClause(explained)}, nhưng ${first}`, ...others];
}

/** @param {Match[]} matches @param {Outcome} outcome */
export const withOutcome = (matches, outcome) => matches.filter((each) => each.outcome === outcome);

/** @type {(matches: Match[]) => Generator<string>} */
function* doubtsOfWords(matches) {
  for (const { field, answer = "", needed } of withOutcome(matches, "near")) {
    yield `${FIELDS[field]} ${quoted(answer)} chỉ gần với ${few(needed)}`;
  }
  for (const { field, answer = "", needed } of withOutcome(matches, "strange")) {
    yield `nguồn ghi ${FIELDS[field]} là ${few(needed)}, chưa rõ có gồm ${quoted(answer)} không`;
  }
}

/** @type {(explained: Explained) => Generator<string>} */
function* doubtsOf(explained) {
  const { matches, group } = explained;
  const of = (/** @type {Outcome} */ outcome) => withOutcome(matches, outcome);
  if (of("apart").length > 0) yield "cấp nơi công tác khác cấp của chức danh được quy hoạch";
  for (const { needed } of of("collective")) yield `nguồn chỉ gọi chung là ${quoted(needed[0])}`;
  for (const { needed } of of("unasked")) yield `nguồn còn ghi ${needed[0]}, điều trang này không hỏi`;
  if (of("unanswered").length > 0) yield `chưa trả lời về ${fieldsOf(explained, "unanswered")}`;
  const said = matches.some(({ outcome }) => outcome !== "met");
  if (!said && !group.exhaustive) yield "tên đối tượng có thể còn điều kiện mà nguồn không nêu rõ";
}

/** @param {string[]} words @param {string} [between] */
function few(words, between = ", ") {
  return words.slice(0, MOST_WORDS).map(quoted).join(between) + (words.length > MOST_WORDS ? "…" : "");
}

/** @param {Explained} explained @param {Outcome} outcome */
function fieldsOf({ matches, labels }, outcome) {
  const names = withOutcome(matches, outcome).map((match) => {
    const said = [...answerIn(match, labels), ...(match.follows ? ["theo chức danh"] : [])];
    return FIELDS[match.field] + (said.length > 0 ? ` (${said.join(", ")})` : "");
  });
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} và ${names.at(-1)}` : (names[0] ?? "");
}

// What was answered, behind the name of its question: «cấp (xã)», «khối (Đảng)»; of words, what they were read as too.
/** @type {(match: Match, labels: Labels) => string[]} */
function answerIn({ field, answer, outcome, needed }, labels) {
  if (answer === undefined) return [];
  if (field === "planned") return [answer === "true" ? "có" : "không"];
  if (field === "term") return [answer];
  const label = labels[field]?.[answer]?.replace(/ \((.+)\)$/, ", $1");
  if (!label && outcome === "met" && !isSame(answer, needed[0])) return [quoted(answer), `đọc là ${quoted(needed[0])}`];
  if (!label) return [quoted(answer)];
  const name = `${FIELDS[field]} `;
  if (label.toLocaleLowerCase("vi").startsWith(name)) return [label.slice(name.length)];
  return [label.charAt(0).toLocaleLowerCase("vi") + label.slice(1)];
}
