"""The guard lets every ordinary text through, and tells where another holds what nobody can see."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.files.guard import (
    LINES_LIMIT,
    SIZE_LIMIT,
    decode,
    hidden_characters,
    indenting_tabs,
    is_clean,
    line_and_column,
    split_letters,
)

TITLE = "title: Kinh tế xanh\n"
LINE_ENDS = ["\n", "\r\n", "\r"]
each_line_end = pytest.mark.parametrize("end", LINE_ENDS, ids=["LF", "CRLF", "CR"])
OTHER_ENCODINGS = {
    "UTF-8 with a mark": (TITLE.encode("utf-8-sig"), "1:1 byte-order-mark"),
    "the mark alone": (b"\xef\xbb\xbf", "1:1 byte-order-mark"),
    "UTF-16": (b"\xff\xfe" + TITLE.encode("utf-16-le"), "1:1 byte-order-mark"),
    "UTF-16, big end first": (b"\xfe\xff" + TITLE.encode("utf-16-be"), "1:1 byte-order-mark"),
    "UTF-32": (b"\xff\xfe\0\0" + TITLE.encode("utf-32-le"), "1:1 byte-order-mark"),
    "UTF-32, big end first": (b"\0\0\xfe\xff" + TITLE.encode("utf-32-be"), "1:3 not-utf8"),
    "UTF-16 without a mark": (TITLE.encode("utf-16-le"), "1:27 not-utf8"),
    "Latin 1": (b"title: \xe9\n", "1:8 not-utf8"),
    "Latin 1 behind LF": (b"title: a\nnote: \xff", "2:7 not-utf8"),
    "Latin 1 behind CRLF": (b"title: a\r\nnote: \xff", "2:7 not-utf8"),
    "Latin 1 behind CR": (b"title: a\rnote: \xff", "2:7 not-utf8"),
    "Latin 1 behind letters of two bytes": ("đào tạo ".encode() + b"\xff", "1:9 not-utf8"),
    "a letter cut off": ("title: ế".encode()[:-1], "1:8 not-utf8"),
    "NUL in two bytes": (b"a: \xc0\x80", "1:4 not-utf8"),
    "a surrogate": (b"a: \xed\xa0\x80", "1:4 not-utf8"),
    "past the last plane": (b"a: \xf4\x90\x80\x80", "1:4 not-utf8"),
}
"""The bytes of a file that is not plain UTF-8, and what it is refused with."""
SPLIT_LETTERS = {
    "nothing": ("", []),
    "NFC": ("Đào tạo", []),
    "a mark apart": ("e\u0301", [(1, 1)]),
    "in a word": ("title: đa\u0300o", [(1, 9)]),
    "two marks, one apart": ("title: \u1ea1\u0302", [(1, 8)]),
    "two marks apart": ("a\u0323\u0302", [(1, 1)]),
    "the first of many": ("title: a\nnote: e\u0301, e\u0301\ne\u0301", [(2, 7)]),
    "behind CRLF": ("title: a\r\nnote: e\u0301", [(2, 7)]),
    "behind CR": ("title: a\rnote: e\u0301", [(2, 7)]),
    "a sign that is a letter": ("\u212b", [(1, 1)]),
    "a letter that has no form with its mark": ("b\u0301", []),
    "a mark alone": ("\u0301", []),
    "a letter that NFC takes apart": ("\u0958", [(1, 1)]),
}
"""A text, and the line and column of its first letter whose mark stands apart."""
any_text = st.text(
    st.sampled_from("ab \t\n\r-:e\u0301\u0323é\x00\x85\u200b\u2028\ufeff\ufffd\U0001fffe\U0001f600")
    | st.characters(codec="utf-8"),
    max_size=30,
)


def refusal(content: bytes, limit: int = SIZE_LIMIT) -> str:
    """What `decode` refuses a file with, as `line:column code`; nothing where it gives the text."""
    text, problem = decode("a.yml", content, limit)
    assert (problem is None) or not text
    return f"{problem.line}:{problem.column} {problem.code}" if problem else ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        TITLE,
        "\r",
        "\n",
        TITLE.replace("\n", "\r\n"),
        "Tiếng Việt, €, 文, 😀",
        "a\u0301",
        "a\u0000b",
        "a\ufeffb",
    ],
)
def test_utf_8_is_given_as_text_whatever_it_says(text: str):
    assert decode("a.yml", text.encode()) == (text, None)


@pytest.mark.parametrize(("content", "refused"), OTHER_ENCODINGS.values(), ids=OTHER_ENCODINGS.keys())
def test_other_encodings_are_refused_where_they_begin(content: bytes, refused: str):
    assert refusal(content) == refused


def test_the_size_limit_is_the_largest_size_and_goes_before_all_else():
    assert refusal(b"a" * SIZE_LIMIT) == ""
    assert refusal(b"a" * (SIZE_LIMIT + 1)) == "1:1 too-large"
    assert refusal(b"\xff" * (SIZE_LIMIT + 1)) == "1:1 too-large"
    assert refusal(b"aaaa", limit=4) == ""
    assert refusal(b"aaaaa", limit=4) == "1:1 too-large"


def hidden(text: str) -> list[tuple[int, int, str]]:
    """Line, column and code point of each hidden character that is told."""
    problems = list(hidden_characters("a.yml", text))
    assert {problem.code for problem in problems} <= {"invisible-character"}
    return [(p.line, p.column, p.message.partition("(")[2].partition(")")[0]) for p in problems]


@pytest.mark.parametrize(
    "code",
    [
        0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xAD, 0x34F, 0x61C, 0x180E, 0x200B,
        0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x206F,
        0xFEFF, 0xFFF9, 0xFFFC, 0xFFFD, 0xFDD0, 0xFDEF, 0xE0000, 0xE0001, 0xE007F,
    ],
)  # fmt: skip
def test_a_character_that_nobody_sees_is_told_by_its_code_point(code: int):
    assert hidden(f"title: L{chr(code)}A") == [(1, 9, f"U+{code:04X}")]
    assert not is_clean(f"title: L{chr(code)}A")


def test_the_codes_at_the_end_of_every_plane_are_no_characters():
    for plane in range(17):
        for code in (plane << 16 | 0xFFFE, plane << 16 | 0xFFFF):
            assert hidden(f"a\n{chr(code)}") == [(2, 1, f"U+{code:04X}")]


@pytest.mark.parametrize(
    "code",
    [0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2010, 0x2027, 0x202F, 0x2070, 0xFDCF, 0xFDF0, 0xFFF8, 0x1F600, 0xE0080],
)
def test_the_neighbours_of_hidden_characters_are_let_through(code: int):
    assert hidden(f"a{chr(code)}b") == []


@each_line_end
def test_only_the_first_hidden_character_of_a_line_is_told(end: str):
    assert hidden(f"a\x00\x00{end}b{end}\x07c\x00{end}") == [(1, 2, "U+0000"), (3, 1, "U+0007")]


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c"])
def test_what_python_takes_for_a_line_break_ends_no_line(separator: str):
    code = f"U+{ord(separator):04X}"
    assert hidden(f"a{separator}b{separator}\nc{separator}") == [(1, 2, code), (2, 2, code)]


@pytest.mark.parametrize("count", [LINES_LIMIT - 1, LINES_LIMIT, LINES_LIMIT + 1, 10 * LINES_LIMIT])
def test_no_more_lines_are_told_than_the_limit(count: int):
    told = min(count, LINES_LIMIT)
    assert [line for line, _, _ in hidden("a\x00\n" * count)] == list(range(1, told + 1))
    assert [problem.line for problem in indenting_tabs("a.yml", "\tb\n" * count)] == list(range(1, told + 1))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\ttitle: a", [(1, 1)]),
        ("title: a\n\tnote: b", [(2, 1)]),
        ("  \tnote: b", [(1, 3)]),
        ("\t\tnote: b", [(1, 1)]),
        ("- \tnote: b", [(1, 3)]),
        ("-\tnote: b", [(1, 2)]),
        ("  - - \tb", [(1, 7)]),
        ("\t", [(1, 1)]),
        ("\t# ghi chú", [(1, 1)]),
        ("note: |\n  a\n\tb", [(3, 1)]),
        ("note: 'a\n\tb'", [(2, 1)]),
        ("title:\ta", []),
        ("title: a\tb", []),
        ("title: a\t", []),
        ("title\t: a", []),
        ("title: a\t# ghi chú", []),
        ("?\ta", []),
        ("a\n\n", []),
    ],
)  # fmt: skip
def test_a_tab_is_told_only_where_it_indents(text: str, told: list[tuple[int, int]]):
    problems = list(indenting_tabs("a.yml", text))
    assert [(problem.line, problem.column) for problem in problems] == told
    assert {problem.code for problem in problems} <= {"tab"}


@each_line_end
def test_tabs_are_told_line_by_line(end: str):
    problems = indenting_tabs("a.yml", f"a:{end}\t- b{end}  \t- c{end}")
    assert [(problem.line, problem.column) for problem in problems] == [(2, 1), (3, 3)]


@pytest.mark.parametrize(("text", "told"), SPLIT_LETTERS.values(), ids=SPLIT_LETTERS.keys())
def test_the_first_letter_whose_mark_stands_apart_is_told(text: str, told: list[tuple[int, int]]):
    problems = list(split_letters("a.yml", text))
    assert [(problem.line, problem.column) for problem in problems] == told
    assert {problem.code for problem in problems} <= {"not-nfc"}


@pytest.mark.parametrize(
    ("text", "index", "found"),
    [
        ("", 0, (1, 1)),
        ("abc", 2, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\n\r\nb", 4, (3, 1)),
        ("a\x85b", 2, (1, 3)),
        ("đào 😀", 5, (1, 6)),
    ],
)
def test_lines_and_columns_count_from_one(text: str, index: int, found: tuple[int, int]):
    assert line_and_column(text, index) == found


@given(any_text)
def test_a_clean_text_has_nothing_to_tell(text: str):
    problems = [
        *hidden_characters("a.yml", text),
        *indenting_tabs("a.yml", text),
        *split_letters("a.yml", text),
    ]
    assert not (is_clean(text) and problems)


@given(any_text)
def test_split_letters_are_told_exactly_where_a_text_is_not_nfc(text: str):
    problems = list(split_letters("a.yml", text))
    assert bool(problems) == (unicodedata.normalize("NFC", text) != text)
    for problem in problems:
        assert 1 <= problem.line <= 1 + text.count("\n") + text.count("\r")
