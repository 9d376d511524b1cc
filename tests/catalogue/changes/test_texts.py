"""Two texts that say the same in other words, and two that do not."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest

from catalogue.changes.texts import says_otherwise, unlike

SAME = [
    ("10 lớp, 359 học viên", "359 học viên trong 10 lớp"),
    ("1.000 học viên", "1000 học viên"),
    ("1.250.000,5 đồng", "1250000,5 đồng"),
    ("ngày 05-3-2026", "ngày 5-03-2026"),
    ("Không cộng", "Không được cộng"),
    ("Chưa có thông tin", "Thông tin chưa có"),
    ("Trưa nay", "Sáng nay"),
    ("Cũ", None),
]
OTHERWISE = [
    ("10 lớp, 359 học viên", "Mười hai lớp, hơn bốn trăm học viên"),
    ("10 lớp", "10 lớp, 2 đợt"),
    ("1.000 học viên", "1.00 học viên"),
    ("1,000 học viên", "1 học viên"),
    ("0 lớp", "lớp"),
    ("Cũng không cộng với các lớp khác", "Cộng với các lớp khác"),
    ("Không phải là không cộng", "Không phải là cộng"),
    ("Chưa cộng", "Không cộng"),
    ("Mọi người, trừ đảng viên", "Mọi người, đảng viên"),
    (None, "Thêm 5 buổi"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_numbers_and_denials_say_the_same(one: str | None, other: str | None):
    assert not says_otherwise(one, other)
    assert not says_otherwise(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERWISE)
def test_a_number_or_a_denial_that_comes_or_goes_says_otherwise(one: str | None, other: str | None):
    assert says_otherwise(one, other)
    assert says_otherwise(other, one)


def test_a_denial_is_known_however_its_letters_are_put_together():
    assert not says_otherwise(normalize("NFD", "Không cộng"), "Không cộng")


PLAN = "Kế hoạch đào tạo cán bộ"
LESS_ALIKE = [
    f"Đào tạo cán bộ: {PLAN}",
    f"{PLAN} (sửa)",
    "Kế hoạch bồi dưỡng cán bộ",
    "Quyết định về công tác cán bộ",
    "Nghị quyết hủy",
]


def test_texts_are_the_less_alike_the_fewer_words_they_share():
    assert unlike(PLAN, PLAN.upper()) == 0
    found = [unlike(PLAN, each) for each in LESS_ALIKE]
    assert all(one < other for one, other in pairwise(found))
    assert found[-1] == 1
    assert [unlike(each, PLAN) for each in LESS_ALIKE] == found
