"""How far a day has moved, in whatever form it is written: a year, a month, a day, a day of no year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from catalogue.model.dates import DATE_PATTERN

DateParts: TypeAlias = Mapping[str, int]
"""The year, the month and the day of a date, as far as it has them."""

SWAPPED, LOST, LESS_EXACT = 100, 50, 10
"""What outweighs any shift of days, in years: day and month that changed places, a slip that nobody sees; a
year, or all that is a date, that is no more; a day or a month that is no more."""
OF_A_YEAR = {"year": 1, "month": 12, "day": 365}
"""How many of each make a year."""


def years_moved(before: Any, after: Any) -> float:
    """How far a date has moved, in years; 0 where there was none, or there is nothing any more.

    What only one of two dates says is no distance, but what the later one lacks weighs by itself.
    """
    was, is_now = parts_of(before), parts_of(after)
    if not was or after is None:
        return 0
    if not is_now:
        return LOST
    if is_swapped(was, is_now):
        return SWAPPED
    lost = was.keys() - is_now.keys()
    return abs(shift(before, after)) + (LOST if "year" in lost else LESS_EXACT if lost else 0)


def shift(before: Any, after: Any) -> float:
    """By how many years what both dates say lies later than it did; less than 0 where it lies earlier."""
    was, is_now = parts_of(before), parts_of(after)
    shared = was.keys() & is_now.keys()
    return sum((is_now[part] - was[part]) / OF_A_YEAR[part] for part in OF_A_YEAR if part in shared)


def parts_of(value: Any) -> DateParts:
    """What a date says; empty for what is none."""
    return parts_in(value) if isinstance(value, str) else {}


@lru_cache(10_000)
def parts_in(written: str) -> DateParts:
    """What a date says as it is written, read once: a day stands in many places."""
    found = DATE_PATTERN.fullmatch(written)
    said = found.groupdict() if found else {}
    return {part.removesuffix("_only"): int(digits) for part, digits in said.items() if digits}


def is_swapped(one: DateParts, other: DateParts) -> bool:
    """Whether the day of one is the month of the other, and the other way round."""
    pairs = [(each.get("month"), each.get("day")) for each in (one, other)]
    return None not in pairs[0] and pairs[0] != pairs[1] and pairs[0] == pairs[1][::-1]
