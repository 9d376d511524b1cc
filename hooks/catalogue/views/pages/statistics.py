"""The statistics: what plans and programmes state, planned apart from done, and every report, as charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.charts import (
    Chart,
    ChartRow,
    Owner,
    Statement,
    YearSpan,
    charts_by_time,
    parts_chart,
    report_charts,
    statements,
)
from catalogue.findings.limits import Charted, limits_of_record, limits_of_time
from catalogue.language.vocabulary import Measure, Progress
from catalogue.model.collection import years_in_words
from catalogue.model.parts import Part
from catalogue.model.program import Program
from catalogue.model.records import Plan, Report
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, Phrase, Piece, page, text_of
from catalogue.views.words.chart_sources import sources_in_words
from catalogue.views.words.charts import OF_EVERY_CHART, Beside, drawn_chart, figures_of_row, limit_words
from catalogue.views.words.context import Context
from catalogue.views.words.figures import report_tables, usual_time
from catalogue.views.words.lists import Beginning, LongList, anchor, beginning, list_pages
from catalogue.views.words.lone_figures import LoneFigure, lone_figures
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.trails import HOME, trail_below

SECTION = "so-lieu"
TITLE = SECTIONS[SECTION].title
LEAD = (
    "Số liệu nguồn nêu về chỉ tiêu, kết quả và đội ngũ. Kế hoạch và đã thực hiện để riêng; "
    "lượt, học viên và người là các đơn vị tính khác nhau."
)
STATES = (
    ("Kế hoạch", "Chỉ tiêu theo kế hoạch", Progress.PLANNED),
    ("Đã thực hiện", "Kết quả đã thực hiện", Progress.DONE),
    ("Đề xuất", "Số mới đề xuất", Progress.PROPOSED),
    ("Nguồn không nói kế hoạch hay đã thực hiện", "Số không rõ kế hoạch hay đã thực hiện", None),
)
"""The parts of the page: heading, caption, the state of the figures."""
NOTHING = "Danh mục chưa ghi nhận số liệu nào."
REPORTS, ALONE = "Đội ngũ, tổ chức, cơ sở", "Con số đứng một mình"
OWNERS_HEAD, DETAILS_HEAD = "Chương trình, kế hoạch", "Nội dung"
TIMES_SHOWN, ROWS_SHOWN, ROWS_FIRST, PARTED = 5, 15, 8, 2
"""The times of each state that the page shows; of each time the rows, if there are more the first ones, and
the figures that are shown in parts.
"""
REPORTS_SHOWN = 20
"""The reports that the page shows; where there are more, a list leads to all."""
UNKNOWN_TIME = "Chưa rõ năm"
THINGS = frozenset({Measure.AREA, Measure.UNITS, Measure.CRITERIA})
"""What counts no people: it comes last."""


class ChartPlanned(NamedTuple):
    """A chart: its title if it has one, what it cannot say, how it is drawn with what is left of that."""

    title: Phrase
    limits: list[str]
    draw: Callable[[Sequence[str]], Beginning]


class ChartShown(NamedTuple):
    """The same as the page has it; where all of its rows stand if not here, and how many they are."""

    title: Phrase
    drawn: Markup
    total: int
    more: str


class StatisticsPart(NamedTuple):
    """A part of the page: what none of its charts can say, the charts, the times that have other pages."""

    heading: str
    anchor: str
    limits: list[str]
    charts: list[ChartShown]
    elsewhere: list[Piece]

    @property
    def contents(self) -> list[Piece]:
        """The ways to the charts that have titles; a chart's anchor is numbered by its place in the part."""
        return [
            Piece(text_of(chart.title), f"#{self.anchor}-{number}")
            for number, chart in enumerate(self.charts, 1)
            if chart.title
        ]


@dataclass(frozen=True)
class StatisticsContent(LedContent):
    """What fills the template: the parts, the figures that stand alone, where all reports are if not here."""

    template = "statistics"
    parts: list[StatisticsPart]
    alone_heading: str
    alone: list[LoneFigure]
    reports: Beginning | None
    drafts: list[Markup]
    nothing: str


