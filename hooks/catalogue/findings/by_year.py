"""Years: what takes place in each, and what is declared of it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from catalogue.findings.amounts import CLASSES, Measures
from catalogue.findings.years import Totals, YearOutcome, year_outcome
from catalogue.language.vocabulary import PEOPLE, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.records import Plan

AnyDated = TypeVar("AnyDated", Plan, Program)


class YearRecords(NamedTuple):
    """The plans and programmes of a year, in the order of their titles."""

    year: int
    plans: list[Plan]
    programs: list[Program]


class PlannedNumber(NamedTuple):
    """One sort of numbers of a year: what its leading plan declares, and what its programmes add up to."""

    declared: Figure | None
    of_programs: Totals


class YearGlance(NamedTuple):
    """A year at a glance.

    `leading` is the plan of just this year that most programmes name, `beside` how many others there are.
    """

    year: int
    programs: int
    leading: Plan | None
    beside: int
    classes: PlannedNumber
    people: PlannedNumber


def records_by_year(catalogue: Catalogue) -> Mapping[int, YearRecords]:
    """The plans and programmes of each year, the oldest year first."""
    found: dict[int, YearRecords] = {}
    for year, plan in dated(catalogue, catalogue.plans.values()):
        found.setdefault(year, YearRecords(year, [], [])).plans.append(plan)
    for year, program in dated(catalogue, catalogue.programs.values()):
        found.setdefault(year, YearRecords(year, [], [])).programs.append(program)
    return dict(sorted(found.items()))


def dated(catalogue: Catalogue, records: Iterable[AnyDated]) -> Iterator[tuple[int, AnyDated]]:
    """Each year of each record with the record, in the order of titles; drafts stand in no year."""
    for record in catalogue.sorted(records):
        for year in () if record.is_draft else catalogue.years(record):
            yield year, record


def outcomes_by_year(catalogue: Catalogue) -> Mapping[int, YearOutcome]:
    """What the programmes of each year planned and did."""
    years = catalogue.once(records_by_year).values()
    return {each.year: year_outcome(catalogue, each.year, each.programs) for each in years}


def glance(catalogue: Catalogue, records: YearRecords) -> YearGlance:
    """A year at a glance."""
    outcome = catalogue.once(outcomes_by_year)[records.year]
    plans = [plan for plan in records.plans if len(catalogue.years(plan)) == 1]
    leading = max(
        plans, key=lambda plan: (len(catalogue.referring("plan", plan.id, "plan")), plan.id), default=None
    )
    return YearGlance(
        records.year,
        len(records.programs),
        leading,
        max(len(plans) - 1, 0),
        PlannedNumber(declared(leading, CLASSES), outcome.classes),
        PlannedNumber(declared(leading, PEOPLE), outcome.people),
    )


def declared(plan: Plan | None, measures: Measures) -> Figure | None:
    """What a plan declares of all that it has of a sort, as planned."""
    figures = plan.figures if plan else ()
    return next((each for each in figures if declares(each, measures)), None)


def declares(figure: Figure, measures: Measures) -> bool:
    """Whether a figure of a plan counts all that is planned of a sort."""
    of_whole = not figure.title and not figure.covers
    return figure.measure in measures and of_whole and figure.state in {None, Progress.PLANNED}
