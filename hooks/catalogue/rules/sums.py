"""Rules of sums: what a programme declares agrees with its classes and with its plan.

A figure that speaks of a part (`title`), counts in a unit that the other has not, or is true of another time
is compared with nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from catalogue.language.vietnamese import canonical, number
from catalogue.language.vocabulary import Measure
from catalogue.model.collection import Records
from catalogue.model.counting import (
    HEADS,
    ONE_BY_ONE,
    ONE_PERSON,
    ClassNumbers,
    class_numbers,
    gives_all_classes,
)
from catalogue.model.parts import Class, Figure
from catalogue.model.program import Program
from catalogue.model.records import Plan
from catalogue.model.standing import CALLED_OFF
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell
from catalogue.rules.proportion import classes_out_of_proportion


class Tally(NamedTuple):
    """What the classes of a programme come to: those that are held, all of them, and of what.

    All of them come to nothing known where one does not say how many.
    """

    held: int
    every: int | None
    what: str


def programmes_agree_with_their_classes(records: Records) -> Iterator[Problem]:
    """The classes of a programme are no more, and have no more people, than it declares.

    They are no fewer either, where its source gives all of them.
    """
    for program in records.programs.values():
        if program.classes and program.figures:
            yield from against_classes(program, gives_all_classes(records, program))


def against_classes(program: Program, complete: bool) -> Iterator[Problem]:
    """A problem for the number of classes, and one for the people in them."""
    classes = list(tallied(program, {Measure.CLASSES}))
    yield from first_wrong(program, classes, complete, all_of_them=True)
    heads = list(tallied(program, HEADS))
    if heads and program.parts_add in ONE_BY_ONE and not any(classes_out_of_proportion(program)):
        yield from first_wrong(program, heads, complete, all_of_them=False)


def tallied(program: Program, measures: AbstractSet[Measure]) -> Iterator[tuple[int, list[Tally]]]:
    """The figures that may be compared with the classes, by their turn, each with what these come to."""
    for index, figure in comparable(program, measures):
        numbers = class_numbers(program, figure.measure, figure.state or program.state)
        yield index, [tally(program, each) for each in numbers]


def comparable(program: Program, measures: AbstractSet[Measure]) -> Iterator[tuple[int, Figure]]:
    """The figures of a programme that speak of all of it at its own time, with their turns."""
    for index, figure in enumerate(program.figures):
        same_time = not figure.as_of and figure.period in {None, program.period}
        if figure.measure in measures and not figure.title and figure.unit in ONE_PERSON and same_time:
            yield index, figure


def tally(program: Program, numbers: ClassNumbers) -> Tally:
    """A number of the classes of a programme, added up."""
    stated = [number for number in numbers.each if number is not None]
    held = sum(
        number
        for each, number in zip(program.classes, numbers.each, strict=True)
        if number is not None and each.state not in CALLED_OFF
    )
    return Tally(held, sum(stated) if len(stated) == len(numbers.each) else None, numbers.what)


def first_wrong(
    program: Program, counted: list[tuple[int, list[Tally]]], complete: bool, *, all_of_them: bool
) -> Iterator[Problem]:
    """One problem for the first figure that its tallies contradict; one tally that agrees is enough.

    What one figure agrees with may be more than another counts: of all learners, the members of the Party.
    `all_of_them` asks that every figure is contradicted: what was held may differ from what was planned.
    """
    wrong, agreed = [], set[Tally]()
    for index, found in counted:
        totals = {each: contradicting(program.figures[index], each, complete) for each in found}
        agreed |= set([each for each, total in totals.items() if total is None][:1])
        if found and (total := totals[found[0]]) is not None and None not in totals.values():
            wrong.append((index, total, found))
    for index, total, found in wrong if len(wrong) == len(counted) or not all_of_them else ():
        if agreed.isdisjoint(found):
            yield disagreement(program, index, total, found[0].what)
            return


def contradicting(figure: Figure, tally: Tally, complete: bool) -> int | None:
    """What classes come to that is more than a figure allows, or less where all of them are known."""
    if tally.held > figure.most:
        return tally.held
    return tally.every if complete and tally.every is not None and tally.every < figure.least else None


def disagreement(program: Program, index: int, total: int, what: str) -> Problem:
    """A declared number that the classes contradict."""
    return tell(
        program.path,
        ("figures", index, "value"),
        FaultCode.NUMBERS_DISAGREE,
        declared=in_words(program.figures[index]),
        where=f"figures, mục {index + 1}",
        counted=f"{number(total)} {what}",
        other="các lớp ở «classes» cộng lại",
    )


def in_words(figure: Figure) -> str:
    """A figure as a sentence quotes it."""
    return f"{figure.bound.label} {number(figure.value)} {figure.label}".strip()


def programmes_fit_their_plan(records: Records) -> Iterator[Problem]:
    """No programme declares more than the whole plan that it stands in."""
    for program in records.programs.values():
        plan = records.plans.get(program.plan or "")
        for index, figure in enumerate(program.figures if plan else ()):
            wholes = [each for each in plan.figures if is_whole_of(each, figure, program)] if plan else []
            if plan and wholes and all(figure.value > whole.most for whole in wholes):
                yield more_than_plan(program, index, plan, wholes[0])


def more_than_plan(program: Program, index: int, plan: Plan, whole: Figure) -> Problem:
    """A declared number that is larger than that of the whole plan."""
    problem = tell(
        program.path,
        ("figures", index, "value"),
        FaultCode.NUMBERS_DISAGREE,
        declared=in_words(program.figures[index]),
        where=f"figures, mục {index + 1}",
        counted=in_words(whole),
        other=f"cả kế hoạch «{plan.title}» ({plan.id})",
    )
    return replace(problem, beside=((plan.kind, plan.id),))


def is_whole_of(whole: Figure, figure: Figure, program: Program) -> bool:
    """Whether a figure of a plan counts all that a figure of one of its programmes counts a part of."""
    state = figure.state or program.state
    return (
        (whole.measure, whole.label) == (figure.measure, figure.label)
        and whole.state in {None, state}
        and not (figure.title or figure.as_of or whole.title or whole.covers or whole.as_of)
        and whole.period in {None, figure.period, program.period}
    )


def class_numbers_are_different(records: Records) -> Iterator[Problem]:
    """No two classes of a programme have the same number, unless titles, years or places tell them apart."""
    for program in records.programs.values():
        for alike in same_numbers(program):
            yield tell(
                program.path,
                ("classes", alike[1], "number"),
                FaultCode.REPEATED_NUMBER,
                classes=", ".join(program.classes[index].id for index in alike),
                written=program.classes[alike[0]].number,
            )


def same_numbers(program: Program) -> Iterator[list[int]]:
    """The turns of those classes that nothing but their ids and days tells apart, number by number."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, each in enumerate(program.classes):
        if each.number:
            alike[canonical(each.number), canonical(each.title or "")].append(index)
    for members in alike.values():
        for of_year in told_apart(program, members, year_of):
            yield from (group for group in told_apart(program, of_year, place_of) if len(group) > 1)


def told_apart(program: Program, members: list[int], telling: Callable[[Class], str]) -> list[list[int]]:
    """Some classes, by their turns, in groups by what tells them apart; in one where that is the same.

    A class of which it is not known stands in no group beside several that it may belong to.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for index in members:
        groups[telling(program.classes[index])].append(index)
    known = [group for words, group in groups.items() if words]
    return known if len(known) > 1 else [members]


def year_of(each: Class) -> str:
    """The year in which a class begins."""
    return str(each.start.year or "") if each.start else ""


def place_of(each: Class) -> str:
    """Where a class is held: the place in words, else the body."""
    if not each.venue:
        return ""
    return canonical(each.venue.place) if each.venue.place else each.venue.organization or ""
