"""A page of every kind under a strict policy: whole, nothing empty or cut on it, axe finds nothing.

A page is opened once for all that is asked of it; each test leaves it as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.axe import violations_everywhere
from tests.browser.emptiness import emptinesses
from tests.browser.kinds import EMBEDDED, KINDS, address_of
from tests.browser.overflow import overflows
from tests.browser.policy import first_script, site_url
from tests.browser.windows import Look, Windows
from tests.examples import PROVING

__all__ = ["first_script", "site_url"]  # fixtures

ZOOMED = ("home", "search", "plan with programmes", "coverage of a year")
"""The kinds that are zoomed, unless all are for a proof: those with the most side by side."""
REDIRECT = 'http-equiv="refresh"'
SMALLEST: ViewportSize = {"width": 320, "height": 800}
"""The smallest phone."""


@pytest.fixture(scope="module", params=[kind.name for kind in KINDS])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of page in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def opened(kind: str, windows: Windows, site: Path) -> Page:
    """The largest page of a kind, on the smallest phone."""
    page = windows[Look(**SMALLEST)].page
    page.goto(address_of(site, kind))
    return page


@pytest.fixture
def page(opened: Page, faults: list[str]) -> Iterator[Page]:
    """The page as it was opened. A test fails where the browser has told of a fault."""
    yield opened
    opened.set_viewport_size(SMALLEST)
    told = "\n".join(faults)
    faults.clear()
    assert not told, told


def test_all_of_the_page_comes_under_a_strict_policy(page: Page):
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    expect(page.locator("html")).to_have_class("scripted")
    expect(page.locator("[data-scheme-toggle]")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")


def test_nothing_on_it_is_empty(page: Page):
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    assert emptinesses(page) == []


def test_nothing_is_cut_and_no_page_scrolls_sideways_on_the_smallest_phone(page: Page, kind: str):
    assert overflows(page) == []
    if kind != "home":  # what stands around a page is the same on every one
        return
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.click()
    assert overflows(page) == []
    menu.click()


@pytest.mark.proved
def test_zoom_and_text_of_200_per_cent_cut_nothing(page: Page, kind: str):
    if PROVING or kind in ZOOMED:
        with zoomed(page):
            assert page.evaluate("[innerWidth, devicePixelRatio]") == [640, 2]
            assert overflows(page) == [], "at 200 % zoom"
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (1280, 768, 360) if PROVING else (360,):
        page.set_viewport_size({"width": width, "height": 800})
        assert overflows(page) == [], f"text of 200 % at {width} px"
    page.evaluate("document.documentElement.style.fontSize = ''")


@contextmanager
def zoomed(page: Page) -> Iterator[None]:
    """A page enlarged to 200 % on a desk of 1280 px, while the block lasts."""
    emulation = page.context.new_cdp_session(page)
    look = {"width": 640, "height": 400, "deviceScaleFactor": 2, "mobile": False}
    emulation.send("Emulation.setDeviceMetricsOverride", look)
    yield
    emulation.send("Emulation.clearDeviceMetricsOverride")


@pytest.mark.proved
def test_axe_finds_nothing_in_light_and_dark_on_phone_and_desk(page: Page, kind: str):
    assert violations_everywhere(page, framed=kind == "home") == []


def test_every_page_of_the_site_is_of_a_kind_that_is_tested(site: Path):
    pages = {path for path in site.rglob("*.html") if REDIRECT not in path.read_text(encoding="utf-8")}
    assert pages == pages & {path for kind in (*KINDS, EMBEDDED) for path in site.glob(kind.files)}
