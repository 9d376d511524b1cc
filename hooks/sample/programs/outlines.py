"""The outlines of all programmes: their years and classes, what is part of what, what is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sample.chance import Chance
from sample.days import Calendar

CLASS_COUNTS = (1,) * 31 + (2,) * 27 + (0,) * 12 + (3,) * 14 + (4,) * 8 + (5,) * 4 + (6,) * 2 + (8, 12)
"""How many classes programmes have; each number as often as it stands here."""
SEATS = (40, 50, 60, 35, 80, 45, 100, 30, 70, 25, 120, 150, 55, 65)
CATEGORIES = (
    "fostering",
    "workshop",
    "fostering",
    "update",
    "fostering",
    "workshop",
    "fostering",
    "training",
)
WHOLES, REPEATS = 3.2, 7.0
"""In so many of a hundred cases a whole with its parts comes next, or a repetition."""


class ClassOutline(NamedTuple):
    """The seats of a class, how many learners came (0 where it was not held), and what stopped it."""

    seats: int
    attended: int
    stopped: str = ""
    """Cancelled or postponed."""


@dataclass(frozen=True)
class ProgramOutline:
    """The outline of a programme. It names others by their numbers, which are smaller than its own."""

    number: int
    category: str
    year: int | None
    before_reform: bool = False
    classes: tuple[ClassOutline, ...] = ()
    unlisted: int = 0
    """Learners of classes that are not listed."""
    parts: int = 0
    part_of: int | None = None
    perhaps_part_of: int | None = None
    repeats: int | None = None
    """The programme of the year before."""
    is_repeated: bool = False

    @property
    def class_count(self) -> int:
        """The classes planned: those listed, or one that is not."""
        return len(self.classes) or 1

    @property
    def learners(self) -> int:
        """The learners planned."""
        return sum(each.seats for each in self.classes) + self.unlisted

    @property
    def held(self) -> int:
        """The classes that were held."""
        return sum(1 for each in self.classes if each.attended)

    @property
    def attended(self) -> int:
        """The learners who came."""
        return sum(each.attended for each in self.classes)


def outlines(chance: Chance, calendar: Calendar, count: int) -> list[ProgramOutline]:
    """The outlines of so many programmes: a whole before its parts, a programme before its repetition."""
    made: list[ProgramOutline] = []
    repeatable: list[int] = []
    wholes: list[int] = []
    while len(made) < count:
        number = len(made)
        if count - number > 4 and chance.maybe("family", WHOLES):
            wholes.append(number)
            made += whole_with_parts(chance, calendar, number)
        elif repeatable and chance.maybe("again", REPEATS):
            repeated = repeatable.pop(chance.below(len(repeatable)))
            made[repeated] = replace(made[repeated], is_repeated=True)
            made.append(repetition(chance, calendar, made[repeated], number))
        else:
            made.append(standing_alone(chance, calendar, number, wholes))
            repeatable += [number] if can_be_repeated(made[-1], calendar) else []
    return made


def can_be_repeated(outline: ProgramOutline, calendar: Calendar) -> bool:
    """Whether the year after may have the same programme: its lead lasts, and its time is known and short."""
    return (
        outline.year is not None
        and outline.year < calendar.next_year
        and not outline.before_reform
        and outline.category != "training"
    )


def standing_alone(chance: Chance, calendar: Calendar, number: int, wholes: Sequence[int]) -> ProgramOutline:
    """A programme that is no part of a whole, or only perhaps; one without a year has at least one class."""
    year = (
        None
        if chance.maybe("year unknown", 4)
        else calendar.years[chance.pick((0,) * 9 + (1,) * 7 + (2,) * 4)]
    )
    outline = ProgramOutline(
        number=number,
        before_reform=year == calendar.last_year and chance.maybe("early", 45),
        perhaps_part_of=chance.pick(wholes) if wholes and chance.maybe("perhaps", 3) else None,
        category=chance.pick(CATEGORIES),
        year=year,
    )
    return with_classes(chance, calendar, outline, max(chance.pick(CLASS_COUNTS), int(year is None)))


def with_classes(chance: Chance, calendar: Calendar, outline: ProgramOutline, count: int) -> ProgramOutline:
    """A programme with so many classes; one without still has learners."""
    past = outline.year == calendar.last_year
    classes = tuple(class_outline(chance, past=past) for _ in range(count))
    return replace(outline, classes=classes, unlisted=0 if count else chance.pick(SEATS))


def class_outline(chance: Chance, *, past: bool) -> ClassOutline:
    """A class; those of the past year were held, except a few."""
    seats = chance.favourite(SEATS)
    if chance.maybe("cancelled", 1.5):
        stopped = "cancelled"
    else:
        stopped = "postponed" if chance.maybe("postponed", 1.5) else ""
    attended = seats * chance.between(72, 100) // 100 if past and not stopped else 0
    return ClassOutline(seats, attended, stopped)


def whole_with_parts(chance: Chance, calendar: Calendar, number: int) -> Iterator[ProgramOutline]:
    """A whole and its parts. The whole has their classes and learners, or more learners than they have."""
    year = calendar.years[chance.pick((0, 0, 1, 1, 2))]
    before_reform = year == calendar.last_year and chance.maybe("early family", 40)
    outline = ProgramOutline(number, "fostering", year, before_reform)
    parts = [
        with_classes(chance, calendar, replace(outline, number=part, part_of=number), chance.between(1, 4))
        for part in range(number + 1, number + 1 + chance.between(2, 4))
    ]
    classes = tuple(each for part in parts for each in part.classes)
    unlisted = 0 if chance.maybe("complete family", 60) else chance.between(1, 4) * 50
    yield replace(outline, classes=classes, parts=len(parts), unlisted=unlisted)
    yield from parts


def repetition(chance: Chance, calendar: Calendar, repeated: ProgramOutline, number: int) -> ProgramOutline:
    """The same programme in the year after."""
    year = (repeated.year or calendar.last_year) + 1
    outline = ProgramOutline(number, repeated.category, year, repeats=repeated.number)
    return with_classes(chance, calendar, outline, chance.pick(CLASS_COUNTS))
