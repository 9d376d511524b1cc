"""Whatever bytes come in, a value or problems come out, and what was written is what is read."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalogue.files.any_file import ParsedFile, parse
from catalogue.files.guard import LINES_LIMIT, SIZE_LIMIT
from catalogue.files.reader import DEPTH_LIMIT
from tests.catalogue.files.values import values, words

FRAGMENTS = [
    "title: a",
    "- ",
    "a:",
    "? ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "|",
    ">",
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "---",
    "...",
    "\n",
    "\n  ",
    "\t",
    ", ",
    "#",
    "\\",
    "\r",
    "\0",
    "é",
    "e\u0301",
]
anything = (
    st.binary()
    | st.text().map(str.encode)
    | st.lists(st.sampled_from(FRAGMENTS)).map(lambda pieces: "".join(pieces).encode())
)


def read(text: str) -> ParsedFile:
    return parse("topics/a.yml", text.encode())


REPEATED = {
    "an item that is swallowed": "k{0}: a\n  - b\n",
    "a key that stands twice": "a: b\n",
    "a comment behind a text": "k{0}: a #b\n",
    "an escape": 'k{0}: "\\u200b"\n',
    "curved quotes": "k{0}: “a”\n",
    "an alias": "k{0}: &a b\n",
    "a tag": "k{0}: !a b\n",
    "a merge": "<<: a\n",
    "a key that is none": "[a]: b\n",
    "odd signs": "k{0}\u00a0: “a”\n",
    "a foreign letter": "k{0}: Đà\u043e tạo\n",
    "an old encoding": "k{0}: Lôùp boài döôõng\n",
    "a tab": "k{0}:\n\t- a\n",
}
"""Lines with one slip, which a file repeats."""


@pytest.mark.parametrize("slip", REPEATED.values(), ids=REPEATED)
def test_a_slip_that_a_file_repeats_is_told_of_its_first_lines_alone(slip: str):
    problems = read("".join(slip.format(number) for number in range(3 * LINES_LIMIT))).problems
    assert problems
    assert max(Counter(problem.code for problem in problems).values()) <= LINES_LIMIT
    assert min(problem.line for problem in problems) <= 2


@given(anything)
def test_any_bytes_are_a_value_or_have_problems_that_lie_in_the_file(content: bytes):
    parsed = parse("topics/a.yml", content)
    assert parsed.problems or isinstance(parsed.value, dict)
    lines = 1 + content.count(b"\n") + content.count(b"\r")
    for problem in parsed.problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.message.strip()
        assert problem.remedy.strip()
        assert problem.message.isprintable()
        assert problem.remedy.isprintable()


@given(st.dictionaries(words, values, max_size=4), st.booleans(), st.sampled_from(["'", '"', None]))
def test_nested_values_read_back_as_they_were_written(
    value: dict[str, object], flow: bool, style: str | None
):
    text = yaml.safe_dump(
        value,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=flow,
        default_style=style if not has_constants(value) else None,
    )
    parsed = read(text)
    unreadable = {problem.code for problem in parsed.problems}
    if not unreadable:
        assert parsed.value == value
    assert unreadable <= {"not-nfc", "too-deep", "merge-key", "foreign-letter", "wrong-encoding"}


def has_constants(value: object) -> bool:
    """Whether a value holds null, true or false, which quotes would turn into text."""
    if isinstance(value, dict):
        return any(has_constants(item) for item in value.values())
    return (
        any(has_constants(item) for item in value) if isinstance(value, list) else not isinstance(value, str)
    )


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "0123",
        "0o17",
        "0x10",
        "12:30",
        "1e9",
        "1_000",
        "2026-03-01",
        "2026-03-01T10:00:00Z",
        ".inf",
        "=",
        "1.50",
    ],
)
def test_a_plain_scalar_arrives_as_written(written: str):
    assert read(f"note: {written}").value == {"note": written}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("true", True),
        ("False", False),
        ("'true'", "true"),
        ('"~"', "~"),
    ],
)
def test_only_null_true_and_false_are_constants_and_only_where_they_are_plain(written: str, value: object):
    assert read(f"note: {written}").value == {"note": value}


def test_line_breaks_of_every_sort_are_line_breaks():
    for end in ("\n", "\r\n", "\r"):
        parsed = read(end.join(["title: a", "note: b", "title: c"]))
        assert parsed.value == {"title": "c", "note": "b"}
        assert [(problem.line, problem.code) for problem in parsed.problems] == [(3, "duplicate-key")]


def test_columns_count_letters_not_bytes():
    assert [problem.column for problem in read("{đào tạo: 1, đào tạo: 2}").problems] == [14]


def test_a_file_of_the_largest_size_is_read():
    text = "note: " + "a" * (SIZE_LIMIT - 6)
    assert read(text).problems == ()
    assert [problem.code for problem in read(text + "a").problems] == ["too-large"]


@pytest.mark.parametrize(
    ("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[{a: ", "}]")]
)
def test_values_nest_to_the_limit_and_no_deeper(opening: str, closing: str):
    step = opening.count("[") + opening.count("{") or 1
    most = (DEPTH_LIMIT - 1) // step
    assert "too-deep" not in [
        problem.code for problem in read(f"a:\n  {opening * most}x{closing * most}").problems
    ]
    assert [
        problem.code for problem in read(f"a:\n  {opening * (most + 1)}x{closing * (most + 1)}").problems
    ][-1] == "too-deep"


@pytest.mark.parametrize(
    "piece",
    ["[", "{", "{a: ", "[{a: ", "- ", "? ", "- ? ", "a:\n", "- a: ", "&a [", "!!seq [", '["', "[[],", "]"],
)
def test_a_bomb_of_any_form_is_told_and_survived(piece: str):
    assert read((piece * 100_000)[:SIZE_LIMIT]).problems
