"""Writes sheets into a workbook that Excel and LibreOffice open: an annex on A4, one page wide.

XlsxWriter makes everything but the rows: its way through an object for each cell takes six times as long, and
would read a text between `<r>` and `</r>` as its own markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from markupsafe import escape
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from catalogue.model.standing import NOT_TOLD
from catalogue.views.exports.sheets import (
    Look,
    Sheet,
    SheetNumber,
    SheetRow,
    SheetSum,
)

MOST_ROWS, MOST_LETTERS = 1_048_576, 32_767
"""What a sheet and a cell hold, letters as UTF-16 counts them."""
CUT = "… (Excel chỉ giữ 32.767 ký tự một ô; xem đủ ở trang của mục này trong danh mục)"
LEFT_OUT = "Excel chỉ giữ 1.048.576 dòng một trang tính: trang này thiếu {} dòng cuối; xem đủ ở các tệp CSV."
NAME_LENGTH = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
UNKNOWN_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's days have no zone
"""When a workbook says that it was made whose data has no day: always the same."""
NUMBERED_FROM = date(1899, 12, 30)
"""The day that spreadsheets call 0."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
LINE, HIGHEST = 15, 409
"""How high a line is, and a row at most, in points."""
FONT = "Times New Roman"
DAY = "d-m-yyyy"
SHOWN = {
    (False, True): "#,##0",
    (False, False): "#,##0.######",
    (True, True): '+#,##0;"−"#,##0;0',
    (True, False): '+#,##0.######;"−"#,##0.######;0',
}
"""How numbers are shown: whether their sign always is, whether they are whole."""
OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": FONT, "font_size": 11},
}
BORDERED: dict[str, object] = {"border": 1, "border_color": "#808080"}
LOOKS: dict[Look, dict[str, object]] = {
    Look.BARE: {},
    Look.PLAIN: BORDERED,
    Look.PART: {**BORDERED, "italic": True},
    Look.SECTION: {**BORDERED, "bold": True, "bg_color": "#EFEFEF"},
    Look.SUBTOTAL: {**BORDERED, "bold": True, "italic": True},
    Look.FOOT: {**BORDERED, "bold": True, "bg_color": "#EFEFEF"},
}


class Properties(NamedTuple):
    """What a workbook says of itself: title, whose it is, what must be known of it, the day of its data."""

    title: str
    author: str
    remark: str
    day: str


class RowSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose rows are there as XML already."""

    def __init__(self) -> None:
        super().__init__()
        self.row_texts: list[str] = []

    def _write_sheet_data(self) -> None:
        self.fh.write("<sheetData>")
        self.fh.writelines(self.row_texts)
        self.fh.write("</sheetData>")


class Styles:
    """The formats of a workbook, each made when a cell first needs it."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self._made: dict[tuple[Look, str, str], int] = {}
        self._texts: dict[tuple[Look, int, str], tuple[str, int]] = {}

    def of(self, look: Look, sort: str = "", number_format: str = "") -> int:
        """The number of a format: of a row's look, a cell's sort, and how its number is shown."""
        key = (look, sort, number_format)
        if key not in self._made:
            given = {"valign": "top", "text_wrap": True, **LOOKS[look], **SORTS[sort]}
            given |= {"num_format": number_format} if number_format else {}
            self._made[key] = self.book.add_format(given)._get_xf_index()  # noqa: SLF001 - what its cells name
        return self._made[key]

    def text(self, look: Look, width: int, text: str) -> tuple[str, int]:
        """A cell with a text behind its place, and how many lines it needs in a column so wide."""
        key = (look, width, text)
        told = self._texts.get(key)
        if told is None:
            sort = "quoted" if text.startswith(FORMULA_SIGNS) else ""
            xml = text_xml(self.of(look, sort), text) if text else f' s="{self.of(look)}"/>'
            told = self._texts[key] = xml, lines_of(text, width)
        return told


SORTS: dict[str, dict[str, object]] = {
    "": {},
    "title": {"bold": True, "font_size": 14, "align": "center", "valign": "vcenter"},
    "under": {"align": "center", "valign": "vcenter"},
    "sentence": {"italic": True},
    "quoted": {"quote_prefix": True},
    "number": {"align": "right", "indent": 1},
    "day": {"align": "center"},
    "unknown": {"font_color": "#666666", "italic": True},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#D9E2F3"},
}


def workbook_bytes(properties: Properties, sheets: Sequence[Sheet]) -> bytes:
    """A workbook of sheets. The same sheets give the same bytes."""
    stream = BytesIO()
    book = Workbook(stream, OPTIONS)
    made = datetime.fromisoformat(properties.day) if properties.day else UNKNOWN_DAY
    book.set_properties(
        {
            "title": properties.title,
            "author": properties.author,
            "comments": properties.remark,
            "created": made,
        }
    )
    styles, taken = Styles(book), set[str]()
    for sheet in sheets:
        name = free_name(sheet.name, taken)
        taken.add(name.casefold())
        write_sheet(book, styles, name, sheet, properties.remark)
    book.close()
    return stream.getvalue()


