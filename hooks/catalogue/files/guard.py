"""The guard before the reader: only a small UTF-8 text without hidden characters gets past it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, tell

SIZE_LIMIT = 256 * 1024
"""Bytes that one record may have: the largest of real life is a tenth of it."""

HIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f"
NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
FORBIDDEN = re.compile(f"[{HIDDEN}{NO_CHARACTERS}]")
"""Control, bidirectional and zero-width characters, and codes that are none: nobody sees them, and they turn or split what is read."""
VISIBLY_FORBIDDEN = re.compile("[\u034f\ufffc\ufffd]")
"""Those among them that Python calls printable."""
INDENTING_TAB = re.compile(r"^[ -]*\t")
LINE_BREAK = re.compile("\r\n|\n|\r")
LINES_TOLD = 20
"""Lines of one file that are told for the same mistake: who has so many mends the whole file at once."""


def decode(path: str, content: bytes, limit: int = SIZE_LIMIT) -> tuple[str, Problem | None]:
    """The text of a file that is small enough and UTF-8 without a byte-order mark."""
    if len(content) > limit:
        return "", tell(path, (), FaultCode.TOO_LARGE, line=1, column=1, limit=limit // 1024)
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return "", tell(path, (), FaultCode.BYTE_ORDER_MARK, line=1, column=1)
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = position(before, len(before))
        return "", tell(path, (), FaultCode.NOT_UTF8, line=line, column=column)


def is_clean(text: str) -> bool:
    """Whether none of what follows here can find anything: most texts need no closer look, and this one is fast."""
    printable = text.replace("\n", "").isprintable() and not VISIBLY_FORBIDDEN.search(text)
    return printable and unicodedata.is_normalized("NFC", text)


def hidden_characters(path: str, text: str) -> Iterator[Problem]:
    """The first character of each line that nobody sees."""
    for line, column, found in first_of_each_line(FORBIDDEN, text) if FORBIDDEN.search(text) else ():
        yield tell(
            path,
            (),
            FaultCode.INVISIBLE_CHARACTER,
            line=line,
            column=column,
            character=f"U+{ord(found[0]):04X}",
        )


def indenting_tabs(path: str, text: str) -> Iterator[Problem]:
    """The lines that tabs indent."""
    for line, column, _ in first_of_each_line(INDENTING_TAB, text) if "\t" in text else ():
        yield tell(path, (), FaultCode.TAB, line=line, column=column)


def first_of_each_line(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Line, column and finding in each of the first lines that a pattern is found in."""
    found = (
        (number, match)
        for number, line in enumerate(LINE_BREAK.split(text), start=1)
        if (match := pattern.search(line))
    )
    for number, match in islice(found, LINES_TOLD):
        yield number, match.end(), match


def split_letters(path: str, text: str) -> Iterator[Problem]:
    """The first letter of a text whose mark is a character of its own."""
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        start = next(
            (index for index, (one, other) in enumerate(zip(text, composed, strict=False)) if one != other),
            len(composed),
        )
        line, column = position(text, start)
        yield tell(path, (), FaultCode.NOT_NFC, line=line, column=column)


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    breaks = list(LINE_BREAK.finditer(text, 0, index))
    return len(breaks) + 1, index - (breaks[-1].end() if breaks else 0) + 1
