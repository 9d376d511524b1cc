// What a day makes of a plan or a class. Days are texts as the data has them: YYYY, YYYY-MM or YYYY-MM-DD.

const DAY = 24 * 60 * 60 * 1000;

/** The reader's day as YYYY-MM-DD. */
export function dayOf(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first day that a text can mean. */
export const firstDay = (text) => `${text}-01-01`.slice(0, 10);

/** The last day that a text can mean. */
export const lastDay = (text) => ({ 4: `${text}-12-31`, 7: `${text}-${lastOfMonth(text)}` })[text.length] ?? text;
const lastOfMonth = (month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * What a plan or class has come to on a day: its phase and its words; undefined where its dates tell nothing.
 * `planned` holds the years of a plan whose results nobody has told. A class without an end counts as past from the year after its start.
 * @param {string} today
 * @param {{start?: string, end?: string, deadline?: string, year?: string, planned?: string}} times
 */
export function stateOn(today, { start, end, deadline, year, planned }) {
  const over = end ?? start?.slice(0, 4) ?? (planned === undefined ? undefined : year);
  if (over && today > lastDay(over)) return { phase: "past", words: wordsOfPast(planned, end, over.slice(0, 4)) };
  if (deadline && today <= firstDay(deadline)) return { phase: "open", words: wordsOfDeadline(today, deadline) };
  if (!start) return deadline && today > lastDay(deadline) ? { phase: "closed", words: "Hết hạn gửi danh sách" } : undefined;
  if (today < firstDay(start)) return { phase: "soon", words: "Sắp khai giảng" };
  if (today < lastDay(start)) return undefined;
  return { phase: "running", words: end ? "Đang học" : "Đã khai giảng" };
}

/** Where something stands on a day, in words: those of its state where the day tells nothing. `state` holds what `stateOn` takes, with its text and sort. */
export function standingOn(today, state) {
  const { phase = "", words = state.text } = stateOn(today, state) ?? {};
  return { words, phase, sort: state.sort };
}

function wordsOfPast(planned, end, year) {
  if (planned !== undefined) return `Kế hoạch ${planned || year}, chưa có thông tin kết quả`;
  return end ? "Đã kết thúc" : `Đã khai giảng năm ${year}`;
}

// Days are counted only to a day: a deadline that is a month or a year is told as not yet over until it may be.
function wordsOfDeadline(today, deadline) {
  if (today === deadline) return "Hôm nay hết hạn gửi danh sách";
  return deadline.length === 10 ? `Còn ${daysBetween(today, deadline)} ngày gửi danh sách` : "Chưa hết hạn gửi danh sách";
}

/** What the newest plan of the catalogue means to a reader in a year. */
export function newestPlan(readersYear, newest) {
  return readersYear > newest ? `Danh mục chưa có kế hoạch năm ${readersYear}; mới nhất là năm ${newest}.` : `Kế hoạch mới nhất: năm ${newest}.`;
}
