"""The annex of a long plan: sorted, filtered, copied to a spreadsheet, on a phone, on paper, scriptless."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from pypdf import PdfReader

from sample.files import sample_files
from sample.recipe import Recipe
from tests.browser.conftest import Builder, served
from tests.browser.overflow import spills

PLAN = "ke-hoach/ke-hoach-dao-tao-boi-duong-nam-2026-cua-thanh-pho-mau/"
PHONE = pytest.mark.parametrize("width", [360])
PROGRAMS = 146
SHOWN = 20
FOOT = "Cộng các dòng có số:"
"""What the last sheet of the table ends with; what stands below is no table."""


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = partial(write_plan, tmp_path_factory.mktemp("sample") / "data")
    with served(built("long-annex", data)) as address:
        yield address


def write_plan(folder: Path) -> Path:
    """Writes a plan and all that it leads to, of the smallest sample whose plans are longer than a page."""
    files = dict(sample_files(Recipe(1_000)))
    programs = [path for path, text in files.items() if f"plan: {Path(PLAN).name}\n" in text]
    for path in with_all_they_lead_to(programs, files):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(files[path], encoding="utf-8")
    return folder


def with_all_they_lead_to(paths: list[str], files: Mapping[str, str]) -> set[str]:
    """The settings, and some files with those that they name, those that are part of them, and so on."""
    named, parts = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for path, text in files.items():
        named[Path(path).stem].append(path)
        for whole in re.findall(r"(?m)^(?:part_of|set): (\S+)", text):
            parts[whole].append(path)
    kept, waiting = {"site.yml", *paths}, [*paths]
    while waiting:
        path = waiting.pop()
        words = re.findall(r"[a-z\d-]+", files[path])
        new = {*parts[Path(path).stem], *(each for word in words for each in named[word])} - kept
        kept |= new
        waiting += new
    return kept


def rows(page: Page) -> Locator:
    """The rows of programmes that are shown."""
    return page.locator(".annex tbody tr:not(.annex__section, .annex__subtotal)").filter(visible=True)


def box(page: Page) -> Locator:
    return page.get_by_label("Lọc các dòng")


def press(page: Page, column: str) -> None:
    """Sorts by a column."""
    page.get_by_role("button", name=f"Sắp theo {column}", exact=True).click()


def numbers(page: Page) -> list[int]:
    """The bare numbers of people of the programmes that are part of no other, in the order of the rows."""
    cells = page.locator(".annex tbody tr:not([class]) > [data-label='Số học viên']").all_text_contents()
    return [int(each) for each in cells if each.strip().isdecimal()]


def test_words_typed_without_marks_leave_the_rows_that_hold_them(page: Page):
    page.goto(PLAN)
    expect(rows(page)).to_have_count(SHOWN)
    box(page).fill("khong tap trung")
    tools = page.locator(".annex-tools")
    expect(tools).to_contain_text(f"trong {PROGRAMS} dòng. Dòng cộng vẫn là của cả kế hoạch.")
    shown = rows(page).all_inner_texts()
    assert 0 < len(shown) < PROGRAMS
    assert any("Không tập trung" in row for row in shown)
    box(page).fill("lặn biển ban đêm")
    expect(tools).to_contain_text(f"0 trong {PROGRAMS} dòng")
    expect(rows(page)).to_have_count(0)
    box(page).fill("")
    expect(rows(page)).to_have_count(PROGRAMS)


def test_sorting_takes_all_rows_and_leaves_parts_below_their_wholes(page: Page):
    page.goto(PLAN)
    press(page, "Số học viên")
    expect(rows(page)).to_have_count(PROGRAMS)
    expect(page.locator("th[aria-sort=descending] > button")).to_have_text("Sắp theo Số học viên")
    found = numbers(page)
    assert found == sorted(found, reverse=True)
    assert len(found) > SHOWN
    part = page.locator(".annex tr.part").first
    expect(part.locator("xpath=preceding-sibling::tr[not(@class)][1]")).to_be_visible()
    press(page, "Số học viên")
    assert numbers(page) == sorted(found)
    press(page, "Số học viên")
    expect(page.locator("th[aria-sort]")).to_have_count(0)
    expect(page.locator(".annex__section").first).to_have_text("Mục I")
    page.locator(".annex tbody a").last.click()
    expect(page.locator("h1")).to_be_visible()


def test_rows_that_cannot_be_had_are_told_and_those_that_are_there_are_sorted(page: Page, faults: list[str]):
    def refuse(route: Route) -> None:
        route.fulfill(status=500, body="")

    page.route("**/in/", refuse)
    page.goto(PLAN)
    press(page, "Số học viên")
    expect(page.locator(".annex-tools")).to_contain_text("Chưa tải được các dòng còn lại")
    expect(rows(page)).to_have_count(SHOWN)
    page.unroute("**/in/", refuse)
    assert all("500" in fault for fault in faults)
    faults.clear()


@PHONE
def test_on_a_phone_rows_are_cards_and_a_list_sorts_them(page: Page):
    page.goto(PLAN)
    assert spills(page) == []
    page.get_by_label("Sắp theo").select_option("Hạn gửi danh sách")
    expect(rows(page)).to_have_count(PROGRAMS)
    assert "Hạn gửi danh sách" in page.locator(".annex tbody tr td:last-of-type").first.evaluate(
        "(cell) => [...cell.parentElement.cells].map(({ dataset }) => dataset.label).join()"
    )
    assert spills(page) == []


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_all_rows_stand_on_the_page_for_paper(page: Page):
    page.goto(PLAN)
    expect(page.locator(".annex-tools")).to_have_count(0)
    page.get_by_role("link", name="Bản in: cả bảng trên khổ A4 ngang").click()
    expect(rows(page)).to_have_count(PROGRAMS)


def test_a_number_looks_as_people_write_it_and_is_copied_as_a_spreadsheet_reads_it(page: Page):
    page.goto(f"{PLAN}in/")
    large = page.locator(".annex tbody td.number", has=page.locator(".thousand")).first
    look = large.locator(".thousand").evaluate("(part) => getComputedStyle(part, '::before').content")
    assert look == '"."'
    copied = large.evaluate(
        "(cell) => { getSelection().selectAllChildren(cell); return getSelection().toString().trim(); }"
    )
    assert copied.isdecimal()
    assert int(copied) >= 1000


def test_on_paper_the_annex_lies_across_and_every_sheet_has_its_head_and_its_number(page: Page):
    page.goto(f"{PLAN}in/")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in printed)
    texts = [" ".join(sheet.extract_text().split()) for sheet in printed]
    foot = next(turn for turn, text in enumerate(texts) if FOOT in text)
    assert foot > 2
    assert all("Tên chương trình, lớp" in text for text in texts[1 : foot + 1])
    assert all(f"Trang {turn}/{len(texts)}" in text for turn, text in enumerate(texts, start=1))
    assert sum(FOOT in text for text in texts) == 1


def test_the_drafts_of_a_plan_are_not_printed(page: Page):
    page.goto(PLAN)
    drafts = page.locator(".fold--drafts li > a").all_text_contents()
    assert len(drafts) > 5
    printed = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    words = " ".join(printed.split())
    assert not [draft for draft in drafts if " ".join(draft.split()) in words]


@pytest.mark.parametrize("width", [768, 1280, 1440])
def test_no_number_of_it_is_broken(page: Page):
    broken = """(cells) => cells.filter((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      const lines = new Set([...text.getClientRects()].map(({ top }) => Math.round(top)));
      return /^[\\d.]+$/.test(cell.textContent.trim()) && lines.size > 1;
    }).map((cell) => cell.textContent)"""
    for address in (PLAN, f"{PLAN}chuong-trinh/", f"{PLAN}in/"):
        page.goto(address)
        cells = page.locator("table.data td.number")
        assert cells.count() > 10
        assert cells.evaluate_all(broken) == []
