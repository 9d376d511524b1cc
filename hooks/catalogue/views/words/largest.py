"""The largest programmes of a plan as bars, whose lengths compare them with each other and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from catalogue.language.vocabulary import PEOPLE, Measure, Progress
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.page import Piece
from catalogue.views.words.figures import progress, whole_figures
from catalogue.views.words.phrases import Phrases, figure_words

BARS, LONGEST = 5, 80
"""How many bars there are, and the length of the longest in per cent: a full line would read as all done."""


class ComparedBar(NamedTuple):
    """A programme as a bar: its link, its numbers in words, its length in per cent of the line."""

    link: Piece
    words: str
    length: float


def largest(phrases: Phrases, programs: Iterable[Program]) -> list[ComparedBar]:
    """The programmes for most people, of those that count them in the usual unit; none that is a part."""
    counted = [(each, planned(each, PEOPLE)) for each in programs if not each.part_of]
    stated = [(program, people) for program, people in counted if people]
    units = Counter(people.label for _, people in stated)
    alike = [
        (program, people) for program, people in stated if people.label == max(units, key=units.__getitem__)
    ]
    alike.sort(key=lambda pair: -pair[1].value)
    most = alike[0][1].value if alike else 0
    return [bar(phrases, *pair, float(pair[1].value / most)) for pair in alike[:BARS]] if most else []


def planned(program: Program, measures: AbstractSet[Measure]) -> Figure | None:
    """What a programme states first of some measures that is planned."""
    figures = (each for each in whole_figures(program) if each.measure in measures)
    return next((each for each in figures if progress(program, each) is Progress.PLANNED), None)


def bar(phrases: Phrases, program: Program, people: Figure, share: float) -> ComparedBar:
    """A programme as a bar; `share` is its part of the longest one."""
    classes = planned(program, {Measure.CLASSES})
    words = ", ".join(figure_words(each) for each in (classes, people) if each)
    return ComparedBar(phrases.link(program), words, round(LONGEST * share, 1))
