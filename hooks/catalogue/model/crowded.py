"""Keys that share a line, and items that lack the key of their first value."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from pydantic import BaseModel

from catalogue.model.outline import Line, Repair, Step, model_below
from catalogue.model.shape import fields_of, shapes
from catalogue.problems.problem import excerpt

BARE = re.compile(r"(?![a-z_]+:)[^\s'\"\[\]{}&*!|>%@`#-].*")
"""A value without quotes or brackets, which is no key that lacks the space behind its colon."""


def keys_on_one_line(step: Step, lines: Sequence[str]) -> Iterator[Repair]:
    """A value in which more keys of its group stand, or keys of the group that its key holds."""
    line = step.line
    model = step.level.model if step.is_level else model_below(step)
    if not line.value or not model or line.key not in fields_of(model):
        return
    inner, indent = shapes(model)[line.key].model, " " * line.column
    if line.value.startswith("{"):
        yield from comma_missing(line, inner, lines)
    elif (pieces := split_keys(f"{line.key}: {line.value}", fields_of(model)))[1:]:
        head, *others = pieces
        first, below = lines[line.at][: line.column] + head, [indent + each for each in others]
        yield parted(line, first, below, "thẳng cột với nhau")
    elif inner and (pieces := split_keys(line.value, fields_of(inner))):
        first, below = (
            lines[line.at][: line.column] + f"{line.key}:",
            [f"{indent}  {each}" for each in pieces],
        )
        yield parted(line, first, below, f"thụt vào {line.column + 2} dấu cách từ dòng thứ hai")


def split_keys(text: str, keys: Iterable[str]) -> list[str]:
    """A text parted before each of some keys; empty where it does not begin with one."""
    begins = [
        found.start("key")
        for found in re.finditer(r"(?:^|[\s,;])(?P<key>[a-z_]+):(?=\s|$)", text)
        if found["key"] in keys
    ]
    if begins[:1] != [0]:
        return []
    ends = [*begins[1:], len(text)]
    return [text[begin:end].rstrip(" ,;") for begin, end in zip(begins, ends, strict=True)]


def parted(line: Line, first: str, below: Sequence[str], how: str) -> Repair:
    """The repair that gives each key a line of its own: the first, and those below it, in their column."""
    pieces = [first[line.begin :], *(each.strip() for each in below)]
    *keys, last = (f"«{piece.removeprefix('- ').partition(':')[0]}»" for piece in pieces)
    written = ", ".join(f"«{excerpt(piece)}»" for piece in pieces)
    return Repair(
        f"{', '.join(keys)} và {last} đứng chung một dòng",
        f"Viết mỗi khóa một dòng, {how}: {written}. Nếu là nội dung thì đặt cả giá trị trong dấu nháy kép.",
        line.at,
        line.column,
        line.at,
        1,
        (first, *below),
    )


def comma_missing(line: Line, inner: type[BaseModel] | None, lines: Sequence[str]) -> Iterator[Repair]:
    """A group in braces without a comma between two of its keys."""
    keys = "|".join(fields_of(inner)) if inner else ""
    gap = re.compile(rf"(?<=[^,{{\s])\s+(?=(?P<key>{keys}):\s)")
    if keys and (found := gap.search(line.value)):
        mended = gap.sub(", ", line.value)
        before = lines[line.at][: line.column]
        yield Repair(
            f"Trước «{found['key']}» thiếu dấu phẩy",
            f"Viết «{line.key}: {excerpt(mended)}».",
            line.at,
            lines[line.at].index(line.value) + found.end(),
            line.at,
            1,
            (f"{before}{line.key}: {mended}",),
        )


def item_without_its_key(step: Step, lines: Sequence[str], below: Sequence[Line]) -> Iterator[Repair]:
    """An item of a list of groups that begins with a bare value, or with a value for a key."""
    line, shape = step.line, step.level.shape
    group = shape.item.model if shape and shape.item else None
    children = children_of(line, below) if line.hyphen >= 0 and group else []
    is_bare = not line.key and BARE.fullmatch(line.value)
    is_for_key = line.key and not line.value
    if not group or not children or not (is_bare or is_for_key):
        return
    if line.key in fields_of(group) or not all(each.key in fields_of(group) for each in children):
        return
    yield keyed(line, opening_key(group, {each.key for each in children}), children, lines)


def children_of(line: Line, below: Sequence[Line]) -> list[Line]:
    """The lines below an item, up to one that does not belong to it, where all stand in one column."""
    children = []
    for each in below:
        if each.begin <= line.hyphen:
            break
        children.append(each)
    return [each for each in children if each.column == children[0].column and each.hyphen < 0]


def opening_key(group: type[BaseModel], keys: Container[str]) -> str:
    """The key that a group must have and that is not among some keys, or else the first that is not."""
    absent = [key for key in fields_of(group) if key not in keys]
    return next((key for key in absent if fields_of(group)[key].is_required()), absent[0] if absent else "")


def keyed(line: Line, key: str, children: Sequence[Line], lines: Sequence[str]) -> Repair:
    """The repair that writes the key of the first value of an item, with the lines below it in its column."""
    value = line.key or line.value
    move = line.column - children[0].column
    last = children[-1].at
    between = [
        " " * move + each if move > 0 else each[-move:] if each.strip() else each
        for each in lines[line.at + 1 : last + 1]
    ]
    return Repair(
        f"Mục «{excerpt(value)}» thiếu tên khóa ở đầu",
        f"Viết «- {key}: {excerpt(value)}».",
        line.at,
        line.column,
        line.at,
        1 + len(between),
        (f"{lines[line.at][: line.column]}{key}: {value}", *between),
    )
