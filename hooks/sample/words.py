"""The lists of words that titles and sentences are made of."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

CITY = "Thành phố Mẫu"
FOLDER = Path(__file__).with_name("words")


@cache
def words(file: str) -> Mapping[str, Sequence[str]]:
    """The lists of a file by their names. Semicolons part the items; line breaks, the sentences."""
    table = tomllib.loads((FOLDER / f"{file}.toml").read_text(encoding="utf-8"))
    separator = "\n" if file == "prose" else ";"
    return {
        name: tuple(" ".join(each.split()) for each in text.split(separator) if each.strip())
        for name, text in table.items()
    }


class ListedName(NamedTuple):
    """A name with its areas, which are fields of work or contents; without any, it belongs to all."""

    name: str
    areas: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> ListedName:
        """The name stands before an @, its areas behind."""
        name, _, areas = text.partition("@")
        return cls(name.strip(), frozenset(areas.split()))


@cache
def listed_names(file: str, listed: str) -> Sequence[ListedName]:
    """A list of names with their areas."""
    return tuple(ListedName.parse(each) for each in words(file)[listed])


def capitalized(text: str) -> str:
    """A text that begins with a capital; its other letters stay as they are."""
    return text[:1].upper() + text[1:]
