// Draws two or three items of a list side by side. How they stand to one another is said in words, and what is the same can be hidden.

import { button, element } from "../common/element.js";
import { compared, unknownIn } from "./comparison.js";
import { nameOf } from "./items.js";
import { textsOf } from "./table.js";

const SHORT = 32;
const MARKS = { differing: "≠ Khác nhau", same: "= Giống nhau", partly: "Chưa đủ thông tin" };

/**
 * Puts the comparison into its place and the focus on its heading.
 * @param {HTMLElement} place
 * @param {import("./items.js").Item[]} items
 * @param {string} folder where the programmes' pages stand
 * @param {function(): void} close called when the reader has seen enough
 */
export function drawComparison(place, items, folder, close) {
  const rows = compared(items);
  const heading = element("h2", { id: "_so_sanh", tabindex: "-1" }, `So sánh ${items.length} mục`);
  const table = tableOf(items, rows, folder);
  const unknown = unknownIn(items);
  const told = unknown.length > 0 ? [element("p", { class: "meta" }, `Chưa có thông tin ở mọi mục: ${unknown.join(", ")}.`)] : [];
  const box = element("div", { class: "comparison__box", role: "region", "aria-labelledby": heading.id, tabindex: "0" }, table);
  place.replaceChildren(heading, summaryOf(rows, table), box, ...told, element("p", { class: "actions" }, button("button", close, "Đóng so sánh")));
  place.hidden = false;
  heading.focus();
}

function summaryOf(rows, table) {
  const number = (wanted) => rows.filter(({ sort }) => sort === wanted).length;
  const hide = element("input", { type: "checkbox" });
  hide.addEventListener("change", () => table.classList.toggle("comparison--shortened", hide.checked));
  const label = element("label", { class: "my-list__choice" }, hide, "Ẩn điều giống nhau");
  return element("div", { class: "comparison__summary" }, element("p", {}, `${number("differing")} điều khác nhau, ${number("same")} điều giống nhau, ${number("partly")} điều chưa đủ thông tin để so.`), label);
}

function tableOf(items, rows, folder) {
  const heads = items.map((item) => element("th", { scope: "col" }, element("a", { href: folder + item.address }, element("bdi", {}, nameOf(item)))));
  const names = items.map((item, at) => `${at + 1}. ${shortened(nameOf(item))}`);
  return element(
    "table", { class: "data comparison" },
    element("caption", {}, "Từng điều của mỗi mục"),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Điều so sánh"), ...heads)),
    element("tbody", {}, ...rows.map((row) => rowOf(row, names))),
  );
}

const shortened = (text) => (text.length > SHORT ? `${text.slice(0, SHORT).trim()}…` : text);

function rowOf({ label, values, sort }, names) {
  const cells = values.map((texts, at) => element("td", { "data-label": names[at] }, ...textsOf(texts)));
  return element("tr", { class: sort }, element("th", { scope: "row" }, label, element("span", { class: "comparison__mark" }, MARKS[sort])), ...cells);
}
