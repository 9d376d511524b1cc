"""The classes of a programme as rows, every cell ready to print."""

from __future__ import annotations

from typing import NamedTuple

from catalogue.language.vietnamese import number
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.shape import shapes
from catalogue.page import Phrase
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.states import StateShown, state_of_class


class ClassRow(NamedTuple):
    """A class as a row: every cell ready to print."""

    id: str
    title: str
    time: Phrase
    venue: Phrase
    seats: str
    results: str
    deadline: Phrase
    allocations: list[Phrase]
    note: str
    sources: list[Phrase]
    state: StateShown


def class_row(phrases: Phrases, program: Program, each: Class) -> ClassRow:
    """A class with every cell in words."""
    results = [
        f"{number(getattr(each.results, name))} {label}"
        for name, label in RESULT_WORDS
        if each.results and getattr(each.results, name) is not None
    ]
    return ClassRow(
        id=each.id,
        title=each.name,
        time=phrases.dates(each.start, each.end, each.inferred_year),
        venue=phrases.linked(each.venue) if each.venue else (),
        seats=number(each.seats) if each.seats is not None else "",
        results=", ".join(results),
        deadline=(phrases.date(each.deadline),) if each.deadline else (),
        allocations=phrases.of(each.allocations, shapes(Class)["allocations"]),
        note=each.note or "",
        sources=[phrases.linked(source) for source in each.sources],
        state=state_of_class(phrases.catalogue, program, each),
    )


RESULT_WORDS = (("attended", "người học"), ("completed", "hoàn thành"), ("certified", "được cấp chứng chỉ"))
