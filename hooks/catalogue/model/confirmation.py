"""How far what a record says is confirmed: by a document, by the best of its sources, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalogue.language.vocabulary import Confirmation, SourceCategory, SourceOrigin, VerificationLevel
from catalogue.model.collection import Records
from catalogue.model.parts import Figure
from catalogue.model.record import Record
from catalogue.model.records import Source

BY_LEVEL: Mapping[VerificationLevel, Confirmation] = {
    VerificationLevel.OFFICIAL: Confirmation.OFFICIAL,
    VerificationLevel.DRAFT: Confirmation.DRAFT,
}
"""What is confirmed as far as its record says, whatever its sources."""
BY_ORIGIN: Mapping[SourceOrigin, Confirmation] = {
    SourceOrigin.AUTHORITY: Confirmation.AUTHORITY,
    SourceOrigin.PRESS: Confirmation.REPORTED,
    SourceOrigin.OTHER: Confirmation.OTHER,
    SourceOrigin.COPY: Confirmation.COPY,
}
"""What a source confirms by whose it is, the best first."""


def confirmation_of(records: Records, record: Record) -> Confirmation:
    """How far a record is confirmed."""
    return records.once(all_confirmations)[record.kind, record.id]


def all_confirmations(records: Records) -> Mapping[tuple[str, str], Confirmation]:
    """How far every record is confirmed, by kind and id: each list that it stands in asks for it."""
    return {(record.kind, record.id): worked_out(records, record) for record in records}


def worked_out(records: Records, record: Record) -> Confirmation:
    """How far a record is confirmed. What rests on sources is as good as the best of them."""
    if record.verification.level in BY_LEVEL:
        return BY_LEVEL[record.verification.level]
    order = list(BY_ORIGIN)
    origins = [origin_of(record)] if isinstance(record, Source) else origins_of(records, record)
    return BY_ORIGIN[min(origins, key=order.index)]


def origins_of(records: Records, record: Record) -> Iterator[SourceOrigin]:
    """Whose the sources of a record are; a document is that of whoever issued it."""
    for citation in record.sources:
        yield (
            SourceOrigin.AUTHORITY if citation.document else origin_of(records.sources[str(citation.source)])
        )


def origin_of(source: Source) -> SourceOrigin:
    """Whose a source is; where it doesn't say, an article is the press's and a page somebody else's."""
    article = source.category is SourceCategory.ARTICLE
    return source.origin or (SourceOrigin.PRESS if article else SourceOrigin.OTHER)


def figure_confirmation(records: Records, record: Record, figure: Figure) -> Confirmation:
    """How far a figure is confirmed: as its own source does, where it has one, else as its record is."""
    if figure.source and record.verification.level not in BY_LEVEL:
        return BY_ORIGIN[origin_of(records.sources[figure.source])]
    return confirmation_of(records, record)


def copies_behind(records: Records, record: Record, figure: Figure) -> list[Source]:
    """The copies that a figure rests on; none where it rests on anything better."""
    if figure_confirmation(records, record, figure) is not Confirmation.COPY:
        return []
    ids = [figure.source] if figure.source else [citation.source for citation in record.sources]
    return [records.sources[id] for id in ids if id]
