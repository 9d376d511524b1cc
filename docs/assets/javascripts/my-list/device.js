// Where «Danh sách của tôi» is kept: the reader's device and nowhere else. Whatever changes it is told to all parts of
// the page, and to other pages that are open.

import { MOST, joined, readKept, writeKept } from "./entries.js";

const KEY = "my-list";
const CHANGED = "my-list-changed";

/** Said where the device keeps nothing. */
export const FORBIDDEN = "Trình duyệt này không cho trang lưu lại gì, nên không lưu được danh sách trên thiết bị.";
const NO_ROOM = "Bộ nhớ mà trình duyệt dành cho trang đã đầy, nên chưa lưu được.";

/** The list as it is kept now; `isForbidden` where the device may hold one that it does not show. */
export function kept() {
  try {
    return { ...readKept(localStorage.getItem(KEY)), isForbidden: false };
  } catch {
    return { entries: [], lost: false, isForbidden: true };
  }
}

/**
 * Keeps a list.
 * @param {string[]} entries
 * @param {boolean} [lost] whether a part of it could not be read, and that has not been said yet
 * @returns {string} the sentence that says why it could not, else nothing
 */
export function keep(entries, lost = false) {
  try {
    if (entries.length > 0 || lost) localStorage.setItem(KEY, writeKept(entries, lost));
    else localStorage.removeItem(KEY);
  } catch (error) {
    return error instanceof Error && /quota/i.test(error.name) ? NO_ROOM : FORBIDDEN;
  }
  dispatchEvent(new Event(CHANGED));
  return "";
}

/**
 * Puts an entry into the list, or takes it off where it is in it.
 * @param {string} entry
 * @returns {string} the sentence that says why it could not, else nothing
 */
export function toggle(entry) {
  const { entries, lost, isForbidden } = kept();
  if (isForbidden) return FORBIDDEN;
  if (entries.includes(entry)) return keep(entries.filter((each) => each !== entry), lost);
  const { entries: more, left } = joined(entries, [entry]);
  return left > 0 ? `Danh sách đã đủ ${MOST} mục. Bỏ bớt mục rồi lưu tiếp.` : keep(more, lost);
}

/**
 * Calls `listener` whenever the list may have changed: here, in another page, or while this one was out of sight.
 * @param {() => void} listener
 */
export function follow(listener) {
  addEventListener(CHANGED, listener);
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && listener());
  addEventListener("pageshow", ({ persisted }) => persisted && listener());
}
