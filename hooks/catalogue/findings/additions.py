"""What the rows of a table of figures come to: added up where they may be, else why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from catalogue.findings.amounts import progress
from catalogue.findings.checks import (
    Among,
    Check,
    LeftOut,
    Obstacle,
    Omission,
    Reason,
    Spot,
    StatedNumber,
    bound_of_sum,
    declared_figure,
)
from catalogue.findings.classes import counted
from catalogue.findings.judging import AnyPart
from catalogue.findings.plans import Sought, part_programs, programs_of, setting, side_by_side
from catalogue.findings.reconciliation import own_checks_of
from catalogue.findings.trying import checked, own_parts
from catalogue.language.quantities import unit_key
from catalogue.language.vocabulary import PEOPLE, Bound, Measure, PartsAdd, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.counting import done_numbers, planned_numbers
from catalogue.model.parts import NOTHING, Figure
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Plan

COUNTED_IN_PLANS = (frozenset({Measure.CLASSES}), PEOPLE)
"""What the table of a plan has columns of."""
COUNTED_IN_ROWS = frozenset[Measure]().union(*COUNTED_IN_PLANS)
"""What rows add up to, all of it together."""
NOT_TO_BE_ADDED = {Reason.COMPUTED_FROM_WHOLE, Reason.MAY_OVERLAP, Reason.NOT_SAID_TO_ADD}
"""Why rows of one unit are not added up."""


@dataclass(frozen=True)
class Counted:
    """What a column of a plan's table counts: a measure in a unit, planned or done; and how it is sought."""

    measure: Measure
    label: str
    state: Progress
    sought: Sought
    programs: Sequence[Program]

    @cached_property
    def answers(self) -> Mapping[str, AnyPart]:
        """What each programme of the plan says to it, by its id."""
        return {program.id: self.sought.answered(program) for program in self.programs}


class Addition(NamedTuple):
    """The numbers of a column, the rows left out, and what stands against adding them up.

    `state` is none where a table tells nothing of planned or done.
    """

    label: str
    state: Progress | None
    parts: tuple[StatedNumber, ...]
    left_out: tuple[LeftOut, ...]
    against: Reason | Obstacle | None

    @property
    def total(self) -> Decimal | None:
        """What the rows come to; none where they may not be added or none has a number."""
        if self.against or not self.parts:
            return None
        return sum([part.value for part in self.parts], NOTHING)

    @property
    def bound(self) -> Bound:
        """How exactly the sum is known."""
        return bound_of_sum(part.bound for part in self.parts)


def added(
    label: str, rows: Iterable[AnyPart], against: Reason | Obstacle | None, state: Progress | None = None
) -> Addition:
    """Rows as an addition."""
    listed = list(rows)
    parts = tuple(row for row in listed if isinstance(row, StatedNumber))
    left_out = tuple(row for row in listed if isinstance(row, LeftOut))
    return Addition(label, state, parts, left_out, against)


def counted_in(catalogue: Catalogue, plan: Plan, programs: Sequence[Program]) -> Iterator[Counted]:
    """What the programmes of a plan state of classes and people, planned and done, each in its usual unit."""
    within = setting(catalogue, plan)
    for state in (Progress.PLANNED, Progress.DONE):
        keeps = is_done if state is Progress.DONE else is_not_done
        for measures in COUNTED_IN_PLANS:
            stated = (
                figure
                for program in programs
                for figure in program.figures
                if figure.measure in measures and not figure.title and keeps(program, figure)
            )
            for measure, label in usual_unit(stated):
                values = {"measure": measure, "value": 0, "unit": label, "state": state}
                sought = Sought(catalogue, Figure.model_validate(values), within, keeps)
                yield Counted(measure, label, state, sought, programs)


def usual_unit(figures: Iterable[Figure]) -> Iterator[tuple[Measure, str]]:
    """What most figures count and in which unit, as most of these spell it; nothing where there are none."""
    spelled = Counter((figure.measure, figure.label) for figure in figures)
    counts: Counter[tuple[Measure, str]] = Counter()
    for (measure, label), many in spelled.items():
        counts[measure, unit_key(label)] += many
    for usual, _ in counts.most_common(1):
        alike = [(measure, label) for measure, label in spelled if (measure, unit_key(label)) == usual]
        yield max(alike, key=spelled.__getitem__)


