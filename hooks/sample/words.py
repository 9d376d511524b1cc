"""The word lists that titles and sentences are made of."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("words")


@cache
def words(file: str) -> Mapping[str, Sequence[str]]:
    """The lists of a file by their names: separated by semicolons, and sentences by lines, since a sentence may hold a semicolon."""
    table = tomllib.loads((FOLDER / f"{file}.toml").read_text(encoding="utf-8"))
    separator = "\n" if file == "prose" else ";"
    return {
        name: tuple(" ".join(each.split()) for each in text.split(separator) if each.strip())
        for name, text in table.items()
    }


class Tagged(NamedTuple):
    """A name with the fields of work and contents that it belongs to alone; none where it belongs to all."""

    name: str
    tags: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> Tagged:
        """The name before an @, and the tags behind it."""
        name, _, tags = text.partition("@")
        return cls(name.strip(), frozenset(tags.split()))


@cache
def tagged(file: str, listed: str) -> Sequence[Tagged]:
    """The names of a list with their tags."""
    return tuple(Tagged.parse(each) for each in words(file)[listed])


def capitalized(text: str) -> str:
    """A text with its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]
