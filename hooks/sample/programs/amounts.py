"""How much a programme is: classes and learners, length, hours, modules."""

from __future__ import annotations

from collections.abc import Iterator

from sample.model import Values
from sample.programs.designs import ProgramDesign
from sample.programs.outlines import ProgramOutline
from sample.records.figures import OF_PEOPLE, OTHER_MEASURES, counted, people, stated
from sample.tools import Tools
from sample.words import words

SHORT = {
    "fostering": ("day", 2, 10),
    "workshop": ("day", 1, 3),
    "update": ("day", 1, 5),
    "training": ("month", 4, 24),
}
"""The usual unit and the least and the most of it, by category."""
LONG = {"fostering": ("week", 1, 4), "training": ("year", 1, 4)}
MODULE_UNITS = ("topic", "module", "lesson", "report", "field_study")


def amounts(tools: Tools, design: ProgramDesign) -> Values:
    """Figures, whether the classes or parts are all listed, length, hours and modules."""
    return {
        "figures": list(figures(tools, design)),
        "parts_add": parts_add(tools, design.outline),
        "complete": tools.apart("complete").perhaps("complete", 30, not design.outline.unlisted),
        **length(tools, design.outline.category),
        "modules": modules(tools, design.teaching.theme.matter) if tools.maybe("modules", 42) else None,
    }


def figures(tools: Tools, design: ProgramDesign) -> Iterator[Values]:
    """Classes and learners, planned and done, and another figure. Wholes and parts have only what adds up."""
    outline = design.outline
    related = bool(outline.parts) or outline.part_of is not None
    wished = outline.year == tools.calendar.next_year and not related and tools.maybe("proposed figures", 15)
    planned = "proposed" if wished else "planned"
    if related or tools.maybe("planned figures", 78):
        yield counted("classes", outline.class_count, planned)
        yield people(tools, outline.learners, planned, adds=related)
    if design.over and outline.held and (related or tools.maybe("done figures", 60)):
        yield counted("classes", outline.held, "done")
        yield people(tools, outline.attended, "done", adds=related)
    if not related and tools.maybe("other figure", 12):
        state = "done" if design.over else "planned"
        other = stated(tools, OTHER_MEASURES, state, outline.year or tools.calendar.last_year)
        yield other | of_some(tools.apart("of some"), other)


def of_some(tools: Tools, figure: Values) -> Values:
    """The title of a figure that counts people: others than those of all classes, which have their own."""
    untitled = figure["measure"] in OF_PEOPLE and not figure["title"]
    return {"title": tools.sentence("figure_titles")} if untitled else {}


def parts_add(tools: Tools, outline: ProgramOutline) -> str | None:
    """Whether the parts of a whole add up to it, as its source says."""
    if not outline.parts:
        return None
    return tools.chance.in_turn("parts of a whole", ("no", "unstated")) if outline.unlisted else "yes"


def length(tools: Tools, category: str) -> Values:
    """How long a programme takes, and how many hours are taught in days."""
    long = category in LONG and tools.maybe(f"longer {category}", 8, rare=True)
    unit, least, most = (LONG if long else SHORT)[category]
    value = tools.chance.between(least, most)
    known = long or tools.maybe(f"duration in {unit}", 62, rare=True)
    return {
        "duration": {"value": value, "unit": unit, "bound": bound(tools)} if known else None,
        "hours": tools.perhaps("hours", 40, value * 8) if unit == "day" else None,
    }


def bound(tools: Tools) -> str | None:
    """Whether a length is exact or not."""
    bounded = tools.maybe("duration bound", 6, rare=True)
    return tools.chance.pick(("about", "at_most")) if bounded else None


def modules(tools: Tools, matter: str) -> list[Values]:
    """The modules by their titles, or how many there are."""
    unit = tools.chance.in_turn("module unit", MODULE_UNITS)
    if tools.maybe("modules counted", 35):
        return [{"count": tools.chance.between(2, 15), "unit": unit}]
    titles = tools.chance.some(words("prose")["module_titles"], 2, 4)
    first, *others = (title.format(matter=matter) for title in titles)
    return [{"title": first, "unit": unit}, *({"title": title} for title in others)]
