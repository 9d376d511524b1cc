"""The parts of two contents of one file that differ, so that only they are read.

A file of data is a list of keys at the first column, each with its own lines below. Read are those whose
lines are not the same in both contents: of a history of thousands of changes a tenth of the text.
"""

from __future__ import annotations

import re

from catalogue.changes.states import PlainValues, UnreadableError, values_of
from catalogue.files.usual_file import plain_value

KEY = re.compile(rb"^([a-z_]+):", re.MULTILINE)
AT_FIRST_COLUMN = re.compile(rb"^(?![a-z_]+:|#|\s|$).", re.MULTILINE)
"""A line that begins neither a key nor a comment: what it belongs to cannot be told from the lines alone."""
ALWAYS = (b"verification",)
"""What is read though it is the same: how far a record is confirmed decides what its change means."""


def both_values(before: bytes, after: bytes) -> tuple[PlainValues, PlainValues]:
    """The plain values of two contents of a file, without most of what is the same in both."""
    parts = blocks(before), blocks(after)
    if all(parts):
        same = {key for key, block in parts[0].items() if parts[1].get(key) == block and key not in ALWAYS}
        try:
            one, other = (values(b"".join(part[key] for key in part if key not in same)) for part in parts)
        except UnreadableError:
            pass
        else:
            return one, other
    return values(before), values(after)


def blocks(content: bytes) -> dict[bytes, bytes]:
    """The lines of each key at the first column by the key; none where they cannot be told apart."""
    found = list(KEY.finditer(content))
    if not found or AT_FIRST_COLUMN.search(content):
        return {}
    ends = [match.start() for match in found[1:]] + [len(content)]
    parts = {match[1]: content[match.start() : end] for match, end in zip(found, ends, strict=True)}
    return parts if len(parts) == len(found) else {}


def values(content: bytes) -> PlainValues:
    """The plain values of a content, read as far as it can be."""
    return values_of("", content, plain_value(content)) if content else {}
