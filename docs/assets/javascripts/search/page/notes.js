// What there is to say about an answer: how the query was read, what was left out, and, where nothing is found, why and
// what to do.

import { button, element, replace } from "../../common/element.js";
import { newestPlan } from "../../common/moment.js";
import { counted, quoted } from "../../common/words.js";
import { eachQuoted, isReadFreely, labelOf, sentencesOf } from "./words.js";

/**
 * @import { Answer } from "../engine/engine.js"
 * @import { Note } from "../engine/readings.js"
 * @import { Result } from "../engine/session.js"
 * @import { Labels } from "../engine/records.js"
 * @import { Names, Question } from "./address.js"
 */

const MOST_STRANGE = 5;

/**
 * Shows the sentences about an answer.
 * @param {HTMLElement} place
 * @param {{question: Question, answer: Answer<Result>, names: Names, labels: Labels}} about
 * @param {(literally: boolean) => void} read called where the reader wants the query taken as typed, or no longer so
 * @param {HTMLElement} otherwise where the focus goes with a button that is gone
 */
export function drawNotes(place, { question, answer, names, labels }, read, otherwise) {
  const notes = notesOf(answer, question);
  const unknown = notes.filter(({ type }) => type === "unknown_filter");
  const ignored = [...question.strange, ...unknown.map((note) => ignoredFilter(note, names, labels))];
  const sentences = sentencesOf(notes);
  if (ignored.length > 0) sentences.push(`Đã bỏ qua phần của địa chỉ không có trong danh mục: ${firstOf(ignored)}.`);
  if (question.literal) sentences.push("Đang tìm đúng từng chữ như đã gõ.");
  const way = wayToRead(question, notes, read);
  const lines = [...told(sentences), ...(way ? [element("p", {}, way)] : [])];
  replace(place, lines.length > 0 ? [element("div", { class: "notice" }, ...lines)] : [], otherwise);
}

// On a phone one line, which unfolds to the whole, so that results begin in the first half of the screen.
/** @param {string[]} sentences */
function told(sentences) {
  const all = sentences.map((sentence) => element("bdi", {}, `${sentence} `));
  const isFolded = all[0] && matchMedia("(max-width: 29.99em)").matches;
  if (isFolded) return [element("details", {}, element("summary", {}, ...all))];
  return all.map((each) => element("p", {}, each));
}

/**
 * Whether there is nothing but what has some of the words.
 * @param {{right: number, drafts: number}} answer
 */
export const isNothing = ({ right, drafts }) => right === 0 && drafts === 0;

// Where nothing is found, what is nowhere is told as the reason; where nothing holds the query together, the engine
// shows what has its words here and there, and leaves it to the page to say so.
/** @type {(answer: Answer<Result>, question: Question) => Note[]} */
function notesOf(answer, { query }) {
  const { notes, right, results } = answer;
  if (isNothing(answer)) return notes.filter(({ type }) => type !== "nowhere");
  const isScattered = query.trim() && right > 0 && results[0] && !results[0].together;
  const isTold = notes.some(({ type }) => type === "nearest");
  return isScattered && !isTold ? [...notes, { type: "scattered", from: "", to: "" }] : notes;
}

/** @param {Question} question @param {Note[]} notes @param {(literally: boolean) => void} read */
function wayToRead({ literal, query }, notes, read) {
  if (literal) return wordedButton("Tìm cả cách viết gần đúng", () => read(false));
  return isReadFreely(notes) ? wordedButton(`Chỉ tìm đúng ${quoted(query)}`, () => read(true)) : undefined;
}

/** @param {string[]} parts */
function firstOf(parts) {
  const rest = parts.length > MOST_STRANGE ? ` và ${counted(parts.length - MOST_STRANGE)} phần khác` : "";
  return parts.slice(0, MOST_STRANGE).join("; ") + rest;
}

/** @param {Note} note @param {Names} names @param {Labels} labels */
function ignoredFilter({ from, to }, names, labels) {
  const codes = to.split(", ").map((code) => labelOf(labels, from, code) ?? code);
  return `${names[from] ?? from}: ${codes.join(", ")}`;
}

