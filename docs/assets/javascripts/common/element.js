// Makes elements of the page. Texts are put in as texts, so nothing of the data is ever read as markup.

/** An element with attributes (false and undefined leave one out, true gives it no value) and children, which are nodes or texts. */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** A button that does something when it is pressed. */
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
 * Where something stands, in a frame whose colour tells its phase.
 * @param {import("./standing.js").Standing} standing
 */
export const stateTag = ({ words, phase }) => element("span", { class: "tag state", "data-phase": phase }, words);

/** Puts other children in a place. Where a button of it has the focus, the button that comes in its stead takes it over, else `otherwise` does. */
export function replace(place, children, otherwise) {
  const at = [...place.querySelectorAll("button")].indexOf(document.activeElement);
  place.replaceChildren(...children);
  if (at < 0) return;
  const buttons = place.querySelectorAll("button");
  (buttons[Math.min(at, buttons.length - 1)] ?? otherwise).focus();
}

/** A title with the found parts of it marked; `highlights` are [start, end] in rising order. */
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
