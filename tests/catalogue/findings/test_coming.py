"""The days that may lie ahead of a reader: sure ones alone, of what is neither over nor called off."""

from __future__ import annotations

import pytest

from catalogue.findings.coming import Ahead, days_ahead
from tests.catalogue.views.small import DRAFT, REPORTED, catalogue_of

AHEAD = "start: 2028-03-20, deadline: 2028-02-29"


def ahead(text: str, verification: str = REPORTED) -> Ahead:
    """The days of a programme."""
    return days_ahead(catalogue_of({"programs/x.yml": f"title: X\n{text}{verification}"}))


def of_class(values: str, more: str = "") -> tuple[list[str], list[str]]:
    """The deadlines and the beginnings of a class."""
    found = ahead(f"{more}classes: [{{id: lop-1, {values}}}]\n")
    return [str(each.day) for each in found.deadlines], [str(each.day) for each in found.beginnings]


def test_a_class_has_its_deadline_and_its_beginning_on_a_leap_day_too():
    assert of_class(AHEAD) == (["2028-02-29"], ["2028-03-20"])


@pytest.mark.parametrize(
    "values",
    [
        "start: --03-20, deadline: --02-28, inferred_year: 2028",
        "start: --03-20, deadline: --02-28",
        "start: 2028-04, deadline: 2028-03",
        "start: 2028",
        "seats: 30",
    ],
)
def test_a_day_whose_year_or_day_is_not_known_is_none_that_comes(values: str):
    assert of_class(values) == ([], [])


@pytest.mark.parametrize("state", ["cancelled", "postponed", "finished"])
def test_nothing_comes_of_what_is_called_off_or_over(state: str):
    assert of_class(f"{AHEAD}, state: {state}") == ([], [])


def test_nothing_comes_of_what_was_done_nor_of_a_draft():
    assert of_class(AHEAD, "state: done\n") == ([], [])
    assert ahead(f"classes: [{{id: lop-1, {AHEAD}}}]\n", DRAFT) == ([], [])


def test_a_programme_has_a_deadline_where_none_of_its_classes_has_one():
    nomination = "nomination: {deadline: 2028-02-01}\n"
    alone = ahead(f"{nomination}classes: [{{id: lop-1, start: 2028-03-20}}]\n")
    assert [(str(each.day), each.of) for each in alone.deadlines] == [("2028-02-01", None)]
    assert str(alone.deadlines[0].times.start) == "2028-03-20"
    assert len(alone.beginnings) == 1
    assert of_class(AHEAD, nomination)[0] == ["2028-02-29"]


def test_days_stand_in_their_order_and_those_of_one_day_in_that_of_titles():
    texts = {
        f"programs/{id}.yml": f"title: {title}\nclasses: [{{id: lop-1, start: {day}}}]\n{REPORTED}"
        for id, title, day in (("a", "Ê", "2028-05-02"), ("b", "E", "2028-05-02"), ("c", "Z", "2028-05-01"))
    }
    found = days_ahead(catalogue_of(texts)).beginnings
    assert [each.program.id for each in found] == ["c", "b", "a"]
