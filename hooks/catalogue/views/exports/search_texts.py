"""The words of a record that search looks through besides its names: the texts and numbers of its page.

What stands in the records that it names is found by those: search ties a programme to its groups, its bodies,
its plan and its topics.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from catalogue.language.quantities import measured
from catalogue.language.vietnamese import day, number
from catalogue.language.vocabulary import Vocabulary
from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.parts import (
    Audience,
    Citation,
    Class,
    Duration,
    Figure,
    Module,
    Nomination,
    ReportRow,
    Results,
    Verification,
)
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Report, Source, Topic
from catalogue.model.reviews import Review
from catalogue.model.shape import Shape, shapes, value_of
from catalogue.model.spans import Term
from catalogue.views.exports.search_codes import one_line
from catalogue.views.words.classes import results_words
from catalogue.views.words.facts import label_of, label_within
from catalogue.views.words.figures import reference_totals
from catalogue.views.words.phrases import figure_words, module

UNSAID: dict[type[BaseModel], frozenset[str]] = {
    Record: frozenset({"title", "owner"}),
    Program: frozenset({"lead", "organizers", "partners", "topics", "plan", "state", "blocks", "categories"}),
    Group: frozenset({"code"}),
    Organization: frozenset({"short_name", "aliases"}),
    Topic: frozenset({"keywords", "hint"}),
    Document: frozenset({"number", "as_printed", "address"}),
    Source: frozenset({"publisher", "address", "language"}),
    Class: frozenset({"id", "start", "end", "deadline", "allocations", "state"}),
    Audience: frozenset({"group", "obligation"}),
    Citation: frozenset({"source", "document"}),
    Verification: frozenset({"level", "document", "checked", "by"}),
    Review: frozenset({"finding", "with", "by", "day"}),
}
"""The fields that search looks into elsewhere, that say nothing in words, or that no reader looks for.

Nobody looks for a record by the name of a source behind it, or by the day when somebody checked it.
What a class allots to each body says nothing alone, and would make the texts of a city an eighth longer.
The days of classes stand in columns, by which search filters and sorts; the browser puts them into words.
"""
UNITS = {"hours": "tiết", "seats": "chỗ", "count": "mục"}
"""What stands behind a bare number, by its field."""
YEARS = {"year", "inferred_year"}
"""The fields whose number is a year, which has no point in it."""


APART = (Audience, Class, Nomination, ReportRow, Verification)
"""The groups of fields that a page doesn't tell in one: each of their fields has a label of its own there."""


class Said(NamedTuple):
    """A text of a record and what the page calls the field that it stands in."""

    label: str
    words: str


def texts_of(catalogue: Catalogue, record: Record) -> Iterator[Said]:
    """What a record says, field by field, each text once."""
    seen: set[str] = set()
    for key, shape in spoken(type(record)):
        for said in words_of(catalogue, label_of(record, key), key, shape, value_of(record, key)):
            if said.words and said.words not in seen:
                seen.add(said.words)
                yield said
    if isinstance(record, Report) and (totals := reference_totals(catalogue, record)):
        yield Said(label_of(record, "reference_sum"), totals)


def said_columns(catalogue: Catalogue, records: Iterable[Record]) -> dict[str, Any]:
    """What records say, by the names of fields: a line for each record.

    `texts` are all that any says, a line each, in the order in which the columns come upon them: a new one
    is `+` there, one that was there before its number.
    """
    columns: dict[str, list[list[str]]] = {}
    for place, record in enumerate(records):
        for label, words in texts_of(catalogue, record):
            column = columns.setdefault(label, [])
            column += [[] for _ in range(place + 1 - len(column))]
            column[place].append(one_line(words))
    numbers: dict[str, int] = {}
    said = {
        label: "\n".join(" ".join(numbered(numbers, text) for text in line) for line in column)
        for label, column in columns.items()
    }
    return {"texts": "\n".join(numbers), "said": said}


def numbered(numbers: dict[str, int], text: str) -> str:
    """A text by its number, where it has one already."""
    if text in numbers:
        return str(numbers[text])
    numbers[text] = len(numbers)
    return "+"


@cache
def spoken(model: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
    """The fields of a model that say something, by their keys, with their shapes."""
    unsaid = {key for kind, keys in UNSAID.items() if issubclass(model, kind) for key in keys}
    return tuple((key, shape) for key, shape in shapes(model).items() if key not in unsaid)


def words_of(catalogue: Catalogue, label: str, key: str, shape: Shape, value: Any) -> Iterator[Said]:
    """The texts of the value of a field; none where nothing is known, or where it is but yes or no."""
    if value is None or isinstance(value, bool):
        return
    if shape.item:
        for item in value:
            yield from words_of(catalogue, label, key, shape.item, item)
    elif shape.reference:
        yield Said(label, named(catalogue.of(shape.reference.kind)[value], catalogue))
    elif isinstance(value, BaseModel) and type(value) not in SAYINGS:
        yield from words_within(catalogue, label, value)
    else:
        yield from (Said(label, words) for words in said(key, value))


def words_within(catalogue: Catalogue, label: str, group: BaseModel) -> Iterator[Said]:
    """The texts of a group of fields."""
    for key, shape in spoken(type(group)):
        own = label_within(type(group), key) if isinstance(group, APART) else label
        yield from words_of(catalogue, own, key, shape, value_of(group, key))


def beside(figure: Figure) -> Iterator[str]:
    """What stands beside a figure: its parts, its time, how it was made, how exact it is."""
    for part in figure.parts:
        yield f"{part.title}: {number(part.value)} {figure.label}"
        yield part.computed_from or ""
    if figure.period:
        yield " đến ".join(day(date) for date in (figure.period.start, figure.period.end) if date)
        yield figure.period.note or ""
    yield day(figure.as_of)
    yield figure.computed_from or ""
    yield number(figure.tolerance) if figure.tolerance else ""
    yield figure.note or ""


def named(record: Record, catalogue: Catalogue) -> str:
    """What a record is called where another names it: a document by its number."""
    number = record.number if isinstance(record, Document) else None
    return number or catalogue.brief_name(record)


SAYINGS: Mapping[type, Callable[[Any], str]] = {
    Figure: figure_words,
    Duration: lambda duration: measured(duration.bound, number(duration.value), duration.unit.label),
    Module: module,
    Results: results_words,
    Term: lambda term: f"{term.start}-{term.end}",
}
"""The groups of fields that are one text."""


def said(key: str, value: Any) -> Iterator[str]:
    """A single value in words."""
    match value:
        case str() if not isinstance(value, Vocabulary):
            yield value
        case Vocabulary():
            yield value.label
        case Date():
            yield day(value)
        case int() if key in YEARS:
            yield str(value)
        case int() | Decimal():
            yield f"{number(value)} {UNITS.get(key, '')}".strip()
        case _:
            yield SAYINGS[type(value)](value)
    if isinstance(value, Figure):
        yield from beside(value)
