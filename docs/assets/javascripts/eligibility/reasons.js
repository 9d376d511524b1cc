// Why a programme stands in a list of «Tôi được cử học lớp nào?»: one sentence, from what became of each field of its group.

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

/** The reason for a verdict on a group, with the article where a document checked against its text decided. */
export function reasonOf({ verdict, group, findings, within, audience, required }) {
  if (verdict === "excluded") return `Theo ${cited(audience.basis)}, đối tượng là ${quoted(group.title)}; câu trả lời về ${fieldsOf(findings, "against")} không khớp.`;
  const clauses = verdict === "right" ? [metClause(findings)] : doubtful(findings, group, within);
  const duty = required ? `; bắt buộc theo ${cited(required)}` : "";
  return `Nguồn ghi đối tượng là ${quoted(group.title)}; ${clauses.join("; ")}${duty}.`;
}

const quoted = (words) => `«${words}»`;

const cited = ({ article, title }) => `${article}, ${title}`;

const metClause = (findings) => `câu trả lời về ${fieldsOf(findings, "met")} khớp`;

function doubtful(findings, group, within) {
  if (within) return [`nguồn không nêu rõ gồm những ai, chỉ biết nằm trong ${quoted(within.title)}, là đối tượng khớp với câu trả lời`];
  if (findings.length === 0) return ["nguồn không nêu rõ gồm những ai"];
  const doubts = [...doubtsOf(findings, group)];
  return fieldsOf(findings, "met") ? [`${metClause(findings)}, nhưng ${doubts[0]}`, ...doubts.slice(1)] : doubts;
}

function* doubtsOf(findings, group) {
  const of = (outcome) => findings.filter((each) => each.outcome === outcome);
  for (const { field, answer, words } of of("near")) yield `${FIELDS[field]} ${quoted(answer)} chỉ gần với ${few(words)}`;
  for (const { field, answer, words } of of("strange")) yield `nguồn ghi ${FIELDS[field]} là ${few(words)}, chưa rõ có gồm ${quoted(answer)} không`;
  if (of("apart").length > 0) yield "cấp nơi công tác khác cấp của chức danh được quy hoạch";
  for (const { words } of of("collective")) yield `nguồn chỉ gọi chung là ${quoted(words[0])}`;
  for (const { words } of of("unasked")) yield `nguồn còn ghi ${words[0]}, điều trang này không hỏi`;
  if (of("unanswered").length > 0) yield `chưa trả lời về ${fieldsOf(findings, "unanswered")}`;
  const said = findings.some(({ outcome }) => outcome !== "met");
  if (!said && !group.exhaustive) yield "tên đối tượng có thể còn điều kiện mà nguồn không nêu rõ";
}

const few = (words) => words.slice(0, MOST_WORDS).map(quoted).join(", ") + (words.length > MOST_WORDS ? "…" : "");

function fieldsOf(findings, outcome) {
  const names = findings.filter((each) => each.outcome === outcome).map(({ field }) => FIELDS[field]);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} và ${names.at(-1)}` : (names[0] ?? "");
}
