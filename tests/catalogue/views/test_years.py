"""The pages of years and the years of a programme: planned beside done, what adds up, what is not known."""

from __future__ import annotations

import pytest

from tests.catalogue.views.small import REPORTED, Published, published_from
from tests.catalogue.views.workbooks import ReadWorkbook
from tests.elements import one, words

WHOLE = "{measure: learners, value: 70, state: planned, parts_add: yes}"
OTHER_PLAN = f"title: Kế hoạch khác\nyear: 2026\n{REPORTED}"
SUMS = [
    ["Cộng các dòng có số", "hơn 47", "số học viên, kế hoạch: 3 dòng"],
    ["Cộng các dòng có số: lượt học viên", "20"],
]


def programme(title: str, rest: str) -> str:
    return f"title: {title}\nplan: ke-hoach\n{rest}{REPORTED}"


FILES = {
    "organizations/so-a.yml": f"title: Sở A\ncategory: council\n{REPORTED}",
    "plans/ke-hoach.yml": f"title: Kế hoạch 2026\nyear: 2026\n{REPORTED}",
    "plans/bo-trong.yml": f"title: Kế hoạch 2028\nyear: 2028\n{REPORTED}",
    "programs/a.yml": programme(
        "A",
        "lead: so-a\nrepeats: truoc\nfigures:\n  - {measure: learners, value: 1000, state: planned}\n"
        "  - {measure: learners, value: 950, state: done, bound: about}\n",
    ),
    "programs/b.yml": programme("B", "figures: [{measure: learners, value: 60, state: planned}]\n"),
    "programs/c.yml": programme(
        "C", "lead: so-a\nfigures: [{measure: learners, value: 9, state: proposed}]\n"
    ),
    "programs/truoc.yml": "title: Trước\nperiod: {start: 2025, end: 2025}\n"
    f"figures: [{{measure: members, value: 40, state: done}}]\n{REPORTED}",
}


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(FILES)


def test_a_row_has_planned_done_and_how_far_they_are_apart(small: Published):
    sheet = small["nam/2026/"]
    assert sheet.row("A")[1:] == ["1.000", "khoảng 950", "khoảng −50"]
    assert sheet.row("A")[0].startswith("A Chủ trì: Sở A")
    assert sheet.row("B")[1:] == ["60", "Chưa có thông tin", "chưa có số thực hiện"]


def test_what_is_proposed_is_told_and_stands_in_no_column(small: Published):
    assert not [row for row in small["nam/2026/"].rows if row[0].startswith("C ")]
    folded = one(small["nam/2026/"].tree, "details")
    assert words(folded) == ("1 chương trình chưa có số của năm 2026 C Chủ trì: Sở A 9 học viên (đề xuất)")


def test_where_no_programme_has_a_number_all_stand_open_and_none_says_so_itself():
    files = {path: FILES[path] for path in ("plans/ke-hoach.yml", "organizations/so-a.yml")}
    programs = {"programs/f.yml": programme("F", ""), "programs/g.yml": programme("G", "lead: so-a\n")}
    sheet = published_from({**files, **programs})["nam/2026/"]
    assert sheet.list_under("Theo chương trình") == ["chuong-trinh/f/", "chuong-trinh/g/"]
    assert not list(sheet.tree.iter("details"))
    assert "Chương trình không ghi «Chủ trì» là chưa rõ đơn vị chủ trì." in sheet.text


def test_a_number_of_a_part_is_told_and_its_cell_says_that_the_whole_is_not_known():
    figures = (
        "figures: [{measure: learners, value: 20, state: planned}, "
        "{measure: learners, value: 3, title: Đợt một, state: done}]\n"
    )
    files = {
        path: FILES[path] for path in ("organizations/so-a.yml", "plans/ke-hoach.yml", "programs/truoc.yml")
    }
    sheet = published_from(
        {**files, "programs/a.yml": FILES["programs/a.yml"], "programs/d.yml": programme("D", figures)}
    )
    row = sheet["nam/2026/"].row("D ")
    assert row[0].endswith("Số của từng phần: Đợt một: 3 học viên (đã thực hiện)")
    assert row[1:] == ["20", "chưa có số chung", "chưa có số thực hiện"]


