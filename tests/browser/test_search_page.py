"""The page of search as it is used: key by key, before its script has come, by links, in vain."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.searching import (
    ADDRESS,
    NOTICE,
    asked,
    box,
    facet,
    heading,
    links,
    look_up,
    note_changes,
    results,
    titles,
    total,
    value,
)
from tests.browser.windows import USUAL
from tests.examples import for_a_proof

DIGITAL = "Chuyển đổi số, ứng dụng công nghệ thông tin (ở nước ngoài, năm 2024)"
PLAN = re.compile("^Kế hoạch số 200-KH/TU về đào tạo, bồi dưỡng cán bộ")
LATER = "2026-11-22T09:00:00+07:00"
NOT_PLANNED = "Danh mục chưa có kế hoạch năm 2026; mới nhất là năm 2024."


@pytest.mark.parametrize(("width", "height"), [(360, 740), *for_a_proof((1280, 800))])
def test_typed_key_by_key_each_letter_finds_more_exactly_and_the_right_one_stands_first(page: Page):
    look_up(page)
    box(page).focus()
    typed = ""
    for key in "dao tao chuyen doi so":
        page.keyboard.type(key)
        typed += key
        expect(heading(page)).to_have_text(
            re.compile(rf"^[1-9][\d.]* (kết quả|mục).* cho «{typed.strip()}»$")
        )
    expect(results(page).first.locator("> a")).to_have_text(DIGITAL)
    assert total(page) < 10
    assert page.title().startswith("dao tao chuyen doi so - Tra cứu - ")
    others: tuple[tuple[str, str | re.Pattern[str]], ...] = (
        ("đào tạo chuyển đổi số", DIGITAL),
        ("200 kh/tu", PLAN),
        ("ban tổ chức thành uỷ", "Ban Tổ chức Thành ủy Hà Nội"),
    )
    for other, first in others:
        page.keyboard.press("Control+A")
        page.keyboard.type(other)
        expect(heading(page)).to_contain_text(f"cho «{other}»")
        expect(results(page).first.locator("> a")).to_have_text(first)


# Before the script has come


@pytest.mark.parametrize("width", [360])
@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_the_form_stands_and_every_way_in_leads_to_its_list(page: Page):
    page.goto(ADDRESS)
    box(page).fill("dao tao")
    page.get_by_role("button", name="Tìm", exact=True).click()
    assert asked(page) == {"q": ["dao tao"]}
    expect(page.locator("[data-finder]")).to_be_hidden()
    ways = page.get_by_role("region", name="Xem theo danh sách").get_by_role("link")
    expect(ways.first).to_be_visible()
    links = ways.evaluate_all("(links) => links.map((link) => link.href)")
    assert len(links) >= 6
    assert {link: status for link in links if (status := page.request.get(link).status) != 200} == {}


# The keyboard


def test_a_slash_leads_to_the_box_and_is_a_letter_in_it(page: Page):
    look_up(page, q="cán bộ")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("200/kh")
    expect(box(page)).to_have_value("200/kh")


def test_enter_keeps_the_question_and_leaves_the_results(page: Page):
    look_up(page)
    box(page).press_sequentially("chuyen doi so")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu/?q=*")
    assert asked(page) == {"q": ["chuyen doi so"]}
    expect(results(page).first.locator("> a")).to_have_text(DIGITAL)
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(heading(page)).not_to_contain_text("cho «")


@pytest.mark.own_window
def test_how_much_is_found_is_told_once_and_politely(page: Page):
    page.clock.install(time=USUAL.now)
    look_up(page)
    status = page.locator("[data-announced]")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_have_text(heading(page).inner_text())
    note_changes(status)
    page.clock.pause_at(LATER)  # however slowly the keys come, they come at once
    box(page).press_sequentially("chuyen doi so")
    expect(heading(page)).to_contain_text("cho «chuyen doi so»")
    told = heading(page).inner_text()
    page.clock.run_for(1_000)
    assert page.evaluate("window.told") == [told]
    year = facet(page, "Năm").get_by_role("checkbox").first
    year.check()
    expect(page.locator(".chip")).to_have_count(1)
    year.uncheck()
    expect(page.locator(".chip")).to_have_count(0)
    expect(heading(page)).to_have_text(told, use_inner_text=True)
    page.clock.run_for(1_000)
    assert page.evaluate("window.told") == [told]


# The address


def test_the_whole_state_stands_in_the_address_and_a_link_opened_fresh_shows_the_same(
    page: Page, context: BrowserContext
):
    look_up(page)
    box(page).press_sequentially("dao tao")
    value(page, "Năm", "2024").get_by_role("checkbox").check()
    page.locator("[data-other-filters] > summary").click()
    value(page, "Mức độ xác minh", "Theo báo chí").get_by_role("checkbox").check()
    page.get_by_label("Sắp xếp").select_option(label="Tên")
    expect(page.locator(".chip")).to_have_count(3)
    state = {"q": ["dao tao"], "year": ["2024"], "verification": ["reported"], "sort": ["title"]}
    assert asked(page) == state
    fresh = context.new_page()
    fresh.set_viewport_size({"width": USUAL.width, "height": USUAL.height})
    fresh.goto(page.url)
    expect(fresh.locator(".chip")).to_have_text(page.locator(".chip").all_text_contents())
    expect(heading(fresh)).to_have_text(heading(page).inner_text())
    expect(fresh.get_by_label("Sắp xếp")).to_have_value("title")
    expect(value(fresh, "Năm", "2024").get_by_role("checkbox")).to_be_checked()
    assert titles(fresh) == titles(page)[: len(titles(fresh))]
    assert asked(fresh) == state


def test_back_and_forward_go_by_what_was_asked_not_by_letters(page: Page):
    look_up(page)
    everything = heading(page).inner_text()
    box(page).press_sequentially("dao tao")
    page.wait_for_url("**?q=dao+tao")
    value(page, "Năm", "2024").get_by_role("checkbox").check()
    expect(page.locator(".chip")).to_have_count(1)
    narrowed = heading(page).inner_text()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
    expect(box(page)).to_have_value("dao tao")
    expect(value(page, "Năm", "2024").get_by_role("checkbox")).not_to_be_checked()
    page.go_back()
    expect(heading(page)).to_have_text(everything)
    expect(box(page)).to_have_value("")
    page.go_forward()
    page.go_forward()
    expect(heading(page)).to_have_text(narrowed)
    expect(box(page)).to_have_value("dao tao")


def test_the_link_of_the_list_is_copied_as_the_page_stands(page: Page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    look_up(page, q="dao tao", year="2024")
    page.get_by_role("button", name="Gửi danh sách").click()
    expect(page.locator(".actions [role=status]")).to_contain_text("Đã chép liên kết")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


# What was done to a question


THEORY = "Trung cấp lý luận chính trị, giai đoạn 2018-2022"
READ_FREELY: list[tuple[str, str, str | re.Pattern[str]]] = [
    (
        "ddaof taoj chuyeern ddooir soos",
        "Đã đọc là «đào tạo chuyển đổi số», như khi bộ gõ tiếng Việt đang tắt.",
        DIGITAL,
    ),
    ("chuyen doi xo", "Đã sửa «xo» thành «số»", DIGITAL),
    ("trung cap llct", "Đã tìm cả «lý luận chính trị» thay cho «LLCT».", THEORY),
    ("chuyễn đỗi số", "không nơi nào có đúng «chuyễn đỗi số».", DIGITAL),
]


def test_what_was_done_to_the_question_is_told_with_the_literal_search_beside_it(page: Page):
    look_up(page)
    notes = page.locator("[data-notes]")
    for typed, told, first in READ_FREELY:
        box(page).fill(typed)
        expect(notes).to_contain_text(told)
        expect(results(page).first.locator("> a")).to_have_text(first)
        freely = total(page)
        notes.get_by_role("button", name=f"Chỉ tìm đúng «{typed}»").press("Enter")
        expect(notes).to_contain_text("Đang tìm đúng từng chữ như đã gõ.")
        expect(notes).not_to_contain_text(told)
        assert total(page) < freely
        assert asked(page) == {"q": [typed], "literal": ["1"]}
        back = notes.get_by_role("button", name="Tìm cả cách viết gần đúng")
        expect(back).to_be_focused()
        back.press("Enter")
        expect(notes).to_contain_text(told)
        assert asked(page) == {"q": [typed]}


def test_quotation_marks_and_a_minus_narrow_the_search_as_the_guide_says(page: Page):
    look_up(page, q="bồi dưỡng cán bộ")
    loose = total(page)
    box(page).fill('"bồi dưỡng cán bộ"')
    expect(heading(page)).to_contain_text('«"bồi dưỡng cán bộ"»')
    exact = total(page)
    box(page).fill('"bồi dưỡng cán bộ" -nguồn')
    expect(heading(page)).to_contain_text("-nguồn")
    assert loose > exact > total(page) > 0


# Nothing found


@pytest.mark.own_window
@pytest.mark.parametrize("width", [360])
def test_where_nothing_is_found_the_page_says_why_and_offers_three_ways_on(page: Page):
    look_up(page)
    box(page).press_sequentially("lặn biển")
    page.wait_for_url("**?q=l%E1%BA%B7n*")
    expect(heading(page)).to_have_text("Không có kết quả cho «lặn biển»")
    notes = page.locator("[data-notes]")
    expect(notes).to_contain_text("Không nơi nào có «lặn».")
    expect(notes).to_contain_text(NOT_PLANNED)
    expect(notes.get_by_role("listitem")).to_have_count(3)
    expect(notes.get_by_role("listitem").first).to_contain_text("Bớt từ")
    links = notes.get_by_role("link").evaluate_all("(links) => links.map((link) => link.href)")
    lists = [link for link in links if link.startswith("http")]
    assert len(lists) == 4
    assert {link: status for link in lists if (status := page.request.get(link).status) != 200} == {}
    assert not [link for link in links if link.startswith("mailto:")], "the mail of site.yml is a placeholder"
    expect(page.get_by_role("button", name="Tải danh sách (CSV)")).to_be_hidden()
    page.clock.set_fixed_time("2024-11-22T08:00:00+07:00")
    page.reload()
    expect(notes).to_contain_text("Không nơi nào có «lặn».")
    expect(notes).not_to_contain_text("chưa có kế hoạch")


def test_where_only_the_filters_leave_nothing_one_press_takes_them_off(page: Page):
    look_up(page, q="lý luận chính trị", mode="online", year="2024")
    notes = page.locator("[data-notes]")
    expect(notes).to_contain_text("không có kết quả nào qua được các bộ lọc đang chọn")
    way = notes.get_by_role("button", name=re.compile("Bỏ bộ lọc, xem [\\d.]+ kết quả"))
    promised = int(re.findall(r"\d+", way.inner_text())[0])
    way.press("Enter")
    expect(page.locator(".chip")).to_have_count(0)
    assert total(page) == promised
    assert asked(page) == {"q": ["lý luận chính trị"]}
    expect(heading(page)).to_be_focused()


def test_on_paper_the_results_stand_without_what_is_pressed(page: Page):
    look_up(page, q="chuyen doi so", year="2024")
    page.emulate_media(media="print")
    expect(results(page).first).to_be_visible()
    expect(page.locator(".chip").first).to_be_visible()
    for gone in (".search-box", "select", "[type=checkbox]", ".actions button"):
        expect(page.locator(gone).filter(visible=True)).to_have_count(0)
    expect(page.get_by_label("Lưu ý")).to_contain_text(NOTICE)


NOTED = [typed for typed, *_ in READ_FREELY] + ["bồi dưỡng -nguồn", "boi duong lan bien"]
"""What an answer has something to say about."""


@pytest.mark.parametrize(("width", "height"), [(360, 740)])
@pytest.mark.parametrize("query", ["chuyen doi so", "ly luan chinh tri", *NOTED])
def test_on_a_phone_the_first_result_begins_in_the_first_half_of_the_screen(page: Page, query: str):
    look_up(page, q=query)
    place = links(page).first.bounding_box()
    assert place
    assert place["y"] < 740 / 2
    for name in ("Bộ lọc", "Gửi danh sách", "Tải danh sách (CSV)"):
        target = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert target
        assert min(target["width"], target["height"]) >= 44


CHOSEN: list[dict[str, str | list[str]]] = [
    {"year": ["2024"]},
    {"year": ["2024", "2025"]},
    {"content": "leadership", "sort": "deadline"},
]


@pytest.mark.parametrize(("width", "height"), [(360, 740)])
@pytest.mark.parametrize("query", ["dao tao", "daotao", "bồi dưỡng -nguồn"])
@pytest.mark.parametrize("chosen", CHOSEN)
def test_on_a_phone_what_is_chosen_leaves_the_first_result_there(
    page: Page, query: str, chosen: dict[str, str | list[str]]
):
    look_up(page, q=query, **chosen)
    place = links(page).first.bounding_box()
    assert place
    assert place["y"] < 740 / 2
    chip = page.locator(".chip").first.bounding_box()
    assert chip
    assert 44 <= chip["height"] < 50
    assert chip["width"] >= 44


@pytest.mark.parametrize(("width", "height"), [(360, 740)])
@pytest.mark.parametrize("query", NOTED)
def test_on_a_phone_what_an_answer_says_stands_on_one_line_and_unfolds(page: Page, query: str):
    look_up(page, q=query)
    notes = page.locator("[data-notes]")
    told, ways = notes.locator("summary"), notes.get_by_role("button")
    for part in (told, *ways.all()):
        place = part.bounding_box()
        assert place
        assert place["height"] == 44
        assert place["x"] + place["width"] <= 360
    assert ways.count() == (query != "boi duong lan bien")
    told.click()
    assert told.evaluate("(told) => told.scrollWidth <= told.clientWidth")
    for way in ways.all():
        expect(way).to_have_text(f"Chỉ tìm đúng «{query}»")
        assert way.evaluate("(way) => way.scrollWidth <= way.clientWidth && way.offsetHeight >= 44")


def test_the_keyboard_leads_past_the_form_to_the_results(page: Page):
    look_up(page, q="chuyen doi so")
    page.locator("main").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới kết quả")).to_be_focused()
    page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_contain_text("chuyen doi so")
    assert page.url.endswith("?q=chuyen+doi+so#_ket-qua")
