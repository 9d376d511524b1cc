"""The YAML text of a record from its plain values: keys in the order of the model, quotes only where needed.

It needs no YAML library, since it writes only the small part of YAML that an editor would write too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, RootModel

from catalogue.files.syntax import CONSTANTS
from catalogue.model.fields import is_nothing
from catalogue.model.shape import Shape, shapes

PLAIN = re.compile(r"(?![-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`\s])(?:(?!: |:$| #)[^\t\r\n])+(?<!\s)")
"""A text that needs no quotes: it neither begins like other YAML nor looks like a key or a comment."""
PARAGRAPHS = re.compile(r"(?=\S)[^\t\r]*\n[^\t\r]*(?<=\S)")
"""A text of several lines that a block (`|-`) gives back unchanged: no blanks at its ends, no tabs."""
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def record_yaml(model: type[BaseModel], values: Mapping[str, object]) -> str:
    """The text of a record, of the settings or of the redirects: two spaces a level, a line break at the end.

    Keys stand in the order of the model. Empty values are left out: a record does not say what is unknown.
    A key that the model does not have is a ValueError.
    """
    shape = shapes(model)["root"] if issubclass(model, RootModel) else Shape(model=model)
    return "".join(f"{line}\n" for line in group_lines(without_empty(values), shape, ""))


def without_empty(value: object) -> object:
    """A value without its empty parts at any depth; mappings become dicts, sequences become lists."""
    if isinstance(value, Mapping):
        kept = {key: without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if not is_nothing(item)}
    if isinstance(value, (list, tuple)):
        return [item for each in value if not is_nothing(item := without_empty(each))]
    return value


def group_lines(group: object, shape: Shape, indent: str) -> Iterator[str]:
    """The lines of a group of fields or of a mapping."""
    if not isinstance(group, dict):
        return
    inner = shapes(shape.model) if shape.model else {}
    order = list(inner)
    for key in sorted(group, key=order.index) if shape.model else group:
        yield from value_lines(f"{indent}{scalar(key)}:", group[key], inner.get(key, Shape()), indent)


def value_lines(opening: str, value: object, shape: Shape, indent: str) -> Iterator[str]:
    """The lines of a value. It follows its key or hyphen on the same line where it is single, else below."""
    if isinstance(value, dict):
        yield opening
        yield from group_lines(value, shape, f"{indent}  ")
    elif isinstance(value, list):
        yield opening
        for item in value:
            yield from item_lines(item, shape.item or Shape(), f"{indent}  ")
    elif isinstance(value, str) and PARAGRAPHS.fullmatch(value):
        yield f"{opening} |-"
        yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{opening} {scalar(value)}"


def item_lines(item: object, shape: Shape, indent: str) -> Iterator[str]:
    """The lines of an item of a list. The first key of a group follows the hyphen."""
    if not isinstance(item, dict):
        yield from value_lines(f"{indent}-", item, shape, indent)
        return
    for number, line in enumerate(group_lines(item, shape, f"{indent}  ")):
        yield line if number else f"{indent}- {line[len(indent) + 2 :]}"


def scalar(value: object) -> str:
    """A single value on one line: true or false, a number or date, a text in quotes where it needs them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if not isinstance(value, str) or (PLAIN.fullmatch(text) and text not in CONSTANTS):
        return text
    return f'"{text.translate(ESCAPES)}"'
