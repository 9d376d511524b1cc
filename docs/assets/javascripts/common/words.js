// How numbers, days and what somebody typed are written.

const MOST_REPEATED = 80;

/**
 * A number with points between its thousands.
 * @param {number} number
 */
export const counted = (number) => String(number).replaceAll(/\B(?=(\d{3})+$)/g, ".");

/**
 * A day as people write it: 2024-03-05 as 5-3-2024.
 * @param {string} day
 */
export const dayInWords = (day) => day.split("-").reverse().map((part) => part.replace(/^0/, "")).join("-");

/**
 * A text that somebody typed, as it is shown again: only the beginning of a long one, and nothing that turns the words
 * around it.
 * @param {string} text
 */
export function repeated(text) {
  const characters = [...text.trim().replaceAll(/\p{Bidi_Control}/gu, "")];
  return characters.length > MOST_REPEATED ? `${characters.slice(0, MOST_REPEATED).join("")}…` : characters.join("");
}

/**
 * The same in quotation marks.
 * @param {string} text
 */
export const quoted = (text) => `«${repeated(text)}»`;
