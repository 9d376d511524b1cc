"""What axe finds on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from tests.examples import PROVING

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
LOOKS = """([exclude, known]) => {
  const alpha = (colour) => Number((colour.match(/[\\d.]+/g) ?? [])[3] ?? 1);
  const grounds = (element) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const isLast = alpha(backgroundColor) === 1 || !element.parentElement;
    return backgroundColor + backgroundImage + (isLast ? "" : grounds(element.parentElement));
  };
  const opacity = (element) =>
    element ? getComputedStyle(element).opacity * opacity(element.parentElement) : 1;
  const NOT_JUDGED = "[disabled], [aria-disabled=true], [inert], label:has([disabled])";
  const isJudged = (element) =>
    !element ||
    (!element.matches(NOT_JUDGED) && !element.control?.disabled &&
      getComputedStyle(element).clipPath === "none" && isJudged(element.parentElement));
  const isWritten = (element) =>
    element.matches("input, select, textarea") ||
    [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
  const seen = new Set(known);
  for (const element of document.querySelectorAll("[data-look]")) delete element.dataset.look;
  for (const element of document.body.querySelectorAll("*")) {
    if (exclude.flat().some((each) => element.closest(each)) || !isWritten(element)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const kind = [element.localName, element.className, color, fontSize, fontWeight];
    const look = [...kind, grounds(element), opacity(element), isJudged(element)].join();
    if (!known || !seen.has(look)) element.dataset.look = look;
    seen.add(look);
  }
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });
}"""
"""Has axe look at the contrast of one text of each look that is not known: its rule for colours takes most
of its time. Where none are to be known, it looks at all texts.

Of what is disabled or cut away axe judges no contrast: such a text never stands for one that it would judge.
"""
KNOWN: set[str] = set()
"""The looks whose contrast axe has worked out and held to be enough, on whatever page of this process."""
RUN = """async ([exclude, options]) => {
  const wanted = { resultTypes: ["violations", "passes"], elementRef: true };
  const spared = { preload: false, selectors: false };
  const { violations, passes } = await axe.run({ exclude }, { ...wanted, ...spared, ...options });
  const told = (node) => `${node.html} ${node.any.map((check) => check.message)}`;
  const first = ({ nodes }) => nodes.slice(0, 3).map(told).join(" | ");
  const passed = passes.find(({ id }) => id === "color-contrast")?.nodes ?? [];
  const isWorkedOut = ({ any }) => any.some(({ data }) => data?.contrastRatio);
  return {
    violations: violations.map((each) => `${each.id}: ${each.help}: ${first(each)}`),
    passed: passed.filter(isWorkedOut).map(({ element }) => element.dataset.look),
  };
}"""
"""Of what axe cannot see it says as well that the contrast passes, without any ratio."""
EVERYTHING: Mapping[str, Any] = {"rules": {"target-size": {"enabled": True}}}
COLOURS: Mapping[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""What the dark colours alone can break."""
PHONE, DESK = 360, 1280
SHORTEN = """(few) => {
  for (const list of document.querySelectorAll("ul, ol, tbody")) {
    const alike = Map.groupBy(list.children, (item) => `${item.localName} ${item.className}`);
    for (const items of alike.values()) items.slice(few).forEach((item) => item.remove());
  }
}"""
FRAME = (".site-header", ".site-footer")
"""What is the same on every page."""
FEW = 2
"""How many items of a list are looked at that are alike: what axe finds, it finds in the first of them."""


def violations(page: Page, rules: Mapping[str, Any] = EVERYTHING, without: Sequence[str] = ()) -> list[str]:
    """Each violation of rules on the page as it stands, without what some selectors name."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    excluded = [[each] for each in without]
    page.evaluate(LOOKS, [excluded, None if PROVING else list(KNOWN)])
    told: dict[str, list[str]] = page.evaluate(RUN, [excluded, dict(rules)])
    KNOWN.update(told["passed"])
    return told["violations"]


def shorten(page: Page) -> None:
    """Takes items off long lists, unless it proves: axe looks at the last as long as at the first."""
    if not PROVING:
        page.evaluate(SHORTEN, FEW)


def violations_in_light_and_dark(page: Page) -> list[str]:
    """Each violation in light colours, and what the dark ones break; the page is light again afterwards."""
    shorten(page)
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return found


def violations_everywhere(page: Page, *, framed: bool) -> list[str]:
    """Each violation on a phone; for a proof what the dark colours break as well, and all of it on a desk.

    Only for a proof, and where a page is looked at `framed`, with what stands around every page.
    """
    page.set_viewport_size({"width": PHONE, "height": 800})
    if not PROVING:
        shorten(page)
        return violations(page, without=() if framed else FRAME)
    found = violations_in_light_and_dark(page)
    page.set_viewport_size({"width": DESK, "height": 800})
    return found + violations_in_light_and_dark(page)
