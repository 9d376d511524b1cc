"""A sheet of a workbook before it is written: its head, its rows, and which of them its sums add."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from catalogue.page import Phrase, text_of

ADDED = "có"
"""What a column says of a row that a sum adds."""
SPANS = 250
"""Ranges that one SUM takes everywhere."""
ASKABLE = re.compile(r'(?![0-9.,+-]*$)[^<>=*?~"][^*?~"]{0,200}')
"""A text that a spreadsheet looks for as it is: neither a number, nor a comparison, nor a pattern."""


class SheetNumber(NamedTuple):
    """A number, the word for how exactly it is stated, and whether its sign is always shown."""

    value: Decimal
    bound: str = ""
    is_signed: bool = False


class SheetSum(NamedTuple):
    """A number that a spreadsheet adds up itself: that of the page, and the rows of its column by ranges.

    Of these rows only those are added in which some columns, by their turns, say what is wanted (`where`):
    so a sum holds however the rows of its table are sorted.
    """

    number: SheetNumber
    spans: tuple[tuple[int, int], ...]
    where: tuple[tuple[int, str], ...] = ()


SheetCell: TypeAlias = str | date | SheetNumber | SheetSum | None
"""What stands in a cell; None is what is not known, an empty text what has no place there."""


class Look(StrEnum):
    """What a row is, and so looks like; what stands outside the table is bare."""

    BARE = "bare"
    PLAIN = "plain"
    PART = "part"
    SUBTOTAL = "subtotal"
    FOOT = "foot"


class SheetColumn(NamedTuple):
    """A column: its head, how many letters it is wide, whether it holds numbers."""

    head: str
    width: int = 24
    is_number: bool = False


class SheetRow(NamedTuple):
    """A row of a sheet.

    One that several workbooks share keeps how it is written, by the widths of its columns: so that goes with
    the row, which belongs to the records that it tells of.
    """

    cells: Sequence[SheetCell]
    look: Look = Look.PLAIN
    written: dict[tuple[int, ...], bytes] | None = None


class Sheet(NamedTuple):
    """A table on a sheet of its own.

    `above` stands over the table: its title first; `foot` below it, where filters leave it alone; `said` are
    the sentences below that. Its rows may stand in any order: what they belong to is told by a column, and
    sums are in the foot. The first `held` columns stay where they are when a reader moves to the right.
    """

    name: str
    above: Sequence[str]
    columns: Sequence[SheetColumn]
    rows: Sequence[SheetRow]
    foot: Sequence[SheetRow] = ()
    said: Sequence[str] = ()
    held: int = 1


def cell_of(phrase: Phrase) -> SheetCell:
    """What a phrase is in a cell: a whole date as a date, all else as its words.

    The data has no year that spreadsheets number differently: its first one is later than theirs.
    """
    if len(phrase) == 1 and len(phrase[0].datetime) == len("YYYY-MM-DD"):
        return date.fromisoformat(phrase[0].datetime)
    return text_of(phrase) or None


def with_room(sheet: Sheet) -> Sheet:
    """A sheet whose columns are as wide as their longest number, which spreadsheets else show as «###»."""
    rows = [row.cells for row in (*sheet.rows, *sheet.foot)]
    columns = [
        column._replace(width=max([column.width, *map(letters_of, {cells[turn] for cells in rows})]))
        if column.is_number
        else column
        for turn, column in enumerate(sheet.columns)
    ]
    return sheet._replace(columns=columns)


def letters_of(cell: SheetCell) -> int:
    """How many letters wide a number is, with the word for its exactness and some air; a text breaks."""
    shown = cell.number if isinstance(cell, SheetSum) else cell
    return len(f"{shown.bound} {shown.value:,f} ") if isinstance(shown, SheetNumber) else 0


def sum_cell(number: SheetNumber, column: Sequence[SheetCell], adds: Container[int]) -> SheetCell:
    """A sum of those rows of a column whose turns it `adds`, as a formula.

    It stays a number where the formula would not come to it, or would be too long for a spreadsheet.
    """
    spans = tuple(spans_in(column, adds))
    added = sum(value_in(column[turn]) for first, last in spans for turn in range(first, last + 1))
    return SheetSum(number, spans) if spans and added == number.value and len(spans) <= SPANS else number


def sum_where(number: SheetNumber, rows: Sequence[SheetRow], turn: int, *where: tuple[int, str]) -> SheetCell:
    """A sum of the rows of a column in which others say what is wanted; a number where it would be wrong."""
    found = [row.cells for row in rows]
    for each, wanted in where:
        saying = {cell for cell in {cells[each] for cells in found} if says(cell, wanted)}
        found = [cells for cells in found if cells[each] in saying]
    is_right = sum(value_in(cells[turn]) for cells in found) == number.value
    can_be_asked = all(ASKABLE.fullmatch(wanted) for _, wanted in where)
    return SheetSum(number, ((0, len(rows) - 1),), where) if rows and is_right and can_be_asked else number


def says(cell: SheetCell, wanted: str) -> bool:
    """Whether a cell says something, as a spreadsheet compares texts."""
    return isinstance(cell, str) and cell.casefold() == wanted.casefold()


def value_in(cell: SheetCell) -> Decimal:
    """What a spreadsheet adds of a cell."""
    return cell.value if isinstance(cell, SheetNumber) else Decimal()


def spans_in(column: Sequence[SheetCell], adds: Container[int]) -> Iterator[tuple[int, int]]:
    """The ranges of a column with all numbers to be added and no other: texts between them do no harm."""
    first = last = -1
    for turn, cell in enumerate(column):
        if not isinstance(cell, SheetNumber):
            continue
        if turn in adds:
            first, last = (turn if first < 0 else first), turn
        elif first >= 0:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last
