"""Light and dark: the system's choice first, the reader's own when made, kept, and never flashing past."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import find_chromium
from tests.browser.kinds import address_of

LIGHTNESS = "Math.max(...getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number))"
"""Of the page's ground, from 0 to 255."""
WATCH_FOR_FLASHES = """
  window.grounds = [];
  new MutationObserver(() => {
    const scheme = document.documentElement?.dataset.scheme;
    if (scheme && !window.grounds.length) window.grounds.push({ scheme, drawn: document.body !== null, sheets: document.styleSheets.length });
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


def test_the_choice_stands_before_anything_is_drawn(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    page.get_by_role("button", name="Nền tối").click()
    page.add_init_script(WATCH_FOR_FLASHES)
    page.goto(address_of(site, "programme with classes"))
    assert page.evaluate("window.grounds") == [{"scheme": "dark", "drawn": False, "sheets": 0}]


def test_where_storage_is_forbidden_the_choice_holds_for_the_page(private_page: Page, site: Path):
    private_page.goto(address_of(site, "home"))
    assert private_page.evaluate("(() => { try { return typeof localStorage; } catch (error) { return error.name; } })()") == "SecurityError"
    before = is_dark(private_page)
    private_page.get_by_role("button", name="Nền tối").click()
    assert is_dark(private_page) is not before
    private_page.reload()
    assert is_dark(private_page) is before


@pytest.fixture
def private_page(browser: Any, site_url: str, tmp_path: Path) -> Iterator[Page]:
    """A page in a browser whose settings forbid all sites to store anything."""
    preferences = tmp_path / "Default/Preferences"
    preferences.parent.mkdir()
    preferences.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    args = ["--no-sandbox"] if os.geteuid() == 0 else []
    context = browser.browser_type.launch_persistent_context(tmp_path, executable_path=find_chromium(), args=args, base_url=site_url)
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert faults == []
