"""Programmes and their classes in one table, as files have it that hold a table each: one row a class."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from catalogue.views.words.context import Context
from catalogue.views.words.provenance import about
from catalogue.views.words.table_amounts import number_columns
from catalogue.views.words.table_parts import (
    ADDING,
    BETWEEN_SHORT,
    UNKNOWN,
    Foreign,
    Table,
    TableColumn,
    TableRow,
    Value,
    column_table,
)

ROW = TableColumn(
    "row",
    "Dòng thứ mấy của chương trình",
    "integer",
    f"Số lớp, số người học của cả chương trình chỉ ghi ở dòng 1. {ADDING}",
)
ABOUT = TableColumn(
    "about",
    "Về tệp này",
    description="Chỉ ghi ở dòng đầu: tệp là của dữ liệu nào, giấy phép nào, cần lưu ý gì.",
)
OF_CLASS = "class_"
"""What the names of the columns of classes begin with beside those of their programme."""


def joined_tables_of(context: Context) -> tuple[Table, ...]:
    """All tables with programmes and classes in one; and what their columns are."""
    tables = {table.name: table for table in context.tables}
    classes = tables.pop("classes")
    total = sum(max(1, len(each.classes)) for each in context.catalogue.programs.values())
    joined = Joined(tables["programs"], classes, total)
    tables["programs"] = joined.table()
    found = [signed(joined.reached(table), about(context)) for table in tables.values()]
    return (*found, signed(column_table(found), about(context)))


def signed(table: Table, words: str) -> Table:
    """A table whose file tells of itself, in the last cell of its first row."""

    def rows() -> Iterator[TableRow]:
        told: str | None = words
        for row in table.rows():
            yield (*row, told)
            told = None

    return table._replace(columns=(*table.columns, ABOUT), rows=rows)


class Joined(NamedTuple):
    """Programmes beside their classes; `total` is how many rows that makes."""

    programs: Table
    classes: Table
    total: int

    @property
    def of_class(self) -> list[tuple[int, TableColumn]]:
        """The columns of classes that tell more than those of programmes, with their turns."""
        programs = ("program", "program_title", "is_draft", UNKNOWN.name)
        columns = enumerate(self.classes.columns)
        return [(turn, each) for turn, each in columns if each.name not in programs]

    def table(self) -> Table:
        """The table: a row for each class, and one for each programme without any."""
        classes = (
            each._replace(name=f"{OF_CLASS}{each.name}", title=f"Lớp: {each.title}", names="")
            for _, each in self.of_class
        )
        return self.programs._replace(
            grain="Mỗi dòng một lớp; chương trình chưa rõ lớp nào cũng có một dòng.",
            columns=(*self.programs.columns[:-1], ROW, *classes, UNKNOWN),
            key=("id", ROW.name),
            rows=self.rows,
            counted=lambda: self.total,
        )

    def rows(self) -> Iterator[TableRow]:
        """Each programme with each of its classes; both tables have the programmes in one order."""
        pick = itemgetter(*(turn for turn, _ in self.of_class))
        none, numbers, no_numbers = (None,) * len(self.of_class), self.numbers, self.no_numbers
        by_program = groupby(self.classes.rows(), itemgetter(0))
        id, classes = next(by_program, (None, iter(())))
        for *own, unknown in self.programs.rows():
            if own[0] != id:
                yield (*own, 1, *none, with_classes(unknown, f"{OF_CLASS}*"))
                continue
            for turn, each in enumerate(classes, 1):
                yield (*own, turn, *pick(each), with_classes(unknown, of_class(each[-1])))
                own[numbers] = no_numbers
            id, classes = next(by_program, (None, iter(())))

    @property
    def no_numbers(self) -> list[None]:
        """What stands in the place of a programme's numbers behind its first row."""
        return [None] * len(list(number_columns()))

    @property
    def numbers(self) -> slice:
        """Where a programme's numbers stand in its row."""
        first = next(number_columns()).name
        start = [column.name for column in self.programs.columns].index(first)
        return slice(start, start + len(self.no_numbers))

    def reached(self, table: Table) -> Table:
        """A table whose rows lie in classes, which are now found among the programmes."""
        return table._replace(belongs_to=tuple(self.moved(each) for each in table.belongs_to))

    def moved(self, foreign: Foreign) -> Foreign:
        """A reference to a class."""
        if foreign.table != self.classes.name:
            return foreign
        return Foreign(foreign.columns, self.programs.name, ("id", f"{OF_CLASS}id"))


@lru_cache(4096)
def of_class(unknown: Value) -> str:
    """The columns that a class says nothing in, as they are named beside those of its programme."""
    names = str(unknown).split(BETWEEN_SHORT) if unknown else ()
    return BETWEEN_SHORT.join(f"{OF_CLASS}{name}" for name in names)


def with_classes(unknown: Value, of_class: str) -> Value:
    """What is not known of a programme and of a class."""
    return f"{unknown}{BETWEEN_SHORT}{of_class}" if unknown and of_class else unknown or of_class or None
