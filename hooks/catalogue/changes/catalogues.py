"""Two states as catalogues: what comes of the changes between them, where both obey every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from catalogue.changes.compare import Comparison
from catalogue.changes.effects import Effects, Moved, TotalKey, TotalSort
from catalogue.changes.states import Contents, RecordKey, State
from catalogue.changes.totals import totals
from catalogue.changes.verdicts import flips
from catalogue.files.tree import Tree
from catalogue.findings.overlaps import overlaps
from catalogue.load import catalogue_of_tree
from catalogue.model.collection import Catalogue
from catalogue.reading import Readings

Addresses: TypeAlias = Callable[[Catalogue], AbstractSet[str]]
"""Gives all addresses of a catalogue's site that others may keep."""
Renamed: TypeAlias = Mapping[RecordKey, RecordKey]
"""The keys that records have now, by those that they had."""

REFUSED = "{state} còn lỗi khi kiểm tra"


def effects(base: State, head: State, found: Comparison, addresses_of: Addresses) -> Effects:
    """What comes of the changes from one state to another that were found.

    What was of a record that was renamed is that of the record under its new key: a new id moves no total.
    """
    readings: Readings = {}
    before, after = (loaded(state.held, readings) for state in (base, head))
    if before is None or after is None:
        broken = base if before is None else head
        return Effects(doubt=REFUSED.format(state=broken.origin.name))
    names = {(each.kind, each.id): side.brief_name(each) for side in (before, after) for each in side}
    renamed = found.renamed
    return Effects(
        tuple(moved(before, after, renamed)),
        tuple(flips(before, after, found)),
        tuple(new_overlaps(before, after, renamed)),
        names,
        tuple(sorted(addresses_of(before) - addresses_of(after))),
    )


def loaded(held: Contents, readings: Readings) -> Catalogue | None:
    """The catalogue of a state, both under one root: what is the same in both is read once.

    None where something of it cannot be read: what the rest adds up to, no site says.
    """
    return None if held.refused else catalogue_of_tree(Tree("data", held.fetch(held.marks)), readings)


def moved(before: Catalogue, after: Catalogue, renamed: Renamed) -> Iterator[Moved]:
    """The totals that moved, of years first, then of units, of plans, of groups."""
    was = {each._replace(key=renamed.get(each.key, each.key)): held for each, held in totals(before).items()}
    is_now = totals(after)
    for key in sorted(was.keys() | is_now.keys(), key=turn_of_total):
        one, other = was.get(key, {}), is_now.get(key, {})
        if one != other:
            yield Moved(key, one, other)


def turn_of_total(total: TotalKey) -> tuple[int, str, int, int]:
    """What totals are sorted by: by kind, by id, what the records hold before what they state, by year."""
    kind, id = total.key
    return KINDS_TOLD.index(kind), id, list(TotalSort).index(total.sort), total.year or 0


KINDS_TOLD = ("year", "organization", "plan", "group")


def new_overlaps(before: Catalogue, after: Catalogue, renamed: Renamed) -> list[tuple[str, str]]:
    """The pairs of programmes that may overlap, and did not before."""
    return sorted(pairs(after, {}) - pairs(before, renamed))


def pairs(catalogue: Catalogue, renamed: Renamed) -> set[tuple[str, str]]:
    """The ids of the programmes that may overlap, two by two, those of the renamed as they are now."""
    programs = (pair.programs for pair in catalogue.once(overlaps).pairs)
    keys = ([("program", each.id) for each in pair] for pair in programs)
    ids = (sorted(renamed.get(key, key)[1] for key in pair) for pair in keys)
    return {(one, other) for one, other in ids}
