"""The columns of a table that say which rows its sums add and why not: sums hold however rows are sorted."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from catalogue.views.exports.sheets import ADDED, SheetCell, SheetColumn, SheetNumber
from catalogue.views.words.phrases import in_sentence

NOT_ADDED = "không"
TOLD, WHY = "Cộng vào tổng", "Vì sao không"
"""The heads of these columns."""
FLAG_WIDTH = 10
WHY_COLUMN = SheetColumn(WHY, 26)


class ColumnAdded(NamedTuple):
    """A column of numbers by its turn, its head, and which of its rows a sum adds; other rows do no harm."""

    turn: int
    head: str
    told: Mapping[int, bool]


class FlagColumn(NamedTuple):
    """A column that says which rows the sums of some columns add, those with the turns that it `serves`."""

    column: SheetColumn
    told: Mapping[int, bool]
    serves: Sequence[int]

    def cell(self, turn: int) -> str:
        """What it says of a row."""
        return ADDED if self.told.get(turn) else NOT_ADDED


class NumberLeftOut(NamedTuple):
    """Why a column does not add a row; whether that is because the row has no such number."""

    head: str
    reason: str
    is_lacking: bool = False


def added_columns(flags: Sequence[FlagColumn]) -> list[SheetColumn]:
    """The columns that are put behind the others, the last of them for the reason; none where none says."""
    return [*(flag.column for flag in flags), WHY_COLUMN] if flags else []


def column_added(turn: int, head: str, column: Sequence[SheetCell], adds: Container[int]) -> ColumnAdded:
    """Which rows of a column are added: those with a number are asked, and those that are added by a text."""
    asked = (row for row, cell in enumerate(column) if isinstance(cell, SheetNumber) or row in adds)
    return ColumnAdded(turn, head, {row: row in adds for row in asked})


def flag_columns(title: str, columns: Iterable[ColumnAdded]) -> list[FlagColumn]:
    """As few columns as say of every row which sums add it; one where no row is added in part only."""
    groups: list[list[ColumnAdded]] = []
    for each in columns:
        alike = next((group for group in groups if agree(told_by(group), each.told)), None)
        if alike is None:
            groups.append([each])
        else:
            alike.append(each)
    return [
        FlagColumn(
            SheetColumn(title if len(groups) == 1 else headed(title, group), FLAG_WIDTH),
            told_by(group),
            [each.turn for each in group],
        )
        for group in groups
    ]


def agree(one: Mapping[int, bool], other: Mapping[int, bool]) -> bool:
    """Whether two columns say the same of each row that both speak of."""
    return all(one.get(row, is_added) == is_added for row, is_added in other.items())


def told_by(columns: Iterable[ColumnAdded]) -> Mapping[int, bool]:
    """What some columns that agree say of rows."""
    return {row: is_added for each in columns for row, is_added in each.told.items()}


def headed(title: str, columns: Iterable[ColumnAdded]) -> str:
    """The head of a column that serves some sums only: «Cộng vào tổng: số lớp; số học viên»."""
    return f"{title}: {'; '.join(in_sentence(each.head) for each in columns)}"


def told_of_row(
    flags: Iterable[FlagColumn], deciding: Iterable[FlagColumn], turn: int, left: Iterable[NumberLeftOut]
) -> Iterator[str]:
    """What columns say of a row, and why it is not added by the sums that the `deciding` ones speak of."""
    yield from (flag.cell(turn) for flag in flags)
    yield why_in_words(left, is_added=any(flag.told.get(turn) for flag in deciding))


def why_in_words(left: Iterable[NumberLeftOut], *, is_added: bool) -> str:
    """Why a row is not added, or not all of it: that it lacks a number is told only of a row without any."""
    listed = list(left)
    told = [each for each in listed if not each.is_lacking]
    if is_added or len({each.reason for each in told}) > 1:
        return "; ".join(f"{in_sentence(each.head)}: {each.reason}" for each in told)
    return "; ".join(dict.fromkeys(each.reason for each in told or listed))


def flag_turns(flags: Sequence[FlagColumn], first: int) -> Mapping[int, int]:
    """Which column says of each column of numbers what is added, the first of them having a turn."""
    return dict(served(flags, first))


def served(flags: Sequence[FlagColumn], first: int) -> Iterator[tuple[int, int]]:
    """The columns of numbers with the column that serves them."""
    for turn, flag in enumerate(flags, start=first):
        yield from ((each, turn) for each in flag.serves)