class TimeOfState(NamedTuple):
    """The statements of one state and one time."""

    heading: str
    caption: str
    state: Progress | None
    years: YearSpan
    stated: Sequence[Statement]
    chart: Chart

    @property
    def name(self) -> str:
        """«2018-2022»."""
        return years_in_words(self.years)

    @property
    def title(self) -> str:
        """«Giai đoạn 2018-2022», «Năm 2024»."""
        if not self.years:
            return UNKNOWN_TIME
        return f"{'Giai đoạn' if len(self.years) > 1 else 'Năm'} {self.name}"

    @property
    def address(self) -> str:
        """Where all of them stand."""
        return f"danh-sach/{SECTION}/{anchor(self.heading)}/{self.name or anchor(UNKNOWN_TIME)}/"


def statistics_pages(context: Context) -> Iterator[Output]:
    """The page, and those of the times and reports of which it shows a part or nothing."""
    yield Output(f"{SECTION}/", partial(statistics_page, context), indexed=True)
    for times in times_of_states(context):
        largest = largest_of(times)
        for time in times:
            if not any(time is each for each in largest) or len(time.stated) > ROWS_SHOWN:
                yield from list_pages(time_list(context, time))
    reports = report_list(context)
    yield from list_pages(reports) if len(reports.items) > REPORTS_SHOWN else ()


def times_of_states(context: Context) -> Iterator[list[TimeOfState]]:
    """The times of each state, the newest first."""
    found, charts = context.catalogue.once(statements), context.catalogue.once(charts_by_time)
    for heading, caption, state in STATES:
        yield [
            TimeOfState(heading, caption, state, years, each, charts[state, years])
            for years, each in found.get(state, {}).items()
        ]


def largest_of(times: Sequence[TimeOfState]) -> list[TimeOfState]:
    """The times that the page shows: those of which most is stated, in their order."""
    largest = sorted(times, key=lambda time: -len(time.stated))[:TIMES_SHOWN]
    return [time for time in times if any(time is each for each in largest)]


def statistics_page(context: Context) -> Page:
    """Nothing is added up, since units and bodies differ. Plans come first, what is no people last."""
    reports = report_list(context)
    shown = [each for each in reports.items[:REPORTS_SHOWN] if not each.is_draft]
    parts = [part_of_state(context, times) for times in times_of_states(context) if times]
    charts = [chart for report in shown for chart in charts_of_report(context, report)]
    parts += [part_of(REPORTS, charts, [])] if charts else []
    drafts = [each for each in reports.items[:REPORTS_SHOWN] if each.is_draft]
    content = StatisticsContent(
        TITLE,
        [HOME],
        LEAD,
        parts,
        ALONE,
        [row for report in shown for row in lone_figures(context.phrases, report)],
        beginning(reports, 0, 0) if len(reports.items) > REPORTS_SHOWN else None,
        context.entries.each(drafts),
        NOTHING,
    )
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content)


def part_of_state(context: Context, times: Sequence[TimeOfState]) -> StatisticsPart:
    """What is planned, or done, or neither: the largest times as charts, links to the others."""
    heading, largest = times[0].heading, largest_of(times)
    charts = [chart for time in largest for chart in charts_of_time(context, time, len(times) > 1)]
    elsewhere = [
        Piece(f"{time.name or UNKNOWN_TIME} ({len(time.stated)})", ROOT + time.address)
        for time in times
        if not any(time is each for each in largest)
    ]
    return part_of(heading, charts, elsewhere)


def part_of(heading: str, charts: Sequence[ChartPlanned], elsewhere: list[Piece]) -> StatisticsPart:
    """A part of the page. What holds for all of its charts is said once, above them."""
    limited = [chart.limits for chart in charts if chart.limits]
    said = dict.fromkeys(limit for limits in limited for limit in limits)
    shared = [
        limit
        for limit in said
        if len(limited) > 1 and (limit in OF_EVERY_CHART or all(limit in limits for limits in limited))
    ]
    drawn = [
        ChartShown(chart.title, *chart.draw([limit for limit in chart.limits if limit not in shared]))
        for chart in charts
    ]
    return StatisticsPart(heading, anchor(heading), shared, drawn, elsewhere)


