"""Everything in one JSON file: all records with all that their own files hold, and what to know of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pydantic_core import to_json

from catalogue.model.kinds import KINDS, Kind
from catalogue.page import Closing, Download, File, Published
from catalogue.views.exports.api import FirstWords
from catalogue.views.exports.data import API_VERSION, way_to
from catalogue.views.exports.json_lines import json_lines_address
from catalogue.views.exports.openapi import DESCRIPTION, WHOLE
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE
from catalogue.views.words.misreadings import GRAINS, MISREADINGS
from catalogue.views.words.provenance import provenance


def whole_file(context: Context) -> Iterator[Closing]:
    """The file, which is joined from the lines of the records."""
    total = sum(len(context.catalogue.of(kind)) for kind in KINDS)
    download = Download("Toàn bộ danh mục", "JSON", DATA_PAGE, total, "mục")
    yield Closing(WHOLE, partial(whole, context), download=download)


def whole(context: Context, published: Published) -> File:
    """What to know of all records, then the records of each kind; each is a line, as in JSON Lines."""
    head = to_json(head_of(context), indent=2).removesuffix(b"\n}")
    kinds = b",\n".join(records_of(kind, published) for kind in KINDS.values())
    return File(WHOLE, head + b',\n  "records": {\n' + kinds + b"\n  }\n}\n", "application/json")


def records_of(kind: Kind, published: Published) -> bytes:
    """The records of a kind under the name of its folder."""
    lines = published(json_lines_address(kind)).removesuffix(b"\n").replace(b"\n", b",\n")
    return b'    "' + kind.folder.encode() + b'": [\n' + lines + b"\n    ]"


def head_of(context: Context) -> dict[str, object]:
    """What to know before reading: of which data it is, how it is misread, where its keys are described."""
    return {
        "readFirst": FirstWords(GRAINS, MISREADINGS),
        "api_version": API_VERSION,
        **provenance(context),
        "description": way_to(context, WHOLE, DESCRIPTION),
    }
