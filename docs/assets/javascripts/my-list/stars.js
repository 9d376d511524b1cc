// Puts a star to every programme that a page marks with `data-program`, now or later, and to its classes; and the number of what is kept to the link of the list.

import { element } from "../common/element.js";
import { entryOf } from "./entries.js";
import { follow, kept } from "./device.js";
import { LIST, starButton } from "./star.js";

const MARK = "[data-program]";
const main = document.querySelector("main");

const marksIn = (node) => (node instanceof Element ? [...(node.matches(MARK) ? [node] : []), ...node.querySelectorAll(MARK)] : []);

// Once: what is taken out and put in again has its star.
function star(place) {
  const { program } = place.dataset;
  if (!program) return;
  delete place.dataset.program;
  if (place.matches(".layout")) starPage(place, program);
  else place.firstElementChild.after(starButton(program, { name: place.firstElementChild.textContent.trim() }));
}

function starPage(place, program) {
  place.querySelector(".actions").prepend(starButton(program, { isWhole: true }));
  for (const row of place.querySelectorAll("tr[id]")) {
    const [name] = row.children;
    name.append(" ", starButton(entryOf(program, row.id), { name: name.textContent.trim() }));
  }
}

function count() {
  const number = kept().entries.length;
  for (const link of [...document.querySelectorAll(".site-header a")].filter(({ href }) => href === LIST)) {
    link.querySelector(".site-header__count")?.remove();
    if (number > 0) link.append(element("span", { class: "site-header__count" }, `\u00a0(${number})`));
  }
}

marksIn(main).forEach(star);
new MutationObserver((changes) => changes.flatMap(({ addedNodes }) => [...addedNodes].flatMap(marksIn)).forEach(star)).observe(main, { childList: true, subtree: true });
count();
follow(count);
