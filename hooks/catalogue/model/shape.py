"""The shape of a model, read once from its annotations: which fields hold groups of fields, lists, or references to records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from catalogue.language.vocabulary import Vocabulary
from catalogue.model.fields import Display, Reference
from catalogue.problems.problem import Place


@dataclass(frozen=True)
class Shape:
    """What one annotation says: a reference, a group of fields (`model`), each of a list (`item`), the keys of a mapping (`key`), the words of a vocabulary."""

    reference: Reference | None = None
    model: type[BaseModel] | None = None
    item: Shape | None = None
    key: Shape | None = None
    codes: tuple[Vocabulary, ...] = ()


class Link(NamedTuple):
    """One reference as it stands in a record: where, of what sort, to which id."""

    place: Place
    reference: Reference
    id: str


@cache
def shapes(model: type[BaseModel]) -> dict[str, Shape]:
    """The shape of every field of a model, by its key in the data."""
    return {name: shape_of(field.annotation, *field.metadata) for name, field in model.model_fields.items()}


def shape_of(annotation: Any, *metadata: object) -> Shape:
    """The shape of an annotation with the metadata that was split off from it."""
    if references := [mark for mark in metadata if isinstance(mark, Reference)]:
        return Shape(reference=references[0])
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return shape_of(arguments[0], *arguments[1:])
        case origin if origin in (Union, UnionType):
            return next((shape_of(part) for part in arguments if part is not type(None)), Shape())
        case origin if origin is tuple:
            return Shape(item=shape_of(arguments[0]))
        case origin if origin is dict:
            return Shape(key=shape_of(arguments[0]))
    return shape_of_type(annotation) if isinstance(annotation, type) else Shape()


def shape_of_type(annotation: type) -> Shape:
    """The shape of a plain type: a group of fields, a vocabulary, or a single value."""
    if issubclass(annotation, Vocabulary):
        return Shape(codes=tuple(annotation))
    return Shape(model=annotation) if issubclass(annotation, BaseModel) else Shape()


@cache
def linking(model: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
    """The fields of a model that hold references at any depth: the others need not be walked."""
    return tuple((name, shape) for name, shape in shapes(model).items() if links_within(shape))


def links_within(shape: Shape) -> bool:
    """Whether a value of this shape can hold references."""
    inner = shape.item or shape.key
    return bool(shape.reference or (inner and links_within(inner)) or (shape.model and linking(shape.model)))


def links(group: BaseModel, place: Place = ()) -> Iterator[Link]:
    """Every reference in a group of fields, in the order of the fields."""
    for name, shape in linking(type(group)):
        value = getattr(group, name)
        if value:
            yield from links_in(value, shape, (*place, name))


def links_in(value: Any, shape: Shape, place: Place) -> Iterator[Link]:
    """Every reference in a value of a shape."""
    if shape.reference:
        yield Link(place, shape.reference, value)
    elif shape.item:
        for index, item in enumerate(value):
            yield from links_in(item, shape.item, (*place, index))
    elif shape.key:
        for key in value:
            yield from links_in(key, shape.key, (*place, key))
    else:
        yield from links(value, place)


Wanted: TypeAlias = Callable[[type[BaseModel]], bool]
"""Which models a search is after: a function of the module that searches."""


@cache
def holding(model: type[BaseModel], wanted: Wanted) -> tuple[tuple[str, Shape], ...]:
    """The fields of a model that hold wanted groups of fields at any depth: the others need not be walked."""
    held = {name: shape.item or shape for name, shape in shapes(model).items()}
    return tuple(
        (name, shapes(model)[name])
        for name, shape in held.items()
        if shape.model and (wanted(shape.model) or holding(shape.model, wanted))
    )


def nested(group: BaseModel, wanted: Wanted, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every wanted group of fields in a group, itself included, with its place."""
    if wanted(type(group)):
        yield place, group
    for name, shape in holding(type(group), wanted):
        value = getattr(group, name)
        if shape.model and value:
            yield from nested(value, wanted, (*place, name))
        elif value:
            for index, item in enumerate(value):
                yield from nested(item, wanted, (*place, name, index))


@cache
def title(model: type[BaseModel], name: str) -> str:
    """What a field is called on the site."""
    return str(model.model_fields[name].title)


@cache
def display_of(model: type[BaseModel], name: str) -> str:
    """How a field stands among the facts of a page: `always`, `never`, or empty for «where it is known»."""
    return next((mark.when for mark in model.model_fields[name].metadata if isinstance(mark, Display)), "")


def shape_at(model: type[BaseModel], place: Place) -> Shape:
    """The shape at a place below a model; an empty one where the model has no such place."""
    shape = Shape(model=model)
    for step in place:
        shape = shapes(shape.model).get(str(step), Shape()) if shape.model else shape.item or Shape()
    return shape
