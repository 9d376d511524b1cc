"""`/api/v1/index.json`: what there is to read, and how not to misread it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.model.kinds import KINDS, Kind
from catalogue.page import Download, Output
from catalogue.views.exports.api import Collection, FileHead, FirstWords, TopFile
from catalogue.views.exports.data import (
    API_VERSION,
    FORM,
    file_address,
    index_address,
    json_output,
    licence_of,
    way_to,
)
from catalogue.views.exports.openapi import DESCRIPTION, ID, TOP
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE
from catalogue.views.words.misreadings import GRAINS, MISREADINGS


def top_files(context: Context) -> Iterator[Output]:
    """The file that names the index of each kind."""
    download = Download("Đọc trước: có những gì, đọc thế nào cho đúng", FORM, DATA_PAGE, len(KINDS), "loại")
    yield json_output(TOP, partial(top_file, context), download)


def top_file(context: Context) -> TopFile:
    """What there is of each kind, and what to know before reading it."""
    return TopFile(
        **vars(head_of(context, TOP)),
        address=way_to(context, TOP, ""),
        licence=licence_of(context),
        collections=tuple(collection(context, kind) for kind in KINDS.values()),
    )


def head_of(context: Context, file: str) -> FileHead:
    """What to know before reading a file of the whole catalogue, at its address."""
    publication, settings = context.publication, context.catalogue.settings
    return FileHead(
        readFirst=FirstWords(GRAINS, MISREADINGS),
        api_version=API_VERSION,
        title=settings.name,
        notice=settings.notice,
        revision=publication.revision or None,
        revised=publication.revised or None,
        description=way_to(context, file, DESCRIPTION),
    )


def collection(context: Context, kind: Kind) -> Collection:
    """How many records of a kind there are, and where they are found."""
    records = context.catalogue.of(kind.code).values()
    return Collection(
        kind=kind.code,
        title=kind.label,
        total=len(records),
        drafts=sum(record.is_draft for record in records),
        index=way_to(context, TOP, index_address(kind)),
        record=way_to(context, TOP, file_address(kind, ID)),
    )
