"""Classes: what they add up to beside the figures of their programme, and what their seats are given to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from catalogue.findings.checks import Among, Assertion, Check, LeftOut, Omission, Reason, Spot, exact
from catalogue.findings.judging import AnyPart, Terms, judged
from catalogue.findings.trying import ALWAYS_THERE, Division
from catalogue.language.vocabulary import Measure, PartsAdd, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.counting import (
    HEADS,
    ONE_BY_ONE,
    RESULTS,
    SEATS,
    ClassNumbers,
    class_numbers,
    counts_one,
    gives_all_classes,
)
from catalogue.model.parts import NOTHING, Class, Figure
from catalogue.model.program import Program
from catalogue.model.standing import CALLED_OFF

SHARED_OUT = Terms(PartsAdd.YES, None)
"""What is said of the seats of a class: they are shared out, perhaps not all of them."""


def class_divisions(catalogue: Catalogue, program: Program, figure: Figure) -> Iterator[Division]:
    """The classes that a figure of classes or people counts."""
    if program.classes and figure.measure in ALWAYS_THERE:
        twice = figure.measure is not Measure.CLASSES and program.parts_add not in ONE_BY_ONE
        adds = program.parts_add if twice else PartsAdd.YES
        complete = program.complete and (gives_all_classes(catalogue, program) or None)
        yield Division(Among.CLASSES, ways(program, figure), Terms(adds, complete))


def ways(program: Program, figure: Figure) -> list[list[AnyPart]]:
    """The ways to count the classes: what a source has added up may be the one number or the other."""
    state, why = figure.state or program.state, against(program, figure)
    numbers = class_numbers(program, figure.measure, state)
    if not numbers:
        other = Progress.PLANNED if state is Progress.DONE else Progress.DONE
        numbers, why = class_numbers(program, figure.measure, other), why or Reason.OTHER_STATE
    if not numbers:
        return [[left(program, index, Omission.LACKING) for index in range(len(program.classes))]]
    if why:
        return [[left(program, index, why, numbers[0]) for index in range(len(program.classes))]]
    return [
        counted(program, each, with_called_off)
        for each in likely(numbers)
        for with_called_off in readings(program, each, state)
    ]


def readings(program: Program, numbers: ClassNumbers, state: Progress | None) -> Sequence[bool]:
    """Whether those classes count that were called off: what was planned has them, what was done has not.

    Of a number that says neither both may be meant; the check tells which of the two agrees.
    """
    if state is Progress.DONE or numbers.are_results:
        return (False,)
    either = state is None and any(each.state in CALLED_OFF for each in program.classes)
    return (False, True) if either else (True,)


def likely(numbers: Sequence[ClassNumbers]) -> Iterator[ClassNumbers]:
    """The numbers that a source may have added up: of the results those of most classes, who came before all.

    Were any of the results taken that agrees, a slip of one learner would hide behind one who did not finish.
    """
    results = [each for each in numbers if each.are_results]
    yield from [each for each in numbers if not each.are_results]
    if results:
        yield min(results, key=lambda result: result.each.count(None))


def against(program: Program, figure: Figure) -> Reason | None:
    """Why a figure of a programme cannot be compared with its classes."""
    counts_them = figure.measure in {Measure.CLASSES, measure_of_heads(program, figure)}
    if not counts_one(figure.unit) or not counts_them:
        return Reason.OTHER_UNIT
    same_time = not figure.as_of and figure.period in (None, program.period)
    return None if same_time else Reason.OTHER_PERIOD


def measure_of_heads(program: Program, like: Figure) -> Measure | None:
    """What the people of the classes are counted as, at a state and a time: as learners before members."""
    alike = {
        figure.measure
        for figure in program.figures
        if figure.measure in HEADS
        and not figure.title
        and counts_one(figure.unit)
        and (figure.state, figure.period, figure.as_of) == (like.state, like.period, like.as_of)
    }
    return Measure.LEARNERS if Measure.LEARNERS in alike else next(iter(alike), None)


def counted(program: Program, numbers: ClassNumbers, with_called_off: bool) -> list[AnyPart]:
    """The classes with a number of each, those that were called off counted or left out."""
    return [
        row(program, index, numbers)
        if with_called_off or each.state not in CALLED_OFF
        else left(program, index, Omission.CALLED_OFF, numbers)
        for index, each in enumerate(program.classes)
    ]


def row(program: Program, index: int, numbers: ClassNumbers) -> AnyPart:
    """A class with its number, or as one that lacks it."""
    number = numbers.each[index]
    if number is None:
        return left(program, index, Omission.LACKING)
    spot = Spot(program, ("classes", index, *numbers.place))
    return exact(spot, number, numbers.what)


def left(
    program: Program, index: int, why: Reason | Omission, numbers: ClassNumbers | None = None
) -> LeftOut:
    """A class that is not counted, with what it states instead."""
    number = numbers.each[index] if numbers else None
    if numbers is None or number is None:
        return LeftOut(Spot(program, ("classes", index)), why)
    return LeftOut(Spot(program, ("classes", index, *numbers.place)), why, Decimal(number), numbers.what)


def class_checks(program: Program, index: int, each: Class) -> Iterator[Check]:
    """The seats of a class against what it allocates, and beside who came."""
    came = each.results.attended if each.results else None
    if each.seats is None or (not each.allocations and came is None):
        return
    number = exact(Spot(program, ("classes", index, "seats")), each.seats, SEATS)
    seats = Assertion(number, Measure.LEARNERS, NOTHING)
    if each.allocations:
        yield judged(seats, Among.ALLOCATIONS, allocated(program, index, each), SHARED_OUT)
    if came is not None:
        spot = Spot(program, ("classes", index, "results", "attended"))
        beside = LeftOut(spot, Reason.OTHER_STATE, Decimal(came), RESULTS["attended"])
        yield judged(seats, Among.RESULTS, [beside], SHARED_OUT)


def allocated(program: Program, index: int, each: Class) -> Sequence[AnyPart]:
    """The seats that the bodies get."""
    return [
        exact(Spot(program, ("classes", index, "allocations", id)), number, SEATS)
        for id, number in each.allocations.items()
    ]
