"""The table of a plan as its printed annex has it, and the foot of every table of figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.language.vietnamese import number
from catalogue.views.words.classes import classes_named
from catalogue.views.words.lists import PAGE_LENGTH
from catalogue.views.words.outcomes import HELD
from tests.catalogue.views.small import (
    REPORTED,
    UNKNOWN,
    Published,
    Sheet,
    annex,
    catalogue_of,
    published_from,
    trees_of,
)
from tests.elements import words
from tests.examples import PROVING

TREES = trees_of(Path(__file__).with_name("annexes.yml"))
ADDRESS = "ke-hoach/nam/"
ROWS = (("Một", 29), ("Hai", 21))
"""Programmes and how many learners each has: 50 together."""


@pytest.fixture(scope="module")
def in_part() -> Published:
    return published_from(TREES["in part"])


@pytest.fixture(scope="module")
def added() -> Published:
    return published_from(TREES["added"])


@pytest.fixture(scope="module")
def with_classes() -> Published:
    return published_from(TREES["classes"])


def foot(sheet: Sheet) -> list[list[str]]:
    """The feet of the tables of a page, cell by cell."""
    return [[words(cell) for cell in row] for row in sheet.tree.iterfind(".//tfoot/tr")]


def plan_of(*programs: str, plan: str = "") -> Published:
    """A plan with these programmes, in this order of their titles."""
    files = {
        f"programs/p-{turn:04}.yml": f"plan: nam\n{text}\n{REPORTED}" for turn, text in enumerate(programs)
    }
    return published_from({"plans/nam.yml": f"title: Kế hoạch\nyear: 2024\n{plan}{REPORTED}", **files})


def test_rows_stand_in_the_order_of_their_numbers_with_parts_below_wholes(in_part: Published):
    assert list(annex(in_part[ADDRESS])) == [
        "Chương trình A",
        "trong đó: Phần của A",
        "trong đó: Phần của phần",
        "Chương trình B",
        "Chương trình C",
    ]
    parts = [row for row in in_part[ADDRESS].tree.iter("tr") if row.get("class") == "part"]
    assert [words(row[1]) for row in parts] == ["trong đó: Phần của A", "trong đó: Phần của phần"]


def test_sections_have_headings_and_what_has_no_number_comes_last(added: Published):
    rows = [words(row) for row in added[ADDRESS].tree.iter("tr") if row.get("class") == "annex__section"]
    assert rows == ["Mục I", "Mục II", "Các dòng nguồn không ghi TT"]
    assert list(annex(added[ADDRESS]))[-3:-1] == ["Có thể là phần", "Chưa rõ"]


def test_a_row_says_for_whom_by_whom_and_how_many_in_bare_numbers(in_part: Published):
    assert annex(in_part[ADDRESS])["Chương trình A"] == {
        "TT": "1",
        "Đối tượng": "Nhóm",
        "Số lớp": "10",
        "Số học viên": "395",
        "Chủ trì, tổ chức": "Sở",
        "Ghi chú": "Nguồn không nói các phần có cộng lại bằng tổng hay không",
    }
    unknown = {UNKNOWN}
    assert set(annex(in_part[ADDRESS])["Chương trình C"].values()) == {"10", ""} | unknown


def test_numbers_are_digits_alone_whatever_stands_between_them(added: Published):
    rows = annex(added[ADDRESS])
    assert rows["Toàn khóa"]["Số học viên"] == "1200"
    assert rows["Chừng trăm người"]["Số học viên"] == "100"
    assert rows["Chừng trăm người"]["Ghi chú"] == "Nguồn ghi khoảng 100 học viên"


def test_what_was_done_stands_beside_what_was_planned(added: Published):
    row = annex(added[ADDRESS])["Toàn khóa"]
    assert (row["Số học viên"], row["Số học viên, đã thực hiện"]) == ("1200", "1150")


def test_a_number_of_another_unit_keeps_its_unit_and_stands_in_no_sum(added: Published):
    row = annex(added[ADDRESS])["Theo lượt"]
    assert row["Số học viên"] == "90 lượt học viên"
    assert row["Ghi chú"] == "Nguồn còn nêu 40 triệu đồng"


def test_a_figure_without_a_unit_has_that_of_its_measure():
    figures = ("{measure: learners, value: 5}", "{measure: learners, value: 6}")
    other = "{measure: learners, value: 7, unit: người}"
    small = plan_of(*(f"title: P{turn}\nfigures: [{each}]" for turn, each in enumerate((*figures, other))))
    rows = annex(small[ADDRESS])
    assert [rows[name]["Số học viên"] for name in ("P0", "P1")] == ["5", "6"]
    assert rows["P2"]["Số học viên"] == "7 người"


def test_the_foot_adds_what_may_be_added_and_says_what_it_leaves_out(added: Published):
    sums, (said,) = foot(added[ADDRESS])[-2:]
    assert [cell for cell in sums if cell] == ["Cộng các dòng có số", "9", "1300", "1150"]
    assert said == (
        "Cộng các dòng có số: 9 lớp, khoảng 1.300 học viên, 1.150 học viên đã thực hiện; "
        "2 dòng chưa có số lớp; 1 dòng chưa có số học viên; 4 dòng chưa có số học viên đã thực hiện; "
        "không cộng 2 dòng đã nằm trong dòng khác; "
        "không cộng 1 dòng có thể tính trùng với dòng khác (7 học viên); "
        "không cộng 1 dòng khác đơn vị tính (90 lượt học viên); "
        "nguồn nêu 745 lượt học viên (kế hoạch): khác đơn vị tính, không so được với tổng các dòng; "
        "nguồn nêu 9 lớp (kế hoạch): chưa đủ."
    )


def of_a_whole(whole: str, *values: str) -> str:
    """The foot of a plan with a figure of learners, and programmes that state some."""
    rows = [f"title: P{turn}\nfigures: [{{measure: learners, {value}}}]" for turn, value in enumerate(values)]
    ((said,),) = [row for row in foot(plan_of(*rows, plan=f"{whole}\n")[ADDRESS]) if len(row) == 1]
    return said


def test_the_foot_says_how_exactly_a_sum_is_known_and_that_a_least_bears_out_nothing_above_it():
    whole = 'complete: true\nfigures: [{measure: learners, value: 500, parts_add: "yes"}]'
    assert of_a_whole(whole, "value: 29", "value: 18, bound: over") == (
        "Cộng các dòng có số: hơn 47 học viên; "
        "nguồn nêu 500 học viên: chưa đủ, có phần chỉ nêu «hơn» nên chưa xác nhận được số nguồn nêu."
    )


def test_the_foot_says_what_differs_from_a_whole_that_is_more_than_a_number():
    whole = 'complete: true\nfigures: [{measure: learners, value: 47, bound: over, parts_add: "yes"}]'
    assert of_a_whole(whole, "value: 29", "value: 18").endswith(
        "nguồn nêu hơn 47 học viên: lệch, các dòng đúng con số ấy, mà «hơn» thì không gồm chính nó."
    )


def test_the_foot_tells_that_some_parts_are_more_than_their_whole_already():
    whole = "complete: false\nfigures: [{measure: learners, value: 100}]"
    assert of_a_whole(whole, "value: 60", "value: 60") == (
        "Không cộng số học viên của các dòng: nguồn không nói các dòng này có cộng lại; "
        "nguồn nêu 100 học viên, không so được với tổng các dòng; cộng thử để tham khảo được 120 học viên, "
        "nhiều hơn 20 học viên so với số nguồn nêu (các phần có thể trùng nhau)."
    )


def test_a_unit_is_one_however_it_is_spelled():
    whole = 'complete: true\nfigures: [{measure: learners, value: 47, unit: Học viên, parts_add: "yes"}]'
    assert of_a_whole(whole, "value: 29", "value: 10", "value: 8, unit: Học  Viên") == (
        "Cộng các dòng có số: 47 học viên; nguồn nêu 47 Học viên: khớp."
    )


def test_two_numbers_of_one_thing_stand_in_no_sum_and_beside_each_other():
    two = "title: Hai số\nfigures: [{measure: learners, value: 10}, {measure: learners, value: 11}]"
    city = plan_of("title: Một số\nfigures: [{measure: learners, value: 29}]", two)
    row = annex(city[ADDRESS])["Hai số"]
    assert row["Số học viên"] == "có nhiều số cho cùng một nội dung"
    assert row["Ghi chú"] == "Nguồn còn nêu 10 học viên, 11 học viên"
    assert "không cộng 1 dòng có nhiều số cho cùng một nội dung" in foot(city[ADDRESS])[-1][0]


def test_two_numbers_of_one_thing_take_nothing_from_the_sum_of_a_plan_that_says_that_rows_add():
    two = "title: Hai số\nfigures: [{measure: learners, value: 10}, {measure: learners, value: 11}]"
    others = (f"title: {name}\nfigures: [{{measure: learners, value: {much}}}]" for name, much in ROWS)
    whole = "figures: [{measure: learners, value: 50, parts_add: yes}]\n"
    (told,) = foot(plan_of(*others, two, plan=whole)[ADDRESS])[-1]
    assert told == (
        "Cộng các dòng có số: 50 học viên; không cộng 1 dòng có nhiều số cho cùng một nội dung; nguồn nêu "
        "50 học viên: có nhiều số cho cùng một nội dung, không so được với tổng các dòng."
    )


def test_a_foot_says_that_a_number_is_unconfirmed_only_where_no_part_is_missing():
    over = "title: P\nfigures: [{measure: learners, value: 18, bound: over}]"
    rows = over, "title: Q\nfigures: [{measure: learners, value: 29}]"
    whole = "figures: [{measure: learners, value: 100, parts_add: yes}]\n"
    missing = foot(plan_of(*rows, plan=f"complete: false\n{whole}")[ADDRESS])[-1][0]
    assert missing.endswith("nguồn nêu 100 học viên: chưa đủ.")
    unconfirmed = foot(plan_of(*rows, plan=whole)[ADDRESS])[-1][0]
    assert "chưa đủ, có phần chỉ nêu «hơn» nên chưa xác nhận được số nguồn nêu" in unconfirmed


def test_parts_have_a_subtotal_where_their_source_says_that_they_add(added: Published, in_part: Published):
    row = annex(added[ADDRESS])["Cộng 2 phần có số"]
    assert (row["Số lớp"], row["Số học viên"]) == ("4", "1200")
    assert not [row for row in in_part[ADDRESS].tree.iter("tr") if row.get("class") == "annex__subtotal"]


def test_a_plan_given_in_part_without_a_whole_prints_no_number_that_no_source_states(in_part: Published):
    said = "Không cộng số lớp, số học viên của các dòng: nguồn chỉ nêu một phần của kế hoạch."
    assert foot(in_part[ADDRESS]) == [[said]]
    stated = {"10", "395", "3", "255", "5", "100", "23", "2024", "1", "2"}
    counted = {"2", "5"}  # «5 chương trình», «2 trong 5 mục chưa có chỉ tiêu»
    found = set(re.findall(r"\d[\d.,]*\d|\d", in_part[ADDRESS].text.replace("A4", "")))
    assert found == stated | counted


def test_what_all_rows_share_is_said_once_and_what_none_tells_is_a_sentence(with_classes: Published):
    sheet = with_classes[ADDRESS]
    assert "Chung cho cả 2 dòng: hình thức Trực tuyến." in sheet.text
    assert "Hình thức" not in annex(sheet)["Qua năm mới"]
    unknown = "TT, kết quả đã thực hiện, đối tượng, đơn vị chủ trì, tổ chức, đơn vị phối hợp"
    assert f"Nguồn không nêu: {unknown}." in sheet.text


def test_times_places_and_deadlines_come_from_the_classes_where_the_programme_says_none(
    with_classes: Published,
):
    row = annex(with_classes[ADDRESS])["Qua năm mới"]
    assert row["Thời gian"] == "30-12-2024 đến 3-1-2025"
    assert row["Địa điểm"] == "Hội trường A; Hội trường B"
    assert row["Hạn gửi danh sách"] == "1-12-2024"
    assert row["Ghi chú"] == "1 lớp hoãn hoặc hủy"
    assert annex(with_classes[ADDRESS])["Không ngày"]["Thời gian"] == "Năm 2024 (theo kế hoạch)"


def test_the_head_names_a_parent_with_the_year_that_is_not_the_plans_own(with_classes: Published):
    assert with_classes[ADDRESS].facts["Thuộc kế hoạch"] == "Kế hoạch nhiều năm (năm 2023)"
    assert with_classes["ke-hoach/truoc/"].facts["Kế hoạch con"] == "Kế hoạch 2024"
    assert with_classes[ADDRESS].facts["Nguồn nêu"] == "Chưa rõ đã đủ kế hoạch hay chưa"


def test_the_head_tells_number_day_and_force_of_the_plans_document():
    document = f"title: Văn bản\nnumber: 200-KH/TU\ncategory: plan\nissued: 2023-12-11\n{REPORTED}"
    plan = f"title: Kế hoạch\nyear: 2024\ndocument: d\n{REPORTED}"
    facts = published_from({"plans/nam.yml": plan, "documents/d.yml": document})[ADDRESS].facts
    assert (facts["Số, ký hiệu"], facts["Ngày ban hành"]) == ("200-KH/TU", "11-12-2023")
    assert facts["Hiệu lực"] == UNKNOWN


def test_the_classes_of_a_programme_are_added_beside_what_its_source_states(with_classes: Published):
    said = (
        "Nguồn nêu cụ thể 4 lớp: 1 lớp đã kết thúc hoặc đã có kết quả, 1 lớp hoãn hoặc hủy; "
        "cộng các lớp có số: 70 chỉ tiêu, 38 người học; 1 lớp chưa có chỉ tiêu; "
        "2 lớp chưa có số người học; không cộng 1 lớp hoãn hoặc hủy (25 chỉ tiêu); "
        "nguồn nêu 4 lớp (kế hoạch): khớp (kể cả 1 lớp hoãn hoặc hủy); "
        "nguồn nêu 100 người (kế hoạch): chưa đủ."
    )
    assert foot(with_classes["chuong-trinh/x/"]) == [[said]]
    assert foot(with_classes["chuong-trinh/y/"]) == []


def test_classes_held_are_counted_alike_by_the_programme_and_its_year_and_what_each_lacks_is_told_apart():
    classes = "classes: [{id: a, start: 2024-03-04, seats: 30}, {id: b, results: {attended: 20}}]"
    small = published_from({"programs/x.yml": f"title: Chương trình\n{classes}\n{REPORTED}"})
    said = (
        "Nguồn nêu cụ thể 2 lớp: 1 lớp đã kết thúc hoặc đã có kết quả; cộng các lớp có số: 30 chỉ tiêu, "
        "20 người học; 1 lớp chưa có chỉ tiêu; 1 lớp chưa có số người học."
    )
    assert foot(small["chuong-trinh/x/"]) == [[said]]
    assert "1 mới tính lớp đã kết thúc hoặc đã có kết quả" in small["nam/2024/"].text


def test_a_class_called_off_is_counted_once_though_it_has_results():
    off = "{id: a, state: postponed, results: {attended: 9}}"
    texts = {"programs/x.yml": f"title: X\nclasses: [{off}, {{id: b, state: finished}}]\n{REPORTED}"}
    said = classes_named(catalogue_of(texts).programs["x"])
    assert said == f"nguồn nêu cụ thể 2 lớp: 1 lớp {HELD}, 1 lớp hoãn hoặc hủy"


def test_a_report_says_what_its_rows_and_its_parts_come_to():
    small = published_from(TREES["report"])
    assert (
        "Nguồn nêu 30 học viên; cộng 2 phần được 31 học viên, nhiều hơn 1 học viên so với số nguồn nêu."
        in (small["so-lieu/x/"].text)
    )
    assert foot(small["so-lieu/x/"]) == [["Không cộng các số với nhau: khác đơn vị tính."]]
    assert foot(small["so-lieu/y/"]) == [
        ["Số học viên, các phần ghi ngay ở số này: cộng 2 phần được 30 học viên, bằng số nguồn nêu."]
    ]


def test_the_largest_programmes_are_pictured_eight_at_most_in_one_unit_and_no_parts_of_others(
    added: Published,
):
    def bars(sheet: Sheet) -> list[tuple[str, str | None]]:
        found = [each for each in sheet.tree.iter("div") if each.get("class") == "bar"]
        return [(words(each), each[1][0].get("width")) for each in found]

    assert bars(added[ADDRESS]) == [
        ("Toàn khóa 1.200 học viên", "80.0%"),
        ("Chừng trăm người khoảng 100 học viên", "6.7%"),
        ("Có thể là phần 7 học viên", "0.5%"),
    ]
    figures = [f"figures: [{{measure: learners, value: {turn}, state: planned}}]" for turn in range(1, 11)]
    many = plan_of(*(f"title: P{turn}\n{text}" for turn, text in enumerate(figures, start=1)))
    assert [bar for bar, _ in bars(many[ADDRESS])] == [
        f"P{turn} {turn} học viên" for turn in range(10, 2, -1)
    ]


def test_a_plan_whose_only_number_is_that_of_a_part_has_no_picture():
    part = "title: Phần\npart_of: p-0000\nfigures: [{measure: learners, value: 1, state: planned}]"
    small = plan_of("title: Cả khóa", part)
    assert not [each for each in small[ADDRESS].tree.iter("div") if each.get("class") == "bar"]


def test_numbers_of_lines_sort_as_people_count():
    lines = ["10", "2", "1.b", "1", "1.a", "IX", "V", "I", "II.10", "II.9", "II"]
    rows = annex(plan_of(*(f'title: P{turn}\nline: "{line}"' for turn, line in enumerate(lines)))[ADDRESS])
    order = ["I", "II", "II.9", "II.10", "V", "IX", "1", "1.a", "1.b", "2", "10"]
    assert [row["TT"] for row in rows.values()] == order


def test_a_plan_without_programmes_says_that_they_are_not_known():
    small = published_from({"plans/x.yml": f"title: Kế hoạch\n{REPORTED}"})
    assert "Chưa có thông tin về chương trình của kế hoạch này." in small["ke-hoach/x/"].text
    assert "ke-hoach/x/in/" not in small.sheets


def test_a_title_as_long_as_titles_may_be_stands_whole():
    title = ("Bồi dưỡng " * 40).strip()
    small = plan_of(f"title: {title}", "title: P")
    assert title in annex(small[ADDRESS])


PARTS = 1000 if PROVING else 210


@pytest.mark.proved
def test_a_whole_with_many_parts_stands_on_light_pages_and_whole_on_paper():
    declared = f"figures: [{{measure: learners, value: {PARTS}, state: planned}}]"
    whole = f"title: Cả khóa\nparts_add: yes\n{declared}"
    part = "part_of: p-0000\nfigures: [{measure: learners, value: 1, state: planned}]"
    small = plan_of(whole, *(f"title: Phần {turn:04}\n{part}" for turn in range(PARTS)))
    assert len(annex(small[f"{ADDRESS}in/"])) == 1 + PARTS + 2
    assert annex(small[f"{ADDRESS}in/"])[f"Cộng {number(PARTS)} phần có số"]["Số học viên"] == str(PARTS)
    assert not small[f"{ADDRESS}in/"].page.indexed
    pages = [
        sheet.page for address, sheet in small.sheets.items() if address.startswith(f"{ADDRESS}chuong-trinh/")
    ]
    assert len(pages) == PARTS // PAGE_LENGTH + 1
    assert all(len(page.body.encode()) < 180_000 for page in (*pages, small[ADDRESS].page))


def test_every_page_of_a_long_annex_has_the_columns_and_the_foot_of_all_of_it():
    count = "figures: [{measure: classes, value: 4, state: planned}]"
    small = plan_of(*(f"title: A {turn:03}\n{'' if turn else count}" for turn in range(PAGE_LENGTH + 1)))
    first, second = (small[f"{ADDRESS}chuong-trinh/{page}"] for page in ("", "2/"))
    assert annex(first)["A 000"] == {"Số lớp": "4"}
    assert annex(second)["A 100"] == {"Số lớp": UNKNOWN}
    assert foot(first) == foot(second) == foot(small[ADDRESS])
    assert f"{ADDRESS}in/" in small[ADDRESS].links


def test_from_every_number_of_a_plan_its_source_is_two_clicks_away(city: Published):
    catalogue = city.catalogue
    for plan in catalogue.plans.values():
        sheet = city[f"{catalogue.address(plan)}"]
        for row in sheet.tree.iterfind(".//div[@class]//tbody/tr"):
            numbers = [cell for cell in row if cell.get("class") == "number" and words(cell)]
            links = [sheet.resolved(str(link.get("href"))) for link in row.iter("a")]
            if numbers and links:
                assert any(each.startswith(("nguon/", "van-ban/")) for each in city[links[0]].links), links[0]
