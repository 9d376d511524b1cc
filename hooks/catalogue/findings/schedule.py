"""The calendar (lịch): the classes and the deadlines of each month, by day, those of many weeks apart.

Days without a year stand nowhere, and what is dated by the month alone stands under its month, on no day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain
from typing import NamedTuple, TypeAlias

from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.deadlines import common_deadline
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.standing import CALLED_OFF, is_held

LONG = timedelta(days=14)
"""A class that takes longer stands on its first day, and apart in the months that it goes on in."""
MOST_MONTHS = 60
"""A class that goes on in more months is a slip or no class: it stands in so many."""
YearMonth: TypeAlias = tuple[int, int]
"""A year and a month, from 1 to 12."""


class HappeningKind(StrEnum):
    """What happens: a class begins, or a programme none of whose classes tells when; or names are due."""

    START = "start"
    DEADLINE = "deadline"


class Happening(NamedTuple):
    """Something that happens: of which programme, of which of its classes if of one, from when till when."""

    kind: HappeningKind
    program: Program
    held: Class | None
    when: Date
    end: Date | None

    @property
    def is_called_off(self) -> bool:
        """Whether its class was put off or cancelled."""
        return self.held is not None and self.held.state in CALLED_OFF


class Month(NamedTuple):
    """A month: what happens on each of its days, what happens on none in particular, what goes on in it."""

    days: Mapping[int, Sequence[Happening]]
    undated: Sequence[Happening]
    going_on: Sequence[Happening]

    @property
    def happenings(self) -> Iterator[Happening]:
        """What begins or is due in it."""
        return chain(*self.days.values(), self.undated)

    @property
    def total(self) -> int:
        """How many things begin or are due in it."""
        return sum(len(events) for events in self.days.values()) + len(self.undated)


def months(catalogue: Catalogue) -> Mapping[YearMonth, Month]:
    """The months in which something is known to happen, in their order."""
    days: dict[YearMonth, dict[int, list[Happening]]] = defaultdict(lambda: defaultdict(list))
    undated: dict[YearMonth, list[Happening]] = defaultdict(list)
    going_on: dict[YearMonth, list[Happening]] = defaultdict(list)
    for event in catalogue.once(events):
        when = event.when
        if when.year and when.month:
            month = when.year, when.month
            (days[month][when.day] if when.day else undated[month]).append(event)
            for later in months_after(event):
                going_on[later].append(event)
    found = sorted(days.keys() | undated.keys() | going_on.keys())
    return {
        month: Month(dict(sorted(days[month].items())), undated[month], going_on[month]) for month in found
    }


def events(catalogue: Catalogue) -> list[Happening]:
    """Everything that happens, programmes in dictionary order; drafts are left out."""
    programs = catalogue.sorted(catalogue.programs.values())
    return [event for program in programs if not program.is_draft for event in of_program(program)]


def of_program(program: Program) -> Iterator[Happening]:
    """What happens in a programme: its classes and deadlines; its own period where no class tells when."""
    for each in program.classes:
        if each.start:
            yield Happening(HappeningKind.START, program, each, each.start, each.end)
        if each.deadline:
            yield Happening(HappeningKind.DEADLINE, program, each, each.deadline, None)
    start = own_start(program)
    if start and program.period:
        yield Happening(HappeningKind.START, program, None, start, program.period.end)
    common = common_deadline(program)
    if common and {each.deadline for each in program.classes} != {common.date}:
        yield Happening(HappeningKind.DEADLINE, program, None, common.date, None)


def own_start(program: Program) -> Date | None:
    """When a programme begins as it says itself; None where a class says in which month, or none is held.

    Which of its classes would begin on the first day of its period, it does not say: it is in that month.
    """
    start = program.period.start if program.period else None
    if not start or not start.month or not is_held(program) or any(map(is_in_a_month, program.classes)):
        return None
    return Date(start.year, start.month) if program.classes else start


def is_in_a_month(each: Class) -> bool:
    """Whether the month is known in which a class begins."""
    return bool(each.start and each.start.year and each.start.month)


def months_after(event: Happening) -> list[YearMonth]:
    """The months behind its first in which something that takes weeks goes on, unless it is called off."""
    if event.is_called_off:
        return []
    first, last = event.when.latest, event.end.earliest if event.end else None
    if not first or not last or last - first <= LONG:
        return []
    return list(between((first.year, first.month), last))[:MOST_MONTHS]


def between(first: YearMonth, last: date) -> Iterator[YearMonth]:
    """The months behind one, up to that of a day."""
    year, month = first
    while (year, month) < (last.year, last.month):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        yield year, month
