"""The three years of a sample as seen from its day, and the reform in the first of them that ends old bodies and begins new ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple


class Stretch(NamedTuple):
    """From a day to a day."""

    start: date
    end: date


@dataclass(frozen=True)
class Calendar:
    """The day a sample is seen from, and what follows from it."""

    today: date

    @property
    def years(self) -> tuple[int, int, int]:
        """The year that is past, the one that runs, the one to come."""
        return self.today.year - 1, self.today.year, self.today.year + 1

    @property
    def reform(self) -> date:
        """The day on which the communes begin; the districts ended the day before."""
        return date(self.years[0], 7, 1)

    def season(self, year: int, *, early: bool) -> Stretch:
        """When classes of a year begin: in the year of the reform only on one side of it."""
        if year != self.years[0]:
            return Stretch(date(year, 1, 15), date(year, 12, 10))
        return (
            Stretch(date(year, 1, 15), date(year, 6, 10))
            if early
            else Stretch(date(year, 7, 10), date(year, 12, 10))
        )


def workday(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def days_after(day: date, count: int) -> date:
    """So many days later, or before where the count is negative."""
    return day + timedelta(days=count)
