"""A problem: what is wrong, where, and what to do about it.

`faults.toml` words every problem in Vietnamese, one table a code. The rest of the code names only the fault
and gives the values that its sentences quote.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalogue.problems.codes import FaultCode

VALUE_LIMIT = 1_000
"""How many characters of a value a sentence quotes; the rest is cut off."""
HINT_LIMIT = 1_000
"""How many words one suggester looks up. Each is compared with every choice, so more would take too long."""
SHORT = 4
"""How many letters a word has in which a wrong first letter makes another word."""
MARKS = re.compile(r"\d+|\b[a-z]\b")
"""The numbers and the single letters by which ids tell things of one name apart."""
TOLD_ONCE = {
    FaultCode.UNKNOWN_KEY,
    FaultCode.UNKNOWN_VALUE,
    FaultCode.BAD_ID,
    FaultCode.UNKNOWN_REFERENCE,
    FaultCode.WRONG_KIND,
    FaultCode.BODY_NOT_EXISTING,
}
"""Faults that one cause has all over a file: a word that was taken for a key, a code, an id."""
LAST_WORD = re.compile(r"-[a-z0-9]+/?$")

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a record: `("classes", 3, "start")`; the empty tuple is the record itself."""


class Severity(StrEnum):
    """Errors block publication; warnings are shown and block nothing; remarks stand on pages alone."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


@dataclass(frozen=True)
class Fault:
    """One kind of problem, as `faults.toml` words it. Its help page `/loi/<code>/` is made from it."""

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
    """One problem with its words. Problems sort by file, line and column.

    Line and column count from 1. Both are 1 where a file has no text to point at, and 0 until `locate` has
    worked them out from `place`. `at_key` points at the key of the place instead of its value, `sought` at
    where a text first stands in it. `beside` are the other records that it speaks of, by kind and id.
    """

    path: str
    line: int
    column: int
    code: FaultCode
    message: str
    remedy: str
    place: Place = field(default=(), compare=False)
    at_key: bool = field(default=False, compare=False)
    sought: str = field(default="", compare=False)
    beside: tuple[tuple[str, str], ...] = field(default=(), compare=False)

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
    """A problem in the words of its fault.

    `values` fill the braces of the wording; a missing one is a KeyError. Without a line the problem waits
    for `locate`, which finds the line of its place.
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


def tell_of_file(path: str, code: FaultCode, **values: Any) -> Problem:
    """A problem of a whole file, told at its first line."""
    return tell(path, (), code, line=1, column=1, **values)


def printable(text: str) -> str:
    """A text on one line in which nothing is hidden: what cannot be seen, line breaks too, is escaped."""
    return text if text.isprintable() else "".join(visible(character) for character in text)


def visible(character: str) -> str:
    """The character itself if it can be seen, a plain space for a space of any sort, else its escape."""
    if character.isprintable():
        return character
    is_space = unicodedata.category(character) == "Zs"
    return " " if is_space else character.encode("unicode_escape").decode("ascii")


def code_point(character: str) -> str:
    """A character by its number, as editors and tables of characters name it: `U+00A0`."""
    return f"U+{ord(character):04X}"


def excerpt(text: str, limit: int = 80) -> str:
    """A text, cut off with «…» after `limit` characters."""
    return text if len(text) <= limit else f"{text[:limit]}…"


def nearest(written: str, choices: Iterable[str]) -> str:
    """The one choice that a slip or two in typing make into a word; empty where none or several are so near.

    Numbers and single letters hold no slips: what has another year, or is B and not A, is another thing.
    """
    found = process.extract(
        written, list(choices), scorer=OSA.distance, score_cutoff=slips_in(written), limit=None
    )
    marks = MARKS.findall(written)
    near = [
        (slips, choice)
        for choice, slips, _ in found
        if MARKS.findall(choice) == marks and (len(written) > SHORT or choice[:1] == written[:1])
    ]
    fewest = [choice for slips, choice in near if slips == min(near)[0]]
    return fewest[0] if len(fewest) == 1 else ""


def slips_in(written: str) -> int:
    """How many slips a word of this length may have: none in two letters, three in thirteen."""
    return min(3, (len(written) + 5) // 6) if len(written) > SHORT - 2 else 0


def continued(written: str, choices: Iterable[str]) -> str:
    """The shortest choice that begins with an id and goes on with `-`; empty if there is none.

    It is what an id that was cut short may mean, unless it may mean several that differ in their year alone.
    """
    longer = sorted((choice for choice in choices if choice.startswith(f"{written}-")), key=len)
    alike = [choice for choice in longer if MARKS.sub("", choice) == MARKS.sub("", longer[0])]
    return longer[0] if len(alike) == 1 else ""


def cut_short(written: str, choices: Iterable[str]) -> str:
    """The choice that an id is with one word more at its end; empty if there is none."""
    shorter, ending = LAST_WORD.sub("", written), written[len(written.rstrip("/")) :]
    return next((choice for choice in choices if shorter and choice == shorter + ending != written), "")


def did_you_mean(word: str) -> str:
    """The question whether a word is meant; empty if there is no word."""
    return f"Có phải «{word}» không?" if word else ""


def suggester(choices: Iterable[str]) -> Callable[[str], str]:
    """A function that asks `did_you_mean` with the choice that a written id comes closest to.

    For looking up many ids: each is looked up once, and after `HINT_LIMIT` of them the answer is empty.
    """
    ids = list(choices)
    hints: dict[str, str] = {}

    def suggest(written: str) -> str:
        if written not in hints and len(hints) < HINT_LIMIT:
            hints[written] = did_you_mean(
                continued(written, ids) or nearest(written, ids) or cut_short(written, ids)
            )
        return hints.get(written, "")

    return suggest


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a file; of those that one cause has all over it the first, with how many there are."""
    alike: dict[tuple[str, ...], list[Problem]] = defaultdict(list)
    for number, problem in enumerate(problems):
        apart = "" if problem.code in TOLD_ONCE else str(number)
        alike[problem.code, problem.message, problem.remedy, apart].append(problem)
    for first, *others in alike.values():
        more = f" Trong tệp có {len(others) + 1} chỗ như vậy." if others else ""
        yield replace(first, remedy=first.remedy + more)
