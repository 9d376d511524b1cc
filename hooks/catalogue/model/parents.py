"""Children without a parent, parents without children: the line above, or those below, is gone or a comment.

Who deletes `period:` leaves `start:` and `end:`, indented; who fills in a template may take the sign of a
comment from some of its lines, and not from the one above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from catalogue.model.fields import ID_PATTERN
from catalogue.model.outline import Depth, Line, Repair, Step, line_of, model_below, set_aside
from catalogue.model.shape import Shape, fields_of, shapes
from catalogue.problems.problem import excerpt

CODE = re.compile(r"[a-z]+(_[a-z]+)*")
"""A code of a vocabulary."""
CERTAIN = (0, 0)
"""The rank of a list that takes a code of its vocabulary."""
WORDS = re.compile(r"(?!true$|false$)[^{\[\"'0-9]")
"""How a text begins in which a line below may go on."""


def stands_well(step: Step) -> bool:
    """Whether a line may stand where it does; one of which nothing is known may."""
    line, level = step.line, step.level
    if step.is_level:
        return len(step.levels) == 1 or not line.key or not level.model or line.key in fields_of(level.model)
    if level.last is None:
        return len(step.levels) > 1 or not level.model
    if is_beside_keys(step):
        return False
    shape = level.shape
    return shape is None or (line.hyphen < 0 and not line.key) or may_follow(level.last, shape, line)


def may_follow(last: Line, shape: Shape, line: Line) -> bool:
    """Whether a line may stand below a key of a shape: as its value, or as a part of it."""
    if last.value:
        return not line.key and shape == Shape(single=shape.single) and bool(WORDS.match(last.value))
    if line.hyphen < 0:
        return bool(shape.model or shape.key)
    return shape.item is not None and takes_item(shape.item, line)


def takes_item(item: Shape, line: Line) -> bool:
    """Whether a list whose items have a shape takes an item that begins with a line."""
    if item.model:
        return (not line.key and not CODE.fullmatch(line.value)) or line.key in fields_of(item.model)
    return not line.key and (not item.codes or line.value in item.codes or not CODE.fullmatch(line.value))


def is_beside_keys(step: Step) -> bool:
    """Whether an item stands in the column of the keys of a group, none of which opens a list."""
    last, line = step.level.last, step.line
    return line.hyphen == step.level.column and len(step.levels) > 1 and bool(last and last.value)


def holder_of(step: Step) -> Depth | None:
    """The level in which the key that a line belongs under is missing; None where it is missing nowhere."""
    if stands_well(step):
        return None
    if not step.is_level and not is_beside_keys(step):
        return step.level
    return None if step.level.of_item else step.levels[-2]


# --- A parent that is missing --------------------------------------------------


def parent_missing(step: Step, below: Sequence[Line]) -> Iterator[Repair]:
    """A line whose key above it was deleted: its children are left, indented."""
    line, holder = step.line, holder_of(step)
    if not holder or not holder.model or (line.begin - holder.column) % 2:
        return
    keys = keys_of(line, below)
    own = fields_of(holder.model)
    may_be_own = line.hyphen < 0 and len(keys) == 1 and keys <= set(own)
    parents = [each for each in parents_of(step, holder) if not may_be_own or own[each[0]].is_required()]
    ranked = sorted(((rank_of(shape, keys), key) for key, shape in parents), key=itemgetter(0))
    for rank, alike in groupby(ranked, key=itemgetter(0)):
        if rank == CERTAIN or (rank[0] == 0 and line.key) or step.level.last is None or step.level.last.value:
            yield inserted(line, holder.column, [key for _, key in alike])


def parents_of(step: Step, holder: Depth) -> Iterator[tuple[str, Shape]]:
    """The keys that a level does not have and below which a line could stand, with the shape of what does."""
    for key, shape in shapes(holder.model).items() if holder.model else ():
        below = shape.item if step.line.hyphen >= 0 else shape
        if below and key not in holder.keys and takes(below, step.line):
            yield key, below


def takes(shape: Shape, line: Line) -> bool:
    """Whether what has a shape can begin with a line: with its key, or with its value."""
    if shape.model:
        return line.key in fields_of(shape.model)
    if line.key or line.hyphen < 0:
        return False
    if shape.codes:
        return line.value in shape.codes
    return bool(re.fullmatch(ID_PATTERN, line.value)) == (shape.reference is not None)


def rank_of(shape: Shape, keys: set[str]) -> tuple[int, int]:
    """How unlikely it is that the key of a group or a list is missing above some keys.

    First what speaks against it: keys that the group must have, strangers, a single key, which tells little.
    """
    if not shape.model:
        return 0, 0 if shape.codes else 1
    fields = fields_of(shape.model)
    needed = {key for key, field in fields.items() if field.is_required()}
    is_weak = not needed and len(keys) == 1
    return len(needed - keys) + len(keys - set(fields)) + is_weak, -len(keys)


def inserted(line: Line, column: int, parents: Sequence[str]) -> Repair:
    """The repair that puts a key above a line; of several that may be meant, the first."""
    first = f"«{'- ' if line.hyphen >= 0 else ''}{line.key or excerpt(line.value)}»"
    *others, last = (f"«{key}:»" for key in parents)
    named = " hoặc ".join([", ".join(others), last] if others else [last])
    return Repair(
        f"Trên {first} thiếu dòng {named}",
        f"Thêm dòng {named} ngay trên dòng này, {indented(column)}; các dòng ở dưới giữ nguyên.",
        line.at,
        line.begin,
        line.at,
        0,
        (" " * column + f"{parents[0]}:",),
    )


def keys_of(line: Line, below: Sequence[Line]) -> set[str]:
    """The keys of the group that a line begins: those in its column, up to a line that stands before it."""
    keys = {line.key}
    for each in below:
        if each.begin < line.column:
            break
        if each.column == line.column:
            keys.add(each.key)
    return keys


def indented(column: int) -> str:
    """How a line is to be indented, in words."""
    return f"thụt vào {column} dấu cách" if column else "viết sát lề trái"


# --- A parent, or its children, that is still a comment --------------------------


def parent_set_aside(step: Step, lines: Sequence[str]) -> Iterator[Repair]:
    """A line whose key above it is still a comment, and perhaps the key above that."""
    line, holder = step.line, holder_of(step)
    is_item = line.hyphen >= 0 and not line.key
    column = holder.column if holder else step.level.column
    above = keys_set_aside(lines, line, column) if holder or is_item else []
    if above and above[-1][1].column == column:
        yield uncommented(lines, [index for index, _ in reversed(above)], silent=is_item)


def keys_set_aside(lines: Sequence[str], line: Line, column: int) -> list[tuple[int, Line]]:
    """The comments above a line that are keys without a value, each further left, down to a column."""
    found: list[tuple[int, Line]] = []
    for index, above in comments_above(lines, line.at):
        rightmost = found[-1][1].column if found else line.begin
        if above.key and not above.value and above.hyphen < 0 and column <= above.column < rightmost:
            found.append((index, above))
    return found


def item_set_aside(step: Step, lines: Sequence[str]) -> Iterator[Repair]:
    """A line of an item whose first line is still a comment: it falls to the item above, or to none."""
    line = step.line
    if line.hyphen >= 0 or (stands_well(step) and line.key not in step.level.keys):
        return
    for index, above in comments_above(lines, line.at):
        if above.hyphen >= 0 and above.column == line.column:
            yield uncommented(lines, [index])


def comments_above(lines: Sequence[str], index: int) -> Iterator[tuple[int, Line]]:
    """The lines that the comments right above a line hold, the last first."""
    for above in range(index - 1, -1, -1):
        if not lines[above].lstrip(" ").startswith("#"):
            return
        if text := set_aside(lines, above):
            yield above, line_of(above, text)


def uncommented(lines: Sequence[str], indices: Sequence[int], *, silent: bool = False) -> Repair:
    """The repair that takes away the sign of a comment in some lines, of which the first is told."""
    first, last = indices[0], indices[-1]
    meant = [line_of(index, set_aside(lines, index)) for index in indices]
    named = " và ".join(f"«{called(each)}»" for each in meant)
    written = excerpt(set_aside(lines, first).strip())
    return Repair(
        f"{'Dòng này' if first == last else 'Từ dòng này'} còn dấu # trước {named}",
        f"Bỏ dấu # ở đầu: «{written}», {indented(meant[0].begin)}.",
        first,
        lines[first].index("#"),
        first,
        last - first + 1,
        tuple(set_aside(lines, at) if at in indices else lines[at] for at in range(first, last + 1)),
        silent,
    )


def called(line: Line) -> str:
    """What a line is called: its key; of an item with its hyphen and value."""
    return line.key if line.hyphen < 0 else excerpt(f"- {line.key}: {line.value}" if line.key else line.value)


def children_set_aside(step: Step, lines: Sequence[str]) -> Iterator[Repair]:
    """A key without a value whose lines below it are all still comments."""
    line = step.line
    start = end = line.at + 1
    while lines[end : end + 1] and is_comment_below(lines, end, line.column):
        end += 1
    meant = [set_aside(lines, index) or lines[index] for index in range(start, end)]
    first = next((each.strip() for each in meant if not each.lstrip().startswith("#")), "")
    goes_on = lines[end : end + 1] and lines[end].strip() and line_of(end, lines[end]).begin > line.column
    if first and line.key and not line.value and not goes_on:
        yield Repair(
            f"Các dòng dưới «{line.key}» còn dấu # ở đầu",
            f"Bỏ dấu # trước những dòng nguồn có nói, như «{excerpt(first)}»; "
            f"nguồn không nói gì thì xóa cả dòng «{line.key}:».",
            line.at,
            line.column,
            start,
            end - start,
            tuple(meant),
        )


def is_comment_below(lines: Sequence[str], index: int, column: int) -> bool:
    """Whether a line is a comment that stands, or whose line stands, below a key in a column."""
    text = lines[index]
    return text.lstrip(" ").startswith("#") and len(text) - len(text.lstrip(" ")) > column


def key_set_aside(step: Step, lines: Sequence[str]) -> Iterator[Repair]:
    """A key that a group must have and that is still a comment beside another of its keys."""
    line = step.line
    model = step.level.model if step.is_level else model_below(step)
    needed = {key for key, field in fields_of(model).items() if field.is_required()} if model else set()
    end = line.at + 1
    while end < len(lines) and lines[end].lstrip(" ").startswith("#"):
        end += 1
    above = comments_above(lines, line.at) if line.hyphen < 0 else ()
    for index, found in (*comments_above(lines, end), *above):
        if found.hyphen < 0 and found.column == line.column and found.key in needed - step.level.keys:
            yield uncommented(lines, [index])
