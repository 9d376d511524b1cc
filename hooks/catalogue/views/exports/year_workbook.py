"""The workbook of a year: what its programmes planned and did, by programme and by lead."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from catalogue.findings.by_year import YearRecords
from catalogue.findings.outcomes import ProgramOutcome
from catalogue.findings.reconciliation import own_checks_of
from catalogue.page import text_of
from catalogue.views.exports.common_sheets import about_sheet, checks_sheet, figures_sheet, remark_of
from catalogue.views.exports.sheets import (
    Look,
    Sheet,
    SheetCell,
    SheetColumn,
    SheetNumber,
    SheetRow,
    sum_cell,
)
from catalogue.views.words.context import Context
from catalogue.views.words.outcomes import UNKNOWN, OutcomeCell, OutcomeRow, Sort, cells_of, labels_of
from catalogue.views.words.phrases import in_sentence, joined
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
    rows = [program_row(context, tables, row) for row in tables.outcome.rows]
    turns = {row.program.id: turn for turn, row in enumerate(tables.outcome.rows)}
    foot = foot_rows(tables.sorts, tables.outcome) if tables.sorts else ()
    heads = 1 + tables.has_leads
    summed = [
        foot_row(tables.sorts, each, heads, rows, [{turns[id] for id in cell.adds} for cell in each.cells])
        for each in foot
    ]
    said = [*unknown_told(tables), *not_added(tables.sorts, tables.outcome)]
    above = [f"Chương trình năm {tables.year}: kế hoạch và đã thực hiện", remark_of(context)]
    return Sheet(PROGRAMS, above, columns, rows, summed, said)


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


def outcome_cell(cell: OutcomeCell) -> SheetCell:
    """A number where it has the unit of its column; else its words."""
    if cell == UNKNOWN:
        return None
    if cell.value is not None:
        return SheetNumber(cell.value, cell.bound.label)
    return f"{cell.words} ({cell.below})" if cell.below else cell.words


def with_signs(sorts: Sequence[Sort], cells: Sequence[SheetCell]) -> list[SheetCell]:
    """The cells of a row, differences with their sign."""
    are_differences = [differ for sort in sorts for differ in difference_columns(sort)]
    return [
        cell._replace(is_signed=True) if differ and isinstance(cell, SheetNumber) else cell
        for cell, differ in zip(cells, are_differences, strict=True)
    ]


def difference_columns(sort: Sort) -> list[bool]:
    """Of the columns that a sort shows which one is that of differences."""
    return [turn == len(sort.shown) - 1 for turn, shown in enumerate(sort.shown) if shown]


def foot_row(
    sorts: Sequence[Sort],
    row: OutcomeRow,
    heads: int,
    rows: Sequence[SheetRow],
    adds: Sequence[Container[int]],
) -> SheetRow:
    """What adds up, as formulas of the rows that each cell `adds`; how many they are stands beside them."""
    cells = with_signs(sorts, [outcome_cell(cell._replace(below="")) for cell in row.cells])
    found: list[SheetCell] = []
    for turn, (cell, added) in enumerate(zip(cells, adds, strict=True), start=heads):
        column = [each.cells[turn] for each in rows]
        found.append(sum_cell(cell, column, added) if isinstance(cell, SheetNumber) else cell)
    return SheetRow([text_of(row.title), *([""] * (heads - 1)), *found, told_below(sorts, row)], Look.FOOT)


def told_below(sorts: Sequence[Sort], row: OutcomeRow) -> str:
    """What the page says small below the numbers of a row: of how many rows they are."""
    cells = zip(labels_of(sorts), row.cells, strict=True)
    return "; ".join(f"{in_sentence(label)}: {cell.below}" for label, cell in cells if cell.below)


def leads_sheet(context: Context, tables: YearTables) -> Sheet:
    """The leads of a year with what their programmes add up to."""
    columns = [
        SheetColumn(LEAD_HEADS.first, 42),
        SheetColumn(LEAD_HEADS.beside, 14, is_number=True),
        *number_columns(tables.lead_sorts),
        SheetColumn(REMARK, 40),
    ]
    rows = [lead_row(tables, tables.lead_row(each), each.programs) for each in tables.outcome.leads]
    every = [range(len(rows))] * len(labels_of(tables.lead_sorts))
    summed = foot_rows(tables.lead_sorts, tables.outcome)
    foot = [foot_row(tables.lead_sorts, each, 2, rows, every) for each in summed]
    above = [f"Đơn vị chủ trì năm {tables.year}: kế hoạch và đã thực hiện", remark_of(context)]
    return Sheet(LEADS, above, columns, rows, foot)


def lead_row(tables: YearTables, row: OutcomeRow, programs: int) -> SheetRow:
    """A lead."""
    cells = with_signs(tables.lead_sorts, [outcome_cell(cell._replace(below="")) for cell in row.cells])
    beside = told_below(tables.lead_sorts, row)
    return SheetRow([text_of(row.title), SheetNumber(Decimal(programs)), *cells, beside])
