"""«Có thể trùng, cần rà soát» with many pairs, some reviewed, which the real data has not: whole, legible."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations_in_light_and_dark
from tests.browser.conftest import Builder
from tests.browser.overflow import overflows
from tests.browser.searching import served_sample

TWICE = 2
"""Reviews of the first reviewed pair of each sort: one in each programme."""


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_sample(built, tmp_path_factory.mktemp("sample") / "data") as address:
        yield address


def test_a_pair_is_whole_on_the_smallest_phone_and_leads_to_the_pages_that_name_it(page: Page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("trung-lap/")
    page.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true; })")
    assert overflows(page) == []
    assert violations_in_light_and_dark(page) == []
    first = page.locator(".pairs > li").first.locator(".pairs__side > a")
    expect(first).to_have_count(2)
    one, other = first.all_inner_texts()
    first.first.click()
    pairs = page.locator("section", has_text="Có thể trùng, cần rà soát").last
    expect(page.get_by_role("heading", level=1)).to_have_text(one)
    expect(pairs.get_by_role("link", name=other, exact=True)).to_be_visible()
    assert overflows(page) == []
    assert violations_in_light_and_dark(page) == []


@pytest.mark.parametrize("sort", ["Tên giống nhau", "Trùng ngày"])
def test_a_reviewed_pair_is_off_the_lists_and_told_on_both_pages(page: Page, sort: str):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("trung-lap/")
    page.locator("section[aria-labelledby=da-ra-soat] summary").click()
    pair = page.locator("section[aria-labelledby=da-ra-soat] .pairs > li", has_text=sort).first
    told = pair.locator("p", has_text="Đã rà soát, để nguyên: ").all_inner_texts()
    assert len(told) == TWICE
    assert overflows(page) == []
    for program in [link.get_attribute("href") for link in pair.locator(".pairs__side > a").all()]:
        page.goto(urljoin("trung-lap/", str(program)))
        own = page.locator("section[aria-labelledby=muc_co_the_trung]")
        for review in told:
            expect(own).to_contain_text(review)
        assert overflows(page) == []
    assert violations_in_light_and_dark(page) == []
