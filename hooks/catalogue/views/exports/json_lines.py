"""The records of each kind as JSON Lines: one line a record, with what its JSON file holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pydantic_core import to_json

from catalogue.model.kinds import KINDS, Kind
from catalogue.page import Download, File, Output
from catalogue.views.exports.data import record_file
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE, MEDIA_TYPES

FORM = "JSON Lines"
MEDIA_TYPE = MEDIA_TYPES["jsonl"]


def json_lines_files(context: Context) -> Iterator[Output]:
    """A file for each kind."""
    for kind in KINDS.values():
        download = Download(kind.label, FORM, DATA_PAGE, len(context.catalogue.of(kind.code)), "mục")
        yield Output(json_lines_address(kind), partial(json_lines_file, context, kind), download=download)


def json_lines_address(kind: Kind) -> str:
    """Where the file of a kind stands."""
    return f"{DATA_PAGE}jsonl/{kind.folder}.jsonl"


def json_lines_file(context: Context, kind: Kind) -> File:
    """The records of a kind, each on a line."""
    records = context.catalogue.of(kind.code).values()
    lines = [to_json(record_file(context, record)) + b"\n" for record in records]
    return File(json_lines_address(kind), b"".join(lines), MEDIA_TYPE)
