// Puts a star to every programme that a page marks with `data-program`, now or later, and to its classes; and the number of what is kept to the link of the list.

import { element } from "./element.js";
import { entryOf } from "./my-list.js";
import { follow, kept } from "./my-list-device.js";
import { LIST, starButton } from "./star.js";

const main = document.querySelector("main");
const isPageOfProgram = (place) => place.classList.contains("layout");

function markAll() {
  for (const place of main.querySelectorAll("[data-program]")) {
    const { program } = place.dataset;
    delete place.dataset.program;
    if (isPageOfProgram(place)) markPage(place, program);
    else place.firstElementChild.after(starButton(program, { name: place.firstElementChild.textContent.trim() }));
  }
}

function markPage(place, program) {
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

markAll();
new MutationObserver(markAll).observe(main, { childList: true, subtree: true });
count();
follow(count);
