"""Rules of time: what ends has begun, classes lie in their programme, and bodies exist when they act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic import BaseModel

from catalogue.model.collection import Records
from catalogue.model.fields import Date
from catalogue.model.records import Organization, Plan, Program, Source
from catalogue.model.shape import shapes
from catalogue.problem import Place, Problem, tell
from catalogue.vietnamese import day

ACTING = {"lead", "organizers", "advisers", "partners", "approver", "nomination", "issuer"}
"""The fields whose bodies act at the time of the record."""


class Span(NamedTuple):
    """The first and the last day that something can have; None where it is open."""

    start: date | None
    end: date | None

    def overlaps(self, other: Span) -> bool:
        """Whether the two can have a day in common."""
        return not ((self.end and other.start and self.end < other.start) or (self.start and other.end and other.end < self.start))


def span_of(start: Date | None, end: Date | None) -> Span:
    """The widest stretch that two dates can mean."""
    return Span(start.earliest if start else None, end.latest if end else None)


def ends_follow_starts(records: Records) -> Iterator[Problem]:
    """Nothing ends before it begins."""
    for record in records:
        for place, group in spans(record):
            if precedes(group.end, group.start):
                yield tell(record.path, (*place, "end"), "end-before-start", start=day(group.start), end=day(group.end))


def spans(group: BaseModel, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every group of fields that has a start and an end, with its place."""
    if getattr(group, "start", None) and getattr(group, "end", None):
        yield place, group
    for name, shape in shapes(type(group)).items():
        value = getattr(group, name)
        if shape.model and value:
            yield from spans(value, (*place, name))
        elif shape.item and shape.item.model:
            for index, item in enumerate(value):
                yield from spans(item, (*place, name, index))


def precedes(one: Date | int, other: Date | int) -> bool:
    """Whether one date lies before another beyond doubt; dates without a year are compared only with each other, and a year's turn between them is allowed."""
    if isinstance(one, int) or isinstance(other, int):
        return isinstance(one, int) and isinstance(other, int) and one < other
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def classes_lie_in_their_period(records: Records) -> Iterator[Problem]:
    """A class takes place in the period of its programme."""
    for program in records.programs.values():
        if not program.period:
            continue
        period = span_of(program.period.start, program.period.end)
        for index, each in enumerate(program.classes):
            if each.start and each.start.year and not span_of(each.start, each.start).overlaps(period):
                words = f"{day(program.period.start)} đến {day(program.period.end)}"
                yield tell(program.path, ("classes", index, "start"), "class-outside-period", start=day(each.start), period=words)


def deadlines_precede_starts(records: Records) -> Iterator[Problem]:
    """Names are sent before the class begins."""
    for program in records.programs.values():
        for index, each in enumerate(program.classes):
            if each.deadline and each.start and precedes(each.start, each.deadline):
                yield tell(program.path, ("classes", index, "deadline"), "deadline-after-start", deadline=day(each.deadline), start=day(each.start))
        starts = [each.start for each in program.classes if each.start and each.start.latest]
        deadline = program.nomination.deadline if program.nomination else None
        if deadline and starts and all(precedes(start, deadline) for start in starts):
            last = max(starts, key=lambda start: start.latest or date.min)
            yield tell(program.path, ("nomination", "deadline"), "deadline-after-start", deadline=day(deadline), start=day(last))


def inferred_years_complete_days(records: Records) -> Iterator[Problem]:
    """An inferred year belongs to a day whose year the source does not print."""
    for record in records:
        if isinstance(record, Source) and record.inferred_year and not (record.date and record.date.year is None):
            yield tell(record.path, ("inferred_year",), "inferred-year-unneeded", at_key=True)
        if isinstance(record, Program):
            for index, each in enumerate(record.classes):
                if each.inferred_year and all(date.year is not None for date in (each.start, each.end) if date):
                    yield tell(record.path, ("classes", index, "inferred_year"), "inferred-year-unneeded", at_key=True)


def bodies_exist_when_they_act(records: Records) -> Iterator[Problem]:
    """A body that leads, organises, advises, agrees or receives names exists at that time."""
    for record in (*records.programs.values(), *records.plans.values()):
        time = time_of(records, record)
        if not time:
            continue
        for link in records.links[record.kind, record.id]:
            body = records.organizations.get(link.id) if link.reference.kind == "organization" and link.place[0] in ACTING else None
            if body and not span_of(body.start, body.end).overlaps(time):
                yield tell(record.path, link.place, "body-not-existing", title=body.title, life=life(body), period=years_in_words(time), advice=advice(records, body))


def time_of(records: Records, record: Program | Plan) -> Span | None:
    """When a programme or a plan took or takes place; None where nothing says so."""
    years = records.years(record)
    return Span(date(years[0], 1, 1), date(years[-1], 12, 31)) if years else None


def years_in_words(time: Span) -> str:
    """A span as the years that it touches."""
    years = dict.fromkeys(str(end.year) for end in time if end)
    return "năm " + "-".join(years)


def life(body: Organization) -> str:
    """The life span of a body in words."""
    begun = f"hoạt động từ {day(body.start)}" if body.start else ""
    ended = f"kết thúc hoạt động {day(body.end)}" if body.end else ""
    return ", ".join(part for part in (begun, ended) if part)


def advice(records: Records, body: Organization) -> str:
    """Whom to name instead, as far as the data says who took over."""
    names = [f"{records.organizations[each.organization].title} ({each.organization})" for each in body.successors if each.organization in records.organizations]
    if names:
        return f"Đơn vị tiếp nhận: {', '.join(names)}."
    return "Kiểm tra thời gian của bản ghi và của đơn vị; dữ liệu chưa ghi đơn vị tiếp nhận."
