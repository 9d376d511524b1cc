"""The lines of a file as a person sees them: how far each is indented, which key it is, what it holds.

No YAML is needed for it, so a file that the parser gave up has an outline as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import BaseModel

from catalogue.model.shape import Shape, shapes

WRITTEN = re.compile(
    r"(?P<indent> *)(?P<hyphen>- +)?(?:(?P<key>[^\s:#'\"\[\]{}&*!|>%@`-][^\s:#]*) *:(?= |$))? *(?P<value>.*)"
)
"""A line: its indentation, the hyphen of an item, its key, its value."""
COMMENTED = re.compile(r"(?P<indent> *)# ?(?P<line>(?:- +)?[a-z_]+:(?: .*)?|- +\S.*)$")
"""A line of a template that is still set aside: what it is without its sign."""
BLOCK = re.compile(r"[|>][-+0-9]*( |$)")
"""A value that stands on the lines below."""


class Line(NamedTuple):
    """A line: the index at which it stands in the file, from 0, and what it holds.

    `column` is where its key or its value begins, `hyphen` where its hyphen stands; -1 where it has none.
    """

    at: int
    column: int
    hyphen: int
    key: str
    value: str

    @property
    def begin(self) -> int:
        """The column of the first sign in the line."""
        return self.column if self.hyphen < 0 else self.hyphen


def line_of(index: int, text: str) -> Line:
    """What stands in a line."""
    found = WRITTEN.match(text)
    if not found:
        return Line(index, 0, -1, "", text)
    start = found.start("key") if found["key"] else found.start("value")
    hyphen = found.start("hyphen") if found["hyphen"] else -1
    return Line(index, start, hyphen, found["key"] or "", found["value"].strip())


def outline(lines: Sequence[str]) -> Iterator[Line]:
    """The lines that are neither empty nor a comment nor a part of a text that stands below its key."""
    block = -1
    for index, text in enumerate(lines):
        bare = text.lstrip(" ")
        if not bare or bare.startswith("#") or (0 <= block < len(text) - len(bare)):
            continue
        line = line_of(index, text)
        block = line.begin if BLOCK.match(line.value) else -1
        yield line


def set_aside(lines: Sequence[str], index: int) -> str:
    """The line of a template that a comment holds, without its sign; empty where it holds none."""
    found = COMMENTED.match(lines[index]) if 0 <= index < len(lines) else None
    return found["indent"] + found["line"] if found else ""


@dataclass
class Depth:
    """Keys that stand in one column: the group that they belong to, those there, the last line of them."""

    column: int
    model: type[BaseModel] | None
    of_item: bool = False
    keys: set[str] = field(default_factory=set)
    last: Line | None = None

    @property
    def shape(self) -> Shape | None:
        """What may stand below the last key; None where that is not known."""
        return shapes(self.model).get(self.last.key) if self.model and self.last else None


class Step(NamedTuple):
    """A line, the levels that are open where it stands, the outermost first, and the one that it closes."""

    line: Line
    levels: tuple[Depth, ...]
    closed: Depth | None = None

    @property
    def level(self) -> Depth:
        """The level that the line stands in or below."""
        return self.levels[-1]

    @property
    def is_level(self) -> bool:
        """Whether the line goes on with the keys of the level, and does not stand below the last of them."""
        return self.line.hyphen < 0 and self.line.column == self.level.column


def steps(model: type[BaseModel], lines: Sequence[str]) -> Iterator[Step]:
    """Every line of a file of a model, with the levels above it."""
    levels = [Depth(0, model)]
    for line in outline(lines):
        closed = None
        while len(levels) > 1 and levels[-1].column > line.begin:
            closed = levels.pop()
        step = Step(line, tuple(levels), closed)
        yield step
        if not step.is_level:
            levels.append(Depth(line.column, model_below(step), of_item=line.hyphen >= 0))
        if line.key:
            levels[-1].keys.add(line.key)
            levels[-1].last = line


def model_below(step: Step) -> type[BaseModel] | None:
    """The group of fields that a line below a key begins; None where it begins none that is known."""
    shape = step.level.shape
    if shape is None or (step.level.last and step.level.last.value):
        return None
    return shape.item.model if shape.item and step.line.hyphen >= 0 else shape.model


class Repair(NamedTuple):
    """What is wrong, what to do, and where, by index; and what to put for how many lines from which on.

    It is a guess: `mending` tells those alone after which the file reads better, or as well where what is
    wrong may pass in silence.
    """

    meaning: str
    advice: str
    line: int
    column: int
    start: int
    removed: int
    put: tuple[str, ...]
    silent: bool = False
