// Why a programme stands in a list of «Tôi được cử học lớp nào?»: one sentence, from what became of each field of its
// group.

/** @import { Audience, Basis, Match, Group, Judged, Outcome } from "./verdict.js" */

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
export function reasonOf({ verdict, group, matches, within, audience, required }) {
  if (verdict === "excluded" && audience.basis) {
    const against = `câu trả lời về ${fieldsOf(matches, "against")} không khớp`;
    return `Theo ${cited(audience.basis)}, đối tượng là ${quoted(group.title)}; ${against}.`;
  }
  const clauses = verdict === "right" ? [metClause(matches)] : doubtful(matches, group, within);
  const duty = required ? `; bắt buộc theo ${cited(required)}` : "";
  return `Nguồn ghi đối tượng là ${quoted(group.title)}; ${clauses.join("; ")}${duty}.`;
}

/** @param {string} words */
const quoted = (words) => `«${words}»`;

/** @param {Basis} basis */
const cited = ({ article, title }) => `${article}, ${title}`;

/** @param {Match[]} matches */
const metClause = (matches) => `câu trả lời về ${fieldsOf(matches, "met")} khớp`;

/** @type {(matches: Match[], group: Group, within: Group | undefined) => string[]} */
function doubtful(matches, group, within) {
  if (within) {
    const known = `chỉ biết nằm trong ${quoted(within.title)}, là đối tượng khớp với câu trả lời`;
    return [`nguồn không nêu rõ gồm những ai, ${known}`];
  }
  if (matches.length === 0) return ["nguồn không nêu rõ gồm những ai"];
  const doubts = [...doubtsOfWords(matches), ...doubtsOf(matches, group)];
  if (!fieldsOf(matches, "met")) return doubts;
  const [first, ...others] = doubts;
  return [`${metClause(matches)}, nhưng ${first}`, ...others];
}

/** @param {Match[]} matches @param {Outcome} outcome */
const withOutcome = (matches, outcome) => matches.filter((each) => each.outcome === outcome);

/** @type {(matches: Match[]) => Generator<string>} */
function* doubtsOfWords(matches) {
  for (const { field, answer = "", words = [] } of withOutcome(matches, "near")) {
    yield `${FIELDS[field]} ${quoted(answer)} chỉ gần với ${few(words)}`;
  }
  for (const { field, answer = "", words = [] } of withOutcome(matches, "strange")) {
    yield `nguồn ghi ${FIELDS[field]} là ${few(words)}, chưa rõ có gồm ${quoted(answer)} không`;
  }
}

/** @type {(matches: Match[], group: Group) => Generator<string>} */
function* doubtsOf(matches, group) {
  const of = (/** @type {Outcome} */ outcome) => withOutcome(matches, outcome);
  if (of("apart").length > 0) yield "cấp nơi công tác khác cấp của chức danh được quy hoạch";
  for (const { words = [] } of of("collective")) yield `nguồn chỉ gọi chung là ${quoted(words[0])}`;
  for (const { words = [] } of of("unasked")) yield `nguồn còn ghi ${words[0]}, điều trang này không hỏi`;
  if (of("unanswered").length > 0) yield `chưa trả lời về ${fieldsOf(matches, "unanswered")}`;
  const said = matches.some(({ outcome }) => outcome !== "met");
  if (!said && !group.exhaustive) yield "tên đối tượng có thể còn điều kiện mà nguồn không nêu rõ";
}

/** @param {string[]} words */
const few = (words) => words.slice(0, MOST_WORDS).map(quoted).join(", ") + (words.length > MOST_WORDS ? "…" : "");

/** @param {Match[]} matches @param {Outcome} outcome */
function fieldsOf(matches, outcome) {
  const names = withOutcome(matches, outcome).map(({ field }) => FIELDS[field]);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} và ${names.at(-1)}` : (names[0] ?? "");
}
