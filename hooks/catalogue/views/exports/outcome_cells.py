"""What was planned and done as cells of a sheet: numbers in the units of their columns, sums unit by unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from catalogue.views.exports.sheets import SheetCell, SheetNumber
from catalogue.views.words.outcomes import UNKNOWN, OutcomeCell, OutcomeRow, Sort, labels_of
from catalogue.views.words.phrases import in_sentence


def outcome_cell(cell: OutcomeCell) -> SheetCell:
    """A number where it has the unit of its column; else its words."""
    if cell == UNKNOWN:
        return None
    if cell.value is not None:
        return SheetNumber(cell.value, cell.bound.label)
    return f"{cell.words} ({cell.below})" if cell.below else cell.words


def with_signs(sorts: Sequence[Sort], cells: Sequence[SheetCell]) -> list[SheetCell]:
    """The cells of a row, differences with their sign."""
    are_differences = [differ for sort in sorts for differ in difference_columns(sort)]
    return [
        cell._replace(is_signed=True) if differ and isinstance(cell, SheetNumber) else cell
        for cell, differ in zip(cells, are_differences, strict=True)
    ]


def difference_columns(sort: Sort) -> list[bool]:
    """Of the columns that a sort shows which one is that of differences."""
    return [turn == len(sort.shown) - 1 for turn, shown in enumerate(sort.shown) if shown]


def unit_cells(sorts: Sequence[Sort], row: OutcomeRow, unit: str = "") -> list[SheetCell]:
    """The sums of a row in the unit of each column, or in another `unit`."""
    cells = zip(units_of(sorts), row.cells, strict=True)
    return with_signs(sorts, [unit_cell(cell, own, unit) for own, cell in cells])


def unit_cell(cell: OutcomeCell, own: str, unit: str) -> SheetCell:
    """A sum in a unit; its words where nothing is added, nothing where it is told in other units."""
    for label, value, bound in () if unit == own else cell.by_unit:
        if label == (unit or own):
            return SheetNumber(value, bound.label)
    return "" if unit or cell.by_unit else outcome_cell(cell._replace(below=""))


def other_units(sorts: Sequence[Sort], row: OutcomeRow) -> list[str]:
    """The units of sums that are not those of their columns."""
    cells = zip(units_of(sorts), row.cells, strict=True)
    return list(dict.fromkeys(unit for own, cell in cells for unit, *_ in cell.by_unit if unit != own))


def units_of(sorts: Iterable[Sort]) -> Iterator[str]:
    """The unit of each column."""
    for sort in sorts:
        yield from [sort.unit] * len(sort.heads)


def told_below(sorts: Sequence[Sort], row: OutcomeRow) -> str:
    """What the page says small below the numbers of a row: of how many rows they are."""
    cells = zip(labels_of(sorts), row.cells, strict=True)
    return "; ".join(f"{in_sentence(label)}: {cell.below}" for label, cell in cells if cell.adds)
