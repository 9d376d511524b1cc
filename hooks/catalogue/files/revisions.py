"""What git keeps of a folder: its files as they were in a revision, and their bytes on demand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from catalogue.files.guard import SIZE_LIMIT
from catalogue.files.tree import IS_LEFTOVER, LIST_LIMIT
from catalogue.git import NO_GIT, PLAIN, SHALLOW, answered, asked, doubt_of, has_git, is_shallow
from catalogue.problems.problem import did_you_mean, excerpt, nearest, printable

FILE_MODES = {"100644", "100755", "100664"}
"""How git notes a plain file; links and other repositories have other modes."""


class RevisionError(Exception):
    """Why git cannot give a revision of a folder, as a sentence for whoever asked."""


class Commit(NamedTuple):
    """A commit: its whole name and its day (YYYY-MM-DD)."""

    name: str
    day: str


class Stored(NamedTuple):
    """A file of a revision: its path below the folder, the name of its content, how many bytes it has.

    `is_file` says that it is a plain file, and no link or other repository.
    """

    path: str
    name: str
    size: int
    is_file: bool

    @property
    def is_small(self) -> bool:
        """Whether it has no more bytes than are read of a file of its sort."""
        return self.size <= (SIZE_LIMIT if self.path.endswith(".yml") else LIST_LIMIT)


def commit_of(folder: Path, revision: str) -> Commit:
    """The commit that a revision names in the repository of a folder."""
    if not has_git():
        raise RevisionError(f"{NO_GIT}.".capitalize())
    root, refusal = asked(folder, "rev-parse", "--git-dir")
    if not root:
        raise RevisionError(f"{doubt_of(refusal)}.".capitalize())
    # What begins with a hyphen would be an option, and no branch can be called so.
    name = "" if revision.startswith("-") else asked(folder, *FIND, f"{revision}^{{commit}}")[0]
    if not name:
        raise RevisionError(unknown(folder, revision))
    day, complaint = asked(folder, *PLAIN, "log", "-1", "--format=%cs", name)
    if not day:
        raise RevisionError(broken(revision, complaint))
    return Commit(name, day)


RANGE = "Tên hai bản phải cách nhau bằng dấu cách: {one} {other}."
FIND = ("rev-parse", "--verify", "--quiet")


def unknown(folder: Path, revision: str) -> str:
    """That a repository does not know a revision, and why it may not."""
    words = f"Kho git không có «{excerpt(printable(revision))}»."
    if ".." in revision:
        one, _, other = revision.partition("..")
        return f"{words} {RANGE.format(one=one or 'BASE', other=other.strip('.') or 'HEAD')}"
    if is_shallow(folder):
        return f"{words} {SHALLOW[:1].upper()}{SHALLOW[1:]}."
    branches, _ = asked(folder, "for-each-ref", "--format=%(refname:short)")
    return f"{words} {did_you_mean(nearest(revision, branches.splitlines()))}".strip()


def broken(revision: str, complaint: str) -> str:
    """That git cannot read a revision, with what it complains of."""
    said = excerpt(printable(complaint.strip()), 300)
    return f"Kho git hỏng nên không đọc được «{excerpt(printable(revision))}»: {said}"


def common_ancestor(folder: Path, one: str, other: str) -> str:
    """The commit at which two revisions parted."""
    commits = [commit_of(folder, each).name for each in (one, other)]
    name, _ = asked(folder, "merge-base", *commits)
    if not name:
        shallow = f" {SHALLOW[:1].upper()}{SHALLOW[1:]}." if is_shallow(folder) else ""
        raise RevisionError(f"Không tìm thấy chỗ «{one}» và «{other}» tách nhau.{shallow}")
    return name


def standing_on(folder: Path) -> str:
    """The commit that the files of a folder were taken from; empty where none is known."""
    return asked(folder, *FIND, "HEAD^{commit}")[0] if has_git() else ""


def files_of(folder: Path, commit: str) -> list[Stored]:
    """Every file of a folder in a commit, in the order of paths, without leftovers."""
    below, _ = asked(folder, "rev-parse", "--show-prefix")
    tree, _ = asked(folder, *FIND, f"{commit}:{below}")
    if not tree:
        whole = answered(folder, "ls-tree", "--full-tree", "--name-only", commit)
        complaint = os.fsdecode(whole.stderr)
        if whole.returncode:
            raise RevisionError(broken(commit[:12], complaint))
        raise RevisionError(f"Bản {commit[:12]} chưa có thư mục «{printable(below.rstrip('/'))}».")
    listed = answered(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", tree)
    if listed.returncode:
        raise RevisionError(broken(commit[:12], os.fsdecode(listed.stderr)))
    lines = os.fsdecode(listed.stdout).split("\0")
    return sorted(stored for line in lines if line and not is_leftover((stored := stored_file(line)).path))


def stored_file(line: str) -> Stored:
    """A file as `git ls-tree -l` tells of it."""
    told, _, path = line.partition("\t")
    mode, _, name, size = told.split()
    return Stored(path, name, int(size) if size.isdecimal() else 0, mode in FILE_MODES)


def is_leftover(path: str) -> bool:
    """Whether a file, or a folder that it lies in, is what editors and systems leave."""
    folder, _, name = path.lower().rpartition("/")
    return bool(IS_LEFTOVER.match(name)) or in_leftover(folder)


@lru_cache(4096)
def in_leftover(folder: str) -> bool:
    """Whether a folder, or one that it lies in, is left over; few folders have many files."""
    return any(IS_LEFTOVER.match(part) for part in folder.split("/"))


def contents(folder: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """The bytes of contents by their names; one that git has lost or cannot read is missing."""
    waiting, found = list(dict.fromkeys(names)), dict[str, bytes]()
    while waiting:
        told = answered(
            folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in waiting).encode()
        )
        answers = list(batch(told.stdout))
        found |= {name: content for name, content in answers if content is not None}
        # Git ends at a content that is damaged: it is passed over, and the others are asked for again.
        waiting = waiting[len(answers) + 1 :]
    return found


def batch(told: bytes) -> Iterator[tuple[str, bytes | None]]:
    """The answers of `git cat-file --batch`: each name with its bytes, or None where git has them no more."""
    position = 0
    while (end := told.find(b"\n", position)) >= 0:
        name, *rest = told[position:end].decode("ascii", "replace").split(" ")
        position = end + 1
        if len(rest) != 2:
            yield name, None
            continue
        size = int(rest[1])
        if len(told) <= position + size:
            return
        yield name, told[position : position + size]
        position += size + 1
