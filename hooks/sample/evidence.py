"""What records rest on: sources, verification, owner; and the documents that change things later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sample.chance import Chance
from sample.days import days_after, workday
from sample.model import Values
from sample.words import words


@dataclass(frozen=True)
class Evidence:
    """The ids of what can be cited so far and of possible owners; the most used come first."""

    today: date
    sources: Sequence[str] = ()
    documents: Sequence[str] = ()
    owners: Sequence[str] = ()


def confirmation(chance: Chance, evidence: Evidence, drafts: float) -> Values:
    """Note, sources, verification and owner of a record, which is a draft in so many of a hundred cases."""
    owner = chance.favourite(evidence.owners) if evidence.owners and chance.maybe("owner", 30) else None
    if chance.maybe("draft", drafts):
        return {**draft(chance, evidence), "owner": owner}
    official = bool(evidence.documents) and chance.maybe("official", 25)
    sources = different([citation(chance, evidence) for _ in range(chance.between(1, 2))])
    note = chance.pick(words("prose")["record_note"]) if chance.maybe("record note", 8) else None
    return {
        "note": note,
        "sources": sources,
        "verification": verified(chance, evidence) if official else {"level": "reported"},
        "owner": owner,
    }


def draft(chance: Chance, evidence: Evidence) -> Values:
    """Note, sources and verification of a draft, which may do without a source."""
    sources = [citation(chance, evidence)] if chance.maybe("source of a draft", 40) else []
    note = chance.pick(words("prose")["draft"])
    return {"note": note, "sources": sources, "verification": {"level": "draft"}}


def citation(chance: Chance, evidence: Evidence) -> Values:
    """A source or a document, sometimes with the place in it."""
    locator = chance.pick(words("prose")["locators"]) if chance.maybe("locator", 45) else None
    if evidence.documents and chance.maybe("document as source", 30):
        return {"document": chance.favourite(evidence.documents), "locator": locator}
    return {"source": chance.favourite(evidence.sources), "locator": locator}


def different(citations: list[Values]) -> list[Values]:
    """The citations, each source and document once."""
    return list({(each.get("source"), each.get("document")): each for each in citations}.values())


def verified(chance: Chance, evidence: Evidence) -> Values:
    """A check against a document: which one, where in it, on which day, by whom."""
    return {
        "level": "official",
        "document": chance.favourite(evidence.documents),
        "locator": chance.pick(words("prose")["locators"]),
        "checked": workday(days_after(evidence.today, -chance.between(20, 300))),
        "by": chance.favourite(evidence.owners),
    }


def adjustment(chance: Chance, evidence: Evidence) -> Values:
    """A change after the first decision: by which document, when, and what it changed."""
    return {
        "document": chance.favourite(evidence.documents),
        "date": days_after(evidence.today, -chance.between(5, 300)),
        "what": chance.pick(words("prose")["adjustments"]),
    }
