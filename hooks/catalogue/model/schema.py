"""JSON Schema of every kind, written from the model: editors' programs complete and check keys with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from catalogue.model.kinds import KINDS
from catalogue.model.settings import Glossary, Redirects, SiteSettings


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """The file name and the schema of every kind and of the files that hold no record."""
    for kind in KINDS.values():
        yield f"{kind.code.replace('_', '-')}.json", schema_of(kind.model, kind.label)
    yield "site.json", schema_of(SiteSettings, "Cài đặt của trang")
    yield "redirects.json", schema_of(Redirects, "Chuyển hướng")
    yield "glossary.json", schema_of(Glossary, "Chữ viết tắt")


def schema_of(model: type[BaseModel], title: str) -> dict[str, Any]:
    """A model's schema under its Vietnamese title."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
        "title": title,
    }


def write_schemas(folder: Path) -> int:
    """Write every schema into a folder; returns the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas():
        (folder / name).write_text(schema_text(schema), encoding="utf-8")
    return 0


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
