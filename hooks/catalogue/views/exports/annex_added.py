"""What the sums of an annex add: columns that say so row by row, and the row of sums that follows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from catalogue.findings.additions import Addition
from catalogue.views.exports.added_rows import (
    TOLD,
    ColumnAdded,
    FlagColumn,
    NumberLeftOut,
    added_columns,
    column_added,
    flag_columns,
    flag_turns,
    told_of_row,
)
from catalogue.views.exports.sheets import (
    ADDED,
    Look,
    SheetCell,
    SheetColumn,
    SheetNumber,
    SheetRow,
    sum_where,
)
from catalogue.views.words.annex import Annex
from catalogue.views.words.feet import ADDED_ROWS, rows_left_out


class ColumnAddition(NamedTuple):
    """A column of an annex that is shown: its turn on the sheet, its head, what it comes to."""

    turn: int
    head: str
    addition: Addition


class AnnexAdded:
    """Which rows of an annex its sums add; `before` columns stand before those that are shown."""

    def __init__(self, annex: Annex, before: int, rows: Sequence[SheetRow]) -> None:
        self.annex, self.before, self.rows = annex, before, rows
        self.turns = {row.id: turn for turn, row in enumerate(annex.rows)}

    @cached_property
    def additions(self) -> list[ColumnAddition]:
        """The columns of numbers that are shown; those of words stand before and behind them."""
        found = self.annex.additions if len(self.turns) > 1 else []
        return [
            ColumnAddition(turn, self.annex.heads[shown].label, found[shown - 1])
            for turn, shown in enumerate(self.annex.shown, start=self.before)
            if 0 < shown <= len(found)
        ]

    @cached_property
    def flags(self) -> list[FlagColumn]:
        """The columns that say which rows are added."""
        return flag_columns(TOLD, map(self.column_added, self.additions))

    @property
    def columns(self) -> list[SheetColumn]:
        """These columns, and the one that says why not."""
        return added_columns(self.flags)

    def column_added(self, each: ColumnAddition) -> ColumnAdded:
        """Which rows a column adds."""
        parts = each.addition.parts if each.addition.total is not None else ()
        adds = {self.turns[part.spot.record.id] for part in parts}
        return column_added(each.turn, each.head, [row.cells[each.turn] for row in self.rows], adds)

    @cached_property
    def left_out(self) -> Mapping[str, list[NumberLeftOut]]:
        """Why columns do not add some programmes, by the ids of these."""
        found: dict[str, list[NumberLeftOut]] = defaultdict(list)
        for _, head, addition in self.additions:
            for record, why, is_lacking in rows_left_out(addition):
                found[record].append(NumberLeftOut(head, why, is_lacking))
        return found

    def all_rows(self) -> list[SheetRow]:
        """The rows with these columns."""
        if not self.flags:
            return list(self.rows)
        return [
            row._replace(
                cells=[
                    *row.cells,
                    *told_of_row(self.flags, self.flags, turn, self.left_out.get(each.id, ())),
                ]
            )
            for turn, (row, each) in enumerate(zip(self.rows, self.annex.rows, strict=True))
        ]

    def foot(self, rows: Sequence[SheetRow]) -> Iterator[SheetRow]:
        """The row of sums, where there is one, below all rows."""
        if not self.annex.sums:
            return
        width = len(self.rows[0].cells)
        cells: list[SheetCell] = [""] * (width + len(self.columns))
        cells[self.before - 1] = ADDED_ROWS
        flags = flag_turns(self.flags, width)
        for turn, _, addition in self.additions:
            if addition.total is not None:
                total = SheetNumber(addition.total, addition.bound.label)
                cells[turn] = sum_where(total, rows, turn, (flags[turn], ADDED))
        yield SheetRow(cells, Look.FOOT)
