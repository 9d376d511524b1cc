"""What records rest on: sources, documents checked against, the body that looks after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sample.days import days_after, workday
from sample.draw import Draw
from sample.entry import Values
from sample.words import words


@dataclass(frozen=True)
class Evidence:
    """The ids that confirmations are made of, the most used first; a list is empty where its records are not made yet."""

    today: date
    sources: Sequence[str]
    documents: Sequence[str] = ()
    owners: Sequence[str] = ()


def confirmation(draw: Draw, evidence: Evidence, drafts: float = 10) -> Values:
    """Note, sources, verification and owner of a record; so many in a hundred are drafts, which may rest on nothing."""
    owner = draw.favourite(evidence.owners) if evidence.owners and draw.maybe("owner", 30) else None
    if draw.maybe("draft", drafts):
        sources = [citation(draw, evidence)] if draw.maybe("source of a draft", 40) else []
        return {
            "note": draw.pick(words("prose")["draft"]),
            "sources": sources,
            "verification": {"level": "draft"},
            "owner": owner,
        }
    official = bool(evidence.documents) and draw.maybe("official", 25)
    sources = different([citation(draw, evidence) for _ in range(draw.between(1, 2))])
    note = draw.pick(words("prose")["record_note"]) if draw.maybe("record note", 8) else None
    return {
        "note": note,
        "sources": sources,
        "verification": checked(draw, evidence) if official else {"level": "reported"},
        "owner": owner,
    }


def citation(draw: Draw, evidence: Evidence) -> Values:
    """A source or a document, now and then with the place in it."""
    locator = draw.pick(words("prose")["locators"]) if draw.maybe("locator", 45) else None
    if evidence.documents and draw.maybe("document as source", 30):
        return {"document": draw.favourite(evidence.documents), "locator": locator}
    return {"source": draw.favourite(evidence.sources), "locator": locator}


def different(citations: list[Values]) -> list[Values]:
    """Citations without one that names the same twice."""
    return list({(each.get("source"), each.get("document")): each for each in citations}.values())


def checked(draw: Draw, evidence: Evidence) -> Values:
    """A check against a document: which, where in it, when, by which unit."""
    return {
        "level": "official",
        "document": draw.favourite(evidence.documents),
        "locator": draw.pick(words("prose")["locators"]),
        "checked": workday(days_after(evidence.today, -draw.between(20, 300))),
        "by": draw.favourite(evidence.owners),
    }
