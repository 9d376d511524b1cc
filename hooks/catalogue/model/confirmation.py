"""How far what a record says is confirmed: by a document, by the best of its sources, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from catalogue.language.vocabulary import Confirmation, SourceOrigin, VerificationLevel
from catalogue.model.collection import Records
from catalogue.model.parts import Figure
from catalogue.model.record import Record
from catalogue.model.records import Source

BY_LEVEL: Mapping[VerificationLevel, Confirmation] = {
    VerificationLevel.OFFICIAL: Confirmation.OFFICIAL,
    VerificationLevel.DRAFT: Confirmation.DRAFT,
}
"""What is confirmed as far as its record says, whatever its sources."""
BY_ORIGIN: Mapping[SourceOrigin | None, Confirmation] = {
    SourceOrigin.AUTHORITY: Confirmation.AUTHORITY,
    SourceOrigin.PRESS: Confirmation.REPORTED,
    SourceOrigin.OTHER: Confirmation.OTHER,
    None: Confirmation.CITED,
    SourceOrigin.COPY: Confirmation.COPY,
}
"""What a source confirms by whose it is, the best first."""


def confirmation_of(records: Records, record: Record) -> Confirmation:
    """How far a record is confirmed. What rests on sources is as good as the best of them."""
    if record.verification.level is not VerificationLevel.REPORTED:
        return BY_LEVEL[record.verification.level]
    origins = [record.origin] if isinstance(record, Source) else list(origins_of(records, record))
    return best(BY_ORIGIN[origin] for origin in origins)


def origins_of(records: Records, record: Record) -> Iterator[SourceOrigin | None]:
    """Whose the sources of a record are; a document is that of whoever issued it."""
    for citation in record.sources:
        yield SourceOrigin.AUTHORITY if citation.document else records.sources[str(citation.source)].origin


def best(confirmations: Iterable[Confirmation]) -> Confirmation:
    """The best of some confirmations; of none what an unknown source gives."""
    order = list(BY_ORIGIN.values())
    return min(confirmations, key=order.index, default=Confirmation.CITED)


def copies_behind(records: Records, record: Record, figure: Figure) -> list[Source]:
    """The copies that a figure rests on, where its own source, or all of its record's, are no better."""
    if record.verification.level is not VerificationLevel.REPORTED:
        return []
    ids = [figure.source] if figure.source else [citation.source for citation in record.sources]
    sources = [records.sources[id] for id in ids if id]
    whole = len(sources) == len(ids) and all(source.origin is SourceOrigin.COPY for source in sources)
    return sources if whole else []
