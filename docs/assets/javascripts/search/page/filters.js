// The filters beside the results: a list of values for each facet with live counts, what is selected as chips, and on a phone a sheet that holds them.

import { button, element, replace } from "../../common/element.js";
import { UNKNOWN, counted, labelOf, orderOf } from "./words.js";
import { fold } from "../../common/vietnamese.js";

const SHOWN_AT_FIRST = 6;
const MORE_AT_ONCE = 50;
const LONG = 12;

/**
 * Takes charge of the fieldsets in a place; `toggle(facet, code)` is called when a value is pressed.
 * @returns {{names: Object<string, string>, draw: function(Object, Object, Object): void, fail: function(): boolean}} the facets with their names;
 *   `draw(counts, filters, labels)` shows how many results each value has and what is selected; `fail()` says that there are none, unless there are
 */
export function openFilters(place, toggle) {
  const facets = [...place.querySelectorAll("[data-facet]")].map((fieldset) => openFacet(fieldset, toggle));
  const others = place.querySelector("[data-other-filters]");
  const waiting = place.querySelector(".filters__waiting");
  const draw = (counts, filters, labels) => {
    waiting.hidden = true;
    for (const facet of facets) drawFacet(facet, counts[facet.code] ?? {}, filters[facet.code] ?? [], labels);
    others.hidden = [...others.querySelectorAll("[data-facet]")].every((fieldset) => fieldset.hidden);
  };
  const fail = () => {
    if (!waiting.hidden) waiting.textContent = "Bộ lọc không tải được.";
    return waiting.hidden;
  };
  return { names: Object.fromEntries(facets.map(({ code, name }) => [code, name])), draw, fail };
}

function openFacet(fieldset, toggle) {
  const name = fieldset.querySelector("legend").textContent;
  const facet = {
    fieldset, name, code: fieldset.dataset.facet, boxes: new Map(), most: SHOWN_AT_FIRST, values: [], toggle,
    search: element("input", { type: "search", class: "facet__search", "aria-label": `Tìm trong ${name}`, placeholder: "Tìm trong danh sách này", autocomplete: "off" }),
    list: element("ul", { class: "facet__values" }),
    more: element("button", { type: "button", class: "facet__more" }),
  };
  facet.search.addEventListener("input", () => place(facet));
  facet.search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  facet.more.addEventListener("click", () => showMore(facet));
  fieldset.append(facet.search, facet.list, facet.more);
  return facet;
}

function showMore(facet) {
  const before = new Set(facet.list.children);
  facet.most += MORE_AT_ONCE;
  place(facet);
  [...facet.list.children].find((item) => !before.has(item))?.querySelector("input").focus();
}

// A facet of which nothing is known is not shown; a value without results only while it is selected.
function drawFacet(facet, counts, selected, labels) {
  const codes = [...new Set([...Object.keys(counts), ...selected])];
  facet.fieldset.hidden = selected.length === 0 && codes.every((code) => code === UNKNOWN);
  const order = orderOf(labels, facet.code);
  facet.values = codes
    .map((code) => ({ code, count: counts[code] ?? 0, isSelected: selected.includes(code), label: labelOf(labels, facet.code, code) ?? code }))
    .sort((one, other) => placeOf(one, order) - placeOf(other, order) || other.count - one.count || one.label.localeCompare(other.label, "vi"));
  if (facet.code === "year") facet.values.sort((one, other) => Number(one.code === UNKNOWN) - Number(other.code === UNKNOWN) || other.code.localeCompare(one.code));
  place(facet);
}

const placeOf = ({ code }, order) => (code === UNKNOWN ? Infinity : order ? order.indexOf(code) : 0) || 0;

// Puts the values in their places. Each keeps its element, and the focus stays where it was.
function place({ list, search, more, ...facet }) {
  const focused = document.activeElement;
  const wanted = fold(search.value.trim());
  const fitting = facet.values.filter(({ label }) => fold(label).includes(wanted));
  const shown = fitting.filter(({ isSelected, code }, at) => at < facet.most || isSelected || code === UNKNOWN);
  list.replaceChildren(...shown.map((value) => valueItem(facet, value)));
  search.hidden = facet.values.length <= LONG && !wanted;
  more.hidden = shown.length === fitting.length;
  more.textContent = `Xem thêm ${counted(fitting.length - shown.length)} giá trị`;
  if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
}

function valueItem({ boxes, code: facet, toggle }, { code, count, isSelected, label }) {
  if (!boxes.has(code)) boxes.set(code, newItem(() => toggle(facet, code)));
  const { item, box, words, number } = boxes.get(code);
  box.checked = isSelected;
  words.textContent = label;
  number.textContent = counted(count);
  return item;
}

function newItem(toggle) {
  const box = element("input", { type: "checkbox" });
  const [words, number] = [element("bdi", { class: "facet__label" }), element("span", { class: "facet__count" })];
  box.addEventListener("change", toggle);
  return { item: element("li", {}, element("label", {}, box, words, number)), box, words, number };
}

/** Shows what is selected as buttons that take it off again, with one for all of it where there are several; with the last one the focus goes to `otherwise`. */
export function drawChips(list, filters, { names, labels }, { toggle, clear, otherwise }) {
  const chosen = Object.entries(filters).flatMap(([facet, codes]) => codes.map((code) => [facet, code]));
  const chips = chosen.map(([facet, code]) => chip(`${names[facet]}: ${labelOf(labels, facet, code) ?? code}`, () => toggle(facet, code)));
  if (chosen.length > 1) chips.push(element("li", {}, button("chip chip--clear", clear, "Bỏ hết bộ lọc")));
  list.hidden = chosen.length === 0;
  replace(list, chips, otherwise);
}

const chip = (words, takeOff) =>
  element("li", {}, button("chip", takeOff, element("span", { class: "unseen" }, "Bỏ lọc "), element("bdi", {}, words), element("span", { "aria-hidden": "true" }, "✕")));

/** On a phone a button opens the filters as a sheet over the whole screen; there they move in, and back when it closes. */
export function openSheet(finder, filters) {
  const sheet = finder.querySelector("[data-sheet]");
  const home = filters.parentElement;
  finder.querySelector("[data-open-filters]").addEventListener("click", () => {
    sheet.querySelector(".sheet__body").append(filters);
    sheet.showModal();
  });
  sheet.addEventListener("close", () => home.append(filters));
  for (const button of sheet.querySelectorAll("[data-close-filters]")) button.addEventListener("click", () => sheet.close());
}
