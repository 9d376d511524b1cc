"""The catalogue as flat tables, which every file of rows is made of: spreadsheets, CSV, databases.

They follow the model: a field that is added to it is a column from then on, a list of groups a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from catalogue.language.vocabulary import Confirmation
from catalogue.model.collection import Catalogue
from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS, Kind
from catalogue.model.parts import Citation
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Plan
from catalogue.page import Publication
from catalogue.views.words.table_amounts import amount_table, number_columns, put_numbers
from catalogue.views.words.table_fields import Fields, Filling, RecordNames, fillings, names_of, put_fields
from catalogue.views.words.table_items import ItemTable, allocation_table, table_of
from catalogue.views.words.table_links import links_of_items, links_of_kind
from catalogue.views.words.table_parts import (
    BETWEEN_SHORT,
    BETWEEN_WORDS,
    IS_DRAFT,
    UNKNOWN,
    Table,
    TableColumn,
    TableRow,
    Value,
    coded,
)
from catalogue.views.words.table_ways import ITEMS, ways_to


def tables_of(catalogue: Catalogue, publication: Publication) -> Iterator[Table]:
    """All tables: of kinds, of what stands in records, of numbers that may be added, of who names whom."""
    names = catalogue.once(names_of)
    fields = Fields(names)
    items = [ItemTable(fields, catalogue, item, tuple(ways_to(item))) for item in ITEMS]
    links = chain(
        *(
            links_of_kind(names, kind, fields.of(kind.model), tuple(catalogue.of(kind.code).values()))
            for kind in KINDS.values()
        ),
        *(links_of_items(each) for each in items),
    )
    yield from (kind_table(catalogue, publication, fields, kind) for kind in KINDS.values())
    yield from (each.table() for each in items)
    yield allocation_table(fields, catalogue)
    yield amount_table(names, catalogue)
    yield from links
    yield record_table(catalogue, publication)


def kind_table(catalogue: Catalogue, publication: Publication, fields: Fields, kind: Kind) -> Table:
    """The table of a kind, a row for each record."""
    records = catalogue.of(kind.code)
    title, *others = fields.of(kind.model)
    own = (column for field in others for column in field.columns)
    return Table(
        table_of(kind),
        kind.label,
        f"Mỗi dòng một mục: {kind.label.lower()}.",
        (ID, *title.columns, *about(kind), *own, SOURCES, UNKNOWN),
        (ID.name,),
        partial(kind_rows, catalogue, publication, fields.names, (fillings([title]), fillings(others)), kind),
        lambda: len(records),
    )


ID = TableColumn(
    "id", "Mã", description="Mã của mục, duy nhất trong loại của nó, không bao giờ đổi người dùng."
)
PAGE = TableColumn("page", "Trang", description="Địa chỉ trang của mục.")
YEARS = TableColumn("years", "Các năm", description="Năm diễn ra, như nguồn nêu; không kể năm suy đoán.")
SOURCES = TableColumn(
    "sources", "Nguồn", description="Nguồn và văn bản, mỗi dòng một; chi tiết ở bảng citations."
)
CONFIRMATION = coded(
    "confirmation", "Theo nguồn nào", "; ".join(f"{each}: {each.label}" for each in Confirmation)
)
DATED = (Program, Plan)
"""The kinds of records that take place in years."""


def about(kind: Kind) -> Iterator[TableColumn]:
    """The columns of a kind that no field of its model is, but that are worked out."""
    yield from (IS_DRAFT, *CONFIRMATION, PAGE)
    if issubclass(kind.model, DATED):
        yield YEARS
    if kind.model is Program:
        yield from number_columns()


def kind_rows(
    catalogue: Catalogue,
    publication: Publication,
    names: RecordNames,
    filled: tuple[Sequence[Filling], Sequence[Filling]],
    kind: Kind,
) -> Iterator[TableRow]:
    """The records of a kind as rows."""
    title, others = filled
    for record in catalogue.of(kind.code).values():
        row: list[Value] = [record.id]
        unknown: list[str] = []
        put_fields(title, record, row, unknown)
        put_about(catalogue, publication, record, row, unknown)
        put_fields(others, record, row, unknown)
        sources = BETWEEN_WORDS.join(cited(names, each) for each in record.sources)
        unknown += [SOURCES.name] * (not sources)
        yield (*row, sources or None, BETWEEN_SHORT.join(unknown) or None)


def put_about(
    catalogue: Catalogue, publication: Publication, record: Record, row: list[Value], unknown: list[str]
) -> None:
    """What is worked out of a record."""
    confirmation = confirmation_of(catalogue, record)
    row += (record.is_draft, str(confirmation), confirmation.label)
    row.append(publication.address + catalogue.address(record))
    if isinstance(record, DATED):
        years = BETWEEN_SHORT.join(map(str, catalogue.years(record)))
        row.append(years or None)
        unknown += [YEARS.name] * (not years)
    if isinstance(record, Program):
        put_numbers(catalogue, record, row, unknown)


def cited(names: RecordNames, each: Citation) -> str:
    """A source or a document, and the place in it."""
    name = names["document"][each.document] if each.document else names["source"][str(each.source)]
    return f"{name} ({each.locator})" if each.locator else name


def record_table(catalogue: Catalogue, publication: Publication) -> Table:
    """Every record, whatever its kind, by its title: what tables name that speak of several kinds."""
    kinds = "; ".join(f"{kind.code}: {kind.label}" for kind in KINDS.values())

    def rows() -> Iterator[TableRow]:
        for record in catalogue:
            row: list[Value] = [record.kind, KINDS[record.kind].label, record.id, record.title]
            confirmation = confirmation_of(catalogue, record)
            row += (record.is_draft, str(confirmation), confirmation.label)
            yield (*row, publication.address + catalogue.address(record))

    columns = (
        *coded("kind", "Loại mục", kinds),
        ID,
        TableColumn("title", "Tên"),
        IS_DRAFT,
        *CONFIRMATION,
        PAGE,
    )
    total = partial(sum, [len(catalogue.of(kind)) for kind in KINDS])
    return Table(
        "records", "Mọi mục", "Mỗi dòng một mục, thuộc bất cứ loại nào.", columns, ("kind", "id"), rows, total
    )
