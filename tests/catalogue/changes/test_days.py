"""How far days moved: whatever lost its year or what makes it exact is before what moved by days."""

from __future__ import annotations

from itertools import pairwise

import pytest

from catalogue.changes.days import years_moved

FARTHEST_FIRST = [
    ("2024-03-04", "2024-04-03"),
    ("2024-09-16", "--09-16"),
    ("2024-09-16", "2035-03"),
    ("2024-09-16", "2024-09"),
    ("2024", "2033"),
    ("2024-09", "2031-10"),
    ("2024-09-16", "2025-09-15"),
    ("--03-16", "--06-16"),
    ("2024-01-01", "2024-01-14"),
    ("2024-12-31", "2025-01-01"),
]


def test_days_stand_by_how_far_they_moved_and_before_them_what_they_lost():
    moved = [years_moved(*each) for each in FARTHEST_FIRST]
    assert all(farther > nearer > 0 for farther, nearer in pairwise(moved))


@pytest.mark.parametrize(
    ("before", "after"), [("2024-09-16", "16/9/2024"), ("2024", "sau"), ("2024-09", True)]
)
def test_what_is_no_date_any_more_has_lost_its_year(before: str, after: object):
    assert years_moved(before, after) == years_moved("2024-09-16", "--09-16")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2024", "2024-09"),
        ("2024-09", "2024-09-16"),
        ("--09-16", "2024-09-16"),
        (None, "2024"),
        ("2024", None),
    ],
)
def test_a_date_that_only_came_went_or_became_more_exact_moved_nowhere(before: object, after: object):
    assert years_moved(before, after) == 0
