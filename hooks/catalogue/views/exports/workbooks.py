"""Writes sheets into a workbook that Excel and LibreOffice open, each sheet one page wide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from itertools import islice
from math import ceil
from typing import Any, NamedTuple

from xlsxwriter.packager import Packager  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from catalogue.views.exports.packing import PackedZip
from catalogue.views.exports.sheet_rows import RowTexts, utf16_cut
from catalogue.views.exports.sheet_styles import STYLES_PART, UNKNOWN_DAY, FontBook, styles
from catalogue.views.exports.sheets import Sheet, with_room

MOST_ROWS = 1_048_576
"""What a sheet holds."""
A4 = 9
ACROSS = 290
"""How many letters A4 has across at half their size, below which nobody reads them."""
EDGES = 0.75
"""How many letters wide the edges of a column are."""
NAME_LENGTH = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
ROWS, ROWS_AT_ONCE = "<sheetData>", 256
"""What stands before the rows of a sheet; how many of them are packed at a time."""


class Properties(NamedTuple):
    """What a workbook says of itself: title, whose it is, what must be known of it, the day of its data."""

    title: str
    author: str
    remark: str
    day: str


class PackagePart(StringIO):
    """A part of a workbook as XlsxWriter writes it; that of a sheet without its rows."""

    rows: Iterable[bytes] = ()

    def content(self) -> Iterator[bytes]:
        """The part with its rows, some at a time: all of a large sheet would fill memory."""
        begun, mark, rest = self.getvalue().partition(ROWS)
        yield (begun + mark).encode()
        rows = iter(self.rows)
        while some := b"".join(islice(rows, ROWS_AT_ONCE)):
            yield some
        yield rest.encode()


class RowSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose rows come as XML when it is packed: of all its cells none is kept as an object."""

    rows: Iterable[bytes] = ()

    def _write_sheet_data(self) -> None:
        self.fh.write(f"{ROWS}</sheetData>")
        self.fh.rows = self.rows


class Package(Packager):  # type: ignore[misc]
    """Packs the parts of a workbook and leaves XlsxWriter none, which would pack them in its own way."""

    def __init__(self) -> None:
        super().__init__()
        self.filenames: list[tuple[str, PackagePart]] = []
        self.stream = BytesIO()

    def _filename(self, name: str) -> PackagePart:
        part = PackagePart()
        self.filenames.append((name, part))
        return part

    def _write_styles_file(self) -> None:
        self._filename(STYLES_PART).write(styles().xml)

    def _create_package(self) -> list[Any]:
        with PackedZip(self.stream, "w") as packed:
            for name, part in super()._create_package():
                packed.put(name, part.content())
        return []


class PackedBook(FontBook):
    """A workbook in a package of ours."""

    def __init__(self, told: Properties) -> None:
        about = {"title": told.title, "author": told.author, "comments": told.remark}
        super().__init__(BytesIO(), told.day or UNKNOWN_DAY, **about)
        self.package = Package()

    def _get_packager(self) -> Package:
        return self.package


def workbook_bytes(properties: Properties, sheets: Iterable[Sheet]) -> bytes:
    """A workbook of sheets. The same sheets give the same bytes."""
    book = PackedBook(properties)
    taken = set[str]()
    for sheet in sheets:
        name = free_name(sheet.name, taken)
        taken.add(name.casefold())
        write_sheet(book, name, sheet, properties.remark)
    book.close()
    return book.package.stream.getvalue()


def free_name(name: str, taken: set[str]) -> str:
    """A name that a sheet may have: without signs that Excel forbids, 31 letters at most, none twice."""
    wanted = " ".join(NOT_IN_NAMES.sub(" ", name).split()).strip(" '") or "Trang"
    found, turn = utf16_cut(wanted, NAME_LENGTH).strip(" '"), 1
    while found.casefold() in taken:
        turn += 1
        mark = f" ({turn})"
        found = f"{utf16_cut(wanted, NAME_LENGTH - len(mark)).strip()}{mark}"
    return found


def write_sheet(book: PackedBook, name: str, sheet: Sheet, remark: str) -> None:
    """Put a sheet into a workbook."""
    written = book.add_worksheet(name, RowSheet)
    sheet = with_room(sheet)
    width, head = len(sheet.columns), len(sheet.above)
    for turn, column in enumerate(sheet.columns):
        written.set_column(turn, turn, column.width)
    rows = sheet.rows[: MOST_ROWS - head - 2 - len(sheet.foot) - len(sheet.said)]
    last = head + len(rows)
    written.rows = RowTexts(sheet, rows).all()
    for turn in (*range(head), *said_rows(sheet, last)) if width > 1 else ():
        written.merge_range(turn, 0, turn, width - 1, "")
    if rows:
        written.autofilter(head, 0, last, width - 1)
    written.freeze_panes(head + 1, sheet.held)
    written.repeat_rows(head)
    on_paper(written, sheet, remark)


def said_rows(sheet: Sheet, last: int) -> range:
    """The turns of the rows below the table that are one sentence each."""
    first = last + 1 + len(sheet.foot)
    return range(first, first + len(sheet.said) + (len(sheet.rows) > last - len(sheet.above)))


def on_paper(written: Worksheet, sheet: Sheet, remark: str) -> None:
    """How a sheet is printed: on A4 across, with the remark and the number of the page at the foot.

    It is one page wide; a table of the whole catalogue, which nobody could read so, is as few as can be read,
    each with the columns that are held.
    """
    widths = [column.width + EDGES for column in sheet.columns]
    held = sum(widths[: sheet.held])
    pages = 1 if sum(widths) <= ACROSS else ceil((sum(widths) - held) / (ACROSS - held))
    written.set_landscape()
    written.set_paper(A4)
    written.fit_to_pages(pages, 0)
    if pages > 1:
        written.repeat_columns(0, sheet.held - 1)
    written.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    written.set_footer(f"&L&8{remark[:180].replace('&', '&&')}&R&8&P/&N")
