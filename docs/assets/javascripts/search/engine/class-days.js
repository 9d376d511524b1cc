// The days of classes in words: as pages write them, and as readers type them.

import { dayInWords } from "../../common/words.js";

/**
 * @import { Class } from "./records.js"
 *
 * What is taken of a class, and one of its days with what that is called.
 * @typedef {Pick<Class, "start" | "end" | "deadline">} Dated
 * @typedef {{label: string, text: string}} NamedDay
 */

/**
 * The days of a class that are known, as pages write them.
 * @param {Dated} each
 * @returns {NamedDay[]}
 */
export function daysOf({ start, end, deadline }) {
  const days = [["Khai giảng", start], ["Bế giảng", end], ["Hạn gửi danh sách", deadline]].filter(([, day]) => day);
  return days.map(([label, day]) => ({ label, text: dayInWords(day) }));
}

/**
 * The days of classes in the writings that readers type, each once.
 * @param {Dated[]} classes
 */
export function daysAsTyped(classes) {
  /** @type {Set<string>} */
  const lines = new Set();
  for (const { start, end, deadline } of classes) {
    if (start) lines.add(startAsTyped(start));
    if (end) lines.add(otherAsTyped(end));
    if (deadline) lines.add(deadlineAsTyped(deadline));
  }
  return lines;
}

// 12-3-2026; ngày 12 tháng 3-2026. No «khai giảng», which would make «khai» a word that tells nothing, and no «năm»: a
// class that begins in a year makes no programme of that year.
const startAsTyped = remembered((day) => {
  const [year, month, date] = day.split("-").map(Number);
  const inWords = month ? `; ${date ? `ngày ${date} ` : ""}tháng ${month}-${year}` : "";
  return dayInWords(day) + inWords;
});
const otherAsTyped = remembered(dayInWords);
const deadlineAsTyped = remembered((day) => `Hạn gửi danh sách ${dayInWords(day)}`);

// Thousands of classes share their days.
/** @param {(day: string) => string} write */
function remembered(write) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return (/** @type {string} */ day) => {
    const line = known.get(day) ?? write(day);
    if (!known.has(day)) known.set(day, line);
    return line;
  };
}
