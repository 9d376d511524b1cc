"""Spellings of one word are equal, words sort as in a dictionary, numbers and dates read as in print."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.language.syllables import is_vietnamese
from catalogue.language.vietnamese import canonical, collation_key, day, fold, number

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
vietnamese = st.text(LETTERS + LETTERS.upper() + " -0123456789,.")
DICTIONARY = [
    "",
    "2 lớp",
    "10 lớp",
    "a",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "ác",
    "an",
    "án",
    "ă",
    "ăn",
    "â",
    "ấm",
    "ban",
    "bàn",
    "bản",
    "bán",
    "bạn",
    "ban chỉ đạo",
    "bán hàng",
    "bang",
    "băng",
    "bâng",
    "da",
    "đa",
    "đà",
    "e",
    "ê",
    "hoa",
    "hòa",
    "hỏa",
    "lớp 2",
    "lớp 10",
    "nga",
    "ngã",
    "nghe",
    "o",
    "ô",
    "ơ",
    "tư",
    "từ",
    "tứ",
    "tự",
    "tương",
    "u",
    "ư",
    "xã",
    "y",
]
"""Words in the order that a person checked.

Letters come first, then tones in the order ngang, huyền, hỏi, ngã, sắc, nặng; numbers sort by their value.
"""


@given(vietnamese)
def test_the_canonical_form_of_a_canonical_form_is_itself(text: str):
    assert canonical(canonical(text)) == canonical(text)


@given(vietnamese)
def test_composed_and_decomposed_letters_are_the_same_text(text: str):
    apart = unicodedata.normalize("NFD", text)
    assert canonical(apart) == canonical(text)
    assert fold(apart) == fold(text)
    assert collation_key(apart)[:2] == collation_key(text)[:2]


@given(vietnamese)
def test_case_and_spaces_do_not_tell_texts_apart(text: str):
    assert canonical(text.upper()) == canonical(f"  {text.lower()} ".replace(" ", "  "))


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("hoà", "hòa"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("Hoà Bình", "Hòa Bình"),
        ("HOẠ", "HỌA"),
        ("loè", "lòe"),
        ("uỷ ban", "ủy ban"),
    ],
)
def test_the_newer_and_the_older_placing_of_a_tone_are_the_same(newer: str, older: str):
    assert canonical(newer) == canonical(older)


@pytest.mark.parametrize("word", ["quý", "quỳ", "toàn", "hoàn", "khoán", "huỳnh", "thuyền", "quá", "hoài"])
def test_a_tone_that_has_one_place_only_stays_there(word: str):
    assert canonical(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hỏa"), ("hòa", "hoa"), ("mùa", "múa"), ("tủ", "tư"), ("da", "đa"), ("lớp 1", "lớp 2")],
)
def test_different_words_stay_different(one: str, other: str):
    assert canonical(one) != canonical(other)


@given(vietnamese)
def test_a_folded_text_is_what_is_typed_without_marks(text: str):
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) == len(text)


def test_folding_knows_the_letter_that_is_no_letter_with_a_mark():
    assert fold("Đào tạo, bồi dưỡng ở Đường Lâm") == "dao tao, boi duong o duong lam"


@pytest.mark.parametrize(
    "text", ["\u0301", "x\u0301", "²", "١", "🙂", "\udcff", "ß", "İ", "ŉ", "\ufb01", "\u1160", "", "\0"]
)
def test_text_of_any_sort_is_compared_folded_and_sorted_without_fail(text: str):
    assert canonical(canonical(text)) == canonical(text)
    assert fold(fold(text)) == fold(text)
    assert collation_key(text) == collation_key(text)


@given(st.text(), st.text())
def test_any_two_texts_have_an_order_and_only_equal_ones_share_a_key(one: str, other: str):
    keys = collation_key(one), collation_key(other)
    assert (keys[0] < keys[1]) + (keys[1] < keys[0]) + (one == other) == 1


@given(st.permutations(DICTIONARY))
def test_words_sort_as_in_a_dictionary(words: list[str]):
    assert sorted(words, key=collation_key) == DICTIONARY


@pytest.mark.parametrize("words", list(permutations(["Đống Đa", "Dân Tộc", "Hà Nội", "Ba Đình"]))[::5])
def test_capitals_sort_with_their_small_letters(words: tuple[str, ...]):
    assert sorted(words, key=collation_key) == ["Ba Đình", "Dân Tộc", "Đống Đa", "Hà Nội"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (999, "999"),
        (13267, "13.267"),
        (1234567, "1.234.567"),
        (Decimal("17.9"), "17,9"),
        (Decimal("1234.50"), "1.234,50"),
    ],
)
def test_numbers_are_written_as_vietnamese_print_has_them(value: int | Decimal, written: str):
    assert number(value) == written


@pytest.mark.parametrize(
    ("date", "written"),
    [("2024-03-05", "5-3-2024"), ("2024-11", "11-2024"), ("2024", "2024"), ("--05-27", "27-5"), (None, "")],
)
def test_dates_are_written_day_first(date: str | None, written: str):
    assert day(date) == written


@pytest.mark.parametrize(
    "text",
    [
        "Đổi hạn gửi danh sách của lớp 2",
        "Bổ sung lớp Python, data",
        "Sửa file YAML",
        "UBND thành phố: thêm hai lớp",
        unicodedata.normalize("NFD", "Dời lớp ở Đan Phượng sang tháng 6"),
    ],
)
def test_a_sentence_in_vietnamese_may_name_what_is_foreign(text: str):
    assert is_vietnamese(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "Merge main",
        "Record Hà Nội's plans, programmes, topics and figures as the press reports them",
        "Move Sở Nội vụ Hà Nội to a new file",
        "Search that understands «Tôi được cử học lớp nào?»: engine, page, box in every header, tests",
    ],
)
def test_a_sentence_in_another_language_is_not_vietnamese_for_the_names_in_it(text: str):
    assert not is_vietnamese(text)
