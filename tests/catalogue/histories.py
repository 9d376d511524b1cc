"""Histories made in memory: the states that the files of some data went through, told as git tells them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from catalogue.changes.history import History, history_from
from catalogue.files.commits import FileEdit, Log, LoggedCommit


class Step(NamedTuple):
    """A commit: its day (YYYY-MM-DD), its message, all files as it left them."""

    day: str
    message: str
    files: Mapping[str, str]


def history_in_memory(
    steps: Iterable[Step], redirects: Mapping[str, str] | None = None, doubt: str = ""
) -> History:
    """The history that some steps make, the oldest first."""
    contents: dict[str, bytes] = {}
    commits: list[LoggedCommit] = []
    before: dict[str, str] = {}
    for step in steps:
        after = {}
        for path, text in step.files.items():
            after[path] = name_of(text)
            contents[after[path]] = text.encode()
        edits = [
            FileEdit(path, before.get(path, ""), after.get(path, ""))
            for path in sorted({*before, *after})
            if before.get(path) != after.get(path)
        ]
        name = name_of(f"{step.day} {len(commits)}")
        commits.append(LoggedCommit(name, f"{step.day}T08:00:00+07:00", step.message, tuple(edits)))
        before = after
    log = Log(tuple(reversed(commits)), doubt)
    return history_from(log, redirects or {}, lambda names: {name: contents[name] for name in names})


def name_of(text: str) -> str:
    """The name of a content or a commit."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
