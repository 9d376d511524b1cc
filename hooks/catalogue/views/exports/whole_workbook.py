"""The whole catalogue as a workbook: a sheet for each kind of record, for classes, figures, shared seats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice

from catalogue.model.kinds import KINDS
from catalogue.views.exports.common_sheets import UNTRUE_ZERO, about_sheet, remark_of
from catalogue.views.exports.sheets import Look, Sheet, SheetCell, SheetColumn, SheetNumber, SheetRow
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE
from catalogue.views.words.phrases import YES_NO
from catalogue.views.words.table_parts import ADDING, Table, TableColumn, TableRow, Value, column_table

ROWS = 1_000_000
"""Rows of a table on one sheet; more of them stand on further ones."""
BESIDE_KINDS = frozenset({"classes", "figures", "allocations"})
"""What stands in records and has a sheet too; every other table has a CSV file."""
WIDTHS = {"integer": 12, "number": 14, "boolean": 10, "date": 12, "string": 24}
WIDE = frozenset({"title", "summary", "note", "description", "sources"})
READING = (
    UNTRUE_ZERO,
    "Cột cuối mỗi bảng cho biết ô nào trống vì chưa có thông tin.",
    "Mục có «Bản nháp» là Có thì chưa xác minh: trang không tính vào số đếm, số cộng nào.",
    ADDING,
    "Dòng cộng có sẵn ở tệp Excel của kế hoạch, của năm.",
    "Ngày chỉ biết tháng hoặc năm thì để bằng chữ (2024-03, 2024); --03-05 là ngày mà nguồn không in năm.",
    "Nghĩa của từng cột ở trang tính «Các cột»; các bảng khác của danh mục ở các tệp CSV.",
)
"""How not to misread the tables."""


def tables_in(context: Context) -> list[Table]:
    """The tables that have a sheet, in their order."""
    named = {kind.folder.replace("-", "_") for kind in KINDS.values()} | BESIDE_KINDS
    return [table for table in context.tables if table.name in named]


def whole_sheets(context: Context) -> Iterator[Sheet]:
    """The sheets of the whole catalogue, each made when the one before it is written."""
    tables = tables_in(context)
    yield about_sheet(context, context.catalogue.settings.name, DATA_PAGE, READING)
    for table in (column_table(tables), *tables):
        yield from table_sheets(context, table)


def table_sheets(context: Context, table: Table) -> Iterator[Sheet]:
    """A table, on as many sheets as its rows need."""
    columns = [
        SheetColumn(each.title, 44 if each.name in WIDE else WIDTHS[each.type]) for each in table.columns
    ]
    rows, above = iter(table.rows()), [f"{table.title}. {table.grain}", remark_of(context)]
    ways = [TableCells(each) for each in table.columns]
    for _ in range(max(-(-table.total // ROWS), 1)):
        found = [table_row(ways, row) for row in islice(rows, ROWS)]
        yield Sheet(table.title, above, columns, found, held=2)


def table_row(ways: Sequence[TableCells], row: TableRow) -> SheetRow:
    """A row of a table."""
    return SheetRow([way[value] for way, value in zip(ways, row, strict=True)], Look.BARE)


class TableCells(dict[Value, SheetCell]):
    """The values of a column as cells, kept, since most come again."""

    def __init__(self, column: TableColumn) -> None:
        super().__init__()
        self.column = column

    def __missing__(self, value: Value) -> SheetCell:
        cell = self[value] = table_cell(self.column, value)
        return cell


def table_cell(column: TableColumn, value: Value) -> SheetCell:
    """A value; what is not known stays empty, as the last column of the table tells."""
    if value is None:
        return ""
    if isinstance(value, str):
        is_day = column.type == "date" and len(value) == len("YYYY-MM-DD")
        return date.fromisoformat(value) if is_day else value
    return YES_NO[value] if isinstance(value, bool) else SheetNumber(Decimal(value))
