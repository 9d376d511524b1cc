"""The amounts of programmes: parts fit their wholes."""

from __future__ import annotations

from catalogue.model.collection import Catalogue


def test_parts_add_up_to_their_whole_where_they_are_said_to(thousand: Catalogue):
    adding = [program for program in thousand.programs.values() if program.parts_add == "yes"]
    assert adding
    for whole in adding:
        parts = thousand.referring("program", whole.id, "part_of")
        figures = [figure for part in parts for figure in part.figures]
        for total in whole.figures:
            same = [each for each in figures if (each.measure, each.state) == (total.measure, total.state)]
            assert total.value == sum(each.value for each in same)
