"""The workbook of a year: what its programmes planned and did, by programme and by lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from catalogue.findings.by_year import YearRecords
from catalogue.findings.outcomes import ProgramOutcome
from catalogue.findings.reconciliation import own_checks_of
from catalogue.page import text_of
from catalogue.views.exports.common_sheets import (
    about_sheet,
    checks_sheet,
    figures_sheet,
    remark_of,
    words_among_numbers,
)
from catalogue.views.exports.outcome_cells import (
    other_units,
    outcome_cell,
    told_below,
    unit_cells,
    with_signs,
)
from catalogue.views.exports.sheets import (
    Look,
    Sheet,
    SheetCell,
    SheetColumn,
    SheetNumber,
    SheetRow,
    sum_cell,
)
from catalogue.views.exports.year_added import YearAdded
from catalogue.views.words.context import Context
from catalogue.views.words.outcomes import OutcomeRow, Sort, cells_of, labels_of
from catalogue.views.words.phrases import joined
from catalogue.views.words.years import LEAD_HEADS, PROGRAM_HEADS, YearTables, foot_rows, not_added

PROGRAMS, LEADS = "Chương trình", "Đơn vị chủ trì"
REMARK = "Ghi chú"


def year_sheets(context: Context, records: YearRecords) -> list[Sheet]:
    """The sheets of a year."""
    tables = YearTables(context, records.year, records.programs)
    title = f"năm {records.year}"
    found = [*records.plans, *records.programs]
    checks = [check for each in found for check in own_checks_of(context.catalogue, each)]
    return [
        programs_sheet(context, tables),
        figures_sheet(context, title, found),
        checks_sheet(context, title, checks),
        *([leads_sheet(context, tables)] if tables.has_leads and tables.lead_sorts else []),
        about_sheet(context, f"Kế hoạch và đã thực hiện, {title}", f"nam/{records.year}/"),
    ]


def programs_sheet(context: Context, tables: YearTables) -> Sheet:
    """The programmes of a year, what each planned and did; at the foot what of it adds up."""
    columns = [
        SheetColumn(PROGRAM_HEADS.first, 42),
        *([SheetColumn(LEADS, 26)] * tables.has_leads),
        *number_columns(tables.sorts),
        SheetColumn(REMARK, 40),
    ]
    added = YearAdded(
        tables, 1 + tables.has_leads, [program_row(context, tables, row) for row in tables.outcome.rows]
    )
    rows = added.all_rows()
    said = [
        *unknown_told(tables),
        *words_among_numbers(columns, added.rows),
        *not_added(tables.sorts, tables.outcome),
    ]
    above = [f"Chương trình năm {tables.year}: kế hoạch và đã thực hiện", remark_of(context)]
    return Sheet(PROGRAMS, above, [*columns, *added.columns], rows, list(added.foot(rows)), said)


def unknown_told(tables: YearTables) -> Iterator[str]:
    """What no programme of the year says."""
    if tables.unknown:
        yield f"Chưa có thông tin về: {', '.join(tables.unknown)}."


def number_columns(sorts: Sequence[Sort]) -> Iterator[SheetColumn]:
    """The columns of numbers, as the page has them."""
    for label in labels_of(sorts):
        yield SheetColumn(label, 13, is_number=True)


def program_row(context: Context, tables: YearTables, row: ProgramOutcome) -> SheetRow:
    """A programme."""
    lead = row.program.lead
    leads: list[SheetCell] = [context.phrases.named("organization", lead).text if lead else None]
    cells = [outcome_cell(cell) for cell in cells_of(tables.sorts, row)]
    remarks = text_of(joined(list(tables.remarks(row)), ". "))
    name = context.phrases.link(row.program).text
    return SheetRow([name, *(leads * tables.has_leads), *with_signs(tables.sorts, cells), remarks])


def leads_sheet(context: Context, tables: YearTables) -> Sheet:
    """The leads of a year with what their programmes add up to."""
    columns = [
        SheetColumn(LEAD_HEADS.first, 42),
        SheetColumn(LEAD_HEADS.beside, 14, is_number=True),
        *number_columns(tables.lead_sorts),
        SheetColumn(REMARK, 40),
    ]
    rows = [lead_row(tables, tables.lead_row(each), each.programs) for each in tables.outcome.leads]
    foot = list(leads_foot(tables, rows))
    above = [f"Đơn vị chủ trì năm {tables.year}: kế hoạch và đã thực hiện", remark_of(context)]
    return Sheet(LEADS, above, columns, rows, foot, words_among_numbers(columns, rows))


def lead_row(tables: YearTables, row: OutcomeRow, programs: int) -> SheetRow:
    """A lead."""
    cells = with_signs(tables.lead_sorts, [outcome_cell(cell._replace(below="")) for cell in row.cells])
    beside = told_below(tables.lead_sorts, row)
    return SheetRow([text_of(row.title), SheetNumber(Decimal(programs)), *cells, beside])


def leads_foot(tables: YearTables, rows: Sequence[SheetRow]) -> Iterator[SheetRow]:
    """What the programmes of all leads add up to: one row in the units of the columns, one for each other."""
    sorts, every = tables.lead_sorts, range(len(rows))
    for row in foot_rows(sorts, tables.outcome):
        title = text_of(row.title)
        cells = [
            sum_cell(cell, [each.cells[turn] for each in rows], every)
            if isinstance(cell, SheetNumber)
            else cell
            for turn, cell in enumerate(unit_cells(sorts, row), start=2)
        ]
        yield SheetRow([title, "", *cells, told_below(sorts, row)], Look.FOOT)
        for unit in other_units(sorts, row):
            yield SheetRow([f"{title}: {unit}", "", *unit_cells(sorts, row, unit), ""], Look.FOOT)
