"""What depends on the reader's day is told by the reader's clock; without scripts the page says what holds on any day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import address_of

STATES = ".state[data-planned][data-year='2024']"
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
    page.goto("nam/2024/")
    expect(page.get_by_label("Lưu ý")).to_contain_text("Kế hoạch mới nhất: năm 2024.")
    assert set(page.locator(STATES).all_inner_texts()) == {"Kế hoạch 2024"}
    expect(page.locator("button:not([type=submit]):visible")).to_have_count(0)


@at("now", ["2026-11-22T08:00:00+07:00", "2025-01-01T00:30:00+07:00"])
def test_once_its_year_is_over_a_plan_without_results_never_reads_as_coming(page: Page):
    page.goto("nam/2024/")
    assert set(page.locator(STATES).all_inner_texts()) == {UNKNOWN_RESULTS}
    listed = page.locator(f".records > li:has({STATES})")
    assert listed.count() > 3
    assert all("past" in (item.get_attribute("class") or "") for item in listed.all())
    page.goto(programme_of_2024(page))
    expect(page.locator(f"h1 + .tags {STATES}")).to_have_text(UNKNOWN_RESULTS)


@at("now", ["2024-02-01T08:00:00+07:00", "2024-12-31T23:30:00+07:00"])
def test_within_its_year_a_plan_reads_as_a_plan(page: Page):
    page.goto("nam/2024/")
    assert set(page.locator(STATES).all_inner_texts()) == {"Kế hoạch 2024"}
    page.goto(programme_of_2024(page))
    expect(page.locator(f"h1 + .tags {STATES}")).to_have_text("Kế hoạch 2024")


def programme_of_2024(page: Page) -> str:
    """The address of a programme that the year's page lists as planned."""
    page.goto("nam/2024/")
    return str(page.locator(f".records > li:has({STATES}) > a").first.evaluate("(link) => link.href"))


@at("now", ["2021-10-14T08:00:00+07:00", "2026-11-22T08:00:00+07:00"])
def test_what_has_a_result_or_was_called_off_is_left_as_it_stands(page: Page, site: Path):
    page.goto(address_of(site, "programme that was carried out"))
    expect(page.locator("h1 + .tags .state")).to_contain_text("Đã thực hiện")
    assert page.locator("h1 + .tags .state").get_attribute("data-phase") is None


