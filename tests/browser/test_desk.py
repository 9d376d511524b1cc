"""The desk of a body on the reader's day: what is ours, by when, to whom, three clicks from the home page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations_everywhere
from tests.browser.conftest import Builder, served
from tests.browser.kinds import Kind, pages_of
from tests.browser.overflow import overflows
from tests.browser.searching import heading, write_hundreds

LARGE = Kind("desk of many years", "don-vi/*/index.html", holds="desk-links")
SMALL = Kind("desk on one page", "don-vi/*/index.html", holds="data-duties", lacks="desk-links")
CLOSED, OVER = "đã hết hạn gửi danh sách hoặc đã khai giảng", "đã qua"

at = pytest.mark.parametrize


@pytest.fixture(scope="module")
def sample(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the sample city."""
    return built("sample", partial(write_hundreds, tmp_path_factory.mktemp("sample") / "data"))


@pytest.fixture(scope="module")
def site_url(sample: Path) -> Iterator[str]:
    with served(sample) as address:
        yield address


@pytest.fixture(scope="module")
def department(sample: Path) -> str:
    """The address of a body with most to do."""
    return pages_of(sample, LARGE)[0]


@pytest.fixture(scope="module")
def ward(sample: Path) -> str:
    """The address of a body whose desk stands on one page."""
    return pages_of(sample, SMALL)[0]


@pytest.fixture(scope="module")
def earlier(sample: Path, department: str) -> str:
    """The address of the first year of the department."""
    first = min((sample / department).glob("viec-nam-*"))
    return f"{department}{first.name}/"


def all_rows(page: Page) -> int:
    """How many classes the desk has, to be read or not."""
    return page.locator("[data-duties] tbody tr:has(th[scope=row])").count()


def rows(page: Page) -> Locator:
    """The classes that can be read."""
    return page.locator("[data-duties] tbody tr:visible:has(th[scope=row])")


def fold(page: Page, words: str) -> Locator:
    """The button of what has gone by in this way."""
    return page.get_by_role("button", name=re.compile(rf"^\d+ mục {words}$"))


def days_due(page: Page) -> list[list[str]]:
    """The deadlines that can be read, a list for each year, in their order, where they are days."""
    return [
        year.locator("tbody tr:visible .due time:first-child").evaluate_all(
            "(times) => times.map((each) => each.dateTime)"
        )
        for year in page.locator("[data-duties]").all()
    ]


def test_seats_deadline_and_whom_to_tell_are_two_clicks_from_the_home_page(page: Page, department: str):
    page.goto("")
    page.get_by_role("navigation").get_by_role("link", name="Đơn vị", exact=True).first.click()
    page.locator(f"main a[href$='{department.removeprefix('don-vi/')}']").first.click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Việc của đơn vị")
    first = (
        rows(page)
        .filter(has=page.locator("[data-label='Gửi ai'] a"))
        .filter(has=page.locator(".due time"))
        .first
    )
    expect(first.locator("[data-label='Chỉ tiêu của đơn vị']")).to_have_text(re.compile(r"^\d+$"))
    expect(first.locator("[data-label='Hạn gửi danh sách'] time").first).to_be_visible()
    expect(first.locator("[data-label='Gửi ai'] a").first).to_be_visible()
    first.get_by_role("link").first.click()
    assert re.search(r"/chuong-trinh/[^/]+/#.", page.url)


@at("now", ["2026-11-22T08:00:00+07:00"])
def test_what_has_gone_by_is_folded_and_the_rest_begins_with_the_nearest_deadline(page: Page, ward: str):
    page.goto(ward)
    before = rows(page).count()
    years = days_due(page)
    assert years == [sorted(due) for due in years]
    assert min(day for due in years for day in due) >= "2026-11-22"
    expect(fold(page, CLOSED).first).to_have_attribute("aria-expanded", "false")
    for button in page.locator(".duties__fold:visible").all():
        button.click()
    assert rows(page).count() == all_rows(page) > before


@at("now", ["2024-12-20T08:00:00+07:00"])
def test_a_desk_opens_with_the_first_year_in_which_the_reader_can_still_send_anything(
    page: Page, department: str, ward: str
):
    for desk in (department, ward):
        page.goto(desk)
        first = page.locator(".desk-year").first
        expect(first).to_have_attribute("data-year", re.compile("^202[45]$"))
        year = first.get_attribute("data-year")
        expect(first.locator("h3").first).to_have_text(f"Năm {year}")
        expect(first.locator("caption").first).to_contain_text(f"năm {year}")
    first.locator("tbody a").first.click()
    assert re.search(r"/chuong-trinh/[^/]+/", page.url)


@at("now", ["2030-01-01T08:00:00+07:00"])
def test_in_the_end_only_classes_without_a_sure_day_are_left_and_the_page_says_how_old_its_data_is(
    page: Page, department: str, earlier: str
):
    page.goto(earlier)
    assert 0 <= rows(page).count() < all_rows(page)
    expect(rows(page).locator("time")).to_have_count(0)
    page.goto(department)
    expect(page.get_by_text("Chưa có dữ liệu năm 2030.")).to_be_visible()


@at("javascript", [False])
def test_without_scripts_every_class_can_be_read_and_nothing_needs_pressing(page: Page, ward: str):
    page.goto(ward)
    assert rows(page).count() == all_rows(page) > 0
    expect(page.locator(".duties button")).to_have_count(0)


@at(("now", "is_left"), [("2026-11-22T08:00:00+07:00", False), ("2020-01-01T08:00:00+07:00", True)])
def test_other_years_say_whether_anything_is_left_to_send(
    page: Page, department: str, earlier: str, is_left: bool
):
    page.goto(department)
    years = page.locator(".desk-links li[data-year]")
    year = years.filter(has=page.locator(f"a[href*='{Path(earlier).name}']"))
    expect(year.get_by_text("còn hạn")).to_have_count(int(is_left))


@at("desk", ["department", "ward"])
def test_the_search_that_the_desk_leads_to_finds_as_many_programmes(
    page: Page, request: pytest.FixtureRequest, desk: str
):
    page.goto(request.getfixturevalue(desk))
    link = page.get_by_role("link", name=re.compile(r"^Tìm trong \d+ chương trình phân bổ cho đơn vị$"))
    promised = re.findall(r"\d+", link.inner_text())
    link.click()
    expect(heading(page)).to_contain_text(f"{promised[0]} kết quả")
    expect(page.locator(".chip").first).to_contain_text("Đơn vị được phân bổ: ")


@at("desk", ["ward", "earlier"])
def test_neither_the_desk_nor_a_year_of_it_has_a_fault(page: Page, request: pytest.FixtureRequest, desk: str):
    page.goto(request.getfixturevalue(desk))
    for button in page.locator(".duties__fold:visible").all():
        button.click()
    page.set_viewport_size({"width": 320, "height": 800})
    assert overflows(page) == []
    assert violations_everywhere(page, framed=False) == []
