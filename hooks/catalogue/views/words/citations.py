"""What a record rests on, in words: its sources as they are quoted, how far it is confirmed, who keeps it."""

from __future__ import annotations

from typing import NamedTuple

from catalogue.model.confirmation import confirmation_of
from catalogue.model.parts import Citation, Verification
from catalogue.model.record import Record
from catalogue.model.shape import shapes, title
from catalogue.page import Phrase, Piece
from catalogue.views.words.facts import Fact
from catalogue.views.words.phrases import Phrases


class CitationWords(NamedTuple):
    """A source as a page quotes it."""

    link: Piece
    locator: str
    publisher: str = ""
    date: Phrase = ()
    address: str = ""


def citation(phrases: Phrases, each: Citation) -> CitationWords:
    """A source as it is quoted: link, publisher, date, address, and the place in it."""
    locator = each.locator or ""
    if each.document:
        return CitationWords(phrases.named("document", each.document), locator)
    return source_words(phrases, str(each.source), locator)


def source_words(phrases: Phrases, id: str, locator: str = "") -> CitationWords:
    """A source as it is quoted, whoever names it."""
    source = phrases.catalogue.sources[id]
    date = (phrases.date(source.date, source.inferred_year),) if source.date else ()
    return CitationWords(phrases.link(source), locator, source.publisher or "", date, source.address or "")


def verification(phrases: Phrases, record: Record) -> list[Fact]:
    """How far the record is confirmed, which findings a person has judged, and who keeps it."""
    holder = record.verification
    shown = confirmation_of(phrases.catalogue, record)
    stated = [
        Fact(title(Verification, name), phrases.of(shown if name == "level" else value, shape))
        for name, shape in shapes(Verification).items()
        if (value := getattr(holder, name))
    ]
    kept = [
        Fact(title(Record, name), phrases.of(value, shapes(Record)[name]))
        for name in ("reviews", "owner")
        if (value := getattr(record, name))
    ]
    return [*stated, *kept]
