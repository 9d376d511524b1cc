"""Trees of files in memory, for tests to load."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from catalogue.files.tree import Tree
from catalogue.load import Loaded, load_tree

BASE = Path(__file__).parents[1] / "problems" / "base"
"""A small catalogue without a problem, for tests to add one to."""


def base_files() -> dict[str, bytes]:
    """The files of the small catalogue, by their path."""
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}


def loaded(files: Mapping[str, str | bytes]) -> Loaded:
    """What comes of the small catalogue with some files changed or added."""
    given = {
        path: content.encode() if isinstance(content, str) else content for path, content in files.items()
    }
    return load_tree(Tree("data", base_files() | given))


def told(outcome: Loaded) -> list[str]:
    """The problems, each as `path:line:column code`; the path without `data/`."""
    return [
        f"{problem.path.removeprefix('data/')}:{problem.line}:{problem.column} {problem.code}"
        for problem in outcome.problems
    ]
