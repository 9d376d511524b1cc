"""What git tells of how a folder came to be: each commit of its branch, and what it did to which file."""

from __future__ import annotations

import os
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess
from typing import NamedTuple, TypeAlias

from catalogue.files.revisions import FILE_MODES, is_leftover
from catalogue.git import CHECKED_OUT, NO_GIT, PLAIN, SHALLOW, answered, asked, doubt_of, has_git

LOG = (*PLAIN, "-c", "i18n.logOutputEncoding=UTF-8", "log", "-z", "--no-notes")
QUESTION = (
    *LOG,
    "--no-walk=unsorted",
    "--stdin",
    "--first-parent",  # a merge is one step of the branch, told by what it changed there
    "-m",
    "-r",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--format=%H %cI %P%n%B",
)
MESSAGES = (*LOG, "--date-order", "--format=%H %P%n%B")
"""Asks for the parents and the message of every commit, the newest first, each after all that came of it."""
SHARE = 500
"""The fewest commits that are worth a process of git's own."""
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)"
HEAD = re.compile(rf"([0-9a-f]{{40,64}}) ({MOMENT})((?: [0-9a-f]{{40,64}})*) ?\n", re.ASCII)
RAW = re.compile(r":(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*", re.ASCII)

BROKEN = "kho git hỏng nên chỉ đọc được một phần lịch sử"
NO_COMMIT = "kho git chưa lưu (commit) lần nào"


class FileEdit(NamedTuple):
    """What a commit did to a file: its path below the folder, the names of its content before and after.

    A name is empty where there was no plain file, or is none any more.
    """

    path: str
    before: str
    after: str


class LoggedCommit(NamedTuple):
    """A commit: its whole name, its moment, its message, what it did to the files of the folder.

    The moment is the committer's, with the offset of his clock (RFC 3339). `merged` are the messages of the
    commits that a merge brought to the branch, the oldest first.
    """

    name: str
    moment: str
    message: str
    edits: tuple[FileEdit, ...]
    merged: tuple[str, ...] = ()


class Log(NamedTuple):
    """The commits that changed a folder, the newest first.

    `doubt` says why some or all are missing; it is empty where git knows all of them.
    """

    commits: tuple[LoggedCommit, ...] = ()
    doubt: str = ""


PlainLog: TypeAlias = tuple[list[tuple[str, str, str, tuple[str, ...], list[tuple[str, str, str]]]], str]
"""A log as plain values, which one process can give to another."""


def plain(log: Log) -> PlainLog:
    """A log as plain values."""
    commits = [
        (commit.name, commit.moment, commit.message, commit.merged, [(*edit,) for edit in commit.edits])
        for commit in log.commits
    ]
    return commits, log.doubt


def log_from(told: PlainLog) -> Log:
    """The log that plain values tell."""
    commits, doubt = told
    made = (
        LoggedCommit(name, moment, message, tuple(FileEdit(*edit) for edit in edits), merged)
        for name, moment, message, merged, edits in commits
    )
    return Log(tuple(made), doubt)


def log_of(folder: Path, tip: str = CHECKED_OUT) -> Log:
    """The log of a folder, up to a commit. Of a shallow clone the oldest commit is left out.

    That one seems to have made every file, whoever did.
    """
    if not has_git():
        return Log(doubt=NO_GIT)
    root, refusal = asked(folder, "rev-parse", "--show-toplevel")
    if not root:
        return Log(doubt=doubt_of(refusal))
    line = answered(folder, "rev-list", "--first-parent", "--parents", tip)
    if line.returncode and not line.stdout:
        return Log(doubt=BROKEN if asked(folder, "rev-parse", "--verify", tip)[0] else NO_COMMIT)
    names = [commit.split() for commit in line.stdout.splitlines()]
    told = told_of(folder, [name for name, *_ in names])
    below, _ = asked(folder, "rev-parse", "--show-prefix")
    cut = cut_commits(folder)
    found = (each for part in told for each in commits_in(part.stdout, below))
    commits = tuple(each for each in found if each.edits and each.name not in cut)
    is_broken = any(answer.returncode for answer in (line, *told))
    merges = {name.decode() for name, *parents in names if len(parents) > 1}
    if any(each.name in merges for each in commits):
        merged = merged_by(answered(folder, *MESSAGES, tip).stdout, [name.decode() for name, *_ in names])
        commits = tuple(each._replace(merged=tuple(merged.get(each.name, ()))) for each in commits)
    return Log(commits, BROKEN if is_broken else SHALLOW if cut else "")


def merged_by(told: bytes, line: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The messages of what each commit of a branch, the newest first, brought to it, the oldest first.

    A commit that lies beside the branch came with the oldest of those on it that come of it.
    """
    places = {name: place for place, name in enumerate(line)}
    brought_by: dict[str, int] = {}
    found: dict[str, deque[str]] = defaultdict(deque)
    for each in told.decode("utf-8", "replace").split("\0"):
        head, _, message = each.partition("\n")
        name, *parents = head.split() or [""]
        place = places.get(name, brought_by.get(name, 0))
        if name and name not in places:
            found[line[place]].appendleft(message.strip())
        for parent in parents:
            brought_by[parent] = max(place, brought_by.get(parent, 0))
    return found


def told_of(folder: Path, names: Sequence[bytes]) -> list[CompletedProcess[bytes]]:
    """What git tells of some commits, in their order: each processor looks at a share of them."""
    size = max(SHARE, -(-len(names) // (os.cpu_count() or 1)))
    shares = [b"\n".join(names[start : start + size]) for start in range(0, len(names), size)]
    with ThreadPoolExecutor(max_workers=len(shares) or 1) as pool:
        return list(pool.map(lambda share: answered(folder, *QUESTION, given=share), shares))


def cut_commits(folder: Path) -> set[str]:
    """The commits whose parents a shallow clone lacks."""
    place, _ = asked(folder, "rev-parse", "--path-format=absolute", "--git-path", "shallow")
    try:
        return set(Path(place).read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return set()


def commits_in(told: bytes, below: str) -> Iterator[LoggedCommit]:
    """The commits that git tells of, with what they did below a folder (ended by a slash, or empty).

    Git ends each message, each change and each path with a zero byte, which none of them can hold.
    """
    parts = iter(told.split(b"\0"))
    commit, edits = None, list[FileEdit]()
    for part in parts:
        text = part.lstrip(b"\n").decode("utf-8", "replace")
        if raw := RAW.fullmatch(text):
            path = os.fsdecode(next(parts, b""))
            if path.startswith(below) and not is_leftover(path):
                edits.append(file_edit(path.removeprefix(below), raw))
        elif head := HEAD.match(text):
            if commit:
                yield commit._replace(edits=tuple(edits))
            commit, edits = LoggedCommit(head[1], head[2], text[head.end() :].strip(), ()), []
    if commit:
        yield commit._replace(edits=tuple(edits))


def file_edit(path: str, raw: re.Match[str]) -> FileEdit:
    """What was done to a file; links and other repositories are no files."""
    mode_before, mode_after, before, after = raw.groups()
    return FileEdit(
        path, before if mode_before in FILE_MODES else "", after if mode_after in FILE_MODES else ""
    )
