"""Everything in one archive: the tables, the whole catalogue as JSON, the schemas, and what to read first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from io import BytesIO

from catalogue.model.kinds import KINDS
from catalogue.model.schema import schema_text, schemas
from catalogue.page import Closing, Download, File, Published
from catalogue.views.exports.csv_tables import FOLDER, csv_address
from catalogue.views.exports.data_package import ADDRESS as PACKAGE
from catalogue.views.exports.openapi import WHOLE
from catalogue.views.exports.packing import PackedZip
from catalogue.views.words.archive import READ_FIRST, read_first
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE, MEDIA_TYPES
from catalogue.views.words.table_joined import joined_tables_of

ADDRESS = f"{DATA_PAGE}danh-muc.zip"


def archive_file(context: Context) -> Iterator[Closing]:
    """The archive, once what it holds is there."""
    total = sum(len(context.catalogue.of(kind)) for kind in KINDS)
    download = Download("Trọn bộ tệp CSV, JSON, lược đồ", "ZIP", DATA_PAGE, total, "mục")
    yield Closing(ADDRESS, partial(archive, context), download=download)


def archive(context: Context, published: Published) -> File:
    """The files in the archive, each with the name that it has on the site, below its own folder."""
    stream = BytesIO()
    with PackedZip(stream, "w") as into:
        for name, content in contents(context, published):
            into.put(name, [content])
    return File(ADDRESS, stream.getvalue(), MEDIA_TYPES["zip"])


def contents(context: Context, published: Published) -> Iterator[tuple[str, bytes]]:
    """What is in it."""
    tables = joined_tables_of(context)
    yield READ_FIRST, read_first(context, tables).encode()
    for table in tables:
        address = csv_address(table)
        yield f"csv/{address.removeprefix(FOLDER)}", published(address)
    for address in (PACKAGE, WHOLE):
        yield address.removeprefix(DATA_PAGE), published(address)
    yield from schema_files()


@cache
def schema_files() -> tuple[tuple[str, bytes], ...]:
    """The schemas of the records: the same for every catalogue."""
    return tuple((f"schema/{name}", schema_text(schema).encode()) for name, schema in schemas())
