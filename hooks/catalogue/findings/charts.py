"""Charts: the figures that can be drawn side by side, since they have one unit, one state and one time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from catalogue.findings.amounts import counting_years, progress
from catalogue.findings.matching import years_of
from catalogue.language.vocabulary import Measure, PartsAdd, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Figure, Part, ReportRow
from catalogue.model.program import Program
from catalogue.model.records import Plan, Report

MOST_SCALES = 4
"""The columns of a chart: what more units count is told in words."""
HUNDRED = Decimal(100)
YearSpan: TypeAlias = tuple[int, ...]
"""The first and the last year of a time; the one year; none where it is not known."""
Owner: TypeAlias = Program | Plan
"""What states figures of its own that are planned or done."""
ChartSubject: TypeAlias = Owner | Part | Figure | ReportRow
"""What a row of a chart is about."""


class Scale(NamedTuple):
    """A column of bars: a measure in one unit, from nought to `most`.

    `is_whole`: a bar of full length is all that there is, as 55 of 55 or 100 per cent.
    """

    measure: Measure
    label: str
    most: Decimal
    is_whole: bool = False


class Drawn(NamedTuple):
    """A number as a bar: the figure that states it, the number itself (that of a part), where it begins."""

    figure: Figure
    value: Decimal
    begins: Decimal = Decimal()


class ChartRow(NamedTuple):
    """What a row is about, its bar on each scale, and the figures that stand on none of them."""

    about: ChartSubject
    drawn: tuple[Drawn | None, ...]
    others: tuple[Figure, ...] = ()


class Chart(NamedTuple):
    """Numbers as bars, each unit on a scale of its own. Without a scale there is nothing to compare."""

    scales: tuple[Scale, ...]
    rows: tuple[ChartRow, ...]


class Statement(NamedTuple):
    """The figures of a programme or a plan that are of one state and one time."""

    owner: Owner
    figures: tuple[Figure, ...]


Statements: TypeAlias = Mapping[YearSpan, Sequence[Statement]]


def statements(catalogue: Catalogue) -> Mapping[Progress | None, Statements]:
    """The figures of programmes and plans by state, then by time, the newest first; drafts have none."""
    found: dict[Progress | None, dict[YearSpan, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    owners: list[Owner] = [*catalogue.plans.values(), *catalogue.programs.values()]
    for owner in catalogue.sorted(owner for owner in owners if not owner.is_draft):
        for (state, years), figures in by_state_and_time(catalogue, owner).items():
            found[state][years].append(Statement(owner, tuple(figures)))
    return {
        state: {years: of_state[years] for years in sorted(of_state, key=newest_first)}
        for state, of_state in found.items()
    }


def charts_by_time(catalogue: Catalogue) -> Mapping[tuple[Progress | None, YearSpan], Chart]:
    """What is stated of each state and time, as a chart."""
    found = catalogue.once(statements)
    return {(state, years): chart_of(each) for state, times in found.items() for years, each in times.items()}


def by_state_and_time(
    catalogue: Catalogue, owner: Owner
) -> Mapping[tuple[Progress | None, YearSpan], Sequence[Figure]]:
    """The figures of a programme or a plan by their state and their years."""
    found: dict[tuple[Progress | None, YearSpan], list[Figure]] = defaultdict(list)
    if owner.figures:
        own = counting_years(catalogue, owner) if isinstance(owner, Program) else catalogue.years(owner)
        for figure in owner.figures:
            years = years_of(figure.period) or own
            found[progress(owner, figure), tuple(dict.fromkeys((*years[:1], *years[-1:])))].append(figure)
    return found


def newest_first(years: YearSpan) -> tuple[int, ...]:
    """What times are sorted by: the one that ends last first, of those the shortest; the unknown one last."""
    return (-years[-1], -years[0]) if years else (0,)


ScaleKey: TypeAlias = tuple[Measure, str]
"""What is counted, and in which unit."""


def key_of(figure: Figure) -> ScaleKey:
    """On which scale a figure is drawn."""
    return figure.measure, figure.label


def is_of_whole(figure: Figure) -> bool:
    """Whether a figure speaks of all of what states it."""
    return not figure.title and not figure.covers


def chart_of(stated: Sequence[Statement]) -> Chart:
    """Programmes and plans side by side, the largest first; units that only one of them has in words."""
    return side_by_side((each.owner, each.figures) for each in stated)


def side_by_side(subjects: Iterable[tuple[ChartSubject, Sequence[Figure]]]) -> Chart:
    """Some subjects, each with its figures, on the scales that two or more of them share."""
    listed = list(subjects)
    counts = Counter(
        key
        for _, figures in listed
        for key in dict.fromkeys(key_of(each) for each in figures if is_of_whole(each))
    )
    shared = [(key, count) for key, count in counts.most_common() if count > 1][:MOST_SCALES]
    keys = sorted((key for key, _ in shared), key=lambda key: (list(Measure).index(key[0]), key[1]))
    rows = [row_of(about, figures, keys) for about, figures in listed]
    commonest = [keys.index(key) for key, _ in sorted(shared, key=lambda each: -each[1])]
    if not isinstance(listed[0][0], ReportRow):
        rows.sort(key=lambda row: [-value_at(row, turn) for turn in commonest])
    scales = [Scale(*key, max(value_at(row, turn) for row in rows)) for turn, key in enumerate(keys)]
    return Chart(tuple(scales), tuple(rows))


def value_at(row: ChartRow, turn: int) -> Decimal:
    """The number that a row has on a scale; less than any where it has none."""
    drawn = row.drawn[turn]
    return drawn.value if drawn else Decimal(-1)


def row_of(about: ChartSubject, figures: Sequence[Figure], keys: Sequence[ScaleKey]) -> ChartRow:
    """A row: the first figure of the whole on each scale, the rest beside them."""
    first: dict[ScaleKey, Figure] = {}
    for figure in figures:
        if is_of_whole(figure) and key_of(figure) in keys:
            first.setdefault(key_of(figure), figure)
    drawn = tuple(Drawn(first[key], first[key].value) if key in first else None for key in keys)
    return ChartRow(about, drawn, tuple(each for each in figures if each not in first.values()))


def parts_chart(figure: Figure) -> Chart:
    """A figure above its parts. Where they add up to it, each begins where the one before it ended."""
    values = [part.value for part in figure.parts]
    adds = figure.parts_add is PartsAdd.YES and figure.parts_total == figure.value
    starts = [Decimal(), *accumulate(values)] if adds else [Decimal()] * len(values)
    rows = [ChartRow(figure, (Drawn(figure, figure.value),))]
    rows += [
        ChartRow(part, (Drawn(figure, part.value, begins),))
        for part, begins in zip(figure.parts, starts, strict=False)
    ]
    return Chart((Scale(*key_of(figure), max([figure.value, *values]), adds),), tuple(rows))


class ReportCharts(NamedTuple):
    """What a report draws, and the figures that nothing can be set beside."""

    charts: tuple[Chart, ...]
    alone: tuple[Figure, ...]


def report_charts(report: Report) -> ReportCharts:
    """The charts of a report: figures with parts, figures of one unit and time, its rows."""
    charts = [parts_chart(each) for each in report.declared if each.parts]
    alone: list[Figure] = []
    for figures in of_one_kind(each for each in report.declared if not each.parts):
        scale = scale_of(figures)
        if scale:
            charts.append(
                Chart((scale,), tuple(ChartRow(each, (Drawn(each, each.value),)) for each in figures))
            )
        else:
            alone += figures
    if report.rows:
        rows = side_by_side((row, row.figures) for row in report.rows)
        charts += [rows] if rows.scales else []
        alone += [] if rows.scales else [figure for row in report.rows for figure in row.figures]
    return ReportCharts(tuple(charts), tuple(alone))


def of_one_kind(figures: Iterable[Figure]) -> Iterator[Sequence[Figure]]:
    """Figures that have one unit and one time."""
    found: dict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[key_of(figure), figure.period, str(figure.as_of)].append(figure)
    yield from found.values()


def scale_of(figures: Sequence[Figure]) -> Scale | None:
    """The scale of some figures of one unit; none where one stands alone and is no share of a whole.

    Shares are of a hundred; what is done beside a number of which nothing is said is done of that: 39 of 55.
    """
    key, most = key_of(figures[0]), max(each.value for each in figures)
    if key == (Measure.SHARE, Measure.SHARE.label) and most <= HUNDRED:
        return Scale(*key, HUNDRED, is_whole=True)
    states = sorted((each.state or "", each.value) for each in figures)
    is_whole = [state for state, _ in states] == ["", Progress.DONE.value] and states[0][1] == most
    return Scale(*key, most, is_whole) if len(figures) > 1 else None
