"""The box of search in the header and at home: what drops down, by keyboard and by click, where it leads."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.overflow import spills
from tests.browser.searching import heading, note_changes, results, titles, wait_until_whole
from tests.browser.windows import USUAL
from tests.examples import for_a_proof

QUERY = "boi duong can bo"
LATER = "2026-11-22T09:00:00+07:00"


def combobox(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Từ cần tìm")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def open_box(page: Page) -> Locator:
    """Goes to the box of a page by its key."""
    page.keyboard.press("/")
    expect(combobox(page)).to_be_focused()
    return combobox(page)


def type_in(page: Page, query: str) -> None:
    """Types a query, and waits until the list answers the whole of it from all of the data."""
    page.keyboard.type(query)
    last = options(page).last
    expect(last).to_have_attribute("href", re.compile(f"[?]q={quote(query)}$"))
    expect(last).not_to_have_text(re.compile("^Đang tải thêm dữ liệu"))


def chosen(page: Page) -> str | None:
    """The option that is active for the eye; the same that assistive technology is told of."""
    active = page.locator("[role=option][aria-selected=true]")
    told = combobox(page).get_attribute("aria-activedescendant")
    if active.count() == 0:
        assert told is None
        return None
    assert active.get_attribute("id") == told
    return active.inner_text()


@pytest.mark.parametrize(
    ("address", "width", "height"),
    [
        ("", 360, 740),
        ("chuong-trinh/", 1280, 800),
        *for_a_proof(("", 1280, 800), ("chuong-trinh/", 360, 740)),
    ],
)
def test_a_slash_leads_to_the_box_and_six_results_drop_down_by_kind(page: Page, address: str):
    page.goto(address)
    box = open_box(page)
    expect(box).to_have_attribute("aria-expanded", "false")
    type_in(page, QUERY)
    expect(options(page).last).to_have_text(re.compile(r"^Xem tất cả [\d.]+ kết quả"))
    expect(options(page)).to_have_count(7)
    expect(box).to_have_attribute("aria-expanded", "true")
    assert box.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    groups = page.get_by_role("listbox").get_by_role("group")
    told = groups.evaluate_all("(groups) => groups.map((group) => group.ariaLabel)")
    assert told == groups.locator(".search-box__kind").all_inner_texts()
    assert len(set(told)) == len(told) > 1
    expect(options(page).locator("mark").first).to_have_text(re.compile("[Bb]ồi dưỡng"))
    assert spills(page) == []


def test_arrows_go_round_enter_follows_and_escape_closes_then_empties(page: Page):
    page.goto("don-vi/")
    open_box(page)
    type_in(page, QUERY)
    expect(options(page)).to_have_count(7)
    assert chosen(page) is None
    names = options(page).all_inner_texts()
    seen = []
    for _ in range(8):
        page.keyboard.press("ArrowDown")
        seen.append(chosen(page))
    assert seen == [*names, None]
    page.keyboard.press("ArrowUp")
    assert chosen(page) == names[-1]
    expect(combobox(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(combobox(page)).to_have_attribute("aria-expanded", "false")
    assert combobox(page).get_attribute("aria-activedescendant") is None
    expect(combobox(page)).to_have_value(QUERY)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")  # from now on the list stays as it is, however much more is loaded
    assert chosen(page) == options(page).first.inner_text()
    target = options(page).first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(target))
    open_box(page)
    type_in(page, "lop")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(combobox(page)).to_have_value("")


def test_enter_without_a_choice_and_the_last_option_lead_to_the_page_of_search(page: Page):
    page.goto("")
    open_box(page)
    type_in(page, QUERY)
    expect(options(page)).to_have_count(7)
    first = options(page).all_inner_texts()[:6]
    told = options(page).last.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu/?q=boi+duong+can+bo")
    wait_until_whole(page)
    expect(heading(page)).to_have_text(f"{told.removeprefix('Xem tất cả ')} cho «{QUERY}»")
    assert sorted(titles(page)[:6]) == sorted(first)
    page.go_back()
    combobox(page).fill("chuyen doi so")
    options(page).last.click()
    page.wait_for_url("**/tra-cuu/?q=chuyen%20doi%20so")
    expect(results(page).first).to_be_visible()


def test_a_click_follows_an_option_and_leaving_the_box_closes_the_list(page: Page):
    page.goto("don-vi/")
    open_box(page)
    type_in(page, "bo noi vu")
    expect(options(page).first).to_have_text("Bộ Nội vụ")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Tìm", exact=True)).to_be_focused()
    combobox(page).focus()
    page.keyboard.press("ArrowDown")
    options(page).first.click()
    expect(page.locator("h1")).to_have_text("Bộ Nội vụ")


@pytest.mark.own_window
def test_how_many_there_are_is_told_once_and_politely(page: Page):
    page.clock.install(time=USUAL.now)
    page.goto("")
    said = page.locator("form [role=status]")
    note_changes(said)
    page.clock.pause_at(LATER)  # however slowly the keys come, they come at once
    open_box(page)
    type_in(page, QUERY)
    page.clock.run_for(1_000)
    expect(said).to_have_text(re.compile(r"^[\d.]+ kết quả.*, dùng phím mũi tên để chọn$"))
    assert len(page.evaluate("window.told")) == 1


def test_until_all_data_is_there_no_number_is_told(page: Page):
    held: list[Route] = []
    page.route("**/details.json", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks the function that it is given
    page.goto("")
    said = page.locator("form [role=status]")
    with page.expect_request("**/details.json"):
        open_box(page)
    page.keyboard.type("boi duong")
    expect(options(page)).to_have_count(7)
    expect(options(page).last).to_have_text("Đang tải thêm dữ liệu; mở trang tra cứu")
    combobox(page).fill("lặn biển")
    expect(options(page)).to_have_text(["Đang tải thêm dữ liệu; mở trang tra cứu"])
    expect(said).to_be_empty()
    held[0].continue_()
    expect(options(page)).to_have_text(["Không có gợi ý; mở trang tra cứu"])
    expect(said).to_have_text("Không có kết quả")


def test_what_finds_nothing_still_leads_to_the_page(page: Page):
    page.goto("")
    combobox(page).press_sequentially("lặn biển")
    expect(options(page)).to_have_text(["Không có gợi ý; mở trang tra cứu"])
    options(page).click()
    expect(heading(page)).to_have_text("Không có kết quả cho «lặn biển»")


def test_an_answer_that_comes_after_escape_is_no_longer_wanted(page: Page):
    held: list[Route] = []
    page.route("**/titles.json", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks the function that it is given
    page.goto("")
    with page.expect_request("**/titles.json"):
        combobox(page).press_sequentially(QUERY)
    page.keyboard.press("Escape")
    expect(combobox(page)).to_have_value("")
    combobox(page).fill(QUERY)
    combobox(page).blur()
    held[0].continue_()
    page.wait_for_timeout(500)
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.parametrize("width", [360])
def test_on_a_phone_the_box_opens_behind_its_button_and_escape_gives_the_focus_back(page: Page):
    page.goto("don-vi/")
    button = page.get_by_role("button", name="Tra cứu")
    expect(combobox(page)).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(combobox(page)).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(combobox(page)).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("javascript", [False])
@pytest.mark.parametrize("width", [360])
def test_without_scripts_the_boxes_are_forms_that_lead_to_the_page(page: Page):
    for address in ("", "don-vi/"):
        page.goto(address)
        page.get_by_role("textbox", name="Từ cần tìm").fill("chuyen doi so")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tra-cuu/?q=chuyen+doi+so")
        expect(page.get_by_role("heading", name="Xem theo danh sách")).to_be_visible()


def test_the_active_option_is_seen_in_every_scheme_and_in_forced_colours(page: Page):
    page.goto("don-vi/")
    open_box(page)
    type_in(page, QUERY)
    expect(options(page)).to_have_count(7)
    page.keyboard.press("ArrowDown")
    looks = """(option) => {
      const { backgroundColor, outlineStyle, boxShadow } = getComputedStyle(option);
      return [backgroundColor, outlineStyle, boxShadow].join();
    }"""
    schemes: tuple[dict[str, Any], ...] = (
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"forced_colors": "active"},
    )
    for scheme in schemes:
        page.emulate_media(**scheme)
        assert options(page).nth(0).evaluate(looks) != options(page).nth(1).evaluate(looks), scheme


def test_until_it_is_used_nothing_of_the_search_is_loaded(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("")
    assert [address for address in asked if "/assets/search/" in address or "suggestions" in address] == []
    page.keyboard.press("/")
    page.keyboard.type("b")
    expect(options(page).first).to_be_visible()
    assert any(re.search(r"assets/search/\w+/titles\.json$", address) for address in asked)
