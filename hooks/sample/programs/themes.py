"""What programmes teach; and their titles, worded as offices do."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest

from catalogue.language.vocabulary import Content, Subject
from sample.model import SampleGroup, SampleOrganization, Teaching, Theme
from sample.programs.outlines import ProgramOutline
from sample.tools import Tools
from sample.words import words

DIGITAL = {"digital_transformation", "information_technology", "science_and_technology"}
"""The fields of work whose programmes teach digital skills."""
BROAD = ("professional", "job_position", "knowledge_update")
"""The contents of programmes in all other fields."""
LABELS = {str(code): f"{code.label[:1].lower()}{code.label[1:]}" for code in (*Subject, *Content)}


def theme(tools: Tools, outline: ProgramOutline) -> Theme:
    """The theme of a programme: each area in turn, except for degrees and a few themes abroad."""
    if outline.category == "training":
        return degree(tools)
    if outline.category == "fostering" and not outline.parts and tools.maybe("abroad", 3, rare=True):
        return abroad(tools)
    area = tools.chance.in_turn("theme", areas())
    if area in words("subjects"):
        return within(tools, area)
    return Theme(tools.chance.pick(words("contents")[area]), (area,))


def degree(tools: Tools) -> Theme:
    """A degree."""
    degree = tools.chance.pick(words("people")["degrees"])
    return Theme(degree, ("political_theory" if "lý luận" in degree else "professional",))


def abroad(tools: Tools) -> Theme:
    """A theme that is taught abroad."""
    matter = tools.chance.pick(words("people")["abroad"])
    country = tools.chance.favourite(words("people")["countries"])
    return Theme(matter, ("leadership", "knowledge_update"), country=country)


@cache
def areas() -> tuple[str, ...]:
    """The fields of work and the contents, one after the other in turn."""
    pairs = zip_longest(words("subjects"), words("contents"))
    return tuple(code for pair in pairs for code in pair if code)


def within(tools: Tools, subject: str) -> Theme:
    """A theme within a field of work."""
    content = "digital_skills" if subject in DIGITAL else tools.chance.in_turn("broad content", BROAD)
    return Theme(tools.chance.pick(words("subjects")[subject]), (content,), subject)


def related_theme(tools: Tools, whole: Theme, outline: ProgramOutline) -> Theme:
    """A theme that a part of a whole could have: of the same field or content."""
    if whole.subject:
        return within(tools, whole.subject)
    matters = words("contents").get(whole.contents[0])
    return Theme(tools.chance.pick(matters), whole.contents) if matters else theme(tools, outline)


def title(tools: Tools, outline: ProgramOutline, teaching: Teaching) -> str:
    """The title of a programme, which no other has; without its year where it will be repeated."""
    what = opening(tools, outline, teaching.theme)
    whom = people(tools, outline, teaching.groups[0])
    wished = f"{what}{whom}{place(tools, teaching.lead)}"
    if outline.year and not outline.is_repeated and tools.maybe("tail", 35):
        count = tools.chance.between(2, 9)
        wished = tools.sentence("tails", title=wished, count=count, year=outline.year)
    return tools.title("program", wished)


def opening(tools: Tools, outline: ProgramOutline, theme: Theme) -> str:
    """What is taught."""
    if theme.country:
        return f"Bồi dưỡng ở nước ngoài: {theme.matter} tại {theme.country}"
    if outline.parts:
        return tools.sentence("whole", area=LABELS[theme.area])
    return tools.sentence(f"openings_{outline.category}", matter=theme.matter)


def people(tools: Tools, outline: ProgramOutline, group: SampleGroup) -> str:
    """Whom it is for, where the title says so; that of a whole always does."""
    return f" cho {group.name}" if outline.parts or tools.maybe("people in title", 62) else ""


def place(tools: Tools, lead: SampleOrganization) -> str:
    """Where the learners come from, where the title says so: the lead's commune, or any place."""
    if lead.locality:
        return f", {lead.locality}" if tools.maybe("lead's place in title", 75) else ""
    return f", cụm {tools.place_name()}" if tools.maybe("place in title", 22) else ""
