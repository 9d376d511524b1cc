// A list of results that grows by a button: a phone does not draw thousands at once.

import { button, element } from "../common/element.js";
import { counted } from "../common/words.js";

const FIRST = 20;
const NEXT = 100;

/**
 * The first items, and a button for more.
 * @template T
 * @param {string} name
 * @param {T[]} all
 * @param {number | undefined} length how long the list was for somebody who comes back to it
 * @param {(each: T) => HTMLElement} itemOf
 */
export function growing(name, all, length, itemOf) {
  const items = (/** @type {number} */ from, /** @type {number} */ to) => all.slice(from, to).map(itemOf);
  const first = items(0, Math.max(FIRST, length ?? 0));
  const list = element("ul", { class: "records", "data-list": name }, ...first);
  const rest = () => all.length - list.children.length;
  if (rest() === 0) return [list];
  const more = button("button", () => {
    const before = list.children.length;
    list.append(...items(before, before + NEXT));
    if (rest() === 0) more.remove();
    else label();
    list.children[before].querySelector("a")?.focus();
  });
  const label = () => (more.textContent = `Xem thêm (còn ${counted(rest())})`);
  label();
  return [list, more];
}
