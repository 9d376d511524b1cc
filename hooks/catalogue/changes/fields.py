"""What differs between two states of one record, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import BaseModel, RootModel

from catalogue.changes.identity import paired, same
from catalogue.changes.states import PlainValues
from catalogue.model.shape import Shape, fields_of, shapes

NUMBER = re.compile(r"(0|[1-9][0-9]{0,14})(\.[0-9]{1,2})?", re.ASCII)
"""A number as the model takes it: `1.000` may be meant as a thousand, and is shown as it is typed."""


@dataclass(frozen=True)
class Key:
    """A key as a step of a place, and the shape of the group of fields or of the mapping that has it."""

    name: str
    holder: Shape


@dataclass(frozen=True)
class Item:
    """An item of a list as a step of a place: what it is in both states, None where it is not in one."""

    before: Any
    after: Any
    shape: Shape

    @property
    def known(self) -> Any:
        """The item as it is, or as it was where it is no more."""
        return self.before if self.after is None else self.after


Steps: TypeAlias = tuple[Key | Item, ...]
"""The way to a value inside a record."""


@dataclass(frozen=True)
class Difference:
    """One value that differs: where it stands, as it was and as it is, None where it was or is not there.

    `shape` is what the model says of the value. `reordered` says that a list has its items in another order:
    its values are then those that both lists have, in the order of each.
    """

    place: Steps
    before: Any
    after: Any
    shape: Shape
    reordered: bool = False

    @property
    def values(self) -> tuple[Any, Any]:
        """The value as it was and as it is."""
        return self.before, self.after

    @property
    def is_removal(self) -> bool:
        """Whether something is no more."""
        return self.after is None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys on the way to the value, without the items between them."""
        return tuple(step.name for step in self.place if isinstance(step, Key))


def differences(
    before: PlainValues, after: PlainValues, model: type[BaseModel] | None
) -> tuple[Difference, ...]:
    """What differs between the values of a record, in the order of the model's fields."""
    return tuple(in_group(before, after, shape_of_whole(model), ()))


def shape_of_whole(model: type[BaseModel] | None) -> Shape:
    """The shape of all that a model holds; of one that is a mapping, the shape of the mapping."""
    is_root = model is not None and issubclass(model, RootModel)
    return shapes(model)["root"] if model and is_root else Shape(model=model)


def in_value(before: Any, after: Any, shape: Shape, place: Steps) -> Iterator[Difference]:
    """What differs in a value that was, is, or both."""
    if same(before, after):
        return
    group, listed = as_group(before, after), as_lists(before, after)
    if group and not shape.item:
        yield from in_group(*group, shape, place)
    elif listed:
        yield from in_list(*listed, shape.item or Shape(), place)
    elif not same_number(before, after, shape):
        yield Difference(place, before, after, shape)


def as_group(before: Any, after: Any) -> tuple[PlainValues, PlainValues] | None:
    """Two groups of fields, an empty one for none; None where one of them is something else."""
    if all(isinstance(value, dict) or value is None for value in (before, after)):
        return before or {}, after or {}
    return None


def as_lists(before: Any, after: Any) -> tuple[list[Any], list[Any]] | None:
    """Two lists, an empty one for none; None where one of them is something else."""
    if all(isinstance(value, list) or value is None for value in (before, after)):
        return before or [], after or []
    return None


def same_number(before: Any, after: Any, shape: Shape) -> bool:
    """Whether two values are one number written in two ways: 17.5 and 17.50."""
    number = plain_number(before)
    return shape.is_number and number is not None and number == plain_number(after)


def plain_number(value: Any) -> Decimal | None:
    """The number that a value is, of a size that people write; None where it is none."""
    return Decimal(value) if isinstance(value, str) and NUMBER.fullmatch(value.strip()) else None


def in_group(before: PlainValues, after: PlainValues, shape: Shape, place: Steps) -> Iterator[Difference]:
    """What differs in a group of fields or in a mapping; keys that no model knows come last."""
    known = shapes(shape.model) if shape.model else {}
    said = before.keys() | after.keys()
    for key in (*(key for key in known if key in said), *sorted(said - known.keys())):
        if before.get(key) != after.get(key):
            inner = known.get(key) or Shape(single=shape.single)
            was, is_now = stated(before, key, shape.model), stated(after, key, shape.model)
            yield from in_value(was, is_now, inner, (*place, Key(key, shape)))


def stated(values: PlainValues, key: str, model: type[BaseModel] | None) -> Any:
    """A value; none where it says no more than what holds where nothing is said."""
    value = values.get(key)
    field = fields_of(model).get(key) if model else None
    return None if field and field.default and str(field.default) == str(value) else value


def in_list(before: list[Any], after: list[Any], shape: Shape, place: Steps) -> Iterator[Difference]:
    """What differs in a list: items that changed, that are no more, that are new; last their order."""
    pairs = paired(before, after, shape.model)
    for one, other in pairs:
        item = Item(before[one], after[other], shape)
        yield from in_value(before[one], after[other], shape, (*place, item))
    for position in sorted(set(range(len(before))) - {one for one, _ in pairs}):
        yield Difference((*place, Item(before[position], None, shape)), before[position], None, shape)
    for position in sorted(set(range(len(after))) - {other for _, other in pairs}):
        yield Difference((*place, Item(None, after[position], shape)), None, after[position], shape)
    order = [other for _, other in pairs]
    if order != sorted(order):
        left, right = [before[one] for one, _ in pairs], [after[other] for other in sorted(order)]
        yield Difference(place, left, right, Shape(item=shape), reordered=True)
