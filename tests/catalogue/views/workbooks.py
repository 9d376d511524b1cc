"""Workbooks as a reader's spreadsheet has them: what each cell shows, and what its formulas come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]
from openpyxl.cell.cell import Cell  # type: ignore[import-untyped]
from openpyxl.utils import range_boundaries  # type: ignore[import-untyped]
from openpyxl.utils.escape import unescape  # type: ignore[import-untyped]

from catalogue.language.vietnamese import number
from catalogue.page import File

PREFIX = re.compile(r'"([^"]*)"')
RESULT = re.compile(rb"(</f>)<v>[^<]*</v>")
SUM = re.compile(r"=SUM\(([A-Z0-9:,]+)\)")
SUM_IF = re.compile(r'=SUMIF\(([A-Z0-9:]+),"([^"]+)",([A-Z0-9:]+)\)')
SUM_IFS = re.compile(r'=SUMIFS\(([A-Z0-9:]+)((?:,[A-Z0-9:]+,"[^"]+")+)\)')
ASKED = re.compile(r',([A-Z0-9:]+),"([^"]+)"')


@dataclass(frozen=True)
class ReadWorkbook:
    """A workbook that was read back."""

    file: File

    @cached_property
    def book(self) -> Workbook:
        """With its formulas."""
        return load_workbook(BytesIO(self.file.content))

    @cached_property
    def values(self) -> Workbook:
        """With what its formulas are said to come to."""
        return load_workbook(BytesIO(self.file.content), data_only=True)

    def rows(self, sheet: str) -> list[list[str]]:
        """What the rows of a sheet show below its head, without what is empty."""
        head = int(self.values[sheet].print_title_rows.rpartition("$")[2])
        rows = self.values[sheet].iter_rows(min_row=head + 1)
        return [[text for cell in row if (text := shown(cell))] for row in rows]

    def above(self, sheet: str) -> list[str]:
        """What stands above the table of a sheet."""
        head = int(self.values[sheet].print_title_rows.rpartition("$")[2])
        return [shown(row[0]) for row in self.values[sheet].iter_rows(max_row=head - 1)]

    def heads(self, sheet: str) -> list[str]:
        """The heads of the columns of a sheet."""
        head = int(self.values[sheet].print_title_rows.rpartition("$")[2])
        return [shown(cell) for cell in self.values[sheet][head]]

    def formulas(self) -> Iterator[tuple[Any, Any]]:
        """What each formula comes to by its ranges, and what it is said to come to."""
        for sheet, place, told in self.sums():
            written = self.book[sheet][place].value
            if ranges := SUM.fullmatch(written):
                yield added(self.values[sheet], ranges[1]), told
            elif asked := SUM_IF.fullmatch(written):
                yield added_if(self.values[sheet], asked[3], (asked[1], asked[2])), told
            else:
                asked = SUM_IFS.fullmatch(written)
                assert asked, written
                yield added_if(self.values[sheet], asked[1], *ASKED.findall(asked[2])), told

    def sums(self) -> Iterator[tuple[str, str, float]]:
        """What each formula is said to come to, by its sheet and its place."""
        for sheet in self.book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield sheet.title, cell.coordinate, self.values[sheet.title][cell.coordinate].value

    def without_sums(self) -> bytes:
        """The same file without what its formulas come to: who opens it has to add up."""
        written = BytesIO()
        with ZipFile(BytesIO(self.file.content)) as given, ZipFile(written, "w") as left:
            for name in given.namelist():
                left.writestr(name, RESULT.sub(rb"\1", given.read(name)))
        return written.getvalue()


def added(sheet: Any, ranges: str) -> float:
    """What a spreadsheet adds up in some ranges: their numbers."""
    found = 0.0
    for each in ranges.split(","):
        left, top, right, bottom = range_boundaries(each)
        for row in sheet.iter_rows(top, bottom, left, right, values_only=True):
            found += sum(value for value in row if isinstance(value, (int, float)))
    return found


def added_if(sheet: Any, numbers: str, *where: tuple[str, str]) -> float:
    """What a spreadsheet adds up of the numbers beside which columns say what is wanted."""
    asked = [
        [str(cell.value).casefold() == wanted.casefold() for (cell,) in sheet[column]]
        for column, wanted in where
    ]
    found = [number.value for (number,), *said in zip(sheet[numbers], *asked, strict=True) if all(said)]
    return sum(value for value in found if isinstance(value, (int, float)))


def shown(cell: Cell) -> str:
    """What a cell shows, spaces taken together: numbers and days as pages write them."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.day}-{value.month}-{value.year}"
    if isinstance(value, str):
        return " ".join(unescape(value).split())
    signed = "+" if "+" in cell.number_format and value > 0 else "−" if value < 0 else ""
    prefix = PREFIX.match(cell.number_format)
    return f"{prefix[1] if prefix else ''}{signed}{number(abs(value))}"
