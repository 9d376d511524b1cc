// The list of results as a table for spreadsheets, with the notice of the site below it.

import { classesOf, nearestOf, standingOf, timeOf } from "./standing.js";
import { dayInWords, kindOf, labelOf } from "./words.js";

const HEADS = [
  "Tên", "Loại", "Đối tượng", "Đơn vị chủ trì", "Năm", "Thời gian", "Hạn gửi danh sách", "Địa điểm", "Chỉ tiêu", "Tình trạng", "Mức độ xác minh", "Địa chỉ trang",
];

/** The text of the table. It opens with a byte order mark, without which Excel takes it for another encoding. */
export function csvOf(results, { root, labels, today, notice, address }) {
  const rows = results.map((result) => rowOf(result, { root, labels, today }));
  return `\ufeff${[HEADS, ...rows, [], [notice], [`Danh sách này: ${address}`]].map(lineOf).join("\r\n")}\r\n`;
}

function rowOf(result, { root, labels, today }) {
  const { title, kind, groups, lead, years, venue, amount, verification, url } = result;
  const classes = classesOf(result, today);
  const times = [years, timeOf(result, classes), dayInWords(nearestOf(classes.ahead)?.deadline ?? "")];
  const state = standingOf(result, classes, today)?.words ?? "";
  return [title, kindOf(kind), groups.join("; "), lead, ...times, venue, amount, state, labelOf(labels, "verification", verification) ?? "", new URL(url, root).href];
}

const lineOf = (cells) => cells.map(cellOf).join(",");

// A spreadsheet takes what begins with one of these signs for a formula.
const cellOf = (text) => `"${text.replace(/^(?=[=+\-@＝＋－＠\s])/, "'").replaceAll('"', '""')}"`;

/** Hands a text to the reader as a file. */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
