"""Lines of iCalendar (RFC 5545): texts escaped, lines folded.

Written here, since the library that reads them in the tests takes a millisecond for each event.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache

LONGEST = 75
"""Octets of a line, without what ends it."""
END = b"\r\n"


def text(value: str) -> str:
    """A text as the value of a property, without anything that a program could take for the end of a line.

    What is put behind it and taken away again keeps what ends its last line.
    """
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "")
    return "\\n".join(f"{escaped}.".splitlines())[:-1]


def day(value: date) -> str:
    """A day as the value of a property."""
    return f"{value.year:04}{value.month:02}{value.day:02}"


@lru_cache(65536)
def moment(written: str) -> str:
    """A moment (RFC 3339), or the beginning of a day, as a property has it, by the clock of the world."""
    read = datetime.fromisoformat(written)
    told = read.astimezone(UTC) if read.tzinfo else read
    return f"{day(told)}T{told.hour:02}{told.minute:02}{told.second:02}Z"


def lines(properties: Iterable[str]) -> bytes:
    """Properties, each with its name and value, as lines."""
    written = [each.encode() for each in properties]
    return END.join([*[line if len(line) <= LONGEST else folded(line) for line in written], b""])


def folded(line: bytes) -> bytes:
    """A line that is too long, folded, never inside a letter; each further line begins with a space."""
    parts, start, room = [], 0, LONGEST
    while len(line) - start > room:
        end = start + room
        while line[end] & 0xC0 == 0x80:  # what goes on with the letter that began before it
            end -= 1
        parts.append(line[start:end])
        start, room = end, LONGEST - 1
    return (END + b" ").join([*parts, line[start:]])
