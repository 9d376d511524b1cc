"""Everything that a page shows can be found: each field of each kind says what stands nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import html5lib
import pytest
from playwright.sync_api import Browser
from pydantic import BaseModel, TypeAdapter, ValidationError

from catalogue.language.vietnamese import day, number
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS, Kind
from catalogue.model.record import Record
from catalogue.model.reviews import findings
from catalogue.model.shape import Shape, fields_of, shapes
from catalogue.page import Publication
from catalogue.views.exports.search_data import names_of
from catalogue.views.exports.search_texts import texts_of
from catalogue.views.pages.record import record_page
from catalogue.views.words.context import Context
from sample.recipe import DAY
from tests.elements import one, words
from tests.search.asking import found
from tests.search.conftest import search_site

FULL, NAMED = "day-du", "duoc-nhac"
"""The id of the record of each kind that has all fields, and of the one that it names."""
SYLLABLES = ("bo", "ca", "ke", "lu", "mi", "no", "pa", "ru", "ti", "vu")
REPORTED = {"level": "reported"}
UNFOUND = {
    "address": "A reader knows a document by its number and a source by its publisher and title.",
    "classes.allocations": "Many numbers, which say nothing without the table that they stand in.",
    "classes.id": "It stands in the address of a class and in no text.",
    "reviews.day": "The day says nothing of the record: nobody looks for what was reviewed on a day.",
    "verification.checked": "As little as the day of a review.",
}
"""The fields that a page shows and search leaves out, with the reason."""

UNLABELLED: dict[str, set[str]] = {
    "summary": {"Tóm tắt"},
    "note": {"Ghi chú"},
    "sources": {"Nguồn"},
    "groups": {"Căn cứ"},
    "classes": {"Lớp", "Năm suy đoán", "Nguồn", "Ghi chú"},
    "figures": {"Số liệu riêng của kế hoạch"},
    "declared": {"Số nguồn nêu"},
    "rows": {"Nội dung", "Số liệu"},
    "reference_sum": {"Phép cộng tham khảo"},
}
"""What results call that which a page shows below a heading, in a table or in brackets, by its field."""


class Said(NamedTuple):
    """What a field of the full record of a kind says, in each writing that finds it."""

    record: str
    field: str
    writings: tuple[str, ...]


class Filling:
    """Values that stand nowhere else, and what each is written like."""

    def __init__(self) -> None:
        self.turns = count(1)
        self.said: list[Said] = []

    def group(self, model: type[BaseModel], record: str, place: str = "") -> dict[str, Any]:
        """A value for every field of a model."""
        return {
            key: self.field(model, key, shape, record, f"{place}.{key}".lstrip("."))
            for key, shape in shapes(model).items()
        }

    def field(self, model: type[BaseModel], key: str, shape: Shape, record: str, place: str) -> Any:
        """A value for a field, in a list where it holds a list."""
        inner = shape.item or shape
        if shape.key:
            return {NAMED: self.single(TypeAdapter(int), record, place)}
        if inner.model:
            value: Any = self.group(inner.model, record, place)
        elif inner.reference:
            value = NAMED
        elif inner.codes:
            value = inner.codes[0]
        else:
            field = fields_of(model)[key]
            annotation: Any = Annotated[field.annotation, field]
            return self.single(TypeAdapter(annotation), record, place, in_list=bool(shape.item))
        return [value] if shape.item else value

    def single(self, adapter: TypeAdapter[Any], record: str, place: str, *, in_list: bool = False) -> Any:
        """The first sort of value that a field takes."""
        for value, writings in candidates(next(self.turns)):
            taken = [value] if in_list else value
            try:
                adapter.validate_python(taken)
            except ValidationError:
                continue
            self.said += [Said(record, place, writings)] if writings else []
            return taken
        raise AssertionError(f"No value fits {record}, {place}.")


def candidates(turn: int) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Values of every sort, each with the queries that ask for it; none for what is no text, number or day.

    They stand in quotation marks, which forgive nothing, but for digits that are set apart by a space.
    """
    word = "".join(SYLLABLES[int(digit)] for digit in f"{turn:03}")
    far = date(2040, 1, 1) + timedelta(days=turn)
    thousands = 5000 + 7 * turn
    year = 1930 + turn % 170
    yield word, (f'"{word}"',)
    yield str(far), (f'"{day(far)}"',)
    yield thousands, (f'"{thousands}"', f'"{number(thousands)}"', number(thousands).replace(".", " "))
    yield year, (f'"{year}"',)
    yield True, ()
    yield findings()[0], ()
    yield f"https://{word}.example/", (f'"{word}"',)


