// Why a programme stands in a list of «Tôi được cử học lớp nào?»: one sentence, from what became of each field of its
// group.

/** @import { Audience, Basis, Finding, Group, Judged, Outcome } from "./verdict.js" */

/** @type {{[field: string]: string}} */
const FIELDS = {
  service: "«Tôi là»",
  level: "cấp",
  rank: "ngạch",
  job: "vị trí việc làm",
  position: "chức danh đang giữ",
  planned: "quy hoạch",
  planned_position: "chức danh được quy hoạch",
  term: "nhiệm kỳ quy hoạch",
};
const MOST_WORDS = 3;

/**
 * The reason for a verdict on a group, with the article where a document checked against its text decided.
 * @param {Judged & {audience: Audience, required?: Basis}} judged
 */
export function reasonOf({ verdict, group, findings, within, audience, required }) {
  if (verdict === "excluded" && audience.basis) {
    const against = `câu trả lời về ${fieldsOf(findings, "against")} không khớp`;
    return `Theo ${cited(audience.basis)}, đối tượng là ${quoted(group.title)}; ${against}.`;
  }
  const clauses = verdict === "right" ? [metClause(findings)] : doubtful(findings, group, within);
  const duty = required ? `; bắt buộc theo ${cited(required)}` : "";
  return `Nguồn ghi đối tượng là ${quoted(group.title)}; ${clauses.join("; ")}${duty}.`;
}

/** @param {string} words */
const quoted = (words) => `«${words}»`;

/** @param {Basis} basis */
const cited = ({ article, title }) => `${article}, ${title}`;

/** @param {Finding[]} findings */
const metClause = (findings) => `câu trả lời về ${fieldsOf(findings, "met")} khớp`;

/** @type {(findings: Finding[], group: Group, within: Group | undefined) => string[]} */
function doubtful(findings, group, within) {
  if (within) {
    const known = `chỉ biết nằm trong ${quoted(within.title)}, là đối tượng khớp với câu trả lời`;
    return [`nguồn không nêu rõ gồm những ai, ${known}`];
  }
  if (findings.length === 0) return ["nguồn không nêu rõ gồm những ai"];
  const doubts = [...doubtsOfWords(findings), ...doubtsOf(findings, group)];
  if (!fieldsOf(findings, "met")) return doubts;
  const [first, ...others] = doubts;
  return [`${metClause(findings)}, nhưng ${first}`, ...others];
}

/** @param {Finding[]} findings @param {Outcome} outcome */
const withOutcome = (findings, outcome) => findings.filter((each) => each.outcome === outcome);

/** @type {(findings: Finding[]) => Generator<string>} */
function* doubtsOfWords(findings) {
  for (const { field, answer = "", words = [] } of withOutcome(findings, "near")) {
    yield `${FIELDS[field]} ${quoted(answer)} chỉ gần với ${few(words)}`;
  }
  for (const { field, answer = "", words = [] } of withOutcome(findings, "strange")) {
    yield `nguồn ghi ${FIELDS[field]} là ${few(words)}, chưa rõ có gồm ${quoted(answer)} không`;
  }
}

/** @type {(findings: Finding[], group: Group) => Generator<string>} */
function* doubtsOf(findings, group) {
  const of = (/** @type {Outcome} */ outcome) => withOutcome(findings, outcome);
  if (of("apart").length > 0) yield "cấp nơi công tác khác cấp của chức danh được quy hoạch";
  for (const { words = [] } of of("collective")) yield `nguồn chỉ gọi chung là ${quoted(words[0])}`;
  for (const { words = [] } of of("unasked")) yield `nguồn còn ghi ${words[0]}, điều trang này không hỏi`;
  if (of("unanswered").length > 0) yield `chưa trả lời về ${fieldsOf(findings, "unanswered")}`;
  const said = findings.some(({ outcome }) => outcome !== "met");
  if (!said && !group.exhaustive) yield "tên đối tượng có thể còn điều kiện mà nguồn không nêu rõ";
}

/** @param {string[]} words */
const few = (words) => words.slice(0, MOST_WORDS).map(quoted).join(", ") + (words.length > MOST_WORDS ? "…" : "");

/** @param {Finding[]} findings @param {Outcome} outcome */
function fieldsOf(findings, outcome) {
  const names = withOutcome(findings, outcome).map(({ field }) => FIELDS[field]);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} và ${names.at(-1)}` : (names[0] ?? "");
}
