"""The whole catalogue as an SQLite database: tables, references, a search without marks, views to add up.

The library of SQLite decides about the bytes: the same one makes the same of the same data.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from functools import partial

from catalogue.language.vietnamese import fold
from catalogue.model.cited import names_of
from catalogue.model.record import Record
from catalogue.model.shape import texts_in
from catalogue.page import Download, File, Output
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE, MEDIA_TYPES
from catalogue.views.words.read_first import first_words
from catalogue.views.words.sql import created, inserted, plain, values_of
from catalogue.views.words.table_parts import column_table

ADDRESS = f"{DATA_PAGE}danh-muc.sqlite"
MEDIA_TYPE = MEDIA_TYPES["sqlite"]
SEARCHED = "records"
"""The table whose rows search finds, by their number."""
PREPARED = """
PRAGMA page_size = 4096;
PRAGMA auto_vacuum = NONE;
PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
"""
SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  title, names, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
)"""
VIEWS = """
CREATE VIEW amounts_to_add AS
  SELECT year, program, lead, organizers, sort, sort_label, state, state_label, value, unit, measure, bound
  FROM amounts WHERE adds = 1;
CREATE VIEW amounts_by_organization AS
  SELECT named.organization, named.role, named.role_label, amounts.*
  FROM program_organizations AS named JOIN amounts ON amounts.program = named.program
  WHERE named.role IN ('lead', 'organizers');
CREATE VIEW sums_by_reason AS
  SELECT year, sort, sort_label, state, state_label, unit, not_added, not_added_label,
    COUNT(*) AS programs, SUM(value) AS value, SUM(adds AND bound <> 'exact') AS inexact
  FROM amounts GROUP BY year, sort, sort_label, state, state_label, unit, not_added, not_added_label;
CREATE VIEW sums_by_year AS
  SELECT year, sort, sort_label, state, state_label, unit,
    SUM(CASE WHEN not_added IS NULL THEN value END) AS total,
    SUM(CASE WHEN not_added IS NULL THEN programs ELSE 0 END) AS programs,
    SUM(inexact) AS inexact,
    SUM(CASE WHEN not_added IS NULL THEN 0 ELSE programs END) AS not_added,
    GROUP_CONCAT(not_added_label || ': ' || programs, '; ') AS why_not
  FROM sums_by_reason GROUP BY year, sort, sort_label, state, state_label, unit;
"""
"""What may be added up: without drafts, without what lies in other numbers, each unit for itself.

A year in which nothing may be added has its rows too, without a total and with what is left out.
"""
WITHOUT_SEARCH = " (không có bảng tìm kiếm: thư viện SQLite ở nơi tạo tệp thiếu FTS5)"

sqlite3.register_adapter(Decimal, plain)
# What has no adapter is looked for in three places, each time: most cells of wide tables are empty.
sqlite3.register_adapter(type(None), lambda _: None)
sqlite3.register_adapter(bool, int)


def sqlite_file(context: Context) -> Iterator[Output]:
    """The file; where the library of SQLite cannot search, its title says so."""
    with closing(sqlite3.connect(":memory:")) as trial:
        title = "Cơ sở dữ liệu toàn bộ danh mục" + ("" if can_search(trial) else WITHOUT_SEARCH)
    total = sum(1 for _ in context.catalogue)
    download = Download(title, "SQLite", DATA_PAGE, total, "mục")
    yield Output(ADDRESS, partial(database_file, context), download=download)


def database_file(context: Context) -> File:
    """The database as a file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        fill(connection, context)
        return File(ADDRESS, connection.serialize(), MEDIA_TYPE)


def fill(connection: sqlite3.Connection, context: Context) -> None:
    """Put everything into an empty database."""
    connection.executescript(PREPARED)
    connection.execute("BEGIN")
    for table in (*context.tables, column_table(context.tables)):
        connection.execute(created(table, is_searched=table.name == SEARCHED))
        connection.executemany(inserted(table), values_of(table))
    connection.execute("CREATE TABLE read_first (number INTEGER PRIMARY KEY, about TEXT, words TEXT)")
    connection.executemany("INSERT INTO read_first (about, words) VALUES (?, ?)", first_words(context))
    if can_search(connection):
        texts = (texts_to_find(*each) for each in enumerate(context.catalogue, 1))
        connection.executemany("INSERT INTO search (rowid, title, names, text) VALUES (?, ?, ?, ?)", texts)
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
    connection.execute("COMMIT")
    connection.executescript(f"{VIEWS}\nVACUUM;")


def can_search(connection: sqlite3.Connection) -> bool:
    """Whether a table for search could be made."""
    try:
        connection.execute(SEARCH)
    except sqlite3.DatabaseError:
        return False
    return True


def texts_to_find(turn: int, record: Record) -> tuple[int, str, str, str]:
    """What a record is found by: its title, its other names, its texts."""
    title, *names = names_of(record)
    return turn, to_find(title), to_find("\n".join(names)), to_find("\n".join(texts_in(record)))


def to_find(text: str) -> str:
    """A text as it is typed without marks, and once more its lines with a đ.

    The tokenizer folds every mark of what is looked for, but knows of no d that a đ could stand for.
    """
    small = text.lower()
    return "\n".join([fold(text), *(line for line in small.split("\n") if "đ" in line)])
