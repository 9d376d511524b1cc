"""What the sums of a year add: columns that say so row by row, and rows of sums, one for each unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from catalogue.findings.outcomes import ProgramOutcome
from catalogue.findings.years import WITHOUT_NUMBER, NumberColumn
from catalogue.language.vocabulary import Progress
from catalogue.page import text_of
from catalogue.views.exports.added_rows import (
    TOLD,
    FlagColumn,
    NumberLeftOut,
    added_columns,
    column_added,
    flag_columns,
    flag_turns,
    told_of_row,
)
from catalogue.views.exports.outcome_cells import other_units, told_below, unit_cells
from catalogue.views.exports.sheets import (
    ADDED,
    Look,
    SheetCell,
    SheetColumn,
    SheetNumber,
    SheetRow,
    sum_where,
)
from catalogue.views.words.feet import why_left_out
from catalogue.views.words.outcomes import OutcomeRow, labels_of
from catalogue.views.words.table_amounts import withheld
from catalogue.views.words.years import NOT_ADDED, YearTables, foot_rows

COMPARED = "So được hai số"
"""The head of the column that says which rows compare what was planned with what was done."""


class YearSum(NamedTuple):
    """A row of sums, and the columns that say what it adds, the first of them having a turn."""

    row: OutcomeRow
    flags: list[FlagColumn]
    first: int


class YearAdded:
    """Which programmes of a year its sums add; the first `heads` columns of `rows` are no numbers."""

    def __init__(self, tables: YearTables, heads: int, rows: Sequence[SheetRow]) -> None:
        self.tables, self.heads, self.rows = tables, heads, rows
        self.labels = labels_of(tables.sorts)
        self.turns = {row.program.id: turn for turn, row in enumerate(tables.outcome.rows)}

    @cached_property
    def sums(self) -> list[YearSum]:
        """The rows of sums; what the last one adds is said first."""
        found = foot_rows(self.tables.sorts, self.tables.outcome) if self.tables.sorts else ()
        first, sums = self.heads + len(self.labels) + 1, list[YearSum]()
        for title, row in reversed(list(zip((TOLD, COMPARED), found, strict=False))):
            sums.insert(0, YearSum(row, self.flags_of(title, row), first))
            first += len(sums[0].flags)
        return sums

    @property
    def flags(self) -> list[FlagColumn]:
        """All columns that say what is added, in their order."""
        return [flag for each in reversed(self.sums) for flag in each.flags]

    def flags_of(self, title: str, row: OutcomeRow) -> list[FlagColumn]:
        """The columns that say what a row of sums adds; what it does not tell of needs none."""
        return flag_columns(
            title,
            (
                column_added(turn, label, [each.cells[turn] for each in self.rows], self.turns_of(cell.adds))
                for turn, (label, cell) in enumerate(zip(self.labels, row.cells, strict=True), self.heads)
                if cell.adds or cell == NOT_ADDED
            ),
        )

    def turns_of(self, ids: Sequence[str]) -> set[int]:
        """The turns of some programmes."""
        return {self.turns[id] for id in ids}

    @cached_property
    def columns(self) -> list[SheetColumn]:
        """The columns that are added to the others; the last says why not."""
        return added_columns(self.flags)

    def all_rows(self) -> list[SheetRow]:
        """The rows with these columns."""
        return [
            row._replace(cells=[*row.cells, *self.told(turn, outcome)])
            for turn, (row, outcome) in enumerate(zip(self.rows, self.tables.outcome.rows, strict=True))
        ]

    def told(self, turn: int, outcome: ProgramOutcome) -> Iterator[str]:
        """What these columns say of a programme."""
        if self.flags:
            deciding = self.sums[0].flags
            yield from told_of_row(self.flags, deciding, turn, self.left_out(outcome.program.id))

    def left_out(self, id: str) -> Iterator[NumberLeftOut]:
        """Why columns do not add a programme."""
        omitted = self.tables.context.catalogue.once(withheld)[self.tables.year]
        for head, column in zip(self.labels, self.number_columns, strict=True):
            if column and (why := omitted[column].get(id)):
                yield NumberLeftOut(head, why_left_out(why), why in WITHOUT_NUMBER)

    @cached_property
    def number_columns(self) -> list[NumberColumn | None]:
        """Which numbers the columns that are shown have; none for differences."""
        states = (Progress.PLANNED, Progress.DONE, None)
        return [
            NumberColumn(sort.measures, state) if state else None
            for sort in self.tables.sorts
            for state, shown in zip(states, sort.shown, strict=True)
            if shown
        ]

    def foot(self, rows: Sequence[SheetRow]) -> Iterator[SheetRow]:
        """The rows of sums below all rows: one in the units of the columns, one for each other unit."""
        sorts = self.tables.sorts
        for row, flags, first in self.sums:
            served, own = flag_turns(flags, first), unit_cells(sorts, row)
            cells = [added_cell(rows, turn, cell, served) for turn, cell in enumerate(own, self.heads)]
            yield self.sum_row(text_of(row.title), cells, told_below(sorts, row))
            for unit in other_units(sorts, row):
                yield self.sum_row(f"{text_of(row.title)}: {unit}", unit_cells(sorts, row, unit), "")

    def sum_row(self, title: str, cells: Sequence[SheetCell], remark: str) -> SheetRow:
        """A row of sums."""
        beside, behind = [""] * (self.heads - 1), [""] * len(self.columns)
        return SheetRow([title, *beside, *cells, remark, *behind], Look.FOOT)


def added_cell(rows: Sequence[SheetRow], turn: int, cell: SheetCell, served: Mapping[int, int]) -> SheetCell:
    """A sum as a formula, where a column says what it adds."""
    if isinstance(cell, SheetNumber) and turn in served:
        return sum_where(cell, rows, turn, (served[turn], ADDED))
    return cell