def free_name(name: str, taken: set[str]) -> str:
    """A name that a sheet may have: without signs that Excel forbids, 31 letters at most, none twice."""
    wanted = NOT_IN_NAMES.sub(" ", name).strip(" '") or "Trang"
    found, turn = utf16_cut(wanted, NAME_LENGTH).strip(" '"), 1
    while found.casefold() in taken:
        turn += 1
        found = f"{utf16_cut(wanted, NAME_LENGTH - len(f' ({turn})')).strip(' ')} ({turn})"
    return found


def write_sheet(book: Workbook, styles: Styles, name: str, sheet: Sheet, remark: str) -> None:
    """Put a sheet into a workbook."""
    written = book.add_worksheet(name, RowSheet)
    width, head = len(sheet.columns), len(sheet.above)
    for turn, column in enumerate(sheet.columns):
        written.set_column(turn, turn, column.width)
    rows = sheet.rows[: MOST_ROWS - head - 2 - len(sheet.foot) - len(sheet.said)]
    last = head + len(rows)
    written.row_texts = list(RowTexts(styles, sheet, rows).all())
    if width > 1:
        for turn in (*range(head), *said_rows(sheet, last)):
            written.merge_range(turn, 0, turn, width - 1, "")
    if rows:
        written.autofilter(head, 0, last, width - 1)
    written.freeze_panes(head + 1, sheet.held)
    written.repeat_rows(head)
    on_paper(written, remark)


def said_rows(sheet: Sheet, last: int) -> range:
    """The turns of the rows below the table that are one sentence each."""
    first = last + 1 + len(sheet.foot)
    return range(first, first + len(sheet.said) + (len(sheet.rows) > last - len(sheet.above)))


def on_paper(sheet: Worksheet, remark: str) -> None:
    """How a sheet is printed: A4 across, one page wide, with the remark and its number at the foot."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.7)
    sheet.set_footer(f"&L&8{remark[:180].replace('&', '&&')}&R&8&P/&N")


class RowTexts:
    """The rows of a sheet as XML."""

    def __init__(self, styles: Styles, sheet: Sheet, rows: Sequence[SheetRow]) -> None:
        self.styles, self.sheet, self.rows = styles, sheet, rows
        self.columns = [(xl_col_to_name(turn), column.width) for turn, column in enumerate(sheet.columns)]
        self.width = sum(column.width for column in sheet.columns)
        self.first = len(sheet.above) + 2
        """The number of the first row of the table."""

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
        for (letter, width), cell in zip(self.columns, row.cells, strict=True):
            if isinstance(cell, str):
                told, lines = self.styles.text(look, width, cell)
                high = max(high, lines)
            else:
                told = self.other(letter, look, cell)
            cells.append(f'<c r="{letter}{number}"{told}')
        return row_xml(number, high, "".join(cells))

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
        ranges = (f"{letter}{self.first + first}:{letter}{self.first + last}" for first, last in cell.spans)
        return f"<f>SUM({','.join(ranges)})</f>"


def lines_of(text: str, width: int) -> int:
    """How many lines a text needs in a column so wide."""
    if "\n" in text:
        return sum(lines_of(line, width) for line in text.split("\n"))
    return -(-10 * len(text) // (11 * width if width > 20 else 10 * width)) or 1


def row_xml(number: int, lines: int, cells: str, height: float = LINE) -> str:
    """A row, as high as its longest cell needs: not every spreadsheet finds that by itself."""
    high = f' ht="{min(height * lines, HIGHEST):g}" customHeight="1"' if lines > 1 or height != LINE else ""
    return f'<row r="{number}"{high}>{cells}</row>'


@lru_cache(256)
def format_of(bound: str, is_signed: bool, is_whole: bool) -> str:
    """How numbers of one sort are shown."""
    shown = SHOWN[is_signed, is_whole]
    return ";".join(f'"{bound} "{each}' for each in shown.split(";")) if bound else shown


def number_format(number: SheetNumber) -> str:
    """How a number is shown, with the word for how exactly it is stated: it stays a number all the same."""
    return format_of(number.bound, number.is_signed, number.value == number.value.to_integral_value())


def number_xml(style: int, value: str, formula: str = "") -> str:
    """A cell with a number, and the formula that comes to it, behind its place."""
    return f' s="{style}">{formula}<v>{value}</v></c>'


def text_xml(style: int, text: str) -> str:
    """A cell with a text, behind its place: whatever it begins with, it is no formula."""
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{text_in_xml(text)}</t></is></c>'


ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
UNUSUAL = re.compile(r"[&<>\r_]")


def text_in_xml(text: str) -> str:
    """A text as it stands in a cell: what Excel would take for a sign's number is kept from that."""
    if not UNUSUAL.search(text) and len(text) * 2 <= MOST_LETTERS:
        return text
    lines = fitted(text).replace("\r\n", "\n").replace("\r", "\n")
    return str(escape(ESCAPED.sub("_x005F_", lines)))


def fitted(text: str) -> str:
    """A text as a cell can hold it, with the words where to read on where it is too long."""
    return text if utf16_length(text) <= MOST_LETTERS else utf16_cut(text, MOST_LETTERS - len(CUT)) + CUT


def utf16_length(text: str) -> int:
    """How many letters Excel counts."""
    return len(text.encode("utf-16-le")) // 2


def utf16_cut(text: str, most: int) -> str:
    """The beginning of a text, of so many letters as Excel counts them; no sign is cut in two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
