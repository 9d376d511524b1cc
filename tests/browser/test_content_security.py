"""The site under a strict Content-Security-Policy: nothing of it needs `unsafe-inline`.

`test_every_kind` opens a page of every kind under the same policy.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.policy import first_script, site_url
from tests.browser.searching import look_up, results
from tests.browser.test_scheme import WATCH_FOR_FLASHES

__all__ = ["first_script", "site_url"]  # fixtures


@pytest.mark.parametrize(
    ("directive", "violation"),
    [
        (
            "style-src-elem",
            "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))",
        ),
        ("style-src-attr", "document.querySelector('h1').setAttribute('style', 'color: red')"),
        (
            "script-src-elem",
            "document.head.append(Object.assign(document.createElement('script'), { text: '1' }))",
        ),
    ],
)
def test_a_violation_would_be_told(page: Page, faults: list[str], directive: str, violation: str):
    page.goto("")
    with page.expect_console_message(lambda message: f"violation of {directive}: inline" in message.text):
        page.evaluate(violation)
    assert faults
    faults.clear()


@pytest.mark.own_window
def test_the_colours_that_were_chosen_are_there_before_anything_is_drawn(page: Page):
    page.goto("")
    page.get_by_role("button", name="Nền tối").click()
    page.add_init_script(WATCH_FOR_FLASHES)
    page.reload()
    assert page.evaluate("window.grounds") == [{"scheme": "dark", "drawn": False, "sheets": 0}]


def test_the_box_of_every_page_suggests(page: Page):
    page.goto("")
    page.get_by_role("combobox", name="Từ cần tìm").fill("boi duong")
    expect(page.get_by_role("option").first).to_be_visible()
    assert len(page.workers) == 1


def test_search_finds_narrows_keeps_and_gives_a_file(page: Page):
    look_up(page, q="boi duong", kind="program")
    assert len(page.workers) == 1
    results(page).first.get_by_role("button", name="Lưu").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="Tải danh sách (CSV)").click()
    assert Path(started.value.path()).read_text(encoding="utf-8").count("\n") > 1
    page.goto("danh-sach-cua-toi/")
    expect(page.locator("[data-table] tbody tr[data-entry]")).to_have_count(1)


def test_questions_are_answered(page: Page):
    page.goto("tim-lop/?service=civil_servant&level=commune")
    expect(
        page.get_by_role("region", name="Đúng đối tượng theo nguồn").get_by_role("listitem").first
    ).to_be_visible()
