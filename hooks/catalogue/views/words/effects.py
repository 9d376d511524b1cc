"""What comes of changes, in words: totals that moved, verdicts that flipped, programmes that may overlap."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from catalogue.changes.effects import Effects, LineSort, Moved, TotalLine, TotalSort, TotalSum
from catalogue.changes.states import RecordKey
from catalogue.findings.checks import Verdict
from catalogue.language.quantities import quantity, signed
from catalogue.language.vietnamese import year_in_words
from catalogue.language.vocabulary import Bound
from catalogue.model.kinds import KINDS
from catalogue.problems.problem import printable
from catalogue.views.words.told import ToldChange

NONE = "chưa có"
ADDED_UP = {LineSort.ALLOCATED, LineSort.PLANNED, LineSort.DONE, LineSort.DIFFERENCE}
"""What nobody may know; of all else there is nothing where nothing is told."""
NOUGHT = {sort: TotalSum(Decimal(), Bound.EXACT) for sort in LineSort if sort not in ADDED_UP}


def flip_rows(effects: Effects) -> Iterator[ToldChange]:
    """The verdicts that flipped, those to a disagreement first."""
    for flip in sorted(effects.flips, key=lambda flip: flip.after is not Verdict.DISAGREES):
        what = printable(flip.title if flip.title != effects.names[flip.key] else "")
        named = f"{what}, {flip.unit}" if what else f"số {flip.unit}"
        before, after = (verdict.label if verdict else NONE for verdict in (flip.before, flip.after))
        yield row(effects, flip.key, named, before, after, "verdict")


def overlap_rows(effects: Effects) -> Iterator[ToldChange]:
    """The programmes that may overlap and did not."""
    for one, other in effects.overlaps:
        beside = f"với chương trình «{printable(effects.names['program', other])}»"
        yield row(effects, ("program", one), beside, "", "", "overlap")


def total_rows(effects: Effects) -> Iterator[ToldChange]:
    """The totals that moved: «Sở Nội vụ: 23 lớp → 24 lớp (+1), 900 chỗ → 940 chỗ (+40)»."""
    for each in effects.moved:
        (kind, _), sort, year = each.key
        lines = list(moves(each))
        before, after = (", ".join(side) for side in zip(*lines, strict=True))
        of_year = [year_in_words(year)] if kind == "organization" and sort != TotalSort.HELD else []
        what = ", ".join([*([sort.label] if sort.label else []), *of_year])
        yield row(effects, each.key.key, what, before, after, f"{kind}.{sort}" if sort.label else kind)


def moves(moved: Moved) -> Iterator[tuple[str, str]]:
    """What moved of a total, before and after; what stayed is not told."""
    order = list(LineSort)
    for line in sorted({**moved.before, **moved.after}, key=lambda line: order.index(line.sort)):
        before, after = (side.get(line, NOUGHT.get(line.sort)) for side in (moved.before, moved.after))
        if before != after:
            yield sum_in_words(line, before), sum_in_words(line, after) + by_how_much(line, before, after)


def sum_in_words(line: TotalLine, found: TotalSum | None) -> str:
    """A number of a total; that it is not worked out where nothing adds up to it, or nothing may be added."""
    sort, unit = line
    is_difference = sort is LineSort.DIFFERENCE
    if found is None:
        lacking = f"tính được {sort.label} {unit}" if is_difference else f"cộng được số {counted(line)}"
        return f"chưa {lacking}"
    if is_difference:
        return f"{sort.label} {signed(found.value, found.bound)} {unit}"
    return quantity(found.value, counted(line), found.bound)


def counted(line: TotalLine) -> str:
    """What a number counts, as behind it."""
    return f"{line.unit} {line.sort.label}".strip()


def by_how_much(line: TotalLine, before: TotalSum | None, after: TotalSum | None) -> str:
    """How far a number moved, behind what it is now; nothing where that is not known."""
    if before is None or after is None or line.sort is LineSort.DIFFERENCE:
        return ""
    return f" ({signed(after.value - before.value)})" if after.value != before.value else ""


def row(effects: Effects, key: RecordKey, what: str, before: str, after: str, sort: str) -> ToldChange:
    """An effect on a record as a row."""
    kind, id = key
    subject = f"{KINDS[kind].label} «{printable(effects.names[key])}»" if kind in KINDS else f"Năm {id}"
    return ToldChange(subject, key[1], "", what, before, after, sort)
