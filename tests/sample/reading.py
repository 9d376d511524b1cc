"""How tests read a sample."""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.files.tree import Tree
from catalogue.load import Loaded, load_tree
from sample.files import sample_files
from sample.recipe import Recipe


def read(files: Mapping[str, str]) -> Loaded:
    """What comes of reading files."""
    return load_tree(Tree("data", {path: text.encode() for path, text in files.items()}))


def made(recipe: Recipe) -> Loaded:
    """What comes of reading the sample of a recipe."""
    return read(dict(sample_files(recipe)))
