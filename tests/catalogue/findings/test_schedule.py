"""The calendar: on which day and in which month things stand, what stands on none, what goes on for long."""

from __future__ import annotations

import pytest

from catalogue.findings.schedule import MOST_MONTHS, HappeningKind, Month, YearMonth, months
from catalogue.model.collection import Catalogue
from tests.catalogue.views.small import DRAFT, REPORTED, catalogue_of


def city(*programs: str, ending: str = REPORTED) -> Catalogue:
    return catalogue_of({f"programs/p{turn}.yml": text + ending for turn, text in enumerate(programs)})


def of(*programs: str) -> dict[YearMonth, Month]:
    return dict(months(city(*programs)))


def classes(*written: str) -> str:
    return f"title: A\nclasses: [{', '.join(written)}]\n"


def days(month: Month) -> dict[int, list[HappeningKind]]:
    return {day: [event.kind for event in events] for day, events in month.days.items()}


def test_a_class_stands_on_its_first_day_and_on_its_deadline():
    found = of(classes("{id: a, start: 2026-03-05, end: 2026-03-07, deadline: 2026-02-27}"))
    assert {month: days(each) for month, each in found.items()} == {
        (2026, 2): {27: [HappeningKind.DEADLINE]},
        (2026, 3): {5: [HappeningKind.START]},
    }


def test_what_is_dated_by_the_month_stands_on_no_day():
    month = of(classes("{id: a, start: 2026-03}"))[2026, 3]
    assert (days(month), len(month.undated), month.total) == ({}, 1, 1)


def test_what_is_dated_by_the_year_or_without_one_stands_nowhere():
    assert (
        of(classes("{id: a, start: 2026}", "{id: b, start: --03-05, inferred_year: 2026}", "{id: c}")) == {}
    )


def test_a_class_of_weeks_stands_apart_in_the_months_behind_its_first():
    found = of(classes("{id: a, start: 2025-12-29, end: 2026-02-10}"))
    assert [(month, len(each.going_on)) for month, each in found.items()] == [
        ((2025, 12), 0),
        ((2026, 1), 1),
        ((2026, 2), 1),
    ]


def test_a_few_days_over_new_year_stand_on_their_first_alone():
    assert list(of(classes("{id: a, start: 2025-12-30, end: 2026-01-03}"))) == [(2025, 12)]


def test_a_class_of_three_years_stands_in_every_month_of_them():
    found = of(classes("{id: a, start: 2024-03-05, end: 2027-03-04}"))
    assert (len(found), list(found)[-1]) == (37, (2027, 3))
    assert all(len(month.going_on) == 1 for when, month in found.items() if when != (2024, 3))


def test_a_class_of_many_years_stands_in_so_many_months_alone():
    assert len(of(classes("{id: a, start: 2000-01-01, end: 2090-01-01}"))) == MOST_MONTHS + 1


def test_the_leap_day_is_a_day():
    assert days(of(classes("{id: a, start: 2024-02-29}"))[2024, 2]) == {29: [HappeningKind.START]}


def test_a_programme_without_classes_stands_on_the_first_day_of_its_period():
    period = "title: B\nperiod: {start: 2026-05-04, end: 2026-05-08}\nnomination: {deadline: 2026-04-20}\n"
    found = of(period)
    assert days(found[2026, 5]) == {4: [HappeningKind.START]}
    assert days(found[2026, 4]) == {20: [HappeningKind.DEADLINE]}


@pytest.mark.parametrize("start", ["2026-05", "2026-05-04"])
@pytest.mark.parametrize("when", ["venue: {place: A}", "start: 2026", "start: --06-01, inferred_year: 2026"])
def test_a_programme_whose_classes_tell_no_month_stands_under_its_own(start: str, when: str):
    month = of(f"title: B\nperiod: {{start: {start}}}\nclasses: [{{id: a}}, {{id: b, {when}}}]\n")[2026, 5]
    assert (days(month), [event.held for event in month.undated]) == ({}, [None])


@pytest.mark.parametrize("told", ["{id: a, start: 2026-06}, {id: b}", "{id: a, state: cancelled}"])
def test_a_programme_stands_not_under_its_own_month_where_a_class_has_one_or_none_is_held(told: str):
    assert (2026, 5) not in of(f"title: B\nperiod: {{start: 2026-05}}\nclasses: [{told}]\n")


def test_a_deadline_that_a_class_repeats_is_told_once():
    text = classes("{id: a, deadline: 2026-04-20}") + "nomination: {deadline: 2026-04-20}\n"
    assert days(of(text)[2026, 4]) == {20: [HappeningKind.DEADLINE]}


def test_drafts_stand_nowhere():
    assert months(city(classes("{id: a, start: 2026-03-05}"), ending=DRAFT)) == {}
