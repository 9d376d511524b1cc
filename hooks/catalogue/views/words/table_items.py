"""Tables of what stands in records and has rows of its own: classes, figures, citations; seats by body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from catalogue.model.collection import Catalogue
from catalogue.model.deadlines import due
from catalogue.model.kinds import KINDS, Kind
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.shape import fields_of, value_of
from catalogue.views.words.class_titles import class_titles
from catalogue.views.words.table_fields import Fields, Filling, fillings, put_fields
from catalogue.views.words.table_parts import (
    BETWEEN_SHORT,
    IS_DRAFT,
    UNKNOWN,
    Foreign,
    Table,
    TableColumn,
    TableRow,
    Value,
    coded,
    referring,
)
from catalogue.views.words.table_ways import FoundItem, ItemSort, WayToItems, found_in, many_in, ways_to


class Owners(NamedTuple):
    """The kinds of records that items stand in, as columns: the kind's own where there is one alone."""

    kinds: tuple[Kind, ...]
    beside: frozenset[str] = frozenset()
    """The names of the columns beside these, none of which they may have."""

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The record that a row lies in, by id and name, and whether that is a draft."""
        if len(self.kinds) == 1:
            kind = self.kinds[0]
            return (*referring(self.key[0], kind.label, table_of(kind)), IS_DRAFT)
        kinds = "; ".join(f"{kind.code}: {kind.label}" for kind in self.kinds)
        record = TableColumn("record", "Mục (mã)", description="Mã của mục, duy nhất trong loại của nó.")
        return (*coded("kind", "Loại mục", kinds), record, TableColumn("record_title", "Mục"), IS_DRAFT)

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that tell which record it is."""
        if len(self.kinds) > 1:
            return ("kind", "record")
        code = self.kinds[0].code
        return (f"of_{code}" if code in self.beside else code,)

    @property
    def foreign(self) -> tuple[Foreign, ...]:
        """The reference to the records of several kinds; to those of one, its column refers."""
        return () if len(self.kinds) == 1 else (Foreign(self.key, "records", ("kind", "id")),)

    def values(self, kind: Kind, record: Record, name: str) -> tuple[Value, ...]:
        """What these columns say of a record."""
        of_kind = () if len(self.kinds) == 1 else (kind.code, kind.label)
        return (*of_kind, record.id, name, record.is_draft)


def table_of(kind: Kind) -> str:
    """The name of the table of a kind."""
    return kind.folder.replace("-", "_")


