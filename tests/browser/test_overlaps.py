"""«Có thể trùng, cần rà soát» with many pairs, which the real data has not: whole, legible, led both ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations_in_light_and_dark
from tests.browser.conftest import Builder
from tests.browser.overflow import overflows
from tests.browser.searching import served_sample


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
