"""What a result says of a programme in every state: title, what decides, state, classes; and as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import Builder
from tests.browser.searching import (
    DONE,
    DRAFT,
    ENDED,
    ENDLESS,
    FORMULA,
    NOTICE,
    OPEN,
    PLANNED,
    QUERY,
    RUNNING,
    box,
    heading,
    look_up,
    result,
    results,
    served_dated,
    titles,
)


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_dated(built, tmp_path_factory.mktemp("searched") / "data") as address:
        yield address


def state_of(page: Page, title: str) -> str:
    """The state of a result; an error where it has none, or two."""
    return result(page, title).locator("> .tags .state").text_content() or ""


def test_a_result_says_what_decides_how_it_stands_and_how_far_it_is_confirmed(page: Page):
    look_up(page, q=QUERY)
    item = result(page, OPEN)
    assert item.locator("> .tags > .tag").all_text_contents() == [
        "Bồi dưỡng",
        "Còn 12 ngày gửi danh sách",
    ]
    expect(page.locator(".results__said")).to_have_text("Mức độ xác minh: theo báo chí, trừ mục có ghi khác.")
    assert item.locator("> .meta > span").all_text_contents() == [
        "Đối tượng Cán bộ, công chức, viên chức tỉnh Hải Dương",
        "Chủ trì Sở Nội vụ tỉnh Hải Dương",
        "Thời gian 14-12-2026 đến 18-12-2026",
        "Địa điểm Hội trường tầng 3",
        "Chỉ tiêu 60 học viên",
    ]
    unknown = result(page, RUNNING).locator("> .meta > span")
    assert unknown.all_text_contents() == [
        "Đối tượng chưa có thông tin",
        "Chủ trì Ban Tổ chức Tỉnh ủy Hải Dương",
        "Thời gian 16-11-2026 đến 27-11-2026",
    ]
    item.locator("> a").click()
    expect(page.locator("h1")).to_have_text(OPEN)


def test_what_was_found_is_marked_in_the_spelling_of_the_title(page: Page):
    look_up(page)
    box(page).press_sequentially("van thu luu tru")
    expect(result(page, OPEN).locator("> a mark")).to_have_text(["văn thư", "lưu trữ"])
    box(page).fill("ki thuat kho q")
    expect(result(page, RUNNING).locator("> a mark")).to_have_text(["Kỹ thuật kho q"])


def test_the_fact_that_a_result_was_found_by_is_marked_where_it_stands(page: Page):
    look_up(page, q="so noi vu tinh hai duong")
    item = result(page, OPEN)
    expect(item.locator("> .meta mark")).to_have_text("Sở Nội vụ tỉnh Hải Dương")
    expect(item.locator("> .results__why")).to_have_count(0)


def test_what_all_results_are_is_said_once_above_them_and_what_else_comes_with_each(page: Page):
    look_up(page, q="so", kind="organization")
    said = "Loại: đơn vị · Mức độ xác minh: theo báo chí, trừ mục có ghi khác."
    expect(page.locator(".results__said")).to_have_text(said)
    expect(results(page).locator(".tag--training")).to_have_count(0)
    look_up(page, q="so noi vu")
    expect(page.locator(".results__said")).not_to_contain_text("Loại")
    expect(results(page).first.locator(".tag--training")).to_have_count(1)


UNKNOWN_RESULTS = "chưa có thông tin kết quả"
STATES: list[tuple[str, dict[str, str]]] = [
    (
        "2026-11-22",
        {
            OPEN: "Còn 12 ngày gửi danh sách",
            RUNNING: "Đang học",
            ENDED: "Đã kết thúc",
            PLANNED: f"Kế hoạch 2024, {UNKNOWN_RESULTS}",
            DONE: "Đã thực hiện 2025",
        },
    ),
    (
        "2026-12-04",
        {OPEN: "Hôm nay hết hạn gửi danh sách", RUNNING: "Đã kết thúc", DONE: "Đã thực hiện 2025"},
    ),
    ("2026-12-15", {OPEN: "Sắp khai giảng"}),
    (
        "2024-06-01",
        {
            OPEN: "Còn 916 ngày gửi danh sách",
            RUNNING: "Sắp khai giảng",
            ENDED: "Sắp khai giảng",
            PLANNED: "Kế hoạch 2024",
        },
    ),
]


@pytest.mark.own_window
def test_each_result_has_one_state_which_follows_the_readers_day(page: Page):
    for day, states in STATES:
        page.clock.set_fixed_time(f"{day}T08:00:00+07:00")
        look_up(page, q=QUERY)
        assert {title: state_of(page, title) for title in states} == states, day
        past = {
            title
            for title, state in states.items()
            if state.startswith(("Đã kết thúc", "Đã thực hiện")) or state.endswith("kết quả")
        }
        assert {
            title for title in states if "past" in (result(page, title).get_attribute("class") or "")
        } == past, day


def test_past_classes_are_folded_behind_their_number_and_the_others_lead_to_their_place(page: Page):
    look_up(page, q=QUERY)
    item = result(page, OPEN)
    ahead = item.locator("> .results__classes > li")
    expect(ahead).to_have_text(
        [
            "Lớp 14-12-2026 đến 18-12-2026, hạn gửi danh sách 4-12-2026 Còn 12 ngày gửi danh sách",
            "Lớp 11-1-2027 đến 15-1-2027 Sắp khai giảng",
        ]
    )
    fold = item.locator("details.results__past")
    expect(fold.locator("summary")).to_have_text("3 lớp đã qua")
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").press("Enter")
    expect(fold.locator("li .state")).to_have_text(["Đã kết thúc", "Đã kết thúc", "Hủy"])
    ahead.last.get_by_role("link").click()
    expect(page).to_have_url("chuong-trinh/con-nhan/#lop-2")
    assert page.locator("#lop-2").count() == 1


def test_of_a_programme_only_the_classes_that_pass_the_filters_are_told(page: Page):
    look_up(page, q=QUERY, state="coming", month="01")
    assert titles(page) == [OPEN]
    assert state_of(page, OPEN) == "Sắp khai giảng"
    expect(result(page, OPEN).locator("> .meta")).to_contain_text("Thời gian 11-1-2027 đến 15-1-2027")
    expect(result(page, OPEN).locator("details")).to_have_count(0)


def test_drafts_are_counted_apart_and_folded_away_last(page: Page):
    look_up(page, q=QUERY)
    expect(heading(page)).to_have_text("6 kết quả và 1 mục chưa xác minh cho «ky thuat kho quy»")
    assert DRAFT not in titles(page)
    fold = page.locator("[data-drafts]")
    expect(fold.locator("summary")).to_have_text("1 mục chưa xác minh")
    expect(fold.get_by_text(DRAFT)).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("li.draft > a")).to_have_text(DRAFT)
    expect(fold.locator(".tag--draft")).to_have_text("Chưa xác minh")
    look_up(page, q="kho quy ban nhap", kind="program")
    expect(heading(page)).to_have_text("1 mục chưa xác minh cho «kho quy ban nhap»")
    expect(fold.locator("li.draft > a")).to_be_visible()


def test_the_list_is_sorted_in_four_ways_and_the_way_stands_in_the_address(page: Page):
    look_up(page, q=QUERY)
    best = titles(page)
    assert best[:2] == [OPEN, RUNNING]
    sort = page.get_by_label("Sắp xếp")
    expect(sort.locator("option")).to_have_text(["Phù hợp nhất", "Khai giảng", "Hạn gửi danh sách", "Tên"])
    sort.select_option(label="Khai giảng")
    expect(results(page).nth(2).locator("> a")).to_have_text(ENDED)
    dayless = [title for title in best if title in {FORMULA, DONE, PLANNED}]
    assert titles(page) == [OPEN, RUNNING, ENDED, *dayless]
    sort.select_option(label="Hạn gửi danh sách")
    expect(results(page).nth(2).locator("> a")).to_have_text(dayless[0])
    assert titles(page) == best
    sort.select_option(label="Tên")
    expect(results(page).first.locator("> a")).to_have_text(FORMULA)
    assert titles(page) == [FORMULA, RUNNING, ENDED, OPEN, DONE, PLANNED]
    assert page.url.endswith("?q=ky+thuat+kho+quy&sort=title")


def saved_table(page: Page) -> Download:
    """The file that the page saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách (CSV)").click()
    return download.value


