"""Idle groups: which no programme of a time names, and what is known all the same of them or around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from catalogue.findings.coverage import Coverage, by_year, holding
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program
from catalogue.model.records import Group


class IdleGroup(NamedTuple):
    """A group that no programme names; whether one names a group that holds it, or one that it holds."""

    group: Group
    in_wider: bool
    in_narrower: bool


class Idle(NamedTuple):
    """The idle groups of a time, those first around which nothing is known either.

    Of a year, `undated` programmes may be of it, as far as anybody knows: `perhaps` are the groups that only
    these name, which are not among the `groups`.
    """

    groups: Sequence[IdleGroup]
    undated: int
    perhaps: Sequence[Group]


def idle_groups(catalogue: Catalogue, coverage: Coverage) -> Idle:
    """What is known of the idle groups of a year, or of all years."""
    programs = by_year(catalogue)
    undated = [each for each in programs[None] if coverage.year and not catalogue.years(each)]
    maybe = named_by(undated)
    named = named_by(programs.get(coverage.year, ()))
    above = {wider for group in named for wider in holding(catalogue, group)}
    idle = [
        IdleGroup(each, not named.isdisjoint(holding(catalogue, each.id)), each.id in above)
        for each in coverage.idle
        if each.id not in maybe
    ]
    idle.sort(key=lambda each: each.in_wider or each.in_narrower)
    return Idle(idle, len(undated), [each for each in coverage.idle if each.id in maybe])


def named_by(programs: Iterable[Program]) -> set[str]:
    """The groups that programmes name."""
    return {each.group for program in programs for each in program.groups}
