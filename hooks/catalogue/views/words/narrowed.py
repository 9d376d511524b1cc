"""Two long texts shown where they part: every place, as far as there is room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from catalogue.changes.texts import shared
from catalogue.language.vietnamese import number
from catalogue.problems.problem import excerpt

AROUND = 30
"""How many characters stay before and behind what differs."""
SHARE = 4
"""Where there is little room, no more of it than one part in so many goes to what stays on one side."""
WORDS = re.compile(r"\s+|\S+")
MOST_WORDS = 7_000
"""Of texts of so many words and spaces the places are found; longer ones differ in one, up to their ends."""


class Parting(NamedTuple):
    """A place in which two texts differ: from where to where in the one, and in the other."""

    start: int
    end: int
    other_start: int
    other_end: int


def narrowed(before: str, after: str, room: int) -> tuple[str, str]:
    """Two texts, each in about so much room: every place in which they differ, or how many more there are.

    Where both stand in quotes, so does what is shown of them.
    """
    quoted = all(text.startswith("«") and text.endswith("»") for text in (before, after))
    if quoted:
        before, after = before[1:-1], after[1:-1]
    one, other, left = shown(before, after, room)
    if quoted:
        one, other = f"«{one}»", f"«{other}»"
    return one, f"{other} (còn {number(left)} chỗ khác)" if left else other


def shown(before: str, after: str, room: int) -> tuple[str, str, int]:
    """As many of the differing places of two texts as there is room for, and how many are left."""
    around = min(AROUND, room // SHARE)
    places = list(partings(before, after))
    one, other, at, told = "", "", 0, 0
    for place in places:
        joint = between(before[at : place.start], around, is_first=not told)
        parts = cut(before[place.start : place.end], after[place.other_start : place.other_end], around, room)
        longer = max(len(one) + len(parts[0]), len(other) + len(parts[1]))
        if told and longer + len(joint) > room:
            break
        one, other = one + joint + parts[0], other + joint + parts[1]
        at, told = place.end, told + 1
    rest = before[at:]
    end = rest if len(rest) <= around else f"{beginning(rest, around)}…"
    return one + end, other + end, len(places) - told


def between(same: str, around: int, *, is_first: bool) -> str:
    """What two texts have in common before a place, or between two of them: its ends, where it is long."""
    head = "" if is_first else beginning(same, around)
    if len(same) <= len(head) + around:
        return same
    space = same.rfind(" ", max(len(same) - 2 * around, len(head)), len(same) - around)
    tail = same[space + 1 if space >= 0 else len(same) - around :]
    return f"…{tail}" if is_first else f"{head} … {tail}"


def beginning(text: str, around: int) -> str:
    """What a text begins with, no farther than a word that ends."""
    space = text.rfind(" ", 0, around + 1)
    return text[: space if space > 0 else around].rstrip()


def cut(one: str, other: str, around: int, room: int) -> tuple[str, str]:
    """What differs, whole or from a little before the first letter that does."""
    same = shared(one, other)
    start = same - around if max(len(one), len(other)) > room and same > around else 0
    mark = "…" if start else ""
    return mark + excerpt(one[start:], room), mark + excerpt(other[start:], room)


def partings(before: str, after: str) -> Iterator[Parting]:
    """The places in which two texts differ, word by word; with only space between them they are one."""
    found = Parting(0, 0, 0, 0)
    for place in steps(before, after):
        if found.start == found.end and found.other_start == found.other_end:
            found = place
        elif before[found.end : place.start].strip():
            yield found
            found = place
        else:
            found = Parting(found.start, place.end, found.other_start, place.other_end)
    yield found


def steps(before: str, after: str) -> Iterator[Parting]:
    """Where words came, went or gave way to others."""
    words, others = WORDS.findall(before), WORDS.findall(after)
    ends, other_ends = ([*accumulate(map(len, each), initial=0)] for each in (words, others))
    same = shared(words, others)
    if (len(words) - same) * (len(others) - same) > MOST_WORDS**2:
        yield Parting(ends[same], len(before), ends[same], len(after))
        return
    for step in Levenshtein.opcodes(words, others):
        if step.tag != "equal":
            at = (step.src_start, step.src_end), (step.dest_start, step.dest_end)
            yield Parting(*(ends[each] for each in at[0]), *(other_ends[each] for each in at[1]))
