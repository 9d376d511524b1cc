// The list of results as a table for spreadsheets, with the notice of the site below it.

import { nearestOf } from "../../common/classes.js";
import { dayInWords } from "../../common/words.js";
import { classesOf, standingOf, timeOf } from "./standing.js";
import { kindOf, labelOf } from "./words.js";

/**
 * @import { Result } from "../engine/session.js"
 * @import { Known } from "./parts.js"
 *
 * What the table needs besides the results: the notice of the site as well, and the address that shows the same list.
 * @typedef {Known & {notice: string, address: string}} About
 */

const AMOUNTS = ["Chỉ tiêu", "Đã thực hiện", "Số liệu"];
const HEADS = [
  "Tên", "Loại", "Đối tượng", "Đơn vị chủ trì", "Năm", "Thời gian", "Hạn gửi danh sách", "Địa điểm", ...AMOUNTS,
  "Tình trạng", "Mức độ xác minh", "Địa chỉ trang",
];

/**
 * The text of the table. It opens with a byte order mark, without which Excel takes it for another encoding.
 * @param {Result[]} results
 * @param {About} about
 */
export function csvOf(results, about) {
  const rows = results.map((result) => rowOf(result, about));
  const last = [[], [about.notice], [`Danh sách này: ${about.address}`]];
  return `\uFEFF${[HEADS, ...rows, ...last].map(lineOf).join("\r\n")}\r\n`;
}

/** @type {(result: Result, about: About) => string[]} */
function rowOf(result, { root, labels, today }) {
  const { title, kind, groups, lead, times, venue, amounts, verification, url } = result;
  const classes = classesOf(result, today);
  const deadline = dayInWords(nearestOf(classes.ahead)?.deadline ?? "");
  const level = labelOf(labels, "verification", verification) ?? "";
  return [
    title, kindOf(kind), groups.join("; "), lead, times.years ?? "", timeOf(result, classes), deadline, venue,
    ...AMOUNTS.map((sort) => amounts[sort] ?? ""),
    standingOf(result, classes, today).words, level, new URL(url, root).href,
  ];
}

/** @type {(cells: string[]) => string} */
const lineOf = (cells) => cells.map(cellOf).join(",");

// A spreadsheet takes what begins with one of these signs for a formula.
/** @type {(text: string) => string} */
const cellOf = (text) => `"${text.replace(/^(?=[=+\-@＝＋－＠\s])/, "'").replaceAll('"', '""')}"`;

/**
 * Hands a text to the reader as a file.
 * @param {string} name
 * @param {string} text
 */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
