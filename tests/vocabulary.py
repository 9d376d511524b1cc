"""What schema.org allows, by its vocabulary as a package holds it: where a description says more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from schema_org import registry

MARKS = {"@context", "@id", "@type"}
WRITTEN = {
    "Text": re.compile(r".+", re.DOTALL),
    "URL": re.compile(r"https?://\S+"),
    "Date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)"),
    "Duration": re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?"),
}
"""How a value of a type is written that stands as a text."""


def misuses(node: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a description: types and properties that do not exist or fit, wrong values."""
    types = types_of(node)
    yield from (f"no type «{each}»" for each in types if each not in registry.CLASS_METADATA)
    for key, value in node.items():
        if key not in MARKS:
            yield from misused(types, key, value if isinstance(value, list) else [value])


def misused(types: list[str], key: str, values: list[Any]) -> Iterator[str]:
    """What is wrong with the values of a property of something that is of some types."""
    known = registry.PROPERTY_BY_SCHEMA.get(key)
    if known is None:
        yield f"no property «{key}»"
        return
    if known.superseded_by:
        yield f"«{key}» is superseded by {known.superseded_by}"
    if not kinds(types) & set(known.domains):
        yield f"{types} has no «{key}», which is of {known.domains}"
    for value in values:
        if not any(fits(value, each) for each in known.ranges):
            yield f"«{key}» takes {known.ranges}, not {value!r}"
        if isinstance(value, dict) and "@type" in value:
            yield from misuses(value)


def types_of(node: dict[str, Any]) -> list[str]:
    """The types of a description."""
    stated = node.get("@type", [])
    return stated if isinstance(stated, list) else [stated]


def kinds(types: list[str]) -> set[str]:
    """Some types and all that they are a sort of."""
    return {*types, *(each for of in types for each in registry.ancestry(of))}


def fits(value: Any, of: str) -> bool:
    """Whether a value is of a type: a description, a way to one, a text, a number."""
    if isinstance(value, dict):
        leads_on = set(value) == {"@id"} and of not in WRITTEN
        return of in kinds(types_of(value)) if "@type" in value else leads_on
    if isinstance(value, bool) or not isinstance(value, str):
        return of in ({"Boolean"} if isinstance(value, bool) else {"Integer", "Number"})
    members = registry.ENUM_MEMBERS.get(of, ())
    return bool(of in WRITTEN and WRITTEN[of].fullmatch(value)) or value in {
        f"https://schema.org/{each}" for each in members
    }
