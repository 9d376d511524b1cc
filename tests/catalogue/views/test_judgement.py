"""What persons add to what sources say shows on the page: reviews, adjustments, what a subtotal counts."""

from __future__ import annotations

import pytest

from tests.catalogue.views.small import DRAFT, REPORTED, Published, published_from

PROGRAM = f"""
title: Lớp A
{REPORTED}
lead: huyen-uy
period: {{start: 2026, end: 2026}}
adjustments:
  - {{document: cong-van, date: 2026-02, what: Thêm một lớp}}
  - {{what: Lùi khai giảng một tuần}}
reviews:
  - finding: body-not-existing
    with: [{{organization: huyen-uy}}, {{program: lop-b}}]
    reason: Lớp do huyện ủy chuẩn bị từ trước.
    by: so-noi-vu
    day: 2026-02-03
plan: ke-hoach
"""
PLAN = f"""
title: Kế hoạch 2026
{REPORTED}
year: 2026
figures:
  - {{measure: learners, value: 120, covers: [lop-a, lop-b], tolerance: 5}}
"""
BODY = "category: party_committee\n"


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(
        {
            "programs/lop-a.yml": PROGRAM,
            "programs/lop-b.yml": f"title: Lớp B\n{DRAFT}repeats: lop-c\nplan: ke-hoach\n",
            "programs/lop-c.yml": f"title: Lớp C\n{DRAFT}complete: false\n",
            "plans/ke-hoach.yml": PLAN,
            "documents/cong-van.yml": f"title: Công văn 12\n{DRAFT}category: letter\n",
            "organizations/huyen-uy.yml": f"title: Huyện ủy\n{DRAFT}{BODY}end: 2025-06-30\n",
            "organizations/so-noi-vu.yml": f"title: Sở Nội vụ\n{DRAFT}{BODY}",
        }
    )


def test_a_review_says_what_was_judged_beside_whom_why_by_whom_and_when(small: Published):
    assert small["chuong-trinh/lop-a/"].facts["Đã rà soát"] == (
        "Đơn vị không hoạt động vào thời gian đó (Huyện ủy, Lớp B): Lớp do huyện ủy chuẩn bị từ trước. "
        "(Sở Nội vụ, 3-2-2026)"
    )


def test_who_is_named_in_a_review_lists_the_record(small: Published):
    assert "chuong-trinh/lop-a/" in small["don-vi/huyen-uy/"].list_under("Được nhắc tới khi rà soát")
    assert "chuong-trinh/lop-a/" in small["don-vi/so-noi-vu/"].list_under("Đã rà soát")


def test_an_adjustment_says_when_what_and_by_which_document(small: Published):
    sheet = small["chuong-trinh/lop-a/"]
    assert sheet.facts["Điều chỉnh"] == "2-2026: Thêm một lớp (Công văn 12) Lùi khai giảng một tuần"
    assert list(sheet.facts).index("Điều chỉnh") > list(sheet.facts).index("Thời gian")


def test_a_subtotal_names_what_it_counts_and_how_far_it_may_be_off(small: Published):
    assert (
        small["ke-hoach/ke-hoach/"].row("Số học viên")[-1] == "Tính: Lớp A; Lớp B. Lệch tới 5 vẫn coi là khớp"
    )


def test_a_programme_that_repeats_another_and_that_one_name_each_other(small: Published):
    assert small["chuong-trinh/lop-b/"].facts["Tổ chức lại chương trình"] == "Lớp C"
    assert small["chuong-trinh/lop-c/"].folded_under("Được tổ chức lại ở") == ["chuong-trinh/lop-b/"]


def test_the_json_of_a_review_has_the_keys_of_the_data(small: Published):
    (review,) = small.json("api/v1/programs/lop-a.json")["record"]["reviews"]
    assert list(review) == ["finding", "with", "reason", "by", "day"]
