"""How many classes and people a programme planned or had: as its figures state, else its classes add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from catalogue.findings.matching import years_of
from catalogue.language.vocabulary import PEOPLE, Bound, Measure, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.counting import done_numbers, gives_all_classes, planned_numbers
from catalogue.model.dates import Date
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.records import Plan
from catalogue.model.spans import Period

CLASSES = frozenset({Measure.CLASSES})
Measures = frozenset[Measure]
"""What is counted: `CLASSES`, or `PEOPLE`."""


class Time(NamedTuple):
    """The days that a number is of, the first and the last as far as known, and when it was counted."""

    first: date | None
    last: date | None
    as_of: Date | None = None


class Amount(NamedTuple):
    """A number that is planned or done; `is_partial`: of only some of the classes.

    `is_counted`: no figure states it, the classes add up to it.
    """

    value: Decimal
    measure: Measure
    label: str
    bound: Bound
    time: Time
    is_counted: bool = False
    is_partial: bool = False


class Asked(NamedTuple):
    """A programme that is asked for its numbers of some years.

    `own` are the years that they usually are of, `usual` is the time of those that name none.
    """

    catalogue: Catalogue
    program: Program
    years: tuple[int, ...]
    own: tuple[int, ...]
    usual: Time

    def is_within(self, figure: Figure) -> bool:
        """Whether a figure is that of the years asked for, and of no others."""
        return tuple(years_of(figure.period) or self.own) == self.years


def counting_years(catalogue: Catalogue, program: Program) -> tuple[int, ...]:
    """The years that the numbers of a programme are of.

    Where no period is stated, it is the year of its plan, though the last class may end behind that.
    """
    years = catalogue.years(program)
    is_stated = program.period and program.period.is_dated
    plan = None if is_stated else catalogue.plans.get(program.plan or "")
    return (plan.year,) if plan and plan.year in years else years


def progress(owner: Program | Plan, figure: Figure) -> Progress | None:
    """Whether a figure is planned or done: as it says itself, else as its programme does."""
    return figure.state or (owner.state if isinstance(owner, Program) else None)


def whole_numbers(program: Program) -> Iterator[Figure]:
    """The figures that count the classes and the people of a whole programme."""
    for figure in program.figures:
        if not figure.title and figure.measure in PEOPLE | CLASSES:
            yield figure


def numbers_of_parts(program: Program) -> Iterator[Figure]:
    """The figures that count the classes and the people of a part of a programme."""
    return (each for each in program.figures if each.title and each.measure in PEOPLE | CLASSES)


def amounts(asked: Asked, figures: Sequence[Figure], measures: Measures, state: Progress) -> list[Amount]:
    """What a programme states as planned, or as done; what its classes add up to where it states none.

    `figures` are those of its numbers that are within the years asked for.
    """
    program = asked.program
    stated = [each for each in figures if each.measure in measures and (each.state or program.state) is state]
    if stated:
        return [stated_amount(each, asked.usual) for each in stated]
    if program.classes and asked.years == asked.own:
        return list(by_classes(asked, measures, state))
    return []


def stated_amount(figure: Figure, usual: Time) -> Amount:
    """A figure as an amount."""
    own = time_between(figure.period) if figure.period else usual
    time = own._replace(as_of=figure.as_of)
    return Amount(figure.value, figure.measure, figure.label, figure.bound, time)


def usual_time(program: Program, years: Sequence[int]) -> Time:
    """The time of the figures that name none: the period of their programme, else its years."""
    if program.period and program.period.is_dated:
        return time_between(program.period)
    return Time(date(years[0], 1, 1), date(years[-1], 12, 31)) if years else Time(None, None)


def time_between(period: Period) -> Time:
    """A period from its first to its last day."""
    return Time(period.start.earliest if period.start else None, period.end.latest if period.end else None)


def by_classes(asked: Asked, measures: Measures, state: Progress) -> Iterator[Amount]:
    """What the classes of a programme add up to. Nothing where none says it: a class to come is no result."""
    measure = Measure.CLASSES if measures == CLASSES else Measure.LEARNERS
    program = asked.program
    numbers = numbers_of_classes(program, measure, state)
    known = [number for number in numbers if number is not None]
    if any(known):
        partial = len(known) < len(numbers) or not gives_all_classes(asked.catalogue, program)
        yield Amount(Decimal(sum(known)), measure, measure.label, Bound.EXACT, asked.usual, True, partial)


def numbers_of_classes(program: Program, measure: Measure, state: Progress) -> Sequence[int | None]:
    """Each class as one, or its seats; of what is done each that was held, or who came."""
    if state is Progress.DONE:
        held = next(done_numbers(program, Measure.CLASSES)).each
        came = next(done_numbers(program, measure)).each
        return [0 if was_held == 0 else number for was_held, number in zip(held, came, strict=True)]
    if measure is Measure.CLASSES and program.state is not Progress.PLANNED:
        return ()
    return planned_numbers(program, measure).each
