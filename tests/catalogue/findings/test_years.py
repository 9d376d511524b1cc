"""What the programmes of a year add up to, and what of them does not; series of programmes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import get_args

import pytest

from catalogue.findings.checks import NotAdded, Obstacle, Omission, Reason
from catalogue.findings.series import all_missing, all_series, missing_by_year
from catalogue.findings.years import YearOutcome, year_outcome
from catalogue.language.vocabulary import Bound
from catalogue.model.collection import Catalogue
from tests.catalogue.views.small import DRAFT, REPORTED, catalogue_of

BODY = f"title: Sở A\ncategory: council\n{REPORTED}"
PLAN = f"title: Kế hoạch\nyear: 2026\n{REPORTED}"


def catalogue_with(programs: Mapping[str, str], plan: str) -> Catalogue:
    """A catalogue of programmes of a plan of 2026, of which each says no more than the test is about."""
    texts = {
        f"programs/{id}.yml": f"title: {id}\nplan: k\nperiod: {{start: 2026, end: 2026}}\n{text}{REPORTED}"
        for id, text in programs.items()
    }
    return catalogue_of({"organizations/so-a.yml": BODY, "plans/k.yml": plan, **texts})


def year_of(programs: Mapping[str, str], plan: str = PLAN) -> YearOutcome:
    catalogue = catalogue_with(programs, plan)
    return year_outcome(catalogue, 2026, catalogue.sorted(catalogue.programs.values()))


def figures(*planned_and_done: tuple[str, int], unit: str = "") -> str:
    named = f", unit: {unit}" if unit else ""
    listed = (
        f"{{measure: learners, value: {value}, state: {state}{named}}}" for state, value in planned_and_done
    )
    return f"figures: [{', '.join(listed)}]\n"


BOTH = figures(("planned", 100), ("done", 90))


def test_rows_with_both_numbers_stand_first_then_by_title():
    year = year_of({"a": "", "b": figures(("planned", 1)), "c": BOTH})
    assert [row.program.id for row in year.rows] == ["c", "b", "a"]


def test_each_column_adds_its_rows_and_the_difference_those_that_have_both():
    year = year_of({"a": BOTH, "b": figures(("planned", 50)), "c": ""})
    people = year.people
    assert [each.sums for each in (people.planned, people.done)] == [{"học viên": 150}, {"học viên": 90}]
    assert [each.rows for each in (people.planned, people.done, *people.compared)] == [2, 1, 1, 1]
    assert people.differences == {"học viên": -10}
    assert [*people.not_added] == [{Omission.LACKING: 1}, {Omission.LACKING: 2}]


def test_units_are_added_apart():
    year = year_of({"a": BOTH, "b": figures(("planned", 30), ("done", 31), unit="lượt người")})
    assert year.people.planned.sums == {"học viên": 100, "lượt người": 30}
    assert year.people.differences == {"học viên": -10, "lượt người": 1}


def test_how_exactly_a_sum_is_known_is_said_of_each_unit():
    over = BOTH.replace("value: 100", "value: 100, bound: over")
    about = figures(("planned", 30), ("done", 31), unit="lượt người").replace("30,", "30, bound: about,")
    people = year_of({"a": over, "b": BOTH, "c": about}).people
    assert people.planned.bounds == {"học viên": Bound.OVER, "lượt người": Bound.ABOUT}
    assert people.done.bounds == {"học viên": Bound.EXACT, "lượt người": Bound.EXACT}
    assert people.bounds_of_differences == {"học viên": Bound.EXACT, "lượt người": Bound.ABOUT}


def test_a_part_is_not_added_to_its_whole_but_is_where_the_whole_has_no_number():
    inside = year_of({"a": BOTH, "b": f"part_of: a\n{BOTH}"})
    assert inside.people.planned.sums == {"học viên": 100}
    assert inside.people.not_added[0] == {Omission.INSIDE: 1}
    alone = year_of({"a": "", "b": f"part_of: a\n{BOTH}"})
    assert alone.people.planned.sums == {"học viên": 100}


def test_what_may_be_a_part_or_may_have_the_same_people_is_not_added():
    perhaps = year_of({"a": BOTH, "b": f"perhaps_part_of: a\n{BOTH}"})
    assert perhaps.people.not_added[1] == {Omission.PERHAPS: 1}
    overlapping = year_of(
        {"a": "parts_add: overlap\n", "b": f"part_of: a\n{BOTH}", "c": f"part_of: a\n{BOTH}"}
    )
    assert overlapping.people.not_added[0] == {Omission.LACKING: 1, Reason.MAY_OVERLAP: 2}
    assert overlapping.people.planned.sums == {}


def test_no_two_reasons_why_numbers_are_not_added_have_one_code():
    reasons = list(chain.from_iterable(get_args(NotAdded)))
    assert len({each.value for each in reasons}) == len(reasons)


def test_programmes_of_a_plan_that_is_not_given_whole_are_not_added():
    year = year_of({"a": BOTH, "b": BOTH}, f"{PLAN}complete: false\n")
    assert [*year.people.not_added] == [{Obstacle.GIVEN_IN_PART: 2}] * 2
    assert year.people.differences == {}


def test_leads_have_what_their_programmes_have_and_the_unknown_one_comes_last():
    year = year_of({"a": f"lead: so-a\n{BOTH}", "b": f"lead: so-a\n{BOTH}", "c": BOTH})
    assert [(each.lead, each.programs) for each in year.leads] == [("so-a", 2), (None, 1)]
    assert [each.people.differences for each in year.leads] == [{"học viên": -20}, {"học viên": -10}]


def repeating(id: str, year: int, repeats: str = "", more: str = REPORTED) -> dict[str, str]:
    named = f"repeats: {repeats}\n" if repeats else ""
    text = f"title: {id}\nperiod: {{start: {year}, end: {year}}}\n{named}{more}"
    return {f"programs/{id}.yml": text}


def test_a_series_has_all_that_repeat_each_other_at_whatever_remove_the_oldest_first():
    catalogue = catalogue_of(
        {
            **repeating("z-dau", 2023),
            **repeating("b-sau", 2024, "z-dau"),
            **repeating("a-cung-nam", 2024, "z-dau"),
            **repeating("cuoi", 2026, "b-sau"),
            **repeating("nhap", 2027, "cuoi", DRAFT),
            **repeating("rieng", 2026),
        }
    )
    found = all_series(catalogue)
    assert sorted(found) == ["a-cung-nam", "b-sau", "cuoi", "z-dau"]
    assert [each.id for each in found["cuoi"]] == ["z-dau", "a-cung-nam", "b-sau", "cuoi"]
    assert found["cuoi"] is found["z-dau"]


def test_a_series_of_thousands_is_found_in_one_walk():
    chain: dict[str, str] = {}
    for year in range(1950, 2050):
        for turn in range(5):
            earlier = f"n-{year - 1}-{turn}" if year > 1950 else ""
            chain |= repeating(f"n-{year}-{turn}", year, earlier)
    found = all_series(catalogue_of(chain))
    assert (len(found), len(found["n-2049-0"])) == (500, 100)


PLANNED_UP_TO = {"plans/moi.yml": f"title: Mới\nyear: 2026\n{REPORTED}"}


def in_years(*years: int) -> Catalogue:
    """A programme that was held in some years, each time named as that before it."""
    files = dict(PLANNED_UP_TO)
    for earlier, year in zip([0, *years], years, strict=False):
        files |= repeating(f"n-{year}", year, f"n-{earlier}" if earlier else "")
    return catalogue_of(files)


@pytest.mark.parametrize(
    ("held", "missing"),
    [
        ((2023, 2024, 2025, 2026), []),
        ((2023, 2024, 2026), [2025]),
        ((2024, 2025), [2026]),
        ((2025, 2026), []),
        ((2012, 2013), [2014, 2015, 2016]),
        ((2020, 2022, 2024), []),
        ((2024, 2026), []),
    ],
)
def test_a_yearly_programme_is_missing_between_its_years_and_up_to_the_newest_plan(
    held: tuple[int, ...], missing: list[int]
):
    catalogue = in_years(*held)
    assert list(all_missing(catalogue).get(f"n-{held[-1]}", [])) == missing
    assert sorted(missing_by_year(catalogue)) == missing


def test_what_is_held_over_several_years_is_missing_in_none_of_them():
    files = repeating("dau", 2022) | repeating("giua", 2023, "dau") | PLANNED_UP_TO
    long = f"title: cuoi\nperiod: {{start: 2024, end: 2026}}\nrepeats: giua\n{REPORTED}"
    assert all_missing(catalogue_of({**files, "programs/cuoi.yml": long})) == {}