def is_done(owner: Program | Plan, figure: Figure) -> bool:
    """Whether a figure tells what was done."""
    return progress(owner, figure) is Progress.DONE


def is_not_done(owner: Program | Plan, figure: Figure) -> bool:
    """Whether a figure tells anything but what was done."""
    return not is_done(owner, figure)


def plan_sums(catalogue: Catalogue, plan: Plan) -> list[Addition]:
    """What the foot of a plan's table adds up; nothing where it has none."""
    programs = programs_of(catalogue, plan)
    if not has_foot(programs):
        return []
    additions, _ = plan_additions(catalogue, plan, list(counted_in(catalogue, plan, programs)))
    return [each for each in additions if each.total]


def has_foot(programs: Sequence[Program]) -> bool:
    """Whether a plan's table has a foot: a single row is its own sum."""
    return len(programs) > 1


def plan_additions(
    catalogue: Catalogue, plan: Plan, columns: Sequence[Counted]
) -> tuple[list[Addition], list[Check]]:
    """The columns of a plan's table, and the declared numbers that are held against its rows."""
    checks = checks_of_rows(own_checks_of(catalogue, plan), Among.PROGRAMS)
    return [plan_addition(plan, each, checks) for each in columns], checks


def plan_addition(plan: Plan, column: Counted, checks: Sequence[Check]) -> Addition:
    """A column of a plan's table."""
    answers = [(program, column.answers[program.id]) for program in column.programs]
    rows = side_by_side(column.sought.catalogue, answers)
    return added(column.label, rows, against_adding(plan, column, checks), column.state)


def against_adding(plan: Plan, column: Counted, checks: Sequence[Check]) -> Reason | Obstacle | None:
    """What stands against adding a column up: what the checks of the plan say, else that it is no whole.

    Where a source leaves programmes out and states no whole, a sum would be taken for that of the plan.
    """
    alike = [
        check
        for check in checks
        if check.declared.measure is column.measure
        and unit_key(check.declared.number.label) == unit_key(column.label)
    ]
    if alike:
        return next((check.reason for check in alike if check.reason in NOT_TO_BE_ADDED), None)
    return Obstacle.GIVEN_IN_PART if plan.complete is False else None


def checks_of_rows(checks: Iterable[Check], among: Among) -> list[Check]:
    """The declared numbers of classes and people that are held against the rows of a table."""
    return [each for each in checks if each.among is among and each.declared.measure in COUNTED_IN_ROWS]


def part_addition(whole: Program, ids: frozenset[str], column: Counted) -> Addition | None:
    """A column of the parts of a programme; none unless its source says that they add and all are shown."""
    if whole.parts_add is not PartsAdd.YES:
        return None
    for division in part_programs(column.sought, whole):
        rows = [row for row in division.ways[0] if getattr(row, "why", None) is not Omission.DRAFT]
        if all(row.spot.record.id in ids for row in rows):
            return added(column.label, rows, None, column.state)
    return None


def class_additions(program: Program) -> list[Addition]:
    """The seats of the classes of a programme and their results: those that any of them states."""
    numbers = [
        planned_numbers(program, Measure.LEARNERS),
        *done_numbers(program, Measure.LEARNERS),
    ]
    overlap = Reason.MAY_OVERLAP if program.parts_add is PartsAdd.OVERLAP else None
    return [
        added(each.what, counted(program, each, with_called_off=False), overlap)
        for each in numbers
        if each.known
    ]


def part_checks(record: Record, figures: Iterable[Figure]) -> Iterator[Check]:
    """Figures of a record held against the parts that stand at them."""
    for figure in figures:
        spot = Spot(record, ())
        if divisions := list(own_parts(spot, figure)):
            yield from checked(declared_figure(spot, figure), divisions)


def why_apart(figures: Sequence[Figure]) -> Reason:
    """Why figures that stand below each other are not added up: they differ, or nobody says that they add."""
    if len({unit_key(figure.label) for figure in figures}) > 1:
        return Reason.OTHER_UNIT
    if len({(figure.period, figure.as_of) for figure in figures}) > 1:
        return Reason.OTHER_PERIOD
    if len({figure.state for figure in figures}) > 1:
        return Reason.OTHER_STATE
    return Reason.NOT_SAID_TO_ADD
