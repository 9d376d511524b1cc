"""A programme that is held again and again, in words: its years side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.amounts import counting_years
from catalogue.findings.outcomes import ProgramOutcome, program_outcome
from catalogue.findings.series import (
    LATEST,
    Series,
    all_missing,
    all_series,
    missing_by_year,
    years_held,
)
from catalogue.language.vietnamese import number
from catalogue.model.collection import Catalogue, years_in_words
from catalogue.model.program import Program
from catalogue.page import ROOT, Piece, TemplateContent
from catalogue.views.words.context import Context
from catalogue.views.words.lists import LongList
from catalogue.views.words.outcomes import (
    UNKNOWN,
    Heads,
    OutcomeRow,
    Sort,
    cells_of,
    remarks_of,
    sorts_of,
    table,
)
from catalogue.views.words.phrases import in_sentence, plain
from catalogue.views.words.trails import HOME, section_link

SERIES_ANCHOR = "muc_qua_cac_nam"
"""Where the page of a programme has its years side by side."""
MISSED = "Chương trình hằng năm, danh mục chưa ghi nhận ở năm này"
NOT_RECORDED = "Danh mục chưa ghi nhận"
SERIES_HEADS = Heads("Năm", "Chương trình")
SHOWN = 20
"""The programmes of a series that a page shows: the newest."""


class MissedRow(NamedTuple):
    """A yearly programme that a year lacks: the one before, and the years that have one."""

    link: Piece
    held: str


@dataclass(frozen=True)
class SeriesContent(TemplateContent):
    """What fills the template of a series: in which years it is missing, the table of the others."""

    template = "series"
    missing: str
    table: Markup


@dataclass(frozen=True)
class MissedContent(TemplateContent):
    """What fills the template of yearly programmes that a year lacks."""

    template = "missed"
    rows: Sequence[MissedRow]


def series_table(context: Context, program: Program) -> Markup:
    """What each programme of a series planned and did, the oldest first; empty where one repeats none."""
    series = context.catalogue.once(all_series).get(program.id, ())
    if not series:
        return Markup()
    catalogue, shown = context.catalogue, series[-SHOWN:]
    rows = [program_outcome(catalogue, each, counting_years(catalogue, each)) for each in shown]
    sorts = [sort for sort in sorts_of(rows) if any(sort.shown)]
    left = f", {number(SHOWN)} lần gần nhất trong {number(len(series))} lần" if len(series) > SHOWN else ""
    told = [(years_of(catalogue, each.program), series_row(context, sorts, each, program)) for each in rows]
    first = told[0][0]
    missed = [year for year in catalogue.once(all_missing).get(series[-1].id, ()) if (year,) > first]
    told += [((year,), missing_row(sorts, year)) for year in missed]
    ordered = [row for _, row in sorted(told, key=lambda each: each[0])]
    caption = f"Kế hoạch và đã thực hiện qua các lần tổ chức{left}"
    return SeriesContent(
        missing_in_words(catalogue, series), table(caption, SERIES_HEADS, sorts, ordered)
    ).html()


def years_of(catalogue: Catalogue, program: Program) -> tuple[int, ...]:
    """The years of a programme; later than all others where they are not known."""
    return counting_years(catalogue, program) or (LATEST,)


def missing_row(sorts: Sequence[Sort], year: int) -> OutcomeRow:
    """A year in which a yearly programme is not recorded."""
    cells = [UNKNOWN for sort in sorts for _ in sort.heads]
    return OutcomeRow(plain(str(year)), plain(NOT_RECORDED), cells, [])


def missing_in_words(catalogue: Catalogue, series: Series) -> str:
    """That a series is a yearly one, and which years have none of it; empty where no year lacks it."""
    missed = catalogue.once(all_missing).get(series[-1].id)
    if not missed:
        return ""
    untimed = sum(not counting_years(catalogue, each) for each in series)
    doubt = f" (có {number(untimed)} lần không rõ năm)" if untimed else ""
    return (
        f"Các lần tổ chức lại cho thấy đây là chương trình hằng năm. Năm {listed(missed)}: "
        f"danh mục chưa ghi nhận lần nào{doubt}."
    )


def listed(years: Sequence[int]) -> str:
    """Years one after the other: «2024», «2024, 2026»."""
    return ", ".join(str(year) for year in years)


def missed_in(context: Context, year: int) -> LongList:
    """The yearly programmes that are not recorded in a year."""
    trail = [HOME, section_link("nam"), Piece(f"Năm {year}", f"{ROOT}nam/{year}/")]
    series = context.catalogue.once(missing_by_year).get(year, ())
    title = f"Năm {year}: {in_sentence(MISSED)}"
    return LongList(f"nam/{year}/chua-ghi-nhan/", "nam", title, trail, series, partial(drawn, context, year))


def drawn(context: Context, year: int, found: Sequence[Series]) -> Markup:
    """Some yearly programmes that are not recorded in a year: the one before, and the years that have one."""
    rows = []
    for series in found:
        held = years_held(context.catalogue, series)
        before = [each for each in series if years_of(context.catalogue, each) < (year,)]
        rows.append(MissedRow(context.phrases.link((before or series)[-1]), listed(held)))
    return MissedContent(rows).html()


def series_row(context: Context, sorts: Sequence[Sort], row: ProgramOutcome, current: Program) -> OutcomeRow:
    """A programme of a series; the one whose page it is says so."""
    years = years_in_words(counting_years(context.catalogue, row.program))
    link = plain("Chương trình này") if row.program is current else (context.phrases.link(row.program),)
    title = plain(years or "Chưa rõ năm")
    return OutcomeRow(title, link, cells_of(sorts, row), list(remarks_of(context.phrases, row)))
