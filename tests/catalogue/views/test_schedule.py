"""The pages «Lịch»: all months, a month as a grid and a list by day, crowded months on several pages."""

from __future__ import annotations

import pytest

from tests.catalogue.views.small import REPORTED, Published, published_from

PROGRAM = (
    "title: Bồi dưỡng A\nlead: so\nclasses:\n"
    "  - {id: a, number: 1, start: 2026-03-05, end: 2026-03-07, deadline: 2026-02-27}\n"
    "  - {id: b, number: 2, start: 2026-03-05, end: 2026-06-30}\n"
    "  - {id: d, number: 4, start: 2026-03-05, end: 2026-12-30, state: cancelled}\n"
    "  - {id: c, number: 3, start: 2026-03}\n"
)
FILES = {"programs/a.yml": PROGRAM, "organizations/so.yml": "title: Sở A\ncategory: administration\n"}
MARCH = "lich/2026-03/"
CROWD = 3_000
LARGEST = 200_000


@pytest.fixture(scope="module")
def city() -> Published:
    return published_from({path: text + REPORTED for path, text in FILES.items()})


def test_the_table_of_all_months_counts_what_begins_and_is_due(city: Published):
    row = city["lich/"].row("2026")
    assert row[1:8] == ["chưa ghi nhận", "1 hạn", "3 lớp", *["1 đang học"] * 3, "chưa ghi nhận"]
    assert MARCH in city["lich/"].links


def test_a_day_lists_what_happens_on_it_with_whom(city: Published):
    text = city[MARCH].text
    assert "Thứ năm, 5-3-2026" in text
    assert "Khai giảng Bồi dưỡng A: Lớp\u00a01" in text.replace("Lớp 1", "Lớp\u00a01")
    assert "đến 7-3-2026; Sở A" in text
    assert {"chuong-trinh/a/#a", "don-vi/so/"} <= city[MARCH].links


def test_a_class_of_one_day_does_not_say_its_day_twice():
    program = f"title: A\nclasses: [{{id: a, start: 2026-03-05, end: 2026-03-05}}]\n{REPORTED}"
    text = published_from({"programs/a.yml": program})[MARCH].text
    assert "Khai giảng A học một ngày" in text
    assert "đến 5-3-2026" not in text


def test_what_is_called_off_says_so_and_is_counted_apart(city: Published):
    assert "52 khai giảng1 hoãn, hủy" in [cell for row in city[MARCH].rows for cell in row]
    assert "Khai giảng Hủy Bồi dưỡng A" in city[MARCH].text


def test_what_has_no_day_stands_below_the_days(city: Published):
    text = city[MARCH].text
    assert text.index("Thứ năm, 5-3-2026") < text.index("Tháng 3 năm 2026, nguồn không nêu ngày")


def test_what_goes_on_stands_apart(city: Published):
    text = city["lich/2026-04/"].text
    assert "Lớp dài ngày đang học trong tháng 4 năm 2026" in text
    assert "Đang học Bồi dưỡng A: Lớp 2 5-3-2026 đến 30-6-2026; Sở A" in text.replace("\u00a0", " ")
    assert "lich/2026-07/" not in city.sheets


def test_a_month_leads_to_those_around_it(city: Published):
    assert {"lich/2026-02/", "lich/2026-04/"} <= city[MARCH].links
    assert "lich/2026-01/" not in city["lich/2026-02/"].links


def test_three_thousand_classes_in_a_month_stay_on_pages_of_a_usual_size():
    held = [
        f"{{id: l{turn}, number: {turn}, start: 2026-03-{turn % 31 + 1:02}}}" for turn in range(CROWD // 10)
    ]
    program = f"classes: [{', '.join(held)}]\n{REPORTED}"
    city = published_from({f"programs/p{turn}.yml": f"title: Lớp {turn}\n{program}" for turn in range(10)})
    assert len(city[MARCH].page.body.encode()) < LARGEST
    assert city[MARCH].text.count("Khai giảng Lớp") < CROWD / 5
    assert "lich/2026-03/05/" in city[MARCH].links
    assert "Mục 1 đến 100 trong 100 mục" in city["lich/2026-03/05/"].text


def test_a_year_without_anything_stands_in_no_table_and_has_no_page():
    text = "title: P\nclasses: [{id: a, start: 2024-03-05}, {id: b, start: 2026-03-05}]\n"
    city = published_from(
        {"programs/p.yml": text + REPORTED, "programs/q.yml": f"title: Không gì\n{REPORTED}"}
    )
    assert [row[0] for row in city["lich/"].rows] == ["2026", "2024"]
    assert not [address for address in city.sheets if address.startswith("lich/2025")]
    assert "Không gì" not in city["lich/"].text


def test_a_catalogue_without_days_says_so():
    assert "chưa ghi ngày khai giảng" in published_from({})["lich/"].text
