"""Figures of every measure, as exact, as old and as well explained as sources state them."""

from __future__ import annotations

from collections.abc import Sequence

from sample.desk import Desk
from sample.entry import Values

OTHER = ("attendances", "members", "cost", "topics", "modules", "hours")
"""What a figure of a programme or a plan may count besides classes and learners; the usual first."""
OF_PEOPLE = {"attendances", "members", "staff"}
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


def counted(desk: Desk, measure: str, value: int, state: str | None) -> Values:
    """An exact number of something."""
    unit = "lượt người" if measure == "learners" and desk.maybe("own unit", 2) else None
    return {"measure": measure, "value": value, "unit": unit, "state": state}


def stated(desk: Desk, measures: Sequence[str], state: str | None, year: int) -> Values:
    """A figure that stands for itself: of a measure, rounded or not, at a time."""
    measure = desk.draw.in_turn(f"measure of {measures}", measures)
    fraction = desk.draw.pick((".5", ".25", "")) if measure in {"share", "area", "cost"} else ""
    value = desk.draw.between(2, LARGEST.get(measure, 900) - 1)
    bounded = not fraction and measure != "share" and desk.maybe("bound", 30)
    return {
        "measure": measure,
        "value": f"{value}{fraction}",
        "unit": "lượt cán bộ" if measure == "attendances" and desk.maybe("other unit", 20) else None,
        "title": desk.sentence("figure_titles")
        if measure in OF_PEOPLE and desk.maybe("figure title", 30)
        else None,
        "state": state,
        "bound": desk.draw.in_turn("bounds", BOUNDS) if bounded else None,
        **(parts(desk, value) if measure in OF_PEOPLE and not bounded else {}),
        **time_of(desk, year),
        "computed_from": f"{value // 2} + {value - value // 2}"
        if not fraction and desk.maybe("computed", 6)
        else None,
        "source": desk.draw.favourite(desk.evidence.sources) if desk.maybe("figure source", 10) else None,
        "note": desk.sentence("figure_notes") if desk.maybe("figure note", 8) else None,
    }


def time_of(desk: Desk, year: int) -> Values:
    """The time that a figure speaks of, where it is not that of its record."""
    if desk.maybe("as of", 15):
        return {"as_of": f"{year}-{desk.draw.between(1, 12):02}"}
    if not desk.maybe("figure period", 15):
        return {}
    return {
        "period": {
            "start": year,
            "end": year,
            "inferred": True if desk.maybe("inferred period", 20) else None,
        }
    }


def parts(desk: Desk, whole: int) -> Values:
    """The parts of a figure; those that are said to add up do."""
    if whole < 20 or not desk.maybe("parts", 40, rare=True):
        return {}
    first, second = whole // 2, whole // 3
    rest = whole - first - second
    adding = desk.draw.in_turn("parts add", ("yes", "unstated", "no", "yes"))
    computed = (
        f"{whole} - {first} - {second}" if adding == "yes" and desk.maybe("computed part", 30) else None
    )
    third: Values = {
        "title": "Còn lại" if computed else "Xã, phường",
        "value": rest,
        "computed_from": computed,
    }
    named = [{"title": "Khối chính quyền", "value": first}, {"title": "Khối Đảng, đoàn thể", "value": second}]
    return {"parts": [*named, third] if adding == "yes" else named, "parts_add": adding}
