"""«Tôi được cử học lớp nào?» as it is used: by keyboard, on phone and desk, by links, in failure."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from catalogue.language.vietnamese import collation_key
from tests.browser.axe import violations_in_light_and_dark
from tests.browser.conftest import BARE
from tests.browser.overflow import low_targets, spills
from tests.examples import for_a_proof

SIZES = pytest.mark.parametrize(("width", "height"), [(360, 740), *for_a_proof((1280, 800))])
"""What a phone shows and does, a desk shows and does, but for what has a test of its own."""
ADDRESS = "tim-lop/"
COMMUNE = "tim-lop/?service=civil_servant&level=commune"
UNDECIDED = "tim-lop/?service=cadre&level=commune&position=Ủy viên Ban Chấp hành Đảng bộ thành phố"
KEPT = "?service=cadre&level=commune&position=phó bí thư đảng ủy phường"
TWO_LINES = 60
"""How much of a title tells what it is about, in pixels."""
RIGHT, PERHAPS = "Đúng đối tượng theo nguồn", "Có thể phù hợp, cần hỏi cơ quan"
FILES = re.compile(r"/assets/eligibility/\w+/(groups|programs/[\w-]+)\.json")
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
    expect(page.locator("[data-said]")).to_contain_text("1 chương trình đúng đối tượng")
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


@pytest.mark.own_window
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


def test_what_an_older_version_or_a_stranger_kept_is_left_out(page: Page):
    for kept in ("service=nothing&level=commune", "\x00\x00{", "service=" + "a" * 100_000):
        page.goto(BARE)
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


def test_a_hostile_address_is_read_as_far_as_it_holds_answers(page: Page):
    for query in HOSTILE:
        page.goto(ADDRESS + query)
        expect(page.locator("[data-said]")).not_to_be_empty()
        assert page.locator("main img, main script, main [onerror]").count() == 0, query
        typed = page.locator("form[data-ask] input[type=text]").evaluate_all(
            "(all) => all.map((each) => each.value)"
        )
        assert typed
        assert max(map(len, typed)) <= 200, query
        assert spills(page) == [], query


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

    page.route(FILES, fail)
    page.goto(COMMUNE)
    expect(page.get_by_role("alert")).to_contain_text("Không tải được dữ liệu")
    expect(page.get_by_role("alert").get_by_role("link", name="theo từng đối tượng")).to_be_visible()
    faults.clear()
    page.unroute(FILES)
    page.get_by_role("button", name="Thử lại").click()
    assert listed(page, RIGHT) == [FOR_COMMUNE]


@pytest.mark.parametrize("file", ["groups", "programs/cong-chuc-cap-xa"])
def test_data_of_another_build_is_not_mixed_with_this_one(page: Page, file: str):
    def older(route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), "mark": "another"})

    page.route(f"**/assets/eligibility/*/{file}.json", older)
    page.goto(COMMUNE)
    expect(page.get_by_role("alert")).to_contain_text("Không tải được dữ liệu để đối chiếu.")
    expect(page.locator("[data-found] .records")).to_have_count(0)


def test_only_what_is_shown_is_fetched(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.extend(FILES.findall(request.url)))
    page.goto(COMMUNE)
    assert listed(page, RIGHT) == [FOR_COMMUNE]
    first = set(asked)
    assert {"groups", "programs/cong-chuc-cap-xa"} <= first
    assert len(first) <= 4
    page.locator("[data-fold=unknown] > summary").click()
    expect(page.locator("[data-fold=unknown] .records > li").first).to_be_visible()
    assert set(asked) > first
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize(("width", "height"), [(360, 740)])
@pytest.mark.parametrize(
    ("query", "answered"),
    [
        (COMMUNE, "Công chức"),
        ("tim-lop/?service=public_employee", "Viên chức"),
        ("tim-lop/?level=grassroots", "Cơ sở"),
        ("tim-lop/?position=chủ tịch UBND xã", "«chủ tịch UBND xã»"),
        ("tim-lop/?planned=false", "Thuộc quy hoạch: Không"),
        ("tim-lop/?service=public_employee&planned=false&position=nhà báo", "«nhà báo»"),
        ("tim-lop/?service=public_employee&position=cán bộ&job=cán bộ", "«cán bộ»"),
        (UNDECIDED, "«Ủy viên Ban Chấp hành Đảng bộ thành phố»"),
        (ADDRESS, "Cán bộ"),
    ],
)
def test_the_first_screen_of_a_phone_shows_the_first_answer(page: Page, query: str, answered: str):
    page.goto("huong-dan/tra-cuu/")
    page.evaluate("(kept) => localStorage.setItem('eligibility', kept)", KEPT)
    page.goto(query)
    first = page.locator("[data-found] .records > li > a").first
    expect(first).to_be_in_viewport()
    box = first.bounding_box()
    assert box
    assert box["y"] + TWO_LINES <= 740
    expect(page.locator("[data-asking] > summary")).to_contain_text(answered)
    expect(page.get_by_label("Công chức", exact=True)).to_be_hidden()
    page.locator("[data-asking] > summary").click()
    expect(page.get_by_label("Công chức", exact=True)).to_be_visible()


@SIZES
def test_back_returns_to_the_place_in_the_results(page: Page):
    page.goto(COMMUNE)
    fold = page.locator("[data-fold=unknown]")
    fold.locator("> summary").click()
    expect(fold.locator(".records > li").first).to_be_attached()
    page.locator("[data-fold=unknown-past]").evaluate("(fold) => (fold.open = true)")
    link = page.locator("[data-fold=unknown-past] .records > li > a").last
    link.scroll_into_view_if_needed()
    before = link.bounding_box()
    address = link.get_attribute("href")
    link.click()
    expect(page.locator("[data-ask]")).to_have_count(0)
    page.go_back()
    returned = page.locator(f'[data-fold=unknown] a[href="{address}"]')
    expect(returned).to_be_focused()
    page.wait_for_timeout(400)
    after = returned.bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=2)


def test_answers_that_this_device_kept_say_so_and_go_at_a_press(page: Page):
    page.goto(COMMUNE)
    expect(page.locator("[data-kept]")).to_have_count(0)
    page.get_by_label("Viên chức", exact=True).check()
    page.goto("")
    page.goto(ADDRESS)
    kept = page.locator("[data-kept]")
    expect(kept).to_contain_text("lưu trên máy từ lần trước")
    kept.get_by_role("button", name="Xóa").click()
    expect(kept).to_have_count(0)
    assert page.evaluate("() => localStorage.getItem('eligibility')") is None
    assert answers(page) == {}


def test_an_answer_that_the_device_kept_and_the_catalogue_no_longer_has_is_said_to_be_left_out(page: Page):
    page.goto(BARE)
    page.evaluate(
        "() => localStorage.setItem('eligibility', 'service=civil_servant&level=commune&term=1990-1995')"
    )
    page.goto(ADDRESS)
    expect(page.locator("[data-refused]")).to_contain_text("lưu trên thiết bị mà danh mục nay không còn")
    assert answers(page) == {"service": ["civil_servant"], "level": ["commune"]}
    assert listed(page, RIGHT) == [FOR_COMMUNE]


def test_what_was_typed_is_said_to_be_read_and_a_slip_is_no_hindrance(page: Page):
    page.goto("tim-lop/?service=cadre&level=commune")
    post = page.get_by_label("Chức danh đang giữ")
    post.fill("phó bí thư đản ủy phường")
    read = page.locator("#_position_doc")
    expect(read).to_have_text("Đọc là «Phó bí thư đảng ủy xã, phường, thị trấn».")
    assert listed(page, RIGHT) != []
    post.fill("bí thư đảng ủy xã")
    expect(read).to_have_text("Gần với «Bí thư», chưa chắc là một.")
    post.fill("nhà báo")
    expect(read).to_have_text("Không đối tượng nào ghi như vậy ở mục này. Kết quả theo các câu trả lời khác.")
    post.fill("thị trấn phó bí thư")
    read.get_by_role("button").first.click()
    assert answers(page)["position"] == ["Phó bí thư đảng ủy xã, phường, thị trấn"]


def test_a_post_that_no_programme_names_is_said_above_the_first_result(page: Page):
    page.goto("tim-lop/?service=public_employee&position=nhà báo")
    told = page.locator(".found__unnamed")
    expect(told).to_have_text("Không chương trình nào dưới đây ghi «nhà báo».")
    page.goto("tim-lop/?service=cadre&level=commune&position=phó bí thư đảng ủy phường")
    assert listed(page, RIGHT) != []
    expect(told).to_have_count(0)


def test_a_post_that_only_the_undecided_name_is_said_to_want_answers(page: Page):
    page.goto(UNDECIDED)
    expect(page.locator(".found__unnamed")).to_have_text(
        "Có 1 chương trình ghi «Ủy viên Ban Chấp hành Đảng bộ thành phố», "
        "nhưng chưa đủ thông tin để biết có dành cho bạn không."
    )


@pytest.mark.parametrize("way", [".found__unnamed button", "[data-fold=unknown] > summary"])
def test_whoever_unfolds_the_undecided_by_keyboard_stays_with_them_when_they_have_come(page: Page, way: str):
    page.goto(UNDECIDED)
    page.locator(way).focus()
    page.keyboard.press("Enter")
    fold = page.locator("[data-fold=unknown]")
    expect(fold.locator(".records > li").first).to_be_attached()
    expect(fold.locator("> summary")).to_be_focused()
    expect(fold.locator("> summary")).to_be_in_viewport()


def test_what_answers_another_question_leads_there(page: Page):
    told = page.locator(".found__unnamed")
    for query in ("position=cán bộ", "position=cán bộ&job=cán bộ"):
        page.goto(f"tim-lop/?service=public_employee&{query}")
        expect(told).to_have_text(
            "Không chương trình nào dưới đây ghi «cán bộ». Có thể trả lời ở câu «Tôi là»."
        )
    told.get_by_role("button").click()
    expect(page.locator("[data-question=service]:focus-within")).to_be_visible()
    page.goto("tim-lop/?level=commune&position=em là công chức")
    page.locator("[data-asking]").evaluate("(asking) => (asking.open = true)")
    read = page.locator("#_position_doc")
    expect(read).to_contain_text("Không đối tượng nào ghi như vậy ở mục này.")
    read.get_by_role("button", name="Tôi là: Công chức").click()
    expect(page.get_by_role("radio", name="Công chức", exact=True)).to_be_focused()
    assert answers(page) == {"service": ["civil_servant"], "level": ["commune"]}
    assert listed(page, RIGHT) == [FOR_COMMUNE]


def test_what_follows_from_the_post_is_said_and_counts_until_it_is_answered_otherwise(page: Page):
    page.goto("tim-lop/?position=phó bí thư đảng ủy phường")
    read = page.locator("#_position_doc")
    post = "Đọc là «Phó bí thư đảng ủy xã, phường, thị trấn»."
    expect(read).to_have_text(f"{post} Cấp xã, theo chức danh.")
    expect(page.get_by_role("heading", name=f"{RIGHT} (1)")).to_be_visible()
    expect(page.locator(".found__reason").first).to_contain_text("cấp (xã, theo chức danh)")
    expect(page.get_by_role("button", name="Trả lời thêm câu «Cấp")).to_have_count(0)
    page.get_by_role("radio", name="Trung ương").check()
    expect(read).to_have_text(post)
    expect(page.get_by_role("heading", name=RIGHT)).to_have_count(0)


def test_what_changes_nothing_is_not_asked_and_what_decides_most_is_offered(page: Page):
    page.goto("tim-lop/?service=civil_servant&level=commune")
    expect(page.get_by_role("group", name="Khối")).to_be_visible()
    expect(page.get_by_label("Ngạch")).to_have_count(0)
    way = page.get_by_role("button", name="Trả lời thêm câu «")
    expect(way).to_be_visible()
    expect(page.locator(".found__next")).to_contain_text(
        re.compile(r"thì (biết được ít nhất|có thể biết được tới) [\d.]+ trong [\d.]+ chương trình chưa rõ")
    )
    title = way.inner_text().split("«")[1].split("»")[0]
    way.click()
    focused = page.evaluate("() => document.activeElement.closest('[data-question]').textContent")
    assert title in focused
    page.goto("tim-lop/?service=civil_servant&level=grassroots&block=government&planned=false")
    expect(page.locator("[data-said]")).not_to_be_empty()
    expect(page.locator("[data-enough]")).to_be_visible()
    expect(page.get_by_label("Chức danh được quy hoạch")).to_be_hidden()


def test_with_nothing_right_and_nothing_possible_the_undecided_stand_open(page: Page):
    page.goto("tim-lop/?planned=false")
    expect(page.get_by_text("Chưa có chương trình nào đúng hoặc có thể phù hợp")).to_be_visible()
    expect(page.locator("[data-fold=unknown]")).to_have_attribute("open", "")
    expect(page.locator("[data-fold=unknown] .records > li").first).to_be_attached()


def test_results_are_narrowed_and_sorted_as_in_search(page: Page):
    page.goto("tim-lop/?planned=false")
    items = page.locator("[data-fold=unknown] .records > li")
    expect(items.first).to_be_attached()
    every = items.count()
    page.locator("[data-narrow] > summary").click()
    year = page.get_by_label("Năm")
    option = year.locator("option").nth(1)
    count = int((option.inner_text()).split("(")[1].rstrip(")"))
    year.select_option(index=1)
    expect(page.locator("[data-fold=unknown] > summary")).to_contain_text(f"({count} trong {every})")
    expect(items).to_have_count(count)
    assert answers(page)["year"] == [option.get_attribute("value")]
    page.get_by_label("Sắp xếp", exact=True).select_option("title")
    titles = [each.strip() for each in items.locator("> a").all_text_contents()]
    assert titles == sorted(titles, key=collation_key)
    page.reload()
    expect(items).to_have_count(count)
    expect(page.locator("[data-refused]")).to_have_count(0)


def test_who_is_not_meant_is_told_which_answer_would_have_to_be_another_one(page: Page):
    page.goto("tim-lop/?service=cadre&level=commune")
    others = page.locator("[data-fold=others]")
    others.locator("> summary").click()
    item = others.locator("li", has=page.get_by_role("link", name="Công chức cấp xã", exact=True))
    expect(item).to_contain_text("diện (cán bộ) không khớp: diện phải là «Công chức».")


def test_what_no_question_asks_for_stands_with_the_programme(page: Page):
    page.goto("tim-lop/?service=public_employee")
    page.locator("[data-fold=unknown] > summary").click()
    page.locator("[data-fold=unknown-past]").evaluate("(fold) => (fold.open = true)")
    item = page.locator("[data-fold=unknown] li", has=page.locator("> a[href*=cao-cap-cho-giang-vien]"))
    item.locator(".found__conditions > summary").click()
    expect(item.locator(".found__conditions li")).to_have_text(
        [
            re.compile("đơn vị Trường Đào tạo cán bộ Lê Hồng Phong"),
            "Ưu tiên giảng viên có ít nhất 5 năm công tác tại trường",
        ]
    )


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_a_sentence_leads_to_the_groups(page: Page):
    page.goto(ADDRESS)
    expect(page.locator("form[data-ask]")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="theo từng đối tượng").click()
    expect(page.locator("h1")).to_have_text("Đối tượng")


def test_programmes_that_name_no_group_are_counted_and_listed(page: Page):
    page.goto(ADDRESS)
    link = page.get_by_role("link", name=re.compile(r"\d+ chương trình không ghi đối tượng"))
    count = int(link.inner_text().split()[0])
    link.click()
    expect(page.locator(".records > li")).to_have_count(count)


@SIZES
@pytest.mark.parametrize(
    "query",
    [
        "?service=cadre&level=district&planned=true&rank=emperor",
        *for_a_proof("", "?service=civil_servant&level=commune"),
    ],
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
    targets = page.locator("form[data-ask] :is(.option, select, input[type=text], button), main summary")
    assert low_targets(targets) == []
