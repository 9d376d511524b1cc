"""When classes take place, and how exactly sources say so."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum, auto

from sample.days import DateRange, days_after, workday
from sample.model import Values
from sample.programs.outlines import ProgramOutline
from sample.tools import Tools

LENGTHS = {"fostering": (2, 9), "workshop": (0, 2), "update": (1, 4), "training": (150, 500)}
"""Days from the first to the last, by category."""


class Dating(Enum):
    """How exactly a source gives the days of classes."""

    DAY = auto()
    MONTH = auto()
    DAY_WITHOUT_YEAR = auto()
    NOTHING = auto()


def dating(tools: Tools, outline: ProgramOutline) -> Dating:
    """How exactly the days of a programme's classes are given."""
    if outline.year is None:
        return Dating.DAY_WITHOUT_YEAR if tools.maybe("yearless", 60, rare=True) else Dating.NOTHING
    if tools.maybe("dated", 84):
        return Dating.DAY
    return Dating.MONTH if tools.maybe("by month", 50) else Dating.NOTHING


def class_times(tools: Tools, outline: ProgramOutline, dating: Dating) -> list[DateRange]:
    """The first and the last day of each class, in order; now and then one runs on the day of the sample."""
    year = outline.year or tools.calendar.last_year
    season = tools.calendar.season(year, before_reform=outline.before_reform)
    days = (season.end - season.start).days
    starts = sorted(workday(days_after(season.start, tools.chance.below(days))) for _ in outline.classes)
    lengths = LENGTHS[outline.category]
    times = [DateRange(start, workday(days_after(start, tools.chance.between(*lengths)))) for start in starts]
    may_run = (
        times
        and outline.year == tools.calendar.this_year
        and not outline.is_repeated
        and dating is Dating.DAY
    )
    if may_run and tools.maybe("running", 2, rare=True):
        return sorted([running(tools.calendar.today), *times[1:]])
    return times


def running(today: date) -> DateRange:
    """The time of a class that runs on the day of the sample."""
    start = max(workday(days_after(today, -2)), date(today.year, 1, 1))
    return DateRange(start, workday(days_after(today, 1)))


def printed_days(tools: Tools, outline: ProgramOutline, dating: Dating, time: DateRange) -> Values:
    """The days of a class as its source prints them; a missing year may be inferred."""
    match dating:
        case Dating.DAY:
            return {"start": time.start, "end": tools.perhaps("end", 92, time.end)}
        case Dating.MONTH:
            return {"start": f"{time.start:%Y-%m}"}
        case Dating.DAY_WITHOUT_YEAR:
            inferred = tools.perhaps("inferred year", 75, time.start.year, rare=True)
            end = f"--{time.end:%m-%d}" if outline.category != "training" else None
            return {"start": f"--{time.start:%m-%d}", "end": end, "inferred_year": inferred}
        case Dating.NOTHING:
            return {}


def deadline_before(tools: Tools, start: date) -> date:
    """The working day, two to six weeks before a class, by which names are to be sent."""
    return workday(days_after(start, -tools.chance.between(16, 42)))


def state_on(today: date, time: DateRange, deadline: date) -> str:
    """How far a class has come on a day."""
    if time.end < today:
        return "finished"
    if time.start <= today:
        return "running"
    return "open" if deadline - timedelta(days=75) <= today <= deadline else "planned"
