"""The times of classes: one year is past, one runs, one is to come."""

from __future__ import annotations

from catalogue.model.collection import Catalogue
from sample.recipe import DAY


def test_the_three_years_are_past_running_and_to_come(thousand: Catalogue):
    years = {year for program in thousand.programs.values() for year in thousand.years(program)}
    assert years >= {2025, 2026, 2027}


def test_dated_classes_are_in_every_state(thousand: Catalogue):
    states = {
        each.state
        for program in thousand.programs.values()
        for each in program.classes
        if each.state and each.start and each.start.day and each.start.year
    }
    assert states == {"planned", "open", "running", "finished", "postponed", "cancelled"}


def test_only_past_classes_are_finished_and_have_results(thousand: Catalogue):
    for program in thousand.programs.values():
        for each in program.classes:
            start = each.start.earliest if each.start else None
            if start and (each.results or each.state == "finished"):
                assert start < DAY