def charts_of_time(context: Context, time: TimeOfState, named: bool) -> Iterator[ChartPlanned]:
    """The chart of a time, then those of its figures that have parts."""
    title = (Piece(time.title),) if named else ()
    limits = time_limits(context, time) if time.chart.scales else []
    yield ChartPlanned(
        title, limits, lambda left: beginning(time_list(context, time, left), ROWS_SHOWN, ROWS_FIRST)
    )
    parted = ((each.owner, figure) for each in time.stated for figure in each.figures if figure.parts)
    for owner, figure in islice(parted, PARTED):
        yield record_chart(context.phrases, owner, parts_chart(figure), context.catalogue.name(owner))


def time_limits(context: Context, time: TimeOfState) -> list[str]:
    """What the chart of a time cannot say."""
    charted = Charted(time.chart, time.state, time.years)
    return limit_words(time.chart, limits_of_time(context.catalogue, charted))


def time_list(context: Context, time: TimeOfState, limits: Sequence[str] | None = None) -> LongList:
    """The rows of a time on pages of their own, in the order and on the scales of their chart.

    `limits` are those that each page tells: all of them unless given, worked out once for all pages.
    """
    title = f"{time.heading}: {time.name or UNKNOWN_TIME}"
    told = cache(lambda: time_limits(context, time) if limits is None else limits)
    draw = partial(drawn_time, context, time, told)
    return LongList(time.address, SECTION, title, trail_below(SECTION), time.chart.rows, draw)


def drawn_time(
    context: Context, time: TimeOfState, limits: Callable[[], Sequence[str]], rows: Sequence[ChartRow]
) -> Markup:
    """Some rows of a time, with the sources of what they say."""
    caption = f"{time.caption}, {time.name or UNKNOWN_TIME.lower()}"
    owned = ((each.about, each) for each in rows if isinstance(each.about, (Program, Plan)))
    stated = ((owner, figure) for owner, each in owned for figure in figures_of_row(each))
    beside = Beside(limits(), sources_in_words(context.phrases, stated))
    return drawn_chart(context.phrases, (caption, OWNERS_HEAD), time.chart, rows, beside)


def report_list(context: Context) -> LongList:
    """Every report, those first that count people, drafts last."""
    catalogue = context.catalogue
    found = catalogue.sorted(catalogue.reports.values())
    reports = sorted(found, key=lambda report: (report.is_draft, counts_things(report)))
    title = "Mọi số liệu thống kê"
    address = f"danh-sach/{SECTION}/thong-ke/"
    return LongList(address, SECTION, title, trail_below(SECTION), reports, context.entries.listed)


def counts_things(report: Report) -> bool:
    """Whether a report counts no people but areas, offices, criteria."""
    figures = [*report.declared, *(figure for row in report.rows for figure in row.figures)]
    return bool(figures) and all(each.measure in THINGS for each in figures)


def charts_of_report(context: Context, report: Report) -> Iterator[ChartPlanned]:
    """The charts of a report."""
    tables = report_tables(context.phrases, report)
    foot, name = tables.foot if tables else "", context.catalogue.name(report)
    for chart in report_charts(report).charts:
        yield record_chart(context.phrases, report, chart, name, foot)


def record_chart(
    phrases: Phrases, record: Report | Owner, chart: Chart, title: str, foot: str = ""
) -> ChartPlanned:
    """A chart of the figures of one record."""
    figures = list({id(each): each for row in chart.rows for each in figures_of_row(row)}.values())
    time = usual_time(phrases, record)
    caption = (record.subject or title) if isinstance(record, Report) else parts_of(chart)
    notes = [record.note if isinstance(record, Report) else None, *(each.note for each in figures)]
    said = [note for note in dict.fromkeys(notes) if note]
    in_parts = any(isinstance(row.about, Part) for row in chart.rows)
    sources = sources_in_words(phrases, ((record, each) for each in figures), in_parts=in_parts)

    def draw(left: Sequence[str]) -> Beginning:
        beside = Beside([*left, *said], sources, foot)
        drawn = drawn_chart(phrases, (caption, DETAILS_HEAD), chart, chart.rows, beside)
        return Beginning(drawn, len(chart.rows), "")

    limits = limit_words(chart, limits_of_record(chart, record))
    return ChartPlanned((phrases.link(record), *((Piece(" · "), *time) if time else ())), limits, draw)


def parts_of(chart: Chart) -> str:
    """What the chart of one figure has: «Các phần của số lớp»."""
    return f"Các phần của số {chart.scales[0].label}"
