"""The desk of a body on the reader's day: what is ours, by when, to whom, three clicks from the home page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations_everywhere
from tests.browser.conftest import Builder
from tests.browser.overflow import overflows
from tests.browser.searching import heading, served_sample

DEPARTMENT, WARD = "don-vi/so-noi-vu-thanh-pho-mau/", "don-vi/uy-ban-nhan-dan-xa-thang-quan/"
EARLIER = "don-vi/so-noi-vu-thanh-pho-mau/viec-nam-2025/"
CLOSED, OVER = "đã hết hạn gửi danh sách hoặc đã khai giảng", "đã qua"

at = pytest.mark.parametrize


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_sample(built, tmp_path_factory.mktemp("sample") / "data") as address:
        yield address


def rows(page: Page) -> Locator:
    """The classes that can be read."""
    return page.locator("[data-duties] tbody tr:visible:has(th[scope=row])")


def fold(page: Page, words: str) -> Locator:
    """The button of what has gone by in this way."""
    return page.get_by_role("button", name=re.compile(rf"^\d+ mục {words}$"))


def days_due(page: Page) -> list[str]:
    """The deadlines that can be read, in their order, where they are days."""
    found: list[str] = (
        rows(page).locator(".due time").evaluate_all("(times) => times.map((each) => each.dateTime)")
    )
    return found


def test_seats_deadline_and_whom_to_tell_are_two_clicks_from_the_home_page(page: Page):
    page.goto("")
    page.get_by_role("navigation").get_by_role("link", name="Đơn vị", exact=True).first.click()
    page.get_by_role("link", name="Sở Nội vụ Thành phố Mẫu", exact=True).click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Việc của đơn vị")
    first = rows(page).first
    expect(first.locator("[data-label='Chỉ tiêu của đơn vị']")).to_have_text(re.compile(r"^\d+$"))
    expect(first.locator("[data-label='Hạn gửi danh sách'] time")).to_be_visible()
    expect(first.locator("[data-label='Gửi ai'] a").first).to_be_visible()
    first.get_by_role("link").first.click()
    assert re.search(r"/chuong-trinh/[^/]+/#.", page.url)


@at("now", ["2026-11-22T08:00:00+07:00"])
def test_what_has_gone_by_is_folded_and_the_rest_begins_with_the_nearest_deadline(page: Page):
    page.goto(WARD)
    assert rows(page).count() < 27
    due = days_due(page)
    assert due == sorted(due)
    assert due[0] >= "2026-11-22"
    expect(fold(page, CLOSED)).to_have_attribute("aria-expanded", "false")
    before = rows(page).count()
    for words in (CLOSED, OVER):
        fold(page, words).click()
    assert rows(page).count() == 27 > before


@at("now", ["2030-01-01T08:00:00+07:00"])
def test_when_all_has_gone_by_the_table_says_so_and_the_page_how_old_its_data_is(page: Page):
    page.goto(EARLIER)
    expect(rows(page)).to_have_count(0)
    expect(page.locator("[data-duties] caption")).to_contain_text("Mọi việc trong bảng này đã qua.")
    page.goto(WARD)
    expect(page.get_by_text("Chưa có dữ liệu năm 2030.")).to_be_visible()


@at("javascript", [False])
def test_without_scripts_every_class_can_be_read_and_nothing_needs_pressing(page: Page):
    page.goto(WARD)
    assert rows(page).count() == 27
    expect(page.locator(".duties button")).to_have_count(0)


@at("now", ["2026-11-22T08:00:00+07:00"])
def test_other_years_say_whether_anything_is_left_to_send(page: Page):
    page.goto(DEPARTMENT)
    years = page.locator(".desk-links li")
    expect(years.filter(has_text="Năm 2025")).not_to_contain_text("còn hạn")
    expect(years.filter(has_text="Trang 1")).to_contain_text("còn hạn")


@at("address", [DEPARTMENT, WARD])
def test_the_search_that_the_desk_leads_to_finds_as_many_programmes(page: Page, address: str):
    page.goto(address)
    link = page.get_by_role("link", name=re.compile(r"^Tìm trong \d+ chương trình phân bổ cho đơn vị$"))
    promised = re.findall(r"\d+", link.inner_text())
    link.click()
    expect(heading(page)).to_contain_text(f"{promised[0]} kết quả")
    expect(page.locator(".chip").first).to_contain_text("Đơn vị được phân bổ: ")


@at("address", [WARD, EARLIER])
def test_neither_the_desk_nor_a_year_of_it_has_a_fault(page: Page, address: str):
    page.goto(address)
    for button in page.locator(".duties__fold:visible").all():
        button.click()
    page.set_viewport_size({"width": 320, "height": 800})
    assert overflows(page) == []
    assert violations_everywhere(page, framed=False) == []
