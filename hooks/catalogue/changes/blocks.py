"""The parts of two contents of one file that differ, so that only they are read.

A file of data is a list of keys at the first column, each with its own lines below. Read are those whose
lines are not the same in both contents: of a history of thousands of changes a tenth of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TypeAlias

from catalogue.changes.states import PlainValues, UnreadableError, values_of
from catalogue.files.usual_file import plain_value

Blocks: TypeAlias = dict[bytes, bytes]
"""The lines of keys at the first column, by the key."""

KEY = re.compile(rb"([a-z_]+):")
FIRST_COLUMN = re.compile(rb"\n(?=[^\s#])")
"""Before a line that begins at the first column with anything but a comment."""
ALWAYS = (b"verification",)
"""What is read though it is the same: how far a record is confirmed decides what its change means."""


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


def differing_blocks(before: bytes, after: bytes) -> tuple[Blocks, Blocks] | None:
    """The lines of the keys that are not the same in both contents; None where they cannot be told apart."""
    one, other = blocks(before), blocks(after)
    if not (one and other):
        return None
    same = {key for key, block in one.items() if other.get(key) == block and key not in ALWAYS}
    left, right = ({key: part[key] for key in part if key not in same} for part in (one, other))
    return left, right


def blocks(content: bytes) -> Blocks:
    """The lines of each key at the first column by the key; none where they cannot be told apart."""
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
