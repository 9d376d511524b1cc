"""From the value of one file to its model, or to every problem that its fields have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalogue.model.fields import shown
from catalogue.model.shape import shape_at
from catalogue.problem import Place, Problem, did_you_mean, tell
from catalogue.source import Document
from catalogue.vietnamese import fold

Group = TypeVar("Group", bound=BaseModel)

EXPECTED = {
    "string_type": ("chữ", "Viết một giá trị chữ; nếu là true, false hay null thì đặt trong dấu nháy kép."),
    "bool_type": ("true hoặc false", "Viết true hoặc false, không có dấu nháy; không biết thì xóa dòng này."),
    "literal_error": ("true", "Viết true, hoặc xóa dòng này."),
    "tuple_type": ("một danh sách", "Mỗi mục một dòng, thụt vào dưới khóa và bắt đầu bằng «- »."),
    "dict_type": ("một nhóm khóa", "Viết các khóa con ở dòng dưới, thụt vào hai dấu cách."),
    "model_type": ("một nhóm khóa", "Viết các khóa con ở dòng dưới, thụt vào hai dấu cách."),
}
"""What pydantic's type errors ask for, and how to write it."""


def validate(model: type[Group], document: Document) -> tuple[Group | None, list[Problem]]:
    """The model of a document's value, or None and the problems of its fields; their lines are not worked out yet."""
    problems = [tell(document.path, place, "empty-value", at_key=True, key=place[-1]) for place in empty_groups(document.value)]
    try:
        validated = model.model_validate(document.value)
    except ValidationError as error:
        problems += [problem for details in error.errors(include_url=False) for problem in problem_of(model, document.path, details)]
        return None, problems
    return (None if problems else validated), problems


def empty_groups(value: object, place: Place = ()) -> Iterator[Place]:
    """The places of groups without a key, which fields that are all optional would take."""
    if isinstance(value, dict):
        if not value and place:
            yield place
        for key, item in value.items():
            yield from empty_groups(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from empty_groups(item, (*place, index))


def problem_of(model: type[BaseModel], path: str, details: ErrorDetails) -> Iterator[Problem]:
    """The problem that an error of validation means; none for one that only follows from another."""
    place: Place = tuple(step for step in details["loc"] if step != "[key]")
    kind, written, context = details["type"], details["input"], details.get("ctx", {})
    key = next((step for step in reversed(place) if isinstance(step, str)), "")
    match kind:
        case "extra_forbidden":
            yield unknown_key(model, path, place)
        case "missing":
            yield missing_key(model, path, place)
        case "too_short" if written:
            return
        case _ if written is None or kind in {"too_short", "string_too_short"}:
            yield tell(path, place, "empty-value", at_key=True, key=key)
        case "enum":
            known = re.findall(r"'([^']*)'", str(context["expected"]))
            yield tell(path, place, "unknown-value", key=key, written=shown(written), hint=hint(written, known), known=", ".join(known))
        case "string_too_long":
            yield tell(path, place, "too-long", key=key, limit=context["max_length"])
        case "string_pattern_mismatch":
            yield tell(path, place, **pattern_fault(str(context["pattern"]), str(written), key))
        case _ if kind in EXPECTED:
            expected, advice = EXPECTED[kind]
            yield tell(path, place, "wrong-type", key=key, expected=expected, written=f"«{shown(written)}»", advice=advice)
        case _:
            yield tell(path, place, kind, **context)


def unknown_key(model: type[BaseModel], path: str, place: Place) -> Problem:
    """A key that the group of fields at this place does not have."""
    group = shape_at(model, place[:-1]).model
    known = list(group.model_fields) if group else []
    return tell(path, place, "unknown-key", at_key=True, key=place[-1], hint=hint(place[-1], known), known=", ".join(known))


def missing_key(model: type[BaseModel], path: str, place: Place) -> Problem:
    """A key that the group of fields at this place must have."""
    group = shape_at(model, place[:-1]).model or model
    return tell(path, place[:-1], "missing-key", key=place[-1], label=group.model_fields[str(place[-1])].title)


def pattern_fault(pattern: str, written: str, key: str) -> dict[str, Any]:
    """The fault that a text has which does not match its field's pattern."""
    if "http" in pattern:
        advice = "Viết đủ cả https:// ở đầu, không có dấu cách." if "https:" in pattern else "Viết đủ cả https:// hoặc http:// ở đầu, không có dấu cách."
        return {"code": "not-https", "written": written[:80], "advice": advice}
    if "a-z0-9" not in pattern:
        return {"code": "more-than-one-line", "key": key}
    if pattern.startswith("^/"):
        return {"code": "bad-address", "written": written[:80]}
    return {"code": "bad-id", "written": written[:80], "advice": id_advice(written)}


def id_advice(written: str) -> str:
    """How an id that is written otherwise should be written."""
    proposed = re.sub(r"[^a-z0-9]+", "-", fold(written)).strip("-")[:80].strip("-")
    return f"Viết «{proposed}»." if proposed else "Dùng chữ thường không dấu, chữ số và dấu gạch nối."


def hint(written: object, known: Mapping[str, object] | list[str]) -> str:
    """«Có phải …?» for a written text; nothing for anything else."""
    return did_you_mean(written, known) if isinstance(written, str) else ""
