"""The totals that pages show, as these work them out: of years, bodies, plans and groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from catalogue.changes.effects import Lines, LineSort, TotalKey, TotalLine, TotalSort, TotalSum
from catalogue.changes.states import RecordKey
from catalogue.findings.additions import Addition, plan_sums
from catalogue.findings.by_year import outcomes_by_year
from catalogue.findings.desk import DeskSum, desk_by_year, summed
from catalogue.findings.years import Totals
from catalogue.language.vocabulary import Bound, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program
from catalogue.model.standing import CALLED_OFF

AllTotals: TypeAlias = Mapping[TotalKey, Lines]
"""Every total of a catalogue."""
SORT_OF_STATE = {Progress.PLANNED: LineSort.PLANNED, Progress.DONE: LineSort.DONE}


def totals(catalogue: Catalogue) -> AllTotals:
    """All totals of a catalogue."""
    return {
        **dict(held(catalogue)),
        **dict(of_years(catalogue)),
        **dict(of_plans(catalogue)),
        **dict(of_desks(catalogue)),
    }


class Holding(NamedTuple):
    """What the programmes of a unit, a plan or a group have: how many, their classes, the seats in these."""

    programs: int = 0
    classes: int = 0
    seats: int = 0


def held(catalogue: Catalogue) -> Iterator[tuple[TotalKey, Lines]]:
    """What each unit leads, each plan holds, each group is offered, without drafts and what is called off."""
    found: dict[RecordKey, Holding] = defaultdict(Holding)
    for program in catalogue.programs.values():
        if not program.is_draft:
            own = held_by(program)
            for key in dict.fromkeys(belonging(program)):
                found[key] = Holding(*(one + other for one, other in zip(found[key], own, strict=True)))
    for key, (programs, classes, seats) in found.items():
        counts = {LineSort.PROGRAMS: programs, LineSort.CLASSES: classes, LineSort.SEATS: seats}
        yield TotalKey(key, TotalSort.HELD), dict(counted(counts))


def held_by(program: Program) -> Holding:
    """What a programme has."""
    classes = [each for each in program.classes if each.state not in CALLED_OFF]
    return Holding(1, len(classes), sum(each.seats or 0 for each in classes))


def belonging(program: Program) -> Iterator[RecordKey]:
    """Whose a programme is: its lead's, its plan's, its groups'."""
    if program.lead:
        yield "organization", program.lead
    if program.plan:
        yield "plan", program.plan
    for each in program.groups:
        yield "group", each.group


def of_years(catalogue: Catalogue) -> Iterator[tuple[TotalKey, Lines]]:
    """What the programmes of each year add up to, and those of each lead in it."""
    for year, outcome in catalogue.once(outcomes_by_year).items():
        key = TotalKey(("year", str(year)), TotalSort.ADDED)
        yield key, dict(of_outcome(len(outcome.rows), outcome.classes, outcome.people))
        for each in outcome.leads:
            if each.lead:
                key = TotalKey(("organization", each.lead), TotalSort.ADDED, year)
                yield key, dict(of_outcome(each.programs, each.classes, each.people))


def of_outcome(programs: int, *sorts: Totals) -> Iterator[tuple[TotalLine, TotalSum]]:
    """How many programmes there are, and what they add up to."""
    yield from counted({LineSort.PROGRAMS: programs})
    for each in sorts:
        for sort, sums, bounds in (
            (LineSort.PLANNED, each.planned.sums, each.planned.bounds),
            (LineSort.DONE, each.done.sums, each.done.bounds),
            (LineSort.DIFFERENCE, each.differences, each.bounds_of_differences),
        ):
            yield from (
                (TotalLine(sort, unit), TotalSum(value, bounds[unit])) for unit, value in sums.items()
            )


def of_plans(catalogue: Catalogue) -> Iterator[tuple[TotalKey, Lines]]:
    """What the foot of each plan's table adds up."""
    for plan in catalogue.plans.values():
        if found := dict(map(of_column, plan_sums(catalogue, plan))):
            yield TotalKey(("plan", plan.id), TotalSort.ADDED), found


def of_column(addition: Addition) -> tuple[TotalLine, TotalSum]:
    """What a column adds up to."""
    sort = SORT_OF_STATE[addition.state or Progress.PLANNED]
    return TotalLine(sort, addition.label), TotalSum(addition.total or Decimal(), addition.bound)


def of_desks(catalogue: Catalogue) -> Iterator[tuple[TotalKey, Lines]]:
    """What the duties of each body add up to, year by year."""
    for body in catalogue.organizations.values():
        for year, duties in desk_by_year(catalogue, body).items():
            key = TotalKey(("organization", body.id), TotalSort.DESK, year)
            yield key, dict(of_desk(summed(duties)))


def of_desk(whole: DeskSum) -> Iterator[tuple[TotalLine, TotalSum]]:
    """What some duties add up to."""
    yield from counted({LineSort.CLASSES: whole.classes, LineSort.WITHOUT_CLASS: whole.programs})
    if whole.tells_seats:
        yield TotalLine(LineSort.ALLOCATED), TotalSum(Decimal(whole.seats), Bound.EXACT)
    yield from counted({LineSort.CALLED_OFF: whole.called_off, LineSort.SEATS_OFF: whole.seats_called_off})


def counted(counts: Mapping[LineSort, int]) -> Iterator[tuple[TotalLine, TotalSum]]:
    """What was counted; where there is none, as if nobody had asked."""
    return (
        (TotalLine(sort), TotalSum(Decimal(count), Bound.EXACT)) for sort, count in counts.items() if count
    )
