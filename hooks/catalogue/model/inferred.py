"""Days whose year is not printed: which year each may be of, by the one that is inferred for its record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from catalogue.model.dates import Date
from catalogue.model.parts import Class
from catalogue.model.records import Source


def completed_days(holder: Class | Source) -> Iterator[tuple[Date, int]]:
    """The days without a year that an inferred year completes, each with its year; none without one.

    It is the year of the start: an end that stands before it in the calendar belongs to the next year,
    a deadline that stands behind it to the year before.
    """
    year = holder.inferred_year
    if year is None:
        return
    if isinstance(holder, Source):
        days = [(holder.date, year)]
    else:
        start, end = holder.start, holder.end
        days = [(start, year), (end, year + stands_before(end, start))]
        days += [(holder.deadline, year_of_deadline(holder) or year)]
    yield from ((each, of_year) for each, of_year in days if each and each.year is None)


def year_of_deadline(each: Class) -> int | None:
    """The year that the deadline of a class may be of, where that is inferred."""
    return each.inferred_year and each.inferred_year - stands_before(each.start, each.deadline)


def stands_before(one: Date | None, other: Date | None) -> bool:
    """Whether the first of two days without a year stands before the other in the calendar."""
    if one is None or other is None or one.year or other.year:
        return False
    return day_of_year(one) < day_of_year(other)


def day_of_year(yearless: Date) -> int:
    """The number of a day in a year that has a 29 February."""
    return date(2000, yearless.month or 1, yearless.day or 1).timetuple().tm_yday