class ItemTable(NamedTuple):
    """The table of what stands in lists of records."""

    fields: Fields
    catalogue: Catalogue
    item: ItemSort
    ways: tuple[WayToItems, ...]

    @property
    def owners(self) -> Owners:
        """The kinds of the records that it stands in."""
        kinds = tuple(dict.fromkeys(way.kind for way in self.ways))
        return Owners(kinds, frozenset(fields_of(self.item.model)))

    @property
    def above(self) -> ItemSort | None:
        """What it lies in, where that has rows of its own."""
        return next((way.above for way in self.ways if way.above), None)

    @property
    def place(self) -> tuple[TableColumn, ...]:
        """Where it stands in its record; a class is named by its id."""
        return () if self.item.model is Class else (PLACE,)

    def table(self) -> Table:
        """The table, whose rows are made when they are asked for."""
        fields = self.fields.of(self.item.model)
        owners, above = self.owners, above_columns(self.above)
        own = [column for field in fields for column in field.columns]
        own += OF_CLASSES if self.item.model is Class else ()
        return Table(
            self.item.table,
            self.item.title,
            f"Mỗi dòng một {self.item.grain}.",
            (*owners.columns, *above, *self.place, *own, UNKNOWN),
            (*owners.key, (self.place or own)[0].name),
            partial(self.rows, owners, fillings(fields)),
            self.counted,
            (*owners.foreign, *self.foreign_above()),
        )

    def counted(self) -> int:
        """How many rows it has."""
        return sum(
            many_in(record, way.keys)
            for way in self.ways
            for record in self.catalogue.of(way.kind.code).values()
        )

    def found(self) -> Iterator[tuple[Kind, Record, FoundItem]]:
        """All items with the records that they stand in, kind by kind, record by record."""
        for kind, record, items in self.by_record():
            for found in items:
                yield kind, record, found

    def by_record(self) -> Iterator[tuple[Kind, Record, list[FoundItem]]]:
        """The records that items stand in, with their items."""
        for kind in self.owners.kinds:
            ways = [way.keys for way in self.ways if way.kind is kind]
            for record in self.catalogue.of(kind.code).values():
                items = [
                    found for keys in ways if value_of(record, keys[0]) for found in found_in(record, keys)
                ]
                if items:
                    yield kind, record, items

    def rows(self, owners: Owners, filled: Sequence[Filling]) -> Iterator[TableRow]:
        """The rows, each with what its record is and what it lies in."""
        is_class, is_within = self.item.model is Class, self.above is not None
        for kind, record, items in self.by_record():
            owner = owners.values(kind, record, self.fields.names[kind.code][record.id])
            for found in items:
                values: list[Value] = [*owner]
                if is_within:
                    values.append(place_of(found.above) if found.above else None)
                if not is_class:
                    values.append(found.place)
                unknown: list[str] = []
                put_fields(filled, found.item, values, unknown)
                if is_class:
                    self.put_of_class(self.catalogue.programs[record.id], found.item, values, unknown)
                yield (*values, BETWEEN_SHORT.join(unknown) or None)

    def put_of_class(self, program: Program, each: Class, row: list[Value], unknown: list[str]) -> None:
        """What is worked out of a class, and what its page calls it."""
        deadline = due(program, each).deadline
        title = class_titles(self.catalogue, program)[each.id]
        row += (title, deadline.date.written if deadline else None)
        unknown += [DUE.name] * (deadline is None)

    def foreign_above(self) -> Iterator[Foreign]:
        """The reference to what the items lie in."""
        if self.above:
            above = Owners(tuple(dict.fromkeys(way.kind for way in ways_to(self.above))))
            key = "id" if self.above.model is Class else PLACE.name
            own = self.owners.key[-len(above.key) :]
            yield Foreign((*own, self.above.one), self.above.table, (*above.key, key))


DUE = TableColumn(
    "due", "Hạn gửi danh sách đang áp dụng", "date", "Của lớp; lớp không nêu thì của chương trình."
)
OF_CLASSES = (
    TableColumn("name", "Lớp", description="Tên gọi của lớp: số, tên, hoặc ngày, nơi học."),
    DUE,
)
"""What is worked out of classes."""

PLACE = TableColumn(
    "place", "Vị trí trong mục", description="Khóa và số thứ tự trong tệp JSON của mục, từ 0."
)


def place_of(found: FoundItem) -> str:
    """What names an item in its record: the id of a class, else where it stands."""
    return found.item.id if isinstance(found.item, Class) else found.place


def above_columns(above: ItemSort | None) -> tuple[TableColumn, ...]:
    """The column that names what an item lies in."""
    if above is None:
        return ()
    told = f"Thuộc dòng nào của bảng {above.table}; trống: thuộc cả mục."
    return (TableColumn(above.one, f"Thuộc {above.title.lower()}", description=told),)


def allocation_table(fields: Fields, catalogue: Catalogue) -> Table:
    """What each body gets of the seats of each class."""
    program, body = KINDS["program"], KINDS["organization"]

    def rows() -> Iterator[TableRow]:
        for each in catalogue.programs.values():
            for of_class in each.classes:
                for id, seats in of_class.allocations.items():
                    owner = (each.id, fields.names[program.code][each.id], each.is_draft)
                    yield (*owner, of_class.id, id, fields.names[body.code][id], seats, None)

    def count() -> int:
        programs = catalogue.programs.values()
        return sum(len(of_class.allocations) for each in programs for of_class in each.classes)

    columns = (
        *Owners((program,)).columns,
        TableColumn("class", "Lớp (mã)"),
        *referring(body.code, "Đơn vị được phân bổ", table_of(body)),
        TableColumn("seats", "Chỉ tiêu", "integer"),
        UNKNOWN,
    )
    foreign = Foreign(("program", "class"), "classes", ("program", "id"))
    key = ("program", "class", "organization")
    grain = "Mỗi dòng một đơn vị được phân bổ chỉ tiêu của một lớp."
    return Table("allocations", "Phân bổ chỉ tiêu", grain, columns, key, rows, count, (foreign,))
