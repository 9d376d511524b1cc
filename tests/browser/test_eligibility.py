"""«Tôi được cử học lớp nào?» as it is used: by keyboard, on phone and desk, by links, in failure."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations_in_light_and_dark
from tests.browser.overflow import low_targets, spills

SIZES = pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
AXE_SIZES = pytest.mark.parametrize(
    ("width", "height"), [(360, 740), pytest.param(1280, 800, marks=pytest.mark.proof)]
)
"""Most of what axe finds it finds at any size."""
ADDRESS = "tim-lop/"
COMMUNE = "tim-lop/?service=civil_servant&level=commune"
RIGHT, PERHAPS = "Đúng đối tượng theo nguồn", "Có thể phù hợp, cần hỏi cơ quan"
FOR_COMMUNE = "Đào tạo, bồi dưỡng công chức cấp xã giai đoạn 2022-2025"


def answers(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def listed(page: Page, heading: str) -> list[str]:
    """The titles under one of the headings of the results, once there are results."""
    section = page.get_by_role("region", name=heading)
    expect(section).to_be_visible()
    return [title.strip() for title in section.locator(".records > li > a").all_inner_texts()]


@SIZES
def test_the_form_is_filled_by_keyboard_and_answers_at_once(page: Page):
    page.goto(ADDRESS)
    expect(page.locator("[data-said]")).to_have_text("Chưa trả lời câu nào.")
    page.get_by_role("group", name="Tôi là").get_by_label("Chưa trả lời").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    assert answers(page) == {"service": ["civil_servant"], "level": ["commune"]}
    assert listed(page, RIGHT) == [FOR_COMMUNE]
    expect(page.locator("[data-said]")).to_contain_text("1 chương trình đúng đối tượng theo nguồn")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("pho bi thu dang uy xa, phuong, thi tran")
    expect(page.get_by_role("region", name=RIGHT)).to_contain_text(
        "phó bí thư đảng ủy xã, phường, thị trấn, năm 2023"
    )
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kết quả")).to_be_focused()
    assert answers(page)["position"] == ["pho bi thu dang uy xa, phuong, thi tran"]
    assert spills(page) == []


@SIZES
def test_every_answer_gives_its_reason_and_links_to_its_source(page: Page):
    page.goto(COMMUNE)
    regions = [page.get_by_role("region", name=name) for name in (RIGHT, PERHAPS)]
    for region in regions:
        expect(region.locator(".records > li").first).to_be_attached()
    for item in [item for region in regions for item in region.locator(".records > li").all()]:
        assert (item.locator(".found__reason").text_content() or "").startswith("Nguồn ghi đối tượng là «")
        links = item.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
        assert any("/nguon/" in link for link in links)
        assert {link: status for link in links if (status := page.request.get(link).status) != 200} == {}


def test_what_is_planned_is_asked_only_of_those_who_are_in_the_planning(page: Page):
    page.goto(ADDRESS)
    planned = page.get_by_role("group", name="Thuộc quy hoạch")
    expect(page.get_by_label("Nhiệm kỳ quy hoạch")).to_be_hidden()
    planned.get_by_label("Có").check()
    page.get_by_label("Chức danh được quy hoạch").fill("Bí thư")
    page.get_by_label("Nhiệm kỳ quy hoạch").select_option("2025-2030")
    assert answers(page) == {"planned": ["true"], "planned_position": ["Bí thư"], "term": ["2025-2030"]}
    planned.get_by_label("Không").check()
    assert answers(page) == {"planned": ["false"]}


def test_a_link_brings_the_answers_and_back_takes_the_last_one_off(page: Page):
    page.goto(COMMUNE)
    expect(page.get_by_label("Công chức", exact=True)).to_be_checked()
    page.get_by_role("group", name="Thuộc quy hoạch").get_by_label("Không").check()
    assert answers(page)["planned"] == ["false"]
    page.go_back()
    assert answers(page) == {"service": ["civil_servant"], "level": ["commune"]}
    expect(page.get_by_role("group", name="Thuộc quy hoạch").get_by_label("Chưa trả lời")).to_be_checked()
    page.get_by_role("region", name=RIGHT).locator(".records > li > a").click()
    expect(page.locator("h1")).to_have_text(FOR_COMMUNE)
    page.go_back()
    assert listed(page, RIGHT) == [FOR_COMMUNE]


def test_the_device_keeps_the_answers_until_they_are_cleared_and_a_link_changes_none(page: Page):
    page.goto(ADDRESS)
    page.get_by_label("Viên chức", exact=True).check()
    page.goto(COMMUNE)
    page.goto("")
    page.goto(ADDRESS)
    expect(page.get_by_label("Viên chức", exact=True)).to_be_checked()
    assert answers(page) == {"service": ["public_employee"]}
    page.get_by_role("button", name="Xóa câu trả lời").click()
    page.goto("")
    page.goto(ADDRESS)
    assert answers(page) == {}
    expect(page.get_by_label("Viên chức", exact=True)).not_to_be_checked()


@pytest.mark.parametrize("broken", ["getItem", "setItem", "both"])
def test_storage_that_is_forbidden_or_full_stops_nothing(page: Page, broken: str):
    names = ["getItem", "setItem"] if broken == "both" else [broken]
    for name in names:
        page.add_init_script(
            f"Storage.prototype.{name} = () => {{ throw new DOMException('full', 'QuotaExceededError'); }};"
        )
    page.goto(COMMUNE)
    page.get_by_role("group", name="Thuộc quy hoạch").get_by_label("Không").check()
    assert listed(page, RIGHT) == [FOR_COMMUNE]
    assert answers(page)["planned"] == ["false"]


@pytest.mark.parametrize("kept", ["service=nothing&level=commune", "\x00\x00{", "service=" + "a" * 100_000])
def test_what_an_older_version_or_a_stranger_kept_is_left_out(page: Page, kept: str):
    page.goto("")
    page.evaluate("(kept) => localStorage.setItem('eligibility', kept)", kept)
    page.goto(ADDRESS)
    expect(page.get_by_role("group", name="Tôi là").get_by_label("Chưa trả lời")).to_be_checked()
    expect(page.locator("[data-said]")).not_to_be_empty()


HOSTILE = [
    "?job=<img src=x onerror=alert(1)>",
    "?service=<script>alert(1)</script>&level=commune",
    "?service=cadre&service=civil_servant",
    "?position=" + "ă" * 3_000,
    "?job=%E2%80%AE%00%FF&planned=maybe&term=9999-1",
    "?__proto__=1&constructor=2&toString=3",
    "?job=.*%5B%28&position=%F0%9F%A6%84",
    "?=&&&=1",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_address_is_read_as_far_as_it_holds_answers(page: Page, query: str):
    page.goto(ADDRESS + query)
    expect(page.locator("[data-said]")).not_to_be_empty()
    assert page.locator("main img, main script, main [onerror]").count() == 0
    typed = page.locator("form.ask input[type=text]").evaluate_all("(all) => all.map((each) => each.value)")
    assert typed
    assert max(map(len, typed)) <= 200
    assert spills(page) == []


def test_what_an_address_cannot_mean_is_said_to_be_left_out(page: Page):
    page.goto(f"{COMMUNE}&rank=emperor&x=1")
    expect(page.get_by_text("phần ấy đã bỏ qua")).to_be_visible()
    assert listed(page, RIGHT) == [FOR_COMMUNE]
    page.goto(COMMUNE)
    expect(page.get_by_text("phần ấy đã bỏ qua")).to_have_count(0)


@pytest.mark.parametrize("answer", ["missing", "cut short", "no connection"])
def test_data_that_does_not_load_is_said_and_asked_for_again(page: Page, faults: list[str], answer: str):
    def fail(route: Route) -> None:
        if answer == "missing":
            route.fulfill(status=404, body="")
        elif answer == "cut short":
            route.fulfill(body='{"groups": {"a": ')
        else:
            route.abort()

    page.route("**/eligibility.*.json", fail)
    page.goto(COMMUNE)
    expect(page.get_by_role("alert")).to_contain_text("Không tải được dữ liệu")
    expect(page.get_by_role("alert").get_by_role("link", name="theo từng đối tượng")).to_be_visible()
    faults.clear()
    page.unroute("**/eligibility.*.json")
    page.get_by_role("button", name="Thử lại").click()
    assert listed(page, RIGHT) == [FOR_COMMUNE]


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_a_sentence_leads_to_the_groups(page: Page):
    page.goto(ADDRESS)
    expect(page.locator("form.ask")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="theo từng đối tượng").click()
    expect(page.locator("h1")).to_have_text("Đối tượng")


def test_programmes_that_name_no_group_are_counted_and_listed(page: Page):
    page.goto(ADDRESS)
    link = page.get_by_role("link", name=re.compile(r"\d+ chương trình không ghi đối tượng"))
    count = int(link.inner_text().split()[0])
    link.click()
    expect(page.locator(".records > li")).to_have_count(count)


@AXE_SIZES
@pytest.mark.parametrize(
    "query",
    ["", "?service=civil_servant&level=commune", "?service=cadre&level=district&planned=true&rank=emperor"],
)
def test_axe_finds_nothing_in_the_results_light_or_dark(page: Page, query: str):
    page.goto(ADDRESS + query)
    expect(page.locator("[data-said]")).not_to_be_empty()
    page.locator("main details").evaluate_all("(folds) => folds.forEach((fold) => (fold.open = true))")
    assert violations_in_light_and_dark(page) == []


@pytest.mark.parametrize("width", [320])
def test_results_fit_the_smallest_phone_and_targets_the_thumb(page: Page):
    page.goto("tim-lop/?service=cadre&level=district&planned=true")
    expect(page.locator("[data-said]")).not_to_be_empty()
    page.locator("main details:not([open]) > summary").last.click()
    assert spills(page) == []
    targets = page.locator("form.ask :is(.option, select, input[type=text], button), main summary")
    assert low_targets(targets) == []
