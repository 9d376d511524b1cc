"""Clashes (trùng ngày): classes of different programmes on the same days for one narrow group.

Narrow is a group that holds no other and of which a source counts at most `NARROW` people; where none counts
them, one that is told by positions or by one body: whoever is in it is wanted at both classes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from catalogue.findings.kinship import Kinship
from catalogue.findings.schedule import LONG
from catalogue.language.vocabulary import PEOPLE, Measure
from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.records import Group
from catalogue.model.standing import CALLED_OFF, is_held
from catalogue.parallel import no_collecting

NARROW = 500
"""The most people of a narrow group that a source counts."""
NEIGHBOURS = 20
"""A class is held against so many of other programmes that begin after it: a group has no more at once."""


class Outermost(NamedTuple):
    """Of all classes of a programme that are held, the day when the last begins, and when the first ends."""

    last_start: date
    first_end: date


class DatedClass(NamedTuple):
    """A class with its first and last day, both known; the outermost of its programme, where all days are."""

    start: date
    end: date
    program: Program
    held: Class
    outermost: Outermost | None


class Clash(NamedTuple):
    """Two programmes for a narrow group, with those of their classes that are on the same days.

    `is_avoidable` tells that each may be learnt all the same: other classes of theirs are on other days.
    """

    group: Group
    classes: Sequence[tuple[DatedClass, DatedClass]]
    is_avoidable: bool

    @property
    def programs(self) -> tuple[Program, Program]:
        """The two."""
        one, other = self.classes[0]
        return one.program, other.program


@no_collecting()
def clashes(catalogue: Catalogue) -> list[Clash]:
    """All clashes, first those that nobody of the group can avoid, the earliest first."""
    kinship = Kinship(catalogue)
    found = [
        clash
        for group, classes in classes_of_groups(catalogue).items()
        for clash in clashes_of(catalogue.groups[group], kinship, sorted(classes, key=in_time))
    ]
    return sorted(found, key=lambda clash: (clash.is_avoidable, *in_time(clash.classes[0][0])))


def clashes_of_programs(catalogue: Catalogue) -> Mapping[str, Sequence[Clash]]:
    """The clashes in which each programme stands, by its id."""
    found: dict[str, list[Clash]] = defaultdict(list)
    for clash in catalogue.once(clashes):
        for program in clash.programs:
            found[program.id].append(clash)
    return found


def classes_of_groups(catalogue: Catalogue) -> Mapping[str, Sequence[DatedClass]]:
    """The classes of each narrow group whose days are known; what takes weeks leaves room for others."""
    narrow = narrow_groups(catalogue)
    found: dict[str, list[DatedClass]] = defaultdict(list)
    for program in filter(is_held, catalogue.programs.values()):
        named = dict.fromkeys(audience.group for audience in program.groups)
        groups = [group for group in named if group in narrow]
        for each in dated(program) if groups else ():
            for group in groups:
                found[group].append(each)
    return found


def narrow_groups(catalogue: Catalogue) -> set[str]:
    """The ids of the narrow groups."""
    parents = {group.parent for group in catalogue.groups.values()}
    return {group.id for group in catalogue.groups.values() if group.id not in parents and is_narrow(group)}


def is_narrow(group: Group) -> bool:
    """Whether a group has few people as a source counts them, else by what it says of them."""
    counted = [each.value for each in group.figures if each.measure in PEOPLE | {Measure.STAFF}]
    return max(counted) <= NARROW if counted else bool(group.positions or group.organization)


def dated(program: Program) -> Iterator[DatedClass]:
    """The classes of a programme that are held on known days, within two weeks."""
    held = [each for each in program.classes if each.state not in CALLED_OFF]
    days = [(day_of(each.start), day_of(each.end or each.start), each) for each in held]
    found = [(start, end, each) for start, end, each in days if start and end and end - start <= LONG]
    outermost = None
    if found and len(found) == len(held):
        outermost = Outermost(max(start for start, _, _ in found), min(end for _, end, _ in found))
    for start, end, each in found:
        yield DatedClass(start, end, program, each, outermost)


def day_of(written: Date | None) -> date | None:
    """The day that a date is, where it is exact."""
    return written.earliest if written and written.day else None


def in_time(each: DatedClass) -> tuple[date, str, str]:
    """The order of classes: by their first day."""
    return each.start, each.program.id, each.held.id


def clashes_of(group: Group, kinship: Kinship, classes: Sequence[DatedClass]) -> Iterator[Clash]:
    """The clashes among the classes of a group, which stand in the order of their first days."""
    found: dict[tuple[str, str], list[tuple[DatedClass, DatedClass]]] = defaultdict(list)
    for one, other in on_same_days(classes):
        first, second = (one, other) if one.program.id < other.program.id else (other, one)
        found[first.program.id, second.program.id].append((first, second))
    for pairs in found.values():
        one, other = pairs[0]
        if kinship.of(one.program).isdisjoint(kinship.of(other.program)):
            yield Clash(group, pairs, not have_no_choice(one.outermost, other.outermost))


def have_no_choice(one: Outermost | None, other: Outermost | None) -> bool:
    """Whether each class of a programme has a day in common with each of another.

    It is told by the outermost days, so it holds however few pairs of classes were looked at.
    """
    if one is None or other is None:
        return False
    return one.last_start <= other.first_end and other.last_start <= one.first_end


def on_same_days(classes: Sequence[DatedClass]) -> Iterator[tuple[DatedClass, DatedClass]]:
    """Every two classes of different programmes that have a day in common."""
    behind = ends_of_runs(classes)
    for place, one in enumerate(classes):
        later, left = behind[place], NEIGHBOURS
        while left and later < len(classes) and classes[later].start <= one.end:
            if classes[later].program is one.program:
                later = behind[later]
            else:
                yield one, classes[later]
                later, left = later + 1, left - 1


def ends_of_runs(classes: Sequence[DatedClass]) -> list[int]:
    """For each class the place of the next of another programme: those in between are passed at once."""
    ends = [len(classes)] * len(classes)
    for place in reversed(range(len(classes) - 1)):
        is_same = classes[place].program is classes[place + 1].program
        ends[place] = ends[place + 1] if is_same else place + 1
    return ends
