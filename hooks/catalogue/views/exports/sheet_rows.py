"""The rows of a sheet as the XML of a workbook, in bytes: half of what texts of these letters take.

XlsxWriter's own way through an object for each cell takes six times as long, and would read a text between
`<r>` and `</r>` as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain
from operator import getitem

from markupsafe import escape
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from catalogue.model.standing import NOT_TOLD
from catalogue.views.exports.sheet_styles import DAY, number_format, styles
from catalogue.views.exports.sheets import (
    Look,
    Sheet,
    SheetCell,
    SheetRow,
    SheetSum,
)

MOST_LETTERS = 32_767
"""What a cell holds, as UTF-16 counts letters."""
CUT = "… (Excel chỉ giữ 32.767 ký tự một ô; xem đủ ở trang của mục này trong danh mục)"
LEFT_OUT = "Excel chỉ giữ 1.048.576 dòng một trang tính: trang này thiếu {} dòng cuối; xem đủ ở các tệp CSV."
LINE, HIGHEST = 15, 409
"""How high a line is, and a row at most, in points."""
NUMBERED_FROM = date(1899, 12, 30)
"""The day that spreadsheets call 0."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as the number of a sign."""
NUMBER, FORMULA = b"\x00", b"\x01"
"""What stands for the number of a row in the XML of its cells, and for a formula.

Nobody can type it: the guard keeps control characters out of the data.
"""
MOST_KEPT = 32
"""The columns of so many sorts of rows are kept for other sheets."""
LONGEST_KEPT = 200
"""How many letters a text has at most that is kept: longer ones fill memory, and few come again."""
MEANT = re.compile(r"[&<>\r_]")
"""The signs for whose sake a text is not written as it is."""
CellTold = tuple[bytes, int]
"""A cell as XML, or several, and how many lines they need."""


class ColumnTexts(dict[SheetCell, CellTold]):
    """Cells of a column as XML; most come again.

    `NUMBER` stands for the number of the row. Numbers that are equal are written alike.
    """

    def __init__(self, look: Look, letter: str, width: int) -> None:
        super().__init__()
        self.look, self.letter, self.width = look, letter, width
        if look is Look.BARE:
            self[""] = b"", 1

    def __missing__(self, cell: SheetCell) -> CellTold:
        told = cell_xml(self.look, self.letter, self.width, cell)
        if not isinstance(cell, str) or len(cell) <= LONGEST_KEPT:
            self[cell] = told
        return told


class RowsAlike:
    """The columns of rows that look alike.

    In a row as XML `NUMBER` stands for its number, `FORMULA` for the formula of each of its sums.
    """

    def __init__(self, look: Look, widths: tuple[int, ...]) -> None:
        self.widths = widths
        self.columns = [ColumnTexts(look, xl_col_to_name(turn), width) for turn, width in enumerate(widths)]

    def told(self, row: SheetRow) -> bytes:
        """A row as XML."""
        if row.written is None:
            return self.joined(row)
        told = row.written.get(self.widths)
        if told is None:
            told = row.written[self.widths] = self.joined(row)
        return told

    def joined(self, row: SheetRow) -> bytes:
        """The same, made anew."""
        cells, lines = zip(*map(getitem, self.columns, row.cells), strict=True)
        return row_xml(max(lines), b"".join(cells))


@lru_cache(MOST_KEPT)
def rows_alike(look: Look, widths: tuple[int, ...]) -> RowsAlike:
    """What rows that look alike share, kept: many sheets have the same columns, and many of their cells."""
    return RowsAlike(look, widths)


def style_of(cell: SheetCell) -> tuple[str, str]:
    """The sort of a cell, and how its number is shown."""
    if cell is None:
        return "unknown", ""
    if isinstance(cell, str):
        return ("quoted" if cell.startswith(FORMULA_SIGNS) else ""), ""
    if isinstance(cell, date):
        return "day", DAY
    return "number", number_format(cell.number if isinstance(cell, SheetSum) else cell)


def cell_xml(look: Look, letter: str, width: int, cell: SheetCell) -> CellTold:
    """A cell of a column, and how many lines it needs.

    That of a sum has `FORMULA` where its formula comes.
    """
    style = styles().numbers[look, *style_of(cell)]
    if isinstance(cell, str):
        return text_xml(letter, style, cell), lines_of(cell, width)
    if cell is None:
        return text_xml(letter, style, NOT_TOLD), 1
    if isinstance(cell, date):
        return number_xml(letter, style, str((cell - NUMBERED_FROM).days)), 1
    number, formula = (cell.number, FORMULA.decode()) if isinstance(cell, SheetSum) else (cell, "")
    return number_xml(letter, style, digits(number.value), formula), 1


