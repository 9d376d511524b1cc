"""Puts figures into README.md, between the marks of a named section; what is written around them stays."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.measuring import FailedError
from benchmarks.output import UnfinishedError
from benchmarks.place import NoRoomError, workplace

README = Path(__file__).with_name("README.md")


class NoSectionError(Exception):
    """The file has not exactly one place for a section."""


def fill(readme: Path, section: str, room: tuple[Path | None, int], figures: Callable[[Path], str]) -> int:
    """Put figures into their section that are worked out in a folder with `room` for so many programmes.

    Gives the exit code: 1 where they could not be; then it is said why, and the file stays as it was.
    """
    try:
        place_of(section, readme.read_text(encoding="utf-8"))  # no hours for figures that have no place
        with workplace(*room) as folder:
            put(readme, section, figures(folder))
    except (NoRoomError, NoSectionError, FailedError, UnfinishedError, OSError) as error:
        print(f"{error}\n{readme.name} stays as it was.", file=sys.stderr)
        return 1
    return 0


def put(readme: Path, section: str, text: str) -> None:
    """Put a text into its section in one step: whoever reads meanwhile sees the old file or the new one."""
    old = readme.read_text(encoding="utf-8")
    start, stop = place_of(section, old)
    new = readme.with_name(f".{readme.name}.{os.getpid()}")
    new.write_text(f"{old[:start]}\n{text.strip()}\n\n{old[stop:]}", encoding="utf-8")
    new.replace(readme)


def place_of(section: str, text: str) -> tuple[int, int]:
    """Where a section begins and ends in a text, its marks outside."""
    found = list(
        re.finditer(f"{re.escape(begin(section))}\n(.*?){re.escape(end(section))}\n", text, re.DOTALL)
    )
    if len(found) != 1:
        lines = f"{begin(section)} and {end(section)}"
        raise NoSectionError(f"The file for the figures needs the lines {lines} once, in this order.")
    return found[0].span(1)


def begin(section: str) -> str:
    return f"<!-- {section}: written by the run -->"


def end(section: str) -> str:
    return f"<!-- {section}: end -->"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table, its first column words and all others numbers."""
    heads = list(heads)
    lines = [heads, ["---", *["--:"] * (len(heads) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
