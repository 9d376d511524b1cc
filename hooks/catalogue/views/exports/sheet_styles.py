"""How the cells of a workbook look: borders, heads, sums, what is not known; how numbers are shown."""

from __future__ import annotations

from functools import lru_cache

from xlsxwriter import Workbook  # type: ignore[import-untyped]

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


class Styles:
    """The formats of a workbook, each made when a cell first needs it."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self._made: dict[tuple[Look, str, str], int] = {}

    def of(self, look: Look, sort: str = "", number_format: str = "") -> int:
        """The number of a format: of a row's look, a cell's sort, and how its number is shown."""
        key = (look, sort, number_format)
        if key not in self._made:
            given = {"valign": "top", "text_wrap": True, **LOOKS[look], **SORTS[sort]}
            given |= {"num_format": number_format} if number_format else {}
            self._made[key] = self.book.add_format(given)._get_xf_index()  # noqa: SLF001 - what its cells name
        return self._made[key]


def number_format(number: SheetNumber) -> str:
    """How a number is shown, with the word for how exactly it is stated: it stays a number all the same."""
    return format_of(number.bound, number.is_signed, number.value == number.value.to_integral_value())


@lru_cache(64)
def format_of(bound: str, is_signed: bool, is_whole: bool) -> str:
    """How numbers of one sort are shown."""
    shown = SHOWN[is_signed, is_whole]
    return ";".join(f'"{bound} "{each}' for each in shown.split(";")) if bound else shown
