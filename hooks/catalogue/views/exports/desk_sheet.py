"""The sheet of a body's desk: its duties year by year, below them the sum of the seats of each year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from catalogue.findings.desk import by_year, summed
from catalogue.findings.duties import Duty
from catalogue.language.vietnamese import year_in_words
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Class
from catalogue.views.exports.added_rows import FLAG_WIDTH, NOT_ADDED, TOLD
from catalogue.views.exports.common_sheets import remark_of
from catalogue.views.exports.sheets import (
    ADDED,
    Look,
    Sheet,
    SheetCell,
    SheetColumn,
    SheetNumber,
    SheetRow,
    cell_of,
    sum_where,
)
from catalogue.views.words.context import Context
from catalogue.views.words.duties import (
    COLUMNS,
    RECEIVER,
    SEATS,
    DutyColumn,
    left_out_in_words,
    sum_in_words,
)
from catalogue.views.words.phrases import Phrases, in_sentence

DESK = "Việc của đơn vị"
BEFORE, YEAR = 5, 1
"""The columns of the desk that stand before those of its page: class, year, state, first and last day."""
OF_BODY = frozenset({SEATS, RECEIVER})
"""The columns of a desk that say something else to each body."""


def is_added(duty: Duty) -> bool:
    """Whether the seats of a duty are in the sum of its year."""
    return duty.seats is not None and not duty.is_called_off


class SharedCells(NamedTuple):
    """The cells of a duty that say the same on every desk: before the columns of its page, and in these."""

    before: tuple[SheetCell, ...]
    columns: Mapping[DutyColumn, SheetCell]


def desk_sheet(context: Context, name: str, duties: Sequence[Duty]) -> Sheet:
    """The duties of a body, year by year, below them the sum of the seats of each year."""
    table, years = DeskTable(context, duties), by_year(context.catalogue, duties)
    rows = [row for year, of_year in years.items() for row in table.rows(year, of_year)]
    foot = [table.sum(year, of_year, rows) for year, of_year in years.items()]
    above = [f"{name}: lớp có chỉ tiêu hoặc phải cử người, theo hạn gửi danh sách", remark_of(context)]
    unknown = ", ".join(in_sentence(column.head) for column in COLUMNS if column not in table.shown)
    said = [f"Nguồn không nêu: {unknown}."] if unknown else []
    return Sheet(DESK, above, table.columns, rows, foot, said)


class ClassCells:
    """What sheets say of a class whatever body has it on its desk, each made once: the days, and the columns.

    Of a programme that names no class it is said of that.
    """

    def __init__(self, _: Catalogue) -> None:
        self._made: dict[tuple[str, int | None], SharedCells] = {}

    def of(self, context: Context, duty: Duty) -> SharedCells:
        """The cells of the class of a duty."""
        key = (duty.program.id, duty.position)
        if key not in self._made:
            phrases, head = context.phrases, context.class_heads.of(duty)
            before = (head.link.text, head.state.words, *days_of_class(phrases, duty.each))
            columns = {each: cell_of(each.words(phrases, duty)) for each in COLUMNS if each not in OF_BODY}
            self._made[key] = SharedCells(before, columns)
        return self._made[key]


class DeskTable:
    """Duties as rows of a sheet."""

    def __init__(self, context: Context, duties: Iterable[Duty]) -> None:
        self.context, self.classes = context, context.catalogue.once(ClassCells)
        self.cells = {(each.program.id, each.position): self.cells_of(each) for each in duties}
        self.shown: list[DutyColumn] = [
            column for column in COLUMNS if any(cells[column] is not None for cells in self.cells.values())
        ]

    def cells_of(self, duty: Duty) -> Mapping[DutyColumn, SheetCell]:
        """What the columns say of a duty."""
        phrases, shared = self.context.phrases, self.classes.of(self.context, duty).columns
        return {**shared, SEATS: seats_cell(phrases, duty), RECEIVER: cell_of(RECEIVER.words(phrases, duty))}

    @property
    def columns(self) -> list[SheetColumn]:
        """The columns of which anything is known, the days of a class in columns of their own."""
        shown = [
            SheetColumn(column.head, 15 if column.sort else 26, column is SEATS) for column in self.shown
        ]
        days = [SheetColumn("Từ ngày", 12), SheetColumn("Đến ngày", 12)]
        before = [SheetColumn("Lớp", 44), SheetColumn("Năm", 11), SheetColumn("Tình trạng", 16), *days]
        return [*before, *shown, *([SheetColumn(TOLD, FLAG_WIDTH)] * (SEATS in self.shown))]

    def rows(self, year: int | None, duties: Iterable[Duty]) -> Iterator[SheetRow]:
        """The duties of a year."""
        words = year_in_words(year).capitalize()
        for duty in duties:
            name, *before = self.classes.of(self.context, duty).before
            cells = self.cells[duty.program.id, duty.position]
            added = [ADDED if is_added(duty) else NOT_ADDED] * (SEATS in self.shown)
            yield SheetRow([name, words, *before, *(cells[column] for column in self.shown), *added])

    def sum(self, year: int | None, duties: Sequence[Duty], rows: Sequence[SheetRow]) -> SheetRow:
        """What the duties of a year come to; in words where no seats are known."""
        words, whole = year_in_words(year), summed(duties)
        number, turn = SheetNumber(Decimal(whole.seats)), BEFORE + len(self.shown)
        sums: list[SheetCell] = [
            (
                sum_where(number, rows, each, (YEAR, words.capitalize()), (turn, ADDED))
                if whole.tells_seats
                else None
            )
            if column is SEATS
            else ""
            for each, column in enumerate(self.shown, start=BEFORE)
        ]
        told = "; ".join([sum_in_words(words, whole), *left_out_in_words(whole)])
        empty = [""] * (BEFORE - 1)
        return SheetRow([told, *empty, *sums, *([""] * (SEATS in self.shown))], Look.SUBTOTAL)


def days_of_class(phrases: Phrases, each: Class | None) -> list[SheetCell]:
    """The first and the last day of a class, as exact as they are known."""
    days = (each.start, each.end) if each else (None, None)
    guess = each.inferred_year if each else None
    return [cell_of((phrases.date(day, guess),)) if day else None for day in days]


def seats_cell(phrases: Phrases, duty: Duty) -> SheetCell:
    """The seats of a duty."""
    if duty.seats is not None:
        return SheetNumber(Decimal(duty.seats))
    return cell_of(SEATS.words(phrases, duty))
