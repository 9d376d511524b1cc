"""What a programme consists of and asks for: figures, length, modules, aims, conditions, papers."""

from __future__ import annotations

from sample.city import Index
from sample.desk import Desk
from sample.entry import Taught, Values
from sample.figures import OTHER, counted, stated
from sample.slots import Slot
from sample.words import words

DAYS = {
    "fostering": ("day", 2, 10),
    "workshop": ("day", 1, 3),
    "update": ("day", 1, 5),
    "training": ("month", 4, 24),
}
LONGER = {"fostering": ("week", 1, 4), "training": ("year", 1, 4)}
MODULE_UNITS = ("topic", "module", "lesson", "report", "field_study")


def size(desk: Desk, slot: Slot, *, over: bool) -> Values:
    """How many classes and learners are planned and, of what is over, were there; wholes and parts always say so, and only they are added up."""
    related = slot.parts or slot.whole is not None
    proposed = slot.year == desk.calendar.years[2] and not related and desk.maybe("proposed figures", 15)
    planned = "proposed" if proposed else "planned"
    figures: list[Values] = []
    if related or desk.maybe("planned figures", 78):
        figures += [
            counted(desk, "classes", slot.classes, planned),
            counted(desk, "learners", slot.learners, planned),
        ]
    if over and slot.held and (related or desk.maybe("done figures", 60)):
        figures += [
            counted(desk, "classes", slot.held, "done"),
            counted(desk, "learners", slot.attended, "done"),
        ]
    if not related and desk.maybe("other figure", 12):
        figures.append(
            stated(desk, OTHER, "done" if over else "planned", slot.year or desk.calendar.years[0])
        )
    return {"figures": figures, "parts_add": adding(desk, slot)}


def adding(desk: Desk, slot: Slot) -> str | None:
    """Whether the parts of a whole add up to it, as its source says."""
    if not slot.parts:
        return None
    return "yes" if not slot.others else desk.draw.in_turn("parts of a whole", ("no", "unstated"))


def amount(desk: Desk, slot: Slot, matter: str) -> Values:
    """How long it takes, and what it is divided into."""
    longer = slot.category in LONGER and desk.maybe(f"longer {slot.category}", 8, rare=True)
    unit, least, most = (LONGER if longer else DAYS)[slot.category]
    length = desk.draw.between(least, most)
    return {
        "duration": duration(desk, length, unit)
        if longer or desk.maybe(f"duration in {unit}", 62, rare=True)
        else None,
        "hours": length * 8 if unit == "day" and desk.maybe("hours", 40) else None,
        "modules": list(modules(desk, matter)) if desk.maybe("modules", 42) else None,
    }


def duration(desk: Desk, length: int, unit: str) -> Values:
    """A length, exact or not."""
    return {
        "value": length,
        "unit": unit,
        "bound": desk.draw.pick(("about", "at_most")) if desk.maybe("duration bound", 6, rare=True) else None,
    }


def modules(desk: Desk, matter: str) -> list[Values]:
    """The parts by name, or how many of which sort there are."""
    unit = desk.draw.in_turn("module unit", MODULE_UNITS)
    if desk.maybe("modules counted", 35):
        return [{"count": desk.draw.between(2, 15), "unit": unit}]
    titles = desk.draw.some(words("prose")["module_titles"], 2, 4)
    return [
        {"title": title.format(matter=matter), "unit": None if number else unit}
        for number, title in enumerate(titles)
    ]


def demands(desk: Desk, index: Index, taught: Taught) -> Values:
    """What is said of a programme in sentences: summary, aims, conditions, papers, what it rests on."""
    matter, people, body = taught.theme.matter, taught.groups[0].name, taught.lead.name

    def sentences(listed: str, percent: float, least: int, most: int) -> list[str] | None:
        if not desk.maybe(listed, percent):
            return None
        return [
            each.format(matter=matter, people=people)
            for each in desk.draw.some(words("prose")[listed], least, most)
        ]

    return {
        "summary": desk.sentence("summary", matter=matter, people=people, body=body)
        if desk.maybe("summary", 88)
        else None,
        "scheme": scheme(desk, index),
        "legal_basis": legal_basis(desk, index) if index.rules and desk.maybe("legal basis", 42) else None,
        "eligibility": sentences("eligibility", 55, 1, 4),
        "exemptions": sentences("exemptions", 9, 1, 2),
        "objectives": sentences("objectives", 76, 3, 6),
        "assessment": sentences("assessment", 42, 1, 3),
        "certificate": desk.sentence("certificate") if desk.maybe("certificate", 42) else None,
        "funding": desk.sentence("funding") if desk.maybe("funding", 34) else None,
    }


def note(desk: Desk) -> str | None:
    """What is to be known besides; now and then in two paragraphs."""
    if not desk.maybe("note", 62):
        return None
    first = desk.sentence("note")
    return f"{first}\n\n{desk.sentence('second_paragraph')}" if desk.maybe("second paragraph", 36) else first


def scheme(desk: Desk, index: Index) -> Values | None:
    """The project that a programme carries out."""
    if not index.projects or not desk.maybe("scheme", 12):
        return None
    return {
        "document": desk.draw.favourite(index.projects),
        "order": desk.draw.between(1, 30) if desk.maybe("order", 40) else None,
    }


def legal_basis(desk: Desk, index: Index) -> list[Values]:
    """The documents that a programme rests on."""
    found = desk.draw.several(index.rules, desk.draw.between(1, 3))
    return [
        {"document": id, "locator": desk.sentence("locators") if desk.maybe("basis locator", 35) else None}
        for id in found
    ]
