"""What a page tells other programs in schema.org's words; nothing that is inferred, unknown or a draft."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalogue.language.vocabulary import Category, ClassState, DurationUnit, Mode, Progress
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Organization, Report, Source
from catalogue.page import json_for_script, only_stated
from catalogue.views.words.context import Context
from catalogue.views.words.descriptions import LEAST_OF_DATASET, description_of
from catalogue.views.words.downloads import DATA_PAGE, MEDIA_TYPES, Offer

MODES = {
    Mode.FULL_TIME: "full-time",
    Mode.PART_TIME: "part-time",
    Mode.ONLINE: "online",
    Mode.BLENDED: "blended",
}
STATUSES = {
    ClassState.CANCELLED: "https://schema.org/EventCancelled",
    ClassState.POSTPONED: "https://schema.org/EventPostponed",
}


def json_ld(context: Context, record: Record) -> str:
    """The description of a record, safe inside a script element; empty for drafts."""
    if record.is_draft:
        return ""
    description = description_of(context, record)
    described = {
        "@context": "https://schema.org",
        "@type": types_of(record, description),
        "@id": context.address(record),
        "url": context.address(record),
        "name": record.title,
        "description": description,
        "inLanguage": "vi",
        **particulars(context, record),
        **(of_dataset(context, context.catalogue.address(record)) if is_dataset(record, description) else {}),
    }
    return json_for_script(only_stated(described))


def catalogue_json_ld(context: Context) -> str:
    """The description of the whole catalogue as a set of data, with its files."""
    settings, publication = context.catalogue.settings, context.publication
    described = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": publication.address and publication.address + DATA_PAGE,
        "url": publication.address and publication.address + DATA_PAGE,
        "name": settings.name,
        "description": f"{settings.description} {settings.notice}.",
        "inLanguage": "vi",
        "version": publication.revision,
        "dateModified": publication.revised,
        **of_dataset(context, DATA_PAGE),
    }
    return json_for_script(only_stated(described))


def of_dataset(context: Context, page: str) -> dict[str, Any]:
    """The licence of some data, and its files where it is known where they stand."""
    place = context.publication.address
    return {
        "license": context.catalogue.settings.licence_place,
        "distribution": [file_of(place, offer) for offer in context.downloads.get(page, ())] if place else [],
    }


def file_of(place: str, offer: Offer) -> dict[str, Any]:
    """A file that data can be taken along in."""
    return only_stated(
        {
            "@type": "DataDownload",
            "name": f"{offer.download.title} ({offer.download.form})",
            "contentUrl": place + offer.address,
            "encodingFormat": MEDIA_TYPES[offer.address.rpartition(".")[2]],
        }
    )


def is_dataset(record: Record, description: str) -> bool:
    """Whether a record is a set of data, which needs a description of some length."""
    return isinstance(record, Report) and len(description) >= LEAST_OF_DATASET


def types_of(record: Record, description: str) -> str | list[str]:
    """What schema.org calls a kind of record; long training is a programme of education as well."""
    if isinstance(record, Report):
        return "Dataset" if is_dataset(record, description) else "CreativeWork"
    if isinstance(record, Program) and Category.TRAINING in record.categories:
        return ["Course", "EducationalOccupationalProgram"]
    types = {
        "program": "Course",
        "organization": "Organization",
        "document": "CreativeWork",
        "source": "CreativeWork",
        "group": "Audience",
    }
    return types.get(record.kind, "CreativeWork")


def particulars(context: Context, record: Record) -> dict[str, Any]:
    """What only records of one kind have."""
    match record:
        case Program():
            return course(context, record)
        case Organization():
            return {
                "alternateName": list(record.aliases),
                "foundingDate": iso(record.start),
                "dissolutionDate": iso(record.end),
                "parentOrganization": named(context, [record.parent] if record.parent else []),
                "inLanguage": None,
            }
        case Document():
            authors = named(context, record.issuers)
            return {
                "identifier": record.number,
                "datePublished": iso(record.issued),
                "author": authors,
                "sameAs": record.address,
            }
        case Source():
            publisher = {"@type": "Organization", "name": record.publisher} if record.publisher else None
            return {
                "datePublished": iso(record.date),
                "publisher": publisher,
                "sameAs": record.address,
                "inLanguage": record.language.value,
            }
    return {"inLanguage": None} if record.kind == "group" else {}


def course(context: Context, program: Program) -> dict[str, Any]:
    """A programme as a course, with its dated classes as instances."""
    groups = [context.catalogue.groups[each.group] for each in program.groups]
    return {
        "provider": named(context, [program.lead] if program.lead else program.organizers),
        "audience": [{"@type": "Audience", "name": group.title} for group in groups if not group.is_draft],
        "about": [{"@type": "Thing", "name": subject.label} for subject in program.fields],
        "educationalCredentialAwarded": program.certificate,
        "creativeWorkStatus": program.state.label
        if program.state in {Progress.PLANNED, Progress.PROPOSED}
        else None,
        "hasCourseInstance": [
            instance(context, program, each) for each in program.classes if each.start and each.start.year
        ],
        **(long_training(program) if Category.TRAINING in program.categories else {}),
    }


def long_training(program: Program) -> dict[str, Any]:
    """What schema.org asks of a programme of education beyond a course."""
    period = program.period if program.period and not program.period.inferred else None
    return {
        "timeToComplete": workload(program),
        "educationalProgramMode": MODES.get(program.mode) if program.mode else None,
        "startDate": iso(period and period.start),
        "endDate": iso(period and period.end),
    }


def instance(context: Context, program: Program, each: Class) -> dict[str, Any]:
    """A dated class."""
    venue = each.venue
    body = context.catalogue.organizations[venue.organization] if venue and venue.organization else None
    where = body.title if body and not body.is_draft else venue.place if venue else None
    return only_stated(
        {
            "@type": "CourseInstance",
            "@id": context.address(program) and f"{context.address(program)}#{each.id}",
            "name": each.title or program.title,
            "startDate": iso(each.start),
            "endDate": iso(each.end),
            "location": {"@type": "Place", "name": where} if where else None,
            "courseMode": MODES.get(program.mode) if program.mode else None,
            "maximumAttendeeCapacity": each.seats,
            "eventStatus": STATUSES.get(each.state) if each.state else None,
            "courseWorkload": workload(program),
        }
    )


def workload(program: Program) -> str | None:
    """The duration of a programme as ISO 8601 has it, where it is a whole number."""
    units = {DurationUnit.DAY: "D", DurationUnit.WEEK: "W", DurationUnit.MONTH: "M", DurationUnit.YEAR: "Y"}
    duration = program.duration
    return (
        f"P{int(duration.value)}{units[duration.unit]}"
        if duration and duration.value == int(duration.value) and not duration.bound.label
        else None
    )


def named(context: Context, ids: Iterable[str]) -> list[dict[str, str]]:
    """Bodies by their names and addresses, drafts left out."""
    bodies = [context.catalogue.organizations[id] for id in ids]
    return [
        only_stated({"@type": "Organization", "@id": context.address(body), "name": body.title})
        for body in bodies
        if not body.is_draft
    ]


def iso(date: object) -> str | None:
    """A date whose year is known, as the data has it."""
    return str(date) if date is not None and not str(date).startswith("--") else None
