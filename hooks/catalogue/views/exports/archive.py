"""Everything in one archive: the tables, the whole catalogue as JSON, the schemas, and what to read first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from catalogue.model.kinds import KINDS
from catalogue.model.schema import schema_text, schemas
from catalogue.page import Closing, Download, File, Published
from catalogue.views.exports.csv_tables import FOLDER, csv_address
from catalogue.views.exports.data_package import ADDRESS as PACKAGE
from catalogue.views.exports.openapi import WHOLE
from catalogue.views.words.archive import READ_FIRST, read_first
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE, MEDIA_TYPES
from catalogue.views.words.table_joined import joined_tables_of

ADDRESS = f"{DATA_PAGE}danh-muc.zip"
NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every file in it, the first that an archive knows: the same data gives the same bytes."""
LEVEL = 4
"""A tenth larger than at 6, the usual level, in two thirds of the time."""


def archive_file(context: Context) -> Iterator[Closing]:
    """The archive, once what it holds is there."""
    total = sum(len(context.catalogue.of(kind)) for kind in KINDS)
    download = Download("Trọn bộ tệp CSV, JSON, lược đồ", "ZIP", DATA_PAGE, total, "mục")
    yield Closing(ADDRESS, partial(archive, context), download=download)


def archive(context: Context, published: Published) -> File:
    """The files in the archive, each with the name that it has on the site, below its own folder."""
    stream = BytesIO()
    with ZipFile(stream, "w") as into:
        for name, content in contents(context, published):
            into.writestr(member(name), content, ZIP_DEFLATED, LEVEL)
    return File(ADDRESS, stream.getvalue(), MEDIA_TYPES["zip"])


def member(name: str) -> ZipInfo:
    """A file of the archive, without what differs from machine to machine."""
    info = ZipInfo(name, NO_DAY)
    info.create_system, info.external_attr = 3, 0o644 << 16
    return info


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
