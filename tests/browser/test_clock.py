"""The reader's clock tells what depends on the day; without scripts the page says what always holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import address_of

STATES = """.state[data-times*='"planned"'][data-times*='"2024"']:not([data-times*='"results"'])"""
"""The states of plans of 2024 whose results no source tells."""
UNKNOWN_RESULTS = "Kế hoạch 2024, chưa có thông tin kết quả"

at = pytest.mark.parametrize


@at("now", ["2026-11-22T08:00:00+07:00"])
def test_years_after_the_newest_plan_its_age_is_told(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    expect(page.get_by_label("Lưu ý")).to_contain_text(
        "Danh mục chưa có kế hoạch năm 2026; mới nhất là năm 2024."
    )
    expect(page.get_by_label("Lưu ý")).not_to_contain_text("Kế hoạch mới nhất")


@at("now", ["2024-02-01T08:00:00+07:00"])
def test_within_its_year_the_newest_plan_is_the_newest(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    expect(page.get_by_label("Lưu ý")).to_contain_text("Kế hoạch mới nhất: năm 2024.")


@at("javascript", [False])
@at("now", ["2026-11-22T08:00:00+07:00"])
def test_without_scripts_the_words_hold_whatever_the_day(page: Page):
    page.goto("chuong-trinh/")
    expect(page.get_by_label("Lưu ý")).to_contain_text("Kế hoạch mới nhất: năm 2024.")
    assert set(page.locator(STATES).all_inner_texts()) == {"Kế hoạch 2024"}
    expect(page.locator("button:not([type=submit]):visible")).to_have_count(0)


@at("now", ["2026-11-22T08:00:00+07:00", "2025-01-01T00:30:00+07:00"])
def test_once_its_year_is_over_a_plan_without_results_never_reads_as_coming(page: Page):
    page.goto("chuong-trinh/")
    assert set(page.locator(STATES).all_inner_texts()) == {UNKNOWN_RESULTS}
    listed = page.locator(f".records > li:has({STATES})")
    assert listed.count() > 3
    assert all("past" in (item.get_attribute("class") or "") for item in listed.all())
    page.goto(programme_of_2024(page))
    expect(page.locator(f"h1 + .tags {STATES}")).to_have_text(UNKNOWN_RESULTS)


@at("now", ["2024-02-01T08:00:00+07:00", "2024-12-31T23:30:00+07:00"])
def test_within_its_year_a_plan_reads_as_a_plan(page: Page):
    page.goto("chuong-trinh/")
    assert set(page.locator(STATES).all_inner_texts()) == {"Kế hoạch 2024"}
    page.goto(programme_of_2024(page))
    expect(page.locator(f"h1 + .tags {STATES}")).to_have_text("Kế hoạch 2024")


def programme_of_2024(page: Page) -> str:
    """The address of a programme that the list of programmes shows as planned."""
    page.goto("chuong-trinh/")
    return str(page.locator(f".records > li:has({STATES}) > a").first.evaluate("(link) => link.href"))


@at("now", ["2021-10-14T08:00:00+07:00", "2026-11-22T08:00:00+07:00"])
def test_what_has_a_result_or_was_called_off_is_left_as_it_stands(page: Page, site: Path):
    page.goto(address_of(site, "programme that was carried out"))
    expect(page.locator("h1 + .tags .state")).to_contain_text("Đã thực hiện")
    expect(page.locator("h1 + .tags .state")).to_have_attribute("data-phase", "past")


@pytest.mark.own_window
def test_the_readers_day_is_that_of_the_readers_place(page: Page):
    page.goto("404.html")
    page.clock.set_fixed_time("2024-12-31T17:30:00Z")
    assert (
        page.evaluate("async () => (await import('/assets/javascripts/common/moment.js')).dayOf(new Date())")
        == "2025-01-01"
    )
