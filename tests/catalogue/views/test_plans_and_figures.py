"""Plans and their numbers: parts stand below their wholes, planned apart from done, and nothing is added that no source adds."""

from __future__ import annotations

import re

import pytest

from tests.catalogue.views.small import REPORTED, UNKNOWN, Published, published_from, words

PLAN = {
    "plans/nam.yml": f"title: Kế hoạch 2024\nyear: 2024\ncomplete: false\n{REPORTED}figures: [{{measure: classes, value: 100, state: planned}}]\n",
    "programs/a.yml": f"""
title: Chương trình A
line: "1"
plan: nam
lead: so
groups: [{{group: nhom}}]
state: planned
parts_add: unstated
figures: [{{measure: classes, value: 10, state: planned}}, {{measure: learners, value: 395, state: planned}}]
{REPORTED}""",
    "programs/a1.yml": f"""
title: Phần của A
plan: nam
part_of: a
state: planned
figures: [{{measure: classes, value: 3, state: planned}}, {{measure: learners, value: 255, state: planned}}]
{REPORTED}""",
    "programs/a11.yml": f"title: Phần của phần\nplan: nam\npart_of: a1\nstate: planned\n{REPORTED}",
    "programs/b.yml": f"""
title: Chương trình B
line: "2"
plan: nam
perhaps_part_of: a
state: planned
figures: [{{measure: classes, value: 5, state: planned}}, {{measure: attendances, value: 100, state: planned}}]
{REPORTED}""",
    "programs/c.yml": f"title: Chương trình C\nline: '10'\nplan: nam\n{REPORTED}",
    "topic-sets/bo.yml": f"title: Bộ kín\nof: topics\ncount: 23\nplan: nam\n{REPORTED}",
    "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
    "groups/nhom.yml": f"title: Nhóm\n{REPORTED}",
}
ADDRESS = "ke-hoach/nam/"


@pytest.fixture(scope="module")
def plan() -> Published:
    return published_from(PLAN)


def test_the_plans_table_has_parts_below_their_wholes_and_lines_in_the_plans_order(plan: Published):
    heads = [re.split(" Nguồn| Có thể", head)[0] for head in plan[ADDRESS].heads()]
    assert heads == [
        "Số lớp",
        "1. Chương trình A",
        "trong đó: Phần của A",
        "trong đó: Phần của phần",
        "2. Chương trình B",
        "10. Chương trình C",
    ]
    parts = [words(row[0]) for row in plan[ADDRESS].tree.iter("tr") if row.get("class") == "part"]
    assert parts == ["trong đó: Phần của A", "trong đó: Phần của phần"]


def test_a_line_of_the_plan_says_for_whom_by_whom_and_how_many(plan: Published):
    assert plan[ADDRESS].row("1. Chương trình A")[1:] == ["Nhóm", "Sở", "10 lớp", "395 học viên"]
    assert plan[ADDRESS].row("10. Chương trình C")[1:] == [UNKNOWN] * 4


def test_a_line_says_what_must_be_known_before_its_numbers_are_used(plan: Published):
    assert (
        "Nguồn không nói các phần có cộng lại bằng tổng hay không."
        in plan[ADDRESS].row("1. Chương trình A")[0]
    )
    assert "Có thể nằm trong dòng khác; không cộng." in plan[ADDRESS].row("2. Chương trình B")[0]


def test_a_plan_prints_no_number_that_no_source_states(plan: Published):
    stated = {"100", "10", "395", "3", "255", "5", "23", "2024", "1", "2"}
    counted = {"2", "5"}  # «2 trong 5 mục chưa có chỉ tiêu»
    found = set(re.findall(r"\d[\d.,]*\d|\d", plan[ADDRESS].text))
    assert found <= stated | counted, found
    assert not list(plan[ADDRESS].tree.iter("tfoot"))


def test_a_plan_says_what_is_missing_from_it(plan: Published):
    missing = [words(item) for item in plan[ADDRESS].tree.iterfind(".//div[@class='notice']/ul/li")]
    assert missing == [
        "Nguồn chỉ nêu một phần của kế hoạch.",
        "2 trong 5 mục chưa có chỉ tiêu.",
        "Bộ kín: nguồn nêu 23 chuyên đề, chưa công bố tên.",
    ]


def test_a_plan_shows_the_figures_that_it_states_itself(plan: Published):
    assert plan[ADDRESS].row("Số lớp")[:3] == ["Số lớp", "100 lớp", "Kế hoạch"]


