"""What a person has done wrong in the lines of a file that the parser gave up, which it does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from catalogue.files.guard import LineColumn
from catalogue.language.synonyms import KEYS

KEY = re.compile(
    r"(?P<indent> *(?:- +)*)(?P<key>[^\s:#'\"\[\]{}&*!|>%@`?-](?:[^:#]*[^ :#])?) *:(?P<value>$|\s.*)"
)
"""A line that is a key: how it is indented, the key, its value."""
ITEM = re.compile(r"(?P<indent> *)-(?= |$)")
WORD_FIRST = re.compile(r" *(?:- +)*(?P<key>[a-z_]{2,})(?P<rest>$|[\s=;,].*)")
"""A line that begins with a word of English letters, as keys are."""
TWO_KEYS = re.compile(r" *(?:- +)*(?P<key>[a-z_]+): +(?P<second>[a-z_]+)$")
CONFLICT = re.compile(r"(<{7}|={7}|>{7})( |$)")
FENCE = re.compile(r" *(```|~~~)")
STARRED = re.compile(r" *\* ")
IS_COMMENT = re.compile(r"\s*(#|$)")

VALUE_SHOWN = 200
"""How many characters a value may have that is written anew."""
BELOW = ("mapping values", "<document start>")
"""What the parser says at a key below the line whose colon is missing."""


class Slip(NamedTuple):
    """A slip: what it is, what to do, and where it is."""

    meaning: str
    advice: str
    at: LineColumn


def slip_in(lines: Sequence[str], words: str, at: LineColumn) -> Slip | None:
    """The slip in some lines at which the parser said some words; None where it is none of those known."""
    number, column = min(at[0], len(lines)), at[1]
    line = lines[number - 1]
    found = left_over(lines) or punctuation(line, words, number, column)
    if not found and any(each in words for each in ("':'", *BELOW)):
        found = missing_colon(lines, words, number, column)
    if not found and ("expected" in words or "mapping values" in words):
        found = wrong_indentation(lines, number)
    return found


def left_over(lines: Sequence[str]) -> Slip | None:
    """A line that a merge or a copy from a page has left."""
    for number, line in enumerate(lines, start=1):
        if CONFLICT.match(line):
            return Slip(
                "Còn dấu của hai bản chưa gộp xong",
                "Giữ phần đúng, rồi xóa các dòng <<<<<<<, ======= và >>>>>>>.",
                (number, 1),
            )
        if FENCE.match(line):
            return Slip("Còn dòng ``` của chỗ chép", "Xóa các dòng ```.", (number, 1))
    return None


def punctuation(line: str, words: str, number: int, column: int) -> Slip | None:
    """A comma too many, words behind a bracket, a star instead of a hyphen, two keys on a line."""
    before, at = line[: column - 1], (number, column)
    if STARRED.match(line) and "while scanning an a" in words:
        return Slip("Mục của danh sách bắt đầu bằng «*»", "Thay «*» bằng «-».", (number, line.index("*") + 1))
    if "expected key" in words and line[column - 1 : column] == ",":
        return Slip("Thừa dấu phẩy ở cuối giá trị", "Xóa dấu phẩy.", at)
    if "expected key" in words and before.rstrip()[-1:] in {"]", "}"}:
        return Slip("Còn chữ sau dấu ngoặc đóng", "Đặt cả giá trị trong dấu nháy kép.", at)
    if "mapping values" in words and (found := TWO_KEYS.match(before)):
        return Slip(
            f"Hai khóa «{found['key']}» và «{found['second']}» trên một dòng",
            f"Xuống dòng trước «{found['second']}», thụt vào hai dấu cách; "
            "nếu là nội dung thì đặt cả giá trị trong dấu nháy kép.",
            (number, found.start("second") + 1),
        )
    return colon_in_value(line, number, column) if "mapping values" in words else None


def colon_in_value(line: str, number: int, column: int) -> Slip | None:
    """A colon inside a value without quotes: it is not that of the key in its line."""
    found = KEY.match(line)
    value = found["value"].strip() if found else ""
    quote = "'" if '"' in value else '"'
    if not found or column <= found.start("value") or quote in value or len(value) > VALUE_SHOWN:
        return None
    return Slip(
        f"Trong giá trị của «{found['key']}» có dấu hai chấm",
        f"Đặt cả giá trị trong dấu nháy: viết «{found['key']}: {quote}{value}{quote}».",
        (number, column),
    )


def missing_colon(lines: Sequence[str], words: str, number: int, column: int) -> Slip | None:
    """A key without its colon: the line itself, or the one above a key that the parser did not expect."""
    below = any(each in words for each in BELOW)
    if below:
        found = KEY.match(lines[number - 1])
        if not found or ("mapping values" in words and found.start("value") != column):
            return None
        number = line_above(lines, number)
    line = lines[number - 1] if number else ""
    word = WORD_FIRST.match(line)
    if not word or KEY.match(line) or not is_level(lines, number, word.start("key")):
        return None
    if word["key"] not in KEYS and not below:
        return None
    key, rest = word["key"], word["rest"].strip(" =;,")
    return Slip(
        f"Sau «{key}» thiếu dấu hai chấm",
        f"Viết «{key}: {rest or '…'}»; nếu dòng này nối dòng trên thì thụt vào hai dấu cách."
        if rest
        else f"Viết «{key}:».",
        (number, word.start("key") + 1),
    )


def line_above(lines: Sequence[str], number: int) -> int:
    """The number of the last line above another that is neither empty nor a comment; 0 if there is none."""
    return next((each for each in range(number - 1, 0, -1) if not IS_COMMENT.match(lines[each - 1])), 0)


def is_level(lines: Sequence[str], number: int, column: int) -> bool:
    """Whether keys above a line stand in a column, or none stands above it."""
    levels = levels_above(lines, number)
    return not levels or column in levels


def levels_above(lines: Sequence[str], number: int) -> dict[int, str]:
    """The columns, from 0, in which a key may stand in a line, each with the last key there."""
    levels: dict[int, str] = {}
    for line in reversed(lines[: number - 1]):
        found = KEY.match(line)
        if found and found.start("key") < min(levels, default=len(line)):
            levels[found.start("key")] = found["key"]
    return levels


def wrong_indentation(lines: Sequence[str], number: int) -> Slip | None:
    """A key or an item that stands in no column of those above it."""
    found = KEY.match(lines[number - 1])
    item = ITEM.match(lines[number - 1])
    if item and (above := items_above(lines, number)) and item.end("indent") not in above:
        return uneven("Dấu gạch đầu dòng", number, item.end("indent"), above[0], "mục ở trên")
    levels = levels_above(lines, number)
    column = found.start("key") if found else 0
    if not found or item or not levels or column in {*levels, *items_above(lines, number)}:
        return None
    if column < min(levels):
        first = next(each for each in range(1, number) if KEY.match(lines[each - 1]))
        if ITEM.match(lines[first - 1]):
            return None
        return uneven(f"«{levels[min(levels)]}»", first, min(levels), column, "các khóa ngoài cùng")
    meant = min(levels, key=lambda level: (abs(level - column), -level))
    return uneven(f"«{found['key']}»", number, column, meant, f"«{levels[meant]}»")


def items_above(lines: Sequence[str], number: int) -> list[int]:
    """The columns of the hyphens of items above a line, up to the key that holds them, the last first.

    Each is named once, however many items stand in it.
    """
    columns: dict[int, None] = {}
    least = len(lines[number - 1])
    for line in reversed(lines[: number - 1]):
        if item := ITEM.match(line):
            if item.end("indent") <= least:
                columns[item.end("indent")] = None
        elif KEY.match(line):
            least = min(least, len(line) - len(line.lstrip(" ")))
            if columns and least <= min(columns):
                break
    return list(columns)


def uneven(what: str, number: int, column: int, meant: int, beside: str) -> Slip:
    """A slip in indentation: what stands in a column, from 0, and which it should stand in, beside what."""
    change = f"thụt vào {meant} dấu cách" if meant else "xóa dấu cách ở đầu dòng"
    return Slip(
        f"{what} thụt vào {column} dấu cách, không thẳng cột với {beside}",
        f"{change.capitalize()} cho thẳng cột với {beside}.",
        (number, column + 1),
    )
