// What all published columns have in common.

/** @import { Record } from "./records.js" */

/** What a reader is told where data is not what the site published. */
export const BROKEN = "Dữ liệu tra cứu tải không trọn vẹn. Hãy tải lại trang.";

/** @param {unknown} whole @returns {asserts whole} */
export function checked(whole) {
  if (!whole) throw new Error(BROKEN);
}

/** @param {string} text */
export const lines = (text) => text.split("\n");
/** @param {string} text */
export const numbers = (text) => (text ? text.split(" ").map(Number) : []);
/** @param {Record[]} records */
export const programsOf = (records) => records.filter((record) => record.kind === "program");

/** @param {number[]} steps */
export function positionsOf(steps) {
  let position = 0;
  return steps.map((step) => (position += step));
}