DAYS: list[tuple[str, str, dict[str, Any], str | None, str | None]] = [
    (
        "a deadline to come",
        "2026-03-01",
        {"deadline": "2026-03-11", "start": "2026-04-01", "end": "2026-04-05"},
        "open",
        "Còn 10 ngày gửi danh sách",
    ),
    ("the day before", "2026-03-10", {"deadline": "2026-03-11"}, "open", "Còn 1 ngày gửi danh sách"),
    (
        "the last day",
        "2026-03-11",
        {"deadline": "2026-03-11", "start": "2026-04-01"},
        "open",
        "Hôm nay hết hạn gửi danh sách",
    ),
    (
        "the day after the deadline",
        "2026-03-12",
        {"deadline": "2026-03-11", "start": "2026-04-01", "end": "2026-04-05"},
        "soon",
        "Sắp khai giảng",
    ),
    (
        "a deadline past, and nothing else known",
        "2026-03-12",
        {"deadline": "2026-03-11"},
        "closed",
        "Hết hạn gửi danh sách",
    ),
    ("over the end of a year", "2025-12-31", {"deadline": "2026-01-01"}, "open", "Còn 1 ngày gửi danh sách"),
    ("over a leap day", "2028-02-28", {"deadline": "2028-03-01"}, "open", "Còn 2 ngày gửi danh sách"),
    (
        "over the end of February of a common year",
        "2026-02-28",
        {"deadline": "2026-03-01"},
        "open",
        "Còn 1 ngày gửi danh sách",
    ),
    (
        "a deadline without a day, before its month",
        "2026-11-22",
        {"deadline": "2026-12"},
        "open",
        "Chưa hết hạn gửi danh sách",
    ),
    ("a deadline without a day, within its month", "2026-12-05", {"deadline": "2026-12"}, None, None),
    (
        "a deadline without a day, within its month and before the start",
        "2026-12-05",
        {"deadline": "2026-12", "start": "2027-01-04"},
        "soon",
        "Sắp khai giảng",
    ),
    (
        "a deadline that is a year, before it",
        "2026-11-22",
        {"deadline": "2027"},
        "open",
        "Chưa hết hạn gửi danh sách",
    ),
    ("a deadline that is a year, within it", "2027-03-01", {"deadline": "2027"}, None, None),
    ("on a leap day", "2028-02-29", {"start": "2028-02-29", "end": "2028-02-29"}, "running", "Đang học"),
    ("after a leap day", "2028-03-01", {"start": "2028-02-29", "end": "2028-02-29"}, "past", "Đã kết thúc"),
    (
        "before the first day",
        "2026-03-31",
        {"start": "2026-04-01", "end": "2026-04-05"},
        "soon",
        "Sắp khai giảng",
    ),
    ("the first day", "2026-04-01", {"start": "2026-04-01", "end": "2026-04-05"}, "running", "Đang học"),
    (
        "the last day of a class",
        "2026-04-05",
        {"start": "2026-04-01", "end": "2026-04-05"},
        "running",
        "Đang học",
    ),
    (
        "the day after a class",
        "2026-04-06",
        {"start": "2026-04-01", "end": "2026-04-05"},
        "past",
        "Đã kết thúc",
    ),
    (
        "a class over the end of a year",
        "2026-01-01",
        {"start": "2025-12-29", "end": "2026-01-09"},
        "running",
        "Đang học",
    ),
    ("without an end, before", "2026-03-31", {"start": "2026-04-01"}, "soon", "Sắp khai giảng"),
    ("without an end, after", "2026-04-02", {"start": "2026-04-01"}, "running", "Đã khai giảng"),
    ("without an end, on the first day", "2026-04-01", {"start": "2026-04-01"}, "running", "Đã khai giảng"),
    (
        "without an end, at the end of its year",
        "2026-12-31",
        {"start": "2026-04-01"},
        "running",
        "Đã khai giảng",
    ),
    (
        "without an end, in a later year",
        "2027-01-01",
        {"start": "2026-04-01"},
        "past",
        "Đã khai giảng năm 2026",
    ),
    (
        "a month without an end, in a later year",
        "2027-01-01",
        {"start": "2026-04"},
        "past",
        "Đã khai giảng năm 2026",
    ),
    ("an end alone, before", "2026-04-05", {"end": "2026-04-05"}, None, None),
    ("an end alone, after", "2026-04-06", {"end": "2026-04-05"}, "past", "Đã kết thúc"),
    ("a month to come", "2026-03-31", {"start": "2026-04", "end": "2026-06"}, "soon", "Sắp khai giảng"),
    (
        "within the month of the start nobody knows",
        "2026-04-15",
        {"start": "2026-04", "end": "2026-06"},
        None,
        None,
    ),
    (
        "past the month of the start",
        "2026-05-01",
        {"start": "2026-04", "end": "2026-06"},
        "running",
        "Đang học",
    ),
    (
        "the last day of the month of the end",
        "2026-06-30",
        {"start": "2026-04", "end": "2026-06"},
        "running",
        "Đang học",
    ),
    (
        "past the month of the end",
        "2026-07-01",
        {"start": "2026-04", "end": "2026-06"},
        "past",
        "Đã kết thúc",
    ),
    ("a February of 29 days", "2028-02-29", {"start": "2028-01-05", "end": "2028-02"}, "running", "Đang học"),
    (
        "past a February of 29 days",
        "2028-03-01",
        {"start": "2028-01-05", "end": "2028-02"},
        "past",
        "Đã kết thúc",
    ),
    ("a December", "2026-12-31", {"start": "2026-11", "end": "2026-12"}, "running", "Đang học"),
    ("past a December", "2027-01-01", {"start": "2026-11", "end": "2026-12"}, "past", "Đã kết thúc"),
    ("a year to come", "2025-12-31", {"start": "2026", "end": "2027"}, "soon", "Sắp khai giảng"),
    ("within the year of the start nobody knows", "2026-06-01", {"start": "2026", "end": "2027"}, None, None),
    ("past the year of the start", "2027-01-01", {"start": "2026", "end": "2027"}, "running", "Đang học"),
    ("past the year of the end", "2028-01-01", {"start": "2026", "end": "2027"}, "past", "Đã kết thúc"),
    ("a plan in its year", "2024-12-31", {"year": "2024", "planned": "2024"}, None, None),
    ("a plan after its year", "2025-01-01", {"year": "2024", "planned": "2024"}, "past", UNKNOWN_RESULTS),
    (
        "a planned class after its end",
        "2024-06-01",
        {"start": "2024-05-06", "end": "2024-05-10", "planned": "2024"},
        "past",
        UNKNOWN_RESULTS,
    ),
    ("a plan of some years within them", "2025-12-31", {"year": "2025", "planned": "2022-2025"}, None, None),
    (
        "a plan of some years after them",
        "2026-01-01",
        {"year": "2025", "planned": "2022-2025"},
        "past",
        "Kế hoạch 2022-2025, chưa có thông tin kết quả",
    ),
    (
        "a planned class before its start",
        "2024-05-01",
        {"start": "2024-05-06", "end": "2024-05-10", "planned": ""},
        "soon",
        "Sắp khai giảng",
    ),
    (
        "a planned class without an end, after its year",
        "2025-01-01",
        {"start": "2024-05-06", "planned": ""},
        "past",
        UNKNOWN_RESULTS,
    ),
    ("nothing known", "2026-04-01", {}, None, None),
]


@at(("today", "times", "phase", "words"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_a_day_makes_of_dates_what_is_sure_and_no_more(
    module: Page, today: str, times: dict[str, Any], phase: str | None, words: str | None
):
    state = module.evaluate(
        "async ([today, times]) => (await import('/assets/javascripts/common/moment.js')).stateOn(today, times)",
        [today, times],
    )
    assert state == (None if phase is None else {"phase": phase, "words": words})


def test_the_readers_day_is_that_of_the_readers_place(page: Page):
    page.goto("404.html")
    page.clock.set_fixed_time("2024-12-31T17:30:00Z")
    assert (
        page.evaluate("async () => (await import('/assets/javascripts/common/moment.js')).dayOf(new Date())")
        == "2025-01-01"
    )
