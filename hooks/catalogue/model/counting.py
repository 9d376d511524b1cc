"""What can be counted of a record: its figures, and the numbers of its classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from catalogue.language.quantities import unit_key
from catalogue.language.vocabulary import ClassState, Measure, PartsAdd, Progress
from catalogue.model.collection import Records
from catalogue.model.parts import Class, Figure
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.shape import nested
from catalogue.model.standing import CALLED_OFF, TO_COME, was_attended
from catalogue.problems.problem import Place

HEADS = frozenset({Measure.LEARNERS, Measure.MEMBERS})
"""The measures that count whom a class has: each person once."""
ONE_PERSON = {"người", "cán bộ", "công chức", "viên chức", "học viên", "đồng chí", "đại biểu", "lớp"}
"""The units of figures that count one at a time, as the measures themselves do."""
ONE_BY_ONE = {None, PartsAdd.YES, PartsAdd.UNSTATED}
"""What `parts_add` says of a programme that counts nobody twice."""
SEATS = "chỉ tiêu"
"""What the seats of a class are called."""
RESULTS = {
    "attended": "người học",
    "completed": "người hoàn thành",
    "certified": "người được cấp chứng chỉ",
}
"""The results of a class, in the words that stand behind their sums."""


class ClassNumbers(NamedTuple):
    """One number of every class of a programme, in their order; None where a class does not say it.

    `place` is where it stands in a class.
    """

    what: str
    place: Place
    each: tuple[int | None, ...]

    @property
    def known(self) -> bool:
        """Whether a class says it."""
        return self.each.count(None) < len(self.each)

    @property
    def are_results(self) -> bool:
        """Whether they stand among the results of the classes."""
        return "results" in self.place


def counts_one(unit: str | None) -> bool:
    """Whether a unit is one person, or one class."""
    return unit is None or unit_key(unit) in ONE_PERSON


def figures(record: Record) -> Iterator[tuple[Place, Figure]]:
    """Every figure of a record, with its place."""
    return nested(record, is_figure)


def is_figure(model: type[BaseModel]) -> bool:
    """Whether a model is that of a figure."""
    return model is Figure


def gives_all_classes(records: Records, program: Program) -> bool:
    """Whether all classes of a programme stand in its own record, as its source gives all of them."""
    return bool(program.complete) and not records.referring("program", program.id, "part_of")


def class_numbers(program: Program, measure: Measure, state: Progress | None) -> list[ClassNumbers]:
    """The numbers of the classes that a figure of classes or heads may have added up, as its state says.

    What is planned counts all classes and their seats, what is done those that were held and their results. A
    figure that says neither may mean the one or the other.
    """
    planned = [] if state is Progress.DONE else [planned_numbers(program, measure)]
    done = list(done_numbers(program, measure)) if state in {None, Progress.DONE} else []
    return [numbers for numbers in (*planned, *done) if numbers.known]


def planned_numbers(program: Program, measure: Measure) -> ClassNumbers:
    """Each class once, or its seats."""
    if measure is Measure.CLASSES:
        return ClassNumbers(measure.label, (), (1,) * len(program.classes))
    return ClassNumbers(SEATS, ("seats",), tuple([each.seats for each in program.classes]))


def done_numbers(program: Program, measure: Measure) -> Iterator[ClassNumbers]:
    """Each class that was held once, or its results, one after the other."""
    if measure is Measure.CLASSES:
        held = tuple(times_held(program, each) for each in program.classes)
        yield ClassNumbers("lớp đã mở xong", (), held)
        return
    for name, what in RESULTS.items():
        counts = tuple([getattr(each.results, name, None) for each in program.classes])
        yield ClassNumbers(what, ("results", name), counts)


def times_held(program: Program, each: Class) -> int | None:
    """1 for a class that has finished or has results, 0 for one not held; None where nothing says.

    A class that says nothing of it was held where its programme was. One called off was not, even if results
    are stated: no sum counts these.
    """
    if each.state in CALLED_OFF:
        return 0
    state = ClassState.FINISHED if program.state is Progress.DONE else None
    if (each.state or state) is ClassState.FINISHED or was_attended(each):
        return 1
    return 0 if each.state in TO_COME else None
