"""Light and dark: the system's choice first, the reader's own when made, kept, and never flashing past."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FORBID_STORAGE
from tests.browser.kinds import address_of

LIGHTNESS = (
    "Math.max(...getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number))"
)
"""Of the page's ground, from 0 to 255."""
WATCH_FOR_FLASHES = """
  window.grounds = [];
  new MutationObserver(() => {
    const scheme = document.documentElement?.dataset.scheme;
    if (!scheme || window.grounds.length) return;
    window.grounds.push({ scheme, drawn: document.body !== null, sheets: document.styleSheets.length });
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-scheme"] });
"""


def is_dark(page: Page) -> bool:
    return bool(page.evaluate(LIGHTNESS) < 80)


@pytest.mark.parametrize(("colour_scheme", "dark"), [("light", False), ("dark", True)])
def test_at_first_the_system_decides_and_the_button_says_which(page: Page, site: Path, dark: bool):
    page.goto(address_of(site, "home"))
    assert is_dark(page) is dark
    expect(page.get_by_role("button", name="Nền tối")).to_have_attribute("aria-pressed", str(dark).lower())


def test_a_system_that_turns_dark_is_followed_at_once(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    page.emulate_media(color_scheme="dark")
    assert is_dark(page)
    expect(page.get_by_role("button", name="Nền tối")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("colour_scheme", "dark"), [("light", True), ("dark", False)])
def test_the_readers_choice_outlives_a_reload_and_holds_on_every_page(page: Page, site: Path, dark: bool):
    page.goto(address_of(site, "home"))
    page.get_by_role("button", name="Nền tối").click()
    assert is_dark(page) is dark
    page.reload()
    assert is_dark(page) is dark
    expect(page.get_by_role("button", name="Nền tối")).to_have_attribute("aria-pressed", str(dark).lower())
    page.goto(address_of(site, "programme with classes"))
    assert is_dark(page) is dark
    page.get_by_role("button", name="Nền tối").click()
    page.reload()
    assert is_dark(page) is not dark


@pytest.mark.own_window
def test_the_choice_stands_before_anything_is_drawn(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    page.get_by_role("button", name="Nền tối").click()
    page.add_init_script(WATCH_FOR_FLASHES)
    page.goto(address_of(site, "programme with classes"))
    assert page.evaluate("window.grounds") == [{"scheme": "dark", "drawn": False, "sheets": 0}]


@pytest.mark.own_window
def test_where_storage_is_forbidden_the_choice_holds_for_the_page(page: Page, site: Path):
    page.add_init_script(FORBID_STORAGE)
    page.goto(address_of(site, "home"))
    before = is_dark(page)
    page.get_by_role("button", name="Nền tối").click()
    assert is_dark(page) is not before
    page.reload()
    assert is_dark(page) is before
