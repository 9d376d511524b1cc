"""What was planned against what was done: a difference only where both are known and of one sort."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from catalogue.findings.outcomes import Outcome, ProgramOutcome, Uncompared, program_outcome
from tests.catalogue.views.small import REPORTED, catalogue_of

PLAN = f"title: Kế hoạch 2026\nyear: 2026\n{REPORTED}"


def outcome_of(text: str, years: Sequence[int] = (2026,)) -> ProgramOutcome:
    """What a programme of the plan of 2026 comes to."""
    files = {"plans/ke-hoach.yml": PLAN, "programs/x.yml": f"title: X\nplan: ke-hoach\n{text}{REPORTED}"}
    catalogue = catalogue_of(files)
    return program_outcome(catalogue, catalogue.programs["x"], tuple(years))


def people(*figures: str, more: str = "") -> Outcome:
    """What a programme comes to in people that states some figures."""
    listed = "".join(f"  - {{{figure}}}\n" for figure in figures)
    return outcome_of(f"{more}figures:\n{listed}").people


PLANNED = "measure: learners, value: 100, state: planned"
DONE = "measure: learners, value: 90, state: done"


def test_a_difference_is_what_was_done_less_what_was_planned():
    found = people(PLANNED, DONE)
    assert [found.difference, found.why, found.is_rounded] == [-10, None, False]


@pytest.mark.parametrize("unit", ["Học viên", "học  viên"])
def test_a_unit_is_one_however_it_is_spelled(unit: str):
    assert people(PLANNED, f"{DONE}, unit: {unit}").difference == -10


def test_a_figure_without_a_state_of_its_own_has_that_of_its_programme():
    assert people("measure: learners, value: 100", DONE, more="state: planned\n").difference == -10


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ([], Uncompared.UNKNOWN),
        ([PLANNED], Uncompared.NOT_DONE),
        ([DONE], Uncompared.NOT_PLANNED),
        ([PLANNED, f"{DONE}, unit: lượt người"], Uncompared.OTHER_UNIT),
        ([PLANNED, "measure: attendances, value: 90, state: done"], Uncompared.OTHER_UNIT),
        ([PLANNED, f"{DONE}, as_of: 2026-06-30"], Uncompared.OTHER_PERIOD),
        ([PLANNED, f"{DONE}, period: {{start: 2026-01, end: 2026-06}}"], Uncompared.OTHER_PERIOD),
        ([PLANNED, f"{DONE}, bound: over"], Uncompared.ONE_SIDED),
    ],
)
def test_without_two_numbers_of_one_unit_and_one_time_there_is_a_reason_and_no_difference(
    figures: Sequence[str], why: Uncompared
):
    found = outcome_of("").people if not figures else people(*figures)
    assert (found.difference, found.why) == (None, why)


def test_of_several_units_those_are_compared_that_both_sides_have():
    found = people("measure: members, value: 40, state: planned", PLANNED, DONE)
    assert found.difference == -10
    assert found.planned
    assert found.planned.label == "học viên"


def test_the_year_itself_written_out_is_the_time_of_figures_that_name_none():
    assert people(PLANNED, f"{DONE}, period: {{start: 2026, end: 2026}}").difference == -10


def test_a_rounded_number_makes_a_rounded_difference():
    found = people(f"{PLANNED}, bound: about", DONE)
    assert [found.difference, found.is_rounded] == [-10, True]


def test_what_is_proposed_or_of_an_unknown_state_is_neither_planned_nor_done():
    found = outcome_of(
        "figures:\n  - {measure: learners, value: 50, state: proposed}\n  - {measure: classes, value: 2}\n"
    )
    assert (found.people.why, found.classes.why) == (Uncompared.UNKNOWN, Uncompared.UNKNOWN)
    assert [each.value for each in found.undecided] == [50, 2]


def test_the_numbers_of_several_years_are_not_those_of_one_but_a_year_named_is():
    text = "period: {start: 2025, end: 2026}\nfigures:\n" + "".join(
        f"  - {{{figure}}}\n"
        for figure in (
            PLANNED,
            "measure: learners, value: 60, state: planned, period: {start: 2026, end: 2026}",
        )
    )
    found = outcome_of(text)
    assert found.people.planned
    assert found.people.planned.value == 60
    assert [each.value for each in found.elsewhen] == [100]


CLASSES = """
state: planned
complete: true
figures:
  - {measure: classes, value: 2, state: planned}
  - {measure: learners, value: 100, state: planned}
classes:
"""
HELD = "  - {id: lop-1, state: finished, results: {attended: 48}}\n"


def test_what_no_figure_states_as_done_is_added_up_from_all_classes():
    found = outcome_of(f"{CLASSES}{HELD}  - {{id: lop-2, state: finished, results: {{attended: 45}}}}\n")
    assert [each.difference for each in (found.classes, found.people)] == [0, -7]
    assert found.people.done
    assert found.people.done.is_counted


def test_a_class_called_off_was_not_held_and_one_to_come_is_no_result():
    cancelled = outcome_of(f"{CLASSES}{HELD}  - {{id: lop-2, state: cancelled}}\n")
    assert [each.difference for each in (cancelled.classes, cancelled.people)] == [-1, -52]
    with_results = outcome_of(
        f"{CLASSES}{HELD}  - {{id: lop-2, state: postponed, results: {{attended: 9}}}}\n"
    )
    assert with_results[1:3] == cancelled[1:3]
    none_yet = outcome_of(f"{CLASSES}  - {{id: lop-1, state: open}}\n  - {{id: lop-2, state: planned}}\n")
    assert (none_yet.classes.done, none_yet.classes.why) == (None, Uncompared.NOT_DONE)


@pytest.mark.parametrize(
    "second", ["  - {id: lop-2}\n", "  - {id: lop-2, state: finished}\n", "  - {id: lop-2, state: running}\n"]
)
def test_the_numbers_of_some_classes_make_no_difference(second: str):
    assert outcome_of(f"{CLASSES}{HELD}{second}").people.why is Uncompared.SOME_CLASSES


def test_classes_are_no_whole_where_no_source_gives_all_of_them():
    text = f"{CLASSES}{HELD}{HELD.replace('lop-1', 'lop-2')}".replace("complete: true\n", "")
    assert outcome_of(text).people.why is Uncompared.SOME_CLASSES


def test_a_class_over_new_year_leaves_the_numbers_in_the_year_of_the_plan():
    text = (
        CLASSES
        + "  - {id: lop-1, start: 2026-12-20, end: 2027-01-15, state: finished, results: {attended: 48}}\n"
    )
    text += "  - {id: lop-2, start: 2026-02-29, end: 2026-03-01}\n".replace("02-29", "02-28")
    assert outcome_of(text).people.planned
    next_year = outcome_of(text, (2027,))
    assert (next_year.people.planned, next_year.people.done) == (None, None)
    assert [each.value for each in next_year.elsewhen] == [2, 100]


def test_seats_are_planned_whatever_their_programme_says_of_its_state():
    found = outcome_of("complete: true\nclasses:\n  - {id: lop-1, seats: 40}\n  - {id: lop-2, seats: 30}\n")
    assert found.people.planned
    assert found.people.planned.value == 70
    assert found.classes.planned is None
