"""`/api/v1/openapi.json`: the files for programs as OpenAPI 3.1 describes them, written from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import TypeAdapter

from catalogue.model.fields import ID_PATTERN
from catalogue.model.kinds import KINDS, Kind
from catalogue.model.schema import published_schemas
from catalogue.page import JSON, Download, Output, only_stated
from catalogue.views.exports.api import SHAPES
from catalogue.views.exports.data import API_VERSION, file_address, index_address, json_output
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE
from catalogue.views.words.misreadings import GRAINS

DESCRIPTION = f"api/v{API_VERSION}/openapi.json"
TOP = f"api/v{API_VERSION}/index.json"
WHOLE = f"{DATA_PAGE}danh-muc.json"
"""Where everything stands in one piece."""
ID = "{id}"
"""Stands for an id in an address."""
FORM = "OpenAPI 3.1"
SCHEMAS = "#/components/schemas/"
Described = dict[str, Any]


def openapi_files(context: Context) -> Iterator[Output]:
    """The description of every file below its folder."""
    download = Download("Mô tả các tệp JSON", FORM, DATA_PAGE, 2 * len(KINDS) + 2, "kiểu địa chỉ")
    yield json_output(DESCRIPTION, partial(openapi, context), download)


def openapi(context: Context) -> Described:
    """The whole description: where the files stand, and the schema of each."""
    return {
        "openapi": "3.1.0",
        "info": info(context),
        "servers": [{"url": context.publication.address.rstrip("/") or "../.."}],
        "tags": [{"name": kind.code, "description": kind.label} for kind in KINDS.values()],
        "paths": dict(paths()),
        "components": {"schemas": schemas()},
    }


def info(context: Context) -> Described:
    """Of what the files are, under which licence, of which day, and who answers for them."""
    settings, publication = context.catalogue.settings, context.publication
    licence = only_stated({"name": settings.licence, "url": settings.licence_place})
    told = [f"{settings.notice}.", f"Đọc readFirst ở /{TOP} trước khi đếm, cộng."]
    if publication.revision:
        told.append(f"Bản dữ liệu {publication.revision}, ngày {publication.revised}.")
    return {
        "title": settings.name,
        "summary": settings.description,
        "description": " ".join(told),
        "version": str(API_VERSION),
        "license": licence,
        **({"contact": {"email": settings.mail}} if settings.mail else {}),
    }


def paths() -> Iterator[tuple[str, Described]]:
    """Each address with what is found there."""
    yield f"/{TOP}", {"get": got("top", "Có những gì, đọc thế nào cho đúng", "TopFile")}
    yield f"/{WHOLE}", {"get": got("whole", "Toàn bộ danh mục", "Whole")}
    for kind in KINDS.values():
        name, told = kind.model.__name__, {"tags": [kind.code], "description": GRAINS[kind.code]}
        index = got(f"{kind.code}_index", f"Bảng kê {kind.label.lower()}", f"{name}Index")
        record = got(kind.code, f"Một {kind.label.lower()}", f"{name}File")
        absent = {"404": {"description": "Không có mục nào mang mã này."}}
        yield f"/{index_address(kind)}", {"get": index | told}
        yield (
            f"/{file_address(kind, ID)}",
            {
                "parameters": [parameter()],
                "get": record | told | {"responses": record["responses"] | absent},
            },
        )


def got(operation: str, summary: str, schema: str) -> Described:
    """What asking for an address gives: a file of a schema."""
    content = {JSON: {"schema": {"$ref": f"{SCHEMAS}{schema}"}}}
    return {
        "operationId": operation,
        "summary": summary,
        "responses": {"200": {"description": summary, "content": content}},
    }


def parameter() -> Described:
    """The part of an address that names a record."""
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "Mã của mục: phần cuối địa chỉ trang của nó. Mã cũ đã đổi vẫn dùng được.",
        "schema": {"type": "string", "pattern": ID_PATTERN},
    }


def schemas() -> Mapping[str, Described]:
    """The schemas of the files, of the records in them, and of all that these are made of."""
    records = (TypeAdapter(kind.model) for kind in KINDS.values())
    found = published_schemas((*SHAPES, *records), f"{SCHEMAS}{{model}}")
    for kind in KINDS.values():
        found |= of_kind(kind)
    return found | {"Whole": narrowed("WholeFile", {"records": by_kind()})}


def by_kind() -> Described:
    """The schema of all records by the folders of their kinds."""
    lists = {
        kind.folder: {"type": "array", "items": {"$ref": f"{SCHEMAS}{kind.model.__name__}File"}}
        for kind in KINDS.values()
    }
    return {"type": "object", "properties": lists, "required": list(lists), "additionalProperties": False}


def of_kind(kind: Kind) -> Described:
    """The schemas of the index of a kind and of the file of a record of that kind."""
    name, code = kind.model.__name__, {"kind": {"const": kind.code}}
    record = {"record": {"$ref": f"{SCHEMAS}{name}"}}
    return {
        f"{name}Index": narrowed("IndexFile", code),
        f"{name}File": narrowed("RecordFile", code | record),
    }


def narrowed(schema: str, properties: Described) -> Described:
    """A schema of which some properties are told closer."""
    return {"allOf": [{"$ref": f"{SCHEMAS}{schema}"}, {"properties": properties}]}
