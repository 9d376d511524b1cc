"""Overlaps (có thể trùng): programmes of two leads for the same people, time and matter, alike in title.

Nothing here says that two programmes are one: a person looks at them, and may say so in a review.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from operator import itemgetter
from typing import NamedTuple

from catalogue.findings.bodies import are_elsewhere
from catalogue.findings.comparing import Comparable, Lack, comparables, lacks
from catalogue.findings.coverage import holding
from catalogue.findings.likeness import SyllablePair, alike_words, likeness, telling
from catalogue.language.vocabulary import Content, Subject
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program
from catalogue.model.standing import is_held
from catalogue.parallel import no_collecting

LEAST, LEAST_ELSEWHERE = 0.55, 0.8
"""How like two titles are that are listed, from 0 to 1; and those of bodies that work at two places."""
NEIGHBOURS = 50
"""Where more programmes than this share group, year and a telling pair, each is compared with as many."""


class Overlap(NamedTuple):
    """Two programmes that may be one, and how like their titles are: from `LEAST` to 1."""

    one: Comparable
    other: Comparable
    likeness: float

    @property
    def programs(self) -> tuple[Program, Program]:
        """The two."""
        return self.one.program, self.other.program

    @property
    def is_elsewhere(self) -> bool:
        """Whether their bodies work at two places, and so probably teach other people."""
        return are_elsewhere(self.one.homes, self.other.homes)

    @property
    def words(self) -> list[str]:
        """The words of the first title that the second has too."""
        return alike_words(self.one.title, self.other.title)

    @property
    def fields(self) -> list[Subject]:
        """The fields that both are in."""
        return [each for each in self.one.program.fields if each in self.other.matters]

    @property
    def contents(self) -> list[Content]:
        """The contents that both have."""
        return [each for each in self.one.program.content if each in self.other.matters]

    @property
    def years(self) -> list[int]:
        """The years in which both take place."""
        return [year for year in self.one.years if year in self.other.years]


class Member(NamedTuple):
    """A programme among those for a group; whether it names the group itself, and not one within it."""

    compared: Comparable
    is_own: bool


class Overlaps(NamedTuple):
    """All pairs, those most alike first; how many programmes of how many were compared, which lack what.

    `crowded` are programmes with so many others beside them that not all were compared.
    """

    pairs: Sequence[Overlap]
    compared: int
    total: int
    lacking: Mapping[Lack, Sequence[Program]]
    crowded: Sequence[Program]


@no_collecting()
def overlaps(catalogue: Catalogue) -> Overlaps:
    """All pairs of programmes that may overlap."""
    held = [program for program in catalogue.programs.values() if is_held(program)]
    missing = {program.id: list(lacks(catalogue, program)) for program in held}
    whole = [program for program in held if not missing[program.id]]
    lacking = {lack: [program for program in held if lack in missing[program.id]] for lack in Lack}
    crowded: dict[str, Program] = {}
    pairs = list(alike(candidates(comparables(catalogue, whole), crowded)))
    pairs.sort(key=lambda pair: (-pair.likeness, pair.one.program.id, pair.other.program.id))
    return Overlaps(pairs, len(whole), len(held), lacking, list(crowded.values()))


def overlaps_of_programs(catalogue: Catalogue) -> Mapping[str, Sequence[Overlap]]:
    """The pairs in which each programme stands, by its id."""
    found: dict[str, list[Overlap]] = defaultdict(list)
    for pair in catalogue.once(overlaps).pairs:
        for program in pair.programs:
            found[program.id].append(pair)
    return found


def alike(candidates: Iterable[tuple[Comparable, Comparable]]) -> Iterator[Overlap]:
    """The candidates that may overlap and whose titles are enough alike."""
    for one, other in candidates:
        if may_overlap(one, other):
            measure = likeness(one.title, other.title)
            if measure >= LEAST_ELSEWHERE or (measure >= LEAST and not are_elsewhere(one.homes, other.homes)):
                yield Overlap(one, other, measure)


def candidates(
    compared: Iterable[Comparable], crowded: dict[str, Program]
) -> Iterator[tuple[Comparable, Comparable]]:
    """Every two programmes, once, that share a group, a year and a pair by which titles can be alike.

    Of those that hold a group of the other only one must name it. Who has too many others beside it to be
    compared with all of them is put down as crowded, and compared with those whose titles begin alike.
    """
    seen: set[tuple[str, str]] = set()
    for sharing in by_telling_pair(compared):
        is_few = len(sharing) <= NEIGHBOURS
        for one, other in combinations_met(sharing) if is_few else neighbours_met(sharing, crowded):
            first, second = one.program.id, other.program.id
            pair = (first, second) if first < second else (second, first)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def by_telling_pair(compared: Iterable[Comparable]) -> Iterable[Sequence[Comparable]]:
    """Those who share a telling pair."""
    found: dict[SyllablePair, list[Comparable]] = defaultdict(list)
    for each in compared:
        for pair in telling(each.title, LEAST):
            found[pair].append(each)
    return found.values()


def combinations_met(sharing: Sequence[Comparable]) -> Iterator[tuple[Comparable, Comparable]]:
    """Every two of a few programmes that share a year, and a group that one of them names."""
    for one, other in combinations(sharing, 2):
        apart = one.groups.isdisjoint(other.within) and other.groups.isdisjoint(one.within)
        if not apart and one.years[0] <= other.years[-1] and other.years[0] <= one.years[-1]:
            yield one, other


def neighbours_met(
    sharing: Iterable[Comparable], crowded: dict[str, Program]
) -> Iterator[tuple[Comparable, Comparable]]:
    """The same of many, of whom each is compared with so many of those that share a group and a year."""
    for members in by_group_and_year(sharing):
        if len(members) > NEIGHBOURS:
            members.sort(key=lambda member: member.compared.title.title.text)
            crowded.update((member.compared.program.id, member.compared.program) for member in members)
        for place, (one, is_own) in enumerate(members):
            for other, is_others_own in islice(members, place + 1, place + 1 + NEIGHBOURS):
                if is_own or is_others_own:
                    yield one, other


def by_group_and_year(sharing: Iterable[Comparable]) -> Iterator[list[Member]]:
    """Those of some programmes who meet by a group and a year, in the order of these."""
    found: dict[tuple[str, int], list[Member]] = defaultdict(list)
    for each in sharing:
        for group in each.within:
            member = Member(each, group in each.groups)
            for year in each.years:
                found[group, year].append(member)
    return (members for _, members in sorted(found.items(), key=itemgetter(0)) if len(members) > 1)


def may_overlap(one: Comparable, other: Comparable) -> bool:
    """Whether two programmes of one group and year are of different bodies, of one matter and no kin."""
    return (
        not one.matters.isdisjoint(other.matters)
        and one.kin.isdisjoint(other.kin)
        and are_apart(one, other)
        and not (is_carried(one, other) or is_carried(other, one))
    )


def are_apart(one: Comparable, other: Comparable) -> bool:
    """Whether two programmes have different leads; where one has none, whether no body is in both.

    A body and the one that took over from it are the same, and so are a body and its collective.
    """
    if one.program.lead and other.program.lead:
        return one.leading.is_apart(other.leading)
    return one.acting.is_apart(other.acting)


def is_carried(one: Comparable, other: Comparable) -> bool:
    """Whether a programme was carried over from a year in which the other was, and may be that very one."""
    return bool(one.program.carried_over) and other.years[0] < one.years[0]


def shared_groups(catalogue: Catalogue, pair: Overlap) -> list[tuple[str, str]]:
    """The groups of both, a narrower one with the wider one that holds it; twice the same where it is one."""
    ones, others = sorted(pair.one.groups), sorted(pair.other.groups)
    same = [(group, group) for group in ones if group in pair.other.groups]
    narrower = [(group, wider) for group in ones for wider in others if wider in holding(catalogue, group)]
    wider = [(group, wider) for group in others for wider in ones if wider in holding(catalogue, group)]
    return same or [*narrower, *wider]
