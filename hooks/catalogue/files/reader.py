"""Plain values from the events of YAML's parser, without what a record must not hold.

Plain scalars arrive as written (`no`, `0123`, `12:30` and `2026-03-01` are text), except null, true and
false; the model gives them their types.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

import yaml

from catalogue.files.guard import (
    LINE_BREAK,
    LINES_LIMIT,
    LineColumn,
    hidden_characters,
    line_and_column,
    split_letters,
)
from catalogue.files.letters import mend_letters
from catalogue.files.odd_signs import mend_signs, sign_at, unquoted
from catalogue.files.syntax import (
    CONSTANTS,
    NO_SPACE,
    SWALLOWED_ITEM,
    Stop,
    misspelt,
    syntax_problem,
    unspaced_key,
)
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, excerpt, tell, tell_of_file

DEPTH_LIMIT = 12
"""How deep values may nest. Records need six levels; a hundred thousand crash the parser."""

HARMLESS = {
    FaultCode.NOT_NFC,
    FaultCode.DUPLICATE_KEY,
    FaultCode.MISSING_DASH,
    FaultCode.COMMENT_AFTER_TEXT,
    FaultCode.FOREIGN_LETTER,
    FaultCode.PRIVATE_CHARACTER,
    FaultCode.WRONG_ENCODING,
    FaultCode.ODD_CHARACTER,
}
"""Faults that leave a value to be checked further, so that an editor hears of everything at once."""

COMMENT_AFTER = re.compile(r" +(#[^\s#][^\r\n]*)")
"""A comment behind a plain value that looks like a part of it: `Xem mục #3`."""

PASTED = 3
"""How many keys stand twice, at least, in a file into which a second record was pasted."""
ITEM_BELOW = re.compile(r"[\r\n] *(?P<item>- )")
"""An item on a line below the first of a value without quotes."""
PLAIN = {None, ""}
"""The style of a value without quotes."""
Marks: TypeAlias = dict[tuple[Place, bool], LineColumn]
"""Where each value begins, by its place; with True instead of False where its key begins."""


class TooDeepError(Exception):
    """Values nest past the limit: reading stops before the parser is in danger."""


class Read(NamedTuple):
    """What came of a text: the text as it is meant, its value, the problems met in it.

    The value is None if one of the problems is not harmless.
    """

    text: str
    value: object
    problems: list[Problem]


def read_value(path: str, text: str) -> Read:
    """The value of a text and the problems met in it.

    Where the parser stumbles, odd signs are the first suspects: the text is read again with usual ones.
    """
    read, stop = read_once(path, text)
    if stop is None:
        return read
    mended, odd = mend_signs(path, text)
    again, next_stop = read_once(path, mended) if odd else (read, stop)
    if not odd or next_stop == stop:
        read.problems.append(syntax_problem(path, text, stop))
        return read._replace(value=None)
    if next_stop:
        again.problems.append(syntax_problem(path, mended, next_stop))
    problems = [*odd[:LINES_LIMIT], *again.problems]
    return Read(mended, again.value if is_harmless(problems) else None, problems)


def read_once(path: str, text: str) -> tuple[Read, Stop | None]:
    """The value of a text and the problems met in it; and what the parser says if it gives up."""
    reader = Reader(path)
    value: object = None
    stop = None
    try:
        value = reader.read(text)
    except yaml.YAMLError as error:
        stop = stop_of(error)
    except TooDeepError:
        pass  # which the reader has told
    return Read(text, value if is_harmless(reader.problems) else None, reader.problems), stop


def is_harmless(problems: list[Problem]) -> bool:
    """Whether the problems leave a value to be checked further."""
    return all(problem.code in HARMLESS for problem in problems)


def read_marks(text: str) -> Marks:
    """Where each value and each key of a text begins. The text is one that was read before."""
    marks: Marks = {}
    Reader("", marks).read(text)
    return marks


class Reader:
    """Builds the value of one file from its events, and keeps the problems met and, if asked, the marks."""

    def __init__(self, path: str, marks: Marks | None = None) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.told: Counter[FaultCode] = Counter()
        self.marks = marks
        self.text = ""
        self.events: Iterator[yaml.Event] = iter(())

    def read(self, text: str) -> object:
        """The value of the one document of a text, None if there is none.

        A text that is no YAML is a YAMLError, one that nests too deep a TooDeepError.
        """
        self.text = text
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self.report_no_record(None)
            return None
        value = self.value(next(self.events), (), 1)
        next(self.events)
        if not isinstance(after := next(self.events), yaml.StreamEndEvent):
            self.report(FaultCode.SECOND_DOCUMENT, after)
        if not isinstance(value, dict):
            self.report_no_record(value)
        return value

    def report_no_record(self, value: object) -> None:
        """Keep the problem of a file that holds no mapping, unless another problem explains that."""
        if not is_harmless(self.problems):
            return
        lines = LINE_BREAK.split(self.text.rstrip())
        if isinstance(value, str) and (colon := unspaced_key(lines)):
            self.keep(misspelt(self.path, NO_SPACE, colon))
        else:
            code = FaultCode.EMPTY_FILE if value is None else FaultCode.NOT_A_RECORD
            self.keep(tell_of_file(self.path, code))

    def value(self, event: yaml.Event, place: Place, depth: int) -> object:
        """The value that begins with an event."""
        self.mark(event, place)
        if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            self.report(FaultCode.ALIAS, event)
            return None
        self.refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if depth > DEPTH_LIMIT:
            self.report(FaultCode.TOO_DEEP, event)
            raise TooDeepError
        read_on = self.mapping if isinstance(event, yaml.MappingStartEvent) else self.sequence
        return read_on(place, depth)

    def scalar(self, event: yaml.ScalarEvent) -> object:
        """A text as written, or a constant where it stands without quotes."""
        self.refuse_escapes(event)
        self.refuse_swallowed_item(event)
        self.doubt_comment(event)
        if event.style in PLAIN and (inner := unquoted(event.value)) is not None:
            self.refuse_quotes(event)
            return inner
        return CONSTANTS.get(event.value, event.value) if event.implicit[0] else event.value

    def sequence(self, place: Place, depth: int) -> list[object]:
        """The items up to the end of a sequence."""
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*place, len(items)), depth + 1))
        return items

    def mapping(self, place: Place, depth: int) -> dict[str, object]:
        """The values by key up to the end of a mapping; of a key that stands twice the last value."""
        values: dict[str, object] = {}
        keys: list[tuple[str, yaml.Event]] = []
        repeated: list[tuple[str, yaml.Event]] = []
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, place, depth)
            (repeated if key in values and key else keys).append((key, event))
            self.mark(event, (*place, key), at_key=True)
            values[key] = self.value(next(self.events), (*place, key), depth + 1)
        if repeated:
            self.report_repeated(keys, repeated, place)
        return values

    def report_repeated(
        self, keys: list[tuple[str, yaml.Event]], repeated: list[tuple[str, yaml.Event]], place: Place
    ) -> None:
        """Keep the problems of keys that stand twice; one where an item or a record begins anew with them."""
        (opening, begin), (first, again) = keys[0], repeated[0]
        is_item = bool(place) and isinstance(place[-1], int) and start_of(again)[0] > start_of(begin)[0]
        if is_item and (len(repeated) > 1 or first == opening):
            self.report(FaultCode.MISSING_DASH, again, first, str(place[-2]))
            return
        if not place and first == opening and len(repeated) >= PASTED:
            self.report(FaultCode.SECOND_DOCUMENT, again)
            return
        for key, event in repeated:
            self.report(FaultCode.DUPLICATE_KEY, event, key)

    def key(self, event: yaml.Event, place: Place, depth: int) -> str:
        """The key that an event is; a problem and an empty text where it is no text."""
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
        """Keep the problem of an anchor (`&a`) and of a tag (`!a`)."""
        if event.anchor is not None:
            self.report(FaultCode.ALIAS, event)
        if event.tag is not None:
            self.report(FaultCode.TAG, event)

    def refuse_escapes(self, event: yaml.ScalarEvent) -> None:
        """Keep the problems of the characters that an escape in double quotes brings past the guard."""
        start, end = event.start_mark, event.end_mark
        if event.style == '"' and start and end and "\\" in self.text[start.index : end.index]:
            value = event.value
            found = [*hidden_characters(self.path, value), *split_letters(self.path, value)]
            found += mend_letters(self.path, value)[1]
            line, column = start_of(event)
            for problem in found:
                self.keep(replace(problem, line=line, column=column))

    def refuse_swallowed_item(self, event: yaml.ScalarEvent) -> None:
        """Keep the problem of an item indented too far: the parser takes it for text of the line above."""
        start, end = event.start_mark, event.end_mark
        if event.style in PLAIN and "- " in event.value and start and end:
            written = self.text[start.index : end.index]
            if found := ITEM_BELOW.search(written):
                line, column = line_and_column(written, found.start("item"))
                self.keep(misspelt(self.path, SWALLOWED_ITEM, (start.line + line, column)))

    def refuse_quotes(self, event: yaml.ScalarEvent) -> None:
        """Keep the problem of the curved quotes around a value."""
        line, column = start_of(event)
        self.keep(sign_at(self.path, line, " " * (column - 1) + event.value, column - 1))

    def doubt_comment(self, event: yaml.ScalarEvent) -> None:
        """Keep the problem of a comment that is rather meant as a part of the value before it."""
        end = event.end_mark
        if event.style in PLAIN and end and (found := COMMENT_AFTER.match(self.text, end.index)):
            line, column = end.line + 1, end.column + 1 + found.start(1) - end.index
            comment, code = excerpt(found[1].rstrip()), FaultCode.COMMENT_AFTER_TEXT
            self.keep(tell(self.path, (), code, line=line, column=column, comment=comment))

    def mark(self, event: yaml.Event, place: Place, *, at_key: bool = False) -> None:
        """Keep where a value or its key begins, if asked."""
        if self.marks is not None:
            self.marks[place, at_key] = start_of(event)

    def report(self, code: FaultCode, event: yaml.Event, key: str = "", of: str = "") -> None:
        """Keep a problem where an event begins."""
        line, column = start_of(event)
        key = excerpt(key)
        self.keep(tell(self.path, (), code, line=line, column=column, key=key, of=of, limit=DEPTH_LIMIT))

    def keep(self, problem: Problem) -> None:
        """Keep a problem; of each fault the first `LINES_LIMIT` are enough."""
        self.told[problem.code] += 1
        if self.told[problem.code] <= LINES_LIMIT:
            self.problems.append(problem)


def start_of(event: yaml.Event) -> LineColumn:
    """Where an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def stop_of(error: yaml.YAMLError) -> Stop:
    """What the parser says when it gives up, on one line."""
    marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    met, began = ((mark.line + 1, mark.column + 1) if mark else None for mark in marks)
    return Stop(" ".join(str(error).split()), met, began)
