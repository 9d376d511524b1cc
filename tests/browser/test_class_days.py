"""A class with its dates, from the file that an editor writes to what readers see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Builder
from tests.browser.searching import served_dated
from tests.examples import for_a_proof


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_dated(built, tmp_path_factory.mktemp("dated") / "data") as address:
        yield address


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-22T08:00:00+07:00", "Còn 9 ngày gửi danh sách"),
        ("2026-12-13T00:10:00+07:00", "Đã kết thúc"),
        *for_a_proof(
            ("2026-12-01T23:00:00+07:00", "Hôm nay hết hạn gửi danh sách"),
            ("2026-12-02T08:00:00+07:00", "Sắp khai giảng, đã hết hạn gửi danh sách"),
            ("2026-12-11T08:00:00+07:00", "Đang học"),
        ),
    ],
)
def test_the_state_of_a_class_follows_the_readers_day(page: Page, words: str):
    page.goto("chuong-trinh/co-lop-sap-mo/#lop-1")
    expect(page.locator("#lop-1 .state")).to_have_text(words)
    expect(page.locator("#lop-2 .state")).to_have_text("Hoãn")


@pytest.mark.parametrize(
    ("now", "deadlines"),
    [
        ("2026-12-01T23:00:00+07:00", ["1-12-2026 (Lớp 1)", "1-2-2027 (Lớp 3)"]),
        ("2026-12-02T08:00:00+07:00", ["1-2-2027 (Lớp 3)", "1-12-2026 (Lớp 1) đã hết hạn"]),
        ("2027-02-02T08:00:00+07:00", ["1-12-2026 (Lớp 1) đã hết hạn", "1-2-2027 (Lớp 3) đã hết hạn"]),
    ],
)
def test_the_next_day_by_which_names_are_sent_stands_first_and_passed_ones_say_so(
    page: Page, deadlines: list[str]
):
    page.goto("chuong-trinh/co-lop-sap-mo/")
    expect(page.locator("[data-deadlines] li")).to_have_text(deadlines)


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_the_dates_stand_and_no_state_is_guessed(page: Page):
    page.goto("chuong-trinh/co-lop-sap-mo/")
    expect(page.locator("#lop-1")).to_contain_text("10-12-2026")
    expect(page.locator("#lop-1")).to_contain_text("1-12-2026")
    expect(page.locator("#lop-1 .state")).to_have_text("Chưa có thông tin")
