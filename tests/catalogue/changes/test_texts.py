"""Two texts that say the same in other words, and two that do not."""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TypeAlias
from unicodedata import normalize

import pytest

from catalogue.changes.texts import says_otherwise, unlike
from catalogue.language.sense import ALTERNATIVES, DENIALS, NUMERALS, PEOPLE
from catalogue.language.vietnamese import canonical

Words: TypeAlias = tuple[str, ...]

SAME = [
    ("10 lớp, 359 học viên", "359 học viên trong 10 lớp"),
    ("1.000 học viên", "1000 học viên"),
    ("1.250.000,5 đồng", "1250000,5 đồng"),
    ("ngày 05-3-2026", "ngày 5-03-2026"),
    ("Không cộng", "Không được cộng"),
    ("Chưa có thông tin", "Thông tin chưa có"),
    ("Trưa nay", "Sáng nay"),
    ("Nguồn không nói số này là của ai", "Nguồn không cho biết số này là của ai"),
    ("Có phẩm chất tốt, được đơn vị giới thiệu đi học", "Được cơ quan giới thiệu đi học, có phẩm chất tốt"),
    ("Năm nay mở một lớp", "Mở lớp trong năm nay"),
    ("Huỷ lớp ở Toàn Thành phố", "Hủy lớp ở toàn thành phố"),
    ("Lớp học ở Hà Nội trong năm", "Trong năm, lớp học ở Hà Nội"),
    ("Lớp do UBND xã mở", "Lớp do Ủy ban nhân dân xã mở"),
    ("Cán bộ, công chức, cán bộ trẻ", "Công chức, cán bộ, kể cả người trẻ"),
    ("Trước khi học và sau khi học", "Sau khi học và trước khi học"),
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
    ("Có bằng đại học và chứng chỉ", "Có bằng đại học hoặc chứng chỉ"),
    ("Tuổi dưới bốn mươi", "Tuổi trên bốn mươi"),
    ("Giữ chức vụ ít nhất ba năm", "Giữ chức vụ ít nhất bảy năm"),
    ("Giữ chức vụ một năm", "Giữ chức vụ năm năm"),
    ("Hai mươi học viên", "Hai trăm học viên"),
    ("Nửa học phí", "Học phí"),
    ("Đã học trước khi bổ nhiệm", "Đã học sau khi bổ nhiệm"),
    ("Bắt buộc với công chức", "Khuyến khích với công chức"),
    ("Công chức phải học", "Công chức nên học"),
    ("Không bắt buộc có bằng, được thi thẳng", "Bắt buộc có bằng, không được thi thẳng"),
    ("Hỗ trợ toàn bộ học phí", "Hỗ trợ một phần học phí"),
    ("Miễn học phí", "Học phí"),
    ("Lớp vẫn mở", "Lớp đã bị huỷ"),
    ("Lớp mở như đã hẹn", "Lớp hoãn như đã hẹn"),
    ("Lớp do Sở Nội vụ chủ trì", "Lớp do Sở Y tế chủ trì"),
    ("Lớp do UBND xã mở", "Lớp do HĐND xã mở"),
    ("Cho công chức cấp xã", "Cho viên chức cấp xã"),
    ("Cho bác sĩ", "Cho người dân"),
    ("Chủ tịch xã", "Phó chủ tịch xã"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_only_polished_or_put_in_another_order_says_the_same(one: str | None, other: str | None):
    assert not says_otherwise(one, other)
    assert not says_otherwise(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERWISE)
def test_what_turns_the_sense_says_otherwise(one: str | None, other: str | None):
    assert says_otherwise(one, other)
    assert says_otherwise(other, one)


AROUND = "Lớp học mở ở nhà văn hóa thôn theo lời mời của xã;"


@pytest.mark.parametrize("pair", [*SAME, *OTHERWISE])
def test_what_is_the_same_around_a_place_takes_nothing_from_what_differs_there(
    pair: tuple[str | None, str | None],
):
    texts = (f"{AROUND} {text or ''}; {AROUND}" for text in pair)
    assert says_otherwise(*texts) == (pair in OTHERWISE)


def test_who_is_named_elsewhere_in_a_text_is_not_gone():
    assert not says_otherwise("Công chức Hà Nội học, công chức Hà Nội thi", "Công chức Hà Nội học, thi")
    assert says_otherwise("Công chức Hà Nội học, công chức Huế thi", "Công chức Hà Nội học, thi")


def test_a_denial_is_known_however_its_letters_are_put_together():
    assert not says_otherwise(normalize("NFD", "Không cộng"), "Không cộng")


WORDS = [*DENIALS, *NUMERALS, *PEOPLE, *(word for each in ALTERNATIVES for side in each for word in side)]


def test_the_words_that_the_sense_hangs_on_are_written_as_they_are_looked_for_each_once():
    assert [canonical(word) for word in WORDS] == WORDS
    assert len({*WORDS}) == len(WORDS)


@pytest.mark.parametrize("word", [*DENIALS, *NUMERALS, *PEOPLE])
def test_each_word_that_may_not_come_or_go_turns_the_sense(word: str):
    assert says_otherwise(f"Lớp {word} ấy", "Lớp ấy")


@pytest.mark.parametrize(("one", "other"), [pair for each in ALTERNATIVES for pair in permutations(each, 2)])
def test_no_meaning_stands_in_the_stead_of_another_but_in_other_words(one: Words, other: Words):
    assert all(says_otherwise(f"Lớp {this} ấy", f"Lớp {that} ấy") for this in one for that in other)
    assert not any(says_otherwise(f"Lớp {one[0]} ấy", f"Lớp {same} ấy") for same in one)


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
