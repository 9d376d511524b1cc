"""What git tells of how a folder came to be, as plain values: one process may read it for another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from catalogue.changes.blocks import both_values
from catalogue.changes.states import PlainValues, UnreadableError, key_of
from catalogue.files.commits import PlainLog, log_of, plain
from catalogue.files.revisions import contents
from catalogue.git import CHECKED_OUT

BothValues: TypeAlias = tuple[PlainValues, PlainValues]
"""What a record held before an edit and after it."""
BothNames: TypeAlias = tuple[str, str]
"""The names of those two contents; an empty one where there was no file, or is none any more."""
ReadValues: TypeAlias = Mapping[BothNames, BothValues | None]
"""What two contents hold, by their names. None where one of them cannot be read."""
Past: TypeAlias = tuple[PlainLog, Mapping[str, bytes], ReadValues]
"""What git tells of a folder as plain values: its log, contents by their names, what was read of these."""


def past_of(folder: Path, tip: str = CHECKED_OUT) -> Past:
    """All that git tells of a folder up to a commit, but for new contents of records that were renamed."""
    log = log_of(folder, tip)
    edits = (edit for commit in log.commits for edit in commit.edits if key_of(edit.path)[0])
    return plain(log), contents(folder, names_of((edit.before, edit.after) for edit in edits)), {}


def past_read(folder: Path, tip: str = CHECKED_OUT) -> Past:
    """The same with the values before and after each edit, read by this process alone, beside others."""
    told, held, _ = past_of(folder, tip)
    pairs = {(before, after) for *_, edits in told[0] for _, before, after in edits if before in held}
    return told, held, {names: values_between(names, held) for names in pairs}


def names_of(edits: Iterable[BothNames]) -> list[str]:
    """The names of the contents before and after each edit of what was there before."""
    return [name for before, after in edits if before for name in (before, after) if name]


def values_between(names: BothNames, held: Mapping[str, bytes]) -> BothValues | None:
    """The plain values of two contents; None where one of them is not there or cannot be read."""
    one, other = (held.get(name, b"") for name in names)
    if all(names) and not (one and other):
        return None
    try:
        return both_values(one, other)
    except UnreadableError:
        return None


def is_readable(name: str, held: Mapping[str, bytes]) -> bool:
    """Whether a content is there and can be read, all of it."""
    return bool(held.get(name)) and values_between(("", name), held) is not None
