"""The three years of a sample: the one before its day, the one of its day, and the one after.

On 1 July of the first of them a reform replaces the districts by communes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple


class DateRange(NamedTuple):
    """From one day to another."""

    start: date
    end: date


@dataclass(frozen=True)
class Calendar:
    """The day that a sample is seen from, and what follows from it."""

    today: date

    @property
    def last_year(self) -> int:
        return self.today.year - 1

    @property
    def this_year(self) -> int:
        return self.today.year

    @property
    def next_year(self) -> int:
        return self.today.year + 1

    @property
    def years(self) -> tuple[int, int, int]:
        """All three, in order."""
        return self.last_year, self.this_year, self.next_year

    @property
    def reform(self) -> date:
        """The first day of the communes."""
        return date(self.last_year, 7, 1)

    @property
    def eve_of_reform(self) -> date:
        """The last day of the districts."""
        return date(self.last_year, 6, 30)

    def season(self, year: int, *, before_reform: bool) -> DateRange:
        """When the classes of a year begin; in the year of the reform, all on one side of it."""
        if year != self.last_year:
            return DateRange(date(year, 1, 15), date(year, 12, 10))
        if before_reform:
            return DateRange(date(year, 1, 15), date(year, 6, 10))
        return DateRange(date(year, 7, 10), date(year, 12, 10))


def workday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def days_after(day: date, count: int) -> date:
    """The day so many days later, or earlier where the count is negative."""
    return day + timedelta(days=count)
