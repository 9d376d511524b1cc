"""A tree of files, path by path, as bytes: read from a folder, with what keeps some of them from being read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalogue.guard import SIZE_LIMIT
from catalogue.problem import Problem, printable, tell

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
        return tree, [tell(printable(root), (), "no-data-folder", line=1, column=1, folder=root)]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in walk(folder):
        name = path.relative_to(folder).as_posix()
        code, content = look(path, folder)
        if content is not None:
            files[name] = content
        if code:
            problems.append(tell(tree.told(name), (), code, line=1, column=1, name=path.name))
    return Tree(root, files), problems


def look(path: Path, folder: Path) -> tuple[str, bytes | None]:
    """The code of what keeps a path from being read, or the bytes of a file; neither for a folder."""
    try:
        code = unreadable(path, folder)
        return code, None if code or path.is_dir() else read_file(path)
    except (OSError, RuntimeError):
        return "unreadable-file", None


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that the system refuses to look at does not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def walk(folder: Path) -> Iterator[Path]:
    """The paths below a folder in a fixed order, without hidden ones and without following links; a folder that cannot be listed comes alone."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder:
            yield path
        if path == folder or (not path.is_symlink() and is_folder(path)):
            waiting += sorted(listed(path), reverse=True)


def listed(folder: Path) -> list[Path]:
    """What a folder holds, hidden names left out; nothing where it cannot be listed, which `unreadable` tells."""
    try:
        return [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError:
        return []


def unreadable(path: Path, folder: Path) -> str:
    """The code of what keeps a path from being read as a file or a folder of the tree; empty where nothing does."""
    if path.is_symlink() and (not path.exists() or path.is_dir() or not path.resolve().is_relative_to(folder.resolve())):
        return "link-out-of-tree"
    if path.is_dir():
        next(path.iterdir(), None)
        return "folder-named-like-file" if path.suffix in {".yml", ".yaml"} else ""
    return "" if path.is_file() else "not-a-file"


def read_file(path: Path) -> bytes:
    """The file's bytes, one more than the limit at most."""
    with path.open("rb") as stream:
        return stream.read((SIZE_LIMIT if path.suffix == ".yml" else LIST_LIMIT) + 1)
