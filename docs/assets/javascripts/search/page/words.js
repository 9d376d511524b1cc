// The words of search: what codes are called, and the sentences that say how much was found and what was done to a
// query.

import { counted, quoted, repeated } from "../../common/words.js";

/**
 * @import { Note } from "../engine/readings.js"
 * @import { Labels } from "../engine/records.js"
 */

/** @type {{[kind: string]: string}} */
const KINDS = {
  program: "Chương trình", topic_set: "Danh sách chuyên đề", topic: "Chuyên đề", group: "Đối tượng",
  organization: "Đơn vị", plan: "Kế hoạch", document: "Văn bản", source: "Nguồn", report: "Số liệu", page: "Trang",
};
const STATES = {
  open: "Còn nhận danh sách", coming: "Sắp khai giảng", running: "Đã khai giảng, đang học", planned: "Dự kiến",
  closed: "Đã hết hạn gửi danh sách", past: "Đã qua", postponed: "Hoãn", cancelled: "Hủy",
};
const MONTHS = Object.fromEntries(Array.from({ length: 12 }, (_, month) => {
  return [String(month + 1).padStart(2, "0"), `Tháng ${month + 1}`];
}));
/** @type {Labels} */
const OWN = { kind: KINDS, state: STATES, month: MONTHS, abroad: { no: "Trong nước", yes: "Ngoài nước" } };

// The facets whose codes are the ids of records.
const NAMED = new Set(["group", "lead", "allocated"]);

/** The code of a facet of which nothing is known. */
export const UNKNOWN = "unknown";

/**
 * What a code is called; undefined for one that the catalogue does not know.
 * @param {Labels} labels
 * @param {string} facet
 * @param {string} code
 */
export function labelOf(labels, facet, code) {
  if (code === UNKNOWN) return "Chưa có thông tin";
  const found = [OWN, labels].map((words) => {
    return words[facet] && Object.hasOwn(words[facet], code) ? words[facet][code] : undefined;
  });
  return found.find(Boolean);
}

/**
 * The codes of a facet in the order of its vocabulary; undefined where its values go by their number.
 * @param {Labels} labels
 * @param {string} facet
 */
export function orderOf(labels, facet) {
  return NAMED.has(facet) ? undefined : Object.keys({ ...OWN[facet], ...labels[facet] });
}

/** @param {string} kind */
export const kindOf = (kind) => KINDS[kind] ?? kind;

/**
 * How much was found, drafts apart: one part, or two.
 * @param {{right: number, drafts: number}} found
 */
export function countsInWords({ right, drafts }) {
  const parts = [];
  if (right > 0) parts.push(`${counted(right)} kết quả`);
  if (drafts > 0) parts.push(`${counted(drafts)} mục chưa xác minh`);
  return parts.length > 0 ? parts : ["Không có kết quả"];
}

/**
 * The same as one.
 * @param {{right: number, drafts: number}} found
 */
export const countInWords = (found) => countsInWords(found).join(" và ");

/**
 * How many wait folded behind the results: what has the words of a query here and there, what has some of them.
 * @type {{[others in "scattered" | "partly"]: (count: number) => string}}
 */
export const OTHERS = {
  scattered: (count) => `${counted(count)} mục khác có đủ các từ nhưng rải rác`,
  partly: (count) => `${counted(count)} mục khác chỉ có một phần các từ`,
};

/**
 * What the saved table leaves out: the scattered results while they are folded. What has some of the words is none.
 * @param {{scattered: number}} found
 * @param {{scattered: boolean}} unfolded
 */
export function leftOutInWords(found, unfolded) {
  if (found.scattered === 0 || unfolded.scattered) return "";
  return `Bảng chưa có ${OTHERS.scattered(found.scattered)}; mở phần ấy rồi tải lại nếu cần.`;
}

/**
 * What the saved table holds.
 * @param {{right: number, drafts: number, scattered: number, partly: number}} found
 * @param {{scattered: boolean, partly: boolean}} unfolded
 */
export function savedInWords({ right, drafts, ...found }, unfolded) {
  const [scattered, partly] = [unfolded.scattered ? found.scattered : 0, unfolded.partly ? found.partly : 0];
  const parts = [
    ...(right + drafts > 0 ? [countInWords({ right, drafts })] : []),
    ...(scattered > 0 ? [OTHERS.scattered(scattered)] : []),
    ...(partly > 0 ? [OTHERS.partly(partly)] : []),
  ];
  return `Đã tải bảng có ${parts.join(", thêm ")}. ${leftOutInWords(found, unfolded)}`.trim();
}

/**
 * Words with commas between, each in quotation marks.
 * @param {string} words
 */
export const eachQuoted = (words) => words.split(", ").map(quoted).join(", ");

/** @type {{[type: string]: (from: string, to: string) => string}} */
const SENTENCES = {
  nowhere: (from) => `Không nơi nào có ${eachQuoted(from)}; dưới đây là kết quả cho các từ còn lại.`,
  nearest: () => "Không mục nào có đủ các từ đã gõ. Gần nhất:",
  excluded: (from, to) => {
    const way = to ? ` Muốn bỏ cả cụm thì gõ -"${repeated(to)}".` : "";
    return `Đã bỏ kết quả có ${quoted(from)}, vì có dấu trừ đứng trước.${way}`;
  },
  folded: (from) => `Không kể dấu, vì không nơi nào có đúng ${quoted(from)}.`,
  telex: (_from, to) => `Đã đọc là ${quoted(to)}, như khi bộ gõ tiếng Việt đang tắt.`,
  expanded: (from, to) => `Đã tìm cả ${quoted(to)} thay cho ${quoted(from)}.`,
  left_out: (from) => `Đã tìm cả khi không có ${quoted(from)}.`,
  too_long: () => "Câu tìm quá dài nên chỉ phần đầu được dùng.",
  scattered: () => "Không mục nào có đủ các từ đã gõ cạnh nhau. Gần nhất:",
};
// What leads to the list stands right above it.
const LAST = new Set(["nearest", "scattered"]);

/**
 * The sentences that tell of an engine's notes; corrections are told in one.
 * @param {Note[]} notes
 */
export function sentencesOf(notes) {
  const corrected = notes.filter(({ type }) => type === "corrected");
  const pairs = corrected.map(({ from, to }) => `${quoted(from)} thành ${quoted(to)}`);
  const first = pairs.length > 0 ? [`Đã sửa ${pairs.join(", ")}.`] : [];
  const others = notes.filter(({ type }) => SENTENCES[type])
    .sort((one, other) => Number(LAST.has(one.type)) - Number(LAST.has(other.type)));
  return [...first, ...others.map(({ type, from, to }) => SENTENCES[type](from, to))];
}

const FREE = new Set(["corrected", "excluded", "expanded", "folded", "left_out", "telex"]);

/**
 * Whether a query was understood in another way than it was typed.
 * @param {Note[]} notes
 */
export const isReadFreely = (notes) => notes.some(({ type }) => FREE.has(type));
