"""A problem: what is wrong, where, and what to do about it.

The Vietnamese wording of every problem stands in `faults.toml`, one table a code; the code names only the fault and the values that its sentences speak of.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeAlias

from rapidfuzz import fuzz, process

from catalogue.problems.codes import FaultCode

VALUE_LIMIT = 1_000
"""Characters of a value that a sentence takes in: more is no longer read."""
HINT_LIMIT = 1_000
"""Different words that one rule looks up: each is compared with everything that is known."""

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a record: `("classes", 3, "start")`; the empty tuple is the record itself."""


class Severity(StrEnum):
    """Errors block publication; warnings are shown and block nothing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Fault:
    """One kind of problem, as `faults.toml` words it: the help page `/loi/<code>/` is made from it."""

    code: FaultCode
    severity: Severity
    title: str
    message: str
    remedy: str
    why: str
    wrong: str
    right: str


@dataclass(frozen=True, order=True)
class Problem:
    """One problem found, ready to be told. Line and column count from 1; 1:1 where a file has no text to point at."""

    path: str
    line: int
    column: int
    code: FaultCode
    message: str
    remedy: str
    place: Place = field(default=(), compare=False)
    at_key: bool = field(default=False, compare=False)

    @property
    def severity(self) -> Severity:
        return faults()[self.code].severity


@cache
def faults() -> Mapping[FaultCode, Fault]:
    """Every fault by its code, in the order of `faults.toml`."""
    table = tomllib.loads(Path(__file__).with_name("faults.toml").read_text(encoding="utf-8"))
    return {
        FaultCode(code): Fault(
            code=FaultCode(code),
            severity=Severity(words["severity"]),
            **{name: words[name].strip() for name in ("title", "message", "remedy", "why", "wrong", "right")},
        )
        for code, words in table.items()
    }


def tell(
    path: str,
    place: Place,
    code: FaultCode,
    *,
    line: int = 0,
    column: int = 0,
    at_key: bool = False,
    **values: object,
) -> Problem:
    """A problem in the words of its fault, with `values` put into them.

    Line 0 means: not yet known, to be worked out from `place` (`at_key`: the key itself, not its value).
    """
    fault = faults()[code]
    words = {name: excerpt(printable(str(value)), VALUE_LIMIT) for name, value in values.items()}
    return Problem(
        path=path,
        line=line,
        column=column,
        code=code,
        message=fault.message.format_map(words),
        remedy=" ".join(fault.remedy.format_map(words).split()),
        place=place,
        at_key=at_key,
    )


def printable(text: str) -> str:
    """A text on one line in which nothing is hidden: line breaks, control and other unseen characters stand as their escapes."""
    return text if text.isprintable() else "".join(visible(character) for character in text)


def excerpt(text: str, limit: int = 80) -> str:
    """The beginning of a text that may be long."""
    return text if len(text) <= limit else f"{text[:limit]}…"


def visible(character: str) -> str:
    """A character that can be seen: itself, a plain space for any space, or its escape."""
    if character.isprintable():
        return character
    return (
        " " if unicodedata.category(character) == "Zs" else character.encode("unicode_escape").decode("ascii")
    )


def nearest(written: str, known: Iterable[str]) -> str:
    """The nearest of `known`, or nothing where none is near."""
    found = process.extractOne(written, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return found[0] if found else ""


def continued(written: str, known: Iterable[str]) -> str:
    """The nearest of `known` that goes on with another word after the one written, as where an id was cut short; or nothing."""
    return min((choice for choice in known if choice.startswith(f"{written}-")), key=len, default="")


def did_you_mean(word: str) -> str:
    """«Có phải “x” không?» of a word that may be meant; nothing of none."""
    return f"Có phải «{word}» không?" if word else ""


def suggester(known: Iterable[str]) -> Callable[[str], str]:
    """`did_you_mean` with one of `known` that begins with the word, or the nearest, for many words.

    It looks each up once, and offers nothing after the first `HINT_LIMIT` of them.
    """
    choices = list(known)
    hints: dict[str, str] = {}

    def suggest(written: str) -> str:
        if written not in hints and len(hints) < HINT_LIMIT:
            hints[written] = did_you_mean(continued(written, choices) or nearest(written, choices))
        return hints.get(written, "")

    return suggest
