"""The home page: days a month at a time, years at a glance with whose figures they are, bars that compare."""

from __future__ import annotations

from typing import Any

import pytest

from tests.catalogue.views.small import REPORTED, Published, published_from
from tests.elements import one, words

SVG = "{http://www.w3.org/2000/svg}"
BODY = f"title: Sở Nội vụ\ncategory: council\n{REPORTED}"


def plan(more: str = "", title: str = "Kế hoạch chính", year: int = 2026) -> str:
    return f"title: {title}\nyear: {year}\n{more}{REPORTED}"


def programme(more: str = "", title: str = "Lớp") -> str:
    return f"title: {title}\nplan: chinh\n{more}{REPORTED}"


def planned(value: int, measure: str = "learners") -> str:
    return f"figures: [{{measure: {measure}, value: {value}, state: planned}}]\n"


def glance(small: Published, year: int) -> dict[str, str]:
    """The figures of a year, by their labels."""
    card = next(each for each in small[""].tree.iter("li") if each.get("data-year") == str(year))
    return {words(one(row, "dt")): words(one(row, "dd")) for row in card.iterfind("./dl/div")}


def months(small: Published) -> dict[str, Any]:
    """The files of the months, by their names."""
    addresses = [address for address in small.files if address.startswith("assets/coming/")]
    return {address.split("/")[-1]: small.json(address) for address in addresses}


@pytest.fixture(scope="module")
def busy() -> Published:
    """A catalogue of six programmes with a deadline on one day, and one a month later."""
    text = "nomination: {{to: so-noi-vu}}\nclasses:\n  - {{id: lop-1, start: 2026-12-20, deadline: {0}}}\n"
    late = text.format("2026-12-12") + "  - {id: lop-2, start: 2027-02-02, deadline: 2027-01-12}\n"
    files = {f"programs/p{at}.yml": programme(text.format("2026-12-12"), f"P{at}") for at in range(5)}
    return published_from(
        {
            "organizations/so-noi-vu.yml": BODY,
            "plans/chinh.yml": plan(),
            **files,
            "programs/p9.yml": programme(late, "P9"),
        }
    )


def test_a_month_has_each_day_with_how_many_classes_and_the_first_of_them(busy: Published):
    files = months(busy)
    assert sorted(files) == ["2026-12.json", "2027-01.json", "2027-02.json"]
    (day,) = files["2026-12.json"]["deadlines"].values()
    assert (day["total"], [each["title"] for each in day["first"]]) == (6, ["P0", "P1", "P2", "P3"])
    assert day["first"][0] == {
        "title": "P0",
        "address": "chuong-trinh/p0/#lop-1",
        "to": "Sở Nội vụ",
        "times": {"start": "2026-12-20", "deadline": "2026-12-12", "whole": {"years": "2026"}},
    }


def test_a_class_is_named_where_its_programme_has_others(busy: Published):
    (day,) = months(busy)["2027-01.json"]["deadlines"].values()
    assert [each["class"] for each in day["first"]] == ["Lớp khai giảng 2-2-2027"]


def test_the_page_names_the_folder_and_the_months_and_says_what_holds_whatever_the_day(busy: Published):
    sheet = busy[""]
    place = next(each for each in sheet.tree.iter("div") if each.get("data-coming") == "deadlines")
    assert place.get("data-months") == "2026-12 2027-01"
    assert "Danh mục ghi 7 hạn gửi danh sách, từ 12-12-2026 đến 12-1-2027" in sheet.text
    folder = next(each.get("data-home") for each in sheet.tree.iter("div") if each.get("data-home"))
    assert all(address.startswith(str(folder)) for address in busy.files if "/coming/" in address)


