// The filters beside the results: a list of values for each facet with live counts, what is selected as chips, and on a
// phone a sheet that holds them.

import { button, element, elementIn, replace } from "../../common/element.js";
import { fold } from "../../common/fold.js";
import { counted } from "../../common/words.js";
import { choicesIn } from "./address.js";
import { UNKNOWN, labelOf, orderOf } from "./words.js";

/**
 * @import { Labels } from "../engine/records.js"
 * @import { Counts } from "../engine/narrowing.js"
 * @import { Filters, Names } from "./address.js"
 *
 * @typedef {(facet: string, code: string) => void} Toggle
 *
 * A value of a facet: its code, how many results have it, whether it is selected, what it is called.
 * @typedef {{code: string, count: number, isSelected: boolean, label: string}} Value
 *
 * The elements of a value.
 * @typedef {{item: HTMLElement, box: HTMLInputElement, words: HTMLElement, number: HTMLElement}} Box
 *
 * A facet: its fieldset with what was put into it, its values, the boxes that were made for them, how many are shown.
 * @typedef {{
 *   fieldset: HTMLFieldSetElement, name: string, code: string, boxes: Map<string, Box>, most: number, values: Value[],
 *   toggle: Toggle, search: HTMLInputElement, list: HTMLElement, more: HTMLButtonElement,
 * }} Facet
 *
 * `draw` shows how many results each value has and what is selected; `fail` says that there are no filters, unless
 * there are, and whether there are.
 * @typedef {{
 *   names: Names, fail: () => boolean,
 *   draw: (counts: {[facet: string]: Counts}, filters: Filters, labels: Labels) => void,
 * }} FilterList
 */

const SHOWN_AT_FIRST = 6;
const MORE_AT_ONCE = 50;
const LONG = 12;

/**
 * Takes charge of the fieldsets in a place.
 * @param {HTMLElement} filters
 * @param {Toggle} toggle called when a value is pressed
 * @returns {FilterList}
 */
export function openFilters(filters, toggle) {
  const facets = fieldsetsIn(filters).map((fieldset) => openFacet(fieldset, toggle));
  const others = elementIn(filters, "[data-other-filters]");
  const waiting = elementIn(filters, ".filters__waiting");
  return {
    names: Object.fromEntries(facets.map(({ code, name }) => [code, name])),
    draw: (counts, chosen, labels) => {
      waiting.hidden = true;
      for (const facet of facets) drawFacet(facet, counts[facet.code] ?? {}, chosen[facet.code] ?? [], labels);
      others.hidden = fieldsetsIn(others).every((fieldset) => fieldset.hidden);
    },
    fail: () => {
      if (!waiting.hidden) waiting.textContent = "Bộ lọc không tải được.";
      return Boolean(waiting.hidden);
    },
  };
}

/** @type {(filters: HTMLElement) => HTMLFieldSetElement[]} */
const fieldsetsIn = (filters) => Array.from(filters.querySelectorAll("fieldset[data-facet]"));

/** @type {(fieldset: HTMLFieldSetElement, toggle: Toggle) => Facet} */
function openFacet(fieldset, toggle) {
  const name = elementIn(fieldset, "legend").textContent ?? "";
  const search = element("input", {
    type: "search", class: "field facet__search",
    "aria-label": `Tìm trong ${name}`, placeholder: "Tìm trong danh sách này",
    autocomplete: "off",
  });
  const [list, more] = [
    element("ul", { class: "facet__values" }),
    element("button", { type: "button", class: "facet__more" }),
  ];
  const code = fieldset.dataset.facet ?? "";
  const elements = { fieldset, search, list, more };
  const facet = { ...elements, name, code, boxes: new Map(), most: SHOWN_AT_FIRST, values: [], toggle };
  search.addEventListener("input", () => place(facet));
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  more.addEventListener("click", () => showMore(facet));
  fieldset.append(search, list, more);
  return facet;
}

/** @param {Facet} facet */
function showMore(facet) {
  const before = new Set(facet.list.children);
  facet.most += MORE_AT_ONCE;
  place(facet);
  [...facet.list.children].find((item) => !before.has(item))?.querySelector("input")?.focus();
}

/**
 * A facet of which nothing is known is not shown; a value without results only while it is selected.
 * @param {Facet} facet
 * @param {Counts} counts
 * @param {string[]} selected
 * @param {Labels} labels
 */
function drawFacet(facet, counts, selected, labels) {
  const codes = [...new Set([...Object.keys(counts), ...selected])];
  facet.fieldset.hidden = selected.length === 0 && codes.every((code) => code === UNKNOWN);
  const values = codes.map((code) => {
    const label = labelOf(labels, facet.code, code) ?? code;
    return { code, count: counts[code] ?? 0, isSelected: selected.includes(code), label };
  });
  facet.values = values.sort(facet.code === "year" ? byYear : inOrder(orderOf(labels, facet.code)));
  place(facet);
}

