"""How a value of a wrong type, or what stands where an id belongs, is to be written: itself, written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from catalogue.language.vietnamese import fold
from catalogue.model.crowded import opening_key
from catalogue.model.fields import ID_PATTERN, digits_meant
from catalogue.model.meaning import code_meant
from catalogue.model.shape import Shape, fields_of, shapes
from catalogue.problems.problem import excerpt

EXPECTED = {
    "string_type": ("chữ", "Viết một giá trị chữ; nếu là true, false hay null thì đặt trong dấu nháy kép."),
    "bool_type": ("true hoặc false", "Viết true hoặc false, không có dấu nháy; không biết thì xóa dòng này."),
    "literal_error": ("true", "Viết true, hoặc xóa dòng này."),
    "tuple_type": ("một danh sách", "Mỗi mục một dòng, thụt vào dưới khóa và bắt đầu bằng «- »"),
    "dict_type": ("một nhóm khóa", "Viết các khóa con ở dòng dưới, thụt vào hai dấu cách"),
    "model_type": ("một nhóm khóa", "Viết các khóa con ở dòng dưới, thụt vào hai dấu cách"),
}
"""What pydantic's type errors ask for, and how to write it."""
IDS = re.compile(r"[a-z0-9_,;\s-]+")
"""Ids or codes, and what may stand between them."""
IS_PATH = re.compile(r"[a-z0-9._-]*([/\\][a-z0-9._-]+)+|\S+\.yml")
"""The path of a file. `200-KH/TU` is none."""
FLAGS = {
    **dict.fromkeys(("true", "yes", "co", "dung", "x"), "true"),
    **dict.fromkeys(("false", "no", "khong", "sai"), "false"),
}
"""What people write for true and false, folded."""
YEARS = re.compile(r"([12]\d{3})(?: *[-–] *([12]\d{3}))?")
"""A year, or the first and the last of some."""
AMOUNT = re.compile(r"([1-9]\d*) +(\D+)")
"""A number with its unit."""
EXAMPLE_LENGTH = 200
"""How many characters a value may have for a remedy to write it anew."""


def type_advice(wanted: Shape, key: str, error: str, written: Any, turn: int | None) -> str:
    """How to write a value of the type that is wanted: the value itself, where that is certain.

    `key` is its key; of an item, which has a `turn`, that of its list.
    """
    if error == "string_type" and (single := only_value(written)):
        anew = f"{key}: {single}" if turn is None else f"- {single}"
        return f"Chỗ này chỉ nhận một giá trị: viết «{anew}»."
    if error == "bool_type" and (flag := FLAGS.get(fold(str(written)))):
        return f"Viết {flag}, không có dấu nháy; nguồn không nói thì xóa dòng này."
    if isinstance(written, str) and is_collection(error):
        return bare_advice(wanted, error, written, turn)
    return keyed_advice(wanted, error, written)


def is_collection(error: str) -> bool:
    """Whether an error asks for a group or a list."""
    return error in {"tuple_type", "model_type", "dict_type"}


def bare_advice(wanted: Shape, error: str, written: str, turn: int | None) -> str:
    """How to write a single value where a group or a list is wanted."""
    advice, group = EXPECTED[error][1], wanted.item.model if wanted.item else wanted.model
    anew = example(wanted, written) if len(written) < EXAMPLE_LENGTH else []
    if anew and group and (wanted.item or turn is not None):
        anew[0] = f"- {anew[0]}"
    lines = ", ".join(f"«{line}»" for line in anew)
    if turn is None or not group:
        return f"{advice}: {lines}." if lines else f"{advice}."
    further = "; là mục của danh sách khác thì thêm dòng tên danh sách ấy ở trên" if turn else ""
    return f"Viết {lines}{further}." if lines else f"{advice}."


def keyed_advice(wanted: Shape, error: str, written: object) -> str:
    """How to write a list where a group is wanted, a group where a list is, and either for a single value."""
    advice = EXPECTED[error][1]
    if isinstance(written, dict) and wanted.item and wanted.item.model:
        first, *_ = (*written, "")
        opening = opening_key(wanted.item.model, ())
        is_name = first not in fields_of(wanted.item.model) and first
        anew = f"{opening}: {excerpt(first)}" if is_name else f"{excerpt(first)}: …"
        return f"Thêm dấu gạch trước khóa đầu của mỗi mục: «- {anew}»; khóa sau thẳng cột với nó."
    if isinstance(written, list) and is_collection(error):
        pairs = ", ".join(f"«{key}: {value}»" for key, value in pairs_in(written)) if wanted.key else ""
        return f"Bỏ «- ». {advice}: {pairs}." if pairs else f"Bỏ «- ». {advice}."
    return advice if advice.endswith(".") else f"{advice}."


def pairs_in(written: list[Any]) -> Iterator[tuple[str, str]]:
    """The pairs that the groups of a list are where a mapping is wanted: of two keys, their values."""
    for item in written:
        match list(item.items()) if isinstance(item, dict) else []:
            case [(str(key), str(value))] | [(_, str(key)), (_, str(value))]:
                yield excerpt(key), excerpt(value)


def only_value(written: Any) -> str:
    """The one text that a list or a group holds; empty where it holds something else."""
    values = list(written.values()) if isinstance(written, dict) else written
    is_single = isinstance(values, list) and len(values) == 1 and isinstance(values[0], str)
    return excerpt(values[0]) if is_single else ""


def example(wanted: Shape, written: str) -> list[str]:
    """The lines of a single value where a list or a group is wanted; none where that is not certain."""
    if wanted.item and not wanted.item.model:
        written = written.strip("()")
        items = re.split(r"[,;\s]+" if IDS.fullmatch(written) else r"[,;]\s+", written)
        is_number = wanted.item.reference and written.isdigit()
        return [f"- {item}" for item in items if item and not is_number]
    group = wanted.item.model if wanted.item else wanted.model
    return [f"{key}: {value}" for key, value in parts_meant(group, written)] if group else []


def parts_meant(group: type[BaseModel], written: str) -> Iterator[tuple[str, str]]:
    """The keys and values of a group that a single value means: years, an amount, an id, a name."""
    keys = shapes(group)
    amount, counted = AMOUNT.fullmatch(written), next((key for key in ("value", "count") if key in keys), "")
    needed = [key for key, field in fields_of(group).items() if field.is_required()]
    if {"start", "end"} <= set(keys) and "id" not in keys:
        years = YEARS.fullmatch(written)
        yield from (("start", years[1]), ("end", years[2] or years[1])) if years else ()
    elif amount and counted and (unit := code_meant(keys["unit"].codes, amount[2])):
        yield from ((counted, amount[1]), ("unit", unit))
    elif len(needed) == 1 or (len(needed) > 1 and not re.match(r"\d", written)):
        yield needed[0], id_meant(written) if keys[needed[0]].reference else written
    elif not needed and ((is_id := bool(re.fullmatch(ID_PATTERN, written))) or not re.search(r"\d", written)):
        yield from [(key, written) for key, each in keys.items() if (each.reference is not None) == is_id][:1]


def id_meant(written: str) -> str:
    """The id that a text means: the stem of a path, a name in small letters; empty if it has no letters."""
    name = re.split(r"[/\\]", written)[-1].removesuffix(".yml") if IS_PATH.fullmatch(written) else written
    return re.sub(r"[^a-z0-9]+", "-", fold(digits_meant(name))).strip("-")[:80].strip("-")
