// The box of search in the header and on the home page: the first results drop down while one types. The form under it works without.
// Until the box is used, nothing but this is loaded.

import { element, markedTitle } from "../../common/element.js";
import { ROOT } from "../../common/root.js";
import { onSlash } from "../../common/slash-key.js";

const MOST = 6;
const boxes = [];
let opened;

// The client and its words, loaded once for all boxes of a page.
function open() {
  opened ??= Promise.all([import("./client.js"), import("./words.js"), import("../../common/moment.js"), import("../../common/announce.js")]).then(begin);
  return opened;
}

function begin([{ newestOnly, openSearch }, words, { dayOf }, { openAnnouncer }]) {
  const client = openSearch(ROOT);
  for (const stage of ["facets", "details"]) client.reached(stage).then(renew, () => {});
  return { ask: newestOnly(client.ask), words, today: dayOf(new Date()), openAnnouncer };
}

function openBox(form, number) {
  const input = form.elements.q;
  const list = element("div", { id: `_goi-y-${number}`, class: "search-box__list", role: "listbox", "aria-label": "Gợi ý", hidden: true });
  const said = element("p", { class: "unseen", role: "status" });
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  form.append(list, said);
  const box = { form, input, list, said, active: -1, turn: 0 };
  boxes.push(box);
  input.addEventListener("focus", () => open().catch(() => {}), { once: true });
  input.addEventListener("input", () => suggest(box));
  input.addEventListener("keydown", (event) => press(box, event));
  form.addEventListener("focusout", ({ relatedTarget }) => list.contains(relatedTarget) || close(box));
  // A press on the list must not take the focus from the box before it is followed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

const isOpen = ({ list }) => !list.hidden;
const options = ({ list }) => [...list.querySelectorAll("[role=option]")];

// What comes after another letter, after an arrow or Escape, or after the focus has gone is no longer wanted.
async function suggest(box) {
  const query = box.input.value;
  if (!query.trim()) return close(box);
  const turn = (box.turn += 1);
  try {
    const { ask, words, today, openAnnouncer } = await open();
    box.say ??= openAnnouncer(box.said);
    const answer = await ask(query, { limit: MOST, today });
    if (answer && turn === box.turn && document.activeElement === box.input) drop(box, answer, words);
  } catch {
    // The form still leads to the page, which says what is wrong.
    close(box);
  }
}

// With more of the data more is found, and in a better order.
function renew() {
  for (const box of boxes) if (isOpen(box) && box.active < 0) suggest(box);
}

function drop(box, answer, { kindOf, countInWords }) {
  const { total, results } = answer;
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => group(kindOf(kind), results.filter((result) => result.kind === kind)));
  const address = `${box.form.action}?q=${encodeURIComponent(box.input.value)}`;
  const last = total > 0 ? `Xem tất cả ${countInWords(answer)}` : "Không có gợi ý; mở trang tra cứu";
  box.list.replaceChildren(...groups, option(address, "search-box__all", last));
  options(box).forEach((each, at) => (each.id = `${box.list.id}-${at}`));
  box.list.hidden = false;
  box.input.setAttribute("aria-expanded", "true");
  activate(box, -1);
  box.say(total > 0 ? `${countInWords(answer)}, dùng phím mũi tên để chọn` : "Không có kết quả");
}

function group(name, results) {
  const heading = element("p", { class: "search-box__kind", role: "presentation" }, name);
  return element("div", { role: "group", "aria-label": name }, heading, ...results.map(({ url, title, highlights }) => option(new URL(url, ROOT).href, undefined, markedTitle(title, highlights))));
}

const option = (address, look, ...children) => element("a", { href: address, class: look, role: "option", tabindex: "-1", "aria-selected": "false" }, ...children);

function close(box) {
  box.list.hidden = true;
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
  box.active = -1;
  box.turn += 1;
  box.say?.("");
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

// Round and round: the box, the options, the box. Whoever chooses keeps the list.
function step(box, by) {
  if (isOpen(box)) {
    box.turn += 1;
    activate(box, ((box.active + 1 + by + options(box).length + 1) % (options(box).length + 1)) - 1);
  } else suggest(box);
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

document.querySelectorAll("[data-search-box]").forEach(openBox);

function enter() {
  const [{ form, input }] = boxes;
  if (form.checkVisibility?.() === false) showBox(true);
  input.select();
  input.focus();
}

if (boxes.length > 0) onSlash(enter);
toggle?.addEventListener("click", () => (toggle.getAttribute("aria-expanded") === "true" ? showBox(false) : enter()));
