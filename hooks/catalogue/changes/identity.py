"""Which item of a list is which in two states of it: by what it is, never by where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from pydantic import BaseModel
from rapidfuzz.distance import Indel

from catalogue.model.parts import (
    Adjustment,
    Audience,
    Citation,
    Class,
    Figure,
    LegalBasis,
    Module,
    Part,
    ReportRow,
    Succession,
)
from catalogue.model.reviews import NamedRecord, Review
from catalogue.model.settings import Abbreviation

Pair: TypeAlias = tuple[int, int]
"""The positions of one item in the list before and in the list after."""
Fingerprint: TypeAlias = Hashable
"""What two plain values have in common exactly where they are equal."""

IDENTITIES: Mapping[type[BaseModel], tuple[tuple[str, ...], ...]] = {
    Class: (("id",),),
    Audience: (("group",),),
    Citation: (("source", "document", "locator"), ("source", "document")),
    LegalBasis: (("document", "locator"), ("document",)),
    Adjustment: (("document", "date"), ("what",), ("document",), ("date",)),
    Figure: (
        ("title", "measure", "unit", "state", "period", "as_of"),
        ("title", "measure", "unit", "period", "as_of"),
        ("title", "measure", "state", "period", "as_of"),
        ("title", "measure", "unit", "state"),
        ("title", "measure"),
        ("measure", "unit", "state"),
        ("title", "value"),
    ),
    Part: (("title",), ("value",)),
    Module: (("title", "unit"), ("title",), ("unit", "count"), ("unit",)),
    Succession: (("organization", "what"), ("organization",)),
    ReportRow: (("title", "organization", "group"), ("organization", "group"), ("title",)),
    Review: (("finding", "with"), ("finding",)),
    NamedRecord: (),
    Abbreviation: (("short", "long"), ("short",)),
}
"""The keys that make an item what it is, the exact ones first: those behind leave out what may differ."""

LIKE = 0.6
"""How much of two texts must be the same for one to be the other, worded anew."""
MOST = 40_000
"""How many pairs are weighed; of more, items that are not the same exactly go by their order."""


def paired(before: Sequence[Any], after: Sequence[Any], model: type[BaseModel] | None) -> list[Pair]:
    """Which items of two lists are one, by their positions; what is in no pair was removed or added.

    The answer for the lists the other way round is the same, the other way round.
    """
    both = enumerate(zip(before, after, strict=False))
    pairs: list[Pair] = [(at, at) for at, (one, other) in both if one == other]
    for key in (fingerprint, *keys_of(model)):
        if len(pairs) < min(len(before), len(after)):
            pairs += paired_by(key, before, after, pairs)
    if model is None:
        pairs += reworded(before, after, pairs)
    return sorted(pairs)


def keys_of(model: type[BaseModel] | None) -> Iterator[Callable[[Any], Fingerprint]]:
    """The functions that tell by which key an item is known, the exact ones first."""
    return (partial(key_in, fields) for fields in (IDENTITIES.get(model, ()) if model else ()))


def key_in(fields: Sequence[str], item: Any) -> Fingerprint:
    """What an item has in some fields; None where it has nothing in any of them."""
    if not isinstance(item, dict):
        return None
    found = tuple(fingerprint(item.get(field)) for field in fields)
    return None if found == (None,) * len(fields) else found


def fingerprint(value: Any) -> Fingerprint:
    """What only equal values have."""
    if isinstance(value, dict):
        return frozenset((key, fingerprint(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(fingerprint(item) for item in value)
    return value.strip() if isinstance(value, str) else value


def same(one: Any, other: Any) -> bool:
    """Whether two plain values have one fingerprint; told without making it."""
    if one == other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return False


def paired_by(
    key: Callable[[Any], Fingerprint], before: Sequence[Any], after: Sequence[Any], taken: Sequence[Pair]
) -> list[Pair]:
    """The items that no pair has yet and that share a key; of several with one key those most alike."""
    left = positions(key, before, {one for one, _ in taken})
    right = positions(key, after, {other for _, other in taken})
    return [
        pair
        for shared in left.keys() & right.keys()
        for pair in closest(left[shared], right[shared], lambda one, other: alike(before[one], after[other]))
    ]


def positions(
    key: Callable[[Any], Fingerprint], items: Sequence[Any], taken: set[int]
) -> Mapping[Fingerprint, list[int]]:
    """Where the items stand that have a key and are not taken, by their keys."""
    found: dict[Fingerprint, list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        if position not in taken and (known := key(item)) is not None:
            found[known].append(position)
    return found


def closest(left: Sequence[int], right: Sequence[int], likeness: Callable[[int, int], float]) -> list[Pair]:
    """Positions paired by likeness, the most alike first; none of which the likeness is 0."""
    if len(left) * len(right) > MOST:
        return list(zip(left, right, strict=False))
    if len(left) == len(right) == 1:
        return [(left[0], right[0])] if likeness(left[0], right[0]) else []
    weighed = sorted(
        (-likeness(one, other), abs(one - other), min(one, other), max(one, other), one, other)
        for one in left
        for other in right
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for weight, *_, one, other in weighed:
        if weight and one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return list(found.items())


def alike(one: Any, other: Any) -> float:
    """How much of two groups is the same: never 0, since they have one key."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return 1
    keys = one.keys() | other.keys()
    return (1 + sum(same(one.get(key), other.get(key)) for key in keys)) / (1 + len(keys))


def reworded(before: Sequence[Any], after: Sequence[Any], taken: Sequence[Pair]) -> list[Pair]:
    """The texts that are one sentence, worded anew."""
    left = sentences(before, {one for one, _ in taken})
    right = sentences(after, {other for _, other in taken})
    if len(left) * len(right) > MOST:
        return []
    return closest(left, right, lambda one, other: likeness(before[one], after[other]))


def sentences(items: Sequence[Any], taken: set[int]) -> list[int]:
    """Where texts of several words stand that are not taken: ids and codes that differ are other things."""
    return [
        at
        for at, item in enumerate(items)
        if at not in taken and isinstance(item, str) and " " in item.strip()
    ]


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same; 0 where too little for one to be the other."""
    return Indel.normalized_similarity(one, other, score_cutoff=LIKE)
