"""Tables of who names whom, where a field names several records: bodies of a programme, topics, issuers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from catalogue.model.kinds import KINDS, Kind
from catalogue.model.record import Record
from catalogue.views.words.table_fields import RecordNames, ReferenceField, TableField, reference_fields
from catalogue.views.words.table_items import PLACE, ItemTable, Owners, table_of
from catalogue.views.words.table_parts import UNKNOWN, Foreign, Table, TableColumn, TableRow, coded, referring
from catalogue.views.words.table_ways import FoundItem

Holder = tuple[Kind, Record, FoundItem | None]
"""What names others: a record, or an item in it."""


class LinkTable(NamedTuple):
    """The table of the records of a kind that others name, or that items in others do."""

    names: RecordNames
    one: str
    title: str
    owners: Owners
    fields: Sequence[ReferenceField]
    target: Kind
    holders: Callable[[], Iterator[Holder]]
    of_items: str = ""
    """The table of the items that name them; empty where records do."""

    def table(self) -> Table:
        """The table, whose rows are made when they are asked for."""
        place = (PLACE,) if self.of_items else ()
        roles = "; ".join(f"{field.name}: {field.title}" for field in self.fields)
        other = "other" if self.target.code in self.owners.key else self.target.code
        own = (*self.owners.key, *(column.name for column in place))
        columns = (
            *self.owners.columns,
            *place,
            *coded("role", "Vai trò", roles),
            TableColumn("number", "Thứ tự", "integer", "Thứ tự trong mục, từ 1."),
            *referring(other, self.target.label, table_of(self.target)),
            UNKNOWN,
        )
        foreign = (Foreign(own, self.of_items, own),) if self.of_items else self.owners.foreign
        name, grain = (
            f"{self.one}_{table_of(self.target)}",
            f"Mỗi dòng một lần nêu tên {self.target.label.lower()}.",
        )
        return Table(
            name, self.title, grain, columns, (*own, "role", "number"), self.rows, self.counted, foreign
        )

    def rows(self) -> Iterator[TableRow]:
        """Who names whom, field by field."""
        names = self.names[self.target.code]
        for kind, record, found in self.holders():
            place = (found.place,) if found else ()
            for field in self.fields:
                for number, id in enumerate(field.ids(found.item if found else record), 1):
                    owner = self.owners.values(kind, record, self.names[kind.code][record.id])
                    yield (*owner, *place, field.name, field.title, number, id, names[id], None)

    def counted(self) -> int:
        """How many rows there are."""
        return sum(
            len(field.ids(found.item if found else record))
            for _, record, found in self.holders()
            for field in self.fields
        )


def links_of_kind(
    names: RecordNames, kind: Kind, fields: Sequence[TableField], records: Sequence[Record]
) -> Iterator[Table]:
    """Whom the records of a kind name, a table for each kind of which a field names several."""

    def holders() -> Iterator[Holder]:
        return ((kind, record, None) for record in records)

    for target, named in by_target(fields):
        title = f"{kind.label}: {target.label.lower()}"
        yield LinkTable(names, kind.code, title, Owners((kind,)), named, target, holders).table()


def links_of_items(items: ItemTable) -> Iterator[Table]:
    """Whom items name, likewise."""
    fields, item, owners = items.fields.of(items.item.model), items.item, items.owners
    for target, named in by_target(fields):
        title = f"{item.title}: {target.label.lower()}"
        names, holders = items.fields.names, items.found
        yield LinkTable(names, item.one, title, owners, named, target, holders, item.table).table()


def by_target(fields: Sequence[TableField]) -> Iterator[tuple[Kind, Sequence[ReferenceField]]]:
    """The fields that hold references, by the kind that they name, where one of them names several."""
    found: dict[str, list[ReferenceField]] = defaultdict(list)
    for field in reference_fields(fields):
        found[field.reference.kind].append(field)
    for kind, named in found.items():
        if any(field.is_list for field in named):
            yield KINDS[kind], named
