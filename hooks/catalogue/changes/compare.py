"""Two states of the data compared: which records are new, gone, renamed or changed, which addresses lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from catalogue.changes.concerns import FieldChange, compare_records
from catalogue.changes.fields import Difference, Item
from catalogue.changes.following import PresentIds, following, only_follows
from catalogue.changes.renaming import renamed_keys
from catalogue.changes.states import Origin, PlainValues, RecordKey, State
from catalogue.changes.together import read_both
from catalogue.file_names import ADDRESSES
from catalogue.model.shape import Shape, shapes
from catalogue.problems.problem import printable

LISTED = ("", ADDRESSES)
"""The list of published addresses: lines, and no values."""


@dataclass(frozen=True)
class RecordAt:
    """A record in one state: its key, its file, its plain values; none where they cannot be read."""

    key: RecordKey
    path: str
    values: PlainValues = field(repr=False)

    @property
    def title(self) -> str:
        """What it is called; its id where its file does not say."""
        title = self.values.get("title")
        return title if isinstance(title, str) else self.key[1]


@dataclass(frozen=True)
class RecordChange:
    """A record that differs: as it was and as it is, None where it was or is not there, and what changed.

    `changes` is empty where it is new or gone, and where its file alone was moved or written otherwise.
    """

    before: RecordAt | None
    after: RecordAt | None
    changes: tuple[FieldChange, ...] = ()

    @property
    def known(self) -> RecordAt:
        """The record as it is, or as it was where it is no more."""
        found = self.after or self.before
        assert found  # noqa: S101 - one of the two states has it
        return found

    @property
    def is_renamed(self) -> bool:
        """Whether it has another id than it had."""
        return bool(self.before and self.after and self.before.key != self.after.key)


class Unread(NamedTuple):
    """A file that could not be compared: of which state, and why."""

    path: str
    origin: Origin
    reason: str


@dataclass(frozen=True)
class Comparison:
    """All that differs between two states.

    `lost` are the addresses that led somewhere and do no more, `gained` those that now do, `unlisted` those
    that were struck off the list of what was published. `names` has what the records are called that changes
    name, by their keys.
    """

    base: Origin
    head: Origin
    records: tuple[RecordChange, ...]
    unread: tuple[Unread, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    unlisted: tuple[str, ...]
    names: Mapping[RecordKey, str]

    @property
    def renamed(self) -> Mapping[RecordKey, RecordKey]:
        """The keys that records have now, by those that they had, of the renamed."""
        both = ((each.before, each.after) for each in self.records if each.is_renamed)
        return {before.key: after.key for before, after in both if before and after}

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs, as far as everything could be read."""
        return not (self.records or self.unread or self.lost or self.gained or self.unlisted)


def compare(base: State, head: State) -> Comparison:
    """What differs from one state to another; files that are the same in both are not even read."""
    keys = differing(base, head)
    read_both(base, head, keys)
    records = tuple(changed_records(base, head, keys))
    return Comparison(
        base.origin,
        head.origin,
        records,
        tuple(unread(base, head)),
        tuple(sorted(base.addresses - head.possible_addresses)),
        tuple(sorted(head.addresses - base.possible_addresses)),
        tuple(sorted({*base.published} - {*head.published})),
        names(base, head, records),
    )


def differing(base: State, head: State) -> list[RecordKey]:
    """The keys of what is not the same file with the same bytes in both states."""
    found = []
    for key in sorted(base.paths.keys() | head.paths.keys()):
        before, after = base.paths.get(key), head.paths.get(key)
        same = before == after and base.marks[before or ""] == head.marks[after or ""] != ""
        if not same and key != LISTED:
            found.append(key)
    return found


