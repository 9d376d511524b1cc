"""Every mistake in the syntax is told in words of its own, where an editor has to look."""

from __future__ import annotations

import pytest
import yaml

from catalogue.files.any_file import parse
from catalogue.files.syntax import (
    AFTER_QUOTE,
    NO_SPACE,
    STUMBLES,
    UNKNOWN_STUMBLE,
    Stop,
    Stumble,
    stumble_of,
    syntax_problem,
    unspaced_key,
)
from catalogue.problems.problem import Problem

REACHED = [
    ("mapping values are not allowed", "title: a \"b' c: d", (1, 15)),
    ("mapping keys are not allowed", "note: ? chưa rõ", (1, 7)),
    ("found unexpected ':'", "venue: {place:, note: a}", (1, 14)),
    ("found unexpected end of stream", "title: a\nnote: 'b", (2, 7)),
    ("found unexpected end of stream", 'title: "', (1, 8)),
    ("found unexpected document indicator", "title: 'a\n---\n", (1, 8)),
    ("could not find expected ':'", "title: a\nghi chú\nhours: 4", (2, 1)),
    ("could not find expected ':'", "title: a\nghi chú\n", (2, 1)),
    ("did not find expected ',' or ']'", "topics: [a\nhours: 4", (1, 9)),
    ("did not find expected ',' or '}'", "venue: {place: a\nhours: 4", (1, 8)),
    ("did not find expected node content", "topics: [, a]", (1, 10)),
    ("did not find expected node content", "title: ] a", (1, 8)),
    ("block sequence entries are not allowed", "topics: - a", (1, 9)),
    ("did not find expected '-' indicator", "topics:\n  - a\n  b: c", (3, 3)),
    ("did not find expected key", "title: a\n- b", (2, 1)),
    ("did not find expected key", "title: |\n\n   a\n b", (4, 2)),
    ("while scanning a block scalar", "note: |a", (1, 8)),
    ("while scanning a block scalar", "note: >0\n a", (1, 8)),
    ("while parsing a quoted scalar", 'note: "C:\\giáo"', (1, 10)),
    ("while parsing a quoted scalar", 'note: "\\ud800"', (1, 10)),
    ("while parsing a quoted scalar", 'note: "\\U00110000"', (1, 10)),
    ("directive", "title: a\n%b", (2, 3)),
    ("directive", "%YAML 1.1\n%YAML 1.1\n---\ntitle: a", (2, 1)),
    ("incompatible YAML document", "%YAML 3.0\n---\ntitle: a", (1, 1)),
    ("found character that cannot start any token", "mail: @a", (1, 7)),
    ("found character that cannot start any token", "note: `a`", (1, 7)),
    ("while scanning an a", "note: & a", (1, 8)),
    ("while scanning an a", "note: **a**", (1, 8)),
    (" a tag", "note: !<a", (1, 10)),
    (" a tag", "note: !%zz a", (1, 8)),
    ("undefined tag handle", "note: !chu!y a", (1, 7)),
    ("did not find expected <document start>", "title: a\n...\nnote: b", (3, 1)),
]  # fmt: skip
"""The parser's words, a text that makes it say them, and the line and column that an editor is sent to."""


def only_problem(text: str) -> Problem:
    """The one problem of a text."""
    (problem,) = parse("topics/a.yml", text.encode()).problems
    return problem


def parser_words(text: str) -> str:
    """What the parser says of a text that it cannot read."""
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    return " ".join(str(caught.value).split())


def is_told(problem: Problem, stumble: Stumble, at: tuple[int, int]) -> bool:
    """Whether a problem tells a stumble at a line and column."""
    place = (problem.code, problem.line, problem.column)
    words = (problem.message, problem.remedy)
    return place == ("yaml-syntax", *at) and words == (f"{stumble.meaning}.", stumble.advice)


@pytest.mark.parametrize(("words", "text", "at"), REACHED)
def test_a_stumble_is_told_in_its_words(words: str, text: str, at: tuple[int, int]):
    stumble = stumble_of(parser_words(text))
    assert stumble.words == words
    assert is_told(only_problem(text), stumble, at)


def test_every_stumble_is_reached_by_a_real_text():
    assert {words for words, _, _ in REACHED} == {stumble.words for stumble in STUMBLES}
    assert len({stumble.words for stumble in STUMBLES}) == len(STUMBLES)


def test_words_that_no_version_of_the_parser_has_said_yet_are_told_too():
    assert stumble_of("found something new") is UNKNOWN_STUMBLE
    problem = syntax_problem("a.yml", "title: a\n", Stop("found something new", None, None))
    assert is_told(problem, UNKNOWN_STUMBLE, (1, 1))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("title:a", (1, 7)),
        ("title:a\nnote: b", (1, 7)),
        ("title: a\nnote:b\nhours: 4", (2, 6)),
        ("title: a\nnote:b c\n", (2, 6)),
        ("classes:\n  - id:a\n    hours: 4", (2, 8)),
        ("title:Lớp\n  mở đầu\nnote: b", (1, 7)),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_colon_without_its_space_is_told_behind_the_colon(text: str, at: tuple[int, int], end: str):
    assert is_told(only_problem(text.replace("\n", end)), NO_SPACE, at)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("title: 'Lớp' A", (1, 14)),
        ('title: "Lớp" A', (1, 14)),
        ('title: "Lớp"   A', (1, 16)),
        ('topics: ["a" b]', (1, 14)),
        ('venue: {place: "a" b}', (1, 20)),
        ("title: 'a'\nnote: 'b' c", (2, 11)),
    ],
)
def test_words_behind_a_closing_quote_are_told_where_they_begin(text: str, at: tuple[int, int]):
    assert is_told(only_problem(text), AFTER_QUOTE, at)


@pytest.mark.parametrize("text", ["topics: [\n", "topics: [a,\n", "topics: [a,\r\n", "topics: [a,\r"])
def test_what_is_missing_at_the_end_is_told_on_the_last_line_that_the_file_has(text: str):
    assert (only_problem(text).line, only_problem(text).column) == (1, 1)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([], None),
        (["title: a"], None),
        (["title:a"], (1, 7)),
        (["title:"], None),
        (["https://a.example"], None),
        (["  - id:a"], (1, 8)),
        (["title:a", "b", "c"], (1, 7)),
        (["title:a", "note: b", "c"], None),
        (["title:a", "note: b"], (1, 7)),
        (["title:a", "note:", "c"], None),
        (["title:a", "note:b"], (2, 6)),
        (["Đối tượng:a"], None),
    ],
)
def test_the_key_that_the_last_line_belongs_to_is_searched_upwards(
    lines: list[str], found: tuple[int, int] | None
):
    assert unspaced_key(lines) == found