def test_the_picture_of_a_plan_has_its_numbers_beside_it(plan: Published):
    bars = [
        words(each)
        for each in plan[ADDRESS].tree.iter("div")
        if str(each.get("class")).startswith("bar ") or each.get("class") == "bar"
    ]
    assert bars == [
        "Chương trình A 10 lớp, 395 học viên",
        "Phần của A 3 lớp, 255 học viên",
        "Chương trình B 5 lớp, 100 lượt học viên",
    ]
    tracks = [
        each[0].get("width") for each in plan[ADDRESS].tree.iter("div") if each.get("class") == "bar__track"
    ]
    assert tracks == ["100.0%", "64.6%", "25.3%"]


def test_a_plan_without_programmes_says_that_they_are_not_known():
    small = published_from({"plans/x.yml": f"title: Kế hoạch\n{REPORTED}"})
    assert "Chưa có thông tin về chương trình của kế hoạch này." in small["ke-hoach/x/"].text


DONE = "{measure: learners, value: 912, state: done}"
PLANNED = "{measure: learners, value: 1000, state: planned}"


@pytest.mark.parametrize("state", ["planned", "done"])
def test_what_was_planned_and_what_was_done_are_never_under_one_label(state: str):
    files = {
        "plans/nam.yml": f"title: Kế hoạch\nyear: 2024\n{REPORTED}",
        "programs/x.yml": f"title: Cả hai\nplan: nam\nlead: so\nstate: {state}\nfigures: [{DONE}, {PLANNED}]\n{REPORTED}",
        "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
    }
    small = published_from(files)
    facts = small["chuong-trinh/x/"].facts
    for label, number, other in (
        ("Chỉ tiêu", "1.000", "912"),
        ("Kết quả", "912", "1.000"),
        ("Đã thực hiện", "912", "1.000"),
    ):
        assert number in facts.get(label, number)
        assert other not in facts.get(label, "") or "kế hoạch" in facts[label].lower()
    meta = {words(each) for each in small["don-vi/so/"].tree.iterfind(".//p[@class='meta']/span")}
    assert "Chỉ tiêu 1.000 học viên" in meta
    assert "Đã thực hiện 912 học viên" in meta
    assert small["ke-hoach/nam/"].row("Cả hai")[-1] == "1.000 học viên"


def test_the_statistics_keep_planned_and_done_in_tables_of_their_own():
    small = published_from(
        {"programs/x.yml": f"title: Cả hai\nstate: done\nfigures: [{DONE}, {PLANNED}]\n{REPORTED}"}
    )
    tables = {
        words(table[0]): [words(row) for row in table.iterfind("./tbody/tr")]
        for table in small["so-lieu/"].tree.iter("table")
    }
    assert tables == {
        "Chỉ tiêu theo kế hoạch": [f"Cả hai {UNKNOWN} 1.000 học viên"],
        "Kết quả đã thực hiện": [f"Cả hai {UNKNOWN} 912 học viên"],
    }


def test_figures_with_their_state_stand_large_beside_the_facts():
    small = published_from({"programs/x.yml": f"title: Cả hai\nfigures: [{DONE}, {PLANNED}]\n{REPORTED}"})
    grid = next(
        each for each in small["chuong-trinh/x/"].tree.iter("div") if "figure-grid" in str(each.get("class"))
    )
    assert [words(each) for each in grid] == ["912 học viên (đã thực hiện)", "1.000 học viên (kế hoạch)"]


