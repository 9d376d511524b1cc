"""A tree of files, path by path, as bytes: read from a folder, with what keeps some of them from being read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalogue.files.guard import SIZE_LIMIT
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, printable, tell

LIST_LIMIT = 16 * 1024 * 1024
"""Bytes that a file which is no record may have: the list of published addresses only ever grows."""


@dataclass(frozen=True)
class Tree:
    """Files by their path below the root, and the name that the root is told by (`data`)."""

    root: str
    files: Mapping[str, bytes]

    def told(self, path: str) -> str:
        """The path as problems and editors name it, on one line whatever it is made of; two paths never share a name."""
        return printable(f"{self.root}/" + path.replace("\\", "\\\\"))


def read_tree(folder: Path, root: str) -> tuple[Tree, list[Problem]]:
    """Every file below a folder, hidden ones left out, and what makes some of them unreadable."""
    tree = Tree(root, {})
    if not is_folder(folder):
        return tree, [tell(printable(root), (), FaultCode.NO_DATA_FOLDER, line=1, column=1, folder=root)]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, entry in walk(folder):
        code, content = look(entry, folder)
        if content is not None:
            files[name] = content
        if code:
            problems.append(tell(tree.told(name), (), code, line=1, column=1, name=entry.name))
    return Tree(root, files), problems


def look(entry: os.DirEntry[str], folder: Path) -> tuple[FaultCode | None, bytes | None]:
    """The code of what keeps an entry from being read, or the bytes of a file; neither for a folder."""
    try:
        code = unreadable(entry, folder)
        return code, None if code or entry.is_dir() else read_file(entry)
    except (OSError, RuntimeError):
        return FaultCode.UNREADABLE_FILE, None


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that the system refuses to look at does not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What lies below a folder, by its path, in a fixed order, without hidden names and without following links.

    A folder that cannot be listed comes alone.
    """
    waiting = listed(folder, "")
    while waiting:
        name, entry = waiting.pop()
        yield name, entry
        if entry.is_dir(follow_symlinks=False):
            waiting += listed(entry, f"{name}/")


def listed(folder: Path | os.DirEntry[str], above: str) -> list[tuple[str, os.DirEntry[str]]]:
    """What a folder holds, the last name first, hidden names left out; nothing where it cannot be listed, which `unreadable` tells."""
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return []
    return [
        (above + entry.name, entry) for entry in sorted(shown, key=lambda entry: entry.name, reverse=True)
    ]


def unreadable(entry: os.DirEntry[str], folder: Path) -> FaultCode | None:
    """The code of what keeps an entry from being read as a file or a folder of the tree; None where nothing does."""
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
    """The file's bytes, one more than the limit at most."""
    with Path(entry).open("rb") as stream:
        return stream.read((SIZE_LIMIT if entry.name.endswith(".yml") else LIST_LIMIT) + 1)
