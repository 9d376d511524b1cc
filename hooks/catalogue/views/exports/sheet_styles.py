"""How the cells of workbooks look: borders, heads, sums, what is not known; how numbers are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache, lru_cache
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from catalogue.language.vocabulary import Bound
from catalogue.views.exports.sheets import Look, SheetNumber

FONT = {"font_name": "Times New Roman", "font_size": 11}
OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
UNKNOWN_DAY = "2000-01-01"
"""When a workbook says that it was made whose data has no day: always the same."""
STYLES_PART = "xl/styles.xml"
DAY = "d-m-yyyy"
SHOWN = {
    (False, True): "#,##0_)",
    (False, False): "#,##0.######_)",
    (True, True): '+#,##0_);"−"#,##0_);0_)',
    (True, False): '+#,##0.######_);"−"#,##0.######_);0_)',
}
"""How numbers are shown: whether their sign always is, whether they are whole; then a space to the next cell.

LibreOffice draws an indent before the first number of a row alone.
"""
Given = dict[str, object]
"""What a format is made of, in the words of XlsxWriter."""
GREY = "#EFEFEF"
CENTRED: Given = {"align": "center", "valign": "vcenter"}
BORDERED: Given = {"border": 1, "border_color": "#808080"}
LOOKS: dict[Look, Given] = {
    Look.BARE: {},
    Look.PLAIN: BORDERED,
    Look.PART: {**BORDERED, "italic": True},
    Look.SUBTOTAL: {**BORDERED, "bold": True, "italic": True},
    Look.FOOT: {**BORDERED, "bold": True, "bg_color": GREY},
}
SORTS: dict[str, Given] = {
    "": {},
    "title": {"bold": True, "font_size": 14, **CENTRED},
    "under": CENTRED,
    "sentence": {"italic": True},
    "head": {"bold": True, "bg_color": "#D9E2F3", **CENTRED},
    "quoted": {"quote_prefix": True},
    "number": {"align": "right"},
    "day": {"align": "center"},
    "unknown": {"font_color": "#666666", "italic": True},
}
"""What sorts of cells have besides the look of their row."""
Style = tuple[Look, str, str]
"""A row's look, a cell's sort, and how its number is shown."""
WHOLE_ROWS = ((Look.BARE, "title"), (Look.BARE, "under"), (Look.BARE, "sentence"), (Look.PLAIN, "head"))
"""What stands above and below the rows of a table."""


class DayMade(datetime):
    """The day that a workbook says that it was made on, as XlsxWriter asks for it.

    XlsxWriter asks for one form alone, that of ISO with a Z; Python's own `strftime` would look up the time
    zone of the machine for it, in every workbook.
    """

    def strftime(self, _: str) -> str:
        return f"{self.isoformat()}Z"


class FontBook(Workbook):  # type: ignore[misc]
    """A workbook in the font of ours, and the day that it says it was made: XlsxWriter knows only today."""

    def __init__(self, stream: BytesIO, day: str, **told: str) -> None:
        # XlsxWriter writes into the font that it is given: the next workbook would differ.
        super().__init__(stream, {**OPTIONS, "default_format_properties": dict(FONT)})
        self.set_properties({**told, "created": DayMade.fromisoformat(day)})


class Styles(NamedTuple):
    """The styles of every workbook: the number by which its cells name each, and the part that tells all.

    Workbooks have all of them, needed or not, so that a cell is written once for all workbooks.
    """

    numbers: Mapping[Style, int]
    xml: str


@cache
def styles() -> Styles:
    """The styles, which XlsxWriter makes for a workbook without cells."""
    stream = BytesIO()
    book = FontBook(stream, UNKNOWN_DAY)
    numbers = {style: number_of(book, style) for style in all_styles()}
    book.close()
    with ZipFile(stream) as packed:
        return Styles(numbers, packed.read(STYLES_PART).decode())


def number_of(book: FontBook, style: Style) -> int:
    """The number of a style in a workbook, which has one for all that look alike."""
    look, sort, shown = style
    given = {"valign": "top", "text_wrap": True, **LOOKS[look], **SORTS[sort]}
    given |= {"num_format": shown} if shown else {}
    number: int = book.add_format(given)._get_xf_index()  # noqa: SLF001 - what its cells name
    return number


def all_styles() -> Iterator[Style]:
    """The styles of all cells that there can be."""
    yield from ((look, sort, "") for look, sort in WHOLE_ROWS)
    formats = [format_of(bound.label, *numbers) for bound in Bound for numbers in SHOWN]
    for look in Look:
        yield from ((look, sort, "") for sort in ("", "quoted", "unknown"))
        yield look, "day", DAY
        yield from ((look, "number", shown) for shown in formats)


def number_format(number: SheetNumber) -> str:
    """How a number is shown, with the word for how exactly it is stated: it stays a number all the same."""
    return format_of(number.bound, number.is_signed, number.value == number.value.to_integral_value())


@lru_cache(64)
def format_of(bound: str, is_signed: bool, is_whole: bool) -> str:
    """How numbers of one sort are shown."""
    shown = SHOWN[is_signed, is_whole]
    return ";".join(f'"{bound} "{each}' for each in shown.split(";")) if bound else shown
