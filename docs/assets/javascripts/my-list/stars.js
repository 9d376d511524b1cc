// Puts a star to every programme that a page marks with `data-program`, now or later, and to its classes; and the
// number of what is kept to the link of the list.

import { element, elementIn } from "../common/element.js";
import { follow, kept } from "./device.js";
import { entryOf } from "./entries.js";
import { LIST, starButton } from "./star.js";

const MARK = "[data-program]";
const main = elementIn(document, "main");

/** @type {(node: Node) => HTMLElement[]} */
function marksIn(node) {
  if (!(node instanceof HTMLElement)) return [];
  /** @type {NodeListOf<HTMLElement>} */
  const inside = node.querySelectorAll(MARK);
  return [...(node.matches(MARK) ? [node] : []), ...inside];
}

// Once: what is taken out and put in again has its star.
/** @param {HTMLElement} place */
function star(place) {
  const { program } = place.dataset;
  if (!program) return;
  delete place.dataset.program;
  if (place.matches(".layout")) starPage(place, program);
  else starBeside(place.firstElementChild, program);
}

/** @param {Element | null} link @param {string} program */
function starBeside(link, program) {
  link?.after(starButton(program, { name: link.textContent?.trim() }));
}

/** @param {HTMLElement} place @param {string} program */
function starPage(place, program) {
  elementIn(place, ".actions").prepend(starButton(program, { isWhole: true }));
  for (const row of place.querySelectorAll("tr[id]")) {
    const [name] = row.children;
    name.append(" ", starButton(entryOf(program, row.id), { name: name.textContent?.trim() }));
  }
}

function count() {
  const number = kept().entries.length;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".site-header a");
  for (const link of [...links].filter(({ href }) => href === LIST)) {
    link.querySelector(".site-header__count")?.remove();
    if (number > 0) link.append(element("span", { class: "site-header__count" }, `\u00A0(${number})`));
  }
}

marksIn(main).forEach(star);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) [...addedNodes].flatMap(marksIn).forEach(star);
}).observe(main, { childList: true, subtree: true });
count();
follow(count);
