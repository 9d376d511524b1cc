"""Keys that share a line, and items that lack the key of their first value."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from pydantic import BaseModel

from catalogue.model.outline import BLOCK, Line, Repair, Step, line_of, model_below
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


def item_without_hyphen(step: Step, lines: Sequence[str]) -> Iterator[Repair]:
    """The first line of an item that lacks its hyphen, or was deleted, so that another stands first."""
    line, level, shape = step.line, step.level, step.level.shape
    group = shape.item.model if shape and shape.item else None
    hyphen = line.column - 2
    if step.is_level or line.hyphen >= 0 or not group or line.key not in fields_of(group):
        return
    if hyphen > level.column and level.last and not level.last.value:
        written = lines[line.at].strip()
        yield Repair(
            f"Mục đầu của «{level.last.key}» thiếu dấu gạch, hoặc dòng đầu của mục đã bị xóa",
            f"Viết «- {excerpt(written)}», dấu gạch thụt vào {hyphen} dấu cách; "
            "dòng có dấu gạch bị xóa thì thêm lại ở trên.",
            line.at,
            line.column,
            line.at,
            1,
            (" " * hyphen + f"- {written}",),
        )


def text_not_indented(step: Step, lines: Sequence[str]) -> Iterator[Repair]:
    """Lines of a text that stands below its key, without the indentation of the others."""
    line, level = step.line, step.level
    known = fields_of(level.model) if level.model else {}
    is_text = level.last is not None and BLOCK.match(level.last.value)
    if not is_text or line.hyphen >= 0 or line.column != level.column or line.key in known:
        return
    end = line.at
    while end < len(lines) and is_stray(lines[end], known):
        end += 1
    indent = level.column + 2
    yield Repair(
        f"Dòng này có vẻ thuộc đoạn chữ của «{level.last.key if level.last else ''}» mà chưa thụt lề",
        f"Thụt vào {indent} dấu cách, thẳng với các dòng trên của đoạn ấy.",
        line.at,
        line.column,
        line.at,
        end - line.at,
        tuple(" " * (indent - len(each) + len(each.lstrip(" "))) + each for each in lines[line.at : end]),
    )


def is_stray(text: str, known: Container[str]) -> bool:
    """Whether a line may belong to the text above it: it is no known key."""
    line = line_of(0, text)
    return bool(text.strip()) and line.key not in known


def key_beside_hyphen(step: Step, lines: Sequence[str]) -> Iterator[Repair]:
    """A key of an item that stands in the column of its hyphen."""
    line, item = step.line, step.closed
    is_key = item is not None and item.of_item and item.model and line.key in fields_of(item.model)
    if line.hyphen >= 0 or not is_key or not item or not 0 < item.column - line.column <= 2:
        return
    move = item.column - line.column
    beside = f"«{item.last.key}»" if item.last else "khóa ở trên"
    yield Repair(
        f"«{line.key}» thụt vào {line.column} dấu cách, không thẳng cột với {beside}",
        f"Thụt vào {item.column} dấu cách cho thẳng cột với {beside}.",
        line.at,
        line.column,
        line.at,
        1,
        (" " * move + lines[line.at],),
    )
