// Days as the data writes them: YYYY, YYYY-MM or YYYY-MM-DD.

const DAY = 86_400_000;

/**
 * The reader's day as YYYY-MM-DD.
 * @param {Date} date
 */
export const dayOf = (date) => `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

/** @param {number} number */
const twoDigits = (number) => String(number).padStart(2, "0");

/**
 * The first day that a text can mean.
 * @param {string} text
 */
export const firstDay = (text) => (text.length === 10 ? text : `${text}-01-01`.slice(0, 10));

/**
 * The last day that a text can mean.
 * @param {string} text
 */
export function lastDay(text) {
  if (text.length === 10) return text;
  return text.length === 4 ? `${text}-12-31` : `${text}-${lastOfMonth(text)}`;
}

/** @param {string} month */
const lastOfMonth = (month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

/**
 * How many days lie between two days.
 * @param {string} from
 * @param {string} to
 */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * What the newest plan of the catalogue means to a reader in a year.
 * @param {number} readersYear
 * @param {number} newest
 */
export function newestPlan(readersYear, newest) {
  if (readersYear <= newest) return `Kế hoạch mới nhất: năm ${newest}.`;
  return `Danh mục chưa có kế hoạch năm ${readersYear}; mới nhất là năm ${newest}.`;
}
