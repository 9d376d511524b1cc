// What the reader of a list must know before it: where it comes from, and what of it could not be read, is gone, has
// moved or did not load.

import { button, element } from "../common/element.js";
import { FORBIDDEN } from "./device.js";
import { MOST } from "./entries.js";

/**
 * @import { Child } from "../common/element.js"
 * @import { Sent } from "./link.js"
 *
 * What there is to say of a list: the link that it came with, if it did; sentences that stay; the entries of which the
 * catalogue has no page, how many have moved, and those that did not load.
 * @typedef {{
 *   sent?: Sent, isForbidden: boolean, lasting: string[], gone: string[], moved: number, failed: string[],
 * }} About
 */

const MOST_NAMED = 10;

/**
 * Says what there is to say of a list.
 * @param {HTMLElement} place
 * @param {About} about
 * @param {{takeOff: (entries: string[]) => void, again: () => void}} ways
 */
export function drawNotices(place, about, { takeOff, again }) {
  const { sent, gone, failed } = about;
  const sentences = sentencesOf(about).map((sentence) => element("p", {}, sentence));
  const boxes = sentences.length > 0 ? [element("div", { class: "notice" }, ...sentences)] : [];
  if (gone.length > 0) {
    const ways = sent ? [] : [button("button", () => takeOff(gone), "Bỏ các mục này khỏi danh sách")];
    boxes.push(boxOf(`${gone.length} mục không còn trong danh mục: `, gone, ways));
  }
  if (failed.length > 0) {
    const words = `Không tải được ${failed.length} mục, nên không hiện ở dưới: `;
    boxes.push(boxOf(words, failed, [button("button", again, "Thử lại")]));
  }
  place.replaceChildren(...boxes);
}

/** @param {About} about */
function sentencesOf({ sent, isForbidden, moved, lasting }) {
  if (sent) return [...ofLink(sent, moved), ...lasting];
  const forbidden = `${FORBIDDEN} Danh sách có trong một liên kết thì vẫn mở được.`;
  return isForbidden ? [forbidden, ...lasting] : lasting;
}

/** @type {(sent: Sent, moved: number) => Generator<string>} */
function* ofLink({ strange, surplus, missing, isDamaged }, moved) {
  if (isDamaged) {
    yield "Liên kết bị hỏng khi gửi nên không đọc được danh sách nào trong đó. Hãy xin gửi lại.";
    return;
  }
  yield "Danh sách này nằm trong liên kết vừa mở, chưa lưu trên thiết bị. Danh sách của riêng bạn, nếu có, vẫn như cũ.";
  if (strange > 0) yield `Liên kết có ${strange} phần không phải là mục của danh mục; đã bỏ qua.`;
  if (surplus > 0) yield `Liên kết có quá nhiều mục: chỉ đọc ${MOST} mục đầu, bỏ ${surplus} mục sau.`;
  if (missing > 0) yield `Liên kết thiếu ${missing} mục ở cuối, có thể bị cắt khi gửi. Hãy xin gửi lại.`;
  if (moved > 0) yield movedWords(moved);
}

/**
 * That entries stand at new addresses.
 * @param {number} number
 */
export const movedWords = (number) => `${number} mục đã chuyển sang địa chỉ mới.`;

/** @param {string} words @param {string[]} entries @param {Child[]} ways */
function boxOf(words, entries, ways) {
  const named = entries.slice(0, MOST_NAMED).flatMap((entry, at) => {
    return [at > 0 ? ", " : "", element("code", {}, entry.replace("_", "#"))];
  });
  const rest = entries.length > MOST_NAMED ? ` và ${entries.length - MOST_NAMED} mục khác.` : ".";
  const parts = [element("p", {}, words, ...named, rest), ...ways.map((way) => element("p", {}, way))];
  return element("div", { class: "notice notice--warning" }, ...parts);
}