/**
 * What is known where nothing was found. `unfiltered`: how much there is without filters; `mail` is empty where the
 * site has none.
 * @typedef {{
 *   question: Question, notes: Note[], unfiltered: number, newestPlanYear: number | null, today: string, root: string,
 *   mail: string,
 * }} Nothing
 */

/**
 * Says why nothing was found and offers three ways on.
 * @param {HTMLElement} place
 * @param {Nothing} about
 * @param {() => void} clear takes the filters off
 */
export function drawNothing(place, about, clear) {
  const words = reasonsOf(about).map((reason) => element("p", {}, element("bdi", {}, reason)));
  const ways = [wayToFind(about, clear), browsing(about), asking(about)].map((way) => element("li", {}, way));
  place.append(element("div", { class: "notice" }, ...words, element("ul", {}, ...ways)));
}

/** @param {Nothing} about */
function reasonsOf({ question, notes, unfiltered, newestPlanYear, today }) {
  const reasons = [reasonOf(question, notes, unfiltered)];
  const year = Number(today.slice(0, 4));
  if (newestPlanYear && year > newestPlanYear) reasons.push(newestPlan(year, newestPlanYear));
  return reasons;
}

/** @param {Question} question @param {Note[]} notes @param {number} unfiltered */
function reasonOf({ query, literal }, notes, unfiltered) {
  if (unfiltered > 0) return "Có kết quả cho từ đã gõ, nhưng không có kết quả nào qua được các bộ lọc đang chọn.";
  if (literal) return "Không mục nào viết đúng từng chữ như vậy.";
  if (!query.trim()) return "Danh mục chưa có mục nào.";
  if (notes.some(({ type }) => type === "wordless")) {
    return "Chưa rõ cần tìm gì. Gõ thêm tên lớp, đối tượng, đơn vị hay số văn bản.";
  }
  const nowhere = notes.find(({ type }) => type === "nowhere");
  return nowhere ? `Không nơi nào có ${eachQuoted(nowhere.from)}.` : "Không mục nào có đủ các từ đã gõ.";
}

/** @param {Nothing} about @param {() => void} clear */
function wayToFind({ unfiltered }, clear) {
  if (unfiltered > 0) return wordedButton(`Bỏ bộ lọc, xem ${counted(unfiltered)} kết quả`, clear);
  return "Bớt từ, hoặc chỉ gõ từ chính; gõ không dấu cũng được.";
}

const BROWSING = [
  ["doi-tuong/", "đối tượng"], ["don-vi/", "đơn vị"], ["ke-hoach/", "kế hoạch"], ["chuyen-de/", "chuyên đề"],
];

/** @param {Nothing} about */
function browsing({ root }) {
  const links = BROWSING.flatMap(([address, words], at) => {
    return [at > 0 ? ", " : "", element("a", { href: new URL(address, root).href }, words)];
  });
  return element("span", {}, "Xem theo danh sách: ", ...links, ".");
}

/** @param {Nothing} about */
function asking({ question, mail }) {
  const way = mail ? [", hoặc ", element("a", { href: mailAbout(mail, question) }, "báo điều còn thiếu")] : [];
  return element("span", {}, "Hỏi bộ phận tổ chức, cán bộ của cơ quan bạn", ...way, ".");
}

/** @param {string} mail @param {Question} question */
function mailAbout(mail, { query }) {
  return `mailto:${mail}?subject=${encodeURIComponent(`Tra cứu không thấy: ${query.slice(0, 200)}`)}`;
}

/** @param {string} words @param {() => void} press */
const wordedButton = (words, press) => button("button", press, element("bdi", {}, words));

/**
 * Says that the search does not work, and why; once, however often it is tried.
 * @param {HTMLElement} place
 * @param {string} sentence
 */
export function drawFailure(place, sentence) {
  if (place.textContent?.includes(sentence)) return;
  const again = wordedButton("Tải lại trang", () => location.reload());
  const words = [element("p", {}, sentence), element("p", {}, again)];
  place.replaceChildren(element("div", { class: "notice notice--warning", role: "alert" }, ...words));
}
