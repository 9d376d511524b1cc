"""The statistics: every report, and the figures of programmes and plans, planned apart from done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Progress
from catalogue.model.collection import years_in_words
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.records import Plan
from catalogue.model.sections import SECTIONS
from catalogue.page import LedContent, Output, Page, Piece, TemplateContent, page
from catalogue.views.words.context import Context
from catalogue.views.words.figures import progress
from catalogue.views.words.lists import PAGE_LENGTH, Beginning, LongList, anchor, beginning, list_pages
from catalogue.views.words.phrases import Phrases, figure_words
from catalogue.views.words.trails import HOME, trail_below

SECTION = "so-lieu"
TITLE = SECTIONS[SECTION].title
LEAD = (
    "Số liệu nguồn nêu về đội ngũ, số lớp, chỉ tiêu và kết quả. Kế hoạch và đã thực hiện để riêng; "
    "lượt, học viên và người là các đơn vị tính khác nhau."
)
REPORTS = "Số liệu thống kê"
NOT_ADDED = "Không cộng các dòng: khác năm, khác đơn vị tính, có dòng nằm trong dòng khác."
BY_STATE = (
    ("Kế hoạch", "Chỉ tiêu theo kế hoạch", Progress.PLANNED),
    ("Đã thực hiện", "Kết quả đã thực hiện", Progress.DONE),
)
"""The tables of figures: heading, caption, the state of their figures."""


class OwnerRow(NamedTuple):
    """The figures of a programme or plan as a row of the statistics, and its years."""

    link: Piece
    value: str
    years: str


@dataclass(frozen=True)
class OwnerRowsContent(TemplateContent):
    """What fills the template of a table of figures."""

    template = "figure_rows"
    caption: str
    rows: Sequence[OwnerRow]
    foot: str


@dataclass(frozen=True)
class StatisticsContent(LedContent):
    """What fills the template of the statistics: of each list its heading, its anchor and its beginning."""

    template = "statistics"
    parts: list[tuple[str, str, Beginning]]


def statistics_pages(context: Context) -> Iterator[Output]:
    """The page and those of its long lists. Nothing is added up, since units and bodies differ."""
    lists = [(REPORTS, report_list(context)), *((heading, rows) for heading, rows in row_lists(context))]
    yield Output(
        f"{SECTION}/", partial(statistics_page, [each for each in lists if each[1].items]), indexed=True
    )
    for _, long in lists:
        yield from list_pages(long) if len(long.items) > PAGE_LENGTH else ()


def statistics_page(lists: list[tuple[str, LongList]]) -> Page:
    """The beginning of each list of figures."""
    parts = [(heading, anchor(heading), beginning(long)) for heading, long in lists]
    content = StatisticsContent(TITLE, [HOME], LEAD, parts)
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content.html())


def report_list(context: Context) -> LongList:
    """Every report."""
    reports = context.catalogue.sorted(context.catalogue.reports.values())
    address = f"danh-sach/{SECTION}/thong-ke/"
    return LongList(address, SECTION, REPORTS, trail_below(SECTION), reports, context.entries.listed)


def row_lists(context: Context) -> Iterator[tuple[str, LongList]]:
    """The figures that are planned and those that are done, each with its heading."""
    for heading, caption, state in BY_STATE:
        rows = owner_rows(context.phrases, state)
        address, title = f"danh-sach/{SECTION}/{anchor(heading)}/", f"{TITLE}: {heading.lower()}"
        yield heading, LongList(address, SECTION, title, trail_below(SECTION), rows, partial(table, caption))


def table(caption: str, rows: Sequence[OwnerRow]) -> Markup:
    """Rows of figures as a table."""
    return OwnerRowsContent(caption, rows, NOT_ADDED if len(rows) > 1 else "").html()


def owner_rows(phrases: Phrases, state: Progress) -> list[OwnerRow]:
    """The figures of programmes and plans that are in a state."""
    catalogue = phrases.catalogue
    everyone: list[Program | Plan] = [*catalogue.programs.values(), *catalogue.plans.values()]
    return [
        owner_row(phrases, owner, stated)
        for owner in catalogue.sorted(owner for owner in everyone if not owner.is_draft)
        if (stated := [figure for figure in owner.figures if progress(owner, figure) is state])
    ]


def owner_row(phrases: Phrases, owner: Program | Plan, figures: list[Figure]) -> OwnerRow:
    """Some figures of a programme or plan in words."""
    stated = ", ".join(with_parts(phrases, figure) for figure in figures)
    return OwnerRow(phrases.link(owner), stated, years_in_words(phrases.catalogue.years(owner)))


def with_parts(phrases: Phrases, figure: Figure) -> str:
    """A figure with its parts in brackets."""
    parts = "; ".join(
        f"{part.title} {number(part.value)}{' (danh mục tính)' if part.computed_from else ''}"
        for part in figure.parts
    )
    return figure_words(figure) + (f" (gồm {parts})" if parts else "")
