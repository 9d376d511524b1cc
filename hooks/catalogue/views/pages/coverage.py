"""«Nhóm nào đã có lớp»: which group has programmes in which field and content, first what nobody meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.coverage import Coverage, coverages, open_needs
from catalogue.findings.idle import idle_groups
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, Phrase, Piece, TemplateContent, page
from catalogue.views.words.context import Context
from catalogue.views.words.coverage import (
    LABELS,
    NeedWords,
    RowWords,
    idle_words,
    need_words,
    row,
    undated_words,
)
from catalogue.views.words.lists import Beginning, LongList, beginning, list_pages
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.sides import sides_link
from catalogue.views.words.trails import HOME, section_link, trail_below

SECTION = "do-phu"
TITLE = SECTIONS[SECTION].title
LEAD = (
    "Mỗi nhóm đối tượng đã có chương trình ở lĩnh vực nào, nội dung nào, của khối nào, "
    "theo những gì danh mục ghi nhận được."
)
LEGEND = (
    "Số trong ô là số chương trình, kể cả chương trình mới là đề xuất và chương trình mà mọi lớp đã hoãn, "
    "hủy; bấm vào số để xem. «cần»: nguồn nêu nhu cầu mà danh mục chưa ghi nhận chương trình nào."
)
MEETING = "Chương trình mới là đề xuất, hay mọi lớp đã hoãn, hủy, không được coi là đáp ứng nhu cầu."
LEGEND_BLANK = "là danh mục chưa ghi nhận, không có nghĩa là chưa ai mở."
LEGEND_ADDED = "Một chương trình có thể đứng ở nhiều ô, nên không cộng các ô."
NOTHING = "Danh mục chưa ghi nhận chương trình hay nhu cầu nào."
IDLE_SHOWN, IDLE_NAMED = 12, 80
"""Groups without programmes that stand before the tables, and with them those that are folded; no more."""
ROWS, ROWS_ALONE = 32, 60
"""Groups on a page that has all tables, and on one that has a single one: two hundred kilobytes at most."""


@dataclass(frozen=True)
class CoverageRowsContent(TemplateContent):
    """What fills the template of a table: what it sets groups against, its columns, its rows."""

    template = "coverage_rows"
    caption: str
    columns: Sequence[str]
    rows: Sequence[RowWords]


class AxisTable(NamedTuple):
    """The table of one axis."""

    title: str
    anchor: str
    table: Beginning


@dataclass(frozen=True)
class CoverageContent(LedContent):
    """What fills the template: open needs, the years to choose from, tables, groups without any."""

    template = "coverage"
    needs: list[NeedWords]
    meeting: str
    years: list[Piece]
    tables: list[AxisTable]
    sides: Piece
    idle: list[Phrase]
    idle_folded: list[Phrase]
    idle_left: int
    undated: Phrase
    jumps: list[Piece]
    period: str
    legend: str
    legend_blank: str
    legend_added: str
    nothing: str


def coverage_pages(context: Context) -> Iterator[Output]:
    """The page of all years, one a year, and those of long tables."""
    found = context.catalogue.once(coverages)
    for year, of_year in found.items():
        tables = [(each, table_of(context.phrases, each)) for each in of_year]
        draw = partial(coverage_page, context, [each for each in found if each], tables)
        yield Output(address_of(year), draw, indexed=True)
        for _, long in tables:
            yield from list_pages(long) if len(long.items) > ROWS else ()


def address_of(year: int | None) -> str:
    """Where the page of a year stands, of all years where none is given."""
    return f"{SECTION}/{year}/" if year else f"{SECTION}/"


def table_of(phrases: Phrases, coverage: Coverage) -> LongList:
    """The table of one axis as a list of its groups that may be long."""
    title = f"Đối tượng theo {coverage.axis.label.lower()}{in_year(coverage.year)}"
    draw = partial(drawn, phrases, title, coverage)
    address = f"{address_of(coverage.year)}{coverage.axis.value}/"
    return LongList(address, SECTION, title, trail_below(SECTION), coverage.groups, draw, ROWS_ALONE)


def in_year(year: int | None) -> str:
    """«, năm 2024»."""
    return f", năm {year}" if year else ""


def drawn(phrases: Phrases, caption: str, coverage: Coverage, groups: Sequence[str]) -> Markup:
    """Some groups as the rows of a table."""
    columns = [LABELS[coverage.axis][value] for value in coverage.values]
    return CoverageRowsContent(caption, columns, [row(phrases, coverage, each) for each in groups]).html()


def coverage_page(
    context: Context, years: Sequence[int], tables: Sequence[tuple[Coverage, LongList]]
) -> Page:
    """The coverage of one year, or of all of them with the open needs first."""
    first = tables[0][0]
    year, phrases = first.year, context.phrases
    title = f"{TITLE}: năm {year}" if year else TITLE
    needs = [] if year else need_words(phrases, open_needs(context.catalogue))
    silent = idle_groups(context.catalogue, first)
    idle = [idle_words(phrases, each) for each in silent.groups]
    drawn = [
        AxisTable(long.title, coverage.axis.value, beginning(long, ROWS))
        for coverage, long in tables
        if long.items
    ]
    content = CoverageContent(
        title,
        [HOME, section_link(SECTION)] if year else [HOME],
        LEAD,
        needs=needs,
        meeting=MEETING,
        years=[Piece(f"Năm {each}", ROOT + address_of(each)) for each in years if each != year],
        tables=drawn,
        sides=sides_link(year),
        idle=idle[:IDLE_SHOWN],
        idle_folded=idle[IDLE_SHOWN:IDLE_NAMED],
        idle_left=max(len(idle) - IDLE_NAMED, 0),
        undated=undated_words(phrases, silent),
        jumps=list(jumps(needs, idle, drawn)),
        period=f"năm {year}" if year else "mọi năm",
        legend=LEGEND,
        legend_blank=LEGEND_BLANK,
        legend_added=LEGEND_ADDED,
        nothing=NOTHING,
    )
    return page(address_of(year), title, LEAD, SECTION, content)


def jumps(needs: Sequence[NeedWords], idle: Sequence[Phrase], tables: Sequence[AxisTable]) -> Iterator[Piece]:
    """Links to what the page has, since its tables are long."""
    if needs:
        yield Piece("Nhu cầu chưa có chương trình", "#nhu-cau")
    if idle:
        yield Piece("Đối tượng chưa có chương trình", "#chua-co")
    for each in tables:
        yield Piece(each.title, f"#{each.anchor}")
