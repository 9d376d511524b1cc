// The button that hands the reader the list as a calendar, and what it says of that.

import { download } from "../common/download.js";
import { calendarOf } from "./calendar.js";

/**
 * @import { Item } from "./items.js"
 */

const FILE = "danh-sach-cua-toi.ics";
const NOTHING = "Chưa mục nào có đủ ngày, tháng, năm, nên chưa có gì để đưa vào lịch.";
const FAILED = "Chưa tạo được tệp lịch, vì không tải được lịch của một chương trình. Hãy thử lại.";

/**
 * Lets a button make the calendar of the items that are shown.
 * @param {HTMLElement} button
 * @param {() => Item[]} itemsShown
 * @param {(words: string) => void} say
 */
export function openCalendar(button, itemsShown, say) {
  button.addEventListener("click", async () => {
    try {
      const { text, events, undated } = await calendarOf(itemsShown());
      if (events > 0) download(FILE, text, "text/calendar");
      say(events > 0 ? madeInWords(events, undated) : NOTHING);
    } catch {
      say(FAILED);
    }
  });
}

/** @type {(events: number, undated: number) => string} */
function madeInWords(events, undated) {
  const left = undated > 0 ? ` ${undated} mục chưa có ngày nên không có trong đó.` : "";
  const later = "Mở tệp để thêm vào lịch. Tệp không tự cập nhật: tải lại thì mục cũ được thay, không bị trùng.";
  return `Đã tạo tệp ${FILE} có ${events} ngày học, hạn gửi danh sách.${left} ${later}`;
}
