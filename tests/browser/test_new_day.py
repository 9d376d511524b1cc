"""A page that stays open into another day shows that day: at midnight, in sight again, out of memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Builder
from tests.browser.searching import OPEN, QUERY, look_up, result, served_dated
from tests.examples import for_a_proof

BEFORE, AFTER = "2026-12-04T23:59:50+07:00", "2026-12-05T08:00:00+07:00"
TODAY, PASSED = "Hôm nay hết hạn gửi danh sách", "Sắp khai giảng, đã hết hạn gửi danh sách"


def at_midnight(page: Page) -> None:
    page.clock.fast_forward(11_000)


def come_into_sight(page: Page) -> None:
    page.clock.set_fixed_time(AFTER)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def out_of_memory(page: Page) -> None:
    page.clock.set_fixed_time(AFTER)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")


Turn = Callable[[Page], None]
turns = pytest.mark.parametrize("turn", [at_midnight, come_into_sight, out_of_memory])
one_turn = pytest.mark.parametrize("turn", [at_midnight, *for_a_proof(come_into_sight, out_of_memory)])
"""All turns are told to all parts of all pages by one script."""


pytestmark = pytest.mark.own_window
"""Whose clock runs."""


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_dated(built, tmp_path_factory.mktemp("day") / "data") as address:
        yield address


@pytest.fixture
def page(page: Page) -> Page:
    """A page whose clock runs."""
    page.clock.install(time=BEFORE)
    return page


@turns
def test_the_page_of_a_programme_tells_states_and_deadlines_of_the_new_day(page: Page, turn: Turn):
    page.goto("chuong-trinh/con-nhan/")
    expect(page.locator("#lop-1 .state")).to_have_text(TODAY)
    for _ in range(2):
        turn(page)
        expect(page.locator("#lop-1 .state")).to_have_text(PASSED)
        expect(page.locator("[data-deadlines] .tag", has_text="đã hết hạn")).to_have_count(1)


@one_turn
def test_results_their_filters_and_their_table_are_of_the_new_day(page: Page, turn: Turn):
    look_up(page, q=QUERY, state="open")
    expect(result(page, OPEN).locator(".state").first).to_have_text(TODAY)
    turn(page)
    expect(result(page, OPEN)).to_have_count(0)
    page.get_by_role("button", name="Bỏ lọc Tình trạng lớp").click()
    expect(result(page, OPEN).locator(".state").first).to_have_text(PASSED)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách (CSV)").click()
    assert download.value.suggested_filename == "tra-cuu-2026-12-05.csv"
    assert PASSED in Path(download.value.path()).read_text(encoding="utf-8")


@one_turn
def test_the_readers_list_is_of_the_new_day(page: Page, turn: Turn):
    kept = json.dumps({"version": 1, "entries": ["con-nhan_lop-1"]})
    page.add_init_script(f"localStorage.setItem('my-list', {kept!r})")
    page.goto("danh-sach-cua-toi/")
    expect(page.locator("[data-table] .state")).to_have_text(TODAY)
    turn(page)
    expect(page.locator("[data-table] .state")).to_have_text(PASSED)


@one_turn
def test_what_one_may_be_sent_to_is_told_of_the_new_day(page: Page, turn: Turn):
    page.goto("tim-lop/?service=civil_servant")
    item = page.locator("[data-found] li").filter(has=page.locator("> a", has_text=OPEN))
    state = item.locator(".state", has_text="hạn gửi danh sách").first
    expect(state).to_have_text(TODAY)
    turn(page)
    expect(state).to_have_text(PASSED)
