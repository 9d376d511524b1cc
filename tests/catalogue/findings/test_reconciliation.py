"""Every declared number of the real data and of a sample: which checks there are, and what comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from difflib import unified_diff

import pytest

from catalogue.findings.checks import Among, Check, Omission, Reason, Verdict
from catalogue.findings.reconciliation import reconciled, verdicts
from catalogue.language.vocabulary import Measure
from catalogue.model.collection import Catalogue
from tests.catalogue.findings.listing import HERE, RENEW, listed


@pytest.fixture(scope="module")
def checks(real: Catalogue) -> list[Check]:
    return list(reconciled(real))


def of(checks: Sequence[Check], id: str, *place: str | int, among: Among | None) -> Check:
    """The check of a number among parts of one sort."""
    (found,) = [
        check
        for check in checks
        if check.declared.number.spot.record.id == id
        and check.declared.number.spot.place == place
        and check.among is among
    ]
    return found


def parts_of(check: Check) -> dict[str, Decimal]:
    """The parts that are counted, by the id of their record."""
    return {part.spot.record.id: part.value for part in check.parts}


def test_ten_classes_are_not_all_given_by_the_three_inside(checks: list[Check]):
    classes = of(checks, "dien-ban-thuong-vu-thanh-uy-2024", "figures", 0, among=Among.PART_PROGRAMS)
    learners = of(checks, "dien-ban-thuong-vu-thanh-uy-2024", "figures", 1, among=Among.PART_PROGRAMS)
    assert (classes.verdict, learners.verdict) == (Verdict.INCOMPLETE, Verdict.INCOMPLETE)
    assert classes.difference == -7
    assert learners.difference == -140
    assert parts_of(learners) == {"ba-chuong-trinh-ba-khoi-2024": 255}


def test_what_perhaps_is_a_part_is_named_and_not_counted(checks: list[Check]):
    learners = of(checks, "dien-ban-thuong-vu-thanh-uy-2024", "figures", 1, among=Among.PART_PROGRAMS)
    (perhaps,) = learners.left_out
    assert (perhaps.spot.record.id, perhaps.why) == ("chuyen-de-chuyen-sau-2024", Omission.PERHAPS)
    assert perhaps.value == 100


def test_seats_abroad_are_not_divided_among_the_three_programmes(checks: list[Check]):
    learners = of(checks, "o-nuoc-ngoai-2024", "figures", 0, among=Among.PART_PROGRAMS)
    assert (learners.verdict, learners.counted) == (Verdict.INCOMPLETE, None)
    assert [row.why for row in learners.left_out] == [Omission.LACKING] * 3
    abroad = [check for check in checks if check.declared.number.spot.record.id == "o-nuoc-ngoai-2024"]
    assert Measure.CLASSES not in {check.declared.measure for check in abroad}


def test_of_23_topics_none_is_named(checks: list[Check]):
    topics = of(checks, "khoi-chinh-quyen", "count", among=Among.LISTED)
    assert topics.verdict is Verdict.INCOMPLETE
    assert topics.counted == 0
    assert topics.difference == -23
    assert [row.why for row in topics.left_out] == [Omission.DRAFT] * 23


def test_attendances_are_set_beside_another_unit_for_orientation_only(checks: list[Check], real: Catalogue):
    beside = of(checks, "gan-1-9-trieu-luot", "declared", 0, among=Among.REFERENCE_SUM)
    assert (beside.verdict, beside.reason) == (Verdict.INCOMPARABLE, Reason.OTHER_UNIT)
    assert beside.counted is None
    assert beside.totals == {"học viên": 1_050_809, "lượt học viên": 26_577}
    assert sum(beside.totals.values()) == 1_077_386
    figures = [figure for row in beside.left_out for figure in real.programs[row.spot.record.id].figures]
    assert sum(figure.value for figure in figures if figure.measure is Measure.CLASSES) == 6_449


def test_a_part_that_is_the_rest_of_its_whole_proves_nothing(checks: list[Check]):
    classes = of(checks, "huyen-dan-phuong-2023", "figures", 0, among=Among.OWN_PARTS)
    assert (classes.verdict, classes.reason) == (Verdict.INCOMPARABLE, Reason.COMPUTED_FROM_WHOLE)
    assert classes.counted == 60


def test_the_four_parts_of_decision_1698_add_up(checks: list[Check]):
    learners = of(checks, "de-an-1698-2022-2025", "figures", 0, among=Among.OWN_PARTS)
    assert learners.verdict is Verdict.AGREES
    assert learners.counted == 9430
    assert [part.value for part in learners.parts] == [3970, 2100, 3090, 270]
    assert [part.spot.place[-1] for part in learners.parts] == [0, 1, 2, 3]


def test_two_ways_to_divide_a_plan_are_not_added(checks: list[Check]):
    programmes = of(checks, "de-an-1698-2022-2025", "figures", 0, among=Among.PROGRAMS)
    assert (programmes.verdict, programmes.reason) == (Verdict.INCOMPARABLE, Reason.NOT_SAID_TO_ADD)


def test_every_check_has_a_verdict_that_is_counted(checks: list[Check]):
    assert list(verdicts(checks)) == list(Verdict)
    assert sum(verdicts(checks).values()) == len(checks)
    assert {check.verdict for check in checks if check.reason} == {Verdict.INCOMPARABLE}
    assert all(check.reason for check in checks if check.verdict is Verdict.INCOMPARABLE)


def test_only_a_number_without_parts_stands_among_none(checks: list[Check]):
    assert all((check.among is None) == (check.verdict is Verdict.NO_PARTS) for check in checks)


def test_no_draft_is_a_part_or_a_whole(sampled: Catalogue):
    checks = list(reconciled(sampled))
    numbers = [number for check in checks for number in (check.declared.number, *check.parts)]
    assert not any(number.spot.record.is_draft for number in numbers)
    assert any(row.why is Omission.DRAFT for check in checks for row in check.left_out)


@pytest.mark.parametrize("name", ["data", "sample"])
def test_the_checks_are_those_of_the_reviewed_list(name: str, real: Catalogue, sampled: Catalogue):
    file = HERE / f"checks-of-{name}.txt"
    found = listed(reconciled({"data": real, "sample": sampled}[name])).splitlines()
    reviewed = file.read_text(encoding="utf-8").splitlines()
    differing = "\n".join(unified_diff(reviewed, found, "reviewed", "found", lineterm="", n=0))
    assert found == reviewed, f"{differing}\nIf this is right: {RENEW}"
