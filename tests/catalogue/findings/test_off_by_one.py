"""One number of a sample is changed by one: the checks that it belongs to tell it, and no other does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeAlias

import pytest

from catalogue.findings.checks import Among, Check, Spot, Verdict
from catalogue.findings.reconciliation import checks_of, reconciled
from catalogue.language.vocabulary import Progress
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.parts import Figure, Part
from catalogue.model.program import Program
from catalogue.model.standing import CALLED_OFF
from catalogue.problems.problem import Place
from sample.chance import Chance
from tests.examples import PROVING

PLACES = 200 if PROVING else 10
"""How many numbers are changed, one at a time."""
Key: TypeAlias = tuple[str, str, Place, Among | None]
"""What tells checks apart: the kind and the id of a record, the place of the number, the sort of parts."""


def key_of(check: Check) -> Key:
    spot = check.declared.number.spot
    return spot.record.kind, spot.record.id, spot.place, check.among


def keyed(catalogue: Catalogue) -> dict[Key, Check]:
    return {key_of(check): check for check in reconciled(catalogue)}


def told(check: Check) -> tuple[object, ...]:
    return check.verdict, check.reason, check.counted, check.difference


def address(spot: Spot) -> tuple[str, Place]:
    return spot.record.path, spot.place


def counted(check: Check) -> list[tuple[str, Place]]:
    """Where the parts stand that are counted."""
    return [address(part.spot) for part in check.parts]


def all_of(check: Check) -> set[tuple[str, Place]]:
    """Where all numbers stand that a check speaks of."""
    left_out = [address(row.spot) for row in check.left_out]
    return {address(check.declared.number.spot), *counted(check), *left_out}


def changed(catalogue: Catalogue, spot: Spot, by: int) -> Catalogue:
    """The same catalogue with one number changed."""
    record = spot.record
    new = with_change(record, spot.place, by).placed(record.kind, record.id, record.path)
    folder = KINDS[record.kind].folder.replace("-", "_")
    records: dict[str, Any] = {folder: {**catalogue.of(record.kind), record.id: new}}
    return replace(catalogue, **records)


def with_change(holder: Any, place: Place, by: int) -> Any:
    """A value with the number at a place inside it changed; a figure or a part is changed in its value."""
    if not place:
        return holder + by if isinstance(holder, int) else with_change(holder, ("value",), by)
    step, *rest = place
    inner = inside(holder, step)
    new = inner + by if isinstance(inner, (int, Decimal)) else with_change(inner, tuple(rest), by)
    if isinstance(holder, tuple):
        return tuple(new if index == step else each for index, each in enumerate(holder))
    return (
        {**holder, step: new} if isinstance(holder, Mapping) else holder.model_copy(update={str(step): new})
    )


def inside(holder: Any, step: str | int) -> Any:
    """What a value holds at one step of a place."""
    if isinstance(holder, tuple):
        return holder[int(step)]
    return holder[step] if isinstance(holder, Mapping) else getattr(holder, str(step))


def is_number(spot: Spot) -> bool:
    """Whether a number stands at a place; a class or a programme that counts as one cannot be changed."""
    holder: Any = spot.record
    for step in spot.place:
        holder = inside(holder, step)
    return isinstance(holder, (int, Figure, Part))


def drawn(catalogue: Catalogue) -> list[tuple[Key, Spot, int]]:
    """Numbers of checks that agree, drawn by lot: sorts of parts by turns, whole or part, more or less."""
    chance = Chance(11, "off by one")
    by_sort: dict[Among | None, list[Check]] = defaultdict(list)
    for check in reconciled(catalogue):
        if check.verdict is Verdict.AGREES:
            by_sort[check.among].append(check)
    found: list[tuple[Key, Spot, int]] = []
    while len(found) < PLACES:
        check = chance.pick(by_sort[list(by_sort)[len(found) % len(by_sort)]])
        spot = chance.pick([number.spot for number in (check.declared.number, *check.parts)])
        if is_number(spot):
            found.append((key_of(check), spot, chance.pick((-1, 1))))
    return found


@pytest.mark.proved
def test_a_number_that_is_off_by_one_is_told_by_its_checks_alone(sampled: Catalogue):
    """Too few parts disagree with their whole where the source gives all of them; else some are unknown."""
    before = keyed(sampled)
    for key, spot, by in drawn(sampled):
        after = keyed(changed(sampled, spot, by))
        where = (key, spot.place, by)
        more = Decimal(-by if spot == before[key].declared.number.spot else by)
        assert after.keys() == before.keys(), where
        assert after[key].difference == more, where
        assert after[key].verdict in {Verdict.DISAGREES, *([] if more > 0 else [Verdict.INCOMPLETE])}, where
        assert counted(after[key]) == counted(before[key]), where
        others = {other for other, check in before.items() if address(spot) not in all_of(check)}
        assert {other for other in others if told(after[other]) != told(before[other])} == set(), where


def test_all_sorts_of_parts_that_agree_in_the_sample_are_drawn(sampled: Catalogue):
    assert {key[-1] for key, _, _ in drawn(sampled)} == {
        Among.ALLOCATIONS,
        Among.CLASSES,
        Among.COVERED,
        Among.OWN_PARTS,
        Among.PART_PROGRAMS,
    }


def test_a_class_that_is_called_off_hides_no_slip(sampled: Catalogue):
    """Were it counted or not as it suits, the number of classes could be off by one and agree."""
    found = [
        check
        for check in reconciled(sampled)
        if check.verdict is Verdict.AGREES and check.among is Among.CLASSES and has_called_off(check)
    ]
    assert {check.declared.state for check in found} == {Progress.PLANNED, Progress.DONE}
    for check in found if PROVING else found[::4]:
        spot = check.declared.number.spot
        for by in (-1, 1):
            after = keyed_of(changed(sampled, spot, by), spot)[key_of(check)]
            assert after.verdict in {Verdict.DISAGREES, Verdict.INCOMPLETE}, (key_of(check), by)


def has_called_off(check: Check) -> bool:
    record = check.declared.number.spot.record
    return isinstance(record, Program) and any(each.state in CALLED_OFF for each in record.classes)


def keyed_of(catalogue: Catalogue, spot: Spot) -> dict[Key, Check]:
    """The checks of the record in which a number stands."""
    record = catalogue.of(spot.record.kind)[spot.record.id]
    return {key_of(check): check for check in checks_of(catalogue, record)}