def placed(kind: Kind, id: str, values: dict[str, Any]) -> Record:
    """A record of a kind, in its place."""
    return kind.model.model_validate(values).placed(kind.code, id, f"{kind.folder}/{id}.yml")


def needed(kind: Kind) -> dict[str, Any]:
    """The fields without which there is no record of a kind."""
    choices = {key: shape.codes[0] for key, shape in shapes(kind.model).items() if shape.codes}
    needed = {key for key, field in fields_of(kind.model).items() if field.is_required()}
    common = {
        "title": f"{kind.label} khác",
        "sources": [{"source": NAMED}],
        "verification": {"level": "reported"},
    }
    return common | {key: choices[key] for key in needed & set(choices)}


@pytest.fixture(scope="module")
def filling(real: Catalogue) -> tuple[Catalogue, list[Said]]:
    """A catalogue with a full record of each kind and another that it names, and what it says."""
    filling = Filling()
    records: dict[str, Any] = {
        kind.folder.replace("-", "_"): {
            NAMED: placed(kind, NAMED, needed(kind)),
            FULL: placed(kind, FULL, filling.group(kind.model, f"{kind.code}/{FULL}")),
        }
        for kind in KINDS.values()
    }
    return Catalogue(real.settings, **records), filling.said


def labelled(catalogue: Catalogue, record: Record) -> list[tuple[str, str]]:
    """What the page of a record says behind labels, with the labels."""
    body = record_page(Context(catalogue, Publication(catalogue.settings.address)), record).body
    tree = html5lib.parse(body, namespaceHTMLElements=False)
    facts = [(words(one(row, "dt")), words(one(row, "dd"))) for row in tree.iterfind(".//dl/div")]
    return facts + [(label, words(cell)) for cell in tree.iter("td") if (label := cell.get("data-label"))]


def labels_in(told: Iterable[tuple[str, str]], said: Said) -> set[str]:
    """The labels of the texts that say something."""
    written = "|".join(re.escape(writing.strip('"')) for writing in said.writings)
    return {label for label, text in told if written and re.search(rf"(?<![\w-])({written})(?![\w-])", text)}


def test_a_result_calls_what_it_was_found_by_as_the_page_does(filling: tuple[Catalogue, list[Said]]):
    catalogue, said = filling
    otherwise: dict[str, set[str]] = {}
    for kind in KINDS.values():
        record = catalogue.of(kind.code)[FULL]
        shown, told = labelled(catalogue, record), [*texts_of(catalogue, record), *names_of(record)]
        assert all(label for label, _ in told)
        for each in said:
            labels = labels_in(told, each) if each.record == f"{kind.code}/{FULL}" else set()
            if not labels <= labels_in(shown, each):
                otherwise.setdefault(each.field.partition(".")[0], set()).update(labels)
    assert otherwise == UNLABELLED


def test_each_field_of_each_kind_is_found_by_what_it_says(
    browser: Browser, filling: tuple[Catalogue, list[Said]], tmp_path: Path
):
    catalogue, said = filling
    queries = [query for each in said for query in each.writings]
    options = {"today": DAY.isoformat(), "typing": False}
    results = found(browser, search_site(catalogue, tmp_path), queries, options)
    answers = {query: [each.id for each in answer] for query, answer in zip(queries, results, strict=True)}
    unfound = [each for each in said if any(each.record not in answers[query] for query in each.writings)]
    assert [each for each in unfound if each.field not in UNFOUND] == []
    assert {each.field for each in unfound} == set(UNFOUND)
