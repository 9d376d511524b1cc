"""What is wrong with a file that another line would mend, told once and as that.

A key that was deleted makes strangers of its children, and one on the line of another stops the parser. What
is guessed from the lines is tried: where the file then reads better, that is what is wrong, and what is left
to tell is what the mended file still has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pydantic import BaseModel

from catalogue.files.any_file import parse
from catalogue.files.guard import LINE_BREAK, LINES_LIMIT
from catalogue.files.locating import locate
from catalogue.model.crowded import (
    item_without_hyphen,
    item_without_its_key,
    key_beside_hyphen,
    keys_on_one_line,
    text_not_indented,
)
from catalogue.model.outline import Repair, outline, steps
from catalogue.model.parents import (
    children_set_aside,
    item_set_aside,
    key_set_aside,
    parent_missing,
    parent_set_aside,
)
from catalogue.model.validation import validate
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell

SIZE_LIMIT = 32 * 1024
"""How many bytes a file may have for repairs to be tried in it: each try reads it again."""
TRIES, BYTES_READ = 60, 400_000
"""How many repairs are tried in a file, and how much of it is read for them, all tries together."""
SET_ASIDE = re.compile(rb"^( *)# ?[a-z_]+: *\r?\n(?: *#.*\n)*\1  +- ", re.MULTILINE)
"""A key that is a comment, above an item: the item falls to the list above, perhaps in silence."""
AHEAD = 100
"""How many lines below another are looked at to tell what it begins."""
MENDED = {
    FaultCode.YAML_SYNTAX,
    FaultCode.UNKNOWN_KEY,
    FaultCode.WRONG_TYPE,
    FaultCode.EMPTY_VALUE,
    FaultCode.DUPLICATE_KEY,
    FaultCode.MISSING_KEY,
    FaultCode.UNKNOWN_VALUE,
}
"""The faults that a repair may explain."""


class Judged(NamedTuple):
    """What a text has wrong: the line at which the parser gave up, 0 if it did not; its problems."""

    stop: int
    problems: tuple[Problem, ...]

    def is_better(self, other: Judged) -> bool:
        """Whether it has less wrong than another: it is read further, or to its end with fewer problems."""
        if not self.stop and not other.stop:
            return len(self.problems) < len(other.problems)
        return not self.stop or (other.stop != 0 and self.stop > other.stop)


def judged(model: type[BaseModel], path: str, text: str) -> Judged:
    """What a text has wrong as a file of a model."""
    parsed = parse(path, text.encode())
    if parsed.value is None:
        stops = [problem.line for problem in parsed.problems if problem.code == FaultCode.YAML_SYNTAX]
        return Judged(max(stops, default=1), parsed.problems)
    refused = validate(model, parsed)[1]
    return Judged(0, (*parsed.problems, *locate(parsed, refused)))


class Draft(NamedTuple):
    """The lines of a file with some repairs in it, each with its number in the file, or that of the next."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def with_repair(self, repair: Repair) -> Draft:
        """The draft with one repair more."""
        start, end = repair.start, repair.start + repair.removed
        last = self.numbers[min(start, len(self.numbers) - 1)]
        numbers = [self.numbers[min(start + turn, max(end - 1, start))] for turn in range(len(repair.put))]
        return Draft(
            (*self.lines[:start], *repair.put, *self.lines[end:]),
            (*self.numbers[:start], *(numbers or [last]), *self.numbers[end:]),
        )


def mended(
    model: type[BaseModel], path: str, content: bytes, problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """The problems of a file as what they come from, where a repair shows that; else as they are."""
    is_told = MENDED.intersection(problem.code for problem in problems)
    is_text = all(problem.code is not FaultCode.NOT_UTF8 for problem in problems)
    if not is_text or len(content) > SIZE_LIMIT or not (is_told or SET_ASIDE.search(content)):
        return problems
    lines = LINE_BREAK.split(content.decode())
    draft = Draft(tuple(lines), tuple(range(1, len(lines) + 1)))
    told: list[Problem] = []
    now, tries = judged(model, path, draft.text), tries_in(content)
    while len(told) < LINES_LIMIT and (found := first_better(model, path, draft, now, tries)):
        repair, now = found
        told.append(problem_of(path, draft, repair))
        draft = draft.with_repair(repair)
    left = (replace(each, line=draft.numbers[each.line - 1]) for each in now.problems)
    return (*told, *left) if told else problems


def tries_in(content: bytes) -> Iterator[int]:
    """The turns of the repairs that are tried in a file: of a large one fewer."""
    return iter(range(min(TRIES, BYTES_READ // max(len(content), 1))))


def first_better(
    model: type[BaseModel], path: str, draft: Draft, now: Judged, tries: Iterator[int]
) -> tuple[Repair, Judged] | None:
    """The first repair after which a draft reads better, with what is then wrong; None for none.

    No more are tried than `tries` has left.
    """
    for repair, _ in zip(repairs(model, draft.lines), tries, strict=False):
        after = judged(model, path, draft.with_repair(repair).text)
        if after.is_better(now) or (repair.silent and not now.is_better(after)):
            return repair, after
    return None


def repairs(model: type[BaseModel], lines: Sequence[str]) -> Iterator[Repair]:
    """Every repair of a file of a model that may help, in the order of its lines, the likelier first."""
    following = list(outline(lines))
    for turn, step in enumerate(steps(model, lines), start=1):
        below = following[turn : turn + AHEAD]
        yield from keys_on_one_line(step, lines)
        yield from item_without_its_key(step, lines, below)
        yield from item_set_aside(step, lines)
        yield from parent_set_aside(step, lines)
        yield from children_set_aside(step, lines)
        yield from key_set_aside(step, lines)
        yield from item_without_hyphen(step, lines)
        yield from text_not_indented(step, lines)
        yield from key_beside_hyphen(step, lines)
        yield from parent_missing(step, below)


def problem_of(path: str, draft: Draft, repair: Repair) -> Problem:
    """What a repair shows to be wrong."""
    return tell(
        path,
        (),
        FaultCode.YAML_SYNTAX,
        line=draft.numbers[repair.line],
        column=repair.column + 1,
        meaning=repair.meaning,
        advice=repair.advice,
    )
