"""The sorts of parts that a declared number may have: each that carries it is a check, else there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from catalogue.findings.checks import (
    Among,
    Assertion,
    Check,
    LeftOut,
    Omission,
    Reason,
    Spot,
    StatedNumber,
    Verdict,
    exact,
)
from catalogue.findings.judging import AnyPart, Terms, first_agreeing, judged
from catalogue.language.vocabulary import PEOPLE, Measure, PartsAdd, TopicSetContent
from catalogue.model.parts import Figure

ALWAYS_THERE = PEOPLE | {Measure.CLASSES}
"""What every programme has, stated or not; of all else only those programmes have something that state it."""


class Division(NamedTuple):
    """A whole divided into parts of one sort, the ways to count them, and what its source says of them."""

    among: Among
    ways: Sequence[Sequence[AnyPart]]
    terms: Terms


def checked(declared: Assertion, divisions: Sequence[Division]) -> Iterator[Check]:
    """A check for each division whose parts carry a declared number; one that says so where none does."""
    carrying = [each for each in divisions if carries(each.ways[0], declared.measure)]
    for each in carrying:
        yield first_agreeing(judged(declared, each.among, rows, each.terms) for rows in each.ways)
    if not carrying:
        left_out = [row for each in divisions for row in each.ways[0] if isinstance(row, LeftOut)]
        yield Check(declared, None, (), tuple(left_out), Verdict.NO_PARTS, None)


def carries(rows: Sequence[AnyPart], measure: Measure | TopicSetContent) -> bool:
    """Whether parts have a number of a measure, or one like it, or must have one that is not known."""
    return any(
        isinstance(row, StatedNumber)
        or isinstance(row.why, Reason)
        or (row.why is Omission.LACKING and measure in ALWAYS_THERE)
        for row in rows
    )


def own_parts(spot: Spot, figure: Figure) -> Iterator[Division]:
    """The parts that stand at a figure itself, if it has any."""
    if figure.parts:
        rows = [
            exact(
                Spot(spot.record, (*spot.place, "parts", index)),
                part.value,
                figure.label,
                part.computed_from or "",
            )
            for index, part in enumerate(figure.parts)
        ]
        yield Division(Among.OWN_PARTS, [rows], stated_terms(figure.parts_add, None))


def stated_terms(adds: PartsAdd | None, complete: bool | None) -> Terms:
    """What a source says: parts that add up to their whole are all of them, unless it says otherwise."""
    return Terms(adds, True if complete is None and adds is PartsAdd.YES else complete)
