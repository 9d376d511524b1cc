"""By when names are to be sent for a class: its own deadline, else the common one, both where they differ."""

from __future__ import annotations

import pytest

from catalogue.model.dates import Date
from catalogue.model.deadlines import by_deadline, due
from catalogue.model.parts import Nomination
from catalogue.model.program import Program
from catalogue.model.standing import ProgramTimes, class_times

COMMON = "2026-02-01"


def programme(**stated: str) -> Program:
    """A programme with a common deadline and one class."""
    given = {"verification": {"level": "reported"}, "title": "A", "nomination": {"deadline": COMMON}}
    return Program.model_validate({**given, "classes": [{"id": "a", **stated}]})


@pytest.mark.parametrize(
    ("stated", "holds", "beside"),
    [
        ({}, COMMON, None),
        ({"deadline": COMMON}, COMMON, None),
        ({"deadline": "2026-03-05"}, "2026-03-05", COMMON),
        ({"deadline": "--03-05", "inferred_year": "2026"}, "--03-05", COMMON),
        ({"start": "2026-02-01"}, COMMON, None),
        ({"start": "2026-01-31"}, None, None),
        ({"start": "2026"}, COMMON, None),
    ],
    ids=str,
)
def test_a_class_has_its_own_deadline_else_the_common_one_if_it_does_not_come_too_late(
    stated: dict[str, str], holds: str | None, beside: str | None
):
    program = programme(**stated)
    found = due(program, program.classes[0])
    assert [each and each.date.written for each in found] == [holds, beside]
    told = class_times(program, ProgramTimes(), program.classes[0]).deadline
    assert (told and told.written) == (None if holds and holds.startswith("--") else holds)


def test_a_programme_without_classes_has_the_common_deadline():
    program = programme().model_copy(update={"nomination": Nomination.model_validate({"deadline": "2026"})})
    assert due(program, None).deadline == (Date(2026), None)


def test_all_deadlines_come_in_their_order_with_the_classes_that_have_them():
    assert {each.date.written: len(of) for each, of in by_deadline(programme()).items()} == {COMMON: 0}
    later = programme(deadline="2026-03-05")
    assert [(each.date.written, len(of)) for each, of in by_deadline(later).items()] == [
        (COMMON, 0),
        ("2026-03-05", 1),
    ]
