"""References that follow a record to the id that it has now: what they name is the same as before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from catalogue.changes.concerns import model_of
from catalogue.changes.fields import shape_of_whole
from catalogue.changes.states import PlainValues, RecordKey
from catalogue.model.shape import Shape, shapes

PresentIds: TypeAlias = Mapping[RecordKey, str]
"""The present ids of records, by the keys that they had."""


def following(values: PlainValues, key: RecordKey, renamed: PresentIds) -> PlainValues:
    """The values of a record, with the present ids of all that they name."""
    found: PlainValues = followed(values, shape_of_whole(model_of(key)), renamed) if renamed else values
    return found


def only_follows(before: PlainValues, after: PlainValues, key: RecordKey, renamed: PresentIds) -> bool:
    """Whether a record differs only in that what it names has another id."""
    return before != after and following(before, key, renamed) == following(after, key, renamed)


def followed(value: Any, shape: Shape, renamed: PresentIds) -> Any:
    """A value of a shape likewise."""
    if shape.reference and isinstance(value, str):
        return renamed.get((shape.reference.kind, value), value)
    if isinstance(value, list):
        return [followed(each, shape.item or Shape(), renamed) for each in value]
    if isinstance(value, dict):
        inner = shapes(shape.model) if shape.model else {}
        return {
            followed(key, shape.key or Shape(), renamed): followed(each, inner.get(key, Shape()), renamed)
            for key, each in value.items()
        }
    return value
