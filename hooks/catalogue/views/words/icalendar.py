"""Lines of iCalendar (RFC 5545): texts escaped, lines folded.

Written here, since the library that reads them in the tests takes a millisecond for each event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache

LONGEST = 75
"""Octets of a line, without what ends it."""
END = b"\r\n"
NEW_LINE = re.compile("[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What some programs take for the end of a line, so that it would cut one in two."""


def text(value: str) -> str:
    """A text as the value of a property."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "")
    return NEW_LINE.sub(r"\\n", escaped)


def day(value: date) -> str:
    """A day as the value of a property."""
    return f"{value.year:04}{value.month:02}{value.day:02}"


@lru_cache(1024)
def moment(written: str) -> str:
    """A moment (RFC 3339), or the beginning of a day, as a property has it, by the clock of the world."""
    read = datetime.fromisoformat(written)
    told = read.astimezone(UTC) if read.tzinfo else read
    return f"{day(told)}T{told.hour:02}{told.minute:02}{told.second:02}Z"


def lines(properties: Iterable[str]) -> bytes:
    """Properties, each with its name and value, as lines."""
    written = [each.encode() for each in properties]
    return b"".join([(line if len(line) <= LONGEST else folded(line)) + END for line in written])


def folded(line: bytes) -> bytes:
    """A line that is too long, folded, never inside a letter; each further line begins with a space."""
    parts, start, room = [], 0, LONGEST
    while len(line) - start > room:
        end = start + room
        while is_inside(line[end]):
            end -= 1
        parts.append(line[start:end])
        start, room = end, LONGEST - 1
    return (END + b" ").join([*parts, line[start:]])


def is_inside(octet: int) -> bool:
    """Whether an octet of UTF-8 goes on with the letter that began before it."""
    return octet & 0xC0 == 0x80
