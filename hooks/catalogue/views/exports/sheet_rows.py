"""The rows of a sheet as the XML of a workbook.

XlsxWriter's own way through an object for each cell takes six times as long, and would read a text between
`<r>` and `</r>` as markup.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import escape
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from catalogue.model.standing import NOT_TOLD
from catalogue.views.exports.sheet_styles import DAY, Styles, number_format
from catalogue.views.exports.sheets import ADDED, Look, Sheet, SheetNumber, SheetRow, SheetSum

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
UNUSUAL = re.compile(r"[&<>\r_]")


class RowTexts:
    """The rows of a sheet as XML: those of the table that it holds, and what stands above and below them."""

    def __init__(self, styles: Styles, sheet: Sheet, rows: Sequence[SheetRow]) -> None:
        self.styles, self.sheet, self.rows = styles, sheet, rows
        self.columns = [(xl_col_to_name(turn), column.width) for turn, column in enumerate(sheet.columns)]
        self.width = sum(column.width for column in sheet.columns)
        self.first = len(sheet.above) + 2
        """The number of the first row of the table."""
        self._texts: dict[Look, list[dict[str, tuple[str, int]]]] = defaultdict(
            lambda: [{} for _ in sheet.columns]
        )
        """Of each look and column the texts that were met, since most come again."""

    def all(self) -> Iterator[str]:
        """All rows, from the title to the last sentence."""
        for number, words in enumerate(self.sheet.above, start=1):
            yield self.whole_row(number, words, "title" if number == 1 else "under")
        yield self.head(self.first - 1)
        for number, row in enumerate((*self.rows, *self.sheet.foot), start=self.first):
            yield self.row(number, row)
        behind = self.first + len(self.rows) + len(self.sheet.foot)
        for number, words in enumerate(self.sentences(), start=behind):
            yield self.whole_row(number, words, "sentence")

    def sentences(self) -> Iterator[str]:
        """What is said below the table."""
        if missing := len(self.sheet.rows) - len(self.rows):
            yield LEFT_OUT.format(missing)
        yield from self.sheet.said

    def whole_row(self, number: int, words: str, sort: str) -> str:
        """A row of one text; spreadsheets don't find its height, since its cells are one."""
        share, height = (0.7, 20) if sort == "title" else (1, LINE)
        cell = f'<c r="A{number}"{text_xml(self.styles.of(Look.BARE, sort), words)}'
        return row_xml(number, lines_of(words, int(share * self.width)), cell, height)

    def head(self, number: int) -> str:
        """The heads of the columns."""
        style = self.styles.of(Look.PLAIN, "head")
        heads = [column.head for column in self.sheet.columns]
        told = [
            (f'<c r="{letter}{number}"{text_xml(style, head)}', lines_of(head, width - 2))
            for (letter, width), head in zip(self.columns, heads, strict=True)
        ]
        return row_xml(number, max(lines for _, lines in told), "".join([cell for cell, _ in told]))

    def row(self, number: int, row: SheetRow) -> str:
        """A row of the table."""
        high, cells, look = 1, [], row.look
        for (letter, width), texts, cell in zip(self.columns, self._texts[look], row.cells, strict=True):
            if not isinstance(cell, str):
                cells.append(f'<c r="{letter}{number}"{self.other(letter, look, cell)}')
            elif cell or look is not Look.BARE:
                told = texts.get(cell)
                if told is None:
                    told = texts[cell] = self.text(look, width, cell)
                cells.append(f'<c r="{letter}{number}"{told[0]}')
                high = max(high, told[1])
        return row_xml(number, high, "".join(cells))

    def text(self, look: Look, width: int, text: str) -> tuple[str, int]:
        """A cell with a text behind its place, and how many lines it needs."""
        sort = "quoted" if text.startswith(FORMULA_SIGNS) else ""
        return text_xml(self.styles.of(look, sort), text), lines_of(text, width)

    def other(self, letter: str, look: Look, cell: date | SheetNumber | SheetSum | None) -> str:
        """A cell that is no text, behind its place."""
        if cell is None:
            return text_xml(self.styles.of(look, "unknown"), NOT_TOLD)
        if isinstance(cell, date):
            return number_xml(self.styles.of(look, "day", DAY), str((cell - NUMBERED_FROM).days))
        number = cell.number if isinstance(cell, SheetSum) else cell
        style = self.styles.of(look, "number", number_format(number))
        formula = self.formula(letter, cell) if isinstance(cell, SheetSum) else ""
        return number_xml(style, f"{number.value:f}", formula)

    def formula(self, letter: str, cell: SheetSum) -> str:
        """The formula of a sum."""
        if cell.flags is None:
            return f"<f>SUM({','.join(self.range(letter, *span) for span in cell.spans)})</f>"
        flags, (whole,) = self.columns[cell.flags][0], cell.spans
        return f'<f>SUMIF({self.range(flags, *whole)},"{ADDED}",{self.range(letter, *whole)})</f>'

    def range(self, letter: str, first: int, last: int) -> str:
        """Some rows of a column."""
        return f"{letter}{self.first + first}:{letter}{self.first + last}"


def lines_of(text: str, width: int) -> int:
    """How many lines a text needs in a column so wide; a narrow one breaks more words."""
    if "\n" in text:
        return sum(lines_of(line, width) for line in text.split("\n"))
    return -(-10 * len(text) // (11 * width if width > 20 else 10 * width)) or 1


def row_xml(number: int, lines: int, cells: str, height: float = LINE) -> str:
    """A row, as high as its longest cell needs: not every spreadsheet finds that by itself."""
    high = f' ht="{min(height * lines, HIGHEST):g}" customHeight="1"' if lines > 1 or height != LINE else ""
    return f'<row r="{number}"{high}>{cells}</row>'


def number_xml(style: int, value: str, formula: str = "") -> str:
    """A cell with a number, and the formula that comes to it, behind its place."""
    return f' s="{style}">{formula}<v>{value}</v></c>'


def text_xml(style: int, text: str) -> str:
    """A cell with a text, behind its place: whatever it begins with, it is no formula."""
    if not text:
        return f' s="{style}"/>'
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{text_in_xml(text)}</t></is></c>'


def text_in_xml(text: str) -> str:
    """A text as it stands in a cell."""
    if not UNUSUAL.search(text) and len(text) * 2 <= MOST_LETTERS:
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
