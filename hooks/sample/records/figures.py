"""Figures of every measure, as exact, as old and as well explained as sources give them."""

from __future__ import annotations

from collections.abc import Sequence

from sample.model import Values
from sample.tools import Tools

OTHER_MEASURES = ("attendances", "members", "cost", "topics", "modules", "hours")
"""What figures of programmes and plans measure besides classes and learners; the usual ones first."""
OF_PEOPLE = {"attendances", "members", "staff"}
ROUNDED = {"about", "over", "almost"}
"""The bounds of figures that may be off by a tolerance."""
BOUNDS = ("about", "over", "almost", "exact", "at_least", "at_most")
LARGEST = {
    "share": 100,
    "area": 60,
    "days": 30,
    "topics": 24,
    "modules": 12,
    "programs": 15,
    "criteria": 40,
    "units": 200,
    "hours": 160,
    "classes": 40,
}


def counted(measure: str, value: int, state: str | None) -> Values:
    """An exact number."""
    return {"measure": measure, "value": value, "state": state}


def people(tools: Tools, value: int, state: str, *, adds: bool) -> Values:
    """How many learn; now and then a source counts attendances, but not where the number adds to others."""
    other = tools.perhaps("own unit", 2, "attendances")
    return counted("learners" if adds or other is None else other, value, state)


def stated(tools: Tools, measures: Sequence[str], state: str | None, year: int) -> Values:
    """A figure of one of the measures, exact or rounded, with all that a source may say of it."""
    measure = tools.chance.in_turn(f"measure of {measures}", measures)
    fraction = tools.chance.pick((".5", ".25", "")) if measure in {"share", "area", "cost"} else ""
    value = tools.chance.between(2, LARGEST.get(measure, 900) - 1)
    bounded = not fraction and measure != "share" and tools.maybe("bound", 30)
    worded = wording(tools, measure)
    bound = tools.chance.in_turn("bounds", BOUNDS) if bounded else None
    return {
        "measure": measure,
        "value": f"{value}{fraction}",
        **worded,
        "state": state,
        "bound": bound,
        "tolerance": tolerance(tools.apart("tolerance"), value) if bound in ROUNDED else None,
        **(parts(tools, value) if measure in OF_PEOPLE and not bounded else {}),
        **time_of(tools, year),
        "computed_from": None if fraction else computation(tools, value),
        **remarks(tools),
    }


def wording(tools: Tools, measure: str) -> Values:
    """A unit and a title that differ from those of the measure."""
    unit = tools.perhaps("other unit", 20, "lượt cán bộ") if measure == "attendances" else None
    titled = measure in OF_PEOPLE and tools.maybe("figure title", 30)
    return {"unit": unit, "title": tools.sentence("figure_titles") if titled else None}


def tolerance(tools: Tools, value: int) -> int | None:
    """How far a rounded figure may be off."""
    return tools.perhaps("tolerance", 30, max(1, value // 20), rare=True)


def computation(tools: Tools, value: int) -> str | None:
    """The sum behind a figure that no source states."""
    return tools.perhaps("computed", 6, f"{value // 2} + {value - value // 2}")


def remarks(tools: Tools) -> Values:
    """The source of the figure alone, and a note."""
    sourced = tools.maybe("figure source", 10)
    return {
        "source": tools.chance.favourite(tools.evidence.sources) if sourced else None,
        "note": tools.sentence("figure_notes") if tools.maybe("figure note", 8) else None,
    }


def time_of(tools: Tools, year: int) -> Values:
    """The time of a figure, where it is not that of its record."""
    if tools.maybe("as of", 15):
        return {"as_of": f"{year}-{tools.chance.between(1, 12):02}"}
    if not tools.maybe("figure period", 15):
        return {}
    return {
        "period": {"start": year, "end": year, "inferred": tools.perhaps("inferred period", 20, value=True)}
    }


def parts(tools: Tools, whole: int) -> Values:
    """The parts of a figure; where they are said to add up, they do."""
    if whole < 20:
        return {}
    if not tools.maybe("parts", 40, rare=True):
        return overlapping_parts(tools.apart("overlap"), whole)
    first, second = whole // 2, whole // 3
    named = [{"title": "Khối chính quyền", "value": first}, {"title": "Khối Đảng, đoàn thể", "value": second}]
    adding = tools.chance.in_turn("parts add", ("yes", "unstated", "no", "yes"))
    if adding != "yes":
        return {"parts": named, "parts_add": adding}
    computation = tools.perhaps("computed part", 30, f"{whole} - {first} - {second}")
    rest = {
        "title": "Còn lại" if computation else "Xã, phường",
        "value": whole - first - second,
        "computed_from": computation,
    }
    return {"parts": [*named, rest], "parts_add": adding}


def overlapping_parts(tools: Tools, whole: int) -> Values:
    """Now and then, parts that have people in common."""
    if not tools.maybe("overlapping parts", 10, rare=True):
        return {}
    parts = [{"title": "Đảng viên", "value": whole * 2 // 3}, {"title": "Nữ", "value": whole // 2}]
    return {"parts": parts, "parts_add": "overlap"}
