"""A tree of files by path, as bytes, and what keeps some files of a folder from being read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

from catalogue.files.guard import SIZE_LIMIT
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, printable, tell_of_file

LIST_LIMIT = 16 * 1024 * 1024
"""How many bytes a file that is no record may have. The list of published addresses only ever grows."""

LEFTOVERS = (
    ".*",  # hidden: .DS_Store, .x.yml.swp, .~lock.x.ods#
    "*~",  # an editor's copy: x.yml~
    "#*#",  # what Emacs saves by itself: #x.yml#
    "*.swp",  # what Vim saves by itself
    "~$*",  # Word and Excel, while a document is open: ~$x.docx
    "*.orig",  # what a merge has left: x.yml.orig
    "thumbs.db",
    "desktop.ini",
    "__macosx",  # a folder in archives that a Mac has packed
)
"""Names, in small letters, of what editors and systems leave in a folder: they are passed over.

Not so `.bak` and `.rej`, which may hold work that nobody has looked at yet. `.gitignore` has the same list.
"""
IS_LEFTOVER = re.compile("|".join(map(translate, LEFTOVERS)))


@dataclass(frozen=True)
class Tree:
    """The bytes of files by their path below the root (never empty), and the name of the root in problems."""

    root: str
    files: Mapping[str, bytes]

    def printable_path(self, path: str) -> str:
        """A path with the root before it, on one line without hidden characters; no two come out alike."""
        return printable(f"{self.root}/" + path.replace("\\", "\\\\"))


def read_tree(folder: Path, root: str) -> tuple[Tree, list[Problem]]:
    """Every file below a folder but `LEFTOVERS`, and the problems of what cannot be read.

    Of a file that is larger than its limit no more is read than `decode` needs to refuse it.
    """
    tree = Tree(root, {})
    if not is_folder(folder):
        return tree, [tell_of_file(printable(root), FaultCode.NO_DATA_FOLDER, folder=root)]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, entry in walk(folder):
        code, content = look(entry, folder)
        if content is not None:
            files[name] = content
        if code:
            problems.append(tell_of_file(tree.printable_path(name), code, name=entry.name))
    return Tree(root, files), problems


def look(entry: os.DirEntry[str], folder: Path) -> tuple[FaultCode | None, bytes | None]:
    """The fault of an entry, or the bytes of a file; neither for a folder without fault."""
    try:
        code = unreadable(entry, folder)
        return code, None if code or entry.is_dir() else read_file(entry)
    except (OSError, RuntimeError):
        return FaultCode.UNREADABLE_FILE, None


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; False where the system does not let one look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder with its path, in a fixed order; leftovers are left out.

    Links are not followed. What a folder holds is left out where it cannot be listed.
    """
    waiting = listed(folder, "")
    while waiting:
        name, entry = waiting.pop()
        yield name, entry
        if entry.is_dir(follow_symlinks=False):
            waiting += listed(entry, f"{name}/")


def listed(folder: Path | os.DirEntry[str], above: str) -> list[tuple[str, os.DirEntry[str]]]:
    """What a folder holds with its path, the last name first, without leftovers.

    Nothing where the folder cannot be listed, which `unreadable` finds too.
    """
    try:
        with os.scandir(folder) as entries:
            kept = [entry for entry in entries if not IS_LEFTOVER.match(entry.name.lower())]
    except OSError:
        return []
    return [(above + entry.name, entry) for entry in sorted(kept, key=lambda entry: entry.name, reverse=True)]


def unreadable(entry: os.DirEntry[str], folder: Path) -> FaultCode | None:
    """The fault that keeps an entry from being a file or a folder of the tree; None if there is none."""
    if entry.is_symlink() and leads_out(Path(entry.path), folder):
        return FaultCode.LINK_OUT_OF_TREE
    if entry.is_dir():
        with os.scandir(entry):
            return FaultCode.FOLDER_NAMED_LIKE_FILE if entry.name.endswith((".yml", ".yaml")) else None
    return None if entry.is_file() else FaultCode.NOT_A_FILE


def leads_out(link: Path, folder: Path) -> bool:
    """Whether a link leads to anything but a file of the tree."""
    return not link.exists() or link.is_dir() or not link.resolve().is_relative_to(folder.resolve())


def read_file(entry: os.DirEntry[str]) -> bytes:
    """The bytes of a file, at most one more than its limit."""
    with Path(entry).open("rb") as stream:
        return stream.read((SIZE_LIMIT if entry.name.endswith(".yml") else LIST_LIMIT) + 1)