def test_a_figure_with_parts_shows_them_and_what_was_computed():
    figure = """
figures:
  - measure: classes
    value: 60
    state: done
    as_of: 2023-12-31
    period: {start: 2023}
    parts: [{title: Xây dựng Đảng, value: 31}, {title: Đoàn thể, value: 18, computed_from: 60 − 31 − 11}]
    parts_add: no
    source: bao
    note: Ghi chú của số
"""
    sheet = published_from({"programs/x.yml": f"title: X\nstate: done\n{figure}{REPORTED}"})[
        "chuong-trinh/x/"
    ]
    assert sheet.row("Số lớp")[:3] == ["Số lớp", "60 lớp", "Đã thực hiện"]
    assert "2023" in sheet.row("Số lớp")[3]
    assert "31-12-2023" in sheet.row("Số lớp")[3]
    assert (
        sheet.row("Số lớp")[4]
        == "Ghi chú của số. Không cộng thêm: số của phần đã nằm trong tổng, hoặc tính từ tổng. Nguồn: Một bài báo"
    )
    assert sheet.row("trong đó: Xây dựng Đảng")[1:4] == ["31 lớp", *sheet.row("Số lớp")[2:4]]
    assert sheet.row("trong đó: Đoàn thể")[-1] == "Danh mục tính: 60 − 31 − 11"


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ("measure: share, value: 17.9", "17,9\u202f%"),
        ("measure: area, value: 4.2, bound: over", "hơn 4,2 ha"),
        (
            "measure: attendances, value: 1900000, bound: almost, unit: lượt cán bộ",
            "gần 1.900.000 lượt cán bộ",
        ),
        ("measure: staff, value: 0", "0 người"),
        ("measure: learners, value: 13267", "13.267 học viên"),
    ],
)
def test_a_figure_is_written_as_vietnamese_print_has_it(figure: str, shown: str):
    sheet = published_from({"reports/x.yml": f"title: X\ndeclared: [{{{figure}}}]\n{REPORTED}"})["so-lieu/x/"]
    cells = [cell.text for cell in sheet.tree.iter("td") if cell.get("class") == "number"]
    assert cells == [shown]


@pytest.mark.parametrize(
    ("record", "address", "time"),
    [
        (
            ("programs", "period: {start: 2018, end: 2022}\nstate: done\nfigures: [{figure}]"),
            "chuong-trinh",
            "2018 đến 2022",
        ),
        (
            (
                "programs",
                "state: done\nclasses: [{id: a, start: 2023-05-01, end: 2024-01-02}]\nfigures: [{figure}]",
            ),
            "chuong-trinh",
            "2023-2024",
        ),
        (("plans", "year: 2024\nfigures: [{figure}]"), "ke-hoach", "2024"),
        (
            ("reports", "period: {start: 2015, end: 2020}\nrows: [{title: A, figures: [{figure}]}]"),
            "so-lieu",
            "2015 đến 2020",
        ),
        (("reports", "declared: [{figure}]"), "so-lieu", UNKNOWN),
    ],
)
def test_a_figure_that_names_no_time_has_its_records(record: tuple[str, str], address: str, time: str):
    folder, text = record
    text = text.replace("{figure}", "{measure: staff, value: 3, note: Ghi chú}")
    assert (
        published_from({f"{folder}/x.yml": f"title: X\n{text}\n{REPORTED}"})[f"{address}/x/"].row("Số người")[
            -2
        ]
        == time
    )


SUM = {
    "reports/x.yml": f"title: X\n{REPORTED}reference_sum: {{programs: [a, b], caution: Chỉ để tham khảo.}}\n",
    "programs/a.yml": f"title: A\nstate: done\nfigures: [{{measure: classes, value: 12}}, {{measure: learners, value: 879}}]\n{REPORTED}",
    "programs/b.yml": f"title: B\nstate: done\nfigures: [{{measure: classes, value: 14}}, {{measure: attendances, value: 2777}}]\n{REPORTED}",
}


def test_a_sum_for_orientation_stands_with_its_caution_its_lines_and_its_units():
    sheet = published_from(SUM)["so-lieu/x/"]
    assert sheet.notices == ["Chỉ để tham khảo."]
    assert sheet.row("A") == ["A", "12 lớp, 879 học viên"]
    assert sheet.row("B") == ["B", "14 lớp, 2.777 lượt học viên"]
    assert sheet.rows[-1] == [
        "Phép cộng tham khảo, khác đơn vị tính",
        "26 lớp, 3.656 (học viên và lượt học viên)",
    ]


def test_a_sum_for_orientation_stands_nowhere_else_and_in_no_data_for_machines():
    small = published_from(SUM)
    assert [address for address, sheet in small.sheets.items() if "3.656" in sheet.text] == ["so-lieu/x/"]
    assert not [file.address for file in small.files.values() if b"3656" in file.content]


def test_a_sum_takes_no_programme_twice_and_leaves_other_figures_out():
    files = {
        **SUM,
        "programs/b.yml": SUM["programs/b.yml"].replace(
            "value: 2777}", "value: 2777}, {measure: learners, value: 999, title: Riêng năm 2022}"
        ),
    }
    assert published_from(files)["so-lieu/x/"].rows[-1][1] == "26 lớp, 3.656 (học viên và lượt học viên)"
