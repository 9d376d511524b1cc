"""JSON Schema of every kind, written from the model: of records as editors write and as files publish them.

Editors' programs complete and check records with it. They read YAML 1.2, in which a plain text that looks
like a number is one, while the catalogue takes it as it is written. What is right there is right here: a
schema may only let pass what is told apart by the writing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import to_jsonable_python

from catalogue.language.vocabulary import Vocabulary
from catalogue.model.kinds import KINDS
from catalogue.model.settings import Glossary, Redirects, SiteSettings

Schema: TypeAlias = dict[str, Any]


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
        **as_editors_read(model.model_json_schema(schema_generator=PlainDefaults)),
        "title": title,
    }


class PlainDefaults(GenerateJsonSchema):
    """Writes the value of a missing key as it stands: pydantic would ask the environment how."""

    def encode_default(self, dft: Any) -> Any:
        return to_jsonable_python(dft)


def published_schemas(types: Iterable[TypeAdapter[Any]], place: str) -> dict[str, Schema]:
    """The schemas of types as JSON files hold their values, with all that they are made of, by their names.

    `place` is where a name is found: `#/components/schemas/{model}`. Codes are told with their labels.
    """
    asked: list[Any] = [(turn, "serialization", each) for turn, each in enumerate(types)]
    found = TypeAdapter.json_schemas(asked, ref_template=place, schema_generator=PlainDefaults)[1]["$defs"]
    labels = {each.__name__: each for each in Vocabulary.__subclasses__()}
    return {
        name: stated(schema, dict) | ({"description": labelled(labels[name])} if name in labels else {})
        for name, schema in found.items()
    }


def labelled(codes: Iterable[Vocabulary]) -> str:
    """What the site shows for each code of a vocabulary; for those that it shows nothing for, nothing."""
    return "; ".join(f"{code}: {code.label}" for code in codes if code.label)


def as_editors_read(node: Any) -> Any:
    """A part of a schema for values that a parser of YAML 1.2 gives."""
    return stated(node, text_schema)


def stated(node: Any, of_text: Callable[[Schema], Schema]) -> Any:
    """A part of a schema for what is stated: nothing may stand empty, what is not known has no key."""
    if isinstance(node, list):
        return [stated(each, of_text) for each in node if each != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    found = {key: stated(value, of_text) for key, value in node.items() if not is_unknown(key, value)}
    if len(choices := found.get("anyOf", ())) == 1:
        found = {**choices[0], **{key: value for key, value in found.items() if key != "anyOf"}}
    if "patternProperties" in found:
        found["additionalProperties"] = False
    return of_text(found) if found.get("type") == "string" and "enum" not in found else found


def is_unknown(key: str, value: object) -> bool:
    """Whether a part of a schema offers nothing as the value of a missing key."""
    return key == "default" and value in (None, [], {})


def text_schema(node: dict[str, Any]) -> dict[str, Any]:
    """The schema of a text with blanks around it, as blocks and quotes leave them; or of a number.

    The longest text is counted without these blanks, so its length stands in the pattern.
    """
    pattern = node.get("pattern", r"^[\s\S]*$")
    limits = {"type", "pattern", "minLength", "maxLength"}
    rest = {key: value for key, value in node.items() if key not in limits}
    longest = rf"(?=\S[\s\S]{{0,{node['maxLength'] - 1}}}\s*$)" if "maxLength" in node else ""
    text = {"type": "string", "pattern": rf"^\s*{longest}{pattern[1:-1]}\s*$"}
    if not re.search(pattern, "8"):
        return rest | text
    below_zero = {} if re.search(pattern, "-8") else {"minimum": 0}
    return rest | text | {"type": ["string", "number"]} | below_zero


def write_schemas(folder: Path) -> int:
    """Write every schema into a folder; returns the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas():
        (folder / name).write_text(schema_text(schema), encoding="utf-8")
    return 0


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
