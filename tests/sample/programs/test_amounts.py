"""The amounts of programmes: parts fit their wholes."""

from __future__ import annotations

from catalogue.language.vocabulary import PEOPLE, Measure
from catalogue.model.collection import Catalogue
from catalogue.model.counting import figures


def test_parts_add_up_to_their_whole_where_they_are_said_to(thousand: Catalogue):
    adding = [program for program in thousand.programs.values() if program.parts_add == "yes"]
    assert adding
    for whole in adding:
        parts = thousand.referring("program", whole.id, "part_of")
        figures = [figure for part in parts for figure in part.figures]
        for total in whole.figures:
            same = [each for each in figures if (each.measure, each.state) == (total.measure, total.state)]
            assert total.value == sum(each.value for each in same)


def test_attendances_are_counted_in_turns_and_learners_never(thousand: Catalogue):
    labels = {(figure.measure, figure.label) for record in thousand for _, figure in figures(record)}
    counted = {(measure, label.split()[0] == "lượt") for measure, label in labels if measure in PEOPLE}
    assert counted == {(measure, measure is Measure.ATTENDANCES) for measure in PEOPLE}
