"""What comes next on the home page by the reader's clock: before all days, between them, after all of them.

The catalogue has deadlines on 1-12-2026, 4-12-2026 and 1-2-2027, classes begin on 10-12-2026, 14-12-2026 and
11-1-2027; one that is postponed is none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Builder
from tests.browser.searching import OPEN, served_dated

NO_DEADLINE = "Danh mục không có hạn nào từ nay trở đi; hạn cuối đã qua ngày 1-2-2027."
NO_CLASS = "Danh mục không có lớp nào khai giảng từ nay trở đi; lớp cuối đã qua ngày 11-1-2027."
at = pytest.mark.parametrize


def coming(page: Page, sort: str) -> Locator:
    return page.locator(f"[data-coming={sort}]")


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_dated(built, tmp_path_factory.mktemp("coming") / "data") as address:
        yield address


@at("now", ["2026-11-30T23:00:00+07:00"])
def test_before_all_deadlines_the_next_is_told_with_the_days_left(page: Page):
    page.goto("")
    expect(coming(page, "deadlines")).to_contain_text("2 hạn gửi danh sách trong 30 ngày tới.")
    entries = coming(page, "deadlines").locator("li")
    expect(entries.locator("time")).to_have_text(["1-12-2026", "4-12-2026", "1-2-2027"])
    expect(entries.first).to_contain_text("Còn 1 ngày gửi danh sách")
    expect(coming(page, "beginnings")).to_contain_text("2 lớp khai giảng trong 30 ngày tới.")
    entries.nth(1).locator("a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(OPEN)


@at("now", ["2026-12-05T00:10:00+07:00"])
def test_between_the_deadlines_and_the_classes_these_are_still_to_come(page: Page):
    page.goto("")
    expect(coming(page, "deadlines").locator("time")).to_have_text(["1-2-2027"])
    expect(coming(page, "beginnings").locator("time")).to_have_text(["10-12-2026", "14-12-2026", "11-1-2027"])
    expect(page.get_by_role("link", name="Tất cả lớp sắp khai giảng")).to_be_visible()


@at("now", ["2026-10-20T08:00:00+07:00"])
def test_more_than_a_month_before_it_is_told_that_none_is_soon_and_which_is_next(page: Page):
    page.goto("")
    expect(coming(page, "deadlines")).to_contain_text("Không có hạn gửi danh sách nào trong 30 ngày tới.")
    expect(coming(page, "deadlines").locator("time").first).to_have_text("1-12-2026")


@at("now", ["2027-02-02T08:00:00+07:00"])
def test_after_all_of_them_the_page_says_that_nothing_comes(page: Page):
    page.goto("")
    expect(coming(page, "deadlines")).to_have_text(NO_DEADLINE)
    expect(coming(page, "beginnings")).to_have_text(NO_CLASS)
    expect(page.get_by_role("link", name="Tất cả lớp còn nhận danh sách")).to_have_count(0)


@at("javascript", [False])
def test_without_scripts_a_link_leads_to_the_months(page: Page):
    page.goto("")
    expect(coming(page, "deadlines")).to_contain_text("Danh mục ghi 3 hạn gửi danh sách")
    coming(page, "deadlines").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lịch")


@pytest.mark.own_window
def test_a_page_that_stays_open_into_another_day_shows_that_day(page: Page):
    page.clock.install(time="2026-12-04T23:59:50+07:00")
    page.goto("")
    expect(coming(page, "deadlines")).to_contain_text("Hôm nay hết hạn gửi danh sách")
    page.clock.fast_forward(11_000)
    expect(coming(page, "deadlines").locator("time")).to_have_text(["1-2-2027"])


def test_a_month_that_does_not_come_leaves_the_words_that_always_hold(page: Page, faults: list[str]):
    page.route("**/assets/coming/**", lambda route: route.fulfill(status=503))
    with page.expect_response("**/assets/coming/**"):
        page.goto("")
    expect(coming(page, "deadlines")).to_contain_text("xem lịch theo tháng")
    faults.clear()
