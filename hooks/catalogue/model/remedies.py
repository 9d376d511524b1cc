"""The problem that an error of pydantic's means, with what an editor has to type."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from catalogue.files.any_file import ParsedFile
from catalogue.files.odd_signs import INDENTED, line_in_value, odd_character, odd_indentation
from catalogue.files.syntax import NO_SPACE, UNSPACED_KEY
from catalogue.model.fields import Reference, as_written, is_nothing
from catalogue.model.meaning import KeyMeant, code_meant, listed_codes
from catalogue.model.rewriting import EXPECTED, id_meant, is_collection, type_advice
from catalogue.model.shape import Shape, fields_of, shape_at
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, did_you_mean, excerpt, tell

ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
"""How the address of a page begins."""


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


def problem_of(
    model: type[BaseModel],
    parsed: ParsedFile,
    details: ErrorDetails,
    meant: Mapping[Place, KeyMeant | None],
) -> Iterator[Problem]:
    """The problem that an error of validation means; none of what is told already.

    That is an empty place, and a key that is missing since another was written for it (`meant`).
    """
    path, place = parsed.path, place_in(parsed.value, details["loc"])
    error, written = details["type"], details["input"]
    reference = shape_at(model, place).reference
    match error:
        case "extra_forbidden":
            yield unknown_key(model, path, place, meant.get(place))
        case "missing" if not (place and is_nothing(written)):
            missing = str(details["loc"][-1])
            if not is_written_otherwise(place, missing, meant):
                yield missing_key(model, path, place, missing)
        case _ if error == "too_short" or is_nothing(written):
            return
        case _ if error in EXPECTED:
            yield wrong_type(model, path, place, error, written)
        case "string_pattern_mismatch" | "string_too_long" if reference and ADDRESS.match(written):
            yield address_for_id(reference, path, place, written)
        case "enum":
            yield unknown_value(model, path, place, as_written(written))
        case _:
            yield value_fault(path, place, details)


def value_fault(path: str, place: Place, details: ErrorDetails) -> Problem:
    """The fault of a value, or of a key that is one, by what its type says of it."""
    context, key = details.get("ctx", {}), key_of(place)
    at_key = details["loc"][-1:] == ("[key]",)
    match details["type"]:
        case "string_too_long":
            limit = context["max_length"]
            return tell(path, place, FaultCode.TOO_LONG, at_key=at_key, key=key, limit=limit)
        case "string_pattern_mismatch":
            fault = pattern_fault(str(context["pattern"]), str(details["input"]), key)
            told = tell(path, place, at_key=at_key, **fault)
            return replace(told, sought=details["input"]) if told.code == FaultCode.BAD_ID else told
        case error:
            return own_fault(path, place, error, context, quoted(details["input"]))


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


def unknown_key(model: type[BaseModel], path: str, place: Place, meant: KeyMeant | None) -> Problem:
    """A key that the group of fields at this place does not have."""
    key = str(place[-1])
    if INDENTED.match(key):
        return odd_indentation(path, place, key)
    advice = NO_SPACE.advice if UNSPACED_KEY.match(key) else key_advice(model, place, meant)
    return tell(path, place, FaultCode.UNKNOWN_KEY, at_key=True, key=excerpt(key), advice=advice)


def key_advice(model: type[BaseModel], place: Place, meant: KeyMeant | None) -> str:
    """The key to write instead of an unknown one; where none is meant, all that there are."""
    holder = shape_at(model, place[:-1]).model
    known = fields_of(holder) if holder else {}
    if meant is None:
        return f"Các khóa dùng được: {', '.join(known)}."
    if meant.within:
        holders = " hoặc ".join(f"«{key}»" for key in meant.within)
        return f"Khóa «{meant.key}» nằm trong {holders}: viết ở dưới khóa ấy, thụt vào hai dấu cách."
    if meant.outside:
        return (
            f"Khóa «{meant.key}» là của cả bản ghi, không nằm trong «{key_of(place[:-1])}»: viết sát lề trái."
        )
    return f"Viết «{meant.key}» ({known[meant.key].title})." if meant.sure else did_you_mean(meant.key)


def is_written_otherwise(holder: Place, key: str, meant: Mapping[Place, KeyMeant | None]) -> bool:
    """Whether an unknown key of the same group stands for a missing one, or belongs into it."""
    beside = [
        (str(place[-1]), known)
        for place, known in meant.items()
        if (() if known and known.outside else place[:-1]) == holder
    ]
    return any(
        (known and key in (known.within or (known.key,))) or written.startswith(f"{key}:")
        for written, known in beside
    )


def missing_key(model: type[BaseModel], path: str, place: Place, key: str) -> Problem:
    """A key that the group of fields at this place must have."""
    holder = shape_at(model, place).model or model
    shape = shape_at(holder, (key,))
    needed = required_keys(shape.model)
    advice = f"Thêm dòng «{key}: …»." + codes_advice(key, shape)
    if needed and shape.model:
        below = ", ".join(f"«{name}: …»" for name in needed)
        advice = f"Thêm dòng «{key}:», dòng dưới thụt vào hai dấu cách {below}."
        advice += "".join(codes_advice(name, shape_at(shape.model, (name,))) for name in needed)
    return tell(
        path, place, FaultCode.MISSING_KEY, key=key, label=fields_of(holder)[key].title, advice=advice
    )


def codes_advice(key: str, shape: Shape) -> str:
    """The codes that a key takes; nothing where it takes no codes."""
    return f" Các giá trị của «{key}»: {listed_codes(shape.codes)}." if shape.codes else ""


def required_keys(model: type[BaseModel] | None) -> list[str]:
    """The keys that a group of fields must have; none where it is no group."""
    return [key for key, field in fields_of(model).items() if field.is_required()] if model else []


def unknown_value(model: type[BaseModel], path: str, place: Place, written: str) -> Problem:
    """A code that the vocabulary at this place does not have; a Vietnamese label leads to its code."""
    codes = shape_at(model, place).codes
    several = [code_meant(codes, each) for each in re.split(r"\s*[,;]\s*|\s+và\s+", written.rstrip(" ,;"))]
    items = ", ".join(f"«- {each}»" for each in several)
    hint = (
        f"Mỗi mục một dòng: {items}."
        if len(several) > 1 and all(several) and isinstance(place[-1], int)
        else ""
    )
    return tell(
        path,
        place,
        FaultCode.UNKNOWN_VALUE,
        key=key_of(place),
        written=written,
        hint=hint or did_you_mean(code_meant(codes, written)),
        known=listed_codes(codes),
    )


def wrong_type(model: type[BaseModel], path: str, place: Place, error: str, written: Any) -> Problem:
    """A value of another type than the field at this place takes; of a group, with the keys that it takes."""
    wanted = shape_at(model, place)
    keys = list(fields_of(wanted.model)) if wanted.model else []
    if (
        isinstance(written, str)
        and is_collection(error)
        and (slip := slip_in_syntax(path, place, written, keys))
    ):
        return slip
    known = f" Các khóa dùng được: {', '.join(keys)}." if keys else ""
    turn = place[-1] if isinstance(place[-1], int) else None
    return tell(
        path,
        place,
        FaultCode.WRONG_TYPE,
        key=key_of(place),
        expected=EXPECTED[error][0],
        written=quoted(written),
        advice=type_advice(wanted, key_of(place), error, written, turn) + known,
    )


def slip_in_syntax(path: str, place: Place, written: str, known: Collection[str]) -> Problem | None:
    """The slip by which the lines of a group or of a list came out as one text; None where there is none."""
    first, _, rest = written.partition(" ")
    if UNSPACED_KEY.match(written):
        return tell(path, place, FaultCode.YAML_SYNTAX, meaning=NO_SPACE.meaning, advice=NO_SPACE.advice)
    if meant := line_in_value(written):
        return odd_character(path, place, written, meant)
    if first in known and rest:
        meaning, advice = f"Sau «{first}» thiếu dấu hai chấm", f"Viết «{first}: {excerpt(rest)}»."
        return tell(path, place, FaultCode.YAML_SYNTAX, meaning=meaning, advice=advice)
    if re.match(r"-[^\s-]", written):
        meaning, advice = "Sau dấu gạch đầu dòng thiếu dấu cách", f"Viết «- {excerpt(first[1:])}»."
        return tell(path, place, FaultCode.YAML_SYNTAX, meaning=meaning, advice=advice)
    return None


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


def address_for_id(reference: Reference, path: str, place: Place, written: str) -> Problem:
    """An address where an id belongs; `cited` says whose it is, which only the whole catalogue knows."""
    kind = reference.kind.replace("_", "-")
    advice = (
        f"Chỗ này ghi mã: tên một tệp trong {kind}s/, không kể đuôi .yml. Chưa có tệp ấy thì chép "
        f"mau/{kind}.yml thành {kind}s/<mã>.yml, điền ở đó"
        + (" (địa chỉ này vào «address»)" if reference.kind in {"source", "document"} else "")
        + ", rồi ghi mã ấy ở đây."
    )
    told = tell(path, place, FaultCode.BAD_ID, written=excerpt(written), advice=advice)
    return replace(told, sought=written)


def id_advice(written: str) -> str:
    """How an id that is written otherwise should be written."""
    proposed = id_meant(written)
    return f"Viết «{proposed}»." if proposed else "Dùng chữ thường không dấu, chữ số và dấu gạch nối."
