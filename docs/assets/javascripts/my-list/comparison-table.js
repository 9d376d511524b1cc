// Draws two or three items of a list side by side. How they stand to one another is said in words, and what is the same
// can be hidden.

import { button, element } from "../common/element.js";
import { compared, unknownIn } from "./comparison.js";
import { nameOf } from "./items.js";
import { textsOf } from "./table.js";

/**
 * @import { Row, Sort } from "./comparison.js"
 * @import { Item } from "./items.js"
 */

const SHORT = 32;
/** @type {{[sort in Sort]: string}} */
const MARKS = { differing: "≠ Khác nhau", same: "= Giống nhau", partly: "Chưa đủ thông tin" };

/**
 * Puts the comparison into its place and the focus on its heading.
 * @param {HTMLElement} place
 * @param {Item[]} items
 * @param {string} folder where the programmes' pages stand
 * @param {() => void} close called when the reader has seen enough
 */
export function drawComparison(place, items, folder, close) {
  const rows = compared(items);
  const heading = element("h2", { id: "_so_sanh", tabindex: "-1" }, `So sánh ${items.length} mục`);
  const table = tableOf(items, rows, folder);
  const attributes = { class: "comparison__box", role: "region", "aria-labelledby": heading.id, tabindex: "0" };
  const box = element("div", attributes, table);
  const closing = element("p", { class: "actions" }, button("button", close, "Đóng so sánh"));
  place.replaceChildren(heading, summaryOf(rows, table), box, ...unknownOf(items), closing);
  place.hidden = false;
  heading.focus();
}

/** @param {Item[]} items */
function unknownOf(items) {
  const labels = unknownIn(items).join(", ");
  return labels ? [element("p", { class: "meta" }, `Chưa có thông tin ở mọi mục: ${labels}.`)] : [];
}

/** @param {Row[]} rows @param {HTMLElement} table */
function summaryOf(rows, table) {
  const number = (/** @type {Sort} */ wanted) => rows.filter(({ sort }) => sort === wanted).length;
  const hide = element("input", { type: "checkbox" });
  hide.addEventListener("change", () => table.classList.toggle("comparison--shortened", hide.checked));
  const label = element("label", { class: "my-list__choice" }, hide, "Ẩn điều giống nhau");
  const [differing, same, partly] = [number("differing"), number("same"), number("partly")];
  const words = `${differing} điều khác nhau, ${same} điều giống nhau, ${partly} điều chưa đủ thông tin để so.`;
  return element("div", { class: "comparison__summary" }, element("p", {}, words), label);
}

/** @param {Item[]} items @param {Row[]} rows @param {string} folder */
function tableOf(items, rows, folder) {
  const heads = items.map((item) => {
    const link = element("a", { href: folder + item.address }, element("bdi", {}, nameOf(item)));
    return element("th", { scope: "col" }, link);
  });
  const names = items.map((item, at) => `${at + 1}. ${shortened(nameOf(item))}`);
  return element(
    "table", { class: "data comparison" },
    element("caption", {}, "Từng điều của mỗi mục"),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Điều so sánh"), ...heads)),
    element("tbody", {}, ...rows.map((row) => rowOf(row, names))),
  );
}

/** @param {string} text */
const shortened = (text) => (text.length > SHORT ? `${text.slice(0, SHORT).trim()}…` : text);

/** @param {Row} row @param {string[]} names */
function rowOf({ label, values, sort }, names) {
  const mark = element("span", { class: "comparison__mark" }, MARKS[sort]);
  const cells = values.map((texts, at) => element("td", { "data-label": names[at] }, ...textsOf(texts)));
  return element("tr", { class: sort }, element("th", { scope: "row" }, label, mark), ...cells);
}
