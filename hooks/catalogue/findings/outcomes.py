"""What a programme planned and what was done, set against each other wherever the two can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from catalogue.findings.amounts import (
    CLASSES,
    Amount,
    Asked,
    Measures,
    amounts,
    counting_years,
    numbers_of_parts,
    usual_time,
    whole_numbers,
)
from catalogue.findings.checks import OPEN_ABOVE, OPEN_BELOW
from catalogue.language.quantities import unit_key
from catalogue.language.vocabulary import PEOPLE, Progress, Vocabulary
from catalogue.model.collection import Catalogue
from catalogue.model.counting import HEADS, counts_one
from catalogue.model.parts import ROUNDED, Figure
from catalogue.model.program import Program

ONE_SIDED = OPEN_ABOVE | OPEN_BELOW
"""How a number is stated of which only one end is known."""


class Uncompared(Vocabulary):
    """Why no difference is told between what was planned and what was done; the first that holds is told."""

    UNKNOWN = "unknown", "chưa có cả hai số"
    NOT_PLANNED = "not_planned", "chưa có số kế hoạch"
    NOT_DONE = "not_done", "chưa có số thực hiện"
    OTHER_UNIT = "other_unit", "khác đơn vị tính"
    OTHER_PERIOD = "other_period", "khác kỳ"
    SOME_CLASSES = "some_classes", "mới có số của một số lớp"
    ONE_SIDED = "one_sided", "nguồn chỉ nêu mức ít nhất hoặc nhiều nhất"


class Outcome(NamedTuple):
    """A planned number and one that was done; how much more was done, or why that is not told."""

    planned: Amount | None
    done: Amount | None
    why: Uncompared | None

    @property
    def difference(self) -> Decimal | None:
        """What was done less what was planned; none where the two cannot be compared."""
        if self.why or self.planned is None or self.done is None:
            return None
        return self.done.value - self.planned.value

    @property
    def is_rounded(self) -> bool:
        """Whether one of the two is a rounded number."""
        return any(each.bound in ROUNDED for each in (self.planned, self.done) if each)


class ProgramOutcome(NamedTuple):
    """What a programme planned and did in some years.

    `undecided` are its figures that no source calls planned or done; `elsewhen` those of other years; `apart`
    those that speak of a part of it.
    """

    program: Program
    classes: Outcome
    people: Outcome
    undecided: tuple[Figure, ...]
    elsewhen: tuple[Figure, ...]
    apart: tuple[Figure, ...]


def program_outcome(catalogue: Catalogue, program: Program, years: tuple[int, ...]) -> ProgramOutcome:
    """What a programme planned and did in some years."""
    own = counting_years(catalogue, program)
    asked = Asked(catalogue, program, years, own, usual_time(program, own))
    within: list[Figure] = []
    elsewhen: list[Figure] = []
    for figure in whole_numbers(program):
        (within if asked.is_within(figure) else elsewhen).append(figure)
    return ProgramOutcome(
        program,
        outcome(asked, within, CLASSES),
        outcome(asked, within, PEOPLE),
        tuple(each for each in within if is_undecided(program, each)),
        tuple(elsewhen),
        tuple(each for each in numbers_of_parts(program) if asked.is_within(each)),
    )


def is_undecided(program: Program, figure: Figure) -> bool:
    """Whether no source calls a number planned or done: it is proposed, or nothing is said of it."""
    return (figure.state or program.state) not in {Progress.PLANNED, Progress.DONE}


def outcome(asked: Asked, figures: Sequence[Figure], measures: Measures) -> Outcome:
    """What was planned and done of one sort."""
    planned = amounts(asked, figures, measures, Progress.PLANNED)
    return compared(planned, amounts(asked, figures, measures, Progress.DONE))


def compared(planned: Sequence[Amount], done: Sequence[Amount]) -> Outcome:
    """Of some planned numbers and some that were done the two that come nearest to being comparable."""
    if not planned or not done:
        first, second = next(iter(planned), None), next(iter(done), None)
        return Outcome(first, second, lacking(first, second))
    reasons = list(Uncompared)
    pairs = [Outcome(one, other, obstacle(one, other)) for one, other in product(planned, done)]
    return max(pairs, key=lambda pair: len(reasons) if pair.why is None else reasons.index(pair.why))


def lacking(planned: Amount | None, done: Amount | None) -> Uncompared:
    """Which of the two numbers is not known."""
    if planned:
        return Uncompared.NOT_DONE
    return Uncompared.NOT_PLANNED if done else Uncompared.UNKNOWN


def obstacle(planned: Amount, done: Amount) -> Uncompared | None:
    """Why two numbers are not compared; none where they can be."""
    if not have_one_unit(planned, done):
        return Uncompared.OTHER_UNIT
    if planned.time != done.time:
        return Uncompared.OTHER_PERIOD
    if planned.is_partial or done.is_partial:
        return Uncompared.SOME_CLASSES
    return Uncompared.ONE_SIDED if {planned.bound, done.bound} & ONE_SIDED else None


def have_one_unit(planned: Amount, done: Amount) -> bool:
    """Whether two numbers count the same: classes have learners, whatever single persons are called."""
    if planned.measure is done.measure and unit_key(planned.label) == unit_key(done.label):
        return True
    counted = planned.is_counted or done.is_counted
    both = (planned, done)
    return counted and all(each.measure in HEADS and counts_one(each.label) for each in both)
