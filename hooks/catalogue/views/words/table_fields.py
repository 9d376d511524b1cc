"""The fields of a model as columns of a table, and what these say of a record or of a part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from catalogue.language.vocabulary import Vocabulary
from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.fields import Reference
from catalogue.model.kinds import KINDS
from catalogue.model.shape import Shape, fields_of, shapes
from catalogue.views.words.table_parts import (
    BETWEEN_WORDS,
    ColumnType,
    TableColumn,
    Value,
    coded,
    referring,
)

RecordNames = Mapping[str, Mapping[str, str]]
"""What lists call every record, by its kind and id."""
Put = Callable[[Any, list[Value], list[str]], None]
"""Puts what the columns of a field say of a value into a row; what it leaves unknown, into a list."""
TYPES: Mapping[type, ColumnType] = {bool: "boolean", int: "integer", Decimal: "number", Date: "date"}
"""The types of columns by those of single values; all others are texts."""
SEVERAL_CODES = "Nhiều mã thì mỗi mã một dòng trong ô, cùng thứ tự với cột tên."
SEVERAL_WORDS = "Nhiều mục thì mỗi mục một dòng trong ô."
EXACT = "đúng số này"
"""The word for how exactly a number is stated, where pages need none."""


class TableField(NamedTuple):
    """A field as columns: its attribute, its name and title in the table, and how its columns are filled.

    `reference` says what its values refer to; `within` are the fields of the group that it holds.
    """

    attribute: str
    name: str
    title: str
    columns: tuple[TableColumn, ...]
    put: Put
    is_list: bool = False
    reference: Reference | None = None
    within: tuple[TableField, ...] = ()

    @property
    def when_absent(self) -> str:
        """What is named as not known where it says nothing."""
        return f"{self.name}_*" if self.within else self.name


def names_of(catalogue: Catalogue) -> RecordNames:
    """What lists call every record."""
    return {kind: {id: catalogue.name(record) for id, record in catalogue.of(kind).items()} for kind in KINDS}


class Fields(NamedTuple):
    """Makes columns of the fields of models, which name records by their `names`."""

    names: RecordNames

    def of(self, model: type[BaseModel], above: TableField | None = None) -> tuple[TableField, ...]:
        """The fields of a model that are columns; what has rows of its own is another table's."""
        attributes = {field.alias or name: name for name, field in model.model_fields.items()}
        return tuple(
            self.field(attributes[key], *named(key, fields_of(model)[key], above), shape)
            for key, shape in shapes(model).items()
            if not has_rows(shape)
        )

    def field(self, attribute: str, name: str, title: str, description: str, shape: Shape) -> TableField:
        """A field as columns."""
        if shape.model:
            return self.group(attribute, name, title, shape.model)
        inner = shape.item or shape
        several = shape.item is not None
        put, columns = self.filled(inner, several), columns_of(name, title, description, inner, several)
        return TableField(attribute, name, title, columns, put, several, inner.reference)

    def group(self, attribute: str, name: str, title: str, model: type[BaseModel]) -> TableField:
        """A field that holds a group of fields: the columns of each, named and headed by it."""
        above = TableField(attribute, name, title, (), put_text)
        within = self.of(model, above)
        columns = tuple(column for field in within for column in field.columns)
        return above._replace(columns=columns, put=partial(put_fields, fillings(within)), within=within)

    def filled(self, shape: Shape, several: bool) -> Put:
        """How the columns of a value are filled, or those of several values."""
        if shape.reference:
            put = put_references if several else put_reference
            return partial(put, self.names[shape.reference.kind])
        if shape.codes:
            return put_codes if several else put_code
        if several:
            return put_texts
        return put_as_is if shape.single in {bool, int, Decimal} else put_text


def has_rows(shape: Shape) -> bool:
    """Whether the values of a field are rows of a table of their own: groups in a list, numbers by keys."""
    return bool(shape.key or (shape.item and shape.item.model))


