"""The calendar on the reader's day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Builder
from tests.browser.searching import served_sample


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
    expect(marked).to_have_attribute("data-day", "2026-03-18")
