"""Reading: the bytes of one file into plain values, and the line of every value on demand.

The one place that knows YAML. Plain scalars arrive as written (`no`, `0123`, `12:30`, `2026-03-01` are text), except null, true and false;
the model gives them their types. One pass over the parser's events builds the values and refuses what a record must not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import yaml

from catalogue.files.guard import LINE_BREAK, decode, hidden_characters, indenting_tabs, split_letters
from catalogue.files.syntax import (
    AFTER_QUOTE,
    COLON_EXPECTED,
    CONSTANTS,
    NO_SPACE,
    Stumble,
    follows_quote,
    stumble_of,
    unspaced_key,
)
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, excerpt, tell

DEPTH_LIMIT = 12
"""How deep values may nest: records need six, and the C parser dies of a hundred thousand."""

HARMLESS = {FaultCode.NOT_NFC, FaultCode.DUPLICATE_KEY, FaultCode.COMMENT_AFTER_TEXT}
"""What leaves a value that can be read on, so that an editor hears at once of everything else in the file."""

COMMENT_AFTER = re.compile(r" +(#[^\s#][^\r\n]*)")
"""What ends a plain value and looks like a part of it: `Xem mục #3`."""

Marks: TypeAlias = dict[tuple[Place, bool], tuple[int, int]]
"""Line and column where each value begins, by its place; under True where its key does."""


@dataclass(frozen=True)
class ParsedFile:
    """One file as read: its path as told, its text, its value (None where it has problems that leave none)."""

    path: str
    text: str
    value: object
    problems: tuple[Problem, ...]
    filled: bool = False
    """Whether it is known already that every place of the value holds something."""


def parse(path: str, content: bytes) -> ParsedFile:
    """The value that a file holds, the problems that it has, or both where the value stands in spite of them."""
    text, refused = decode(path, content)
    problems = [refused] if refused else [*hidden_characters(path, text), *indenting_tabs(path, text)]
    if problems:
        return ParsedFile(path, text, None, tuple(problems))
    problems = list(split_letters(path, text))
    value = read_value(path, text, problems)
    return ParsedFile(path, text, value if is_harmless(problems) else None, tuple(problems))


def is_harmless(problems: list[Problem]) -> bool:
    """Whether a value stands in spite of the problems."""
    return all(problem.code in HARMLESS for problem in problems)


def read_value(path: str, text: str, problems: list[Problem]) -> object:
    """The value of a text, or None and one problem more."""
    try:
        return Reader(path, problems).read(text)
    except TooDeepError:
        return None
    except yaml.YAMLError as error:
        problems.append(syntax_problem(path, text, error))
        return None


def syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """What the parser stumbled over, in an editor's words, on a line that the file has."""
    said, lines = " ".join(str(error).split()), LINE_BREAK.split(text)
    stumble, met = stumble_of(said), getattr(error, "problem_mark", None)
    if (
        met
        and "did not find expected" in said
        and follows_quote("".join(lines[met.line : met.line + 1]), met.column + 1)
    ):
        return misspelt(path, AFTER_QUOTE, (met.line + 1, met.column + 1))
    mark = getattr(error, "context_mark" if stumble.opened else "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if stumble.words in COLON_EXPECTED and (unspaced := unspaced_key(lines[:line])):
        return misspelt(path, NO_SPACE, unspaced)
    last = len(text.splitlines()) or 1
    line, column = (line, column) if line <= last else (last, 1)
    return misspelt(path, stumble, (line, column))


def misspelt(path: str, stumble: Stumble, at: tuple[int, int]) -> Problem:
    """What is written against the rules of YAML at a line and column."""
    return tell(
        path,
        (),
        FaultCode.YAML_SYNTAX,
        line=at[0],
        column=at[1],
        meaning=stumble.meaning,
        advice=stumble.advice,
    )


class TooDeepError(Exception):
    """Values nest past the limit: reading stops before the parser is in danger."""


class Reader:
    """Builds plain values from the events of one file; keeps the problems met, and where asked the mark of every value."""

    def __init__(self, path: str, problems: list[Problem], marks: Marks | None = None) -> None:
        self.path = path
        self.problems = problems
        self.marks = marks
        self.text = ""
        self.events: Iterator[yaml.Event] = iter(())

    def read(self, text: str) -> object:
        """The value of the one document of a text."""
        self.text = text
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self.nothing(FaultCode.EMPTY_FILE)
            return None
        value = self.value(next(self.events), (), 1)
        next(self.events)
        if not isinstance(after := next(self.events), yaml.StreamEndEvent):
            self.report(FaultCode.SECOND_DOCUMENT, after)
        if (
            isinstance(value, str)
            and is_harmless(self.problems)
            and (unspaced := unspaced_key(LINE_BREAK.split(text.rstrip())))
        ):
            self.problems.append(misspelt(self.path, NO_SPACE, unspaced))
        if not isinstance(value, dict):
            self.nothing(FaultCode.EMPTY_FILE if value is None else FaultCode.NOT_A_RECORD)
        return value

    def nothing(self, code: FaultCode) -> None:
        """Keep the problem of a file that holds no record, unless another has explained that."""
        if is_harmless(self.problems):
            self.problems.append(tell(self.path, (), code, line=1, column=1))

    def value(self, event: yaml.Event, place: Place, depth: int) -> object:
        """The value that begins with an event."""
        self.mark(event, place)
        if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            self.report(FaultCode.ALIAS, event)
            return None
        self.refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_escapes(event)
            self.doubt_comment(event)
            return CONSTANTS.get(event.value, event.value) if event.implicit[0] else event.value
        if depth > DEPTH_LIMIT:
            self.report(FaultCode.TOO_DEEP, event)
            raise TooDeepError
        return (
            self.mapping(place, depth)
            if isinstance(event, yaml.MappingStartEvent)
            else self.sequence(place, depth)
        )

    def sequence(self, place: Place, depth: int) -> list[object]:
        """The items up to the end of a sequence."""
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*place, len(items)), depth + 1))
        return items

    def mapping(self, place: Place, depth: int) -> dict[str, object]:
        """The values by key up to the end of a mapping."""
        values: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, place, depth)
            if key in values and key:
                self.report(FaultCode.DUPLICATE_KEY, event, key)
            self.mark(event, (*place, key), at_key=True)
            values[key] = self.value(next(self.events), (*place, key), depth + 1)
        return values

    def key(self, event: yaml.Event, place: Place, depth: int) -> str:
        """The key that an event is; one that is no plain word is told and stands as an empty one."""
        if isinstance(event, yaml.ScalarEvent) and event.value:
            self.refuse_properties(event)
            self.refuse_escapes(event)
            if event.value == "<<":
                self.report(FaultCode.MERGE_KEY, event)
            return str(event.value)
        self.value(event, place, depth + 1)
        if not isinstance(event, yaml.AliasEvent):
            self.report(FaultCode.BAD_KEY, event)
        return ""

    def refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """No value has a name to be called by, nor a type of its own."""
        if event.anchor is not None:
            self.report(FaultCode.ALIAS, event)
        if event.tag is not None:
            self.report(FaultCode.TAG, event)

    def refuse_escapes(self, event: yaml.ScalarEvent) -> None:
        """What double quotes bring in by its number is held to the same as what stands there plainly."""
        start, end = event.start_mark, event.end_mark
        if event.style == '"' and start and end and "\\" in self.text[start.index : end.index]:
            found = [*hidden_characters(self.path, event.value), *split_letters(self.path, event.value)]
            self.problems += [
                replace(problem, line=start.line + 1, column=start.column + 1) for problem in found
            ]

    def doubt_comment(self, event: yaml.ScalarEvent) -> None:
        """A sharp sign right before a word, behind a plain value, is rather a part of it than a comment."""
        end = event.end_mark
        if event.style in {None, ""} and end and (found := COMMENT_AFTER.match(self.text, end.index)):
            column = end.column + 1 + found.start(1) - end.index
            self.problems.append(
                tell(
                    self.path,
                    (),
                    FaultCode.COMMENT_AFTER_TEXT,
                    line=end.line + 1,
                    column=column,
                    comment=excerpt(found[1].rstrip()),
                )
            )

    def mark(self, event: yaml.Event, place: Place, *, at_key: bool = False) -> None:
        """Keep where a value or its key begins, where asked."""
        if self.marks is not None:
            self.marks[place, at_key] = start_of(event)

    def report(self, code: FaultCode, event: yaml.Event, key: str = "") -> None:
        """Keep a problem at the place of an event."""
        line, column = start_of(event)
        self.problems.append(
            tell(self.path, (), code, line=line, column=column, key=excerpt(key), limit=DEPTH_LIMIT)
        )


def start_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 1, where an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def locate(parsed: ParsedFile, problems: list[Problem]) -> Iterator[Problem]:
    """The problems of one parsed file with line and column worked out from their places."""
    marks: Marks = {}
    Reader(parsed.path, [], marks).read(parsed.text)
    for problem in problems:
        line, column = nearest_mark(marks, problem)
        yield replace(problem, line=line, column=column)


def nearest_mark(marks: Marks, problem: Problem) -> tuple[int, int]:
    """Where a problem stands in the text: at the key where that is meant, else at the value, else at what holds it."""
    place = problem.place
    if problem.at_key and (place, True) in marks:
        return marks[place, True]
    while place and (place, False) not in marks:
        place = place[:-1]
    return marks[place, False]
