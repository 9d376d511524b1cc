"""Which records were given another id: those that a redirect says, and those that hold the same all but.

What they are called or what is told of them is among the same: else the one went and the other came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from catalogue.changes.identity import Fingerprint, fingerprint, likeness
from catalogue.changes.states import PlainValues, RecordKey, State, address
from catalogue.language.vietnamese import canonical

SAME = 0.5
"""How much of two records must be the same for one to be the other under a new id."""
TELLING = 8
"""How many records may share a value for it to tell that two are one."""


def renamed_keys(
    base: State, head: State, gone: Sequence[RecordKey], new: Sequence[RecordKey]
) -> Mapping[RecordKey, RecordKey]:
    """The new key of each record that was renamed, by its old one.

    The values of both must have been read. Asked the other way round, the answer is the other way round.
    """
    found = each_once((1.0, *pair) for pair in redirected(base, head, gone, new))
    rest = [key for key in gone if key not in found]
    taken = set(found.values())
    return {**found, **by_content(base, head, rest, [key for key in new if key not in taken])}


def each_once(weighed: Iterable[tuple[float, RecordKey, RecordKey]]) -> dict[RecordKey, RecordKey]:
    """Pairs in which no record comes twice, those with most in common first."""
    found: dict[RecordKey, RecordKey] = {}
    taken: set[RecordKey] = set()
    for _, one, other in sorted(weighed, key=lambda pair: (-pair[0], *sorted(pair[1:]))):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def redirected(
    base: State, head: State, gone: Iterable[RecordKey], new: Iterable[RecordKey]
) -> Iterator[tuple[RecordKey, RecordKey]]:
    """The records of which a redirect of either state says where they stand in the other."""
    stood, stands = ({address(key): key for key in keys} for keys in (gone, new))
    there = ((old, target) for old, target in head.redirects.items())
    back = ((target, old) for old, target in base.redirects.items())
    for old, target in (*there, *back):
        one, other = stood.get(old), stands.get(target)
        if one and other and one[0] == other[0]:
            yield one, other


def by_content(
    base: State, head: State, gone: Sequence[RecordKey], new: Sequence[RecordKey]
) -> Mapping[RecordKey, RecordKey]:
    """The records that hold the same all but, of each kind those first that have most in common."""
    left = {key: leaves_of(base.of(key)) for key in gone if base.of(key)}
    right = {key: leaves_of(head.of(key)) for key in new if head.of(key)}
    shares = ((common(left[one], right[other]), one, other) for one, other in candidates(left, right))
    return each_once(
        (share, one, other)
        for share, one, other in shares
        if share >= SAME and is_about_the_same(base.of(one), head.of(other))
    )


def is_about_the_same(one: PlainValues, other: PlainValues) -> bool:
    """Whether two records could be about one thing: the title or the summary of one is the other's, reworded.

    Other fields are alike in many records. Where neither has a title or a summary, they alone decide.
    """
    words = [(one.get(key), other.get(key)) for key in ("title", "summary")]
    texts = [pair for pair in words if pair != (None, None)]
    return not texts or any(
        likeness(canonical(left), canonical(right)) > 0
        for left, right in texts
        if isinstance(left, str) and isinstance(right, str)
    )


def candidates(
    left: Mapping[RecordKey, Counter[Fingerprint]], right: Mapping[RecordKey, Counter[Fingerprint]]
) -> set[tuple[RecordKey, RecordKey]]:
    """The pairs of one kind that have a value in common which few others have."""
    holders: dict[Fingerprint, tuple[list[RecordKey], list[RecordKey]]] = defaultdict(lambda: ([], []))
    for side, records in enumerate((left, right)):
        for key, leaves in records.items():
            for leaf in leaves:
                holders[key[0], leaf][side].append(key)
    return {
        (one, other)
        for ones, others in holders.values()
        if len(ones) <= TELLING and len(others) <= TELLING
        for one in ones
        for other in others
    }


def common(one: Counter[Fingerprint], other: Counter[Fingerprint]) -> float:
    """How much of what two records hold they both hold."""
    return (one & other).total() / ((one | other).total() or 1)


def leaves_of(values: PlainValues) -> Counter[Fingerprint]:
    """Every single value of a record with its keys, however often it stands there; titles thrice."""
    found = Counter(leaves((), values))
    title = values.get("title")
    return found + Counter({("title", canonical(title)): 2}) if isinstance(title, str) else found


def leaves(keys: tuple[str, ...], value: Any) -> Iterator[Fingerprint]:
    """Every single value below some keys, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves((*keys, key), inner)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(keys, item)
    else:
        yield keys, fingerprint(value)
