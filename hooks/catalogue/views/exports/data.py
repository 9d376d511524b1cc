"""The data for other programs: one JSON file a record, an index a kind, and the page that tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from catalogue.load import Catalogue
from catalogue.model.kinds import KINDS, Kind
from catalogue.model.records import Record
from catalogue.page import ROOT, File, Output, Page, Piece, Site, json_file, page, template
from catalogue.views.words.phrases import Phrases

API_VERSION = 1


def data_files(phrases: Phrases, site: Site) -> Iterator[Output]:
    """Every file for programs, and the page that lists them."""
    catalogue = phrases.catalogue
    for kind in KINDS.values():
        for record in catalogue.of(kind.code).values():
            yield Output(
                f"api/v{API_VERSION}/{kind.folder}/{record.id}.json",
                partial(record_file, catalogue, site, record),
            )
        yield Output(f"api/v{API_VERSION}/{kind.folder}.json", partial(index_file, catalogue, site, kind))
    yield Output("du-lieu/", partial(data_page, catalogue, site), indexed=True)


def record_file(catalogue: Catalogue, site: Site, record: Record) -> File:
    """The file of a record."""
    return json_file(
        f"api/v{API_VERSION}/{KINDS[record.kind].folder}/{record.id}.json",
        record_json(catalogue, site, record),
    )


def index_file(catalogue: Catalogue, site: Site, kind: Kind) -> File:
    """The index of a kind."""
    return json_file(
        f"api/v{API_VERSION}/{kind.folder}.json",
        index_json(catalogue, site, kind, list(catalogue.of(kind.code).values())),
    )


def record_json(catalogue: Catalogue, site: Site, record: Record) -> dict[str, Any]:
    """A record as its file has it, with its id, its address, its notice, and who refers to it."""
    return {
        "api_version": API_VERSION,
        "kind": record.kind,
        "id": record.id,
        "address": site.address + catalogue.address(record),
        "notice": catalogue.settings.notice,
        "licence": catalogue.settings.licence_address,
        "revision": site.revision or None,
        "record": record.model_dump(mode="json", exclude_unset=True),
        "referred_to_by": [
            {
                "kind": backlink.record.kind,
                "id": backlink.record.id,
                "place": ".".join(str(step) for step in backlink.place),
            }
            for backlink in catalogue.backlinks.get((record.kind, record.id), ())
        ],
    }


def index_json(catalogue: Catalogue, site: Site, kind: Kind, records: list[Record]) -> dict[str, Any]:
    """The records of a kind: id, title, level of confirmation, address of their file."""
    return {
        "api_version": API_VERSION,
        "kind": kind.code,
        "notice": catalogue.settings.notice,
        "licence": catalogue.settings.licence_address,
        "records": [
            {
                "id": record.id,
                "title": record.title,
                "verification": record.verification.level,
                "address": site.address + catalogue.address(record),
                "json": f"{site.address}api/v{API_VERSION}/{kind.folder}/{record.id}.json",
            }
            for record in records
        ],
    }


def data_page(catalogue: Catalogue, site: Site) -> Page:
    """What programs can read, under which licence."""
    lead = "Toàn bộ dữ liệu ở dạng máy đọc được, tại địa chỉ không đổi."
    kinds = [
        (kind, len(catalogue.of(kind.code)), f"api/v{API_VERSION}/{kind.folder}.json")
        for kind in KINDS.values()
    ]
    body = template("data")(
        title="Dữ liệu mở",
        lead=lead,
        trail=[Piece("Trang chủ", ROOT)],
        kinds=kinds,
        site=catalogue.settings,
        revision=site.revision,
        version=API_VERSION,
    )
    return page("du-lieu/", "Dữ liệu mở", lead, "du-lieu", body)
