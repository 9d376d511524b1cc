"""What may lie ahead of a reader: the days by which names are to be sent, the days on which classes begin.

Only a day whose year a source prints, and of nothing that has been called off or is over whatever the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from catalogue.findings.schedule import Happening, HappeningKind, events
from catalogue.language.vocabulary import ClassState
from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.standing import (
    CALLED_OFF,
    ClassTimes,
    ProgramTimes,
    class_times,
    program_times,
    standing_on,
    with_year,
)

BEHIND = CALLED_OFF | {ClassState.FINISHED}
"""The states of a class that nobody waits for."""


class Event(NamedTuple):
    """A day of a class, or of a whole programme, with what it says of its time."""

    day: Date
    program: Program
    of: Class | None
    times: ClassTimes


class Ahead(NamedTuple):
    """The days by which names are to be sent, the days on which something begins; the first first.

    Those of a day stand in the order of titles.
    """

    deadlines: list[Event]
    beginnings: list[Event]


class DaysKnown(NamedTuple):
    """The days of a sort that are known, gone by or not: how many, the first, the last."""

    total: int
    first: Date
    last: Date


def days_known(catalogue: Catalogue) -> Mapping[HappeningKind, DaysKnown]:
    """What is known of each sort of days, but of what is called off."""
    found: dict[HappeningKind, list[Date]] = defaultdict(list)
    for each in catalogue.once(events):
        if each.when.year and each.when.day and not each.is_called_off:
            found[each.kind].append(each.when)
    return {
        kind: DaysKnown(len(days), min(days, key=attrgetter("written")), max(days, key=attrgetter("written")))
        for kind, days in found.items()
    }


def days_ahead(catalogue: Catalogue) -> Ahead:
    """All days that may lie ahead of some reader."""
    found: dict[HappeningKind, list[Event]] = {kind: [] for kind in HappeningKind}
    for _, of_program in groupby(catalogue.once(events), key=lambda each: each.program.id):
        for kind, event in ahead(catalogue, list(of_program)):
            found[kind].append(event)
    for each in found.values():
        each.sort(key=lambda event: event.day.written)
    return Ahead(found[HappeningKind.DEADLINE], found[HappeningKind.START])


def ahead(catalogue: Catalogue, happenings: list[Happening]) -> Iterator[tuple[HappeningKind, Event]]:
    """What of the happenings of a programme may lie ahead."""
    program = happenings[0].program
    whole = program_times(catalogue, program)
    if standing_on(whole, None).over:
        return
    for each in happenings:
        times = times_of(whole, each)
        if each.when.year and each.when.day and times.state not in BEHIND:
            yield each.kind, Event(each.when, program, each.held, times)


def times_of(whole: ProgramTimes, each: Happening) -> ClassTimes:
    """What a class says of its time; a whole programme as a class would that begins with its first."""
    if each.held:
        return class_times(each.program, whole, each.held)
    if each.kind is HappeningKind.START:
        return ClassTimes(None, each.when, with_year(each.end), None, whole)
    return ClassTimes(None, first_start(each.program.classes), None, with_year(each.when), whole)


def first_start(classes: Iterable[Class]) -> Date | None:
    """The first day on which one of some classes begins, as far as it is known."""
    starts = [start for each in classes if (start := with_year(each.start))]
    return min(starts, key=lambda start: start.written, default=None)
