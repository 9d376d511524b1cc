"""The commits as the records knew them: why each was made, and what it did to which of them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from catalogue.changes.past import BothNames
from catalogue.changes.states import RecordKey, address, key_of
from catalogue.files.commits import FileEdit, LoggedCommit
from catalogue.model.kinds import KINDS

REASON = re.compile(r"^\s*Lý do\s*:[^\S\n]*(\S.*)$", re.IGNORECASE | re.MULTILINE)
CORRECTION = re.compile(r"^\s*Đính chính\s*:[^\S\n]*(\S.*)$", re.IGNORECASE | re.MULTILINE)
"""The lines of a message that say why, and those that say that the mistake was the catalogue's own."""
OF_MERGE = re.compile(r"Merge (?:pull request|branch|remote-tracking branch|tag|commit)\b")


class RecordEdit(NamedTuple):
    """What a commit did to the file of a record: its paths and the names of its content before and after.

    Names and paths are empty where there was no such file, or is none any more. Of a record that had gone and
    came again `last` is the name of what it held when it went.
    """

    key: RecordKey
    before: str
    after: str
    path_before: str
    path_after: str
    last: str = ""

    @property
    def is_change(self) -> bool:
        """Whether the record was there before and after."""
        return bool(self.before and self.after)

    @property
    def names(self) -> BothNames:
        """The names of its content before and after."""
        return self.before, self.after


@dataclass(frozen=True)
class RecordedCommit:
    """A commit as the records knew it: its name, its moment, why it was made, what it did to which record.

    `correction` says what mistakes of the catalogue's own it mended; it is empty where it mended none.
    """

    name: str
    moment: str
    reason: str
    correction: str
    edits: tuple[RecordEdit, ...]

    @property
    def day(self) -> str:
        """The day that it was made on (YYYY-MM-DD)."""
        return self.moment[: len("YYYY-MM-DD")]


def recorded(commit: LoggedCommit, redirects: Mapping[str, str]) -> RecordedCommit:
    """A commit as the records knew it."""
    messages = [unicodedata.normalize("NFC", message) for message in (commit.message, *commit.merged)]
    return RecordedCommit(
        commit.name,
        commit.moment,
        stated(REASON, messages) or said_first(messages[0]),
        stated(CORRECTION, messages),
        tuple(record_edits(commit.edits, redirects)),
    )


def with_returns(commits: Sequence[RecordedCommit]) -> Iterator[RecordedCommit]:
    """Commits, the oldest first, of which those that brought a record again know what it held."""
    gone: dict[RecordKey, str] = {}
    for commit in commits:
        edits = [edit if edit.before else edit._replace(last=gone.get(edit.key, "")) for edit in commit.edits]
        gone |= {edit.key: edit.before for edit in edits if not edit.after}
        yield replace(commit, edits=tuple(edits)) if any(edit.last for edit in edits) else commit


def stated(line: re.Pattern[str], messages: Iterable[str]) -> str:
    """What the lines of a sort say in some messages, each once."""
    said = dict.fromkeys(each.strip() for message in messages for each in line.findall(message))
    *others, last = said or [""]
    return "; ".join((*(each.rstrip(" .;") for each in others), last))


def said_first(message: str) -> str:
    """What a message says first; of a merge that says nothing there what it says next."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return lines[1] if len(lines) > 1 and OF_MERGE.match(lines[0]) else next(iter(lines), "")


def record_edits(edits: Iterable[FileEdit], redirects: Mapping[str, str]) -> Iterator[RecordEdit]:
    """What was done to records: a file that went and one that came are one where they are of one record."""
    by_key: dict[RecordKey, list[FileEdit]] = defaultdict(list)
    for edit in edits:
        key = key_of(edit.path)
        if key[0] and (edit.before or edit.after):
            by_key[key_of_today(key, redirects)].append(edit)
    for key, found in sorted(by_key.items()):
        gone = next((edit for edit in found if edit.before), None)
        # Of several files that became one record, its own is the one that was there before.
        came = next((edit for edit in found if edit.after and edit.before), None) or next(
            (edit for edit in found if edit.after), None
        )
        before = came if came and came.before else gone
        yield RecordEdit(
            key,
            before.before if before else "",
            came.after if came else "",
            before.path if before else "",
            came.path if came else "",
        )


def key_of_today(key: RecordKey, redirects: Mapping[str, str]) -> RecordKey:
    """The key that a record has now: its address may lead to another of its kind."""
    seen = set[RecordKey]()
    while key not in seen and (target := redirects.get(address(key))):
        seen.add(key)
        section, _, id = target.strip("/").partition("/")
        if section != KINDS[key[0]].section or not id or "/" in id:
            break
        key = (key[0], id)
    return key
