"""Plans and their numbers: parts below wholes, planned apart from done, nothing added that no source adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalogue.views.small import REPORTED, UNKNOWN, Published, annex, published_from, trees_of
from tests.elements import words

TREES = trees_of(Path(__file__).with_name("plans-and-figures.yml"))
ADDRESS = "ke-hoach/nam/"


@pytest.fixture(scope="module")
def plan() -> Published:
    return published_from(TREES["plan"])


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
    row = annex(small["ke-hoach/nam/"])["Cả hai"]
    assert (row["Số học viên"], row["Số học viên, đã thực hiện"]) == ("1000", "912")


def test_the_statistics_keep_planned_and_done_in_tables_of_their_own():
    tables = {
        words(table[0]): [words(row) for row in table.iterfind("./tbody/tr")]
        for table in with_figures(DONE, PLANNED)["so-lieu/"].tree.iter("table")
    }
    assert tables == {
        "Chỉ tiêu theo kế hoạch, 2024": ["Cả hai 1.000 học viên"],
        "Kết quả đã thực hiện, 2024": ["Cả hai 912 học viên"],
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
    rows = [row[-2:] for row in small["so-lieu/y/"].rows[:2]]
    assert rows == [[UNKNOWN, "Ghi chú"], ["tính đến 2024", ""]]


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
