"""What a chart cannot say, worked out from the figures that it draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from catalogue.findings.amounts import counting_years
from catalogue.findings.charts import Chart, ChartRow, Owner, YearSpan
from catalogue.language.vocabulary import Bound, Measure, PartsAdd, Progress, VerificationLevel
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Figure, Part
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Plan, Report


class Limit(StrEnum):
    """Something that a chart cannot say; the count with it is that of its rows or numbers."""

    PLANNED = "planned"
    UNITS = "units"
    NOT_ALL = "not_all"
    WITHOUT = "without"
    INSIDE = "inside"
    PERHAPS = "perhaps"
    SHARED = "shared"
    PARTS_APART = "parts_apart"
    SHARES = "shares"
    INFERRED = "inferred"
    UNTIMED = "untimed"
    DAYS = "days"
    INEXACT = "inexact"
    COMPUTED = "computed"
    UNCHECKED = "unchecked"


Limits = Mapping[Limit, int]


Ids: TypeAlias = Collection[tuple[str, str]]
"""Kinds and ids of records."""


class Charted(NamedTuple):
    """A chart of the figures of some programmes and plans, of one state and one time."""

    chart: Chart
    state: Progress | None
    years: YearSpan


def limits_of_time(catalogue: Catalogue, charted: Charted) -> Limits:
    """What a chart of programmes and plans cannot say."""
    rows = charted.chart.rows
    owners = [row.about for row in rows if isinstance(row.about, (Program, Plan))]
    ids = frozenset((each.kind, each.id) for each in owners)
    outside = [each for each in owners if not is_inside(catalogue, each, ids)]
    return stated(
        {
            **of_figures(charted.chart),
            Limit.PLANNED: charted.state is Progress.PLANNED,
            Limit.NOT_ALL: len(rows) > 1,
            Limit.WITHOUT: catalogue.once(silent_programs)[charted.years] if charted.years else 0,
            Limit.INSIDE: len(owners) - len(outside),
            Limit.PERHAPS: sum(may_be_inside(each, ids) for each in outside),
            Limit.SHARED: sharing(outside),
            Limit.INFERRED: sum(len(of_inferred_time(row)) for row in rows),
            Limit.UNCHECKED: not any(is_checked(each) for each in owners),
        }
    )


def limits_of_record(chart: Chart, record: Report | Plan | Program) -> Limits:
    """What a chart of the figures of one record cannot say."""
    period = record.period
    figures = list(figures_in(chart))
    untimed = not (period and (period.start or period.end)) and not getattr(record, "year", None)
    timeless = untimed and not any(each.period or each.as_of for each in figures)
    return stated(
        {
            **of_figures(chart),
            Limit.PARTS_APART: any(each.parts and each.parts_add is not PartsAdd.YES for each in figures),
            Limit.SHARES: len(chart.rows) > 1 and chart.scales[0].measure is Measure.SHARE,
            Limit.INFERRED: len(figures) if period and period.inferred else 0,
            Limit.UNTIMED: timeless,
            Limit.UNCHECKED: not is_checked(record),
        }
    )


def of_figures(chart: Chart) -> Limits:
    """What any chart cannot say because of how its figures are stated."""
    figures = list(figures_in(chart))
    days = {str(each.as_of) for each in figures if each.as_of}
    ways = [each.computed_from for each in figures]
    ways += [row.about.computed_from for row in chart.rows if isinstance(row.about, Part)]
    return {
        Limit.PLANNED: any(each.state is Progress.PLANNED for each in figures),
        Limit.UNITS: len(chart.scales) > 1,
        Limit.DAYS: len(days) > 1 or bool(days and any(each.as_of is None for each in figures)),
        Limit.INEXACT: sum(each.bound is not Bound.EXACT for each in figures),
        Limit.COMPUTED: sum(way is not None for way in ways),
    }


def stated(limits: Limits) -> Limits:
    """Those limits that hold, in their order."""
    return {limit: int(limits[limit]) for limit in Limit if limits.get(limit)}


def figures_in(chart: Chart) -> Iterator[Figure]:
    """Each figure that a chart draws, once."""
    seen = {id(drawn.figure): drawn.figure for row in chart.rows for drawn in row.drawn if drawn}
    yield from seen.values()


def of_inferred_time(row: ChartRow) -> Sequence[Figure]:
    """The figures in the row of a programme or a plan whose time only the context of the source tells."""
    if not isinstance(row.about, (Program, Plan)):
        return ()
    figures = [*(drawn.figure for drawn in row.drawn if drawn), *row.others]
    periods = [each.period or row.about.period for each in figures]
    return [each for each, period in zip(figures, periods, strict=True) if period and period.inferred]


def silent_programs(catalogue: Catalogue) -> Counter[YearSpan]:
    """How many programmes of each time state no figure at all."""
    found: Counter[YearSpan] = Counter()
    for program in catalogue.programs.values():
        if not program.figures and not program.is_draft:
            years = counting_years(catalogue, program)
            found[tuple(dict.fromkeys((*years[:1], *years[-1:])))] += 1
    return found


def is_inside(catalogue: Catalogue, owner: Owner, ids: Ids) -> bool:
    """Whether a programme or a plan lies in another of them, at whatever remove."""
    if isinstance(owner, Plan):
        return ("plan", owner.parent) in ids
    whole = catalogue.programs.get(owner.part_of or "")
    while whole and ("program", whole.id) not in ids:
        whole = catalogue.programs.get(whole.part_of or "")
    return whole is not None or ("plan", owner.plan) in ids


def may_be_inside(owner: Owner, ids: Ids) -> bool:
    """Whether no source says clearly if a programme lies in another of them."""
    return isinstance(owner, Program) and ("program", owner.perhaps_part_of) in ids


def sharing(owners: Sequence[Owner]) -> int:
    """How many of them have an organizer or a learner group that another of them has too."""
    named = [names_in(each) for each in owners]
    counts = Counter(name for names in named for name in names)
    return sum(any(counts[name] > 1 for name in names) for names in named)


def names_in(owner: Owner) -> set[tuple[str, str]]:
    """The bodies that hold the classes of a programme, alone or together, and the groups that it is for."""
    if isinstance(owner, Plan):
        return set()
    groups = {("group", each.group) for each in owner.groups}
    return groups | {("organization", id) for id in (*owner.organizers, *owner.partners)}


def is_checked(record: Record) -> bool:
    """Whether what a record states was held against the document itself."""
    return record.verification.level is VerificationLevel.OFFICIAL
