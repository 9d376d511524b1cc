"""The shape of a model, read once from its annotations: which fields hold groups, lists or references."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from keyword import iskeyword
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from catalogue.language.vocabulary import Vocabulary
from catalogue.model.fields import Display, Reference
from catalogue.problems.problem import Place


@dataclass(frozen=True)
class Shape:
    """What the annotation of a field says that it holds.

    A reference; a group of fields (`model`); a list, with the shape of each `item`; a mapping, with the shape
    of each `key`; or one of the `codes` of a vocabulary. Any other single value is of a type (`single`), as
    is each value of a mapping.
    """

    reference: Reference | None = None
    model: type[BaseModel] | None = None
    item: Shape | None = None
    key: Shape | None = None
    codes: tuple[Vocabulary, ...] = ()
    single: type | None = None

    @property
    def is_number(self) -> bool:
        """Whether it holds a number that counts something, or numbers by keys."""
        return self.single in {int, Decimal}


class Link(NamedTuple):
    """One reference as it stands in a record: where, of what sort, to which id."""

    place: Place
    reference: Reference
    id: str


@cache
def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model, by their keys in the data."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def value_of(holder: BaseModel, key: str) -> Any:
    """The value of a field by its key in the data: `with`, a word of Python, is the attribute `with_`."""
    return getattr(holder, f"{key}_" if iskeyword(key) else key)


@cache
def shapes(model: type[BaseModel]) -> dict[str, Shape]:
    """The shape of every field of a model, by its key in the data."""
    return {key: shape_of(field.annotation, *field.metadata) for key, field in fields_of(model).items()}


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
            return Shape(key=shape_of(arguments[0]), single=shape_of(arguments[1]).single)
        case origin if origin is Literal:
            annotation = type(arguments[0])
    return shape_of_type(annotation) if isinstance(annotation, type) else Shape()


def shape_of_type(annotation: type) -> Shape:
    """The shape of a plain type: a group of fields, a vocabulary, or a single value."""
    if issubclass(annotation, Vocabulary):
        return Shape(codes=tuple(annotation))
    return Shape(model=annotation) if issubclass(annotation, BaseModel) else Shape(single=annotation)


@cache
def linking(model: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
    """The fields of a model that can hold references at any depth: no others need be walked."""
    return tuple((key, shape) for key, shape in shapes(model).items() if links_within(shape))


def links_within(shape: Shape) -> bool:
    """Whether a value of this shape can hold references."""
    inner = shape.item or shape.key
    return bool(shape.reference or (inner and links_within(inner)) or (shape.model and linking(shape.model)))


def links(holder: BaseModel, place: Place = ()) -> Iterator[Link]:
    """Every reference in a record or in a group that stands at `place`, in the order of fields."""
    for key, shape in linking(type(holder)):
        value = value_of(holder, key)
        if value:
            yield from links_in(value, shape, (*place, key))


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
    """The fields of a model that can hold wanted groups at any depth: no others need be walked."""
    inner = {key: shape.item or shape for key, shape in shapes(model).items()}
    return tuple(
        (key, shapes(model)[key])
        for key, shape in inner.items()
        if shape.model and (wanted(shape.model) or holding(shape.model, wanted))
    )


def nested(holder: BaseModel, wanted: Wanted, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every wanted group in a record or in a group that stands at `place`, itself included; with places."""
    if wanted(type(holder)):
        yield place, holder
    for key, shape in holding(type(holder), wanted):
        value = value_of(holder, key)
        if shape.model and value:
            yield from nested(value, wanted, (*place, key))
        elif value:
            for index, item in enumerate(value):
                yield from nested(item, wanted, (*place, key, index))


@cache
def telling(model: type[BaseModel]) -> tuple[tuple[str, bool, bool], ...]:
    """The attributes of a model that can hold written texts at any depth: no others need be walked.

    Each with whether it holds a list, and whether groups.
    """
    held = zip(model.model_fields, shapes(model).values(), strict=True)
    return tuple(
        (name, shape.item is not None, (shape.item or shape).model is not None)
        for name, shape in held
        if holds_text(shape.item or shape)
    )


def holds_text(shape: Shape) -> bool:
    """Whether a value of this shape is a written text, or a group that can hold one."""
    return shape.single is str or bool(shape.model and telling(shape.model))


def texts_in(holder: BaseModel) -> Iterator[str]:
    """Every text that somebody wrote in a record or in a group, without ids and codes of other things."""
    values = vars(holder)
    for name, is_list, is_group in telling(type(holder)):
        value = values[name]
        if not value:
            continue
        each_of = value if is_list else (value,)
        if is_group:
            for each in each_of:
                yield from texts_in(each)
        else:
            yield from each_of


@cache
def title(model: type[BaseModel], key: str) -> str:
    """What a field is called on the site."""
    return str(fields_of(model)[key].title)


@cache
def display_of(model: type[BaseModel], key: str) -> str:
    """How a field stands among the facts of a page: `always`, `last`, `never`, or empty: where known."""
    return next((mark.when for mark in fields_of(model)[key].metadata if isinstance(mark, Display)), "")


def shape_at(model: type[BaseModel], place: Place) -> Shape:
    """The shape of what stands at a place below a model; an empty one where it has no such place."""
    shape = Shape(model=model)
    for step in place:
        shape = shapes(shape.model).get(str(step), Shape()) if shape.model else shape.item or Shape()
    return shape
