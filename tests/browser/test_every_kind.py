"""A page of every kind: axe finds nothing, nothing is cut or scrolls sideways, however small or enlarged."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations_everywhere
from tests.browser.kinds import KINDS, address_of
from tests.browser.overflow import overflows
from tests.examples import PROVING

REDIRECT = 'http-equiv="refresh"'

each_kind = pytest.mark.parametrize("kind", [kind.name for kind in KINDS])


@each_kind
@pytest.mark.proved
def test_axe_finds_nothing_in_light_and_dark_on_phone_and_desk(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    assert violations_everywhere(page) == []


@each_kind
@pytest.mark.parametrize("width", [320])
def test_nothing_is_cut_and_no_page_scrolls_sideways_on_the_smallest_phone(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    assert overflows(page) == []
    page.get_by_role("button", name="Menu").click()
    assert overflows(page) == []


@each_kind
@pytest.mark.proved
def test_zoom_and_text_of_200_per_cent_cut_nothing(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    emulation = page.context.new_cdp_session(page)
    emulation.send(
        "Emulation.setDeviceMetricsOverride",
        {"width": 640, "height": 400, "deviceScaleFactor": 2, "mobile": False},
    )
    assert page.evaluate("[innerWidth, devicePixelRatio]") == [640, 2]
    assert overflows(page) == [], "at 200 % zoom"
    emulation.send("Emulation.clearDeviceMetricsOverride")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (1280, 768, 360) if PROVING else (360,):
        page.set_viewport_size({"width": width, "height": 800})
        assert overflows(page) == [], f"text of 200 % at {width} px"


def test_every_page_of_the_site_is_of_a_kind_that_is_tested(site: Path):
    pages = {path for path in site.rglob("*.html") if REDIRECT not in path.read_text(encoding="utf-8")}
    assert pages == {path for kind in KINDS for path in site.glob(kind.files)}