class RowTexts:
    """The rows of a sheet as XML: those of the table that it holds, and what stands above and below them."""

    def __init__(self, sheet: Sheet, rows: Sequence[SheetRow]) -> None:
        self.sheet, self.rows = sheet, rows
        self.columns = [(xl_col_to_name(turn), column.width) for turn, column in enumerate(sheet.columns)]
        self.widths = tuple(column.width for column in sheet.columns)
        self.first = len(sheet.above) + 2
        """The number of the first row of the table."""

    def all(self) -> Iterator[bytes]:
        """All rows, from the title to the last sentence."""
        for number, row in enumerate(self.without_numbers(), start=1):
            yield row.replace(NUMBER, b"%d" % number)

    def without_numbers(self) -> Iterator[bytes]:
        """The same with `NUMBER` in the place of their numbers."""
        for turn, words in enumerate(self.sheet.above):
            yield self.whole_row(words, "under" if turn else "title")
        yield self.head()
        look, alike = Look.PLAIN, rows_alike(Look.PLAIN, self.widths)
        for row in chain(self.rows, self.sheet.foot):
            if row.look is not look:
                look, alike = row.look, rows_alike(row.look, self.widths)
            told = alike.told(row)
            yield self.with_formulas(told, row) if FORMULA in told else told
        for words in self.sentences():
            yield self.whole_row(words, "sentence")

    def sentences(self) -> Iterator[str]:
        """What is said below the table."""
        if missing := len(self.sheet.rows) - len(self.rows):
            yield LEFT_OUT.format(missing)
        yield from self.sheet.said

    def whole_row(self, words: str, sort: str) -> bytes:
        """A row of one text; spreadsheets don't find its height, since its cells are one."""
        share, height = (0.7, 20) if sort == "title" else (1, LINE)
        cell = text_xml("A", styles().numbers[Look.BARE, sort, ""], words)
        return row_xml(lines_of(words, int(share * sum(self.widths))), cell, height)

    def head(self) -> bytes:
        """The heads of the columns."""
        style = styles().numbers[Look.PLAIN, "head", ""]
        heads = [column.head for column in self.sheet.columns]
        lines = [lines_of(head, width - 2) for (_, width), head in zip(self.columns, heads, strict=True)]
        told = [text_xml(letter, style, head) for (letter, _), head in zip(self.columns, heads, strict=True)]
        return row_xml(max(lines), b"".join(told))

    def with_formulas(self, text: bytes, row: SheetRow) -> bytes:
        """Cells with the formulas of their sums: rows stand where they do on this sheet alone."""
        for (letter, _), cell in zip(self.columns, row.cells, strict=True):
            if isinstance(cell, SheetSum):
                text = text.replace(FORMULA, self.formula(letter, cell).encode(), 1)
        return text

    def formula(self, letter: str, cell: SheetSum) -> str:
        """The formula of a sum."""
        ranges = [self.range(letter, *span) for span in cell.spans]
        asked = [
            f'{self.range(self.columns[turn][0], *cell.spans[0])},"{escape(wanted)}"'
            for turn, wanted in cell.where
        ]
        if not asked:
            return f"<f>SUM({','.join(ranges)})</f>"
        if len(asked) == 1:
            return f"<f>SUMIF({asked[0]},{ranges[0]})</f>"
        return f"<f>SUMIFS({ranges[0]},{','.join(asked)})</f>"

    def range(self, letter: str, first: int, last: int) -> str:
        """Some rows of a column."""
        return f"{letter}{self.first + first}:{letter}{self.first + last}"


def row_xml(lines: int, cells: bytes, height: int = LINE) -> bytes:
    """A row, as high as its longest cell needs: not every spreadsheet finds that by itself."""
    return b"%b%b</row>" % (row_opened(lines, height), cells)


@cache
def row_opened(lines: int, height: int) -> bytes:
    """What opens a row."""
    is_usual = lines == 1 and height == LINE
    high = b"" if is_usual else b' ht="%d" customHeight="1"' % min(height * lines, HIGHEST)
    return b'<row r="%b"%b>' % (NUMBER, high)


def lines_of(text: str, width: int) -> int:
    """How many lines a text needs in a column so wide; a narrow one breaks more words."""
    if "\n" in text:
        return sum(lines_of(line, width) for line in text.split("\n"))
    return -(-10 * len(text) // (11 * width if width > 20 else 10 * width)) or 1


def number_xml(letter: str, style: int, value: str, formula: str = "") -> bytes:
    """A cell with a number, and the formula that comes to it."""
    return f'<c r="{letter}{NUMBER.decode()}" s="{style}">{formula}<v>{value}</v></c>'.encode()


def digits(value: Decimal) -> str:
    """A number as a workbook has it; equal ones are written alike, however many noughts end them."""
    return f"{value.normalize() + 0:f}"


def text_xml(letter: str, style: int, text: str) -> bytes:
    """A cell with a text: whatever it begins with, it is no formula."""
    begun = f'<c r="{letter}{NUMBER.decode()}" s="{style}"'
    if not text:
        return f"{begun}/>".encode()
    kept = "" if text.strip() == text else ' xml:space="preserve"'
    return f'{begun} t="inlineStr"><is><t{kept}>{text_in_xml(text)}</t></is></c>'.encode()


def text_in_xml(text: str) -> str:
    """A text as it stands in a cell."""
    if not MEANT.search(text) and len(text) * 2 <= MOST_LETTERS:
        return text
    lines = fitted(text).replace("\r\n", "\n").replace("\r", "\n")
    return str(escape(ESCAPED.sub("_x005F_", lines)))


def fitted(text: str) -> str:
    """A text as a cell can hold it, with the words where to read on where it is too long."""
    length = len(text.encode("utf-16-le")) // 2
    return text if length <= MOST_LETTERS else utf16_cut(text, MOST_LETTERS - len(CUT)) + CUT


def utf16_cut(text: str, most: int) -> str:
    """The beginning of a text, of so many letters as Excel counts them; no sign is cut in two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
