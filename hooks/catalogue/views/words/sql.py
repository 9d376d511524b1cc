"""Flat tables in SQL: what SQLite must be told to hold them, with types, keys and references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter

from catalogue.views.words.table_parts import ColumnType, Foreign, Table, TableColumn, TableRow

TYPES: Mapping[ColumnType, str] = {
    "string": "TEXT",
    "date": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",
}
"""The types of columns: a date is a text as the data writes it, yes and no are 1 and 0."""
TURN = "turn INTEGER PRIMARY KEY"
"""What the rows are numbered by that are found by search, from 1."""


def kept(table: Table) -> list[int]:
    """The turns of the columns that a database has; the names of records stand in the tables of these."""
    return [turn for turn, column in enumerate(table.columns) if not column.names]


def created(table: Table, *, is_searched: bool = False) -> str:
    """The statement that creates a table, with its key and its references."""
    columns = [column_sql(table.columns[turn], table.key) for turn in kept(table)]
    key = f"{'UNIQUE' if is_searched else 'PRIMARY KEY'} ({names_sql(table.key)})"
    parts = [*([TURN] if is_searched else ()), *columns, key, *map(reference_sql, table.foreign)]
    ending = " WITHOUT ROWID" if len(table.key) > 1 and not is_searched else ""
    return f"CREATE TABLE {name_sql(table.name)} (\n  " + ",\n  ".join(parts) + f"\n){ending}"


def column_sql(column: TableColumn, key: Sequence[str]) -> str:
    """A column with its type, and what is certain of its values."""
    name = name_sql(column.name)
    certain = " NOT NULL" if column.name in key else ""
    check = f" CHECK ({name} IN (0, 1))" if column.type == "boolean" else ""
    return f"{name} {TYPES[column.type]}{certain}{check}"


def reference_sql(foreign: Foreign) -> str:
    """A reference to the rows of a table."""
    other = f"{name_sql(foreign.table)} ({names_sql(foreign.keys)})"
    return f"FOREIGN KEY ({names_sql(foreign.columns)}) REFERENCES {other}"


def inserted(table: Table) -> str:
    """The statement that puts a row into a table."""
    names = [table.columns[turn].name for turn in kept(table)]
    places = ", ".join("?" * len(names))
    return f"INSERT INTO {name_sql(table.name)} ({names_sql(names)}) VALUES ({places})"  # noqa: S608 - names of the model


def values_of(table: Table) -> Iterator[TableRow]:
    """The rows of a table, without the columns that a database does without."""
    return map(itemgetter(*kept(table)), table.rows())


def plain(value: Decimal) -> int | float:
    """A number as SQLite counts with it, which knows no decimals."""
    return int(value) if value == value.to_integral_value() else float(value)


def names_sql(names: Iterable[str]) -> str:
    """Names of columns, one after the other."""
    return ", ".join(map(name_sql, names))


def name_sql(name: str) -> str:
    """A name of a table or a column, which may be a word of SQL: `group`, `order`."""
    return f'"{name}"'
