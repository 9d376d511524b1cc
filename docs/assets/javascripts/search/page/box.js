// The box of search in the header and on the home page: the first results drop down while one types. The form under it
// works without. Until the box is used, nothing but this is loaded.

import { element, elementIn, markedTitle } from "../../common/element.js";
import { ROOT } from "../../common/root.js";
import { onSlash } from "../../common/slash-key.js";
import { today } from "../../common/today.js";

/**
 * @import { Answer } from "../engine/engine.js"
 * @import { Result } from "../engine/session.js"
 *
 * @typedef {ReturnType<typeof import("./suggestions.js").openSuggestions>} Search
 *
 * A box: the elements of it, the option that is active (-1: the input itself), the number of the newest question, and
 * what has a screen reader told.
 * @typedef {{
 *   form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement, said: HTMLElement, active: number, turn: number,
 *   say?: (words: string) => void,
 * }} Box
 */

const MOST = 6;
// How much there is, nobody knows before all of the data is there.
const WAITING = "Đang tải thêm dữ liệu; mở trang tra cứu";
/** @type {Box[]} */
const boxes = [];
/** @type {Promise<Search> | undefined} */
let opened;

// Loaded once for all boxes of a page.
function open() {
  opened ??= import("./suggestions.js").then(({ openSuggestions }) => openSuggestions(renew));
  return opened;
}

/** @param {HTMLFormElement} form @param {number} number */
function openBox(form, number) {
  const list = element("div", {
    id: `_goi-y-${number}`, class: "search-box__list", role: "listbox", "aria-label": "Gợi ý", hidden: true,
  });
  const said = element("p", { class: "unseen", role: "status" });
  /** @type {HTMLInputElement} */
  const input = elementIn(form, "[name=q]");
  const attributes = {
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  form.append(list, said);
  const box = { form, input, list, said, active: -1, turn: 0 };
  boxes.push(box);
  listen(box);
}

/** @param {Box} box */
function listen(box) {
  const { form, input, list } = box;
  input.addEventListener("focus", () => open().catch(() => {}), { once: true });
  input.addEventListener("input", () => suggest(box));
  input.addEventListener("keydown", (event) => press(box, event));
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && list.contains(relatedTarget))) close(box);
  });
  // A press on the list must not take the focus from the box before it is followed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

/** @param {Box} box */
const isOpen = ({ list }) => !list.hidden;
/** @type {(box: Box) => HTMLElement[]} */
const options = ({ list }) => Array.from(list.querySelectorAll("[role=option]"));

// What comes after another letter, after an arrow or Escape, or after the focus has gone is no longer wanted.
/** @param {Box} box */
async function suggest(box) {
  const query = box.input.value;
  if (!query.trim()) return close(box);
  box.turn += 1;
  const { turn } = box;
  try {
    const search = await open();
    box.say ??= search.openAnnouncer(box.said);
    const answer = await search.ask(query, { limit: MOST, today: today() });
    if (answer && turn === box.turn && document.activeElement === box.input) drop(box, answer, search);
  } catch {
    // The form still leads to the page, which says what is wrong.
    close(box);
  }
  return undefined;
}

// With more of the data more is found, and in a better order.
function renew() {
  for (const box of boxes) if (isOpen(box) && box.active < 0) suggest(box);
}

/** @param {Box} box @param {Answer<Result>} answer @param {Search} search */
function drop(box, answer, { kindOf, countInWords, waits }) {
  const { results } = answer;
  const found = answer.total > 0 ? countInWords(answer) : undefined;
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => group(kindOf(kind), results.filter((result) => result.kind === kind)));
  const address = `${box.form.action}?q=${encodeURIComponent(box.input.value)}`;
  const all = waits() ? WAITING : found ? `Xem tất cả ${found}` : "Không có gợi ý; mở trang tra cứu";
  box.list.replaceChildren(...groups, option(address, "search-box__all", all));
  options(box).forEach((each, at) => (each.id = `${box.list.id}-${at}`));
  box.list.hidden = false;
  box.input.setAttribute("aria-expanded", "true");
  activate(box, -1);
  if (!waits()) box.say?.(found ? `${found}, dùng phím mũi tên để chọn` : "Không có kết quả");
}

/** @param {string} name @param {Result[]} results */
function group(name, results) {
  const heading = element("p", { class: "search-box__kind", role: "presentation" }, name);
  const links = results.map(({ url, title, highlights }) => {
    return option(new URL(url, ROOT).href, undefined, markedTitle(title, highlights));
  });
  return element("div", { role: "group", "aria-label": name }, heading, ...links);
}

/** @param {string} address @param {string | undefined} look @param {Node | string} words */
function option(address, look, words) {
  const attributes = { href: address, class: look, role: "option", tabindex: "-1", "aria-selected": "false" };
  return element("a", attributes, words);
}

/** @param {Box} box */
function close(box) {
  box.list.hidden = true;
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
  box.active = -1;
  box.turn += 1;
  box.say?.("");
}

// Makes one option the active one; -1 is the box itself.
/** @param {Box} box @param {number} at */
function activate(box, at) {
  box.active = at;
  options(box).forEach((each, place) => each.setAttribute("aria-selected", String(place === at)));
  const chosen = options(box)[at];
  if (!chosen) return box.input.removeAttribute("aria-activedescendant");
  box.input.setAttribute("aria-activedescendant", chosen.id);
  return chosen.scrollIntoView({ block: "nearest" });
}

/** @param {Box} box @param {KeyboardEvent} event */
function press(box, event) {
  if (event.isComposing) return;
  /** @type {{[key: string]: () => boolean}} whether the key did anything */
  const keys = {
    ArrowDown: () => step(box, 1),
    ArrowUp: () => step(box, -1),
    Enter: () => follow(box),
    Escape: () => escape(box),
  };
  if (keys[event.key]?.()) event.preventDefault();
}

// Round and round: the box, the options, the box. Whoever chooses keeps the list.
/** @param {Box} box @param {number} by */
function step(box, by) {
  if (isOpen(box)) {
    const places = options(box).length + 1;
    box.turn += 1;
    activate(box, ((box.active + 1 + by + places) % places) - 1);
  } else suggest(box);
  return true;
}

/** @param {Box} box */
function follow(box) {
  const chosen = isOpen(box) ? options(box)[box.active] : undefined;
  chosen?.click();
  return Boolean(chosen);
}

/** @param {Box} box */
function escape(box) {
  if (isOpen(box)) close(box);
  else if (box.input.value) box.input.value = "";
  else return showBox(false);
  return true;
}

// On a phone the box in the header stands behind a button.

/** @type {HTMLElement | null} */
const toggle = document.querySelector("[data-search-toggle]");
const isShown = () => toggle?.getAttribute("aria-expanded") === "true";

/** @param {boolean} wanted */
function showBox(wanted) {
  if (!toggle || isShown() === wanted) return false;
  toggle.setAttribute("aria-expanded", String(wanted));
  const box = document.getElementById(toggle.getAttribute("aria-controls") ?? "");
  box?.classList.toggle("site-search--open", wanted);
  if (!wanted) toggle.focus();
  return true;
}

function enter() {
  const [{ form, input }] = boxes;
  if (form.checkVisibility?.() === false) showBox(true);
  input.select();
  input.focus();
}

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll("[data-search-box]");
forms.forEach(openBox);
if (boxes.length > 0) onSlash(enter);
toggle?.addEventListener("click", () => (isShown() ? showBox(false) : enter()));
