"""Which numbers of a record say something else than they did, though no source says so.

A number moves on the word of a source or a document that is named anew for it: among its own, or those of
the class, the row, the record that holds it. Another place in a known source, another day of checking, a
basis, a note are no such word. What is checked against a document moves on the word of another one alone,
that it is checked against now, or that adjusts it; nor may a number of what was checked go without that.
Where it no longer says that it is checked, a source is enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel

from catalogue.changes.fields import Difference, Item, Key, Steps
from catalogue.changes.identity import paired
from catalogue.changes.states import PlainValues
from catalogue.language.vocabulary import VerificationLevel
from catalogue.model.parts import Duration, Figure, Part, ReportRow

NamedSources: TypeAlias = frozenset[tuple[str, str]]
"""Sources and documents by how they are named and their ids."""
NamedDocuments: TypeAlias = frozenset[str]
"""Documents by their ids."""
BothHolders: TypeAlias = tuple[Any, Any]
"""A value as it was and as it is, None where it was or is not there."""
ListKey: TypeAlias = tuple[str | int, ...]
"""A list of a record: the keys that lead to it, and which items lie between them."""

SAYING: Mapping[type[BaseModel] | None, set[str]] = {
    Figure: {"measure", "value", "unit", "state", "bound", "tolerance", "title", "period", "as_of", "covers"},
    Part: {"title", "value"},
    ReportRow: {"title", "organization", "group"},
    Duration: {"value", "unit", "bound"},
}
"""The fields without which a number says something else: how many, of what, whose, of what time."""
TAKEN = {"state": "state", "period": "period", "year": "period"}
"""The fields of a record that its figures take which say no such thing themselves, and where these say it."""
OF_CLASSES = {"seats", "allocations", "results"}
"""The fields in which a class holds numbers."""
ASIDE = {"note", "inferred"}
"""What is said beside such a field, and leaves what the number says as it is."""
CITING = ("sources", "verification")
"""The fields in which sources and documents are named that tell the numbers of a record, or of a part of it.

A legal basis is none of them: it says why something is done, not how much of it.
"""
NOTHING: NamedSources = frozenset()


def says_number(difference: Difference) -> bool:
    """Whether a difference is in one of the fields that say what a number is."""
    said = not difference.reordered and difference.keys[-1] not in ASIDE
    return said and saying(difference.place) is not None


def is_taken(difference: Difference, before: PlainValues, after: PlainValues) -> bool:
    """Whether a difference is in what a figure of a record takes from it, in both of its states."""
    own = TAKEN.get(difference.keys[0])
    if own is None or difference.keys[-1] in ASIDE:
        return False
    left, right = [*figures_of(before)], [*figures_of(after)]
    return any(own not in left[one] and own not in right[other] for one, other in paired(left, right, Figure))


def figures_of(values: PlainValues) -> Iterator[PlainValues]:
    """The figures of a record that have what it says of all of them."""
    for holder in (values, *groups(values.get("rows"))):
        for key in ("figures", "declared"):
            yield from groups(holder.get(key))


def is_kept(difference: Difference, before: PlainValues, after: PlainValues) -> bool:
    """Whether a figure says the same state or time as before, once itself and once by its record."""
    at = saying(difference.place)
    if at is None:
        return False
    keys = [step.name for step in difference.place[at:] if isinstance(step, Key)]
    figures = [*sides(difference.place, before, after)][at]
    one, other = (
        said_by(figure or {}, record, keys) for figure, record in zip(figures, (before, after), strict=True)
    )
    return keys[0] in TAKEN.values() and bool(one == other)


def said_by(figure: PlainValues, record: PlainValues, keys: Sequence[str]) -> Any:
    """What a figure says at the keys that lead to it, be it that it takes it from its record."""
    year = record.get("year")
    of_year = {"start": year, "end": year} if year else None
    taken = {"state": record.get("state"), "period": record.get("period", of_year)}
    value: Any = {**taken, **figure}
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def holds_number(difference: Difference) -> bool:
    """Whether a class came or went, as a difference says, that holds numbers."""
    known = difference.before or difference.after
    return isinstance(known, dict) and not OF_CLASSES.isdisjoint(known)


def saying(place: Steps) -> int | None:
    """Which step of a place is a field that says what a number is; None where none is."""
    for at, step in enumerate(place):
        if isinstance(step, Key) and step.name in SAYING.get(step.holder.model, ()):
            return at
    return None


def unsupported(numbers: Sequence[Difference], before: PlainValues, after: PlainValues) -> list[Difference]:
    """Those of the differences in the numbers of a record with which one moves on nobody's word."""
    lists, was_official = by_list(numbers), is_official(before)
    found = []
    for each in numbers:
        if is_kept(each, before, after):
            continue
        gone, new = lists.get(list_of(each.place), ([], [])) if isinstance(each.place[-1], Item) else ([], [])
        sayings = (each, *new) if each.is_removal else (each,)
        moved = (gone and new) or (was_official and each.is_removal) or is_moved(each, before, after)
        if moved and not any(is_supported(one.place, before, after) for one in sayings):
            found.append(each)
    return found