def test_the_difference_of_a_lead_says_of_which_numbers_it_is():
    more = programme("E", "lead: so-a\nfigures: [{measure: learners, value: 7, state: planned}]\n")
    row = published_from({**FILES, "programs/e.yml": more})["nam/2026/"].row("Sở A")
    assert row[2] == "1.007 2 dòng"
    assert row[-1] == "khoảng −50 1 dòng so được: 1.000 kế hoạch, khoảng 950 thực hiện"


def test_each_lead_has_the_sums_of_its_programmes(small: Published):
    rows = [
        row for row in small["nam/2026/"].rows if row[0] in {"Sở A", "Chưa có thông tin về đơn vị chủ trì"}
    ]
    assert rows == [
        ["Sở A", "2", "1.000 1 dòng", "khoảng 950 1 dòng", "khoảng −50 1 dòng so được"],
        [
            "Chưa có thông tin về đơn vị chủ trì",
            "1",
            "60 1 dòng",
            "Chưa có thông tin",
            "chưa tính được",
        ],
    ]


def test_the_foot_adds_what_adds_up_and_apart_what_can_be_compared(small: Published):
    sheet = small["nam/2026/"]
    assert sheet.row("Cộng")[1:] == ["1.060 2 dòng", "khoảng 950 1 dòng", "xem dòng dưới"]
    assert sheet.row("Riêng")[1:] == ["1.000 1 dòng", "khoảng 950 1 dòng", "khoảng −50 1 dòng so được"]
    assert "Không cộng vào số học viên kế hoạch: 1 dòng chưa có số này." in sheet.text


def test_a_sum_is_known_as_exactly_on_every_page_and_in_every_sheet():
    planned = "figures: [{{measure: {}, value: {}, state: planned}}]\n"
    whole = f"title: Kế hoạch 2026\nyear: 2026\nfigures: [{WHOLE}]\n{REPORTED}"
    numbers = (("learners", "29"), ("learners", "18, bound: over"), ("attendances", "20"))
    rows = {
        f"programs/p{turn}.yml": programme(f"P{turn}", planned.format(*each))
        for turn, each in enumerate(numbers)
    }
    rows["programs/p2.yml"] = rows["programs/p2.yml"].replace("plan: ke-hoach", "plan: khac")
    small = published_from({"plans/ke-hoach.yml": whole, "plans/khac.yml": OTHER_PLAN, **rows})
    year = small["nam/2026/"]
    assert year.row("Cộng")[1] == "hơn 47; 20 lượt học viên 3 dòng"
    assert "Mọi chương trình của năm cộng được hơn 47 học viên, 20 lượt học viên" in small[""].text
    assert "cộng các dòng có số: hơn 47 học viên" in small["ke-hoach/ke-hoach/in/"].text.lower()
    book = ReadWorkbook(small.files["nam/2026/nam-2026.xlsx"])
    assert [row for row in book.rows("Chương trình") if row[0].startswith("Cộng")] == SUMS
    (check,) = ReadWorkbook(small.files["ke-hoach/ke-hoach/ke-hoach-ke-hoach.xlsx"]).rows("Đối chiếu")[:1]
    assert check[3:6] == ["70", "hơn 47", "−23"]


def test_what_no_programme_says_is_one_sentence_and_never_a_zero(small: Published):
    sheet = small["nam/2026/"]
    assert "Chưa có thông tin: số lớp kế hoạch; số lớp đã thực hiện." in sheet.text
    assert not any(cell.split()[:1] == ["0"] for row in sheet.rows for cell in row)


def test_a_year_begins_with_the_very_figures_that_the_home_page_has_of_it(small: Published):
    home = next(each for each in small[""].tree.iter("li") if each.get("data-year") == "2026")
    year = next(each for each in small["nam/2026/"].tree.iter("dl") if "glance" in str(each.get("class")))
    told = [words(each) for each in year]
    assert told == [words(each) for each in one(home, "dl")][:3]
    assert told[2] == (
        "Chỉ tiêu Không cộng 2 trong 3 chương trình cộng được 1.060 học viên (1 chưa có số này)"
    )


