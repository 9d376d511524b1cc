"""The calendar on the reader's day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations_in_light_and_dark
from tests.browser.conftest import Builder
from tests.browser.overflow import overflows
from tests.browser.searching import served_sample

BOTH = 2
"""What a cell of a usual month counts: deadlines, and classes that begin."""


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_sample(built, tmp_path_factory.mktemp("sample") / "data") as address:
        yield address


def test_the_day_and_the_month_of_the_reader_are_marked(page: Page):
    page.clock.set_fixed_time("2026-03-18T08:00:00+07:00")
    page.goto("lich/")
    marked = page.locator("[aria-current=date]")
    expect(marked).to_have_attribute("data-day", "2026-03")
    marked.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tháng 3 năm 2026")
    expect(page.locator("td[aria-current=date]")).to_have_attribute("data-day", "2026-03-18")


def test_on_a_phone_the_day_of_the_reader_is_marked_in_the_list_by_day(page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("lich/2026-03/")
    days = page.locator("h2[data-day]")
    for at in (0, 1):
        page.clock.set_fixed_time(f"{days.nth(at).get_attribute('data-day')}T08:00:00+07:00")
        page.reload()
        expect(page.locator("[aria-current=date]:visible")).to_have_count(1)
        expect(days.nth(at)).to_have_attribute("aria-current", "date")
        said = days.nth(at).evaluate("(day) => getComputedStyle(day, '::after').content")
        assert said == '"hôm nay"'
        assert overflows(page) == []
        assert violations_in_light_and_dark(page) == []


def test_on_a_phone_a_month_that_does_not_show_is_said_to_be_one_without_records(page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("lich/")
    expect(page.locator(".months .blank").first).to_be_hidden()
    caption = page.locator(".months caption")
    expect(caption).to_be_visible()
    assert "Tháng không có số: danh mục chưa ghi nhận." in caption.inner_text()
    assert overflows(page) == []


@pytest.mark.parametrize("width", [768])
def test_on_a_tablet_a_number_and_its_word_stay_on_one_line(page: Page):
    page.goto("lich/")
    link = page.locator("[data-day='2026-03'] a")
    counts = [words.strip() for words in link.inner_text().split("\n")]
    height, line = link.evaluate(
        "(link) => [link.clientHeight, parseFloat(getComputedStyle(link).lineHeight)]"
    )
    assert len(counts) == BOTH, counts
    assert height < (BOTH + 1) * line
    assert overflows(page) == []
