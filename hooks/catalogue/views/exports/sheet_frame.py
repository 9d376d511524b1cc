"""What stands around the rows of a sheet: columns, what stays in sight, filters, how it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from catalogue.views.exports.sheet_rows import RowTexts, column_letter
from catalogue.views.exports.sheets import Sheet

MOST_ROWS = 1_048_576
"""What a sheet holds."""
A4, A3 = 9, 8
MOST_ON_A4 = 200
"""How many letters wide a sheet is that can be read on A4."""
MARGIN = 182 / 256
"""How much wider than its letters a column is, in letters of the usual font."""
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class SheetFrame:
    """A sheet as it is written: the rows that it has room for, and where they stand."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.head = sheet, len(sheet.above) + 1
        """The number of the row with the heads of the columns."""
        self.rows = sheet.rows[: MOST_ROWS - self.head - 1 - len(sheet.foot) - len(sheet.said)]
        self.last_column = column_letter(len(sheet.columns) - 1)

    @property
    def filtered(self) -> str:
        """The cells that a reader may filter and sort; none where the rows belong where they are."""
        if not (self.rows and self.sheet.is_sortable):
            return ""
        return f"A{self.head}:{self.last_column}{self.head + len(self.rows)}"

    def xml(self, remark: str, *, is_first: bool) -> Iterator[str]:
        """The sheet as XML, with a remark at the foot of each printed page."""
        texts = list(RowTexts(self.sheet, self.rows).all())
        yield f'{XML}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        yield f'<dimension ref="A1:{self.last_column}{len(texts)}"/>'
        yield self.view(is_first=is_first)
        yield f"{''.join(self.columns())}<sheetData>"
        yield from texts
        yield "</sheetData>"
        yield f'<autoFilter ref="{self.filtered}"/>' if self.filtered else ""
        yield self.merged(len(texts))
        yield self.on_paper(remark)
        yield "</worksheet>"

    def view(self, *, is_first: bool) -> str:
        """What stays where it is while a reader moves on: the rows down to the heads, the first columns."""
        held, rows = self.sheet.held, self.head
        cell, chosen = f"{column_letter(held)}{rows + 1}", ' tabSelected="1"' * is_first
        return (
            f'<sheetViews><sheetView{chosen} workbookViewId="0"><pane xSplit="{held}" ySplit="{rows}" '
            f'topLeftCell="{cell}" activePane="bottomRight" state="frozen"/>'
            f'<selection pane="bottomRight"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        )

    def columns(self) -> Iterator[str]:
        """How wide the columns are."""
        yield "<cols>"
        for turn, column in enumerate(self.sheet.columns, 1):
            yield f'<col min="{turn}" max="{turn}" width="{column.width + MARGIN}" customWidth="1"/>'
        yield "</cols>"

    def merged(self, rows: int) -> str:
        """The rows that are one text each: those above the heads, and those below the table."""
        behind = self.head + len(self.rows) + len(self.sheet.foot)
        turns = [*range(1, self.head), *range(behind + 1, rows + 1)] if len(self.sheet.columns) > 1 else []
        cells = "".join([f'<mergeCell ref="A{turn}:{self.last_column}{turn}"/>' for turn in turns])
        return f'<mergeCells count="{len(turns)}">{cells}</mergeCells>' if turns else ""

    def on_paper(self, remark: str) -> str:
        """How a sheet is printed: across, one page wide, with the remark and its number at the foot."""
        paper = A4 if sum(column.width for column in self.sheet.columns) <= MOST_ON_A4 else A3
        foot = escape(f"&L&8{remark[:180].replace('&', '&&')}&R&8&P/&N")
        return (
            '<pageMargins left="0.5" right="0.4" top="0.5" bottom="0.7" header="0.3" footer="0.3"/>'
            f'<pageSetup paperSize="{paper}" fitToHeight="0" orientation="landscape"/>'
            f"<headerFooter><oddFooter>{foot}</oddFooter></headerFooter>"
        )
