"""Lifetimes: in which years a body or a learner group is there, as far as records tell."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.collection import Catalogue
from catalogue.model.records import Group, Organization

Lifetime = tuple[int | None, int | None]
"""The first year and the last; none where nobody tells."""


def existed(body: Organization, year: int | None) -> bool:
    """Whether a body existed in a year, as far as it is told."""
    return holds_in(lifetime(body), year)


def had_members(catalogue: Catalogue, group: Group, year: int | None) -> bool:
    """Whether somebody could be in a group in a year, by its own time, its term and its body."""
    return all(holds_in(years, year) for years in lifetimes(catalogue, group))


def lifetimes(catalogue: Catalogue, group: Group) -> Iterator[Lifetime]:
    """All that bounds a group in time. Those planned for posts of a term are taught before it begins."""
    yield lifetime(group)
    if group.term:
        yield (None if group.planned else group.term.start), group.term.end
    if group.organization:
        yield lifetime(catalogue.organizations[group.organization])


def lifetime(record: Group | Organization) -> Lifetime:
    """The years of the days on which something begins and ends."""
    start, end = record.start, record.end
    return start.year if start else None, end.year if end else None


def holds_in(years: Lifetime, year: int | None) -> bool:
    """Whether a year lies within others; without a year all do."""
    first, last = years
    return year is None or (first or year) <= year <= (last or year)
