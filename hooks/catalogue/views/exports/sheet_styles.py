"""How the cells of workbooks look: borders, heads, sums, what is not known; how numbers are shown.

All workbooks have the same styles, so that a cell that stands in several of them is written once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache, lru_cache
from io import BytesIO
from itertools import product
from typing import NamedTuple
from zipfile import ZipFile

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from catalogue.language.vocabulary import Bound
from catalogue.views.exports.sheets import Look, SheetNumber

FONT = {"font_name": "Times New Roman", "font_size": 11}
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
    Look.SECTION: {**BORDERED, "bold": True, "bg_color": GREY},
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
WHOLE_ROWS = ((Look.BARE, "title"), (Look.BARE, "under"), (Look.BARE, "sentence"), (Look.PLAIN, "head"))
"""What stands above and below the rows of a table."""
IN_ROWS = ("", "quoted", "unknown")
"""The sorts of texts in any row of a table."""
Style = tuple[Look, str, str]
"""A row's look, a cell's sort, and how its number is shown."""


class StyleSheet(NamedTuple):
    """The styles of every workbook: by which number cells name each, and the parts that tell of them."""

    numbers: Mapping[Style, int]
    styles: bytes
    theme: bytes


class NoDay(datetime):
    """A day that XlsxWriter writes without a look at any clock."""

    def strftime(self, _: str) -> str:
        return ""


@cache
def style_sheet() -> StyleSheet:
    """The styles, as XlsxWriter writes them into a workbook that has nothing else."""
    stream = BytesIO()
    # XlsxWriter writes into the font that it is given.
    book = Workbook(stream, {"in_memory": True, "default_format_properties": dict(FONT)})
    book.set_properties({"created": NoDay(2000, 1, 1)})
    numbers = {}
    for look, sort, shown in all_styles():
        given = {"valign": "top", "text_wrap": True, **LOOKS[look], **SORTS[sort]}
        given |= {"num_format": shown} if shown else {}
        numbers[look, sort, shown] = book.add_format(given)._get_xf_index()  # noqa: SLF001 - what cells name
    book.close()
    with ZipFile(stream) as parts:
        return StyleSheet(numbers, parts.read("xl/styles.xml"), parts.read("xl/theme/theme1.xml"))


def all_styles() -> Iterator[Style]:
    """Every style that a cell can have."""
    yield from ((look, sort, "") for look, sort in WHOLE_ROWS)
    bounds = [bound.label for bound in Bound]
    for look in Look:
        yield from ((look, sort, "") for sort in IN_ROWS)
        yield look, "day", DAY
        yield from ((look, "number", format_of(bound, *how)) for bound, how in product(bounds, SHOWN))


def style_of(look: Look, sort: str = "", shown: str = "") -> int:
    """The number of a style."""
    return style_sheet().numbers[look, sort, shown]


def number_format(number: SheetNumber) -> str:
    """How a number is shown, with the word for how exactly it is stated: it stays a number all the same."""
    return format_of(number.bound, number.is_signed, number.value == number.value.to_integral_value())


@lru_cache(64)
def format_of(bound: str, is_signed: bool, is_whole: bool) -> str:
    """How numbers of one sort are shown."""
    shown = SHOWN[is_signed, is_whole]
    return ";".join(f'"{bound} "{each}' for each in shown.split(";")) if bound else shown
