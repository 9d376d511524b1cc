"""«Nhóm nào đã có lớp»: which group has programmes in which field and content, first what nobody meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.coverage import Coverage, OpenNeed, coverages, open_needs
from catalogue.findings.idle import idle_groups
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, Phrase, Piece, TemplateContent, page, phrase
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
from catalogue.views.words.lists import (
    Beginning,
    LongList,
    bearable_length,
    beginning,
    fitting,
    list_pages,
    side_by_side,
    weight,
    weights,
)
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
NEEDS = "Nhu cầu nguồn nêu, danh mục chưa ghi nhận chương trình nào đáp ứng"
IDLE_SHOWN, IDLE_FOLDED, IDLE_HEAVIEST = 12, 68, 12_000
"""Groups without programmes that stand before the tables; those that are folded there, and their bytes."""
ROWS, FIRST, ROWS_ALONE = 32, 20, 60
"""Rows of a table that stands whole beside the others, those of a longer one, and those on a page of its own;
fewer where they are heavy."""


@dataclass(frozen=True)
class CoverageRowsContent(TemplateContent):
    """What fills the template of a table: what it sets groups against, its columns, its rows."""

    template = "coverage_rows"
    caption: str
    columns: Sequence[str]
    rows: Sequence[RowWords]


@dataclass(frozen=True)
class NeedsContent(TemplateContent):
    """What fills the template of some open needs, and what meets none."""

    template = "needs"
    needs: Sequence[NeedWords]
    meeting: str


class CoverageList(NamedTuple):
    """The open needs or the table of one axis, and how much of it stands beside the others."""

    long: LongList
    shown: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it stands elsewhere."""
        return self.shown == len(self.long.items)


class CoverageWords(NamedTuple):
    """The same as the page has it."""

    title: str
    anchor: str
    list: Beginning


@dataclass(frozen=True)
class CoverageContent(LedContent):
    """What fills the template: open needs, the years to choose from, tables, groups without any."""

    template = "coverage"
    needs: list[CoverageWords]
    years_said: str
    years: list[Piece]
    tables: list[CoverageWords]
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
        needs = [] if year else [needs_of(context)]
        lists = side_by_side_of([*needs, *(table_of(context.phrases, each) for each in of_year)])
        split = lists[: len(needs)], lists[len(needs) :]
        draw = partial(coverage_page, context, [each for each in found if each], of_year[0], split)
        yield Output(address_of(year), draw, indexed=True)
        for each in lists:
            yield from () if each.is_whole else list_pages(each.long)


def side_by_side_of(lists: Sequence[LongList]) -> list[CoverageList]:
    """Some lists as they stand on one page, and each on pages of its own; neither is too heavy."""
    weighed = [weights(long) for long in lists]
    shown = side_by_side([each if len(each) <= ROWS else each[:FIRST] for each in weighed])
    return [
        CoverageList(long._replace(length=bearable_length(each, long.length)), first)
        for long, each, first in zip(lists, weighed, shown, strict=True)
    ]


def needs_of(context: Context) -> LongList:
    """The open needs as a list that may be long."""
    needs = open_needs(context.catalogue)
    draw = partial(drawn_needs, context.phrases)
    return LongList(f"{SECTION}/nhu-cau/", SECTION, NEEDS, trail_below(SECTION), needs, draw)


def drawn_needs(phrases: Phrases, needs: Sequence[OpenNeed]) -> Markup:
    """Some open needs as a list."""
    return NeedsContent(need_words(phrases, needs), MEETING).html()


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
    context: Context, years: Sequence[int], coverage: Coverage, lists: tuple[list[CoverageList], ...]
) -> Page:
    """The coverage of one year, or of all of them; `lists` are the open needs, if any, and the tables."""
    year, phrases = coverage.year, context.phrases
    title = f"{TITLE}: năm {year}" if year else TITLE
    silent = idle_groups(context.catalogue, coverage)
    idle = [idle_words(phrases, each) for each in silent.groups]
    folded = idle[IDLE_SHOWN:][:IDLE_FOLDED]
    folded = folded[: fitting([weight(phrase(each)) for each in folded], IDLE_HEAVIEST)]
    needs, tables = ([list_words(each) for each in some if each.long.items] for some in lists)
    content = CoverageContent(
        title,
        [HOME, section_link(SECTION)] if year else [HOME],
        LEAD,
        needs=needs,
        years_said="Năm khác" if year else "Xem riêng từng năm",
        years=[Piece(f"{each}", ROOT + address_of(each)) for each in years if each != year],
        tables=tables,
        sides=sides_link(year),
        idle=idle[:IDLE_SHOWN],
        idle_folded=folded,
        idle_left=max(len(idle) - IDLE_SHOWN - len(folded), 0),
        undated=undated_words(phrases, silent),
        jumps=list(jumps(needs, idle, tables)),
        period=f"năm {year}" if year else "mọi năm",
        legend=LEGEND,
        legend_blank=LEGEND_BLANK,
        legend_added=LEGEND_ADDED,
        nothing=NOTHING,
    )
    return page(address_of(year), title, LEAD, SECTION, content)


def list_words(listed: CoverageList) -> CoverageWords:
    """A list as the page has it."""
    long, shown = listed
    return CoverageWords(long.title, long.address.split("/")[-2], beginning(long, shown, shown))


def jumps(
    needs: Sequence[CoverageWords], idle: Sequence[Phrase], tables: Sequence[CoverageWords]
) -> Iterator[Piece]:
    """Links to what the page has, since its tables are long."""
    if needs:
        yield Piece("Nhu cầu chưa có chương trình", "#nhu-cau")
    if idle:
        yield Piece("Đối tượng chưa có chương trình", "#chua-co")
    for each in tables:
        yield Piece(each.title, f"#{each.anchor}")
