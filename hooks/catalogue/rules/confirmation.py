"""Rules of confirmation: every record says what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language.vietnamese import canonical
from catalogue.language.vocabulary import TopicSetContent, VerificationLevel
from catalogue.model.collection import Records
from catalogue.model.parts import Citation, Verification
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell

EVIDENCE = ("document", "locator", "checked", "by")
"""What a check against a document must say."""
OF_NEEDS = ("groups", "fields", "period")
"""What a topic set says of needs alone."""


def confirmations_rest_on_something(records: Records) -> Iterator[Problem]:
    """What is official names the document that it was checked against, where, when and by whom.

    What is reported names a source.
    """
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


def needs_say_whose_they_are(records: Records) -> Iterator[Problem]:
    """Only a list of needs says whose they are, in which fields of work and when."""
    for topic_set in records.topic_sets.values():
        for key in OF_NEEDS if topic_set.of is not TopicSetContent.NEEDS else ():
            if getattr(topic_set, key):
                yield tell(
                    topic_set.path,
                    (key,),
                    FaultCode.ONLY_FOR_NEEDS,
                    at_key=True,
                    key=key,
                    content=topic_set.of.label,
                )


def abbreviations_rest_on_something(records: Records) -> Iterator[Problem]:
    """An abbreviation names a source or a document, or is a draft; none stands twice for the same words."""
    path = f"{records.root}/glossary.yml"
    first: dict[tuple[str, str], int] = {}
    for index, abbreviation in enumerate(records.abbreviations):
        place: Place = ("terms", index)
        short, long = abbreviation.short, abbreviation.long
        if bool(abbreviation.sources) == bool(abbreviation.draft):
            yield tell(path, place, FaultCode.ABBREVIATION_WITHOUT_SOURCE, short=short)
        if first.setdefault((canonical(short), canonical(long)), index) != index:
            yield tell(path, (*place, "short"), FaultCode.DUPLICATE_ABBREVIATION, short=short)
        for number, citation in enumerate(abbreviation.sources):
            if bool(citation.source) == bool(citation.document):
                yield tell(path, (*place, "sources", number), FaultCode.EMPTY_CITATION)
