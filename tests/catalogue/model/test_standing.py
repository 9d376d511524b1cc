"""Where a class or programme stands on a day: the table of tests/standing.yml, which tells every phase."""

from __future__ import annotations

import pytest

from catalogue.model.collection import Catalogue
from catalogue.model.standing import ClassTimes, Phase, ProgramTimes, standing_on
from tests.catalogue.views.small import catalogue_of
from tests.standing import CASES, DAYS, ONE, Case, day_of, files


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of(files())


@pytest.mark.parametrize("case", ONE, ids=[case.written["what"] for case in ONE])
def test_a_class_or_programme_stands_where_the_table_says(catalogue: Catalogue, case: Case):
    times = case.times(catalogue)
    found = {day: standing_on(times, day_of(day)) for day in case.written["states"]}
    assert found == {day: case.seen(day).own for day in case.written["states"]}


def test_the_table_has_many_cases_on_few_days_and_tells_every_phase():
    told = {case.seen(day).own.phase for case in CASES for day in case.written["states"]}
    assert told == set(Phase)
    assert len(CASES) > 80
    assert len(DAYS) < 15
    assert len({case.written["what"] for case in CASES}) == len(CASES)


def test_what_is_past_is_over_and_nothing_is_known_of_what_tells_nothing():
    day = day_of(DAYS[0])
    assert standing_on(ClassTimes(), day) == (Phase.UNKNOWN, "Chưa có thông tin", False, False)
    assert standing_on(ProgramTimes(), day) == (Phase.UNKNOWN, "", False, False)
