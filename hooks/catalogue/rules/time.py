"""Rules of time: what ends has begun, classes lie in their programme, and bodies exist when they act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from catalogue.language.vietnamese import day
from catalogue.model.collection import Records, dates_of
from catalogue.model.fields import Date
from catalogue.model.parts import Period
from catalogue.model.records import Document, Organization, Plan, Program, Source
from catalogue.model.shape import nested
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell

ACTING = {
    "lead",
    "organizers",
    "advisers",
    "partners",
    "approver",
    "nomination",
    "allocations",
    "issuer",
    "issuers",
}
"""The fields whose bodies act at the time of the record."""


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
    """Whether one date lies before another beyond doubt; a date without a year precedes none, since a year may turn between the two."""
    if isinstance(one, int) or isinstance(other, int):
        return isinstance(one, int) and isinstance(other, int) and one < other
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def classes_lie_in_their_period(records: Records) -> Iterator[Problem]:
    """A class takes place in the period of its programme."""
    for program in records.programs.values():
        if not program.period or is_reversed(program.period):
            continue
        period = span_of(program.period.start, program.period.end)
        for index, each in enumerate(program.classes):
            outside = [
                name
                for name in ("start", "end")
                if not span_of(getattr(each, name), getattr(each, name)).overlaps(period)
            ]
            for name in outside[:1]:
                yield tell(
                    program.path,
                    ("classes", index, name),
                    FaultCode.CLASS_OUTSIDE_PERIOD,
                    day=day(getattr(each, name)),
                    period=stretch(program.period),
                )


def is_reversed(period: Period) -> bool:
    """Whether a period ends before it begins, which is told of the period itself."""
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
    """Whether a deadline lies after a start beyond doubt; of two days without a year it does where the other way round would take more than half a year."""
    if deadline.year is None and start.year is None:
        return 0 < (day_of_year(deadline) - day_of_year(start)) % 366 < 183
    return precedes(start, deadline)


def day_of_year(yearless: Date) -> int:
    """The number of a day in a year that has a 29 February."""
    return date(2000, yearless.month or 1, yearless.day or 1).timetuple().tm_yday


def inferred_years_complete_days(records: Records) -> Iterator[Problem]:
    """An inferred year belongs to a day whose year the source does not print."""
    for record in records:
        if (
            isinstance(record, Source)
            and record.inferred_year
            and not (record.date and record.date.year is None)
        ):
            yield tell(record.path, ("inferred_year",), FaultCode.INFERRED_YEAR_UNNEEDED, at_key=True)
        if isinstance(record, Program):
            for index, each in enumerate(record.classes):
                if each.inferred_year and all(
                    date.year is not None for date in (each.start, each.end) if date
                ):
                    yield tell(
                        record.path,
                        ("classes", index, "inferred_year"),
                        FaultCode.INFERRED_YEAR_UNNEEDED,
                        at_key=True,
                    )


def bodies_exist_when_they_act(records: Records) -> Iterator[Problem]:
    """A body that leads, organises, advises, agrees, issues, sends or receives names exists at that time."""
    acting: list[Program | Plan | Document] = [
        *records.programs.values(),
        *records.plans.values(),
        *records.documents.values(),
    ]
    for record in acting:
        time = days_of(records, record)
        if not time:
            continue
        for link in records.links[record.kind, record.id]:
            body = (
                records.organizations.get(link.id)
                if link.reference.kind == "organization" and ACTING.intersection(link.place)
                else None
            )
            if body and not span_of(body.start, body.end).overlaps(time):
                told = tell(
                    record.path,
                    link.place,
                    FaultCode.BODY_NOT_EXISTING,
                    title=body.title,
                    life=life(body),
                    period=in_words(time),
                    advice=advice(records, body),
                )
                yield replace(told, at_key=link.place[-1] == link.id)


def days_of(records: Records, record: Program | Plan | Document) -> Span | None:
    """When the bodies of a record act: on the days that it states itself, else in the years that it belongs to."""
    stated = (
        (record.issued,)
        if isinstance(record, Document)
        else dates_of(record)
        if isinstance(record, Program)
        else ()
    )
    days = [span_of(date, date) for date in stated if date and date.year]
    if days:
        return Span(min(day.start for day in days if day.start), max(day.end for day in days if day.end))
    return None if isinstance(record, Document) else time_of(records, record)


def time_of(records: Records, record: Program | Plan) -> Span | None:
    """When a programme or a plan took or takes place; None where nothing says so."""
    years = records.years(record)
    return Span(date(years[0], 1, 1), date(years[-1], 12, 31)) if years else None


def in_words(time: Span) -> str:
    """A span as the years that it fills, or by its first and last day."""
    start, end = time.start or date.min, time.end or date.max
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return "năm " + "-".join(dict.fromkeys((str(start.year), str(end.year))))
    return day(start) if start == end else f"{day(start)} đến {day(end)}"


def life(body: Organization) -> str:
    """The life span of a body in words."""
    begun = f"hoạt động từ {day(body.start)}" if body.start else ""
    ended = f"kết thúc hoạt động {day(body.end)}" if body.end else ""
    return ", ".join(part for part in (begun, ended) if part)


def advice(records: Records, body: Organization) -> str:
    """Whom to name instead, as far as the data says who took over."""
    names = [
        f"{records.organizations[each.organization].title} ({each.organization})"
        for each in body.successors
        if each.organization in records.organizations
    ]
    if names:
        return f"Đơn vị tiếp nhận: {', '.join(names)}."
    return "Kiểm tra thời gian của bản ghi và của đơn vị; dữ liệu chưa ghi đơn vị tiếp nhận."
