"""The home page of a thousand programmes: two screens of a phone, a hundred kilobytes, figures of years."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import Builder
from tests.browser.searching import served_sample

FOOT = 250
"""Pixels behind the two screens, for the links of the foot: the sample tells of two years."""


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_sample(built, tmp_path_factory.mktemp("large") / "data") as address:
        yield address


@pytest.mark.parametrize(("width", "height"), [(360, 780)])
def test_it_fits_two_screens_of_a_phone(page: Page):
    page.goto("")
    expect(page.locator("[data-coming=deadlines]").locator("li")).to_have_count(3)
    end = page.evaluate("document.querySelector('main').lastElementChild.getBoundingClientRect().bottom")
    assert end <= 2 * 780
    assert page.evaluate("document.documentElement.scrollHeight") <= 2 * 780 + FOOT


@pytest.mark.own_window
def test_it_weighs_less_than_a_hundred_kilobytes_with_all_that_it_loads(page: Page):
    loaded: list[Response] = []

    def note(response: Response) -> None:
        loaded.append(response)

    page.on("response", note)
    page.goto("", wait_until="networkidle")
    assert any("/assets/coming/" in each.url for each in loaded)
    assert sum(len(gzip.compress(each.body(), 6)) for each in loaded) < 100_000


def test_the_running_and_the_coming_year_have_four_figures_each(page: Page):
    page.goto("")
    expect(page.locator("[data-which]:visible")).to_have_text(["năm nay", "năm tới"])
    cards = page.locator("[data-year]:visible")
    assert [card.locator("dt").count() for card in cards.all()] == [4, 4]
    expect(cards.locator("[data-nearest] time")).to_have_count(2)
