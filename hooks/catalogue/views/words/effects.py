"""What comes of changes, in words: totals that moved, verdicts that flipped, programmes that may overlap."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.changes.effects import Effects, Moved
from catalogue.changes.states import RecordKey
from catalogue.findings.checks import Verdict
from catalogue.language.vietnamese import number
from catalogue.model.kinds import KINDS
from catalogue.problems.problem import printable
from catalogue.views.words.told import ToldChange

NONE = "chưa có"
UNITS = {"programs": "chương trình", "classes": "lớp", "seats": "chỗ"}
"""What totals count, as behind their numbers."""


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
        lines = list(moves(each))
        before, after = (", ".join(side) for side in zip(*lines, strict=True))
        yield row(effects, each.key, "", before, after, each.key[0])


def moves(moved: Moved) -> Iterator[tuple[str, str]]:
    """What moved of the totals of one, before and after; what stayed is not told."""
    for key, unit in UNITS.items():
        before, after = getattr(moved.before, key), getattr(moved.after, key)
        if before != after:
            sign = "+" if after > before else "−"
            yield f"{number(before)} {unit}", f"{number(after)} {unit} ({sign}{number(abs(after - before))})"


def row(effects: Effects, key: RecordKey, what: str, before: str, after: str, sort: str) -> ToldChange:
    """An effect on a record as a row."""
    subject = f"{KINDS[key[0]].label} «{printable(effects.names[key])}»"
    return ToldChange(subject, key[1], "", what, before, after, sort)
