"""Which bodies, learner groups and plans a change of a record concerns: those that it names or named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any, TypeAlias

from catalogue.changes.compare import RecordChange, named_in, references
from catalogue.changes.concerns import model_of
from catalogue.changes.fields import shape_of_whole
from catalogue.changes.history import History
from catalogue.changes.recorded import RecordedCommit, RecordEdit, key_of_today
from catalogue.changes.states import PlainValues, RecordKey
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS

CONCERNED = {"organization", "group", "plan"}
"""The kinds whose records are told of what happens to others."""
OF_KEEPING = {"verification", "owner", "reviews"}
"""The fields that name a body for how the data is kept, which is none of its training."""

Concerning: TypeAlias = Mapping[RecordKey, list[tuple[RecordedCommit, list[RecordEdit]]]]
"""The commits that concern each body, group and plan, with those of their edits that do; the newest first."""
KeysById: TypeAlias = Mapping[str, set[RecordKey]]
NamedToday: TypeAlias = Mapping[RecordKey, frozenset[RecordKey]]
"""The bodies, groups and plans that each record is, or names today."""
NOTHING = frozenset[RecordKey]()


def concerning(history: History, catalogue: Catalogue) -> Concerning:
    """What concerns each body, group and plan that there is today."""
    named_today = naming(catalogue)
    found: dict[RecordKey, list[tuple[RecordedCommit, list[RecordEdit]]]] = defaultdict(list)
    by_id = keys_by_id(catalogue)
    for commit in history.commits:
        here: dict[RecordKey, list[RecordEdit]] = defaultdict(list)
        for edit in commit.edits:
            today = named_today.get(edit.key, NOTHING)
            for key in today.union(named_then(history, edit, today, by_id)):
                here[key].append(edit)
        for key, edits in here.items():
            found[key].append((commit, edits))
    return dict(sorted(found.items(), key=itemgetter(0)))


def keys_by_id(catalogue: Catalogue) -> KeysById:
    """The bodies, groups and plans by their ids, those of old among them."""
    found: dict[str, set[RecordKey]] = defaultdict(set)
    for kind in CONCERNED:
        for id in catalogue.of(kind):
            found[id].add((kind, id))
    for address in catalogue.redirects:
        section, _, old_id = address.strip("/").partition("/")
        for kind in CONCERNED:
            if KINDS[kind].section == section:
                found[old_id].add(key_of_today((kind, old_id), catalogue.redirects))
    return found


def naming(catalogue: Catalogue) -> NamedToday:
    """The bodies, groups and plans that each record is, or names today."""
    return {
        key: frozenset(
            each
            for each in (key, *((link.reference.kind, link.id) for link in links if tells(link.place[0])))
            if each[0] in CONCERNED
        )
        for key, links in catalogue.links.items()
    }


def tells(field: object) -> bool:
    """Whether what a field names is told of changes of its record."""
    return field not in OF_KEEPING


def named_then(
    history: History, edit: RecordEdit, today: frozenset[RecordKey], by_id: KeysById
) -> Iterator[RecordKey]:
    """The bodies, groups and plans that an edit names, be it that its record names them no more.

    Few edits name any but those of today: only these are compared field by field.
    """
    values = history.both_values(edit) or ()
    spelt = {word for each in values for word in spelt_in(without_keeping(each))}
    if not all(by_id[id] <= today for id in by_id.keys() & spelt):
        change = history.change(edit)
        for key in named(edit, change) if change else ():
            yield from (now for now in by_id.get(key[1], ()) if now[0] == key[0])


def without_keeping(values: PlainValues) -> PlainValues:
    """Values without those that name a body for how the data is kept."""
    return {key: value for key, value in values.items() if key not in OF_KEEPING}


def spelt_in(value: Any) -> Iterator[str]:
    """All that could be an id in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from spelt_in(each)


def named(edit: RecordEdit, change: RecordChange) -> Iterator[RecordKey]:
    """The records that a change names; those that the whole record named where it is gone."""
    if change.before and not change.after:
        yield from references(without_keeping(change.before.values), shape_of_whole(model_of(edit.key)))
    for each in change.changes:
        if each.difference.keys[0] not in OF_KEEPING:
            yield from named_in(each.difference)
