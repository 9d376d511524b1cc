"""The programmes of a year: what they planned, what was done, and what of it adds up to the whole year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from catalogue.findings.amounts import CLASSES, Amount, Measures
from catalogue.findings.checks import NotAdded, Obstacle, Omission, Reason, bound_of_sum
from catalogue.findings.outcomes import Outcome, ProgramOutcome, program_outcome
from catalogue.findings.plans import lies_within
from catalogue.language.vocabulary import PEOPLE, Bound, PartsAdd, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.parts import NOTHING
from catalogue.model.program import Program

WITHOUT_NUMBER: tuple[NotAdded, ...] = (Omission.LACKING, Reason.OTHER_PERIOD)
"""Why a programme has nothing that could be added."""
WHY_NOT: tuple[NotAdded, ...] = (
    *WITHOUT_NUMBER,
    Omission.INSIDE,
    Omission.PERHAPS,
    Reason.MAY_OVERLAP,
    *Obstacle,
)
"""Why the number of a programme is not added to those of others, in the order in which it is told.

The codes are published: programs rely on them.
"""
Omitted = Mapping[NotAdded, int]
"""How many rows are not added, by the reason."""


class Added(NamedTuple):
    """Numbers of some programmes added up by unit, how exactly each sum is known, whose they are."""

    sums: Mapping[str, Decimal]
    bounds: Mapping[str, Bound]
    programs: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many numbers are added."""
        return len(self.programs)


class Totals(NamedTuple):
    """The numbers of a sort that add up: all that is planned, all that is done, the rows that compare both.

    `not_added` counts the rows that are left out of what is planned, and of what is done, by the reason.
    """

    planned: Added
    done: Added
    compared: tuple[Added, Added]
    not_added: tuple[Omitted, Omitted]

    @property
    def withheld(self) -> tuple[Omitted, Omitted]:
        """Of the rows that are not added those that have a number."""
        planned, done = (
            {why: many for why, many in omitted.items() if why not in WITHOUT_NUMBER}
            for omitted in self.not_added
        )
        return planned, done

    @property
    def differences(self) -> Mapping[str, Decimal]:
        """How much more was done than planned in the rows that compare both, by unit."""
        planned, done = self.compared
        return {label: done.sums[label] - value for label, value in planned.sums.items()}

    @property
    def bounds_of_differences(self) -> Mapping[str, Bound]:
        """How exactly these are known, by unit."""
        planned, done = self.compared
        both = ((label, {bound, done.bounds[label]}) for label, bound in planned.bounds.items())
        return {label: Bound.EXACT if found == {Bound.EXACT} else Bound.ABOUT for label, found in both}


class LeadTotals(NamedTuple):
    """What the programmes of a lead add up to; those whose lead is not known have none."""

    lead: str | None
    programs: int
    classes: Totals
    people: Totals


class YearOutcome(NamedTuple):
    """A year: its programmes, those first that compare planned and done; by lead; all together."""

    rows: tuple[ProgramOutcome, ...]
    leads: tuple[LeadTotals, ...]
    classes: Totals
    people: Totals


Omissions = Mapping[str, NotAdded]
"""Why the numbers of some programmes are not added, by their ids."""


class NumberColumn(NamedTuple):
    """One number of every row of a year: planned or done classes, planned or done people."""

    measures: Measures
    state: Progress

    def outcome(self, row: ProgramOutcome) -> Outcome:
        """The two numbers of which this is one."""
        return row.classes if self.measures == CLASSES else row.people

    def amount(self, row: ProgramOutcome) -> Amount | None:
        """What a row has in this column."""
        outcome = self.outcome(row)
        return outcome.planned if self.state is Progress.PLANNED else outcome.done


def year_outcome(catalogue: Catalogue, year: int, programs: Iterable[Program]) -> YearOutcome:
    """What the programmes of a year planned and did; they come in the order of their titles."""
    rows = sorted((program_outcome(catalogue, each, (year,)) for each in programs), key=turn)
    omitted = {each: omissions(catalogue, rows, each) for each in COLUMNS}
    by_lead: dict[str | None, list[ProgramOutcome]] = defaultdict(list)
    for row in rows:
        by_lead[row.program.lead].append(row)
    leads = (
        LeadTotals(lead, len(led), *(totals(led, omitted, each) for each in SORTS))
        for lead, led in by_lead.items()
    )
    order = sorted(leads, key=lambda each: turn_of_lead(catalogue, each.lead))
    return YearOutcome(tuple(rows), tuple(order), *(totals(rows, omitted, each) for each in SORTS))


