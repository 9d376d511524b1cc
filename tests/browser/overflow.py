"""What of a page is wider than the screen, cut off, or runs out of its box."""

from __future__ import annotations

from playwright.sync_api import Page

FIND = """() => {
  const width = document.documentElement.clientWidth;
  const name = (element) => `<${element.localName} class="${element.className}"> «${element.textContent.trim().replace(/\\s+/g, " ").slice(0, 60)}»`;
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const scroller = (element) => element && element !== document.body && (scrolls(element) || scroller(element.parentElement));
  const hiddenFromSight = (element) => element && (getComputedStyle(element).clipPath === "inset(50%)" || hiddenFromSight(element.parentElement));
  const found = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} px wide on ${width} px`] : [];
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (!element.checkVisibility({ visibilityProperty: true }) || !box.width || !box.height || hiddenFromSight(element) || scroller(element)) continue;
    if (box.right > width + 1 || box.left < -1) found.push(`${name(element)} lies from ${box.left} to ${box.right} on ${width} px`);
    const inline = getComputedStyle(element).display === "inline" || element.closest("svg");
    if (!inline && element.scrollWidth > element.clientWidth + 1) found.push(`${name(element)} is ${element.scrollWidth} px in ${element.clientWidth} px`);
    const cut = !inline && getComputedStyle(element).overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;
    if (cut) found.push(`${name(element)} is cut at ${element.clientHeight} px of ${element.scrollHeight}`);
  }
  return found;
}"""


def overflows(page: Page) -> list[str]:
    """Each fault as a line: the page wider than the screen, an element outside it, text that runs out of its box or is cut."""
    found: list[str] = page.evaluate(FIND)
    return found
