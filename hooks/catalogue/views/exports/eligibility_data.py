"""What the browser judges by: groups with what they say of their members, programmes with groups and dates.

The rules that turn fields and answers into a verdict stand in docs/assets/javascripts/eligibility/verdict.js.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from catalogue.language.vocabulary import Confirmation, OrganizationCategory, VerificationLevel
from catalogue.load import Catalogue
from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS
from catalogue.model.parts import Audience, AudienceBasis, Class, Term
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group
from catalogue.model.standing import ProgramTimes, class_times, program_times, times_json
from catalogue.page import File, mark_of, only_stated
from catalogue.views.exports.data import API_VERSION
from catalogue.views.words.class_titles import class_titles

JsonObject = dict[str, Any]


def eligibility_file(catalogue: Catalogue) -> File:
    """The one file that the page of questions reads, without spaces: a phone waits for it.

    It is named by what is in it, so that no page reads that of another build.
    """
    content = to_json(eligibility_json(catalogue)) + b"\n"
    return File(f"assets/eligibility.{mark_of(content)}.json", content, "application/json")


def eligibility_json(catalogue: Catalogue) -> JsonObject:
    """Groups, programmes with groups in the order of their titles, and what these refer to."""
    programs = [program for program in catalogue.sorted(catalogue.programs.values()) if program.groups]
    return {
        "api_version": API_VERSION,
        "notice": catalogue.settings.notice,
        "licence": catalogue.settings.licence_place or catalogue.settings.licence,
        "folders": {kind: KINDS[kind].section for kind in ("program", "group", "source", "document")},
        "verification": {each: each.label for each in Confirmation},
        "without_groups": sum(
            1 for program in catalogue.programs.values() if not program.groups and not program.is_draft
        ),
        "groups": {id: group_json(catalogue, group) for id, group in catalogue.groups.items()},
        "programs": [program_json(catalogue, program) for program in programs],
        "sources": {kind: dict(cited(catalogue, programs, kind)) for kind in ("source", "document")},
    }


def group_json(catalogue: Catalogue, group: Group) -> JsonObject:
    """What a group says of its members; `unasked` is what no question of the page asks for, in words."""
    # Where only a regulation explains a group, its level is that of the body that manages its members,
    # which need not be the level at which they work.
    explained = group.regulation is None or group.exhaustive
    return only_stated(
        {
            "title": catalogue.name(group),
            "verification": confirmation_of(catalogue, group),
            "service": group.service,
            "level": group.level if explained else (),
            "rank": group.rank,
            "job": group.job,
            "positions": group.positions,
            "planned": group.planned,
            "term": term_code(group.term) if group.term else None,
            "exhaustive": group.exhaustive,
            "parent": group.parent,
            "collective": collective(catalogue, group),
            "unasked": list(unasked(catalogue, group)),
        }
    )


def term_code(term: Term) -> str:
    """A term of office as an answer writes it: 2025-2030."""
    return f"{term.start}-{term.end}"


def collective(catalogue: Catalogue, group: Group) -> str | None:
    """The many bodies that a group's members belong to, where its source only names them together."""
    body = catalogue.organizations[group.organization] if group.organization else None
    return body.title if body and body.category is OrganizationCategory.COLLECTIVE else None


def unasked(catalogue: Catalogue, group: Group) -> Iterator[str]:
    """What a group's source says of its members that no question asks for."""
    if group.blocks:
        yield ", ".join(block.label.replace("Khối", "khối") for block in group.blocks)
    if group.organization and not collective(catalogue, group):
        yield f"đơn vị {catalogue.organizations[group.organization].title}"
    if group.regulation and not group.exhaustive:
        regulation = catalogue.documents[group.regulation.document].title
        yield f"{group.code} của {regulation}" if group.code else regulation


def program_json(catalogue: Catalogue, program: Program) -> JsonObject:
    """A programme: its groups, how far it is confirmed, where it stands, its classes, its first source."""
    times, titles = program_times(catalogue, program), class_titles(catalogue, program)
    return only_stated(
        {
            "id": program.id,
            "title": catalogue.name(program),
            "verification": confirmation_of(catalogue, program),
            "groups": [audience_json(catalogue, program, audience) for audience in program.groups],
            "times": times_json(times),
            "classes": [class_json(times, each, titles[each.id]) for each in program.classes],
            "source": source_of(program),
        }
    )


def audience_json(catalogue: Catalogue, program: Program, audience: Audience) -> JsonObject:
    """A group of a programme; with the article that says so, where it was checked against the document."""
    binding = binding_json(catalogue, program, audience.basis) if audience.basis else None
    return only_stated({"group": audience.group, "obligation": audience.obligation, "basis": binding})


def binding_json(catalogue: Catalogue, program: Program, basis: AudienceBasis) -> JsonObject | None:
    """The document and the article that bind a group; None where they have not been checked."""
    document = catalogue.documents[basis.document]
    if document.verification.level is not VerificationLevel.OFFICIAL:
        return None
    article = basis.locator or article_of(program, document)
    return (
        {"document": document.id, "title": catalogue.name(document), "article": article} if article else None
    )


def article_of(program: Program, document: Document) -> str | None:
    """The article of a document that a programme rests on, else the one that the document was checked at."""
    cited = (
        basis.locator for basis in program.legal_basis if basis.document == document.id and basis.locator
    )
    return next(cited, document.verification.locator)


def class_json(whole: ProgramTimes, each: Class, title: str) -> JsonObject:
    """A class: its name, and what it says of its time."""
    return {"id": each.id, "title": title, **times_json(class_times(whole, each))}


def source_of(program: Program) -> JsonObject | None:
    """The first thing that a programme cites."""
    return next(
        (
            {kind: getattr(each, kind)}
            for each in program.sources
            for kind in ("source", "document")
            if getattr(each, kind)
        ),
        None,
    )


def cited(catalogue: Catalogue, programs: list[Program], kind: str) -> Iterator[tuple[str, str]]:
    """The titles of the cited records of a kind, by their ids."""
    for program in programs:
        id = (source_of(program) or {}).get(kind)
        if id:
            record: Record = catalogue.of(kind)[id]
            yield id, catalogue.name(record)
