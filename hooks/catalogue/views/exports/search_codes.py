"""The short writing of search's data: an id behind its title, a class in few letters, a day as a number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from catalogue.language.vocabulary import ClassState
from catalogue.model.dates import Date
from catalogue.model.program import Program
from catalogue.model.standing import ClassTimes, ProgramTimes, class_times
from catalogue.views.words.lists import anchor

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
FIRST_DAY = date(2000, 1, 1)
STATES = ("", *ClassState)


WORD = re.compile(r" ?[^ ,]+|[ ,]")
"""A word with the space before it, or a comma: a word is the same with one behind it and without."""
FIRST_SIGN = 40
"""Signs for words begin behind the quotation mark, which JSON would write as two letters."""
SHORT_SIGNS = (0x80 - FIRST_SIGN - 1, 0x800 - FIRST_SIGN - 1)
"""How many signs are one byte long, how many two at most: the backslash is none."""
UNUSABLE = frozenset({0x5C, *range(0xD800, 0xE000)})
"""The backslash, for the same reason, and what is half of a letter."""
MOST_SHARED = len(DIGITS) - 1
NO_LETTER = ord("0")
"""The sign for no letter of a title; those for more letters follow it."""


class TitleLine(NamedTuple):
    """A title behind another one: how many words it begins with as that does, and its other words."""

    shared: int
    words: Sequence[str]


def in_words(titles: Iterable[str]) -> Iterator[TitleLine]:
    """Titles in words. Those in dictionary order are half as long so, when both are compressed."""
    before: list[str] = []
    for title in titles:
        own = WORD.findall(f" {title}")
        pairs = list(zip(own, before, strict=False))[:MOST_SHARED]
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        yield TitleLine(shared, own[shared:])
        before = own


def words_by_use(lines: Iterable[TitleLine]) -> list[str]:
    """The words of lines, those that are used most often first, where their signs are the shortest.

    Words whose signs are as long as each other stand in the order of their letters, and are shorter so.
    """
    words = [word for word, _ in Counter(word for line in lines for word in line.words).most_common()]
    one, two = SHORT_SIGNS
    return [*sorted(words[:one]), *sorted(words[one:two]), *sorted(words[two:])]


def in_signs(lines: Iterable[TitleLine], words: Sequence[str]) -> str:
    """Lines as signs for words, each behind the number of words that it shares."""
    usable = (chr(code) for code in range(FIRST_SIGN, 0x110000) if code not in UNUSABLE)
    signs = dict(zip(words, usable, strict=False))
    return "\n".join(DIGITS[shared] + "".join(signs[word] for word in own) for shared, own in lines)


def beyond_title(id: str, title: str) -> str:
    """An id as what it adds to its title: a sign for how many letters of that one's anchor it has, the rest.

    Nothing where it is that very anchor.
    """
    start = anchor(title)
    if id == start:
        return ""
    length = next(
        (place for place, (one, other) in enumerate(zip(id, start, strict=False)) if one != other),
        min(len(id), len(start)),
    )
    return chr(NO_LETTER + length) + id[length:]


def steps(places: Iterable[int]) -> list[int]:
    """Rising numbers, each as what it adds to the one before."""
    found, before = [], 0
    for place in places:
        found.append(place - before)
        before = place
    return found


def class_codes(program: Program, whole: ProgramTimes) -> str:
    """The classes of a programme; the id of one is left out where it is `lop-1`, `lop-2`, … in turn."""
    return ";".join(
        class_code(class_times(program, whole, each), "" if each.id == f"lop-{turn}" else each.id)
        for turn, each in enumerate(program.classes, start=1)
    )


def class_code(times: ClassTimes, id: str) -> str:
    """A class: its first day, how much later it ends, how much earlier names are due, its state, its id."""
    start = day_code(times.start)
    end = day_code(times.end, times.start, 1)
    deadline = day_code(times.deadline, times.start, -1)
    return ",".join((start, end, deadline, str(STATES.index(times.state or "")), id)).rstrip(",")


def day_code(day: Date | None, origin: Date | None = None, sign: int = 1) -> str:
    """A day as a number in base 36, counted from another where both are exact; else as written, after `=`."""
    if day is None or day.year is None:
        return ""
    exact, start = day_of(day), (day_of(origin) if origin else None) or FIRST_DAY
    if exact is None or (origin and not day_of(origin)):
        return f"={day}"
    return base_36((exact - start).days * sign)


def day_of(written: Date) -> date | None:
    """The day that a date is, where it is exact."""
    return (
        date(written.year, written.month, written.day)
        if written.year and written.month and written.day
        else None
    )


def base_36(value: int) -> str:
    """A whole number in base 36."""
    digits, rest = "", abs(value)
    while rest or not digits:
        rest, digit = divmod(rest, 36)
        digits = DIGITS[digit] + digits
    return f"-{digits}" if value < 0 else digits


def one_line(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())
