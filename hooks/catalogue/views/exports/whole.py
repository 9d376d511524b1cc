"""Everything in one JSON file: all records with all that their own files hold, and what to know of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pydantic_core import to_json

from catalogue.model.kinds import KINDS, Kind
from catalogue.page import JSON, Closing, Download, File, Published
from catalogue.views.exports.json_lines import json_lines_address
from catalogue.views.exports.openapi import WHOLE
from catalogue.views.exports.top import head_of
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE
from catalogue.views.words.provenance import naming, terms


def whole_file(context: Context) -> Iterator[Closing]:
    """The file, which is joined from the lines of the records."""
    total = sum(len(context.catalogue.of(kind)) for kind in KINDS)
    download = Download("Toàn bộ danh mục", "JSON", DATA_PAGE, total, "mục")
    yield Closing(WHOLE, partial(whole, context), download=download)


def whole(context: Context, published: Published) -> File:
    """What to know of all records, then the records of each kind; each is a line, as in JSON Lines."""
    told = {**vars(head_of(context, WHOLE)), **terms(context), **naming(context)}
    head = to_json(told, indent=2).removesuffix(b"\n}")
    kinds = b",\n".join(records_of(kind, published) for kind in KINDS.values())
    return File(WHOLE, head + b',\n  "records": {\n' + kinds + b"\n  }\n}\n", JSON)


def records_of(kind: Kind, published: Published) -> bytes:
    """The records of a kind under the name of its folder."""
    lines = published(json_lines_address(kind)).removesuffix(b"\n").replace(b"\n", b",\n")
    return b'    "' + kind.folder.encode() + b'": [\n' + lines + b"\n    ]"
