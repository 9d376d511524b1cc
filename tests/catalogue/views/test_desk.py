"""The page of a body as its desk: its own seats, whom to tell, sums, a page a year where they are many."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from catalogue.findings.desk import desk_of, programs_allocated
from catalogue.page import Page
from catalogue.views.edition import edition_of
from catalogue.views.pages.desk import desk_link
from catalogue.views.words.context import Context
from tests.catalogue.views.small import (
    PLACE,
    REPORTED,
    UNKNOWN,
    Published,
    Sheet,
    catalogue_of,
    published_from,
    trees_of,
)
from tests.elements import words
from tests.examples import PROVING

TREES = trees_of(Path(__file__).with_name("desk.yml"))
LONGEST_PAGE = 185_000
"""What a page may weigh without its frame."""
BODY = f"category: administration\n{REPORTED}"


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(TREES["duties"])


def cells(sheet: Sheet, start: str) -> list[str]:
    """The cells of the row of a class, behind its name."""
    return sheet.row(start)[1:]


def test_a_row_tells_when_how_many_seats_by_when_to_whom_and_with_which_papers(small: Published):
    sheet = small["don-vi/so/"]
    assert cells(sheet, "Chương trình A: Lớp muộn") == [
        "2-3-2026 đến 6-3-2026",
        "20",
        "10-2-2026 (hạn riêng của lớp; hạn chung của chương trình: 1-2-2026)",
        "Sở Nội vụ",
        "Mẫu 02; Danh sách; Quyết định",
    ]
    assert cells(sheet, "Chương trình A: Lớp theo hạn chung")[1:3] == [f"{UNKNOWN} (cả lớp: 60)", "1-2-2026"]
    assert "chuong-trinh/a/#muon" in sheet.links


def test_every_page_tells_the_deadline_of_a_class_and_the_common_one_where_they_differ(small: Published):
    both = "10-2-2026 (hạn riêng của lớp; hạn chung của chương trình: 1-2-2026)"
    program = small["chuong-trinh/a/"]
    assert [program.classes[id][3] for id in ("muon", "chung")] == [both, "1-2-2026"]
    assert program.facts["Hạn gửi danh sách"] == (
        "1-2-2026 (hạn chung của chương trình) 10-2-2026 (Lớp muộn) 1-4-2026 (Lớp hoãn)"
    )
    assert both in cells(small["don-vi/so/"], "Chương trình A: Lớp muộn")
    month = small["lich/2026-02/"].text
    assert "Hạn gửi danh sách (hạn chung của chương trình) Chương trình A" in month
    assert "Hạn gửi danh sách Chương trình A: Lớp muộn" in month
    files = [small.json(address) for address in small.files if address.endswith("/2026-02.json")]
    told = [event["class"] for days in files for day in days["deadlines"].values() for event in day["first"]]
    assert told == ["hạn chung của chương trình", "Lớp muộn"]


def test_a_deadline_without_a_year_says_which_year_it_may_be_of(small: Published):
    deadline = cells(small["don-vi/so/"], "Chương trình B: Hạn thiếu năm")[2]
    assert deadline == "20-12, không rõ năm (có thể 2023)"


def test_a_class_of_which_nothing_else_is_known_is_a_row_all_the_same(small: Published):
    assert cells(small["don-vi/so/"], "Chương trình B: Không ngày") == ["0"]


def test_each_year_has_its_table_whose_foot_adds_and_says_what_it_leaves_out(small: Published):
    sheet = small["don-vi/so/"]
    sections = [each for each in sheet.tree.iter("section") if each.get("class") == "desk-year"]
    assert [each.get("data-year") for each in sections] == ["2026", "2024", None]
    assert [row for row in sheet.rows if row[0].startswith("Cộng")] == [
        [
            "Cộng (năm 2026): 2 lớp",
            "20",
            "1 dòng chưa có chỉ tiêu của đơn vị; không tính 1 lớp hoãn, hủy (7 chỉ tiêu)",
        ],
        ["Cộng (năm 2024): 3 lớp", "17", ""],
        ["Cộng (chưa rõ năm): 1 lớp", "0"],
    ]


def test_the_page_says_why_classes_stand_on_it_and_of_which_years(small: Published):
    text = small["don-vi/so/"].text
    assert (
        "7 lớp của 2 chương trình (kể cả 1 lớp hoãn, hủy) phân bổ chỉ tiêu cho đơn vị "
        "hoặc giao đơn vị lập danh sách cử người học, năm 2024-2026." in text
    )


def test_a_link_to_a_year_tells_what_takes_place_and_apart_from_it_what_is_called_off():
    catalogue = catalogue_of(TREES["duties"])
    duties = desk_of(catalogue, catalogue.organizations["so"])
    late = [duty for duty in duties if duty.program.id == "a"]
    link = desk_link(Context(catalogue, PLACE).phrases, "don-vi/so/viec-nam-2026/", "năm 2026", late)
    assert (link.said, link.called_off) == ("2 lớp của 1 chương trình, 20 chỉ tiêu", "1 lớp hoãn, hủy")
    assert [piece.text for piece in link.until] == ["10-2-2026"]


def test_seats_that_are_those_of_a_collective_are_not_told_as_the_bodys_own(small: Published):
    sheet = small["don-vi/quan-uy/"]
    assert cells(sheet, "Chương trình C: Chia cho các quận ủy")[1:] == [
        f"{UNKNOWN} (cả nhóm Các quận ủy: 60)",
        "Các quận ủy lập danh sách, chưa rõ gửi ai",
    ]
    assert {row[1] for row in sheet.rows if row[0].startswith("Cộng")} == {UNKNOWN}


def test_a_body_that_has_nothing_to_do_says_so_in_a_sentence_and_has_no_table(small: Published):
    sheet = small["don-vi/trong/"]
    assert "Danh mục chưa ghi lớp nào phân bổ chỉ tiêu cho đơn vị này" in sheet.text
    assert list(sheet.tree.iter("table")) == []
    assert "don-vi/cac-quan-uy/" in sheet.links


def test_a_body_of_today_leads_to_what_its_predecessors_had_to_do(small: Published):
    sheet = small["don-vi/so/"]
    assert "đơn vị này tiếp nhận: Sở cũ (1 lớp của 1 chương trình)." in sheet.text
    assert "don-vi/cu/#muc_viec" in sheet.links
    assert any(each.get("id") == "muc_viec" for each in small["don-vi/cu/"].tree.iter())


def test_the_relations_of_a_body_stand_in_four_sections(city: Published):
    known = [
        "Việc của đơn vị", "Chủ trì, tổ chức, tham gia", "Về đơn vị", "Dữ liệu, nguồn và mức độ xác minh",
    ]  # fmt: skip
    for body in city.catalogue.organizations.values():
        told = city[city.catalogue.address(body)].headings
        headings = [each for each in told if not each.startswith("Đối chiếu số liệu")]
        assert headings == [each for each in known if each in headings]
        assert {known[0], *known[2:]} <= set(headings)


def test_the_page_says_how_far_what_names_a_body_is_confirmed_and_how_new_it_is(small: Published):
    text = small["don-vi/so/"].text
    assert "4 mục nhắc tới đơn vị: 3 theo báo chí, 1 chưa xác minh." in text
    assert "Năm mới nhất có chương trình, kế hoạch của đơn vị: 2026." in text


def test_the_filter_of_search_has_as_many_programmes_as_the_desk_says(city: Published):
    catalogue = city.catalogue
    programs = [record for record in catalogue.by_title if record.kind == "program"]
    bodies = [record for record in catalogue.by_title if record.kind == "organization"]
    lines = city.search("facets")["allocated"].split("\n")
    named = [{bodies[int(place)].id for place in line.split()} for line in lines]
    for body in bodies:
        counted = sum(
            body.id in ids for ids, program in zip(named, programs, strict=True) if not program.is_draft
        )
        sheet = city[catalogue.address(body)]
        assert counted == programs_allocated(desk_of(catalogue, catalogue.organizations[body.id]))
        assert (f"Tìm trong {counted} chương trình phân bổ cho đơn vị" in sheet.text) is bool(counted)
        assert (f"tra-cuu/?allocated={body.id}" in sheet.links) is bool(counted)


def of_body(files: Mapping[str, str]) -> dict[str, Sheet]:
    """The pages of the body «so» of a catalogue, its own and those below it."""
    catalogue = catalogue_of(files)
    outputs = edition_of(Context(catalogue, PLACE)).outputs
    made = [each.make() for each in outputs if each.address.startswith("don-vi/so/")]
    return {page.address: Sheet(page) for page in made if isinstance(page, Page)}


YEARS = 15 if PROVING else 3
PROGRAMS, FIRST = 33 * YEARS + 1, 2025 - YEARS
"""How many programmes the crowded body has, in the years from the first to 2024; each has ten classes."""


@pytest.fixture(scope="module")
def crowded() -> dict[str, Sheet]:
    """The pages of a body with thousands of allocations in many years, every title of 400 letters."""
    files = {"organizations/so.yml": f"title: Sở\n{BODY}"}
    for number in range(PROGRAMS):
        year = FIRST + number % YEARS
        classes = ", ".join(
            f"{{id: lop-{turn}, start: {year}-{turn + 2:02}-01, deadline: {year}-{turn + 1:02}-15, "
            f"allocations: {{so: {turn}}}}}"
            for turn in range(1, 11)
        )
        title = f"{'Bồi dưỡng nghiệp vụ ' * 20}{number:03}"[-400:]
        files[f"programs/p{number:03}.yml"] = f"title: {title}\nlead: so\nclasses: [{classes}]\n{REPORTED}"
    return of_body(files)


@pytest.mark.proved
def test_thousands_of_allocations_stand_on_a_few_pages_a_year_none_of_which_is_heavy(
    crowded: dict[str, Sheet],
):
    heavy = {address: len(sheet.page.body.encode()) for address, sheet in crowded.items()}
    assert {address: size for address, size in heavy.items() if size > LONGEST_PAGE} == {}
    years = [sheet for address, sheet in crowded.items() if "/viec-nam-" in address]
    assert sum(len(row) > 3 for sheet in years for row in sheet.rows) == 10 * PROGRAMS
    assert {address.split("/")[2] for address in crowded if "/viec-nam-" in address} == {
        f"viec-nam-{year}" for year in range(FIRST, 2025)
    }


def test_the_newest_year_stands_on_the_page_itself_and_the_others_are_linked(crowded: dict[str, Sheet]):
    sheet = crowded["don-vi/so/"]
    assert "Việc của đơn vị năm 2024, theo hạn gửi danh sách (60 trong 330 mục)" in sheet.text
    assert {f"don-vi/so/viec-nam-{year}/" for year in range(FIRST, 2025)} <= sheet.links
    assert "don-vi/so/viec-nam-2024/4/" in sheet.links
    first = f"Năm {FIRST}: 340 lớp của 34 chương trình, 1.870 chỉ tiêu, hạn gửi muộn nhất 15-11-{FIRST}"
    assert first in sheet.text


def test_the_pages_of_what_has_no_year_are_told_as_such():
    classes = json.dumps([{"id": f"l{turn}", "seats": 9, "allocations": {"so": 1}} for turn in range(101)])
    files = {
        "organizations/so.yml": f"title: Sở\n{BODY}",
        "programs/a.yml": f"title: A\nclasses: {classes}\n{REPORTED}",
    }
    city = published_from(files)
    for address in ("don-vi/so/", "don-vi/so/viec-chua-ro-nam/2/"):
        assert "Mọi việc chưa rõ năm, theo hạn gửi danh sách" in city[address].text


def test_each_page_of_a_year_has_the_sum_of_the_year_at_its_foot(crowded: dict[str, Sheet]):
    pages = [sheet for address, sheet in crowded.items() if "/viec-nam-2024/" in address]
    assert len(pages) == 4
    for sheet in (*pages, crowded["don-vi/so/"]):
        assert sheet.row("Cộng")[:2] == ["Cộng (năm 2024): 330 lớp", "1.815"]


def test_every_day_of_a_row_can_be_read_by_scripts(small: Published):
    tables = [each for each in small["don-vi/so/"].tree.iter("table") if "data-duties" in each.attrib]
    due = [
        words(next(cell.iter("time")))
        for table in tables
        for cell in table.iter("td")
        if cell.get("class") == "due" and cell.find("time") is not None
    ]
    assert due == ["1-2-2026", "10-2-2026", "1-4-2026", "29-2-2024"]
    states = [
        json.loads(str(each.get("data-times")))
        for table in tables
        for each in table.iter("span")
        if each.get("data-times")
    ]
    assert len(states) == 7
