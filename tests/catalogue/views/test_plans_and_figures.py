"""Plans and their numbers: parts below wholes, planned apart from done, nothing added that no source adds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.views.words.lists import PAGE_LENGTH
from tests.catalogue.views.small import REPORTED, UNKNOWN, Published, published_from, trees_of
from tests.elements import words

TREES = trees_of(Path(__file__).with_name("plans-and-figures.yml"))
ADDRESS = "ke-hoach/nam/"


@pytest.fixture(scope="module")
def plan() -> Published:
    return published_from(TREES["plan"])


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
    row = plan[ADDRESS].row
    assert "Nguồn không nói các phần có cộng lại bằng tổng hay không." in row("1. Chương trình A")[0]
    assert "Có thể nằm trong dòng khác; không cộng." in row("2. Chương trình B")[0]


def test_a_plan_prints_no_number_that_no_source_states(plan: Published):
    stated = {"100", "10", "395", "3", "255", "5", "23", "2024", "1", "2"}
    counted = {"2", "5"}  # «2 trong 5 mục chưa có chỉ tiêu»
    assert set(re.findall(r"\d[\d.,]*\d|\d", plan[ADDRESS].text)) == stated | counted
    assert not list(plan[ADDRESS].tree.iter("tfoot"))


def test_a_plan_says_what_is_missing_from_it(plan: Published):
    missing = [words(item) for item in plan[ADDRESS].tree.iterfind(".//div[@class='notice']/ul/li")]
    assert missing == [
        "Chưa có toàn văn kế hoạch.",
        "Nguồn chỉ nêu một phần của kế hoạch.",
        "2 trong 5 mục chưa có chỉ tiêu.",
        "Bộ kín: nguồn nêu 23 chuyên đề, chưa công bố tên.",
    ]


def test_a_plan_shows_the_figures_that_it_states_itself(plan: Published):
    assert plan[ADDRESS].row("Số lớp")[:3] == ["Số lớp", "100 lớp", "Kế hoạch"]


def test_the_picture_of_a_plan_has_its_numbers_beside_it(plan: Published):
    blocks = [(str(each.get("class")).split(), each) for each in plan[ADDRESS].tree.iter("div")]
    assert [words(each) for classes, each in blocks if "bar" in classes] == [
        "Chương trình A 10 lớp, 395 học viên",
        "trong đó: Phần của A 3 lớp, 255 học viên",
        "Chương trình B 5 lớp, 100 lượt học viên",
    ]
    tracks = [each[0].get("width") for classes, each in blocks if "bar__track" in classes]
    assert tracks == ["100.0%", "64.6%", "25.3%"]


def test_a_plan_without_programmes_says_that_they_are_not_known():
    small = published_from({"plans/x.yml": f"title: Kế hoạch\n{REPORTED}"})
    assert "Chưa có thông tin về chương trình của kế hoạch này." in small["ke-hoach/x/"].text


DONE = "{measure: learners, value: 912, state: done}"
PLANNED = "{measure: learners, value: 1000, state: planned}"


def with_figures(*figures: str, state: str = "done") -> Published:
    """A plan with one programme, which has these figures."""
    tree = TREES["planned and done"]
    text = f"{tree['programs/x.yml']}state: {state}\nfigures: [{', '.join(figures)}]\n"
    return published_from({**tree, "programs/x.yml": text})


@pytest.mark.parametrize("state", ["planned", "done"])
@pytest.mark.parametrize(
    ("figures", "label", "told"),
    [
        ([PLANNED], "Chỉ tiêu", "1.000 học viên"),
        ([DONE], "Đã thực hiện", "912 học viên"),
        ([DONE, PLANNED], "Số liệu", "912 học viên (đã thực hiện) 1.000 học viên (kế hoạch)"),
    ],
)
def test_the_label_of_figures_says_whether_they_were_planned_or_done(
    figures: list[str], label: str, told: str, state: str
):
    facts = with_figures(*figures, state=state)["chuong-trinh/x/"].facts
    assert {name: value for name, value in facts.items() if "học viên" in value} == {label: told}


@pytest.mark.parametrize("state", ["planned", "done"])
def test_what_was_planned_and_what_was_done_are_never_under_one_label(state: str):
    small = with_figures(DONE, PLANNED, state=state)
    meta = [words(each) for each in small["don-vi/so/"].tree.iterfind(".//p[@class='meta']/span")]
    assert [each for each in meta if "học viên" in each] == [
        "Chỉ tiêu 1.000 học viên",
        "Đã thực hiện 912 học viên",
    ]
    assert small["ke-hoach/nam/"].row("Cả hai")[-1] == "1.000 học viên"


def test_the_statistics_keep_planned_and_done_in_tables_of_their_own():
    tables = {
        words(table[0]): [words(row) for row in table.iterfind("./tbody/tr")]
        for table in with_figures(DONE, PLANNED)["so-lieu/"].tree.iter("table")
    }
    assert tables == {
        "Chỉ tiêu theo kế hoạch": ["Cả hai 2024 1.000 học viên"],
        "Kết quả đã thực hiện": ["Cả hai 2024 912 học viên"],
    }


def test_a_figure_stands_on_its_page_once():
    page = with_figures(DONE, PLANNED)["chuong-trinh/x/"]
    assert [page.text.count(words) for words in ("912", "1.000")] == [1, 1]


def test_a_figure_says_with_its_number_what_parts_it_has_and_what_was_computed():
    facts = published_from(TREES["parts"])["chuong-trinh/x/"].facts
    assert facts["Đã thực hiện"] == (
        "60 lớp (từ 2023; tính đến 31-12-2023; trong đó: Xây dựng Đảng 31, "
        "Đoàn thể 18 (danh mục tính: 60 − 31 − 11); Ghi chú của số; "
        "Không cộng thêm: số của phần đã nằm trong tổng, hoặc tính từ tổng; Nguồn: Một bài báo)"
    )


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ("measure: share, value: 17.9", "17,9\u202f%"),
        ("measure: area, value: 4.2, bound: over", "hơn 4,2 ha"),
        ("measure: attendances, value: 1900000, bound: almost, unit: lượt", "gần 1.900.000 lượt"),
        ("measure: staff, value: 0", "0 người"),
        ("measure: learners, value: 13267", "13.267 học viên"),
    ],
)
def test_a_figure_is_written_as_vietnamese_print_has_it(figure: str, shown: str):
    sheet = published_from({"reports/x.yml": f"title: X\ndeclared: [{{{figure}}}]\n{REPORTED}"})["so-lieu/x/"]
    cells = [cell.text for cell in sheet.tree.iter("td") if cell.get("class") == "number"]
    assert cells == [shown]


FIGURE = "{measure: staff, value: 3, note: Ghi chú}"
FIGURES = f"figures: [{FIGURE}]"


@pytest.mark.parametrize(
    ("folder", "section", "record", "time"),
    [
        ("plans", "ke-hoach", f"year: 2024\n{FIGURES}", "2024"),
        ("reports", "so-lieu", f"period: {{start: 2015, end: 2020}}\nrows: [{{{FIGURES}}}]", "2015 đến 2020"),
    ],
)
def test_a_figure_that_names_no_time_has_its_records(folder: str, section: str, record: str, time: str):
    small = published_from({f"{folder}/x.yml": f"title: X\n{record}\n{REPORTED}"})
    assert small[f"{section}/x/"].row("Số người")[-2] == time


def test_a_table_of_figures_has_no_column_for_times_or_notes_that_none_of_them_has():
    later = "{measure: staff, value: 4, as_of: 2024}"
    small = published_from(
        {
            "reports/x.yml": f"title: X\ndeclared: [{{measure: staff, value: 3}}]\n{REPORTED}",
            "reports/y.yml": f"title: Y\ndeclared: [{FIGURE}, {later}]\n{REPORTED}",
        }
    )
    assert small["so-lieu/x/"].rows == [["Số người", "3 người"]]
    assert "Chưa có thông tin: thời gian." in small["so-lieu/x/"].text
    assert [row[-2:] for row in small["so-lieu/y/"].rows] == [[UNKNOWN, "Ghi chú"], ["tính đến 2024", ""]]


def test_a_table_of_programmes_has_no_column_of_which_none_says_anything():
    plan = {"plans/p.yml": f"title: P\nyear: 2024\n{REPORTED}"}
    programs = {
        f"programs/{id}.yml": f"title: {id.upper()}\nplan: p\n{figures}{REPORTED}"
        for id, figures in {
            "a": "",
            "b": "figures: [{measure: learners, value: 40, state: planned}]\n",
        }.items()
    }
    sheet = published_from({**plan, **programs})["ke-hoach/p/"]
    assert sorted(sheet.rows) == [["A", UNKNOWN], ["B", "40 học viên"]]
    assert "Chưa có thông tin: đối tượng; đơn vị chủ trì, tổ chức; số lớp." in sheet.text


def test_every_page_of_a_plans_programmes_has_the_columns_of_the_whole_plan():
    count = "figures: [{measure: classes, value: 4, state: planned}]\n"
    programs = {
        f"programs/a-{turn:03}.yml": f"title: A {turn:03}\nplan: p\n{'' if turn else count}{REPORTED}"
        for turn in range(PAGE_LENGTH + 1)
    }
    plan = published_from({"plans/p.yml": f"title: P\nyear: 2024\n{REPORTED}", **programs})
    assert plan["ke-hoach/p/chuong-trinh/"].row("A 000") == ["A 000", "4 lớp"]
    assert plan["ke-hoach/p/chuong-trinh/2/"].row("A 100") == ["A 100", UNKNOWN]


SUM = TREES["sum for orientation"]


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
    other = "{measure: learners, value: 999, title: Riêng năm 2022}"
    program = SUM["programs/b.yml"].replace("value: 2777}", f"value: 2777}}, {other}")
    assert other in program
    sheet = published_from({**SUM, "programs/b.yml": program})["so-lieu/x/"]
    assert sheet.rows[-1][1] == "26 lớp, 3.656 (học viên và lượt học viên)"
