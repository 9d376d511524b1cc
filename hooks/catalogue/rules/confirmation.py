"""Rules of confirmation: every record says what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language.vietnamese import canonical
from catalogue.language.vocabulary import VerificationLevel
from catalogue.model.collection import Records
from catalogue.model.parts import Citation, Verification
from catalogue.model.records import Program, Record
from catalogue.model.shape import links
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, suggester, tell
from catalogue.rules.references import broken

EVIDENCE = ("document", "locator", "checked", "by")
"""What a check against a document must say."""


def confirmations_rest_on_something(records: Records) -> Iterator[Problem]:
    """What is official names the document, the place in it, the day and the unit of the check; what is reported names a source."""
    for record in records:
        missing = [name for name in EVIDENCE if not getattr(record.verification, name)]
        if record.verification.level is VerificationLevel.OFFICIAL and missing:
            labels = ", ".join(f"{name} ({Verification.model_fields[name].title})" for name in missing)
            yield tell(
                record.path,
                ("verification",),
                FaultCode.OFFICIAL_WITHOUT_DOCUMENT,
                at_key=True,
                missing=labels,
            )
        if (
            record.verification.level is VerificationLevel.REPORTED
            and not record.sources
            and record.kind != "source"
        ):
            yield tell(record.path, ("verification", "level"), FaultCode.REPORTED_WITHOUT_SOURCE)


def citations_name_one_source(records: Records) -> Iterator[Problem]:
    """A citation names a source or a document, not both and not neither."""
    for record in records:
        for place, citation in citations(record):
            if bool(citation.source) == bool(citation.document):
                yield tell(record.path, place, FaultCode.EMPTY_CITATION)


def citations(record: Record) -> Iterator[tuple[Place, Citation]]:
    """The citations of a record and of its classes, with their places."""
    for index, citation in enumerate(record.sources):
        yield ("sources", index), citation
    for number, each in enumerate(record.classes if isinstance(record, Program) else ()):
        for index, citation in enumerate(each.sources):
            yield ("classes", number, "sources", index), citation


def hints_stand_in_drafts(records: Records) -> Iterator[Problem]:
    """A hint at a topic's field stands only while the topic is a draft."""
    for topic in records.topics.values():
        if topic.hint and not topic.is_draft:
            yield tell(topic.path, ("hint",), FaultCode.HINT_OUTSIDE_DRAFT, at_key=True)


def abbreviations_rest_on_something(records: Records) -> Iterator[Problem]:
    """An abbreviation names a source or a document that exists, or is a draft; and none stands twice for the same words."""
    path = f"{records.root}/glossary.yml"
    first: dict[tuple[str, str], int] = {}
    for index, term in enumerate(records.abbreviations):
        place: Place = ("terms", index)
        if bool(term.sources) == bool(term.draft):
            yield tell(path, place, FaultCode.ABBREVIATION_WITHOUT_SOURCE, short=term.short)
        if first.setdefault((canonical(term.short), canonical(term.long)), index) != index:
            yield tell(path, (*place, "short"), FaultCode.DUPLICATE_ABBREVIATION, short=term.short)
        for number, citation in enumerate(term.sources):
            if bool(citation.source) == bool(citation.document):
                yield tell(path, (*place, "sources", number), FaultCode.EMPTY_CITATION)


def abbreviations_name_records(records: Records) -> Iterator[Problem]:
    """What an abbreviation cites exists."""
    for index, term in enumerate(records.abbreviations):
        for link in links(term, ("terms", index)):
            if link.id not in records.of(link.reference.kind):
                yield broken(
                    records,
                    f"{records.root}/glossary.yml",
                    link,
                    suggester(records.of(link.reference.kind))(link.id),
                )
