// What the reader of a list must know before it: where it comes from, and what of it could not be read, is gone, has moved or did not load.

import { button, element } from "../common/element.js";
import { MOST } from "./entries.js";
import { FORBIDDEN } from "./device.js";

const MOST_NAMED = 10;

/**
 * Says what there is to say of a list.
 * @param {HTMLElement} place
 * @param {{sent?: Object, isForbidden: boolean, lasting: string[], gone: string[], moved: number, failed: string[]}} about
 *   `sent`: the list of a link as `readFragment` has it; `lasting`: sentences that stay; the rest: entries of which the catalogue has no page, and so on
 * @param {{takeOff: function(string[]): void, again: function(): void}} ways
 */
export function drawNotices(place, about, { takeOff, again }) {
  const { sent, isForbidden, lasting, gone, failed } = about;
  const sentences = [...(sent ? ofLink(about) : isForbidden ? [`${FORBIDDEN} Danh sách có trong một liên kết thì vẫn mở được.`] : []), ...lasting];
  const boxes = sentences.length > 0 ? [element("div", { class: "notice" }, ...sentences.map((sentence) => element("p", {}, sentence)))] : [];
  if (gone.length > 0) boxes.push(boxOf(`${gone.length} mục không còn trong danh mục: `, gone, !sent && button("button", () => takeOff(gone), "Bỏ các mục này khỏi danh sách")));
  if (failed.length > 0) boxes.push(boxOf(`Không tải được ${failed.length} mục, nên không hiện ở dưới: `, failed, button("button", again, "Thử lại")));
  place.replaceChildren(...boxes);
}

function* ofLink({ sent: { strange, surplus, missing }, moved }) {
  yield "Danh sách này nằm trong liên kết vừa mở, chưa lưu trên thiết bị. Danh sách của riêng bạn, nếu có, vẫn như cũ.";
  if (strange > 0) yield `Liên kết có ${strange} phần không phải là mục của danh mục; đã bỏ qua.`;
  if (surplus > 0) yield `Liên kết có quá nhiều mục: chỉ đọc ${MOST} mục đầu, bỏ ${surplus} mục sau.`;
  if (missing > 0) yield `Liên kết thiếu ${missing} mục ở cuối, có thể bị cắt khi gửi. Hãy xin gửi lại.`;
  if (moved > 0) yield movedWords(moved);
}

/** That entries stand at new addresses. */
export const movedWords = (number) => `${number} mục đã chuyển sang địa chỉ mới.`;

function boxOf(words, entries, way) {
  const named = entries.slice(0, MOST_NAMED).flatMap((entry, at) => [at > 0 ? ", " : "", element("code", {}, entry.replace("_", "#"))]);
  const rest = entries.length > MOST_NAMED ? ` và ${entries.length - MOST_NAMED} mục khác.` : ".";
  return element("div", { class: "notice notice--warning" }, element("p", {}, words, ...named, rest), ...(way ? [element("p", {}, way)] : []));
}
