"""Rules of time: what ends has begun, classes lie in their programme, repeats come later."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from catalogue.language.vietnamese import day
from catalogue.model.collection import Records, dates_of, years_between
from catalogue.model.dates import Date
from catalogue.model.inferred import completed_days, day_of_year
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.records import Plan
from catalogue.model.shape import nested
from catalogue.model.spans import Period
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell


class Span(NamedTuple):
    """The first and the last day that something can have; None where it is open."""

    start: date | None
    end: date | None

    def overlaps(self, other: Span) -> bool:
        """Whether the two can have a day in common."""
        return not (
            (self.end and other.start and self.end < other.start)
            or (self.start and other.end and other.end < self.start)
        )


def span_of(start: Date | None, end: Date | None) -> Span:
    """The widest stretch that two dates can mean."""
    return Span(start.earliest if start else None, end.latest if end else None)


def ends_follow_starts(records: Records) -> Iterator[Problem]:
    """Nothing ends before it begins."""
    for record in records:
        for place, group in nested(record, is_span):
            if group.start and group.end and precedes(group.end, group.start):
                yield tell(
                    record.path,
                    (*place, "end"),
                    FaultCode.END_BEFORE_START,
                    start=day(group.start),
                    end=day(group.end),
                )


@cache
def is_span(model: type[BaseModel]) -> bool:
    """Whether groups of fields of a model have a start and an end."""
    return {"start", "end"} <= model.model_fields.keys()


def precedes(one: Date | int, other: Date | int) -> bool:
    """Whether one date lies before another beyond doubt: one whose year is not known never does."""
    if isinstance(one, int) or isinstance(other, int):
        return isinstance(one, int) and isinstance(other, int) and one < other
    return one.precedes(other)


def classes_lie_in_their_period(records: Records) -> Iterator[Problem]:
    """A class takes place in the period of its programme.

    Where no class does, the period is told once: the slip is there.
    """
    for program in records.programs.values():
        if program.period and not is_reversed(program.period):
            yield from outside_period(program, program.period)


def outside_period(program: Program, period: Period) -> Iterator[Problem]:
    """The classes of a programme that lie outside its period; where all that are dated do, the period."""
    span = span_of(period.start, period.end)
    outside = {index: name for index, each in enumerate(program.classes) if (name := day_outside(each, span))}
    dated = sum(any(date and date.year for date in (each.start, each.end)) for each in program.classes)
    code, words = FaultCode.CLASS_OUTSIDE_PERIOD, stretch(period)
    if 1 < dated == len(outside):
        what = f"Cả {dated} lớp có ghi ngày đều"
        yield tell(program.path, ("period",), code, at_key=True, what=what, period=words)
        return
    for index, name in outside.items():
        what = f"Ngày {day(getattr(program.classes[index], name))} của lớp"
        yield tell(program.path, ("classes", index, name), code, what=what, period=words)


def day_outside(each: Class, period: Span) -> str:
    """The field of the first day of a class that lies outside a period; empty where none does."""
    days = {name: getattr(each, name) for name in ("start", "end")}
    return next((name for name, date in days.items() if not span_of(date, date).overlaps(period)), "")


def is_reversed(period: Period) -> bool:
    """Whether a period ends before it begins, of which `ends_follow_starts` tells."""
    return bool(period.start and period.end and precedes(period.end, period.start))


def stretch(period: Period) -> str:
    """A period in words, as far as it is known."""
    begun = f"từ {day(period.start)}" if period.start else ""
    ended = f"đến {day(period.end)}" if period.end else ""
    return f"{begun} {ended}".strip()


def deadlines_precede_starts(records: Records) -> Iterator[Problem]:
    """Names are sent before the class begins."""
    for program in records.programs.values():
        for index, each in enumerate(program.classes):
            if each.deadline and each.start and comes_late(each.deadline, each.start):
                yield tell(
                    program.path,
                    ("classes", index, "deadline"),
                    FaultCode.DEADLINE_AFTER_START,
                    deadline=day(each.deadline),
                    start=day(each.start),
                )
        starts = [each.start for each in program.classes if each.start and each.start.latest]
        deadline = program.nomination.deadline if program.nomination else None
        if deadline and starts and all(precedes(start, deadline) for start in starts):
            last = max(starts, key=lambda start: start.latest or date.min)
            yield tell(
                program.path,
                ("nomination", "deadline"),
                FaultCode.DEADLINE_AFTER_START,
                deadline=day(deadline),
                start=day(last),
            )


def comes_late(deadline: Date, start: Date) -> bool:
    """Whether a deadline lies after a start beyond doubt.

    Of two days without a year, where the deadline follows the start by less than half a year.
    """
    if deadline.year is None and start.year is None:
        return 0 < (day_of_year(deadline) - day_of_year(start)) % 366 < 183
    return precedes(start, deadline)


def inferred_years_complete_days(records: Records) -> Iterator[Problem]:
    """An inferred year belongs to a day whose year the source does not print."""
    for record in records:
        for place, holder in nested(record, has_inferred_year):
            if holder.inferred_year and not any(completed_days(holder)):
                yield tell(
                    record.path, (*place, "inferred_year"), FaultCode.INFERRED_YEAR_UNNEEDED, at_key=True
                )


def inferred_years_have_their_days(records: Records) -> Iterator[Problem]:
    """A day without a year is one that its inferred year has: 29 February asks for a leap year."""
    for record in records:
        for place, holder in nested(record, has_inferred_year):
            missing = [
                year
                for each, year in completed_days(holder)
                if (each.month, each.day) == (2, 29) and not isleap(year)
            ]
            for year in missing[:1]:
                yield tell(
                    record.path,
                    (*place, "inferred_year"),
                    FaultCode.INFERRED_YEAR_NOT_LEAP,
                    year=year,
                    near=" hoặc ".join(str(near) for near in range(year - 3, year + 4) if isleap(near)),
                )


@cache
def has_inferred_year(model: type[BaseModel]) -> bool:
    """Whether groups of fields of a model have an inferred year."""
    return "inferred_year" in model.model_fields


def repeats_follow_what_they_repeat(records: Records) -> Iterator[Problem]:
    """A programme repeats one that began in an earlier year."""
    for program in records.programs.values():
        repeated = records.programs.get(program.repeats or "")
        years, earlier = records.years(program), records.years(repeated) if repeated else ()
        if repeated and repeated is not program and years and earlier and earlier[0] >= years[0]:
            yield tell(
                program.path,
                ("repeats",),
                FaultCode.REPEAT_NOT_LATER,
                time=in_words(span_of_years(years)),
                title=repeated.title,
                earlier=in_words(span_of_years(earlier)),
            )


def records_share_a_year_with_their_whole(records: Records) -> Iterator[Problem]:
    """A programme has a year in common with its plan and its whole, a plan with the plan it belongs to.

    Where one of the two states no year, or a programme is carried over from another year, nothing is known.
    """
    timed: list[Program | Plan] = [*records.programs.values(), *records.plans.values()]
    for record in timed:
        years = stated_years(records, record)
        for key, whole in wholes_of(records, record) if years else ():
            others = records.years(whole)
            if others and not set(years) & set(others):
                yield tell(
                    record.path,
                    (key,),
                    FaultCode.YEARS_APART,
                    title=whole.title,
                    other=whole.path,
                    others=in_words(span_of_years(others)),
                    own=in_words(span_of_years(years)),
                    where=where_stated(record),
                    field=key,
                )


def stated_years(records: Records, record: Program | Plan) -> tuple[int, ...]:
    """The years that a record states itself; none of a programme that says that it is of another year."""
    if isinstance(record, Plan):
        return records.years(record)
    return () if record.carried_over else years_between(dates_of(record))


def where_stated(record: Program | Plan) -> str:
    """The keys under which a record states its years."""
    if record.period and record.period.is_dated:
        return "«period»"
    return "«year»" if isinstance(record, Plan) else "ngày của các lớp"


def wholes_of(records: Records, record: Program | Plan) -> Iterator[tuple[str, Program | Plan]]:
    """What a record is a part of, by the key that says so."""
    if isinstance(record, Plan):
        named: list[tuple[str, Program | Plan | None]] = [("parent", records.plans.get(record.parent or ""))]
    else:
        whole = records.programs.get(record.part_of or "")
        named = [("plan", records.plans.get(record.plan or "")), ("part_of", whole)]
    yield from ((key, each) for key, each in named if each)


def time_of(records: Records, record: Program | Plan) -> Span | None:
    """When a programme or a plan took or takes place; None where nothing says so."""
    years = records.years(record)
    return span_of_years(years) if years else None


def span_of_years(years: Sequence[int]) -> Span:
    """From the first day of the first of some years to the last day of the last."""
    return Span(date(years[0], 1, 1), date(years[-1], 12, 31))


def in_words(time: Span) -> str:
    """A span as the years that it fills, or by its first and last day."""
    start, end = time.start or date.min, time.end or date.max
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return "năm " + "-".join(dict.fromkeys((str(start.year), str(end.year))))
    return day(start) if start == end else f"{day(start)} đến {day(end)}"
