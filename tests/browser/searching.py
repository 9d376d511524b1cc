"""What a reader does on the page of search and sees there; a catalogue with programmes in every state."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from sample.folder import write_sample
from sample.recipe import Recipe
from tests.browser.conftest import ROOT, Builder, SiteHandler, served
from tests.browser.reviewed import review_some

SIZES = pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)], ids=["phone", "desk"])
ADDRESS = "tra-cuu/"
NOTICE = "Trang thử nghiệm, không phải trang chính thức"


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Từ cần tìm")


def heading(page: Page) -> Locator:
    """How much was found, and for what."""
    return page.locator("[data-count]")


def results(page: Page) -> Locator:
    return page.locator("[data-results] > li")


def result(page: Page, title: str) -> Locator:
    """The result with a title."""
    return results(page).filter(has=page.locator("> a", has_text=title))


def links(page: Page) -> Locator:
    """The titles of the results, which lead to them; found in one go, since there may be hundreds."""
    return page.locator("[data-results] > li > a")


def titles(page: Page) -> list[str]:
    return links(page).all_text_contents()


def total(page: Page) -> int:
    """How many results and drafts the heading tells."""
    told = re.findall(r"([\d.]+) (?:kết quả|mục)", heading(page).inner_text().partition(" cho «")[0])
    return sum(int(number.replace(".", "")) for number in told)


def look_up(page: Page, **asked: str | list[str]) -> None:
    """Opens the page with a question in its address (`q`, facets, `sort`), and waits for all of it."""
    page.goto(f"{ADDRESS}?{urlencode(asked, doseq=True)}" if asked else ADDRESS)
    wait_until_whole(page)
    expect(heading(page)).to_have_text(re.compile("kết quả|mục"))
    expect(page.locator(".filters__waiting")).to_be_hidden()


def wait_until_whole(page: Page) -> None:
    """Waits until all of the data is there."""
    expect(page.locator("[data-finder]")).to_have_attribute("aria-busy", "false")


def note_changes(status: Locator) -> None:
    """Has the page note in `told` each text that a status comes to have."""
    status.evaluate(
        """(status) => {
          window.told = [];
          const observer = new MutationObserver(() => window.told.push(status.textContent));
          observer.observe(status, { childList: true });
        }"""
    )


def asked(page: Page) -> dict[str, list[str]]:
    """What stands in the address."""
    return parse_qs(urlsplit(page.url).query)


def facet(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def value(page: Page, name: str, label: str) -> Locator:
    """A value of a facet: its line with the box, its label and its number."""
    return (
        facet(page, name)
        .locator("li")
        .filter(has=page.locator(".facet__label", has_text=re.compile(f"^{re.escape(label)}$")))
    )


def counts(facets: Locator) -> dict[str, int]:
    """The values of a facet that stand open, with their numbers."""
    lines = facets.locator("li").all_inner_texts()
    return {
        label.strip(): int(number.replace(".", ""))
        for label, number in (line.rsplit("\n", 1) for line in lines)
    }


def program(title: str, *lines: str, level: str = "reported") -> str:
    """The file of a programme of the second catalogue."""
    head = [
        f"title: '{title}'",
        "sources: [{source: haiduong-2021-10-14}]",
        f"verification: {{level: {level}}}",
    ]
    return "\n".join([*head, *lines, ""])


def classes(*days: str) -> str:
    """Classes by their days, and what else is known of each."""
    return "\n".join(
        ["classes:", *(f"  - {{id: lop-{at}, {each}}}" for at, each in enumerate(days, start=1))]
    )


OPEN = "Kỹ thuật kho quỹ cho văn thư, lưu trữ"
RUNNING = "Kỹ thuật kho quỹ cho kế toán"
ENDED = "Kỹ thuật kho quỹ cho thủ thư"
PLANNED = "Kỹ thuật kho quỹ, năm 2024"
DONE = "Kỹ thuật kho quỹ, lớp thí điểm"
FORMULA = '=Kỹ thuật kho quỹ: "bảng tính", công thức'
DRAFT = "Kỹ thuật kho quỹ: bản nháp"
ENDLESS = "Chương trình chỉ nêu ngày khai giảng"
QUERY = "ky thuat kho quy"

PROGRAMS = {
    "con-nhan": program(
        OPEN,
        "groups: [{group: can-bo-cong-chuc-vien-chuc-hai-duong}]",
        "lead: so-noi-vu",
        "venue: {place: Hội trường tầng 3}",
        "figures: [{measure: learners, value: 60, state: planned}]",
        "categories: [fostering]",
        classes(
            "start: 2026-12-14, end: 2026-12-18, deadline: 2026-12-04",
            "start: 2027-01-11, end: 2027-01-15",
            "start: 2026-03-02, end: 2026-03-06",
            "start: 2026-04-06, end: 2026-04-10",
            "start: 2026-05-04, end: 2026-05-08, state: cancelled",
        ),
    ),
    "dang-hoc": program(RUNNING, "lead: ban-to-chuc-tinh-uy", classes("start: 2026-11-16, end: 2026-11-27")),
    "da-ket-thuc": program(ENDED, classes("start: 2026-10-05, end: 2026-10-09")),
    "ke-hoach-2024": program(PLANNED, "state: planned", "period: {start: 2024, end: 2024}"),
    "da-thuc-hien": program(DONE, "state: done", "period: {start: 2025, end: 2025}"),
    "co-lop-sap-mo": program(
        "Chương trình có lớp sắp mở",
        "groups: [{group: can-bo-cong-chuc-vien-chuc-hai-duong}]",
        "categories: [fostering]",
        classes(
            "title: Lớp 1, deadline: 2026-12-01, start: 2026-12-10, end: 2026-12-12",
            "title: Lớp 2, start: 2026-12-10, end: 2026-12-12, state: postponed",
            "title: Lớp 3, deadline: 2027-02-01",
        ),
    ),
    "khong-ro-ngay-ket-thuc": program(ENDLESS, classes("start: 2026-07-22", "start: 2026-06, end: 2026-06")),
    "cong-thuc": program(FORMULA),
    "ban-nhap": program(DRAFT, level="draft"),
}
"""Programmes in all the states that there are on 22-11-2026, by their ids; one query finds all but one."""


MOVED = """\
/chuong-trinh/cu/: /chuong-trinh/tieng-anh-giao-vien-nuoc-ngoai/
/lop/2015/tieng-anh/: /chuong-trinh/tieng-anh-giao-vien-nuoc-ngoai/
/tim/: /tra-cuu/
"""


def write_dated(folder: Path) -> Path:
    """Writes the second catalogue with these programmes and redirects into a folder that is not there yet."""
    shutil.copytree(ROOT / "tests/hai-duong", folder)
    for id, text in PROGRAMS.items():
        (folder / f"programs/{id}.yml").write_text(text, encoding="utf-8")
    (folder / "redirects.yml").write_text(MOVED, encoding="utf-8")
    return folder


def write_hundreds(folder: Path) -> Path:
    """Writes the sample city with hundreds of programmes into a folder that is not there yet.

    Some of its pairs that may overlap or clash have been reviewed.
    """
    write_sample(Recipe(400), folder)
    review_some(folder)
    return folder


@contextmanager
def served_sample(built: Builder, folder: Path) -> Iterator[str]:
    """Where the site of the sample city is served, its data written into a folder that is not there yet."""
    with served(built("sample", partial(write_hundreds, folder))) as address:
        yield address


@contextmanager
def served_dated(built: Builder, folder: Path, handler: type[SiteHandler] = SiteHandler) -> Iterator[str]:
    """Where the site with the programmes in every state is served, below a path."""
    with served(built("searched/danh-muc", partial(write_dated, folder)).parent, handler) as address:
        yield f"{address}danh-muc/"