def test_where_nothing_adds_the_foot_says_so_and_a_table_without_numbers_has_none():
    plan = {"plans/ke-hoach.yml": f"complete: false\n{FILES['plans/ke-hoach.yml']}"}
    sheet = published_from({**FILES, **plan})["nam/2026/"]
    assert sheet.row("Cộng")[1:3] == ["không cộng", "không cộng"]
    leads = next(each for each in sheet.tree.iter("table") if "đơn vị chủ trì" in words(one(each, "caption")))
    assert leads.find("tfoot") is None


def test_years_lead_on_to_their_neighbours(small: Published):
    assert {"nam/2025/", "nam/2028/"} <= small["nam/2026/"].links
    assert "nam/2026/" in small["nam/2025/"].links & small["nam/2028/"].links


def test_a_year_without_a_plan_says_so_and_names_the_newest(small: Published):
    assert small["nam/2025/"].notices == [
        "Danh mục chưa có kế hoạch nào của riêng năm 2025. Kế hoạch mới nhất: năm 2028."
    ]
    assert small["nam/2026/"].notices == []


def test_a_plan_of_a_year_without_programmes_has_a_page_that_says_so(small: Published):
    sheet = small["nam/2028/"]
    assert sheet.list_under("Kế hoạch") == ["ke-hoach/bo-trong/"]
    assert "Chưa có thông tin về chương trình nào của năm này." in sheet.text


def test_the_years_of_a_programme_stand_side_by_side_on_the_page_of_each(small: Published):
    earlier, later = small["chuong-trinh/truoc/"], small["chuong-trinh/a/"]
    assert [row for row in later.rows if row[0] in {"2025", "2026"}] == [
        ["2025", "Trước", "Chưa có thông tin", "40 đồng chí", "chưa có số kế hoạch"],
        ["2026", "Chương trình này", "1.000", "khoảng 950", "khoảng −50"],
    ]
    assert earlier.row("2025")[1] == "Chương trình này"
    assert "Qua các năm" not in small["chuong-trinh/b/"].headings
    assert "chuong-trinh/a/#muc_qua_cac_nam" in small["nam/2026/"].links


YEARLY = {
    f"programs/n-{year}.yml": f"title: Lớp {year}\nperiod: {{start: {year}, end: {year}}}\n{more}{REPORTED}"
    for year, more in ((2023, ""), (2024, "repeats: n-2023\n"), (2026, "repeats: n-2024\n"))
}


def test_a_year_that_a_yearly_programme_lacks_is_said_on_its_page_and_on_that_of_the_year():
    other = f"title: Khác\nperiod: {{start: 2025, end: 2025}}\n{REPORTED}"
    small = published_from({**YEARLY, "programs/khac.yml": other})
    sheet = small["chuong-trinh/n-2024/"]
    assert [row[:2] for row in sheet.rows] == [
        ["2023", "Lớp 2023"],
        ["2024", "Chương trình này"],
        ["2025", "Danh mục chưa ghi nhận"],
        ["2026", "Lớp 2026"],
    ]
    assert "Năm 2025: danh mục chưa ghi nhận lần nào." in sheet.notices[0]
    year = small["nam/2025/"]
    assert year.list_under("Chương trình hằng năm, danh mục chưa ghi nhận ở năm này") == [
        "chuong-trinh/n-2024/"
    ]
    assert "Có ở năm 2023, 2024, 2026." in year.text
    assert "chưa ghi nhận" not in " ".join(small["nam/2024/"].headings)
    assert not any("không mở" in each.text for each in small.sheets.values() if each.page.section == "nam")


def test_a_long_year_shows_its_beginning_with_the_sums_of_all_and_leads_to_the_rest():
    rest = "figures: [{measure: learners, value: 10, state: planned}]\n"
    files = {f"programs/p-{turn:03}.yml": programme(f"P {turn:03}", rest) for turn in range(120)}
    small = published_from({"plans/ke-hoach.yml": FILES["plans/ke-hoach.yml"], **files})
    assert small["nam/2026/"].row("Cộng")[1] == "1.200 120 dòng"
    assert "nam/2026/chuong-trinh/" in small["nam/2026/"].links
    first, last = small["nam/2026/chuong-trinh/"], small["nam/2026/chuong-trinh/2/"]
    assert [len(sheet.rows) for sheet in (first, last)] == [100, 20]
    assert words(next(last.tree.iter("th"))) == "Chương trình"
