"""Whatever is typed, opened or becomes of the data: search says what it left out, and runs nothing."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.overflow import spills
from tests.browser.searching import ADDRESS, asked, box, heading, look_up, results, total, wait_until_whole

PHONE = pytest.mark.parametrize(("width", "height"), [(360, 740)])
INTRUDERS = "main :is(img, script, iframe, [onerror], [onload]), main a[href^='javascript:']"
TYPED = {
    "ten thousand letters": "đào tạo " * 1_250,
    "one word without end": "ă" * 10_000,
    "emoji": "👩🏽‍🏫🇻🇳 đào tạo 🦄",
    "marks that turn the line": "\u202eđào\u202c \u2066tạo\u200f\u200e",
    "letters from right to left": "תוכנית הכשרה",
    "markup": "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "a regular expression": ".*+?^${}()|[]\\ (a+)+$ [",
    "quotation marks without end": '"đào tạo -"" «lớp',
    "signs alone": "- -- … «» \u0301 \u00a0",
    "words of the machine": "__proto__ constructor toString",
}


def sound(page: Page) -> None:
    """Nothing of what was typed became a part of the page, and nothing runs out of it."""
    assert page.locator(INTRUDERS).count() == 0
    assert spills(page) == []


@PHONE
def test_any_text_is_only_a_text(page: Page):
    look_up(page)
    everything = heading(page).inner_text()
    for name, typed in TYPED.items():
        box(page).fill(typed)
        expect(heading(page)).not_to_have_text(everything)
        expect(heading(page)).to_have_text(re.compile(r"(kết quả|mục chưa xác minh)"))
        assert len(heading(page).inner_text()) < 200, name
        assert len(page.title()) < 200, name
        sound(page)
    box(page).fill("dao tao")
    expect(heading(page)).to_have_text(re.compile(r"^[\d.]+ kết quả.* cho «dao tao»$"))


def test_the_first_part_of_a_text_that_is_too_long_is_searched_and_that_is_told(page: Page):
    look_up(page)
    box(page).fill("đào tạo " * 1_250)
    expect(page.locator("[data-notes]")).to_contain_text("Câu tìm quá dài nên chỉ phần đầu được dùng.")
    found = total(page)
    assert found > 0
    page.wait_for_url("**q=**")
    assert len(page.url) < 4_000
    page.reload()
    expect(box(page)).to_have_value(("đào tạo " * 1_250)[:500])
    wait_until_whole(page)
    expect(page.locator("[data-notes]")).to_contain_text("Câu tìm quá dài nên chỉ phần đầu được dùng.")
    assert total(page) == found


def go_on_typing(page: Page) -> None:
    box(page).press("End")
    page.keyboard.type(" can bo")


GROUPS = "&".join(f"group=g{number}" for number in range(5_000))
HOSTILE = {
    "q=<img src=x onerror=alert(1)>": "",
    "q=%00%FF%E2%80%AE<svg/onload=alert(1)>": "",
    "q=%E2%80%AEdao%20tao": "",
    "__proto__=1&constructor=2&q=dao+tao": "__proto__=1; constructor=2",
    "khong-co=1&q=dao+tao": "khong-co=1",
    "sort=<b>&literal=7&q=dao+tao": "sort=<b>",
    "group=khong-con&lead=<script>alert(1)": "Đối tượng: khong-con; Đơn vị chủ trì: <script>alert(1)",
    "year=2024&year=9999&q=dao+tao": "Năm: 9999",
    "state=open&state=bogus&month=13&q=dao+tao": "Tình trạng lớp: bogus; Khai giảng: 13",
    GROUPS: "Đối tượng: 4900 giá trị sau giá trị thứ 100; Đối tượng: g0",
    "=&&&q=dao+tao&q=hai&fbclid=abc&utm_source=zalo": "",
}


@PHONE
def test_of_a_hostile_address_what_cannot_be_read_is_left_out_and_told(page: Page):
    notes = page.locator("[data-notes]")
    for address, told in HOSTILE.items():
        page.goto(f"{ADDRESS}?{address}")
        expect(page.locator(".filters__waiting")).to_be_hidden()
        expect(heading(page)).to_have_text(re.compile("kết quả|mục"))
        if told:
            expect(notes).to_contain_text(f"Đã bỏ qua phần của địa chỉ không có trong danh mục: {told}")
        else:
            expect(notes).not_to_contain_text("Đã bỏ qua")
        assert page.locator(".chip").count() <= 3
        sound(page)


DAMAGED = {
    "q=can%20bo%26sort%3Ddeadline": ("can bo", "deadline", []),
    "q=can%2520bo": ("can bo", "relevance", []),
    "q=c%25C3%25A1n%2520b%25E1%25BB%2599%2526year%253D2024&sort=title": ("cán bộ", "title", ["Năm: 2024"]),
    "q=can+bo;year=2024;year=2025": ("can bo", "relevance", ["Năm: 2024", "Năm: 2025"]),
    "q=can%26amp;year=2024&year=2025": ("can", "relevance", ["Năm: 2024", "Năm: 2025"]),
    "q=can%2526%2525E1": ("can&%E1", "relevance", []),
    "q=%25E1%25BB%2520can": ("%E1%BB%20can", "relevance", []),
    "q=100%25+can%26bo=1": ("100% can&bo=1", "relevance", []),
}
"""Addresses whose signs were encoded on their way, with what was meant; what is a code of nothing stays."""


def test_an_address_that_was_encoded_once_too_often_is_read_as_it_was_meant(page: Page):
    for address, (query, sort, chosen) in DAMAGED.items():
        page.goto(f"{ADDRESS}?{address}")
        expect(page.locator(".filters__waiting")).to_be_hidden()
        expect(box(page)).to_have_value(query)
        expect(page.get_by_label("Sắp xếp")).to_have_value(sort)
        chips = page.locator(".chip").filter(has_text="Bỏ lọc")
        expect(chips).to_have_text([f"Bỏ lọc {value}✕" for value in chosen])
        expect(page.locator("[data-notes]")).not_to_contain_text("Đã bỏ qua")


def test_what_was_left_out_is_gone_from_the_address_with_the_next_question(page: Page):
    look_up(page, q="dao tao", group="khong-con-nua", year=["2024", "9999"])
    expect(page.locator(".chip")).to_have_text("Bỏ lọc Năm: 2024✕")
    assert total(page) > 0
    go_on_typing(page)
    page.wait_for_url("**can+bo**")
    assert asked(page) == {"q": ["dao tao can bo"], "year": ["2024"]}
    expect(page.locator("[data-notes]")).not_to_contain_text("Đã bỏ qua")


# Data that is missing, cut short, or not what it should be


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def cut_short(route: Route) -> None:
    body = route.fetch().text()
    route.fulfill(body=body[: len(body) // 2], content_type="application/json")


def out_of_reach(route: Route) -> None:
    route.abort()


def failing_after(seconds: float) -> Callable[[Route], None]:
    def fail(route: Route) -> None:
        time.sleep(seconds)
        route.abort()

    return fail


def newer(route: Route) -> None:
    route.fulfill(json={**json.loads(route.fetch().text()), "mark": "khac"})


def of_another_shape(route: Route) -> None:
    route.fulfill(json={"mark": json.loads(route.fetch().text())["mark"], "titles": "x"})


def no_data_at_all(route: Route) -> None:
    route.fulfill(body="<!doctype html><title>Đăng nhập</title>", content_type="text/html")


TELLING = {
    missing: "Dữ liệu tra cứu tải không trọn vẹn. Hãy tải lại trang.",
    cut_short: "Dữ liệu tra cứu tải không trọn vẹn. Hãy tải lại trang.",
    no_data_at_all: "Dữ liệu tra cứu tải không trọn vẹn. Hãy tải lại trang.",
    out_of_reach: "Không tải được dữ liệu tra cứu. Hãy kiểm tra kết nối mạng rồi thử lại.",
    of_another_shape: "Không tải được dữ liệu tra cứu. Hãy kiểm tra kết nối mạng rồi thử lại.",
    newer: "Trang đã có bản mới. Hãy tải lại trang để tra cứu.",
}


def only_of(faults: list[str], *names: str) -> bool:
    """Whether the browser reported only that these files did not load."""
    return all("Failed to load resource" in fault or any(name in fault for name in names) for fault in faults)


def test_titles_that_do_not_load_are_told_with_the_lists_beside_it(page: Page, faults: list[str]):
    for fail, told in TELLING.items():
        page.route("**/assets/search/*/titles.json", fail)
        page.goto(f"{ADDRESS}?q=dao+tao&year=2024")
        expect(page.get_by_role("alert")).to_contain_text(told)
        expect(heading(page)).to_have_text("Chưa tra cứu được")
        lists = page.get_by_role("region", name="Xem theo danh sách")
        expect(lists.get_by_role("link").first).to_be_visible()
        expect(page.get_by_label("Sắp xếp")).to_be_hidden()
        page.unroute("**/assets/search/*/titles.json")
    assert only_of(faults, "titles.json")
    faults.clear()


def test_a_failure_is_told_once_however_much_is_typed_and_may_be_tried_again(page: Page, faults: list[str]):
    page.route("**/assets/search/*/titles.json", out_of_reach)
    page.goto(f"{ADDRESS}?q=dao+tao")
    alert = page.get_by_role("alert")
    expect(alert).to_be_visible()
    page.evaluate("document.querySelector('[role=alert]').dataset.first = ''")
    go_on_typing(page)
    page.wait_for_url("**can+bo**")
    expect(page.locator("[role=alert][data-first]")).to_have_count(1)
    assert only_of(faults, "titles.json")
    faults.clear()
    page.unroute("**/assets/search/*/titles.json")
    alert.get_by_role("button", name="Tải lại trang").click()
    expect(heading(page)).to_have_text(re.compile("kết quả.* cho «dao tao can bo»"))


@pytest.mark.parametrize("name", ["facets", "details"])
def test_later_data_that_does_not_load_leaves_what_came_before_at_work(
    page: Page, faults: list[str], name: str
):
    page.route(f"**/assets/search/*/{name}.json", out_of_reach)
    page.goto(f"{ADDRESS}?q=dao+tao")
    expect(page.get_by_role("alert")).to_contain_text("Không tải được dữ liệu tra cứu.")
    expect(results(page).first).to_be_visible()
    box(page).fill("chuyen doi so")
    expect(results(page).first.locator("> a")).to_contain_text("Chuyển đổi số")
    expect(page.get_by_role("region", name="Xem theo danh sách")).to_be_visible()
    if name == "facets":
        expect(page.get_by_text("Bộ lọc không tải được.")).to_be_visible()
    else:
        expect(page.get_by_role("group", name="Năm", exact=True)).to_be_visible()
    page.get_by_role("button", name="Tải danh sách (CSV)").click()
    assert only_of(faults, f"{name}.json")
    faults.clear()


SLOW_ANSWERS = """
  window.Worker = class extends Worker {
    addEventListener(type, listener) {
      super.addEventListener(type, (event) => {
        if (event.data?.number) setTimeout(listener, 2000, event);
        else listener(event);
      });
    }
  };
