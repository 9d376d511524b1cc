"""The rule of bodies: each exists when it acts."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language.vietnamese import day
from catalogue.model.collection import Records, dates_of
from catalogue.model.program import Program
from catalogue.model.records import Document, Organization, Plan
from catalogue.model.shape import Link
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell, told_once
from catalogue.rules.time import Span, in_words, span_of, time_of

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


def bodies_exist_when_they_act(records: Records) -> Iterator[Problem]:
    """A body that leads, organises, advises, agrees, issues, sends or receives names exists at that time.

    One that does not is told once in a record, however often it acts there.
    """
    acting: list[Program | Plan | Document] = [
        *records.programs.values(),
        *records.plans.values(),
        *records.documents.values(),
    ]
    for record in acting:
        time = days_of(records, record)
        if time:
            yield from told_once(
                not_existing(records, record.path, link, time) for link in outside(records, record, time)
            )


def not_existing(records: Records, path: str, link: Link, time: Span) -> Problem:
    """A body that acts by a reference at a time at which it does not exist."""
    body = records.organizations[link.id]
    return tell(
        path,
        link.place,
        FaultCode.BODY_NOT_EXISTING,
        at_key=link.place[-1] == link.id,
        title=body.title,
        life=life(body),
        period=in_words(time),
        advice=advice(records, body),
    )


def outside(records: Records, record: Program | Plan | Document, time: Span) -> Iterator[Link]:
    """The references of a record by which a body acts that does not exist at a time."""
    for link in records.links[record.kind, record.id]:
        body = acting_body(records, link)
        if body and not span_of(body.start, body.end).overlaps(time):
            yield link


def acting_body(records: Records, link: Link) -> Organization | None:
    """The body that acts by this reference; None where none acts by it."""
    if link.reference.kind == "organization" and ACTING.intersection(link.place):
        return records.organizations.get(link.id)
    return None


def days_of(records: Records, record: Program | Plan | Document) -> Span | None:
    """When the bodies of a record act: on the days that it states, else in the years that it belongs to."""
    stated = (
        (record.issued,)
        if isinstance(record, Document)
        else dates_of(record)
        if isinstance(record, Program)
        else ()
    )
    spans = [span_of(each, each) for each in stated if each and each.year]
    if spans:
        return Span(
            min(each.start for each in spans if each.start), max(each.end for each in spans if each.end)
        )
    return None if isinstance(record, Document) else time_of(records, record)


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
