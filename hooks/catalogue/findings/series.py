"""Series: programmes that are one held again and again, and the years in which a yearly one is missing.

Each programme names the earlier one that it repeats.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from catalogue.findings.amounts import counting_years
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program

Series = tuple[Program, ...]
"""Programmes that repeat each other, the oldest first; those of an unknown year last."""
LATEST = 9999
LAPSED = 3
"""What has not been seen for more years than these is over, and no longer missing."""


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


def missing_years(catalogue: Catalogue, series: Series) -> Sequence[int]:
    """The years in which a yearly programme is not recorded, up to the newest year that has a plan.

    A series is yearly where at least half of its steps from one year to the next that it has are of one year.
    """
    held = years_held(catalogue, series)
    steps = [later - earlier for earlier, later in pairwise(held)]
    if not steps or 2 * steps.count(1) < len(steps):
        return ()
    newest = min(catalogue.newest_plan_year or 0, held[-1] + LAPSED)
    return [year for year in range(held[0], max(held[-1], newest) + 1) if year not in held]


def years_held(catalogue: Catalogue, series: Series) -> Sequence[int]:
    """The years in which a series was held or planned, in their order."""
    return sorted({year for program in series for year in counting_years(catalogue, program)})


def all_missing(catalogue: Catalogue) -> Mapping[str, Sequence[int]]:
    """The years in which each yearly series is missing, by the id of its newest programme."""
    newest = {series[-1].id: series for series in catalogue.once(all_series).values()}
    found = {id: missing_years(catalogue, series) for id, series in newest.items()}
    return {id: years for id, years in found.items() if years}


def missing_by_year(catalogue: Catalogue) -> Mapping[int, Sequence[Series]]:
    """The yearly series that are missing in each year, in dictionary order of their newest programmes."""
    found: dict[int, list[Series]] = defaultdict(list)
    missing = catalogue.once(all_missing)
    for newest in catalogue.sorted(catalogue.programs[id] for id in missing):
        for year in missing[newest.id]:
            found[year].append(catalogue.once(all_series)[newest.id])
    return found
