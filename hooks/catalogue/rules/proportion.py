"""Rules of proportion: no number is a slip of several digits.

A number of a programme is out of all proportion where it is more than ten times the next smaller one of its
measure, and farther from it than all that are smaller are from one another. Of few others nobody knows how
far apart they can be: then it is more than a thousand times the next one, what three digits too many make.

The people of a class are out of proportion to the other classes of their programme where they are ten times
as many as in the middle one, or a hundred times as many as in the only other one.

How many people a class has is compared only where a room limits them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median_low
from typing import NamedTuple

from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import PEOPLE, Measure, Mode
from catalogue.model.collection import Records
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell

TEN, HUNDRED, THOUSAND = Decimal(10), Decimal(100), Decimal(1000)
COUNTS = {("seats",): "chỉ tiêu", ("results", "attended"): "người học"}
"""The numbers that tell how large a class is, by their places in it, with the words for them."""
ENOUGH, ENOUGH_CLASSES = 10, 4
"""So many others tell how far apart numbers of their measure can be; a room limits the people of a class."""
FAR = {Mode.ONLINE, Mode.BLENDED}
"""How a programme is taught whose classes no room limits."""


class Stated(NamedTuple):
    """A number with where it stands: its programme, its place there, the words that name it."""

    value: Decimal
    words: str
    program: Program
    place: Place


def numbers_keep_proportion(records: Records) -> Iterator[Problem]:
    """No class is out of proportion to its programme's others, and no number of a programme to all others."""
    told = {
        (problem.path, problem.place): problem
        for program in records.programs.values()
        for problem in classes_out_of_proportion(program)
    }
    for series, enough in wanted(records):
        for odd, next_one in out_of_proportion(series, enough):
            told.setdefault((odd.program.path, odd.place), told_beside(odd, next_one))
    yield from told.values()


def wanted(records: Records) -> Iterator[tuple[Sequence[Stated], int]]:
    """The numbers that are compared with one another, and how many of them are enough."""
    yield from ((series, ENOUGH) for series in by_measure(records))
    yield per_class(records), ENOUGH_CLASSES
    for place, what in COUNTS.items():
        yield sizes(records, place, what), ENOUGH


def by_measure(records: Records) -> Iterator[list[Stated]]:
    """What all programmes state of classes, and of people in each unit."""
    series: dict[Measure, list[Stated]] = defaultdict(list)
    for program in records.programs.values():
        for index, figure in enumerate(program.figures):
            if figure.measure in {*PEOPLE, Measure.CLASSES}:
                words, place = f"{number(figure.value)} {figure.label}", ("figures", index, "value")
                series[figure.measure].append(Stated(figure.value, words, program, place))
    yield from series.values()


def per_class(records: Records) -> list[Stated]:
    """How many people each programme has to a class, where both numbers are those of its whole and state."""
    found = []
    for program in records.programs.values():
        whole = [(index, figure) for index, figure in enumerate(program.figures) if not figure.title]
        classes = {
            figure.state: figure.value
            for _, figure in whole
            if figure.measure is Measure.CLASSES and figure.value
        }
        for index, figure in whole if program.mode not in FAR else ():
            if figure.measure in PEOPLE and figure.state in classes:
                each = (figure.value / classes[figure.state]).quantize(Decimal(1))
                words = f"{number(figure.value)} {figure.label}, tức {number(each)} mỗi lớp"
                found.append(Stated(each, words, program, ("figures", index, "value")))
    return found


def out_of_proportion(series: Sequence[Stated], enough: int) -> Iterator[tuple[Stated, Stated]]:
    """The numbers that are out of proportion, each with the largest that is not; they are the fewer ones."""
    ordered = sorted((each for each in series if each.value > 0), key=lambda each: each.value)
    for place in range(len(ordered) - 1, (len(ordered) - 1) // 2, -1):
        least, largest = ordered[0].value, ordered[place - 1].value
        limit = max(TEN, largest / least) if place >= enough else THOUSAND
        if ordered[place].value > limit * largest:
            yield from ((each, ordered[place - 1]) for each in ordered[place:])
            return


def told_beside(odd: Stated, next_one: Stated) -> Problem:
    """A number that is out of proportion, beside the largest that is not."""
    other = next_one.program
    problem = tell(
        odd.program.path,
        odd.place,
        FaultCode.OUT_OF_PROPORTION,
        odd=f"Chỗ này ghi {odd.words}",
        times=number(int(odd.value / next_one.value)),
        other=f"{next_one.words} của «{other.title}» ({other.id})",
    )
    return problem if other is odd.program else replace(problem, beside=((other.kind, other.id),))


def sizes(records: Records, place: tuple[str, ...], what: str) -> list[Stated]:
    """The sizes of all classes that a room limits."""
    return [
        Stated(Decimal(count), f"{number(count)} {what}", program, ("classes", index, *place))
        for program in records.programs.values()
        if program.mode not in FAR
        for index, each in enumerate(program.classes)
        if (count := count_of(each, place))
    ]


def classes_out_of_proportion(program: Program) -> Iterator[Problem]:
    """The classes that are ten times as large as the middle one; of two classes, a hundred times.

    None is where no room limits them.
    """
    for place, what in COUNTS.items() if program.mode not in FAR else ():
        counts = {
            index: count for index, each in enumerate(program.classes) if (count := count_of(each, place))
        }
        middle = median_low(counts.values()) if len(counts) > 1 else 0
        usual = next((index for index, count in counts.items() if count == middle), 0)
        for index, count in counts.items():
            if middle and count >= middle * (TEN if len(counts) > 2 else HUNDRED):
                each, other = program.classes[index], program.classes[usual]
                yield tell(
                    program.path,
                    ("classes", index, *place),
                    FaultCode.OUT_OF_PROPORTION,
                    odd=f"{each.name} ({each.id}) ghi {number(count)} {what}",
                    times=number(count // middle),
                    other=f"{number(middle)} {what} của {other.name} ({other.id}) cùng chương trình",
                )


def count_of(each: Class, place: tuple[str, ...]) -> int | None:
    """A number of a class, of its own or of its results."""
    holder = each.results if place[0] == "results" else each
    count: int | None = getattr(holder, place[-1]) if holder else None
    return count
