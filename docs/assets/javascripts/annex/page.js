// Lets the annex of a plan be sorted by any column and filtered by any words. Without this script it stands in the
// order of the plan. Of a long one the page has the first rows, and the others are fetched when somebody asks.

import { openAnnouncer } from "../common/announce.js";
import { button, element, elementIn } from "../common/element.js";
import { wholeTable } from "./rest.js";
import { AnnexTable } from "./table.js";

/**
 * @import { Order } from "./rows.js"
 */

const NOT_LOADED = "Chưa tải được các dòng còn lại, mới lọc và sắp những dòng đang hiện.";
const FOOT = "Dòng cộng vẫn là của cả kế hoạch.";

/** @param {HTMLElement} place */
function openAnnex(place) {
  const annex = new AnnexTable(elementIn(place, "table"));
  const labels = annex.heads.map((head) => head.textContent ?? "");
  const tools = toolsOf(labels);
  const announce = openAnnouncer(tools.status);
  /** @type {Order | undefined} */
  let order;
  let failure = "";

  const draw = () => {
    const { shown, total } = annex.draw(tools.box.value, order);
    const found = tools.box.value.trim() ? `${shown} trong ${total} dòng. ${FOOT}` : "";
    const words = [found, failure].filter(Boolean).join(" ");
    tools.said.textContent = words;
    announce(words);
  };
  const redraw = async () => {
    const address = place.dataset.allRows;
    delete place.dataset.allRows;
    draw();
    if (address === undefined) return;
    const whole = await wholeTable(address, labels);
    if (whole) annex.take(whole);
    else failure = NOT_LOADED;
    draw();
  };
  const sortBy = (/** @type {Order | undefined} */ wanted) => {
    order = wanted;
    annex.heads.forEach((head, column) => tellOrder(head, order?.column === column ? order : undefined));
    tools.choice.value = order ? String(order.column) : "";
    return redraw();
  };

  addButtons(annex.heads, labels, (column) => sortBy(next(annex.heads[column], column, order)));
  tools.box.addEventListener("input", redraw);
  tools.choice.addEventListener("change", () => {
    const column = tools.choice.value;
    return sortBy(column === "" ? undefined : next(annex.heads[Number(column)], Number(column), undefined));
  });
  place.prepend(tools.line);
}

/** @param {string[]} labels */
function toolsOf(labels) {
  const box = element("input", { type: "text", class: "field", autocomplete: "off", spellcheck: "false" });
  const options = labels.map((label, column) => element("option", { value: String(column) }, label));
  const usual = element("option", { value: "" }, "thứ tự của kế hoạch");
  const choice = element("select", { class: "field" }, usual, ...options);
  const said = element("span", {});
  const status = element("span", { class: "unseen", role: "status" });
  const line = element(
    "div", { class: "annex-tools" },
    element("label", {}, "Lọc các dòng", box),
    element("label", { class: "annex-tools__order" }, "Sắp theo", choice),
    said, status,
  );
  return { box, choice, said, status, line };
}

// Where rows are cards, and on paper, the label alone is shown.
/** @type {(heads: HTMLElement[], labels: string[], press: (column: number) => void) => void} */
function addButtons(heads, labels, press) {
  heads.forEach((head, column) => {
    const verb = element("span", { class: "unseen" }, "Sắp theo ");
    const label = element("span", { class: "annex__label" }, labels[column]);
    head.replaceChildren(label, button("annex__sort", () => press(column), verb, labels[column]));
  });
}

// A column of numbers begins with its largest, any other with its first; pressed once more it turns round, and a third
// time it gives way to the order of the plan.
/** @type {(head: HTMLElement, column: number, order: Order | undefined) => Order | undefined} */
function next(head, column, order) {
  const first = head.matches(".number");
  if (order?.column !== column) return { column, isDescending: first };
  return order.isDescending === first ? { column, isDescending: !first } : undefined;
}

/** @type {(head: HTMLElement, order: Order | undefined) => void} */
function tellOrder(head, order) {
  if (order) head.setAttribute("aria-sort", order.isDescending ? "descending" : "ascending");
  else head.removeAttribute("aria-sort");
}

/** @type {NodeListOf<HTMLElement>} */
const annexes = document.querySelectorAll(".annex");
annexes.forEach(openAnnex);
