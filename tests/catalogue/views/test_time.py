"""Days and years: what no source prints is not told as known; what lasts stands in each of its years."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.catalogue.views.small import REPORTED, UNKNOWN, Published, published_from, trees_of
from tests.elements import words


def programme(classes: str, more: str = "") -> Published:
    return published_from({"programs/x.yml": f"title: Chương trình\n{more}{REPORTED}classes:\n{classes}"})


@pytest.fixture(scope="module")
def inferred() -> Published:
    return programme(
        '  - {id: lop-8, start: "--05-27", end: "--06-07", inferred_year: 2019}\n', "state: done\n"
    )


def test_days_without_a_year_say_so_once_with_the_year_that_may_be_meant(inferred: Published):
    sheet = inferred["chuong-trinh/x/"]
    assert sheet.facts["Thời gian"] == "27-5 đến 7-6, không rõ năm (có thể 2019)"
    assert "27-5 đến 7-6, không rõ năm (có thể 2019)" in sheet.row("Lớp")


def test_an_inferred_year_stands_in_no_year_page_no_state_and_no_machine_readable_date(inferred: Published):
    assert not [address for address in inferred.sheets if address.startswith("nam/2")]
    sheet = inferred["chuong-trinh/x/"]
    assert sheet.tags == ["Theo báo chí", "Đã thực hiện"]
    assert not list(sheet.tree.iter("time"))
    assert "2019" not in sheet.page.json_ld
    assert "hasCourseInstance" not in sheet.json_ld
    assert inferred["chuong-trinh/"].list_under("Chưa rõ năm") == ["chuong-trinh/x/"]


def test_an_inferred_year_is_in_the_data_for_machines_as_what_it_is(inferred: Published):
    record = inferred.json("api/v1/programs/x.json")["record"]
    assert record["classes"] == [{"id": "lop-8", "start": "--05-27", "end": "--06-07", "inferred_year": 2019}]


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ('start: "--05-27", end: "--05-27", inferred_year: 2019', "27-5, không rõ năm (có thể 2019)"),
        ('start: "--05-27", inferred_year: 2019', "từ 27-5, không rõ năm (có thể 2019)"),
        ('end: "--06-07"', "đến 7-6, không rõ năm"),
        ('start: "--12-29", end: "--01-05"', "29-12 đến 5-1, không rõ năm"),
        ("start: 2024-03-05, end: 2024-03-05", "5-3-2024"),
        ("start: 2024-03, end: 2024-05", "3-2024 đến 5-2024"),
        ("start: 2024", "từ 2024"),
        ("end: 2024-03-05", "đến 5-3-2024"),
    ],
)
def test_dates_are_as_exact_as_their_source(dates: str, shown: str):
    sheet = programme(f"  - {{id: a, {dates}}}\n")["chuong-trinh/x/"]
    assert sheet.row("Lớp")[1] == shown


def test_a_deadline_without_a_year_says_which_may_be_meant():
    classes = (
        '  - {id: a, title: A, start: 2024-03-01, deadline: "--02-15", inferred_year: 2024}\n'
        '  - {id: b, title: B, start: "--01-10", deadline: "--12-20", inferred_year: 2024}\n'
        '  - {id: c, title: C, start: 2025-03-01, deadline: "--02-15", inferred_year: 2025}\n'
        "  - {id: d, title: D, start: 2023-03-01, deadline: 2023-02-15}\n"
    )
    sheet = programme(classes)["chuong-trinh/x/"]
    assert sheet.facts["Hạn gửi danh sách"] == (
        "15-2, không rõ năm (có thể 2024) (A) 15-2, không rõ năm (có thể 2025) (C) "
        "20-12, không rõ năm (có thể 2023) (B) 15-2-2023 (D)"
    )
    assert [sheet.row(title)[2] for title in "ABCD"] == [
        "15-2, không rõ năm (có thể 2024)",
        "20-12, không rõ năm (có thể 2023)",
        "15-2, không rõ năm (có thể 2025)",
        "15-2-2023",
    ]
    assert not [time for time in sheet.tree.iter("time") if "--" in str(time.get("datetime"))]


def test_a_known_day_is_readable_for_machines():
    sheet = programme("  - {id: a, start: 2024-03-05, end: 2024-03}\n")["chuong-trinh/x/"]
    assert [(str(time.get("datetime")), words(time)) for time in sheet.tree.iter("time")][:2] == [
        ("2024-03-05", "5-3-2024"),
        ("2024-03", "3-2024"),
    ]
    assert sheet.json_ld["hasCourseInstance"][0]["startDate"] == "2024-03-05"


def test_a_source_without_a_printed_year_shows_the_year_that_may_be_meant(real: Published):
    sheet = real["nguon/kinhtedothi-khai-giang-27-05/"]
    assert sheet.facts["Ngày đăng"] == "27-5, không rõ năm (có thể 2019)"
    assert "datePublished" not in sheet.json_ld


def test_the_end_of_a_body_without_a_printed_year_says_so_too():
    small = published_from(
        {"organizations/x.yml": f'title: Ban\ncategory: council\nend: "--06-30"\n{REPORTED}'}
    )
    sheet = small["don-vi/x/"]
    assert all("không rõ năm" in words for words in (sheet.notices[0], sheet.facts["Kết thúc hoạt động"]))
    assert any("không rõ năm" in tag for tag in sheet.tags)


@pytest.fixture(scope="module")
def years() -> Published:
    return published_from(trees_of(Path(__file__).with_name("time.yml"))["years"])


@pytest.mark.parametrize(
    ("year", "plans", "programs"),
    [
        (2022, ["giai-doan"], ["nhieu-nam"]),
        (2023, ["giai-doan"], ["nhieu-nam", "theo-lop"]),
        (2024, ["nam-2024", "giai-doan"], ["nhieu-nam", "theo-ke-hoach", "theo-lop"]),
        (2025, ["giai-doan"], []),
    ],
)
def test_a_year_page_has_the_plans_and_programmes_of_that_year_those_of_many_years_in_each(
    years: Published, year: int, plans: list[str], programs: list[str]
):
    sheet = years[f"nam/{year}/"]
    assert sheet.list_under("Kế hoạch") == [f"ke-hoach/{id}/" for id in plans]
    listed = {link for link in sheet.links if re.match(r"chuong-trinh/.", link)}
    assert listed == {f"chuong-trinh/{id}/" for id in programs}


def test_only_years_that_have_something_have_a_page_and_drafts_make_none(years: Published):
    pages = [f"nam/{year}/" for year in (2022, 2023, 2024, 2025)]
    assert [address for address in years.sheets if address.startswith("nam/2")] == pages
    assert sorted(link for link in years["nam/"].links if link.startswith("nam/2")) == pages


def test_the_list_of_years_counts_what_each_has_without_drafts(years: Published):
    cards = [words(card) for card in years["nam/"].tree.iter("li") if card.get("class") == "card"]
    assert cards == [
        "Năm 2025 1 kế hoạch",
        "Năm 2024 3 chương trình, 2 kế hoạch",
        "Năm 2023 2 chương trình, 1 kế hoạch",
        "Năm 2022 1 chương trình, 1 kế hoạch",
    ]


def test_the_newest_year_is_that_of_the_newest_plan_and_no_draft_makes_it_newer(years: Published):
    assert "Kế hoạch năm 2024" in years[""].headings
    assert years.catalogue.newest_plan_year == 2024


def test_a_programme_without_days_of_its_own_says_that_its_year_is_the_plans(years: Published):
    assert years["chuong-trinh/theo-ke-hoach/"].facts["Thời gian"] == "Năm 2024 (theo kế hoạch)"
    assert f"{UNKNOWN}: đối tượng; thời gian;" in years["chuong-trinh/khong-ro/"].text


def test_a_period_that_was_inferred_says_so():
    small = published_from(
        {"programs/x.yml": f"title: X\nperiod: {{start: 2018, end: 2022, inferred: true}}\n{REPORTED}"}
    )
    assert small["chuong-trinh/x/"].facts["Thời gian"] == "2018 đến 2022 (suy ra từ ngữ cảnh)"


def test_a_plan_without_results_reads_as_the_plan_of_its_year_and_never_as_coming(real: Published):
    sheet = real["chuong-trinh/dien-ban-thuong-vu-thanh-uy-2024/"]
    assert sheet.tags[-1] == "Kế hoạch 2024"
    assert "sắp" not in sheet.text
    assert "2026" not in sheet.text
