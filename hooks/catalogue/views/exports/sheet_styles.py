"""How the cells of workbooks look: borders, heads, sums, what is not known; how numbers are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
MARKED, MARK = b"\x03", re.compile(b"\x03([0-9]+)")
"""What a mark of a style begins with, which nobody can type, and all of it."""
WHOLE_ROWS = ((Look.BARE, "title"), (Look.BARE, "under"), (Look.BARE, "sentence"), (Look.PLAIN, "head"))
"""What stands above and below the rows of a table."""


class StyleMarks(dict[Style, str]):
    """What names a style in the cells of any workbook, so that a cell is written once for all of them.

    The usual styles have a number, since all workbooks make them first and in this order. The others have a
    mark that only this process knows, in whose place a workbook puts the number that it gives the style.
    """

    def __init__(self) -> None:
        self.styles = list(usual_styles())
        super().__init__({style: str(number) for number, style in enumerate(self.styles, start=1)})

    def __missing__(self, style: Style) -> str:
        self.styles.append(style)
        mark = self[style] = f"{MARKED.decode()}{len(self.styles)}"
        return mark


class Styles(dict[int, int]):
    """The numbers of a workbook's styles by those of their marks, each made when a cell first needs it."""

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book
        for style in usual_styles():
            self.make(style)

    def __missing__(self, number: int) -> int:
        made = self[number] = self.make(MARKS.styles[number - 1])
        return made

    def make(self, style: Style) -> int:
        """Make a style that the workbook has not had yet; returns its number."""
        look, sort, shown = style
        given = {"valign": "top", "text_wrap": True, **LOOKS[look], **SORTS[sort]}
        given |= {"num_format": shown} if shown else {}
        number: int = self.book.add_format(given)._get_xf_index()  # noqa: SLF001 - what its cells name
        return number

    def put_into(self, cells: bytes) -> bytes:
        """Cells with numbers in the place of marks."""
        return MARK.sub(lambda found: b"%d" % self[int(found[1])], cells)


def usual_styles() -> Iterator[Style]:
    """The styles that most workbooks need."""
    yield from ((look, sort, "") for look, sort in WHOLE_ROWS)
    for look in (Look.PLAIN, Look.FOOT):
        yield from ((look, sort, "") for sort in ("", "unknown"))
        yield look, "day", DAY
        yield look, "number", SHOWN[False, True]


def number_format(number: SheetNumber) -> str:
    """How a number is shown, with the word for how exactly it is stated: it stays a number all the same."""
    return format_of(number.bound, number.is_signed, number.value == number.value.to_integral_value())


@lru_cache(64)
def format_of(bound: str, is_signed: bool, is_whole: bool) -> str:
    """How numbers of one sort are shown."""
    shown = SHOWN[is_signed, is_whole]
    return ";".join(f'"{bound} "{each}' for each in shown.split(";")) if bound else shown


MARKS = StyleMarks()
