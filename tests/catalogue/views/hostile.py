"""A catalogue made by walking the model: every field of every kind is filled, each text could do harm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from catalogue.model.dates import Date
from catalogue.model.fields import Reference
from catalogue.model.kinds import KINDS, Kind
from catalogue.model.settings import SiteSettings
from catalogue.model.shape import fields_of

HARM = """<script>alert(1)</script>{{ 'z'*9 }}{% x %}[x](javascript:alert(1))</script>"'&|"""
WORKED_OUT = "zzzzzzzzz"
"""What the template in `HARM` comes to where it is worked out: no size and no checksum has it by accident."""
OTHER: dict[str, Any] = {"level": "reported"}
"""The verification of the records that the full ones refer to."""


def harmful(name: str) -> str:
    """A text that could do harm, with the name of its field to tell it by."""
    return f"{name} {HARM}"


LEFT_OUT = {
    ("Class", "inferred_year"),  # the class has its year
    ("Source", "inferred_year"),
    ("Citation", "document"),  # a citation names one thing
    ("Figure", "as_of"),  # a figure has a period
    ("Organization", "end"),  # ended bodies have a test of their own
    ("Group", "end"),
}
"""Fields that cannot stand beside the others."""

DIFFERENT: dict[tuple[str, str], Any] = {
    ("Figure", "parts_add"): "unstated",
    ("Program", "parts_add"): "unstated",
    ("Plan", "annual"): True,
    ("Topic", "verification"): {"level": "draft"},  # only a draft has a hint
    ("TopicSet", "of"): "needs",  # only needs are some group's, of some field, at some time
    ("Review", "finding"): "body-not-existing",
    ("SiteSettings", "owners"): {"programs": "@danh-muc/phong-dao-tao"},
    ("SiteSettings", "id_authority"): "example.vn,2026",
}


def files() -> dict[str, str]:
    """The tree: two records of each kind, one with every field, which refers to the other."""
    found: dict[str, Any] = {"site.yml": site_settings()}
    for kind in KINDS.values():
        full = filled(kind.model, kind.code)
        found[f"{kind.folder}/{stem(kind.code, 'nay')}.yml"] = full
        found[f"{kind.folder}/{stem(kind.code, 'kia')}.yml"] = bare(kind, full)
    return {path: json.dumps(record, ensure_ascii=False) for path, record in found.items()}


def bare(kind: Kind, full: dict[str, Any]) -> dict[str, Any]:
    """The record that the full one refers to: with no more than its model requires, and its source."""
    required = {name: full[name] for name, field in fields_of(kind.model).items() if field.is_required()}
    sources = {"sources": [{"source": "kia"}]} if kind.code != "source" else {}
    return required | sources | {"title": f"khác {harmful('title')}", "verification": OTHER}


def stem(kind: str, id: str) -> str:
    """Topics and topic sets share their addresses, so their ids differ."""
    return f"{id}-bo" if kind == "topic_set" else id


def site_settings() -> dict[str, Any]:
    """Settings with harm in each text."""
    return filled(SiteSettings, "") | {"address": "https://example.vn/thu/", "branch": "main"}


def filled(model: type[BaseModel], kind: str) -> dict[str, Any]:
    """A value for every field of a model."""
    found = {}
    for name, field in fields_of(model).items():
        place = model.__name__, name
        if place in DIFFERENT:
            found[name] = DIFFERENT[place]
        elif place not in LEFT_OUT:
            found[name] = value_for(name, field.annotation, list(field.metadata), kind)
    return found


def value_for(name: str, annotation: Any, marks: list[Any], kind: str) -> Any:
    """A value that an annotation takes."""
    for mark in marks:
        if isinstance(mark, Reference):
            return stem(mark.kind, "kia")
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if origin is Annotated:
        return value_for(name, arguments[0], [*arguments[1:], *marks], kind)
    if origin in {Union, UnionType}:
        return value_for(name, next(each for each in arguments if each is not type(None)), marks, kind)
    if origin is tuple:
        return [value_for(name, arguments[0], [], kind)]
    if origin is dict:
        return {value_for(name, arguments[0], [], kind): 1}
    return True if origin is Literal else scalar(name, annotation, marks, kind)


def scalar(name: str, annotation: Any, marks: list[Any], kind: str) -> Any:
    """A value of a plain type."""
    if issubclass(annotation, BaseModel):
        return filled(annotation, kind)
    if issubclass(annotation, Enum):
        return next(iter(annotation)).value
    if issubclass(annotation, str):
        return text(name, marks)
    return {Date: 2024, bool: True}.get(annotation, 2024 if "year" in name or name in {"start", "end"} else 1)


def text(name: str, marks: list[Any]) -> str:
    """A text that its field takes."""
    patterns = [str(mark.pattern) for mark in marks if isinstance(mark, StringConstraints) and mark.pattern]
    pattern = next(iter(patterns), "")
    if "http" in pattern:
        return f"""https://example.vn/{name}?"'><script>alert(1)</script>&|{{{{'z'*9}}}}"""
    return "lop-1" if "a-z0-9" in pattern else harmful(name)


def texts_in(value: Any) -> Iterator[str]:
    """Every text that could do harm in a record."""
    if isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, str) and "<script>" in value:
        yield value
