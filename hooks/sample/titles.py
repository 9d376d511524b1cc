"""What programmes teach, and their titles: what, to whom, where and when, as offices put it."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest

from catalogue.language.vocabulary import Content, Subject
from sample.desk import Desk
from sample.entry import Audience, Body, Taught, Theme
from sample.slots import Slot
from sample.words import words

DIGITAL = {"digital_transformation", "information_technology", "science_and_technology"}
BROAD = ("professional", "job_position", "knowledge_update")
LABELS = {str(term): f"{term.label[:1].lower()}{term.label[1:]}" for term in (*Subject, *Content)}


def theme(desk: Desk, slot: Slot) -> Theme:
    """What one programme teaches."""
    people = words("people")
    if slot.category == "training":
        degree = desk.draw.pick(people["degrees"])
        return Theme(degree, ("political_theory" if "lý luận" in degree else "professional",))
    if slot.category == "fostering" and not slot.parts and desk.maybe("abroad", 3, rare=True):
        return Theme(
            desk.draw.pick(people["abroad"]),
            ("leadership", "knowledge_update"),
            country=desk.draw.favourite(people["countries"]),
        )
    code = desk.draw.in_turn("theme", themes())
    return (
        within(desk, code)
        if code in words("subjects")
        else Theme(desk.draw.pick(words("contents")[code]), (code,))
    )


@cache
def themes() -> tuple[str, ...]:
    """The fields of work, each followed by a content that belongs to none, as long as there are any."""
    pairs = zip_longest(words("subjects"), words("contents"))
    return tuple(code for pair in pairs for code in pair if code)


def within(desk: Desk, subject: str) -> Theme:
    """Something that belongs to a field of work."""
    content = "digital_skills" if subject in DIGITAL else desk.draw.in_turn("broad content", BROAD)
    return Theme(desk.draw.pick(words("subjects")[subject]), (content,), subject)


def like(desk: Desk, other: Theme, slot: Slot) -> Theme:
    """Something of the same field or content as another programme teaches: what a part of it would."""
    if other.subject:
        return within(desk, other.subject)
    matters = words("contents").get(other.contents[0])
    return Theme(desk.draw.pick(matters), other.contents) if matters else theme(desk, slot)


def title(desk: Desk, slot: Slot, taught: Taught) -> str:
    """The title of a programme, which no other has; without its year where it comes again."""
    wished = (
        f"{opening(desk, slot, taught.theme)}{people(desk, slot, taught.groups[0])}{place(desk, taught.lead)}"
    )
    if slot.year and not slot.comes_again and desk.maybe("tail", 35):
        wished = desk.sentence("tails", title=wished, count=desk.draw.between(2, 9), year=slot.year)
    return desk.title("program", wished)


def opening(desk: Desk, slot: Slot, theme: Theme) -> str:
    """The beginning of a title: what is taught."""
    if theme.country:
        return f"Bồi dưỡng ở nước ngoài: {theme.matter} tại {theme.country}"
    if slot.parts:
        return desk.sentence("whole", area=LABELS[theme.tag])
    return desk.sentence(f"openings_{slot.category}", matter=theme.matter)


def people(desk: Desk, slot: Slot, group: Audience) -> str:
    """Whom it is for, where the title says so."""
    return f" cho {group.name}" if slot.parts or desk.maybe("people in title", 62) else ""


def place(desk: Desk, lead: Body) -> str:
    """Where those come from who learn: the commune that leads, or any."""
    if lead.place:
        return f", {lead.place}" if desk.maybe("lead's place in title", 75) else ""
    return f", cụm {desk.place_name()}" if desk.maybe("place in title", 22) else ""
