"""How the records came to be what they are: what each commit did to which of them, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from catalogue.changes.compare import RecordAt, RecordChange
from catalogue.changes.concerns import compare_records
from catalogue.changes.following import PresentIds, following, only_follows
from catalogue.changes.past import (
    BothValues,
    Past,
    ReadValues,
    is_readable,
    names_of,
    past_of,
    values_between,
)
from catalogue.changes.recorded import RecordedCommit, RecordEdit, recorded, with_returns
from catalogue.changes.states import PlainValues, RecordKey, key_of
from catalogue.files.commits import Log, log_from
from catalogue.files.revisions import contents
from catalogue.parallel import divided

PART = 256
"""Edits that one process reads at a time."""

Fetch: TypeAlias = Callable[[Iterable[str]], Mapping[str, bytes]]
"""Gives contents by their names, those that it has."""


@dataclass(frozen=True)
class History:
    """The commits that changed records, the newest first, and the contents of what they changed.

    `doubt` says why some or all are missing; it is empty where all are there. `known` are values that were
    read before.
    """

    commits: tuple[RecordedCommit, ...] = ()
    doubt: str = ""
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    known: ReadValues = field(default_factory=dict, repr=False)

    @cached_property
    def by_record(self) -> Mapping[RecordKey, tuple[tuple[RecordedCommit, RecordEdit], ...]]:
        """What was done to each record under the key that it has now, the newest first."""
        found: dict[RecordKey, list[tuple[RecordedCommit, RecordEdit]]] = defaultdict(list)
        for commit in self.commits:
            for edit in commit.edits:
                found[edit.key].append((commit, edit))
        return {key: tuple(edits) for key, edits in found.items()}

    @cached_property
    def renamed(self) -> PresentIds:
        """The present ids of records by the keys that they had before."""
        return {
            (kind, old): id
            for (kind, id), edits in self.by_record.items()
            if any(edit.path_before and edit.path_before != edit.path_after for _, edit in edits)
            for old in ids_of([edit for _, edit in edits], id)
            if old != id
        }

    @property
    def since(self) -> str:
        """The day of the first commit that is known (YYYY-MM-DD); empty where none is."""
        return self.commits[-1].day if self.commits else ""

    def both_contents(self, edit: RecordEdit) -> tuple[bytes, bytes]:
        """What stood in the file of a record before an edit and after it; nothing where that is not known.

        Of a record that came again it is what stood there when it went.
        """
        return self.contents.get(edit.before or edit.last, b""), self.contents.get(edit.after, b"")

    @cached_property
    def values(self) -> ReadValues:
        """The plain values before and after each edit of what was there before, read once."""
        return self.values_of(edit for commit in self.commits for edit in commit.edits if edit.before)

    def values_of(self, edits: Iterable[RecordEdit]) -> ReadValues:
        """Those that are known, and the plain values before and after some edits, read on all processors.

        Most of what is the same in both is left out.
        """
        wanted = list(dict.fromkeys(edit.names for edit in edits if edit.names not in self.known))

        def work(part: int) -> list[BothValues | None]:
            return [values_between(names, self.contents) for names in wanted[part * PART : (part + 1) * PART]]

        read = (each for part in divided(-(-len(wanted) // PART), work) for each in part)
        return {**self.known, **dict(zip(wanted, read, strict=True))}

    def both_values(self, edit: RecordEdit) -> BothValues | None:
        """The plain values before and after an edit; none of what it made new."""
        return self.values[edit.names] if edit.before else ({}, {})

    def values_followed(self, edit: RecordEdit) -> BothValues | None:
        """The same with the present ids of what they name: a record that has a new id is the same one."""
        found = self.both_values(edit)
        return self.followed(edit, found) if found else None

    def followed(self, edit: RecordEdit, found: BothValues) -> BothValues:
        """Values of the record of an edit with the present ids of what they name."""
        before, after = (following(each, edit.key, self.renamed) for each in found)
        return before, after

    def change(self, edit: RecordEdit) -> RecordChange | None:
        """What an edit changed, field by field; of a record that went its values as they were.

        Of one that came again it is what is another than when it went, as far as that can be read. The record
        has on each side the id that it had then. None where one of its contents cannot be read.
        """
        again = values_between((edit.last, edit.after), self.contents) if edit.last else None
        found = self.followed(edit, again) if again else self.values_followed(edit)
        if found is None:
            return None
        before, after = found
        was, is_now = record_at(edit.path_before, before), record_at(edit.path_after, after)
        is_compared = edit.is_change or again
        return RecordChange(was, is_now, compare_records(edit.key, before, after) if is_compared else ())


def record_at(path: str, values: PlainValues) -> RecordAt | None:
    """A record where its file lay; None where it had none."""
    return RecordAt(key_of(path), path, values) if path else None


def history_of(folder: Path, redirects: Mapping[str, str], past: Past | None = None) -> History:
    """The history of a folder of data. `redirects` lead from the addresses of old ids to those of today.

    `past` is what was read of it before the redirects were known.
    """
    told, held, known = past or past_of(folder)

    def fetch(names: Iterable[str]) -> Mapping[str, bytes]:
        return {**held, **contents(folder, [name for name in names if name not in held])}

    return history_from(log_from(told), redirects, fetch, known)


def history_from(
    log: Log, redirects: Mapping[str, str], fetch: Fetch, known: ReadValues | None = None
) -> History:
    """The history that a log tells; `fetch` gives contents by their names, `known` was read of them."""
    known_to_records = [each for commit in log.commits if (each := recorded(commit, redirects)).edits]
    commits = tuple(with_returns(known_to_records[::-1]))[::-1]
    names = names_of((edit.before or edit.last, edit.after) for commit in commits for edit in commit.edits)
    whole = History(commits, log.doubt, fetch(names) if names else {}, known or {})
    return mended(without_followers(whole) if whole.renamed else whole)


def mended(history: History) -> History:
    """A history in which what mends a file that nobody could read is held against what was read last."""
    edits = (edit for commit in history.commits for edit in commit.edits if edit.before)
    broken = {edit.key for edit in edits if history.values[edit.names] is None}
    instead = {
        (commit.name, key): edit for key in broken for commit, edit in against_what_was_read(history, key)
    }
    if not instead:
        return history
    commits = (
        replace(commit, edits=tuple(instead.get((commit.name, edit.key), edit) for edit in commit.edits))
        for commit in history.commits
    )
    return replace(history, commits=tuple(commits), known=history.values)


def against_what_was_read(history: History, key: RecordKey) -> Iterator[tuple[RecordedCommit, RecordEdit]]:
    """The edits that made a record one that can be read again, each with what was read of it last."""
    last = ""
    for commit, edit in reversed(history.by_record[key]):
        if is_readable(edit.after, history.contents):
            if last and edit.before and history.values[edit.names] is None:
                yield commit, edit._replace(before=last)
            last = edit.after


def without_followers(history: History) -> History:
    """A history without what was done to records only because something that these name was renamed."""
    edits = list(may_follow(history, (edit for commit in history.commits for edit in commit.edits)))
    known = history.values_of(edits)
    followers = {
        edit
        for edit in edits
        if (found := known[edit.names]) and only_follows(*found, edit.key, history.renamed)
    }
    left = (
        replace(commit, edits=tuple(edit for edit in commit.edits if edit not in followers))
        for commit in history.commits
    )
    return replace(history, commits=tuple(each for each in left if each.edits), known=known)


def may_follow(history: History, edits: Iterable[RecordEdit]) -> Iterator[RecordEdit]:
    """The edits of records that keep their ids and spell, before or after, an id that another has no more.

    An id that was given and taken back is spelt only after the first of the two.
    """
    old_ids = re.compile(b"|".join(sorted({re.escape(old.encode()) for _, old in history.renamed})))
    for edit in edits:
        is_own = PurePosixPath(edit.path_before).stem != PurePosixPath(edit.path_after).stem
        if edit.is_change and not is_own and any(map(old_ids.search, history.both_contents(edit))):
            yield edit


def ids_of(edits: Iterable[RecordEdit], id: str) -> Iterator[str]:
    """The ids that a record had, from the present one back: its file is followed, the newest edit first.

    Another record that was merged into it gives it none of its own.
    """
    yield id
    for edit in edits:
        before = PurePosixPath(edit.path_before).stem
        if before and before != id and PurePosixPath(edit.path_after).stem == id:
            id = before
            yield id
