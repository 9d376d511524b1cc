"""Where the keyboard leads: the stops of a page, what Tab comes to, and how well the focus is seen."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from playwright.sync_api import Page

NUMBER_STOPS = """() => {
  const can = "a[href], button, input, select, textarea, summary, iframe, [contenteditable]";
  const stops = [...document.querySelectorAll(`${can}, [tabindex]:not([tabindex^='-'])`)];
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const nameOf = (element) => element.textContent.trim() || element.ariaLabel || "";
  return stops.filter((element) => isSeen(element) && !element.disabled).map((element, index) => {
    element.dataset.stop = index;
    return `${element.localName} ${nameOf(element).replace(/\\s+/g, " ").slice(0, 60)}`;
  });
}"""
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const box = element.getClientRects()[0];
  const styles = [getComputedStyle(element), getComputedStyle(element, "::after")];
  const isDrawn = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const outline = styles.find(isDrawn);
  const alpha = (colour) => Number((colour.match(/[\\d.]+/g) ?? [])[3] ?? 1);
  const ground = (of) => {
    const colour = of && getComputedStyle(of).backgroundColor;
    return of && alpha(colour) === 0 ? ground(of.parentElement) : colour;
  };
  const inside = outline && parseFloat(outline.outlineOffset) < 0;
  const x = box.left + Math.min(box.width / 2, 8), y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  return {
    stop: element.dataset.stop === undefined ? null : Number(element.dataset.stop),
    name: element.outerHTML.replace(/\\s+/g, " ").slice(0, 120),
    outline: outline ? outline.outlineColor : null,
    ground: ground(inside ? element : element.parentElement),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !!top && !element.contains(top) && !top.contains(element),
  };
}"""

NOTE_FOCUS = f"""() => {{
  const focused = {FOCUSED};
  window.focused = [];
  addEventListener("keyup", ({{ key }}) => key === "Tab" && window.focused.push(focused()), true);
}}"""
"""Has the page note in `focused` what has the focus after each press, so that it is asked once for all."""


def number_stops(page: Page) -> list[str]:
    """The names of all that Tab should reach, in reading order; a page without any fails the test."""
    names: list[str] = page.evaluate(NUMBER_STOPS)
    assert names
    return names


def tab_through(page: Page, stops: int, key: str = "Tab") -> list[dict[str, Any]]:
    """What has the focus after each press of a key, until the focus leaves the page; once on each page.

    A few more presses than there are stops show what holds the focus.
    """
    page.evaluate(NOTE_FOCUS)
    for _ in range(stops + 3):
        page.keyboard.press(key)
    seen: list[dict[str, Any] | None] = page.evaluate("window.focused")
    return [each for each in takewhile(bool, seen) if each]


def unseen(stops: list[dict[str, Any]]) -> list[str]:
    """The stops whose focus is not seen: no outline, a faint one, out of the window, or covered."""
    return [each["name"] for each in stops if is_faint(each) or not each["inView"] or each["covered"]]


def is_faint(stop: dict[str, Any]) -> bool:
    """Whether a stop has no outline that stands out from its ground."""
    return not stop["outline"] or contrast(stop["outline"], stop["ground"]) < 3


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it, each written `rgb(r, g, b)`."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The luminance of a colour as WCAG defines it."""
    channels = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
