// What there is to say about an answer: how the query was read, what was left out, and, where nothing is found, why and what to do.

import { button, element, replace } from "../../common/element.js";
import { newestPlan } from "../../common/moment.js";
import { counted, isReadFreely, labelOf, quoted, sentencesOf } from "./words.js";

const MOST_STRANGE = 5;

/**
 * Shows the sentences about an answer.
 * @param {HTMLElement} place
 * @param {{question: Object, notes: Object[], names: Object, labels: Object}} about `question.strange`: what the address asks for and nobody knows
 * @param {function(boolean): void} readLiterally is called where the reader wants the query taken as typed, or no longer so
 * @param {HTMLElement} otherwise where the focus goes with a button that is gone
 */
export function drawNotes(place, { question, notes, names, labels }, readLiterally, otherwise) {
  const ignored = [...question.strange, ...notes.filter(({ type }) => type === "unknown_filter").map((note) => ignoredFilter(note, names, labels))];
  const sentences = sentencesOf(notes);
  if (ignored.length > 0) sentences.push(`Đã bỏ qua phần của địa chỉ không có trong danh mục: ${firstOf(ignored)}.`);
  if (question.literal) sentences.push("Đang tìm đúng từng chữ như đã gõ.");
  const lines = sentences.map((sentence) => element("p", {}, element("bdi", {}, sentence)));
  if (question.literal) lines.push(element("p", {}, wordedButton("Tìm cả cách viết gần đúng", () => readLiterally(false))));
  else if (isReadFreely(notes)) lines.push(element("p", {}, wordedButton(`Chỉ tìm đúng ${quoted(question.query)}`, () => readLiterally(true))));
  replace(place, lines.length > 0 ? [element("div", { class: "notice" }, ...lines)] : [], otherwise);
}

const firstOf = (parts) => parts.slice(0, MOST_STRANGE).join("; ") + (parts.length > MOST_STRANGE ? ` và ${counted(parts.length - MOST_STRANGE)} phần khác` : "");

function ignoredFilter({ from, to }, names, labels) {
  const codes = to.split(", ").map((code) => labelOf(labels, from, code) ?? code);
  return `${names[from] ?? from}: ${codes.join(", ")}`;
}

/**
 * Says why nothing was found and offers three ways on.
 * @param {HTMLElement} place
 * @param {{question: Object, unfiltered: number, newestPlanYear: ?number, today: string, root: string, mail: string}} about `unfiltered`: results without filters
 * @param {function(): void} clear takes the filters off
 */
export function drawNothing(place, { question, unfiltered, newestPlanYear, today, root, mail }, clear) {
  const reasons = [reasonOf(question, unfiltered)];
  if (newestPlanYear && Number(today.slice(0, 4)) > newestPlanYear) reasons.push(newestPlan(Number(today.slice(0, 4)), newestPlanYear));
  const ways = [
    unfiltered > 0 ? wordedButton(`Bỏ bộ lọc, xem ${counted(unfiltered)} kết quả`, clear) : "Bớt từ, hoặc chỉ gõ từ chính; gõ không dấu cũng được.",
    element("span", {}, "Xem theo danh sách: ", ...BROWSING.flatMap(([address, words], at) => [at > 0 ? ", " : "", element("a", { href: new URL(address, root).href }, words)]), "."),
    element("span", {}, "Hỏi bộ phận tổ chức, cán bộ của cơ quan bạn", ...(mail ? [", hoặc ", element("a", { href: mailAbout(mail, question) }, "báo điều còn thiếu")] : []), "."),
  ];
  const words = reasons.map((reason) => element("p", {}, element("bdi", {}, reason)));
  place.append(element("div", { class: "notice" }, ...words, element("ul", {}, ...ways.map((way) => element("li", {}, way)))));
}

const BROWSING = [["doi-tuong/", "đối tượng"], ["don-vi/", "đơn vị"], ["ke-hoach/", "kế hoạch"], ["chuyen-de/", "chuyên đề"]];

function reasonOf({ query, literal }, unfiltered) {
  if (unfiltered > 0) return "Có kết quả cho từ đã gõ, nhưng không có kết quả nào qua được các bộ lọc đang chọn.";
  if (literal) return "Không bản ghi nào viết đúng từng chữ như vậy.";
  return query.trim() ? "Không bản ghi nào của danh mục có đủ các từ đã gõ, kể cả khi bỏ dấu hay sửa một chữ." : "Danh mục chưa có bản ghi nào.";
}

const mailAbout = (mail, { query }) => `mailto:${mail}?subject=${encodeURIComponent(`Tra cứu không thấy: ${query.slice(0, 200)}`)}`;

const wordedButton = (words, press) => button("button", press, element("bdi", {}, words));

/** Says that the search does not work, and why; once, however often it is tried. */
export function drawFailure(place, sentence) {
  if (place.textContent.includes(sentence)) return;
  place.replaceChildren(element("div", { class: "notice notice--warning", role: "alert" }, element("p", {}, sentence), element("p", {}, wordedButton("Tải lại trang", () => location.reload()))));
}
