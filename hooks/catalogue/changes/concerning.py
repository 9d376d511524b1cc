"""Which bodies, learner groups and plans a change of a record concerns: those that it names or named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from catalogue.changes.compare import RecordChange, named_in, references
from catalogue.changes.concerns import model_of
from catalogue.changes.fields import shape_of_whole
from catalogue.changes.history import History, RecordedCommit, RecordEdit, key_of_today
from catalogue.changes.states import RecordKey
from catalogue.model.collection import Catalogue

CONCERNED = {"organization", "group", "plan"}
"""The kinds whose records are told of what happens to others."""
OF_KEEPING = {"verification", "owner", "reviews"}
"""The fields that name a body for how the data is kept, which is none of its training."""

Concerning: TypeAlias = Mapping[RecordKey, list[tuple[RecordedCommit, list[RecordEdit]]]]
"""The commits that concern each body, group and plan, with those of their edits that do; the newest first."""


def concerning(history: History, catalogue: Catalogue) -> Concerning:
    """What concerns each body, group and plan."""
    found: dict[RecordKey, list[tuple[RecordedCommit, list[RecordEdit]]]] = defaultdict(list)
    for commit in history.commits:
        here: dict[RecordKey, list[RecordEdit]] = defaultdict(list)
        for edit in commit.edits:
            for key in {*concerned(edit, history.changes[edit], catalogue)}:
                here[key].append(edit)
        for key, edits in here.items():
            found[key].append((commit, edits))
    return found


def concerned(edit: RecordEdit, change: RecordChange | None, catalogue: Catalogue) -> Iterator[RecordKey]:
    """Whom an edit concerns: its record, the bodies, groups and plans that it names today or named before."""
    if edit.key[0] in CONCERNED:
        yield edit.key
    for link in catalogue.links.get(edit.key, ()):
        if link.reference.kind in CONCERNED and link.place[0] not in OF_KEEPING:
            yield link.reference.kind, link.id
    for key in named(edit, change) if change else ():
        if key[0] in CONCERNED:
            yield key_of_today(key, catalogue.redirects)


def named(edit: RecordEdit, change: RecordChange) -> Iterator[RecordKey]:
    """The records that a change names; those that the whole record named where it is gone."""
    if change.before and not change.after:
        kept = {key: value for key, value in change.before.values.items() if key not in OF_KEEPING}
        yield from references(kept, shape_of_whole(model_of(edit.key)))
    for each in change.changes:
        if each.difference.keys[0] not in OF_KEEPING:
            yield from named_in(each.difference)
