"""A programme that is held again and again, in words: its years side by side."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from catalogue.findings.amounts import counting_years
from catalogue.findings.outcomes import ProgramOutcome, program_outcome
from catalogue.findings.series import all_series
from catalogue.language.vietnamese import number
from catalogue.model.collection import years_in_words
from catalogue.model.program import Program
from catalogue.views.words.context import Context
from catalogue.views.words.outcomes import OutcomeRow, Sort, cells_of, remarks_of, sorts_of, table
from catalogue.views.words.phrases import plain

SERIES_ANCHOR = "muc_qua_cac_nam"
"""Where the page of a programme has its years side by side."""
SERIES_HEADS = "Năm", "Chương trình"
SHOWN = 20
"""The programmes of a series that a page shows: the newest."""


def series_table(context: Context, program: Program) -> Markup:
    """What each programme of a series planned and did, the oldest first; empty where one repeats none."""
    series = context.catalogue.once(all_series).get(program.id, ())
    if not series:
        return Markup()
    catalogue = context.catalogue
    rows = [program_outcome(catalogue, each, counting_years(catalogue, each)) for each in series[-SHOWN:]]
    sorts = [sort for sort in sorts_of(rows) if any(sort.shown)]
    left = f", {number(SHOWN)} lần gần nhất trong {number(len(series))} lần" if len(series) > SHOWN else ""
    told = [series_row(context, sorts, each, program) for each in rows]
    return table(f"Kế hoạch và đã thực hiện qua các lần tổ chức{left}", SERIES_HEADS, sorts, told)


def series_row(context: Context, sorts: Sequence[Sort], row: ProgramOutcome, current: Program) -> OutcomeRow:
    """A programme of a series; the one whose page it is says so."""
    years = years_in_words(counting_years(context.catalogue, row.program))
    link = plain("Chương trình này") if row.program is current else (context.phrases.link(row.program),)
    title = plain(years or "Chưa rõ năm")
    return OutcomeRow(title, link, cells_of(sorts, row), list(remarks_of(context.phrases, row)))
