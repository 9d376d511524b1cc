// The words of search: what codes are called, how numbers and days are written, and the sentences that say what was done to a query.

const KINDS = {
  program: "Chương trình", topic_set: "Danh sách chuyên đề", topic: "Chuyên đề", group: "Đối tượng", organization: "Đơn vị",
  plan: "Kế hoạch", document: "Văn bản", source: "Nguồn", report: "Số liệu", page: "Trang",
};
const STATES = {
  open: "Còn nhận danh sách", coming: "Sắp khai giảng", running: "Đang học", planned: "Dự kiến", closed: "Hết hạn gửi danh sách",
  past: "Đã qua", postponed: "Hoãn", cancelled: "Hủy",
};
const MONTHS = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [String(month + 1).padStart(2, "0"), `Tháng ${month + 1}`]));
const OWN = { kind: KINDS, state: STATES, month: MONTHS, abroad: { no: "Trong nước", yes: "Ngoài nước" } };

export const UNKNOWN = "unknown";

/** What a code is called; undefined for one that the catalogue does not know. */
export function labelOf(labels, facet, code) {
  if (code === UNKNOWN) return "Chưa có thông tin";
  return [OWN, labels].map((words) => (words[facet] && Object.hasOwn(words[facet], code) ? words[facet][code] : undefined)).find(Boolean);
}

/** The codes of a facet in the order of its vocabulary; undefined where its values go by their number. */
export function orderOf(labels, facet) {
  return facet === "group" || facet === "lead" ? undefined : Object.keys({ ...OWN[facet], ...labels[facet] });
}

export const kindOf = (kind) => KINDS[kind] ?? kind;

/** A number with points between its thousands. */
export const counted = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");

/** A day as people write it: 2024-03-05 as 5-3-2024. */
export const dayInWords = (day) => day.split("-").reverse().map((part) => part.replace(/^0/, "")).join("-");

/** A text that somebody typed, as far as it is repeated: not all of a long one, and nothing in it that turns the words around it. */
export function repeated(text) {
  const characters = [...text.trim().replace(/\p{Bidi_Control}/gu, "")];
  return characters.length > MOST_REPEATED ? `${characters.slice(0, MOST_REPEATED).join("")}…` : characters.join("");
}

const MOST_REPEATED = 80;

/** The same in quotation marks. */
export const quoted = (text) => `«${repeated(text)}»`;

/** How much was found, drafts apart: one part, or two. */
export function countsInWords({ total, drafts }) {
  const parts = [[total - drafts, "kết quả"], [drafts, "bản ghi chưa xác minh"]].filter(([count]) => count > 0);
  return parts.length > 0 ? parts.map(([count, words]) => `${counted(count)} ${words}`) : ["Không có kết quả"];
}

/** The same as one. */
export const countInWords = (found) => countsInWords(found).join(" và ");

const SENTENCES = {
  folded: (from) => `Không nơi nào viết đúng dấu như ${quoted(from)}; dưới đây là kết quả không kể dấu.`,
  partly: (from) => `Từ ${quoted(from)} mới gõ một phần dấu; dưới đây là kết quả khớp với các dấu đã gõ.`,
  i_y: (from) => `Trong ${quoted(from)}, chữ i và chữ y được coi là một.`,
  telex: (from, to) => `Đã đọc ${quoted(from)} là ${quoted(to)}, như khi bộ gõ tiếng Việt đang tắt.`,
  expanded: (from, to) => `Đã tìm cả ${quoted(to)}, vì ${quoted(from)} có thể là cách viết khác.`,
  left_out: (from) => `Đã tìm cả khi không có ${quoted(from)}.`,
  too_long: () => "Câu tìm quá dài nên chỉ phần đầu được dùng.",
};

/** The sentences that tell of an engine's notes; corrections are told in one. */
export function sentencesOf(notes) {
  const corrected = notes.filter(({ type }) => type === "corrected").map(({ from, to }) => `${quoted(from)} thành ${quoted(to)}`);
  const others = notes.filter(({ type }) => SENTENCES[type]).map(({ type, from, to }) => SENTENCES[type](from, to));
  return [...(corrected.length > 0 ? [`Không tìm thấy đúng như đã gõ; đã sửa ${corrected.join(", ")}.`] : []), ...others];
}

/** Whether a query was understood in another way than it was typed. */
export const isReadFreely = (notes) => notes.some(({ type }) => !["too_long", "unknown_filter"].includes(type));