SORTS = (CLASSES, PEOPLE)
COLUMNS = tuple(
    NumberColumn(measures, state) for measures in SORTS for state in (Progress.PLANNED, Progress.DONE)
)


def turn(row: ProgramOutcome) -> tuple[int, int]:
    """What rows are sorted by: those first that compare two numbers, then those that have more of them."""
    both = (row.classes, row.people)
    known = sum(each is not None for outcome in both for each in (outcome.planned, outcome.done))
    return -sum(outcome.why is None for outcome in both), -known


def turn_of_lead(catalogue: Catalogue, lead: str | None) -> tuple[bool, int]:
    """What leads are sorted by: by their titles, at the end what no source says."""
    return lead is None, catalogue.turns["organization", lead] if lead else 0


def omissions(catalogue: Catalogue, rows: Sequence[ProgramOutcome], column: NumberColumn) -> Omissions:
    """Why some numbers of a column are not added to the others."""
    stating = {row.program.id for row in rows if column.amount(row)}
    found = {row.program.id: omission(catalogue, row, column, stating) for row in rows}
    return {id: why for id, why in found.items() if why}


def omission(
    catalogue: Catalogue, row: ProgramOutcome, column: NumberColumn, stating: Container[str]
) -> NotAdded | None:
    """Why the number of a programme is not added to those that others are `stating`; none where it is."""
    amount, program = column.amount(row), row.program
    if amount is None:
        elsewhen = any(figure.measure in column.measures for figure in row.elsewhen)
        return Reason.OTHER_PERIOD if elsewhen else Omission.LACKING
    whole = catalogue.programs.get(program.part_of or "")
    if whole and column.measures == PEOPLE and whole.parts_add is PartsAdd.OVERLAP:
        return Reason.MAY_OVERLAP
    if lies_within(catalogue, program, stating):
        return Omission.INSIDE
    if program.perhaps_part_of and program.perhaps_part_of in stating:
        return Omission.PERHAPS
    return of_no_whole(catalogue, program) or (Obstacle.SOME_CLASSES if amount.is_partial else None)


def of_no_whole(catalogue: Catalogue, program: Program) -> Obstacle | None:
    """Why nobody says that a programme and the others of its plan are all that there is."""
    if program.plan is None:
        return Obstacle.NO_PLAN
    return Obstacle.GIVEN_IN_PART if catalogue.plans[program.plan].complete is False else None


def totals(
    rows: Sequence[ProgramOutcome], omitted: Mapping[NumberColumn, Omissions], measures: Measures
) -> Totals:
    """What some rows add up to in one sort of numbers."""
    columns = NumberColumn(measures, Progress.PLANNED), NumberColumn(measures, Progress.DONE)
    planned, done = ([row for row in rows if row.program.id not in omitted[each]] for each in columns)
    among = {row.program.id for row in planned} & {row.program.id for row in done}
    outcomes = {row.program.id: columns[0].outcome(row) for row in rows if row.program.id in among}
    both = {id: each for id, each in outcomes.items() if each.why is None}
    left = [Counter(why for row in rows if (why := omitted[each].get(row.program.id))) for each in columns]
    return Totals(
        added({row.program.id: each for row in planned if (each := columns[0].amount(row))}),
        added({row.program.id: each for row in done if (each := columns[1].amount(row))}),
        (
            added({id: each.planned for id, each in both.items() if each.planned}),
            added(dict(done_in_units_planned(both))),
        ),
        (left[0], left[1]),
    )


def done_in_units_planned(outcomes: Mapping[str, Outcome]) -> Iterator[tuple[str, Amount]]:
    """What was done, counted in the words of what was planned, by programme."""
    for id, each in outcomes.items():
        if each.planned and each.done:
            yield id, each.done._replace(label=each.planned.label)


def added(amounts: Mapping[str, Amount]) -> Added:
    """The numbers of some programmes, by their ids, added up by unit."""
    by_unit: dict[str, list[Amount]] = defaultdict(list)
    for each in amounts.values():
        by_unit[each.label].append(each)
    sums = {label: sum([each.value for each in alike], NOTHING) for label, alike in by_unit.items()}
    bounds = {label: bound_of_sum(each.bound for each in alike) for label, alike in by_unit.items()}
    return Added(sums, bounds, tuple(amounts))