def changed_records(base: State, head: State, keys: Sequence[RecordKey]) -> Iterator[RecordChange]:
    """The records of some keys as they changed, those renamed once."""
    known = [key for key in keys if key[0] and not (is_unread(base, key) or is_unread(head, key))]
    gone = [key for key in known if key not in head.paths]
    new = [key for key in known if key not in base.paths]
    renamed = renamed_keys(base, head, gone, new)
    named_anew, ids = set(renamed.values()), {old: key[1] for old, key in renamed.items()}
    for key in keys:
        other = renamed.get(key, key)
        # Of what cannot be read nothing is known, not even that a record came or went with it.
        unread = is_unread(base, key) or is_unread(head, other)
        if key not in named_anew and not unread:
            before, after = record_at(base, key), record_at(head, other)
            if not (
                other == key and before and after and only_follows(before.values, after.values, key, ids)
            ):
                yield changed_record(other, before, after, ids)


def is_unread(state: State, key: RecordKey) -> bool:
    """Whether a state has a record that cannot be read."""
    return state.paths.get(key) in state.refused


def record_at(state: State, key: RecordKey) -> RecordAt | None:
    """A record of a state; None where it has none of that key."""
    path = state.paths.get(key)
    return RecordAt(key, path, state.values.get(path, {})) if path else None


def changed_record(
    key: RecordKey, before: RecordAt | None, after: RecordAt | None, ids: PresentIds
) -> RecordChange:
    """A record with what changed in it; of one that is new or gone nothing more is told than that.

    It names what it named before where that has another id alone.
    """
    if key[0] and not (before and after):
        return RecordChange(before, after)
    values = (before.values if before else {}, after.values if after else {})
    return RecordChange(before, after, compare_records(key, *(following(each, key, ids) for each in values)))


def unread(base: State, head: State) -> Iterator[Unread]:
    """The files that could not be compared: those of which a state does not know that they are the same."""
    for state, other in ((base, head), (head, base)):
        for path, reason in sorted((state.refused | state.misplaced).items()):
            same = state.marks.get(path, "") == other.marks.get(path, "") != ""
            if not same or (path in state.misplaced) != (path in other.misplaced):
                yield Unread(printable(path), state.origin, reason)


def names(base: State, head: State, records: Iterable[RecordChange]) -> Mapping[RecordKey, str]:
    """What the records are called that changes name: as they are, or as they were where they are no more.

    Those of a kind that share a name have their ids behind it: else one in another's stead looks like it.
    """
    named = {key for record in records for change in record.changes for key in named_in(change.difference)}
    found: dict[RecordKey, str] = {}
    for state in (base, head):
        here = sorted(key for key in named if key in state.paths)
        state.read(state.paths[key] for key in here)
        found |= {key: name for key in here if (name := name_of(state.of(key)))}
    called = Counter((kind, name) for (kind, _), name in found.items())
    return {key: f"{name} ({key[1]})" if called[key[0], name] > 1 else name for key, name in found.items()}


def name_of(values: PlainValues) -> str:
    """What sentences call a record: its short name where it has one, else its title."""
    name = values.get("short_name") or values.get("title")
    return name if isinstance(name, str) else ""


def named_in(difference: Difference) -> Iterator[RecordKey]:
    """The records that a difference names, on the way to it and in it."""
    for step in difference.place:
        if isinstance(step, Item):
            yield from references(step.known, step.shape)
        elif step.holder.key and step.holder.key.reference:
            yield step.holder.key.reference.kind, step.name
    for value in (difference.before, difference.after):
        yield from references(value, difference.shape)


def references(value: Any, shape: Shape) -> Iterator[RecordKey]:
    """The records that a value names, if it has the shape that the model wants."""
    if shape.reference and isinstance(value, str):
        yield shape.reference.kind, value
    elif isinstance(value, list):
        for item in value:
            yield from references(item, shape.item or Shape())
    elif isinstance(value, dict):
        inner = shapes(shape.model) if shape.model else {}
        for key, item in value.items():
            if shape.key and shape.key.reference:
                yield shape.key.reference.kind, key
            yield from references(item, inner.get(key, Shape()))
