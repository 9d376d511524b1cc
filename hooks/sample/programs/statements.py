"""What a programme says in sentences: summary, aims, conditions, note; and the documents that it rests on."""

from __future__ import annotations

from sample.directory import Directory
from sample.model import Teaching, Values
from sample.tools import Tools
from sample.words import words


def statements(tools: Tools, directory: Directory, teaching: Teaching) -> Values:
    """Everything that is said of a programme."""
    matter, people = teaching.theme.matter, teaching.groups[0].name

    def sentences(listed: str, percent: float, least: int, most: int) -> list[str]:
        if not tools.maybe(listed, percent):
            return []
        chosen = tools.chance.some(words("prose")[listed], least, most)
        return [each.format(matter=matter, people=people) for each in chosen]

    return {
        "summary": summary(tools, teaching) if tools.maybe("summary", 88) else None,
        "scheme": scheme(tools, directory),
        "legal_basis": legal_basis(tools, directory),
        "eligibility": sentences("eligibility", 55, 1, 4),
        "exemptions": sentences("exemptions", 9, 1, 2),
        "objectives": sentences("objectives", 76, 3, 6),
        "assessment": sentences("assessment", 42, 1, 3),
        "certificate": tools.sentence("certificate") if tools.maybe("certificate", 42) else None,
        "funding": tools.sentence("funding") if tools.maybe("funding", 34) else None,
    }


def summary(tools: Tools, teaching: Teaching) -> str:
    """A sentence about the programme."""
    names = {"people": teaching.groups[0].name, "organization": teaching.lead.name}
    return tools.sentence("summary", matter=teaching.theme.matter, **names)


def note(tools: Tools) -> str | None:
    """What else is to be known; now and then in two paragraphs."""
    if not tools.maybe("note", 62):
        return None
    first = tools.sentence("note")
    if not tools.maybe("second paragraph", 36):
        return first
    return f"{first}\n\n{tools.sentence('second_paragraph')}"


def scheme(tools: Tools, directory: Directory) -> Values | None:
    """The scheme that a programme carries out, and its order in it."""
    if not directory.schemes or not tools.maybe("scheme", 12):
        return None
    document = tools.chance.favourite(directory.schemes)
    order = tools.chance.between(1, 30) if tools.maybe("order", 40) else None
    return {"document": document, "order": order}


def legal_basis(tools: Tools, directory: Directory) -> list[Values]:
    """The rules that a programme rests on."""
    if not directory.rules or not tools.maybe("legal basis", 42):
        return []
    chosen = tools.chance.several(directory.rules, tools.chance.between(1, 3))
    return [{"document": id, "locator": locator(tools)} for id in chosen]


def locator(tools: Tools) -> str | None:
    """The place in a document."""
    return tools.sentence("locators") if tools.maybe("basis locator", 35) else None
