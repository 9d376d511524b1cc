"""«Nhóm nào đã có lớp»: a cell leads to the search that lists what it counts, and counts the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from sample.chance import Chance
from tests.browser.conftest import Builder
from tests.browser.searching import heading, served_sample, wait_until_whole
from tests.examples import PROVING

CELLS = 60 if PROVING else 5
"""How many cells are followed, drawn by lot."""


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_sample(built, tmp_path_factory.mktemp("sample") / "data") as address:
        yield address


@pytest.mark.parametrize("width", [768])
def test_whose_row_it_is_stays_in_sight_and_more_columns_are_shaded(page: Page):
    page.goto("do-phu/2026/")
    scroll, name = page.locator(".scroll").first, page.locator(".matrix tbody th").first
    before = name.bounding_box()
    scroll.evaluate("(box) => { box.scrollLeft = box.scrollWidth; }")
    assert scroll.evaluate("(box) => box.scrollLeft") > 0
    assert name.bounding_box() == before
    shades = scroll.evaluate("(box) => getComputedStyle(box).backgroundAttachment")
    assert shades == "local, scroll"


@pytest.mark.proved
@pytest.mark.parametrize("year", ["", "2026/"])
def test_search_finds_as_many_programmes_as_a_cell_counts(page: Page, year: str):
    page.goto(f"do-phu/{year}")
    cells = page.locator(".matrix td:not(.need) a").evaluate_all(
        "(links) => links.map((link) => [link.href, Number(link.textContent.replaceAll('.', ''))])"
    )
    assert len(cells) > CELLS
    for address, count in Chance(12, f"cells {year}").several([*map(tuple, cells)], CELLS):
        page.goto(address)
        wait_until_whole(page)
        expect(heading(page)).to_have_text(re.compile(rf"^{count} kết quả"))
