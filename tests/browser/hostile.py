"""A catalogue whose every text is hostile: markup, scripts, words without end, letters from right to left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from catalogue.model.kinds import FOLDERS
from catalogue.model.settings import SiteSettings

MARKUP = (
    "<script>alert(1)</script>{{ 7*7 }}{% raw %}[x](javascript:alert(1))</script>"
    "<script>alert(2)//<img src=x onerror=alert(3)>|\"'`&amp;&lt;--> "
)
TAILS = (
    "w" * 200,
    "תוכנית הכשרה לעובדי העירייה",
    "${alert(4)} \\u003c %00 <!-- ]]>",
    "</title></textarea></style><b>",
)
LONGEST, LONGEST_OF_SENTENCES, LONGEST_ADDRESS, LONGEST_ID = 400, 4000, 2000, 80
ADDRESS = "https://hai-duong.example.vn/?a=1&b=<script>alert(5)</script>&c=\"'"
MAIL = "bao-sai-sot@hai-duong.example.vn"

Value = Any
Place = tuple[str | int, ...]


def make_hostile(catalogue: Path, target: Path) -> dict[str, list[str]]:
    """Writes a catalogue anew with a hostile text wherever it has or could have one.

    Gives the hostile texts of each record, by its file.
    """
    texts: dict[str, list[str]] = {}
    records = {
        path.relative_to(catalogue).as_posix(): yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506 - it makes texts only
        for path in sorted(catalogue.rglob("*.yml"))
    }
    for path, record in [*records.items(), *new_records(list(records))]:
        model = SiteSettings if path == "site.yml" else FOLDERS[path.split("/")[0]].model
        hostile = Hostile(model, plain(record) | ({"mail": MAIL} if path == "site.yml" else {}), len(texts))
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(json.dumps(hostile.record, ensure_ascii=False, indent=1), encoding="utf-8")
        texts[path] = hostile.texts
    return texts


def plain(value: Value) -> Value:
    """A value as the catalogue's own reader has it: `true` is no text."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value == "true" if value in {"true", "false"} else value


class Hostile:
    """One record with every text replaced, and the texts that it has now."""

    def __init__(self, model: type[BaseModel], record: Value, number: int) -> None:
        self.model, self.record, self.number = model, record, number
        self.texts: list[str] = []
        for place in list(leaves(record)):
            self.replace(place)

    def replace(self, place: Place) -> None:
        """Puts a hostile text at a place, unless the model takes none there."""
        *way, last = place
        holder = self.record
        for step in way:
            holder = holder[step]
        kept = holder[last]
        if kept == MAIL:
            return
        holder[last] = self.text()
        try:
            self.model.model_validate(self.record)
        except ValidationError:
            holder[last] = kept
        else:
            self.texts.append(holder[last])

    def text(self) -> str:
        """A hostile text that no other place has."""
        count = len(self.texts)
        return f"{self.number}.{count} {MARKUP}{TAILS[(self.number + count) % len(TAILS)]}"[:LONGEST]


def leaves(value: Value, place: Place = ()) -> Iterator[Place]:
    """The places of all texts in a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from leaves(item, (*place, key))
    if isinstance(value, str):
        yield place


def new_records(paths: list[str]) -> Iterator[tuple[str, Value]]:
    """A record of each kind with every text that its model knows. The topic is a draft, to have a hint."""
    ids = {path.split("/")[0]: Path(path).stem for path in paths}
    for folder, kind in FOLDERS.items():
        ids.setdefault(folder, f"doc-hai-{kind.code.replace('_', '-')}")
    references = {kind.code: ids[folder] for folder, kind in FOLDERS.items()}
    references |= {"programs": ids["programs"], "by": ids["organizations"]}
    for folder, kind in FOLDERS.items():
        schema = kind.model.model_json_schema()
        own = f"doc-hai-{kind.code.replace('_', '-')}"
        others = {name: id for name, id in references.items() if id != own}
        record = Filling(schema["$defs"], others).group(schema)
        checked = {"level": "official", "checked": "2026-01-05", "by": references["organization"]}
        record |= {"of": "needs"} if kind.code == "topic_set" else {}
        record["verification"] |= {"level": "draft"} if kind.code == "topic" else checked
        yield f"{folder}/{own}.yml", record


class Filling:
    """Fills a JSON schema: every text, every group of fields that holds one, and what these require."""

    def __init__(self, definitions: Value, references: dict[str, str]) -> None:
        self.definitions, self.references = definitions, references

    def group(self, schema: Value) -> Value:
        """A group of fields. What names a source names no document too."""
        required = schema.get("required", [])
        filled = {
            name: self.field(name, field, name in required) for name, field in schema["properties"].items()
        }
        return {
            name: value
            for name, value in filled.items()
            if value is not None and not (name == "document" and "source" in filled)
        }

    def field(self, name: str, field: Value, required: bool) -> Value:
        """The value of a field, or None where it holds no text and may be left out."""
        for sort in field.get("anyOf", [field]):
            sort = self.definitions[sort["$ref"].rsplit("/", 1)[1]] if "$ref" in sort else sort  # noqa: PLW2901
            if (value := self.value(name, sort, required)) is not None:
                return value
        return None

    def value(self, name: str, sort: Value, required: bool) -> Value:
        """The value of one sort that a field may have."""
        if sort.get("type") == "object" and "properties" in sort:
            filled = self.group(sort)
            return filled if any(True for _ in leaves(filled)) or required else None
        if sort.get("type") == "array":
            item = self.field(name, sort["items"], required)
            return None if item is None else [item]
        return self.word(name, sort) or (self.required(name, sort) if required else None)

    def word(self, name: str, sort: Value) -> str:
        """What stands where the schema has a text, an address or a reference; nothing anywhere else."""
        if sort.get("type") != "string" or "enum" in sort:
            return ""
        words = {
            LONGEST: "chữ",
            LONGEST_OF_SENTENCES: "chữ",
            LONGEST_ADDRESS: ADDRESS,
            LONGEST_ID: self.references.get(name, ""),
        }
        return words.get(sort.get("maxLength"), "")

    def required(self, name: str, sort: Value) -> Value:
        """What stands where something must, and it is no word."""
        return (
            "doc-hai"
            if name == "id"
            else sort["enum"][0]
            if "enum" in sort
            else max(3, sort.get("minimum", 0))
        )
