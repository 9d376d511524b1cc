// The list of results as a table for spreadsheets, with the notice of the site below it, and what it leaves out.

import { nearestOf } from "../../common/classes.js";
import { download } from "../../common/download.js";
import { classesOf, standingOf, tellingClass } from "./standing.js";
import { kindOf, labelOf } from "./words.js";

/**
 * @import { Result } from "../engine/session.js"
 * @import { Known } from "./parts.js"
 *
 * What the table needs besides the results: the notice of the site as well, what the numbers of a programme are called,
 * the address that shows the same list, and what it leaves out, in a sentence.
 * @typedef {Known & {notice: string, amounts: string[], address: string, leftOut: string}} About
 */

/**
 * The text of the table. It opens with a byte order mark, without which Excel takes it for another encoding.
 * @param {Result[]} results
 * @param {About} about
 */
export function csvOf(results, about) {
  const rows = results.map((result) => rowOf(result, about));
  const heads = (rows[0] ?? []).map(([head]) => head);
  const cells = rows.map((row) => row.map(([, cell]) => cell));
  const last = [about.notice, about.leftOut, `Danh sách này: ${about.address}`].filter(Boolean);
  return `\uFEFF${[heads, ...cells, [], ...last.map((words) => [words])].map(lineOf).join("\r\n")}\r\n`;
}

/** @type {(result: Result, about: About) => [head: string, cell: string][]} */
function rowOf(result, { root, labels, today, sort, amounts }) {
  const { title, kind, groups, lead, times, venue, verification, url } = result;
  const classes = classesOf(result, today);
  const { start = "", end = "" } = tellingClass(classes, sort) ?? {};
  return [
    ["Tên", title],
    ["Loại", kindOf(kind)],
    ["Đối tượng", groups.join("; ")],
    ["Đơn vị chủ trì", lead],
    ["Năm", times.years ?? ""],
    ["Từ ngày", dayInTable(start)],
    ["Đến ngày", dayInTable(end)],
    ["Hạn gửi danh sách", dayInTable(nearestOf(classes.ahead)?.deadline ?? "")],
    ["Địa điểm", venue],
    ...amounts.map((each) => /** @type {[string, string]} */ ([each, result.amounts[each] ?? ""])),
    ["Tình trạng", standingOf(result, classes, today).words],
    ["Mức độ xác minh", labelOf(labels, "verification", verification) ?? ""],
    ["Địa chỉ trang", new URL(url, root).href],
  ];
}

// A day as every spreadsheet reads it, whatever its language; of a month or a year, which one would turn into some day
// or a number, a text.
/** @param {string} day */
function dayInTable(day) {
  const [year, month] = day.split("-");
  if (day.length === "YYYY-MM-DD".length || !day) return day;
  return month ? `tháng ${Number(month)}-${year}` : `năm ${year}`;
}

/** @type {(cells: string[]) => string} */
const lineOf = (cells) => cells.map(cellOf).join(",");

// A spreadsheet takes what begins with one of these signs for a formula.
/** @type {(text: string) => string} */
const cellOf = (text) => `"${text.replace(/^(?=[=+\-@＝＋－＠\s])/, "'").replaceAll('"', '""')}"`;

/**
 * Hands the table to the reader as a file.
 * @type {(name: string, text: string) => void}
 */
export const downloadTable = (name, text) => download(name, text, "text/csv");
