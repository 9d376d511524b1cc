"""Verdicts on declared numbers that flipped, each held against the verdict on the very number that it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any, TypeAlias

from catalogue.changes.compare import Comparison
from catalogue.changes.concerns import model_of
from catalogue.changes.effects import Flip
from catalogue.changes.fields import shape_of_whole
from catalogue.changes.following import following
from catalogue.changes.identity import paired
from catalogue.changes.states import RecordKey
from catalogue.findings.checks import Among, Check, Verdict
from catalogue.findings.reconciliation import reconciled
from catalogue.findings.titles import title_of
from catalogue.model.collection import Catalogue
from catalogue.model.shape import Shape, shapes
from catalogue.problems.problem import Place

NumberKey: TypeAlias = tuple[RecordKey, Place]
"""A declared number: its record, and where it stands there in the later state."""
ByParts: TypeAlias = Mapping[Among | None, Check]
"""The checks of one number by the sort of its parts; under none where it has no parts."""
Positions: TypeAlias = Mapping[int, int]
"""Where the items of a list stand in the later state, by where they stood."""

GONE = "gone"
"""What the place begins with of a number that the later state has no more."""


def flips(before: Catalogue, after: Catalogue, found: Comparison) -> Iterator[Flip]:
    """The verdicts that flipped; of a number that is new or gone only one that it disagreed."""
    was, is_now = by_number(before, NumbersNow(found)), by_number(after)
    for number in sorted({**is_now, **was}, key=itemgetter(0)):
        for one, other in by_parts(was.get(number, {}), is_now.get(number, {})):
            verdicts = one and one.verdict, other and other.verdict
            if verdicts[0] is not verdicts[1] and (Verdict.DISAGREES in verdicts or None not in verdicts):
                yield Flip(number[0], *(named(after, other) if other else named(before, one)), *verdicts)


def named(catalogue: Catalogue, check: Check | None) -> tuple[str, str]:
    """What the number of a check is called, and its unit."""
    assert check  # noqa: S101 - one of the two states has it
    number = check.declared.number
    return title_of(catalogue, number.spot), number.label


def by_parts(was: ByParts, is_now: ByParts) -> Iterator[tuple[Check | None, Check | None]]:
    """The checks of a number with each sort of parts; where it had none, that was what was found of each."""
    sorts: list[Among | None] = [among for among in {**was, **is_now} if among]
    for among in sorts or [None]:
        yield was.get(among) or was.get(None), is_now.get(among) or is_now.get(None)


def by_number(catalogue: Catalogue, now: NumbersNow | None = None) -> Mapping[NumberKey, ByParts]:
    """The checks of a catalogue by their numbers, as these are known in the later state."""
    found: dict[NumberKey, dict[Among | None, Check]] = defaultdict(dict)
    for check in reconciled(catalogue):
        spot = check.declared.number.spot
        number = (spot.record.kind, spot.record.id), spot.place
        found[now.of(*number) if now else number][check.among] = check
    return found


class NumbersNow:
    """Where the numbers of the earlier state stand in the later one, by what was found to be one item."""

    def __init__(self, found: Comparison) -> None:
        pairs = ((each.before, each.after) for each in found.records)
        self.ids = {old: key[1] for old, key in found.renamed.items()}
        self.changed = {before.key: (before, after) for before, after in pairs if before and after}
        self.values: dict[RecordKey, tuple[RecordKey, Any, Any]] = {}
        self.positions: dict[tuple[RecordKey, Place], Positions] = {}

    def of(self, key: RecordKey, place: Place) -> NumberKey:
        """The record as it is called now, and the place of a number in it."""
        if key not in self.changed:
            return key, place
        key_now, before, after = self.both(key)
        found: Place = ()
        shape = shape_of_whole(model_of(key))
        for step in place:
            now: str | int | None = step
            if isinstance(step, int):
                shape = shape.item or Shape()
                now = self.paired((key, found), before, after or [], shape).get(step)
            else:
                shape = shapes(shape.model)[step] if shape.model else Shape()
            if now is None:
                return key_now, (GONE, *place)
            before, after, found = item(before, step), item(after, now), (*found, now)
        return key_now, found

    def both(self, key: RecordKey) -> tuple[RecordKey, Any, Any]:
        """The key that a record has now, and its values in both states, with the present ids."""
        if key not in self.values:
            one, other = self.changed[key]
            before, after = (following(each.values, key, self.ids) for each in (one, other))
            self.values[key] = other.key, before, after
        return self.values[key]

    def paired(self, at: tuple[RecordKey, Place], before: Any, after: Any, shape: Shape) -> Positions:
        """Where the items of a list stand now; worked out once for all numbers in them."""
        if at not in self.positions:
            self.positions[at] = dict(paired(before, after, shape.model))
        return self.positions[at]


def item(holder: Any, step: str | int) -> Any:
    """What stands at a step in a list, or in a group of fields that may not have it."""
    if isinstance(step, int):
        return holder[step]
    return holder.get(step) if isinstance(holder, dict) else None