def test_the_list_is_saved_as_a_table_that_spreadsheets_read_and_run_nothing_of(page: Page):
    look_up(page, q=QUERY)
    saved = saved_table(page)
    assert saved.suggested_filename == "tra-cuu-2026-11-22.csv"
    written = Path(saved.path()).read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == written.count(b"\n")
    head, *rows = csv.reader(StringIO(written.decode("utf-8-sig"), newline=""))
    found = {row[0]: dict(zip(head, row, strict=True)) for row in rows[:-3]}
    assert list(found) == [*titles(page)[:5], f"'{FORMULA}", DRAFT]
    assert found[OPEN] == {
        "Tên": OPEN,
        "Loại": "Chương trình",
        "Đối tượng": "Cán bộ, công chức, viên chức tỉnh Hải Dương",
        "Đơn vị chủ trì": "Sở Nội vụ tỉnh Hải Dương",
        "Năm": "2026-2027",
        "Từ ngày": "2026-12-14",
        "Đến ngày": "2026-12-18",
        "Hạn gửi danh sách": "2026-12-04",
        "Địa điểm": "Hội trường tầng 3",
        "Chỉ tiêu": "60 học viên",
        "Đã thực hiện": "",
        "Số liệu": "",
        "Tình trạng": "Còn 12 ngày gửi danh sách",
        "Mức độ xác minh": "Theo báo chí",
        "Địa chỉ trang": page.url.split("tra-cuu/", maxsplit=1)[0] + "chuong-trinh/con-nhan/",
    }
    assert found[DRAFT]["Mức độ xác minh"] == "Chưa xác minh"
    assert [row[:1] for row in rows[-3:-1]] == [[], [f"{NOTICE} của tỉnh Hải Dương."]]
    assert rows[-1] == [f"Danh sách này: {page.url}"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_an_end_that_no_source_tells_is_told_neither_by_the_page_nor_in_the_table(page: Page):
    look_up(page, q=ENDLESS)
    item = result(page, ENDLESS)
    assert item.locator("> .meta > span").all_text_contents()[-1] == "Thời gian từ 22-7-2026"
    item.locator(".results__past > summary").click()
    expect(item.locator(".results__classes a")).to_have_text(["Lớp từ 22-7-2026", "Lớp 6-2026"])
    written = Path(saved_table(page).path()).read_text(encoding="utf-8-sig")
    [row] = [row for row in csv.DictReader(StringIO(written, newline="")) if row["Tên"] == ENDLESS]
    assert (row["Từ ngày"], row["Đến ngày"]) == ("2026-07-22", "")
