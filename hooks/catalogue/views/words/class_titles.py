"""What the classes of a programme are called, so that none is taken for another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from catalogue.language.vietnamese import day
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Class
from catalogue.model.program import Program

NAMELESS = "Lớp"
"""What a class is called while nothing tells it apart."""


class TitlesOfClasses:
    """What classes are called. They stand on a dozen pages, so those of a programme are told apart once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._told: dict[str, Mapping[str, str]] = {}

    def of(self, program: Program) -> Mapping[str, str]:
        """What the classes of a programme are called."""
        told = self._told.get(program.id)
        if told is None:
            told = self._told[program.id] = told_apart(self.catalogue, program)
        return told


def class_titles(catalogue: Catalogue, program: Program) -> Mapping[str, str]:
    """What each class of a programme is called, by its id."""
    return catalogue.once(TitlesOfClasses).of(program)


def told_apart(catalogue: Catalogue, program: Program) -> Mapping[str, str]:
    """What each class is called, by its id: its number and title, else when or where it is.

    What would be called the same is told apart by time, by place, in the end by the id.
    """
    titles = {each.id: own_title(each) for each in program.classes}
    tellings: tuple[Callable[[Class], str], ...] = (
        time_told,
        lambda each: place_told(catalogue, each),
        lambda each: f"mã {each.id}",
    )
    for tell in tellings:
        counts = Counter(titles.values())
        for each in program.classes:
            named = titles[each.id]
            nameless = named == NAMELESS and tell is not tellings[-1]
            if (nameless or counts[named] > 1) and (told := tell(each)):
                titles[each.id] = f"{named} {told}" if named == NAMELESS else f"{named}, {told}"
    return titles


def own_title(each: Class) -> str:
    """The number and title of a class, where it has any."""
    return each.name if each.number or each.title else NAMELESS


def time_told(each: Class) -> str:
    """When a class begins, else when it ends."""
    if each.start:
        return f"khai giảng {day(each.start)}"
    return f"bế giảng {day(each.end)}" if each.end else ""


def place_told(catalogue: Catalogue, each: Class) -> str:
    """Where a class is held."""
    place = each.venue.place if each.venue else None
    body = (
        catalogue.organizations[each.venue.organization] if each.venue and each.venue.organization else None
    )
    where = place or (body and catalogue.brief_name(body))
    return f"tại {where}" if where else ""
