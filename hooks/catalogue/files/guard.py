"""The guard before the reader: it lets only small UTF-8 texts without hidden characters through."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, code_point, tell, tell_of_file

SIZE_LIMIT = 256 * 1024
"""How many bytes a record may have. The largest real one has a tenth of it."""
LINES_LIMIT = 20
"""How many lines of a file are named for one mistake. Whoever has more mends the whole file at once."""

HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, without tab and line breaks
    "\xad\u034f\u061c\u180e\u200b-\u200f"  # soft hyphen, joiners, marks of direction
    "\u2028-\u202e\u2060-\u206f\ufeff"  # separators of lines, overrides of direction, byte-order mark
    "\ufff9-\uffff\U000e0000-\U000e007f"  # annotations, replacements, tags
)
NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
FORBIDDEN = re.compile(f"[{HIDDEN}{NO_CHARACTERS}]")
"""Characters that nobody sees but that split or turn around what is read, and codes that are no character."""
VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
"""Every letter of Vietnamese that ASCII does not have."""
UNUSUAL = re.compile(f"[^\n -~«»–—…−{VIETNAMESE}]")
"""What must be looked at: all but the letters and signs that nearly every text is made of."""
INDENTING_TAB = re.compile(r"^[ -]*\t")
LINE_BREAK = re.compile("\r\n|\n|\r")

LineColumn: TypeAlias = tuple[int, int]
"""A line of a file and a column in it, both from 1. Columns count characters, not bytes."""


def decode(path: str, content: bytes, limit: int = SIZE_LIMIT) -> tuple[str, Problem | None]:
    """The text of a file; or a problem where it is too large, has a byte-order mark or is not UTF-8."""
    if len(content) > limit:
        return "", tell_of_file(path, FaultCode.TOO_LARGE, limit=limit // 1024)
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return "", tell_of_file(path, FaultCode.BYTE_ORDER_MARK)
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        return "", tell(path, (), FaultCode.NOT_UTF8, line=line, column=column)


def is_clean(text: str) -> bool:
    """Whether a text is sure to have no forbidden character, no tab, no split letter, no letter in disguise.

    A fast test, which right texts fail as well where they have a foreign name, a curved quote, an emoji.
    """
    return not UNUSUAL.search(text) and unicodedata.is_normalized("NFC", text)


def hidden_characters(path: str, text: str) -> Iterator[Problem]:
    """The first forbidden character of each line, in at most `LINES_LIMIT` lines."""
    for line, column, found in first_in_each_line(FORBIDDEN, text) if FORBIDDEN.search(text) else ():
        character = code_point(found[0])
        yield tell(path, (), FaultCode.INVISIBLE_CHARACTER, line=line, column=column, character=character)


def indenting_tabs(path: str, text: str) -> Iterator[Problem]:
    """The lines that are indented with a tab, at most `LINES_LIMIT` of them."""
    for line, column, _ in first_in_each_line(INDENTING_TAB, text) if "\t" in text else ():
        yield tell(path, (), FaultCode.TAB, line=line, column=column)


def first_in_each_line(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """The first match in each line that has one: line, column of its last character, match."""
    matches = (
        (number, match)
        for number, line in enumerate(LINE_BREAK.split(text), start=1)
        if (match := pattern.search(line))
    )
    for number, match in islice(matches, LINES_LIMIT):
        yield number, match.end(), match


def split_letters(path: str, text: str) -> Iterator[Problem]:
    """The first letter of a text whose mark is a character of its own: the text is not NFC from there on."""
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        pairs = enumerate(zip(text, composed, strict=False))
        index = next(index for index, (one, other) in pairs if one != other)
        line, column = line_and_column(text, index)
        yield tell(path, (), FaultCode.NOT_NFC, line=line, column=column)


def line_and_column(text: str, index: int) -> LineColumn:
    """Where a character of a text stands, given by its index from 0."""
    breaks = list(LINE_BREAK.finditer(text, 0, index))
    return len(breaks) + 1, index - (breaks[-1].end() if breaks else 0) + 1
