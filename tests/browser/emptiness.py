"""What a page must never show: the words of a program for nothing, and places with nothing in them."""

from __future__ import annotations

from playwright.sync_api import Page

FIND = r"""() => {
  const found = [];
  const told = (element) => {
    const named = element.getAttribute("aria-label") ?? element.getAttribute("title") ?? "";
    return `${element.textContent} ${named}`.replaceAll(/\s+/g, " ").trim();
  };
  const place = (element) => element.outerHTML.replaceAll(/\s+/g, " ").slice(0, 120);

  // What scripts and templates write where there is nothing. Code shows what to type.
  const words = /\b(undefined|null|NaN|None)\b|\[object/;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!words.test(data) || parentElement.closest("script, style, code, pre")) continue;
    found.push(`${data} in ${place(parentElement)}`);
  }
  const named = ["aria-label", "title", "alt", "placeholder"];
  const attributes = [...named, "href", "datetime", "class", "data-phase", "value"];
  for (const name of attributes) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (words.test(element.getAttribute(name))) found.push(`${name} of ${place(element)}`);
    }
  }

  // What is there only to be read or pressed.
  const headings = "h1, h2, h3, h4, dt, th, caption, summary, legend, label";
  const full = `${headings}, a, button, dd, li, .tag, time, main p`;
  for (const element of document.querySelectorAll(full)) {
    const holds = element.matches("label") && element.querySelector("input, select");
    const waits = element.matches("p") && (element.getAttribute("role") || element.children.length > 0);
    if (told(element) === "" && !holds && !waits && !element.hidden) found.push(`empty: ${place(element)}`);
  }
  for (const list of document.querySelectorAll("ul, ol, dl, table, select")) {
    if (list.children.length === 0 && list.checkVisibility()) found.push(`empty: ${place(list)}`);
  }

  // A column that says nothing in any row. The reader's own list keeps its columns, whatever is in it.
  for (const table of document.querySelectorAll("table:not([data-table])")) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    const all = [...table.tBodies].flatMap((body) => [...body.rows]);
    const rows = all.filter(({ cells }) => cells.length === heads.length);
    heads.forEach((head, column) => {
      const says = ({ cells }) => {
        const cell = cells[column];
        // A state may be told on another day.
        return cell.querySelector(".state") || !["", "Chưa có thông tin"].includes(told(cell));
      };
      if (rows.length > 0 && !rows.some(says)) found.push(`column «${told(head)}» of ${place(table)}`);
    });
  }
  return found;
}"""


def emptinesses(page: Page) -> list[str]:
    """What a page shows of nothing, with what is folded away."""
    found: list[str] = page.evaluate(FIND)
    return found
