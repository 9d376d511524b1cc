"""Series: programmes that are one held again and again, each of which names the earlier that it repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from operator import attrgetter

from catalogue.findings.amounts import counting_years
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program

Series = tuple[Program, ...]
"""Programmes that repeat each other, the oldest first; those of an unknown year last."""
LATEST = 9999


def all_series(catalogue: Catalogue) -> Mapping[str, Series]:
    """The series of each programme that is in one, by its id. Drafts are in none."""
    members: dict[str, list[Program]] = defaultdict(list)
    firsts: dict[str, str] = {}
    for program in catalogue.programs.values():
        if not program.is_draft:
            members[first_of(catalogue, program, firsts)].append(program)
    found = [in_time(catalogue, each) for each in members.values() if len(each) > 1]
    return {program.id: series for series in found for program in series}


def first_of(
    catalogue: Catalogue,
    program: Program,
    known: dict[str, str],
    before: Callable[[Program], str | None] = attrgetter("repeats"),
) -> str:
    """The id of the programme that began a series; `known` are those found so far.

    `before` tells what a programme follows. Where that leads round in a circle, one of it is the first.
    """
    way: dict[str, None] = {}
    while (earlier := before(program)) and program.id not in known and program.id not in way:
        way[program.id] = None
        program = catalogue.programs[earlier]
    first = known.get(program.id, program.id)
    known.update(dict.fromkeys(way, first))
    return first


def in_time(catalogue: Catalogue, programs: list[Program]) -> Series:
    """Programmes by their years, then by their titles."""
    years = {each.id: counting_years(catalogue, each) or (LATEST,) for each in programs}
    order = sorted(programs, key=lambda each: (years[each.id], catalogue.turns["program", each.id]))
    return tuple(order)
