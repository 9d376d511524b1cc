"""By when names are to be sent for a class: by its own deadline, else by the common one of its programme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from catalogue.model.dates import Date
from catalogue.model.inferred import year_of_deadline
from catalogue.model.parts import Class
from catalogue.model.program import Program


class Deadline(NamedTuple):
    """A day by which names are to be sent, with the year that it may be of where it has none."""

    date: Date
    inferred_year: int | None = None


class Due(NamedTuple):
    """The deadline that holds; beside it the common one, where a class has another of its own."""

    deadline: Deadline | None
    common: Deadline | None = None


def due(program: Program, each: Class | None) -> Due:
    """By when names are to be sent for a class, or for a programme that names none.

    A common deadline that comes behind the start of a class is that of the other classes.
    """
    common = common_deadline(program)
    if each is None:
        return Due(common)
    if own := own_deadline(each):
        return Due(own, common if common and common.date != own.date else None)
    return Due(None if common and each.start and each.start.precedes(common.date) else common)


def common_deadline(program: Program) -> Deadline | None:
    """The deadline that a programme states for all of its classes."""
    nomination = program.nomination
    return Deadline(nomination.deadline) if nomination and nomination.deadline else None


def own_deadline(each: Class) -> Deadline | None:
    """The deadline that a class states itself."""
    if each.deadline is None:
        return None
    return Deadline(each.deadline, None if each.deadline.year else year_of_deadline(each))


def by_deadline(program: Program) -> Mapping[Deadline, Sequence[Class]]:
    """All deadlines of a programme, the earliest first, each with the classes that have it as their own.

    The common one has none of them.
    """
    common = common_deadline(program)
    found: dict[Deadline, list[Class]] = {common: []} if common else {}
    for each in program.classes:
        own = own_deadline(each)
        if own and not (common and common.date == own.date):
            found.setdefault(own, []).append(each)
    return dict(sorted(found.items(), key=lambda item: item[0].date.written))
