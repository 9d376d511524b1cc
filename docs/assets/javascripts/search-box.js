// The box of search in the header and on the home page: the first results drop down while one types. The form under it works without.
// Until the box is used, nothing but this is loaded.

import { element, markedTitle } from "./element.js";
import { onSlash } from "./slash-key.js";

const MOST = 6;
const root = new URL("../../", import.meta.url).href;
let opened;

// The client and its words, loaded once for all boxes of a page.
function open() {
  opened ??= Promise.all([import("./search-client.js"), import("./search-words.js"), import("./moment.js")]).then(([client, words, moment]) => ({
    ask: client.newestOnly(client.openSearch(root).ask),
    words,
    today: moment.dayOf(new Date()),
  }));
  return opened;
}

function openBox(form, number) {
  const input = form.elements.q;
  const list = element("div", { id: `_goi-y-${number}`, class: "search-box__list", role: "listbox", "aria-label": "Gợi ý", hidden: true });
  const said = element("p", { class: "unseen", role: "status" });
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  form.append(list, said);
  const box = { form, input, list, said, active: -1 };
  input.addEventListener("focus", () => open().catch(() => {}), { once: true });
  input.addEventListener("input", () => suggest(box));
  input.addEventListener("keydown", (event) => press(box, event));
  form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || close(box));
  // A press on the list must not take the focus from the box before it is followed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

const isOpen = ({ list }) => !list.hidden;
const options = ({ list }) => [...list.querySelectorAll("[role=option]")];

async function suggest(box) {
  const query = box.input.value;
  if (!query.trim()) return close(box);
  try {
    const { ask, words, today } = await open();
    const answer = await ask(query, { limit: MOST, today });
    if (answer && query === box.input.value && box.form.contains(document.activeElement)) drop(box, answer, words);
  } catch {
    // The form still leads to the page, which says what is wrong.
    close(box);
  }
}

function drop(box, { total, results }, { kindOf, counted }) {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => group(kindOf(kind), results.filter((result) => result.kind === kind)));
  const address = `${box.form.action}?q=${encodeURIComponent(box.input.value)}`;
  const last = total > 0 ? `Xem tất cả ${counted(total)} kết quả` : "Không có gợi ý; mở trang tra cứu";
  box.list.replaceChildren(...groups, option(address, "search-box__all", last));
  options(box).forEach((each, at) => (each.id = `${box.list.id}-${at}`));
  box.list.hidden = false;
  box.input.setAttribute("aria-expanded", "true");
  activate(box, -1);
  clearTimeout(box.telling);
  box.telling = setTimeout(() => (box.said.textContent = total > 0 ? `${counted(total)} kết quả, dùng phím mũi tên để chọn` : "Không có kết quả"), PAUSE_OF_TELLING);
}

const PAUSE_OF_TELLING = 800;

function group(name, results) {
  const heading = element("p", { class: "search-box__kind", role: "presentation" }, name);
  return element("div", { role: "group", "aria-label": name }, heading, ...results.map(({ url, title, highlights }) => option(new URL(url, root).href, undefined, markedTitle(title, highlights))));
}

const option = (address, look, ...children) => element("a", { href: address, class: look, role: "option", tabindex: "-1", "aria-selected": "false" }, ...children);

function close(box) {
  box.list.hidden = true;
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
  box.active = -1;
  clearTimeout(box.telling);
  box.said.textContent = "";
}

// Makes one option the active one; -1 is the box itself.
function activate(box, at) {
  box.active = at;
  options(box).forEach((each, place) => each.setAttribute("aria-selected", String(place === at)));
  const chosen = options(box)[at];
  if (!chosen) return box.input.removeAttribute("aria-activedescendant");
  box.input.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function press(box, event) {
  if (event.isComposing) return;
  const keys = { ArrowDown: () => step(box, 1), ArrowUp: () => step(box, -1), Enter: () => follow(box), Escape: () => escape(box) };
  if (keys[event.key]?.()) event.preventDefault();
}

// Round and round: the box, the options, the box.
function step(box, by) {
  if (!isOpen(box)) suggest(box);
  else activate(box, ((box.active + 1 + by + options(box).length + 1) % (options(box).length + 1)) - 1);
  return true;
}

function follow(box) {
  const chosen = isOpen(box) && options(box)[box.active];
  if (chosen) chosen.click();
  return Boolean(chosen);
}

function escape(box) {
  if (isOpen(box)) close(box);
  else if (box.input.value) box.input.value = "";
  else return showBox(false);
  return true;
}

// On a phone the box in the header stands behind a button.

const toggle = document.querySelector("[data-search-toggle]");

function showBox(wanted) {
  if (!toggle || (toggle.getAttribute("aria-expanded") === "true") === wanted) return false;
  toggle.setAttribute("aria-expanded", String(wanted));
  document.getElementById(toggle.getAttribute("aria-controls")).classList.toggle("site-search--open", wanted);
  if (!wanted) toggle.focus();
  return true;
}

const boxes = document.querySelectorAll("[data-search-box]");
boxes.forEach(openBox);

function enter() {
  if (boxes[0].checkVisibility?.() === false) showBox(true);
  boxes[0].elements.q.select();
  boxes[0].elements.q.focus();
}

if (boxes.length > 0) onSlash(enter);
toggle?.addEventListener("click", () => (toggle.getAttribute("aria-expanded") === "true" ? showBox(false) : enter()));
