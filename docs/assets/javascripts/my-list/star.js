// The star that keeps a programme or a class in «Danh sách của tôi», wherever it stands: one button, pressed while its
// entry is in the list.

import { element } from "../common/element.js";
import { ROOT } from "../common/root.js";
import { follow, kept, toggle } from "./device.js";

/** Where the list stands. */
export const LIST = new URL("danh-sach-cua-toi/", ROOT).href;

const said = element("span", { class: "star-said" });
// Stands in the page from the beginning: what comes with its words at once is often not read aloud.
const status = element("p", { class: "unseen", role: "status" });
document.body.append(status);

/**
 * The button of an entry.
 * @param {string} entry
 * @param {{name?: string, isWhole?: boolean}} words what it keeps, for those who do not see where it stands; whether
 *   all its words are shown
 */
export function starButton(entry, { name = "", isWhole = false }) {
  const button = element(
    "button", { type: "button", class: "button star", "data-star": entry },
    element("span", { "aria-hidden": "true" }), element("span", { class: "star__word" }),
    element("span", { class: isWhole ? undefined : "unseen" }, ` vào danh sách${name && `: ${name}`}`),
  );
  show(button, kept().entries.includes(entry));
  return button;
}

/** @param {HTMLElement} button @param {boolean} isKept */
function show(button, isKept) {
  const [sign, word] = button.children;
  sign.textContent = isKept ? "★" : "☆";
  word.textContent = isKept ? "Đã lưu" : "Lưu";
  button.setAttribute("aria-pressed", String(isKept));
  button.title = isKept ? "Bỏ khỏi danh sách" : "Lưu vào danh sách";
}

/** @param {HTMLElement} button @param {string} entry */
function press(button, entry) {
  const refusal = toggle(entry);
  const { entries } = kept();
  const done = entries.includes(entry) ? "Đã lưu. " : "Đã bỏ khỏi danh sách. ";
  const link = element("a", { href: LIST }, `Xem danh sách (${entries.length})`);
  button.after(said);
  said.replaceChildren(...(refusal ? [refusal] : [done, link]));
  status.textContent = refusal || done;
}

document.addEventListener("click", ({ target }) => {
  /** @type {HTMLElement | null} */
  const button = target instanceof Element ? target.closest("[data-star]") : null;
  if (button?.dataset.star) press(button, button.dataset.star);
});

follow(() => {
  const { entries } = kept();
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll("[data-star]");
  for (const button of buttons) show(button, entries.includes(button.dataset.star ?? ""));
});
