"""A desk with more classes a year than a page holds: it begins with the next deadline on the reader's day."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT, Builder, served
from tests.browser.overflow import overflows

DESK = "don-vi/so-noi-vu/"
DUE = {
    2027: [date(2027, 1, 4) + timedelta(days=turn) for turn in range(250)],
    2028: [date(2028, 2, 1) + timedelta(days=turn) for turn in range(130)],
}
"""By when names are due: a class a day. Each class begins two weeks later."""
UNDATED = 30
"""The classes of 2027 that nobody knows a day of."""
HEAVIEST = 200_000

at = pytest.mark.parametrize


def write_long(folder: Path) -> Path:
    """Writes a catalogue in which one body has hundreds of classes a year."""
    shutil.copytree(ROOT / "tests/hai-duong", folder)
    for year, days in DUE.items():
        known = [
            f"{{id: lop-{turn}, start: {day + timedelta(days=14)}, end: {day + timedelta(days=16)}, "
            f"deadline: {day}, allocations: {{so-noi-vu: 2}}}}"
            for turn, day in enumerate(days, start=1)
        ]
        unknown = [f"{{id: chua-{turn}, allocations: {{so-noi-vu: 1}}}}" for turn in range(UNDATED)]
        lines = [
            f"title: Bồi dưỡng nghiệp vụ năm {year}",
            "sources: [{source: haiduong-2021-10-14}]",
            "verification: {level: reported}",
            f"period: {{start: {year}, end: {year}}}",
            "classes:",
            *(f"  - {each}" for each in (*known, *(unknown if year == min(DUE) else []))),
        ]
        (folder / f"programs/nghiep-vu-{year}.yml").write_text("\n".join([*lines, ""]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def long(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    return built("long desk", partial(write_long, tmp_path_factory.mktemp("long") / "data"))


@pytest.fixture(scope="module")
def site_url(long: Path) -> Iterator[str]:
    with served(long) as address:
        yield address


def rows(page: Page) -> Locator:
    """The classes that can be read."""
    return page.locator("[data-duties] tbody tr:visible:has(th[scope=row])")


def due(page: Page) -> list[str]:
    """The deadlines that can be read, in their order."""
    times = page.locator("[data-duties] tbody tr:visible .due time")
    days: list[str] = times.evaluate_all("(times) => times.map((each) => each.dateTime)")
    return days


def expected(day: str) -> list[str]:
    """The deadlines of the year that are left on a day."""
    return [str(each) for each in DUE[int(day[:4])] if str(each) >= day]


@at(
    "now",
    [
        "2027-01-01T08:00:00+07:00",
        "2027-04-10T08:00:00+07:00",
        "2027-04-13T08:00:00+07:00",
        "2027-04-14T08:00:00+07:00",
        "2027-09-01T08:00:00+07:00",
        "2028-02-20T08:00:00+07:00",
        "2028-06-01T08:00:00+07:00",
    ],
    ids=["before all", "few left of a page", "the last of it", "a page on", "later", "newest", "its end"],
)
def test_it_begins_with_the_next_deadline_and_the_ten_after_it(page: Page, now: str):
    page.goto(DESK)
    left = expected(now[:10])
    expect(page.locator(".desk-year h3")).to_have_text(f"Năm {now[:4]}")
    expect(rows(page).first.locator(".due time")).to_have_attribute("datetime", left[0])
    assert due(page)[:10] == left[:10]
    expect(rows(page).first.locator(".state")).to_have_text(re.compile("ngày gửi danh sách|Hôm nay hết hạn"))


@at("now", ["2027-10-20T08:00:00+07:00"])
def test_where_every_deadline_of_the_year_has_gone_by_the_next_year_comes_first(page: Page):
    page.goto(DESK)
    expect(page.locator(".desk-year h3")).to_have_text("Năm 2028")
    assert due(page)[0] == str(DUE[2028][0])


@at("now", ["2027-09-01T08:00:00+07:00"])
def test_its_pages_are_linked_and_say_which_is_open(page: Page):
    page.goto(DESK)
    parts = page.locator(".desk-year nav li")
    expect(parts).to_have_count(3)
    expect(parts.get_by_text("còn hạn")).to_have_count(1)
    expect(parts.nth(2)).to_contain_text("còn hạn")
    page.set_viewport_size({"width": 320, "height": 800})
    assert overflows(page) == []
    parts.nth(2).get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("việc của đơn vị năm 2027, trang 3")
    assert due(page)[0] == "2027-09-01"


@at("now", ["2027-09-01T08:00:00+07:00"])
def test_a_page_of_the_year_that_has_gone_by_leads_to_the_one_with_the_next_deadline(page: Page):
    page.goto(f"{DESK}viec-nam-2027/")
    caption = page.locator("caption")
    expect(caption).to_contain_text("Không còn việc nào phải gửi danh sách. Hạn gửi tiếp theo ở trang 3.")
    caption.get_by_role("link", name="trang 3").click()
    expect(page).to_have_url(re.compile("/viec-nam-2027/3/$"))
    assert due(page)[0] == "2027-09-01"


@pytest.mark.own_window
def test_a_day_later_it_begins_with_the_next_page(page: Page):
    page.clock.install(time="2027-04-13T23:59:50+07:00")
    page.goto(DESK)
    expect(rows(page).first.locator(".due time")).to_have_attribute("datetime", "2027-04-13")
    expect(page.locator("[data-duties]")).to_have_count(2)
    page.clock.fast_forward(11_000)
    expect(rows(page).first.locator(".due time")).to_have_attribute("datetime", "2027-04-14")
    expect(page.locator("[data-duties]")).to_have_count(1)


@at("javascript", [False])
def test_without_scripts_the_pages_of_the_year_say_until_when_names_can_be_sent(page: Page):
    page.goto(DESK)
    page.locator(".desk-links a[href$='viec-nam-2027/']").click()
    parts = page.locator("nav.desk-links li")
    days = [DUE[2027][99], DUE[2027][199], DUE[2027][249]]
    told = [f"hạn gửi muộn nhất {day.day}-{day.month}-{day.year}" for day in days]
    expect(parts).to_contain_text(told)
    parts.nth(1).get_by_role("link").click()
    assert due(page)[0] == str(DUE[2027][100])


def test_no_page_of_it_is_heavy(long: Path):
    sizes = [path.stat().st_size for path in (long / DESK).rglob("*.html")]
    assert len(sizes) > 5
    assert max(sizes) < HEAVIEST