def test_the_page_counts_days_that_are_over_too_but_those_of_nothing_called_off():
    classes = (
        "classes:\n  - {id: a, start: 2024-03-01, state: finished}\n  - {id: b, start: 2025-03-01}\n"
        "  - {id: c, start: 2025-06-01, state: cancelled}\n"
    )
    text = published_from({"plans/chinh.yml": plan(), "programs/a.yml": programme(classes)})[""].text
    assert "Danh mục ghi 2 ngày khai giảng, từ 1-3-2024 đến 1-3-2025" in text


def test_without_any_days_the_page_says_so():
    text = published_from({"plans/chinh.yml": plan()})[""].text
    assert "Danh mục chưa ghi hạn gửi danh sách của lớp nào." in text
    assert "Danh mục chưa ghi ngày khai giảng của lớp nào." in text


def test_a_declared_figure_names_its_plan():
    declared = (
        "figures:\n  - {measure: classes, value: 3}\n  - {measure: learners, value: 120, bound: about}\n"
    )
    small = published_from({"plans/chinh.yml": plan(declared), "programs/a.yml": programme(planned(50))})
    assert glance(small, 2026) == {
        "Chương trình": "1 đã ghi nhận",
        "Số lớp": "3 lớp theo kế hoạch",
        "Chỉ tiêu": "khoảng 120 học viên theo kế hoạch Mọi chương trình của năm cộng được 50 học viên",
        "Hạn gần nhất": "Chưa có thông tin",
    }


def test_the_figure_of_the_leading_plan_is_not_added_to_those_of_others():
    files = {
        "plans/chinh.yml": plan(planned(120)),
        "plans/khac.yml": plan(planned(70), "Kế hoạch khác"),
        "programs/a.yml": programme(),
    }
    assert glance(published_from(files), 2026)["Chỉ tiêu"] == (
        "120 học viên theo kế hoạch chính, chưa kể 1 kế hoạch khác"
    )


def test_what_no_plan_declares_is_added_from_its_programmes_and_says_so():
    files = {"plans/chinh.yml": plan(), "programs/a.yml": programme(planned(50))}
    assert glance(published_from(files), 2026)["Chỉ tiêu"] == ("50 học viên cộng từ 1 chương trình")


def test_what_some_of_the_programmes_add_up_to_is_no_number_of_the_year():
    files = {
        "plans/chinh.yml": plan(),
        "plans/khac.yml": plan("complete: false\n", "Kế hoạch khác"),
        "programs/a.yml": programme(planned(20)),
        "programs/b.yml": programme(title="Lớp chưa có số"),
        **{
            f"programs/c{turn}.yml": programme(planned(1000), f"Lớp {turn}").replace("chinh", "khac")
            for turn in range(3)
        },
    }
    fragment = (
        "1 trong 5 chương trình cộng được 20 học viên"
        " (3 thuộc kế hoạch mà nguồn chỉ nêu một phần, 1 vì lý do khác)"
    )
    small = published_from(files)
    assert glance(small, 2026)["Chỉ tiêu"] == f"Không cộng {fragment}"
    assert f"Chỉ tiêu Không cộng {fragment}" in small["nam/2026/"].text
    declared = published_from({**files, "plans/khac.yml": plan(f"complete: false\n{planned(5000)}", "Khác")})
    assert glance(declared, 2026)["Chỉ tiêu"] == (
        f"5.000 học viên theo kế hoạch chính, chưa kể 1 kế hoạch khác {fragment}"
    )


def test_a_number_within_another_leaves_the_sum_that_of_all():
    files = {
        "plans/chinh.yml": plan(),
        "programs/a.yml": programme(planned(50)),
        "programs/b.yml": programme(f"part_of: a\n{planned(20)}", "Lớp con"),
    }
    assert glance(published_from(files), 2026)["Chỉ tiêu"] == "50 học viên cộng từ 1 chương trình"


