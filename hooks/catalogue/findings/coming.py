"""What may lie ahead of a reader: the days by which names are to be sent, the days on which classes begin.

Only a day whose year a source prints, and of nothing that has been called off or is over whatever the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

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


class Event(NamedTuple):
    """A day of a class, or of a whole programme, with what it says of its time."""

    day: Date
    program: Program
    of: Class | None
    times: ClassTimes


class Ahead(NamedTuple):
    """The days by which names are to be sent, the days on which classes begin; the first first.

    Those of a day stand in the order of titles. A programme has a deadline where none of its classes has one.
    """

    deadlines: list[Event]
    beginnings: list[Event]


def days_ahead(catalogue: Catalogue) -> Ahead:
    """All days that may lie ahead of some reader."""
    programs = catalogue.sorted(each for each in catalogue.programs.values() if not each.is_draft)
    found = [(program, *each) for program in programs for each in ahead(catalogue, program)]
    ends = [Event(day, *each) for each in found if (day := whole_day(each[2].deadline))]
    starts = [Event(day, *each) for each in found if each[1] and (day := whole_day(each[2].start))]
    return Ahead(sorted(ends, key=written_day), sorted(starts, key=written_day))


def whole_day(written: Date | None) -> Date | None:
    """A date that is a day."""
    return written if written and written.day else None


def written_day(event: Event) -> str:
    """What days are sorted by."""
    return event.day.written


def ahead(catalogue: Catalogue, program: Program) -> Iterator[tuple[Class | None, ClassTimes]]:
    """The classes of a programme that may lie ahead; the programme as a whole for its own deadline."""
    dated = [each for each in program.classes if each.deadline or each.start]
    own = program.nomination.deadline if program.nomination else None
    if not dated and not own:
        return
    whole = program_times(catalogue, program)
    if standing_on(whole, None).over:
        return
    for each in dated:
        times = class_times(whole, each)
        if times.state not in CALLED_OFF | {ClassState.FINISHED}:
            yield each, times
    if own and not any(each.deadline for each in program.classes):
        yield None, whole_times(whole, own, program.classes)


def whole_times(whole: ProgramTimes, deadline: Date, classes: Iterable[Class]) -> ClassTimes:
    """What a programme says of the time of its nomination, as a class would that begins with its first."""
    starts = [start for each in classes if (start := with_year(each.start))]
    first = min(starts, key=lambda start: start.written, default=None)
    return ClassTimes(None, first, None, with_year(deadline), whole)
