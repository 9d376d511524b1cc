"""Pages as they are printed, sheet by sheet: where each comes from, what is on it, what is left out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.kinds import address_of
from tests.browser.searching import heading, look_up, results
from tests.examples import some_of

RECORDS = ("programme with classes", "plan with parts")
LISTS = ("organizations", "programmes", "topics")
OTHERS = ("home", "statistics", "confirmation", "guide")
NOTICE = "Trang thử nghiệm, không phải trang chính thức"
MANY = 5
"""Columns that would not fit a sheet if their heads lay."""
FEWEST = 40
"""Letters that a sheet must have besides its foot to be worth its paper."""


def sheets(page: Page) -> list[str]:
    """The words of each sheet of a page that is printed."""
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    return [" ".join(sheet.extract_text().split()) for sheet in printed.pages]


@pytest.mark.proved
@pytest.mark.parametrize("kind", [*RECORDS, *some_of(LISTS), *some_of(OTHERS)])
def test_every_sheet_says_at_its_foot_where_it_comes_from_and_none_says_nothing_else(
    page: Page, site: Path, kind: str
):
    page.goto(address_of(site, kind))
    own = " ".join(page.locator(".site-footer__address").all_text_contents())
    foot = " ".join(page.locator(".site-footer__words p").all_text_contents()).split()
    printed = sheets(page)
    for number, sheet in enumerate(printed, start=1):
        assert " ".join(own.split()) in sheet, number
        assert NOTICE in sheet, number
        assert f"Trang {number}/{len(printed)}" in sheet
        assert len(sheet) > len(" ".join(foot)) + FEWEST, number


@pytest.mark.parametrize(
    ("kind", "across"),
    [("programmes", False), ("organization", False), ("my list", True), ("annex for paper", True)],
)
def test_every_page_is_printed_on_a4_whatever_paper_the_browser_would_take(
    page: Page, site: Path, kind: str, across: bool
):
    page.goto(address_of(site, kind))
    printed = PdfReader(BytesIO(page.pdf(format="Letter", prefer_css_page_size=True))).pages
    long, short = 297 / 25.4 * 72, 210 / 25.4 * 72
    for sheet in printed:
        size = pytest.approx((long, short) if across else (short, long), abs=1)
        assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == size


def test_what_is_folded_is_printed_and_drafts_are_not(page: Page, site: Path):
    page.goto(address_of(site, "confirmation"))
    title = page.locator("details.fold li > a").first.text_content()
    assert title
    assert " ".join(title.split()) in " ".join(sheets(page))
    page.goto(address_of(site, "topics"))
    draft = page.locator(".fold--drafts li > a").first.text_content()
    assert draft
    assert draft not in " ".join(sheets(page))
    assert "mục chưa xác minh (không in)" in " ".join(sheets(page))


def test_bars_are_printed_with_their_numbers(page: Page, site: Path):
    page.goto(address_of(site, "plan with programmes"))
    expect(page.locator(".bar").first).to_be_attached()
    page.emulate_media(media="print")
    for bar in page.locator(".bar").all():
        expect(bar.locator("b")).to_be_visible()
        expect(bar.locator("svg")).to_be_visible()


@pytest.mark.parametrize("kind", ["coverage", "coverage of a year"])
def test_no_column_of_a_matrix_is_lost_on_paper(page: Page, site: Path, kind: str):
    page.goto(address_of(site, kind))
    heads = page.locator(".matrix").first.locator("thead span").all_text_contents()
    printed = " ".join(sheets(page))
    assert len(heads) > MANY
    assert [head for head in heads if head not in printed] == []


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_whatever_a_tag_says_it_is_printed_black_on_white(page: Page, site: Path):
    page.goto(address_of(site, "guide"))
    page.emulate_media(media="print")
    looks = page.locator(".tag").evaluate_all(
        "(tags) => tags.map((tag) => [getComputedStyle(tag).color, getComputedStyle(tag).backgroundColor])"
    )
    assert looks
    assert {tuple(look) for look in looks} == {("rgb(0, 0, 0)", "rgba(0, 0, 0, 0)")}


def test_printed_results_name_the_query_and_say_how_many_are_left_out(page: Page):
    look_up(page, q="dao tao", year="2024")
    page.evaluate("scrollTo(0, 0)")
    shown, total = results(page).count(), int(heading(page).inner_text().split()[0])
    assert shown < total
    printed = " ".join(sheets(page))
    assert "cho «dao tao»" in printed
    assert "Năm: 2024" in printed
    assert f"Bản in này chưa có {total - shown} kết quả sau đó." in printed
    assert "Xem thêm kết quả" not in printed
    look_up(page, q="chuyen doi so")
    assert results(page).count() == int(heading(page).inner_text().split()[0])
    assert "Bản in này chưa có" not in " ".join(sheets(page))


def test_printed_results_tell_how_the_query_was_read_without_the_button_beside_it(page: Page):
    look_up(page, q="chuyễn đỗi số")
    expect(page.get_by_role("button", name="Chỉ tìm đúng")).to_be_visible()
    printed = " ".join(sheets(page))
    assert "không nơi nào có đúng «chuyễn đỗi số»." in printed
    assert "Chỉ tìm đúng" not in printed


def test_a_printed_questionnaire_shows_the_answers_that_were_given_and_no_other(page: Page):
    page.goto("tim-lop/?service=civil_servant&level=commune&position=ke+toan")
    expect(page.locator("[data-found] li").first).to_be_attached()
    page.emulate_media(media="print")
    shown = page.locator(".ask :is(legend, label, small):visible").all_inner_texts()
    assert [" ".join(words.split()) for words in shown if words.strip()] == [
        "Tôi là",
        "Công chức",
        "Cấp nơi đang công tác",
        "Cấp xã",
        "Chức danh đang giữ",
    ]
    expect(page.locator("[name=position]")).to_be_visible()


@pytest.mark.parametrize("width", [360])
def test_a_questionnaire_printed_from_a_phone_names_the_answers(page: Page):
    page.goto("tim-lop/?service=civil_servant&level=commune&position=ke+toan")
    expect(page.locator("[data-found] li").first).to_be_attached()
    assert "Câu trả lời Công chức · Cấp xã · «ke toan»" in " ".join(sheets(page))