def is_official(values: PlainValues) -> bool:
    """Whether a record says that it was checked against its document."""
    return bool(level_of(values) == VerificationLevel.OFFICIAL)


def level_of(values: PlainValues) -> Any:
    """How far a record is confirmed, as its file says."""
    verification = values.get("verification")
    return verification.get("level") if isinstance(verification, dict) else None


def by_list(numbers: Sequence[Difference]) -> Mapping[ListKey, tuple[list[Difference], list[Difference]]]:
    """What went from each list and what came into it: where it is both, one stands in the other's stead."""
    found: dict[ListKey, tuple[list[Difference], list[Difference]]] = defaultdict(lambda: ([], []))
    for each in numbers:
        if isinstance(each.place[-1], Item) and (each.before is None or each.after is None):
            found[list_of(each.place)][not each.is_removal].append(each)
    return found


def list_of(place: Steps) -> ListKey:
    """The list that an item stands in; the differences in one item share it as one object."""
    return tuple(step.name if isinstance(step, Key) else id(step) for step in place[:-1])


def is_moved(difference: Difference, before: PlainValues, after: PlainValues) -> bool:
    """Whether a number that stood there says something else now, or seats go to other bodies."""
    if "allocations" in difference.keys or None not in difference.values or difference.keys[0] in TAKEN:
        return True
    at = saying(difference.place)
    return at is not None and None not in [*sides(difference.place, before, after)][at]


def is_supported(place: Steps, before: PlainValues, after: PlainValues) -> bool:
    """Whether a source or a document is named anew for what stands at a place, or for what holds it.

    What names none of its own rests on those of its holder: to name one of these is nothing new.
    """
    if is_official(after):
        return is_decided_anew(before, after)
    known = NOTHING
    for one, other in sides(place, before, after):
        own = named(one) or known
        if named(other) - own:
            return True
        known = own
    return False


def is_decided_anew(before: PlainValues, after: PlainValues) -> bool:
    """Whether a record was checked against another document than before, or is adjusted by another one."""
    was, is_now = (checked_against(each) for each in (before, after))
    return bool(is_now - was or adjusting(after) - adjusting(before) - was)


def checked_against(values: PlainValues) -> NamedDocuments:
    """The document that a record was checked against; none where it names none."""
    return ids("document", groups(values.get("verification")))


def adjusting(values: PlainValues) -> NamedDocuments:
    """The documents that adjust what a record says."""
    return ids("document", groups(values.get("adjustments")))


def ids(key: str, holders: Sequence[PlainValues]) -> NamedDocuments:
    """The ids that stand at a key of some groups of fields."""
    return frozenset(id for each in holders if isinstance(id := each.get(key), str))


def sides(place: Steps, before: PlainValues, after: PlainValues) -> Iterator[BothHolders]:
    """The record, and what stands at each step of a place, as it was and as it is."""
    one: Any = before
    other: Any = after
    yield one, other
    for step in place:
        if isinstance(step, Item):
            one, other = step.before, step.after
        else:
            one, other = (side.get(step.name) if isinstance(side, dict) else None for side in (one, other))
        yield one, other


def named(values: Any) -> NamedSources:
    """The sources and documents that a record, or a part of it, names for what it says.

    An adjustment is a thing of its own: that its document is known from elsewhere takes nothing from it.
    """
    if not isinstance(values, dict):
        return NOTHING
    holders = [values, *(each for field in CITING for each in groups(values.get(field)))]
    found = {(kind, id) for kind in ("source", "document") for id in ids(kind, holders)}
    return frozenset(found | {("adjustment", id) for id in adjusting(values)})


def groups(value: Any) -> list[PlainValues]:
    """The groups of fields that a value is or lists; none where the data has something else."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