def named(key: str, field: FieldInfo, above: TableField | None) -> tuple[str, str, str]:
    """The name, the title and the description of a field, below the one whose group it stands in."""
    description = field.description or ""
    if above is None:
        return key, str(field.title), description
    title = str(field.title) if field.title == above.title else f"{above.title}: {field.title}"
    return f"{above.name}_{key}", title, description


def columns_of(
    name: str, title: str, description: str, shape: Shape, several: bool
) -> tuple[TableColumn, ...]:
    """The columns of a single value, or of several."""
    if shape.reference:
        table = KINDS[shape.reference.kind].folder.replace("-", "_")
        told = f"{description} {SEVERAL_CODES}".strip() if several else description
        return referring(name, title, table, told, several=several)
    if shape.codes:
        codes = "; ".join(f"{code}: {code.label or EXACT}" for code in shape.codes)
        told = f"{description} {codes}. {SEVERAL_CODES * several}".strip()
        return coded(name, title, told)
    if several:
        return (TableColumn(name, title, description=f"{description} {SEVERAL_WORDS}".strip()),)
    return (TableColumn(name, title, TYPES.get(shape.single or str, "string"), description),)


def put_as_is(value: Any, row: list[Value], _: list[str]) -> None:
    """A number, or whether something is so."""
    row.append(value)


def put_text(value: Any, row: list[Value], _: list[str]) -> None:
    """A text, or a date as it is written."""
    row.append(str(value))


def put_texts(values: Sequence[str], row: list[Value], _: list[str]) -> None:
    """Texts, each on a line."""
    row.append(BETWEEN_WORDS.join(values))


def put_code(code: Vocabulary, row: list[Value], _: list[str]) -> None:
    """A code and its word."""
    row += (str(code), code.label or EXACT)


def put_codes(codes: Sequence[Vocabulary], row: list[Value], _: list[str]) -> None:
    """Codes and their words."""
    row += (BETWEEN_WORDS.join(codes), BETWEEN_WORDS.join([code.label for code in codes]))


def put_reference(names: Mapping[str, str], id: str, row: list[Value], _: list[str]) -> None:
    """A record by its id and its name."""
    row += (id, names[id])


def put_references(names: Mapping[str, str], ids: Sequence[str], row: list[Value], _: list[str]) -> None:
    """Records by their ids and their names."""
    row += (BETWEEN_WORDS.join(ids), BETWEEN_WORDS.join([names[id] for id in ids]))


class Filling(NamedTuple):
    """How the columns of a field are filled: `blank` where it says nothing, which is told by a name."""

    attribute: str
    when_absent: str
    blank: tuple[None, ...]
    put: Put
    is_list: bool


def fillings(fields: Iterable[TableField]) -> Sequence[Filling]:
    """How fields are filled, worked out once for all rows."""
    return [
        Filling(each.attribute, each.when_absent, (None,) * len(each.columns), each.put, each.is_list)
        for each in fields
    ]


def put_fields(filled: Sequence[Filling], holder: BaseModel, row: list[Value], unknown: list[str]) -> None:
    """The fields of a record, or of a group in it."""
    values = vars(holder)
    for attribute, when_absent, blank, put, is_list in filled:
        value = values[attribute]
        if value is None or (is_list and not value):
            row += blank
            unknown.append(when_absent)
        else:
            put(value, row, unknown)


class ReferenceField(NamedTuple):
    """A field that holds references: its name and title, the attributes that lead to it, their sort."""

    name: str
    title: str
    path: tuple[str, ...]
    reference: Reference
    is_list: bool

    def ids(self, holder: Any) -> Sequence[str]:
        """The ids that it holds in a record or in a group."""
        for attribute in self.path:
            holder = getattr(holder, attribute, None)
        if self.is_list:
            return tuple(holder or ())
        return (holder,) if holder else ()


def reference_fields(fields: Sequence[TableField], path: tuple[str, ...] = ()) -> Iterator[ReferenceField]:
    """Every field among some that holds references, in groups too."""
    for field in fields:
        way = (*path, field.attribute)
        if field.reference:
            yield ReferenceField(field.name, field.title, way, field.reference, field.is_list)
        yield from reference_fields(field.within, way)