def test_a_number_within_another_is_no_reason_why_a_sum_is_not_that_of_all():
    files = {
        "plans/chinh.yml": plan(),
        "programs/a.yml": programme(planned(50)),
        "programs/b.yml": programme(f"part_of: a\n{planned(20)}", "Lớp con"),
        "programs/c.yml": programme(f"part_of: a\n{planned(30)}", "Lớp con khác"),
        "programs/d.yml": programme(title="Lớp chưa có số"),
    }
    assert glance(published_from(files), 2026)["Chỉ tiêu"] == (
        "Không cộng 1 trong 4 chương trình cộng được 50 học viên (1 chưa có số này)"
    )


def test_beside_a_declared_figure_stands_what_the_programmes_come_to():
    files = {
        "plans/chinh.yml": plan("figures: [{measure: attendances, value: 70}]\n"),
        "programs/a.yml": programme(planned(50)),
    }
    assert glance(published_from(files), 2026)["Chỉ tiêu"] == (
        "70 lượt học viên theo kế hoạch Mọi chương trình của năm cộng được 50 học viên"
    )


def test_what_nobody_says_to_be_whole_is_not_added_and_says_why():
    files = {
        "plans/chinh.yml": plan("complete: false\n"),
        "programs/a.yml": programme(planned(50)),
        "programs/b.yml": f"title: B\nperiod: {{start: 2027, end: 2027}}\n{planned(30)}{REPORTED}",
        "programs/c.yml": f"title: C\nperiod: {{start: 2028, end: 2029}}\n{planned(30)}{REPORTED}",
    }
    small = published_from(files)
    told = [glance(small, year)["Chỉ tiêu"] for year in (2026, 2027, 2028)]
    assert told == [
        "Không cộng 1 chương trình có số, nhưng thuộc kế hoạch mà nguồn chỉ nêu một phần",
        "Không cộng 1 chương trình có số, nhưng chưa rõ thuộc kế hoạch nào",
        "Chưa có thông tin 1 chương trình chỉ có số của kỳ khác, như cả giai đoạn hoặc năm khác",
    ]
    assert glance(small, 2026)["Số lớp"] == "Chưa có thông tin"


def test_numbers_that_are_not_added_for_several_reasons_have_each_its_own():
    small = published_from(
        {
            "plans/chinh.yml": plan("complete: false\n"),
            "programs/a.yml": programme(planned(50)),
            "programs/b.yml": programme(f"part_of: a\n{planned(20)}"),
            "programs/c.yml": programme(f"part_of: a\n{planned(30)}").replace("title: ", "title: Khác "),
        }
    )
    assert glance(small, 2026)["Chỉ tiêu"] == (
        "Không cộng 3 chương trình có số:"
        " 2 đã nằm trong chương trình khác; 1 thuộc kế hoạch mà nguồn chỉ nêu một phần"
    )


def test_a_plan_of_a_year_without_programmes_has_a_card_too():
    small = published_from({"plans/chinh.yml": plan()})
    assert glance(small, 2026)["Chương trình"] == "Chưa có thông tin"


def test_without_a_clock_the_newest_planned_year_stands_open():
    small = published_from({"plans/cu.yml": plan(year=2024), "plans/chinh.yml": plan(title="Mới")})
    cards = [each for each in small[""].tree.iter("li") if each.get("data-year")]
    assert [(each.get("data-year"), each.get("hidden")) for each in cards] == [("2024", ""), ("2026", None)]


def test_at_most_five_bars_compare_programmes_and_none_fills_its_line():
    files = {f"programs/p{at}.yml": programme(planned(10 * at), f"P{at}") for at in range(1, 9)}
    files["programs/phan.yml"] = programme(f"part_of: p8\n{planned(79)}", "Phần")
    files["programs/khac.yml"] = programme(planned(900, "attendances"), "Lượt")
    small = published_from({"plans/chinh.yml": plan(), **files})
    bars = [each for each in small[""].tree.iter("div") if each.get("class") == "bar"]
    assert [words(one(each, "a")) for each in bars] == ["P8", "P7", "P6", "P5", "P4"]
    assert [one(each, f"{SVG}svg").get("width") for each in bars[:2]] == ["80.0%", "70.0%"]
