"""The parts of two contents of one file that differ, so that only they are read.

A file of data is a list of keys at the first column, each with its own lines below. Read are those whose
lines are not the same in both contents: of a history of thousands of changes a tenth of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TypeAlias

from catalogue.changes.states import PlainValues, UnreadableError, values_of
from catalogue.files.guard import SIZE_LIMIT
from catalogue.files.usual_file import plain_value

Blocks: TypeAlias = dict[bytes, bytes]
"""The lines of keys at the first column, by the key."""
UsualValues: TypeAlias = dict[str, object] | None
"""The values of a content; None where `any_file` must look at it."""

KEY = re.compile(rb"([a-z_]+):")
FIRST_COLUMN = re.compile(rb"\n(?=[^\s#])")
"""Before a line that begins at the first column with anything but a comment."""
ALWAYS = {b"verification"}
"""What is read though it is the same: how far a record is confirmed decides what its change means."""
BASIS = {b"sources", b"document"}
"""What is read as well where a part that changed names a source: whether that is new to the record."""
NAMING = b"source"

TAKEN = {b"state", b"period", b"year"}
FIGURES = {b"figures", b"declared", b"rows"}
"""What figures take from their record, and the figures: each is read as well where the other changed."""


def both_values(before: bytes, after: bytes) -> tuple[PlainValues, PlainValues]:
    """The plain values of two contents of a file, without most of what is the same in both."""
    if parts := differing_blocks(before, after):
        try:
            one, other = (values(b"".join(part.values())) for part in parts)
        except UnreadableError:
            pass
        else:
            return one, other
    return values(before), values(after)


def usual_values(before: bytes, after: bytes) -> tuple[UsualValues, UsualValues]:
    """The values of two contents of a file, each None where it is not usual: as if each were read alone."""
    one = plain_value(before)
    if one is None:
        return None, plain_value(after)
    other = values_like(one, before, after)
    return one, plain_value(after) if other is None else other


def values_like(known: PlainValues, before: bytes, after: bytes) -> UsualValues:
    """The values of a content, those of keys with the same lines as before taken from `known`.

    None where the lines of keys cannot be told apart: what the parser finds must be those very keys.
    """
    one, other = blocks(before), blocks(after)
    if len(after) > SIZE_LIMIT or not other or not same_keys(one, known):
        return None
    if not KEY.match(after):  # a comment stands before the first key, in none of the blocks
        return None
    new = {key: block for key, block in other.items() if one.get(key) != block}
    read = plain_value(b"".join(new.values())) if new else {}
    if read is None or not same_keys(new, read):
        return None
    names = map(bytes.decode, other)
    return {name: read[name] if name in read else known[name] for name in names}


def same_keys(parts: Blocks, found: PlainValues) -> bool:
    """Whether lines were parted by the keys that were found in them."""
    return [*map(bytes.decode, parts)] == [*found]


def differing_blocks(before: bytes, after: bytes) -> tuple[Blocks, Blocks] | None:
    """The lines of the keys that are not the same in both contents, with those that say what a change means.

    None where they cannot be told apart.
    """
    one, other = blocks(before), blocks(after)
    if not (one and other):
        return None
    same = {key for key, block in one.items() if other.get(key) == block}
    if any(NAMING in part[key] for part in (one, other) for key in part.keys() - same):
        same -= BASIS
    for changed, others in ((TAKEN, FIGURES), (FIGURES, TAKEN)):
        if any(not changed.isdisjoint(part.keys() - same) for part in (one, other)):
            same -= others
    same -= ALWAYS
    left, right = ({key: part[key] for key in part if key not in same} for part in (one, other))
    return left, right


def blocks(content: bytes) -> Blocks:
    """The lines of each key at the first column by the key; none where they cannot be told apart.

    What stands before the first key, such as a comment, is left out.
    """
    starts = [0, *(found.end() for found in FIRST_COLUMN.finditer(content))]
    if content[:1].isspace() or content.startswith(b"#"):
        del starts[0]
    parts: Blocks = {}
    for start, end in pairwise([*starts, len(content)]):
        key = KEY.match(content, start)
        if key is None or key[1] in parts:
            return {}
        parts[key[1]] = content[start:end]
    return parts


def values(content: bytes) -> PlainValues:
    """The plain values of a content, read as far as it can be."""
    return values_of("", content, plain_value(content)) if content else {}
