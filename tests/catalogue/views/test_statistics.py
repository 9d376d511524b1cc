"""The statistics: each picture with its numbers, its source and what it cannot say."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest

from tests.catalogue.views.small import REPORTED, Published, Sheet, published_from
from tests.elements import words


def programme(title: str, figures: str, year: int = 2024, state: str = "planned") -> str:
    time = f"period: {{start: {year}, end: {year}}}"
    return f"title: {title}\nstate: {state}\n{time}\nfigures: [{figures}]\n{REPORTED}"


CLASSES = "{{measure: classes, value: {}}}"
FILES = {
    "programs/to.yml": programme("Lớn", CLASSES.format(20)),
    "programs/nho.yml": programme(
        "Nhỏ", f"{CLASSES.format(5)}, {{measure: cost, value: 61000, bound: over}}"
    ),
    "programs/xong.yml": programme("Xong", CLASSES.format(7), state="done"),
    "programs/khong-gi.yml": f"title: Không nhóm, không lĩnh vực, không năm\n{REPORTED}",
    "reports/truong.yml": (
        "title: Trường chuẩn\nsubject: Chỉ tiêu\ndeclared: [{measure: criteria, value: 39, title: Đã đạt,"
        " state: done}, {measure: criteria, value: 55, title: Tất cả}]\nnote: Lúc bài báo viết.\n" + REPORTED
    ),
    "reports/dien-tich.yml": f"title: Cơ sở\ndeclared: [{{measure: area, value: 38.25}}]\n{REPORTED}",
    "reports/xa.yml": (
        "title: Cấp xã\ndeclared: [{measure: staff, value: 11, as_of: 2022-12-31, parts_add: yes,"
        " parts: [{title: Cán bộ, value: 5}, {title: Công chức, value: 6}]}]\n" + REPORTED
    ),
}


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(FILES)


def bars(sheet: Sheet) -> list[tuple[str, str, str]]:
    """The bars: the number beside each, where it begins and how long it is."""
    return [
        (words(cell), str(rect.get("x")), str(rect.get("width")))
        for cell in sheet.tree.iter("div")
        if "chart__cell" in str(cell.get("class"))
        for rect in cell.iter("{http://www.w3.org/2000/svg}rect")
    ]


def test_planned_comes_before_done_before_people_before_buildings(small: Published):
    headings = ["Kế hoạch", "Đã thực hiện", "Đội ngũ, tổ chức, cơ sở", "Con số đứng một mình"]
    assert small["so-lieu/"].headings == headings


def test_every_bar_has_its_number_beside_it_and_parts_join(small: Published):
    assert bars(small["so-lieu/"]) == [
        ("20", "0%", "100%"),
        ("5", "0%", "25%"),
        ("11", "0%", "100%"),
        ("5", "0%", "45.45%"),
        ("6", "45.45%", "54.55%"),
        ("39", "0%", "70.91%"),
        ("55", "0%", "100%"),
    ]


def test_a_column_says_its_unit_and_how_far_its_scale_goes(small: Published):
    heads = [words(each) for each in small["so-lieu/"].tree.iterfind(".//table/thead/tr/th")]
    assert {"Số lớp thang 0 đến 20", "Số người thanh đầy là 11", "Số chỉ tiêu thanh đầy là 55"} <= set(heads)


def test_what_stands_on_no_scale_stands_in_words(small: Published):
    assert small["so-lieu/"].row("Nhỏ") == ["Nhỏ Nguồn còn nêu: hơn 61 tỷ đồng", "5"]
    assert small["so-lieu/"].row("Xong") == ["Xong", "7 lớp"]


def test_a_chart_says_what_it_cannot_and_where_it_comes_from(small: Published):
    told = [
        [words(item) for item in each.iter("li")]
        for each in small["so-lieu/"].tree.iter("div")
        if each.get("class") == "limits"
    ]
    unchecked = "Chưa số nào được đối chiếu với văn bản gốc."
    not_all = "Không cộng các chương trình, kế hoạch với nhau: nguồn không nói như thế đã là tất cả."
    assert told == [
        ["Đây là số kế hoạch, không phải kết quả.", not_all, unchecked],
        [unchecked],
        ["Tính đến 31-12-2022; không nói tình hình sau đó."],
        ["Chưa rõ thời điểm tính.", "Lúc bài báo viết."],
    ]


SHARED = "Nguồn chung của cả mục: Một bài báo."
CONFIRMED = "Mức độ xác minh: theo báo chí."


def told_below(sheet: Sheet) -> list[str]:
    """What stands below each chart of its sources."""
    return [words(line) for line in sheet.tree.findall(".//div[@class='figure']/p[@class='meta']")]


def test_a_chart_names_the_sources_of_what_it_draws_and_says_whose_they_are(small: Published):
    of_many = "Nguồn chung của từng mục: Một bài báo."
    in_parts = f"{SHARED} Các phần không ghi nguồn riêng. {CONFIRMED}"
    expected = [f"{of_many} {CONFIRMED}", f"{SHARED} {CONFIRMED}", in_parts, f"{SHARED} {CONFIRMED}"]
    assert told_below(small["so-lieu/"]) == expected


def test_a_source_of_a_number_alone_is_told_apart_from_those_of_its_record():
    own = CLASSES.format(5).replace("}", ", source: rieng}")
    files = {
        "sources/rieng.yml": "title: Bản tin\ncategory: article\nverification: {level: reported}\n",
        "programs/a.yml": programme("Có riêng", own),
        "programs/b.yml": programme("Không có", CLASSES.format(4)),
    }
    assert told_below(published_from(files)["so-lieu/"]) == [
        f"Nguồn: Bản tin. Nguồn chung của từng mục: Một bài báo. {CONFIRMED}"
    ]


PICTURES = {"chart", "bars"}
"""The classes of elements that are pictures of numbers."""


@pytest.mark.parametrize("of", ["real", "sample"])
def test_no_picture_of_numbers_stands_without_links_to_its_sources(of: str, request: pytest.FixtureRequest):
    """On any page but home, which leads to the plan whose picture it has."""
    city: Published = request.getfixturevalue(of)
    pictures = [
        (address, around)
        for address, sheet in city.sheets.items()
        if address and any(f'{each}"' in sheet.page.body for each in PICTURES)
        for around in sheet.tree.iter()
        if any(PICTURES & set(str(each.get("class")).split()) for each in around)
    ]
    assert {address.split("/")[0] for address, _ in pictures} == {"so-lieu", "danh-sach", "ke-hoach"}
    assert [address for address, around in pictures if not names_sources(around)] == []


def names_sources(around: Element) -> bool:
    """Whether a line says «Nguồn…:» and leads to a source or a document."""
    lines = (line for line in around.iter("p") if words(line).startswith("Nguồn"))
    return any(
        re.search(r"/(nguon|van-ban)/", str(link.get("href"))) for line in lines for link in line.iter("a")
    )


def test_the_pages_of_a_long_chart_say_what_it_cannot_too():
    files = {f"programs/{turn}.yml": programme(f"P{turn}", CLASSES.format(turn + 1)) for turn in range(30)}
    page = published_from(files)["danh-sach/so-lieu/ke-hoach/2024/"]
    assert "Đây là số kế hoạch, không phải kết quả." in page.text
    assert f"Nguồn chung của từng mục: Một bài báo. {CONFIRMED}" in page.text


def test_what_holds_for_all_charts_of_a_part_is_said_once_above_them():
    files = {
        f"programs/{year}{title}.yml": programme(title, CLASSES.format(5), year)
        for year in (2023, 2024)
        for title in "ab"
    }
    page = published_from(files)["so-lieu/"]
    assert page.text.count("Không cộng các chương trình, kế hoạch với nhau") == 1
    assert page.text.count("Chưa số nào được đối chiếu với văn bản gốc.") == 1


def test_a_number_of_a_part_is_not_called_missing_and_an_inferred_time_is_marked():
    inferred = "period: {start: 2024, end: 2024, inferred: true}"
    part = programme("Nhỏ", "{measure: classes, value: 3, title: Đợt một}")
    files = {
        **{f"programs/{title}.yml": programme(title, CLASSES.format(5)) for title in "ab"},
        "programs/nho.yml": part.replace("period: {start: 2024, end: 2024}", inferred),
    }
    page = published_from(files)["so-lieu/"]
    assert page.row("Nhỏ") == [
        "Nhỏ Thời gian suy ra từ ngữ cảnh Nguồn còn nêu: Đợt một: 3 lớp",
        "chưa có số chung",
    ]
    assert "Thời gian của 1 dòng (1 số) suy ra từ ngữ cảnh" in page.text


def test_money_has_its_unit_beside_each_number():
    cost = "{{measure: cost, value: {}}}"
    files = {f"programs/{value}.yml": programme(f"Tên {value}", cost.format(value)) for value in (500, 61000)}
    page = published_from(files)["so-lieu/"]
    assert page.row("Tên 500") == ["Tên 500", "500 triệu đồng"]
    assert page.row("Tên 61000") == ["Tên 61000", "61 tỷ đồng"]
    assert "(triệu đồng)" not in page.text


def test_a_number_alone_says_what_it_measures(small: Published):
    assert small["so-lieu/"].row("Cơ sở") == [
        "Cơ sở",
        "Diện tích",
        "38,25 ha",
        "Chưa có thông tin",
        f"{SHARED} {CONFIRMED}",
    ]
    assert "Số nguồn nêu diện tích 38,25 ha" in small["nguon/bao/"].text


def test_long_times_and_older_ones_stand_on_pages_of_their_own():
    files = {f"programs/{turn}.yml": programme(f"P{turn}", CLASSES.format(turn + 1)) for turn in range(30)}
    files |= {
        f"programs/cu-{year}.yml": programme(f"Năm {year}", CLASSES.format(3), year)
        for year in range(2010, 2024)
    }
    small = published_from(files)
    sheet = small["so-lieu/"]
    assert [row[0] for row in sheet.rows][:2] == ["P29", "P28"]
    assert "danh-sach/so-lieu/ke-hoach/2024/" in sheet.links
    assert len(small["danh-sach/so-lieu/ke-hoach/2024/"].rows) == 30
    assert small["danh-sach/so-lieu/ke-hoach/2010/"].rows == [["Năm 2010", "3 lớp"]]


def test_a_programme_without_group_field_lead_or_time_stands_under_an_unknown_year():
    untimed = f"title: Không rõ\nstate: planned\nfigures: [{CLASSES.format(3)}]\n{REPORTED}"
    sheet = published_from({"programs/a.yml": untimed, "programs/b.yml": programme("B", CLASSES.format(2))})[
        "so-lieu/"
    ]
    assert [words(each) for each in sheet.tree.iter("h3")] == ["Năm 2024", "Chưa rõ năm"]
    assert sheet.rows == [["B", "2 lớp"], ["Không rõ", "3 lớp"]]


def test_a_catalogue_without_figures_has_an_empty_page_that_says_so():
    assert "Danh mục chưa ghi nhận số liệu nào." in published_from({})["so-lieu/"].text