"""


@pytest.mark.own_window
def test_what_was_asked_before_later_data_failed_is_answered_all_the_same(page: Page, faults: list[str]):
    page.add_init_script(SLOW_ANSWERS)
    page.route("**/assets/search/*/facets.json", failing_after(1))
    page.goto(f"{ADDRESS}?q=dao+tao")
    expect(page.get_by_role("alert")).to_contain_text("Không tải được dữ liệu tra cứu.")
    expect(results(page).first).to_be_visible()
    assert only_of(faults, "facets.json")
    faults.clear()


@pytest.mark.parametrize("lost", ["worker", "session"])
def test_without_a_worker_the_page_searches_itself_and_without_the_engine_it_says_so(
    page: Page, faults: list[str], lost: str
):
    for name in {"worker", lost}:
        page.route(f"**/joined/{name}.*.js", out_of_reach)
    page.goto(f"{ADDRESS}?q=dao+tao")
    if lost == "worker":
        expect(heading(page)).to_have_text(re.compile("^[\\d.]+ kết quả.* cho «dao tao»$"))
        expect(page.locator(".filters__waiting")).to_be_hidden()
    else:
        expect(page.get_by_role("alert")).to_contain_text("Không tải được phần tra cứu.")
        expect(page.get_by_role("region", name="Xem theo danh sách")).to_be_visible()
    assert only_of(faults, "worker", "session")
    faults.clear()


def test_the_box_of_other_pages_leads_on_where_its_data_does_not_load(page: Page, faults: list[str]):
    page.route("**/assets/search/*/titles.json", cut_short)
    page.goto("")
    page.get_by_role("combobox").press_sequentially("dao tao")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu/?q=dao+tao")
    expect(page.get_by_role("alert")).to_contain_text("Dữ liệu tra cứu tải không trọn vẹn.")
    assert only_of(faults, "titles.json")
    faults.clear()
