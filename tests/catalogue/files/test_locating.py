"""A problem is found at its place in the text, or at what would hold the place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalogue.files.any_file import parse
from catalogue.files.locating import locate
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell
from tests.catalogue.files.values import values, words

TEXT = """\
# một chương trình
title: Lớp A
classes:
  - id: a
    start: 2024
  - {id: b, 'end': 2025}
topics: [x, "y"]
note: |
  Một.
  Hai.
"""


def problem_at(place: Place, *, at_key: bool = False) -> Problem:
    return tell("data/a.yml", place, FaultCode.SELF_REFERENCE, at_key=at_key)


def position(text: str, problem: Problem) -> tuple[int, int]:
    """The line and column that a problem of a text gets."""
    (located,) = locate(parse("data/a.yml", text.encode()), [problem])
    assert located.place == problem.place
    return located.line, located.column


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("place", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("title",), (2, 8), (2, 1)),
        (("classes",), (4, 3), (3, 1)),
        (("classes", 0), (4, 5), (4, 5)),
        (("classes", 0, "id"), (4, 9), (4, 5)),
        (("classes", 0, "start"), (5, 12), (5, 5)),
        (("classes", 1), (6, 5), (6, 5)),
        (("classes", 1, "end"), (6, 20), (6, 13)),
        (("topics", 1), (7, 13), (7, 13)),
        (("note",), (8, 7), (8, 1)),
        (("venue",), (2, 1), (2, 1)),
        (("classes", 0, "end"), (4, 5), (4, 5)),
        (("classes", 7, "id"), (4, 3), (4, 3)),
        (("title", "x", 0), (2, 8), (2, 8)),
    ],
)
def test_a_place_has_the_line_of_its_value_or_key_else_of_what_would_hold_it(
    place: Place, value: tuple[int, int], key: tuple[int, int], end: str
):
    text = TEXT.replace("\n", end)
    assert position(text, problem_at(place)) == value
    assert position(text, problem_at(place, at_key=True)) == key


def test_of_a_key_that_stands_twice_the_last_is_meant():
    assert position("title: a\nnote: b\ntitle: c", problem_at(("title",))) == (3, 8)


@given(
    st.dictionaries(words.filter(str.isalpha), values, min_size=1, max_size=4),
    st.booleans(),
)
def test_every_key_of_a_record_is_found_in_its_text(record: dict[str, object], flow: bool):
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, default_flow_style=flow)
    parsed = parse("data/a.yml", text.encode())
    if parsed.problems:
        return
    lines = text.splitlines()
    for key in record:
        line, column = position(text, problem_at((key,), at_key=True))
        assert lines[line - 1][column - 1 :].lstrip("'\"").startswith(key)
