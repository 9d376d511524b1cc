"""The rule of the numbers that classes have: nobody could tell two of one number apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from catalogue.language.vietnamese import canonical
from catalogue.model.collection import Records
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell


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
