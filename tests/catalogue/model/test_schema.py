"""The JSON Schemas in schema/ are those of the model, and say what editors' programs need."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from catalogue.__main__ import main
from catalogue.model.kinds import KINDS
from catalogue.model.schema import schema_text, schemas

ROOT = Path(__file__).parents[3]
NAMES = sorted(path.name for path in (ROOT / "schema").iterdir())


@cache
def made() -> dict[str, dict[str, Any]]:
    """The schemas of the model by their names, made once, and only where they are asked for."""
    return dict(schemas())


def test_there_is_a_schema_for_every_kind_and_for_the_files_that_hold_no_record():
    assert set(made()) == {
        *(f"{code.replace('_', '-')}.json" for code in KINDS),
        "site.json",
        "redirects.json",
        "glossary.json",
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_in_the_repository_is_the_one_of_the_model(name: str):
    assert (ROOT / "schema" / name).read_text(encoding="utf-8") == schema_text(made()[name]), (
        "run: make schema"
    )


def test_no_other_schema_lies_beside_them():
    assert {path.name for path in (ROOT / "schema").iterdir()} == set(made())


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_has_a_vietnamese_title_and_knows_no_other_keys(name: str):
    schema = made()[name]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    assert name == "redirects.json" or schema["additionalProperties"] is False
    assert all(field.get("title") or "$ref" in field for field in schema.get("properties", {}).values())


def test_the_command_writes_them_all(tmp_path: Path):
    assert main(["schema", str(tmp_path / "new" / "schema")]) == 0
    assert {
        path.name: json.loads(path.read_text(encoding="utf-8"))
        for path in (tmp_path / "new" / "schema").iterdir()
    } == made()
