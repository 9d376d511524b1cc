"""What of a page is wider than the screen, cut off, or runs out of its box."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

FIND = """() => {
  const root = document.documentElement;
  const width = root.clientWidth;
  const name = (element) => {
    const text = element.textContent.trim().replace(/\\s+/g, " ").slice(0, 60);
    return `<${element.localName} class="${element.className}"> «${text}»`;
  };
  // In a box that scrolls or is clipped nothing is cut by mistake, nor in what such a box holds.
  const mayRunOut = ({ clipPath, overflowX }) => clipPath === "inset(50%)" || /auto|scroll/.test(overflowX);
  // What ends in dots is there whole once its fold is open.
  const unfolds = (element, { textOverflow }) => textOverflow === "ellipsis"
    && element.closest(".notice")?.querySelector("details:not([open])");
  const inside = new Set();
  const scrolling = [];
  // What is placed from outside a box that scrolls is not held by it: far enough along, it widens the page.
  const slips = (element, { position }) => {
    if (position !== "absolute") return false;
    const box = scrolling.findLast((each) => each !== element && each.contains(element));
    return box && element.offsetParent && !box.contains(element.offsetParent);
  };
  const found = [];
  if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} px wide on ${width} px`);
  for (const element of document.body.querySelectorAll("*")) {
    const drawn = getComputedStyle(element);
    if (/auto|scroll/.test(drawn.overflowX)) scrolling.push(element);
    if (slips(element, drawn)) found.push(`${name(element)} slips out of the box that it scrolls in`);
    const isClipped = mayRunOut(drawn) || unfolds(element, drawn);
    if (inside.has(element.parentElement) || isClipped) inside.add(element);
    const box = element.getBoundingClientRect();
    if (!element.checkVisibility({ visibilityProperty: true }) || !box.width || !box.height) continue;
    if (inside.has(element)) continue;
    if (box.right > width + 1 || box.left < -1) {
      found.push(`${name(element)} lies from ${box.left} to ${box.right} on ${width} px`);
    }
    if (drawn.display === "inline" || element.closest("svg")) continue;
    if (element.scrollWidth > element.clientWidth + 1) {
      found.push(`${name(element)} is ${element.scrollWidth} px in ${element.clientWidth} px`);
    }
    if (drawn.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1) {
      found.push(`${name(element)} is cut at ${element.clientHeight} px of ${element.scrollHeight}`);
    }
  }
  return found;
}"""
THUMB = 44
"""Pixels that a target must be high on a phone."""
MOVING = ("<input", "search-box__list")
"""What is made to hold more than it shows: boxes in which words are typed, the list that drops down."""


def overflows(page: Page) -> list[str]:
    """Each fault as a line: the page or an element wider than the screen, a text that is cut."""
    found: list[str] = page.evaluate(FIND)
    return found


def low_targets(targets: Locator) -> list[str]:
    """Those of the visible targets that are lower than a thumb needs; where none is there, the test fails."""
    heights: list[tuple[str, float]] = targets.filter(visible=True).evaluate_all(
        "(all) => all.map((each) => [each.outerHTML.slice(0, 200), each.getBoundingClientRect().height])"
    )
    assert heights
    return [html for html, height in heights if round(height) < THUMB]


def spills(page: Page) -> list[str]:
    """The same without what is made to hold more than it shows."""
    return [each for each in overflows(page) if not any(part in each.split("»")[0] for part in MOVING)]
