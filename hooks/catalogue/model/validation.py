"""From the value of one file to its model, or to every problem that its fields have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalogue.files.any_file import ParsedFile
from catalogue.files.syntax import NO_SPACE, UNSPACED_KEY
from catalogue.language.vietnamese import fold
from catalogue.model.fields import as_written, is_nothing
from catalogue.model.shape import fields_of, shape_at
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, did_you_mean, excerpt, nearest, tell

AnyModel = TypeVar("AnyModel", bound=BaseModel)

EXPECTED = {
    "string_type": ("chữ", "Viết một giá trị chữ; nếu là true, false hay null thì đặt trong dấu nháy kép."),
    "bool_type": ("true hoặc false", "Viết true hoặc false, không có dấu nháy; không biết thì xóa dòng này."),
    "literal_error": ("true", "Viết true, hoặc xóa dòng này."),
    "tuple_type": ("một danh sách", "Mỗi mục một dòng, thụt vào dưới khóa và bắt đầu bằng «- »."),
    "dict_type": ("một nhóm khóa", "Viết các khóa con ở dòng dưới, thụt vào hai dấu cách."),
    "model_type": ("một nhóm khóa", "Viết các khóa con ở dòng dưới, thụt vào hai dấu cách."),
}
"""What pydantic's type errors ask for, and how to write it."""


def validate(model: type[AnyModel], parsed: ParsedFile) -> tuple[AnyModel | None, list[Problem]]:
    """A parsed file's value as its model, or None and the problems of its fields, still without lines."""
    refused: list[ErrorDetails] = []
    validated = None
    try:
        validated = model.model_validate(parsed.value)
    except ValidationError as error:
        refused = error.errors(include_url=False)
    unknown = {details["loc"] for details in refused if details["type"] == "extra_forbidden"}
    problems = (
        []
        if parsed.filled
        else [empty_value(parsed.path, place) for place in empty_places(parsed.value, unknown)]
    )
    problems += [problem for details in refused for problem in problem_of(model, parsed, details)]
    return (None if problems else validated), problems


def empty_places(value: object, unknown: AbstractSet[Place], place: Place = ()) -> Iterator[Place]:
    """The places that hold nothing, save those under unknown keys.

    Where a field may be absent, pydantic takes nothing for an answer; an editor left it to be filled in.
    """
    if place in unknown:
        return
    if place and is_nothing(value):
        yield place
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from empty_places(item, unknown, (*place, key))


def empty_value(path: str, place: Place) -> Problem:
    """A key, or an item under a key, that holds nothing."""
    return tell(path, place, FaultCode.EMPTY_VALUE, at_key=True, key=key_of(place))


def key_of(place: Place) -> str:
    """The key that a place belongs to: of an item, that of its list."""
    return next((excerpt(step) for step in reversed(place) if isinstance(step, str)), "")


def place_in(value: object, loc: tuple[str | int, ...]) -> Place:
    """The place in a value that pydantic's location means: it adds steps of its own at the end (`[key]`)."""
    place: Place = ()
    for step in loc:
        match value:
            case dict() if step in value:
                value = value[step]
            case list() if isinstance(step, int):
                value = value[step]
            case _:
                break
        place = (*place, step)
    return place


def problem_of(model: type[BaseModel], parsed: ParsedFile, details: ErrorDetails) -> Iterator[Problem]:
    """The problem that an error of validation means; none of an empty place, which is told already."""
    path, place = parsed.path, place_in(parsed.value, details["loc"])
    error, written, context = details["type"], details["input"], details.get("ctx", {})
    at_key, key = details["loc"][-1:] == ("[key]",), key_of(place)
    match error:
        case "extra_forbidden":
            yield unknown_key(model, path, place)
        case "missing" if not (place and is_nothing(written)):
            yield missing_key(model, path, place, str(details["loc"][-1]))
        case _ if error == "too_short" or is_nothing(written):
            return
        case "enum":
            yield unknown_value(model, path, place, as_written(written))
        case "string_too_long":
            yield tell(path, place, FaultCode.TOO_LONG, at_key=at_key, key=key, limit=context["max_length"])
        case "string_pattern_mismatch":
            yield tell(
                path, place, at_key=at_key, **pattern_fault(str(context["pattern"]), str(written), key)
            )
        case _ if error in EXPECTED:
            yield wrong_type(model, path, place, error, quoted(written))
        case _:
            yield own_fault(path, place, error, context, quoted(written))


