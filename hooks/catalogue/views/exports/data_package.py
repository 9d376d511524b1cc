"""`/du-lieu/datapackage.json`: the CSV files as a Frictionless Data Package: columns, keys, checksums."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from catalogue.model.dates import DATE_FORM
from catalogue.page import Closing, Download, File, Published, json_file, only_stated
from catalogue.views.exports.csv_tables import csv_address
from catalogue.views.words.context import Context
from catalogue.views.words.csv_text import GUARD, GUARD_TOLD
from catalogue.views.words.downloads import DATA_PAGE, Seal
from catalogue.views.words.offers import seal_of
from catalogue.views.words.provenance import citation
from catalogue.views.words.table_joined import joined_tables_of
from catalogue.views.words.table_parts import Foreign, Table, TableColumn

ADDRESS = f"{DATA_PAGE}datapackage.json"
FORM = "Data Package"
GUARDED_DATE = f"^{GUARD}?{DATE_FORM.removeprefix('^')}"
"""How a date is written in CSV: one without its year begins with a hyphen, and is guarded."""
Descriptor = dict[str, Any]


def data_package_file(context: Context) -> Iterator[Closing]:
    """The description of the CSV files, once they are there."""
    total = len(joined_tables_of(context))
    download = Download("Mô tả các bảng CSV: cột, khóa, mã kiểm tra", FORM, DATA_PAGE, total, "bảng")
    yield Closing(ADDRESS, partial(data_package, context), download=download)


def data_package(context: Context, published: Published) -> File:
    """The package: of which data, under which licence, and each of its tables."""
    settings, publication = context.catalogue.settings, context.publication
    described = only_stated(
        {
            "name": "danh-muc",
            "title": settings.name,
            "description": f"{settings.description} {settings.notice}. Ghi nguồn: «{citation(context)}».",
            "homepage": publication.address,
            "version": publication.revision,
            "profile": "tabular-data-package",
            "licenses": [licence(context)],
            "contributors": [{"title": settings.name, "role": "publisher"}],
            "resources": [
                resource(table, seal_of(context, published, csv_address(table)))
                for table in joined_tables_of(context)
            ],
        }
    )
    return json_file(ADDRESS, described)


def licence(context: Context) -> Descriptor:
    """The licence, by its name and its address."""
    settings = context.catalogue.settings
    name = settings.licence.replace(" ", "-")
    return only_stated({"name": name, "title": settings.licence, "path": settings.licence_place})


def resource(table: Table, file: Seal) -> Descriptor:
    """A table: where its file is, how one knows that it is whole, what its columns hold."""
    return {
        "name": table.name,
        "path": csv_address(table).removeprefix(DATA_PAGE),
        "title": table.title,
        "description": f"{table.grain} {GUARD_TOLD}",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.checksum}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": only_stated(
            {
                "fields": [field(column) for column in table.columns],
                "missingValues": [""],
                "primaryKey": list(table.key),
                "foreignKeys": [foreign_key(each, table) for each in table.foreign if is_whole(each, table)],
            }
        ),
    }


def field(column: TableColumn) -> Descriptor:
    """A column. A date may be as short as its source prints it, which no type of the standard is."""
    is_date = column.type == "date"
    return only_stated(
        {
            "name": column.name,
            "title": column.title,
            "description": column.description,
            "type": "string" if is_date else column.type,
            "constraints": {"pattern": GUARDED_DATE} if is_date else None,
        }
    )


def is_whole(foreign: Foreign, table: Table) -> bool:
    """Whether a reference has all of its columns or none: the standard knows no other."""
    return len(foreign.columns) == 1 or {*foreign.columns} <= {*table.key}


def foreign_key(foreign: Foreign, table: Table) -> Descriptor:
    """A reference to the rows of a table; one to the same table has no name there."""
    resource = "" if foreign.table == table.name else foreign.table
    return {
        "fields": list(foreign.columns),
        "reference": {"resource": resource, "fields": list(foreign.keys)},
    }
