"""The sample shows every field of the model and every code of the vocabularies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel

from catalogue.files.any_file import parse
from catalogue.model.kinds import FOLDERS, KINDS
from catalogue.model.program import Program
from catalogue.model.records import Plan
from catalogue.model.reviews import NamedRecord, Review
from catalogue.model.settings import SiteSettings
from catalogue.model.shape import Shape, shapes
from sample.files import sample_files
from sample.recipe import Recipe

Named = tuple[str, str]
"""A field with its model, or a code with its vocabulary."""
MODELS: tuple[type[BaseModel], ...] = (SiteSettings, *(kind.model for kind in KINDS.values()))
ONLY_IN: dict[str, set[type[BaseModel]]] = {"adjustments": {Program, Plan}, "reviews": {Program}}
"""Fields that every record may have, and the models in which the sample shows them."""
UNUSED = {
    *((NamedRecord.__name__, kind) for kind in KINDS if kind != "organization"),
    (Review.__name__, "value"),
}
"""A review names other records, or a number; the sample has reviews of one finding, about organizations."""


@pytest.fixture(scope="module")
def used_by_each(small: Mapping[str, str]) -> list[set[Named]]:
    """The fields and codes that each of a few samples of sixty programmes uses."""
    return [*map(used_by, (small, *(dict(sample_files(Recipe(60, seed))) for seed in (2, 3, 4))))]


def test_every_sample_of_sixty_programmes_uses_every_field(used_by_each: list[set[Named]]):
    fields = {each for model in all_models() for each in fields_of(model)} - UNUSED
    assert [fields - used for used in used_by_each if fields - used] == []


def test_a_few_samples_of_sixty_programmes_use_every_code_of_records(used_by_each: list[set[Named]]):
    codes = {code for model in all_models() - {SiteSettings} for code in codes_of(model)}
    assert codes - set().union(*used_by_each) == set()


def all_models() -> set[type[BaseModel]]:
    """The models of settings and records, and of the groups of fields within them."""
    found: set[type[BaseModel]] = set()
    waiting = [*MODELS]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [inner for shape in shapes(model).values() if (inner := (shape.item or shape).model)]
    return found


def fields_of(model: type[BaseModel]) -> Iterator[Named]:
    """The fields of a model that the sample is to show."""
    for name in shapes(model):
        if model in ONLY_IN.get(name, {model}):
            yield model.__name__, name


def codes_of(model: type[BaseModel]) -> Iterator[Named]:
    """The codes that the fields of a model take."""
    for shape in shapes(model).values():
        for code in (shape.item or shape).codes:
            yield type(code).__name__, str(code)


def used_by(sample: Mapping[str, str]) -> set[Named]:
    """The fields and codes that a sample uses in its settings and records."""
    records = {path: FOLDERS[path.split("/")[0]].model for path in sample if "/" in path}
    models: dict[str, type[BaseModel]] = {"site.yml": SiteSettings, **records}
    return {each for path, model in models.items() for each in used(model, values_of(path, sample[path]))}


def values_of(path: str, text: str) -> dict[str, Any]:
    """The values of a file."""
    value = parse(path, text.encode()).value
    assert isinstance(value, dict)
    return value


def used(model: type[BaseModel], values: Mapping[str, Any]) -> Iterator[Named]:
    """The fields and codes that a group of fields uses."""
    for name, shape in shapes(model).items():
        if name in values:
            yield model.__name__, name
            yield from used_in(shape, values[name])


def used_in(shape: Shape, value: Any) -> Iterator[Named]:
    """The fields and codes within the value of a field."""
    if shape.model:
        yield from used(shape.model, value)
    elif shape.item:
        for item in value:
            yield from used_in(shape.item, item)
    elif shape.codes:
        yield type(shape.codes[0]).__name__, value