def own_fault(path: str, place: Place, error: str, context: dict[str, Any], written: str) -> Problem:
    """The fault that a type of `fields` refused a value with; else that the value is of a wrong type."""
    if error in set(FaultCode):
        return tell(path, place, FaultCode(error), **context)
    return tell(
        path,
        place,
        FaultCode.WRONG_TYPE,
        key=key_of(place),
        expected="một giá trị khác",
        written=written,
        advice="Xem các ví dụ trong CONTRIBUTING.md.",
    )


def unknown_key(model: type[BaseModel], path: str, place: Place) -> Problem:
    """A key that the group of fields at this place does not have."""
    holder = shape_at(model, place[:-1]).model
    key, known = str(place[-1]), list(fields_of(holder)) if holder else []
    unspaced = UNSPACED_KEY.match(key)
    advice = (
        NO_SPACE.advice
        if unspaced
        else did_you_mean(nearest(key, known)) or f"Các khóa dùng được: {', '.join(known)}."
    )
    return tell(path, place, FaultCode.UNKNOWN_KEY, at_key=True, key=excerpt(key), advice=advice)


def missing_key(model: type[BaseModel], path: str, place: Place, key: str) -> Problem:
    """A key that the group of fields at this place must have."""
    holder = shape_at(model, place).model or model
    needed = required_keys(shape_at(holder, (key,)).model)
    advice = (
        f"Thêm dòng «{key}:», dòng dưới thụt vào hai dấu cách {', '.join(f'«{name}: …»' for name in needed)}."
        if needed
        else f"Thêm dòng «{key}: …»."
    )
    return tell(
        path, place, FaultCode.MISSING_KEY, key=key, label=fields_of(holder)[key].title, advice=advice
    )


def required_keys(model: type[BaseModel] | None) -> list[str]:
    """The keys that a group of fields must have; none where it is no group."""
    return [key for key, field in fields_of(model).items() if field.is_required()] if model else []


def unknown_value(model: type[BaseModel], path: str, place: Place, written: str) -> Problem:
    """A code that the vocabulary at this place does not have; a Vietnamese label leads to its code."""
    labels = {str(code): code.label for code in shape_at(model, place).codes}
    by_label = {fold(label): code for code, label in labels.items()}
    meant = nearest(written, labels) or by_label.get(nearest(fold(written).replace("_", " "), by_label), "")
    known = ", ".join(f"{code} ({label})" if label else code for code, label in labels.items())
    return tell(
        path,
        place,
        FaultCode.UNKNOWN_VALUE,
        key=key_of(place),
        written=written,
        hint=did_you_mean(meant),
        known=known,
    )


def wrong_type(model: type[BaseModel], path: str, place: Place, error: str, written: str) -> Problem:
    """A value of another type than the field at this place takes; of a group, with the keys that it takes."""
    expected, advice = EXPECTED[error]
    if expected == "một nhóm khóa" and UNSPACED_KEY.match(written.strip("«")):
        return tell(path, place, FaultCode.YAML_SYNTAX, meaning=NO_SPACE.meaning, advice=NO_SPACE.advice)
    wanted = shape_at(model, place).model
    known = f" Các khóa dùng được: {', '.join(fields_of(wanted))}." if wanted else ""
    return tell(
        path,
        place,
        FaultCode.WRONG_TYPE,
        key=key_of(place),
        expected=expected,
        written=written,
        advice=advice + known,
    )


def quoted(written: object) -> str:
    """What stands where another type belongs: a single value in quotes, a group or a list by that name."""
    return as_written(written) if isinstance(written, (dict, list)) else f"«{as_written(written)}»"


def pattern_fault(pattern: str, written: str, key: str) -> dict[str, Any]:
    """The fault of a text that does not match the pattern of its field."""
    if "http" in pattern:
        advice = (
            "Viết đủ cả https:// ở đầu, không có dấu cách."
            if "https:" in pattern
            else "Viết đủ cả https:// hoặc http:// ở đầu, không có dấu cách."
        )
        return {"code": FaultCode.NOT_HTTPS, "written": excerpt(written), "advice": advice}
    if "a-z0-9" not in pattern:
        return {"code": FaultCode.MORE_THAN_ONE_LINE, "key": key}
    if pattern.startswith("^/"):
        return {"code": FaultCode.BAD_ADDRESS, "written": excerpt(written)}
    return {"code": FaultCode.BAD_ID, "written": excerpt(written), "advice": id_advice(written)}


def id_advice(written: str) -> str:
    """How an id that is written otherwise should be written."""
    proposed = re.sub(r"[^a-z0-9]+", "-", fold(written)).strip("-")[:80].strip("-")
    return f"Viết «{proposed}»." if proposed else "Dùng chữ thường không dấu, chữ số và dấu gạch nối."
