"""The tables of the catalogue as CSV, a file each; that of programmes has a row for each class."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.page import Download, File, Output
from catalogue.views.words.context import Context
from catalogue.views.words.csv_text import csv_content
from catalogue.views.words.downloads import DATA_PAGE, MEDIA_TYPES
from catalogue.views.words.table_joined import joined_tables_of
from catalogue.views.words.table_parts import Table

FORM = "CSV"
MEDIA_TYPE = f"{MEDIA_TYPES['csv']}; charset=utf-8; header=present"
FOLDER = f"{DATA_PAGE}csv/"


def csv_files(context: Context) -> Iterator[Output]:
    """A file for each table."""
    for table in joined_tables_of(context):
        download = Download(table.title, FORM, DATA_PAGE, table.total, "dòng")
        yield Output(csv_address(table), partial(csv_file, table), download=download)


def csv_address(table: Table) -> str:
    """Where the file of a table stands."""
    return f"{FOLDER}{table.file_name}.csv"


def csv_file(table: Table) -> File:
    """A table as a file."""
    return File(csv_address(table), csv_content(table.columns, table.rows()), MEDIA_TYPE)
