// Finds and makes elements of the page. Texts are put in as texts, so nothing of the data is ever read as markup.

/**
 * @import { Standing } from "./standing.js"
 *
 * @typedef {Node | string} Child
 */

/**
 * The first element that a selector finds in a place which has one for certain.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} place
 * @param {string} selector
 * @returns {E}
 */
export function elementIn(place, selector) {
  /** @type {E | null} */
  const found = place.querySelector(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/**
 * A new element. An attribute is left out where its value is false or undefined, and has no value where it is true.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | boolean | undefined>} attributes
 * @param {...Child} children
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(attribute, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * A button; `press` is called when it is pressed.
 * @param {string} look the classes of its style
 * @param {() => void} press
 * @param {...Child} children
 */
export function button(look, press, ...children) {
  const made = element("button", { type: "button", class: look }, ...children);
  made.addEventListener("click", press);
  return made;
}

/**
 * A few words in a frame of their own.
 * @param {string} words
 * @param {string} sort
 */
export const tag = (words, sort) => element("span", { class: `tag tag--${sort}` }, words);

/**
 * Where something stands, in a frame whose colour tells its phase and whether that is soon.
 * @param {Standing} standing
 */
export const stateTag = ({ words, phase, soon }) =>
  element("span", { class: "tag state", "data-phase": phase, "data-soon": soon }, words);

/**
 * Puts other children into a place. Where a button in it had the focus, the button that comes in its stead gets it,
 * and where there is none, `otherwise`.
 * @param {Element} place
 * @param {Child[]} children
 * @param {HTMLElement} otherwise
 */
export function replace(place, children, otherwise) {
  const at = [...place.querySelectorAll("button")].findIndex((each) => each === document.activeElement);
  place.replaceChildren(...children);
  if (at < 0) return;
  const buttons = place.querySelectorAll("button");
  (buttons[Math.min(at, buttons.length - 1)] ?? otherwise).focus();
}

/**
 * A title with the parts of it marked that were found.
 * @param {string} title
 * @param {[start: number, end: number][]} highlights in their order
 */
export function markedTitle(title, highlights) {
  const made = element("bdi", {});
  let at = 0;
  for (const [start, end] of highlights) {
    made.append(title.slice(at, start), element("mark", {}, title.slice(start, end)));
    at = end;
  }
  made.append(title.slice(at));
  return made;
}
