"""The classes of a programme as rows, every cell ready to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from catalogue.language.vietnamese import day, number
from catalogue.load import Catalogue
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.shape import shapes
from catalogue.page import Phrase
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.states import StateShown, state_of_class


class ClassRow(NamedTuple):
    """A class as a row: every cell ready to print."""

    id: str
    title: str
    time: Phrase
    venue: Phrase
    seats: str
    results: str
    deadline: Phrase
    allocations: list[Phrase]
    note: str
    sources: list[Phrase]
    state: StateShown


def class_rows(phrases: Phrases, program: Program) -> list[ClassRow]:
    """The classes of a programme, every cell in words."""
    titles = class_titles(phrases.catalogue, program)
    return [class_row(phrases, program, each, titles[each.id]) for each in program.classes]


def class_row(phrases: Phrases, program: Program, each: Class, title: str) -> ClassRow:
    """A class with every cell in words."""
    results = [
        f"{number(getattr(each.results, name))} {label}"
        for name, label in RESULT_WORDS
        if each.results and getattr(each.results, name) is not None
    ]
    return ClassRow(
        id=each.id,
        title=title,
        time=phrases.dates(each.start, each.end, each.inferred_year),
        venue=phrases.linked(each.venue) if each.venue else (),
        seats=number(each.seats) if each.seats is not None else "",
        results=", ".join(results),
        deadline=(phrases.date(each.deadline),) if each.deadline else (),
        allocations=phrases.of(each.allocations, shapes(Class)["allocations"]),
        note=each.note or "",
        sources=[phrases.linked(source) for source in each.sources],
        state=state_of_class(phrases.catalogue, program, each),
    )


def class_titles(catalogue: Catalogue, program: Program) -> Mapping[str, str]:
    """What each class of a programme is called, by its id: its number and title, else when or where it is.

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
    numbered = f"Lớp {each.number}" if each.number else ""
    return ": ".join(words for words in (numbered, each.title) if words) or NAMELESS


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
    where = place or (body and (body.short_name or body.title))
    return f"tại {where}" if where else ""


NAMELESS = "Lớp"
"""What a class is called while nothing tells it apart."""
CLASS_COLUMNS = {
    "time": "thời gian",
    "venue": "địa điểm",
    "seats": "chỉ tiêu",
    "deadline": "hạn gửi danh sách",
    "results": "kết quả",
}
"""The columns of the table of classes of which it may be that nothing is known."""
RESULT_WORDS = (("attended", "người học"), ("completed", "hoàn thành"), ("certified", "được cấp chứng chỉ"))
