"""The data for other programs: one JSON file a record, an index a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Final

from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS, Kind
from catalogue.model.record import Record
from catalogue.page import Download, Output, json_file
from catalogue.problems.problem import Place
from catalogue.views.exports.api import Backreference, IndexEntry, IndexFile, RecordFile
from catalogue.views.words.context import Context

API_VERSION: Final = 1
FORM = "JSON"


def data_files(context: Context) -> Iterator[Output]:
    """A file for each record, and an index for each kind."""
    for kind in KINDS.values():
        records = context.catalogue.of(kind.code).values()
        index = Download(f"Bảng kê {kind.label.lower()}", FORM, f"{kind.section}/", len(records), "mục")
        yield json_output(index_address(kind), partial(index_file, context, kind), index)
        for record in records:
            of_record = Download("Dữ liệu của mục này", FORM, context.catalogue.address(record), 1, "mục")
            yield json_output(record_address(record), partial(record_file, context, record), of_record)


def json_output(address: str, values: Callable[[], object], download: Download) -> Output:
    """A JSON file with values that are worked out once it is asked for."""
    return Output(address, lambda: json_file(address, values()), download=download)


def record_address(record: Record) -> str:
    """Where the file of a record stands."""
    return file_address(KINDS[record.kind], record.id)


def file_address(kind: Kind, id: str) -> str:
    """Where the file of a kind and id stands."""
    return f"api/v{API_VERSION}/{kind.folder}/{id}.json"


def index_address(kind: Kind) -> str:
    """Where the index of a kind stands."""
    return f"api/v{API_VERSION}/{kind.folder}.json"


def way_to(context: Context, file: str, address: str) -> str:
    """An address as a file tells it: relative to the file where nobody knows where the site stands."""
    return (context.publication.address or "../" * file.count("/")) + address


def record_file(context: Context, record: Record) -> RecordFile:
    """A record as its file has it, with its id, address, notice, confirmation, and who refers to it."""
    return RecordFile(
        api_version=API_VERSION,
        kind=record.kind,
        id=record.id,
        address=way_to(context, record_address(record), context.catalogue.address(record)),
        notice=context.catalogue.settings.notice,
        licence=licence_of(context),
        revision=context.publication.revision or None,
        revised=context.publication.revised or None,
        confirmation=confirmation_of(context.catalogue, record),
        record=record.model_dump(mode="json", exclude_unset=True),
        referred_to_by=tuple(
            Backreference(link.record.kind, link.record.id, dotted(link.place))
            for link in context.catalogue.backlinks.get((record.kind, record.id), ())
        ),
    )


@lru_cache(4096)
def dotted(place: Place) -> str:
    """A place in a record as programs have it: «classes.0.venue»."""
    return ".".join(map(str, place))


def index_file(context: Context, kind: Kind) -> IndexFile:
    """The records of a kind: id, title, level of confirmation and what it comes to, address of their file."""
    here = index_address(kind)
    return IndexFile(
        api_version=API_VERSION,
        kind=kind.code,
        notice=context.catalogue.settings.notice,
        licence=licence_of(context),
        revision=context.publication.revision or None,
        revised=context.publication.revised or None,
        records=tuple(
            IndexEntry(
                id=record.id,
                title=record.title,
                verification=record.verification.level,
                confirmation=confirmation_of(context.catalogue, record),
                address=way_to(context, here, context.catalogue.address(record)),
                json=way_to(context, here, record_address(record)),
            )
            for record in context.catalogue.of(kind.code).values()
        ),
    )


def licence_of(context: Context) -> str:
    """Where the licence is read; its name where nobody knows."""
    return context.catalogue.settings.licence_place or context.catalogue.settings.licence