// The newest year first, the unknown one last.
/** @type {(one: Value, other: Value) => number} */
function byYear(one, other) {
  return Number(one.code === UNKNOWN) - Number(other.code === UNKNOWN) || other.code.localeCompare(one.code);
}

// By the order of the vocabulary where there is one, by their number, by their names; the unknown one last.
/** @type {(order?: string[]) => (one: Value, other: Value) => number} */
function inOrder(order) {
  const placeOf = (/** @type {Value} */ { code }) => (code === UNKNOWN ? Infinity : (order?.indexOf(code) ?? 0));
  return (one, other) =>
    placeOf(one) - placeOf(other) || other.count - one.count || one.label.localeCompare(other.label, "vi");
}

// Puts the values in their places. Each keeps its element, and the focus stays where it was.
/** @param {Facet} facet */
function place(facet) {
  const { list, search, more } = facet;
  const focused = document.activeElement;
  const wanted = fold(search.value.trim());
  const fitting = facet.values.filter(({ label }) => fold(label).includes(wanted));
  const shown = fitting.filter(({ isSelected, code }, at) => at < facet.most || isSelected || code === UNKNOWN);
  list.replaceChildren(...shown.map((value) => valueItem(facet, value)));
  search.hidden = facet.values.length <= LONG && !wanted;
  more.hidden = shown.length === fitting.length;
  more.textContent = `Xem thêm ${counted(fitting.length - shown.length)} giá trị`;
  const isLost = focused !== document.activeElement && focused?.isConnected;
  if (isLost && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

/** @param {Facet} facet @param {Value} value */
function valueItem({ boxes, code: facet, toggle }, { code, count, isSelected, label }) {
  const box = boxes.get(code) ?? newBox(() => toggle(facet, code));
  boxes.set(code, box);
  box.box.checked = isSelected;
  box.words.textContent = label;
  box.number.textContent = counted(count);
  return box.item;
}

/** @type {(toggle: () => void) => Box} */
function newBox(toggle) {
  const box = element("input", { type: "checkbox" });
  const [words, number] = [element("bdi", { class: "facet__label" }), element("span", { class: "facet__count" })];
  box.addEventListener("change", toggle);
  return { item: element("li", {}, element("label", {}, box, words, number)), box, words, number };
}

/**
 * Shows what is selected as buttons that take it off again, with one for all of it where there are several; with the
 * last one the focus goes to `otherwise`.
 * @param {HTMLElement} list
 * @param {Filters} filters
 * @param {{names: Names, labels: Labels}} words
 * @param {{toggle: Toggle, clear: () => void, otherwise: HTMLElement}} ways
 */
export function drawChips(list, filters, { names, labels }, { toggle, clear, otherwise }) {
  const chosen = choicesIn(filters);
  const chips = chosen.map(({ facet, code }) => {
    return chip(chosenInWords(names[facet], labelOf(labels, facet, code) ?? code), () => toggle(facet, code));
  });
  if (chosen.length > 1) chips.push(element("li", {}, button("chip chip--clear", clear, "Bỏ hết bộ lọc")));
  list.hidden = chosen.length === 0;
  replace(list, chips, otherwise);
}

// A value that says itself what it is a value of is told alone: «Khối Đảng».
/** @type {(name: string, label: string) => string} */
const chosenInWords = (name, label) => (fold(label).startsWith(fold(name)) ? label : `${name}: ${label}`);

/** @param {string} words @param {() => void} takeOff */
function chip(words, takeOff) {
  const what = element("span", { class: "unseen" }, "Bỏ lọc ");
  const cross = element("span", { "aria-hidden": "true" }, "✕");
  return element("li", {}, button("chip", takeOff, what, element("bdi", {}, words), cross));
}

/**
 * On a phone a button opens the filters as a sheet over the whole screen; there they move in, and back when it closes.
 * @param {HTMLElement} finder
 * @param {HTMLElement} filters
 */
export function openSheet(finder, filters) {
  /** @type {HTMLDialogElement} */
  const sheet = elementIn(finder, "[data-sheet]");
  const home = filters.parentElement;
  elementIn(finder, "[data-open-filters]").addEventListener("click", () => {
    elementIn(sheet, ".sheet__body").append(filters);
    sheet.showModal();
  });
  sheet.addEventListener("close", () => home?.append(filters));
  const closing = sheet.querySelectorAll("[data-close-filters]");
  closing.forEach((each) => each.addEventListener("click", () => sheet.close()));
}
