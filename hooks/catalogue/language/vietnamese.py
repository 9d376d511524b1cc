"""Vietnamese text: comparing, folding, sorting, and writing numbers and dates as people read them."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache

MARKS_OF_TONE = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""The combining marks of the five written tones, in dictionary order; no mark comes before them all."""

ALPHABET = {letter: code for code, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=100)}

# The newer spelling puts the tone of an open oa, oe or uy on its second vowel; in «quy» the u is no vowel.
NEWER_PLACING = re.compile(r"(?<![\w\u0300-\u036f])(\w*?)(?<!q)(o[aeàáảãạèéẻẽẹ]|u[yỳýỷỹỵ])(?!\w)")


def canonical(text: str) -> str:
    """The form in which all spellings of one text are equal.

    It is NFC, in small letters, with single spaces, and with tones placed as in the older spelling (hòa).
    """
    small = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return NEWER_PLACING.sub(lambda found: found[1] + tone_on_first(found[2]), small)


@cache
def tone_on_first(vowels: str) -> str:
    """Two vowels with the tone of the second moved to the first."""
    bare, tone = bare_and_tone(vowels[1])
    return unicodedata.normalize("NFC", vowels[0] + tone + bare)


def bare_and_tone(text: str) -> tuple[str, str]:
    """A text without tones, its other marks apart from their letters (NFD), and the marks of its tones."""
    split = unicodedata.normalize("NFD", text)
    bare = "".join(mark for mark in split if mark not in MARKS_OF_TONE)
    return bare, "".join(mark for mark in split if mark in MARKS_OF_TONE)


def fold(text: str) -> str:
    """The text as it is typed without marks: small letters, no tones, no hats or horns, d for đ.

    The Icelandic ð becomes d too, since old fonts put it in the place of đ.

    `fold` in docs/assets/javascripts/common/vietnamese.js does the same; both pass tests/search/folding.yml.
    """
    return text.lower().translate(BARE)


def bare(character: str) -> str:
    """A small letter as it is typed without marks; nothing of a mark that stands alone."""
    split = unicodedata.normalize("NFD", character)
    return "".join(
        "d" if letter in "đð" else letter for letter in split if unicodedata.category(letter) != "Mn"
    )


def collation_key(text: str) -> tuple[str, str, str]:
    """A key that sorts texts as a Vietnamese dictionary does: by letters, then by tones.

    Numbers in a text sort by their value. The text itself comes last, so that no two texts are equal.
    """
    # Every second piece is a number. How many digits it has comes first, so that 9 sorts before 10.
    pieces = NUMBER.split(unicodedata.normalize("NFC", text).casefold())
    letters = [
        f"{A_NUMBER}{chr(len(piece))}{piece}" if index % 2 else piece.translate(LETTERS)
        for index, piece in enumerate(pieces)
    ]
    tones = [NO_TONE if index % 2 else piece.translate(TONES) for index, piece in enumerate(pieces)]
    return "".join(letters), "".join(tones), text


def letter_of(character: str) -> str:
    """A character that sorts where this one stands in the alphabet.

    Spaces and signs sort before the letters, foreign letters after them.
    """
    bare = unicodedata.normalize("NFC", bare_and_tone(character)[0])
    if bare in ALPHABET:
        return chr(ALPHABET[bare])
    return chr(min(200 + ord(bare[0]), sys.maxunicode)) if bare.isalnum() else chr(not bare.isspace())


def tone_of(character: str) -> str:
    """A character that sorts as the tone of this one does."""
    _, tone = bare_and_tone(character)
    return chr(MARKS_OF_TONE[tone[0]]) if tone else NO_TONE


class Characters(dict[int, str]):
    """A table for `str.translate` that fills itself: it asks a function for each character once."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        super().__init__()
        self.translate = translate

    def __missing__(self, code: int) -> str:
        self[code] = self.translate(chr(code))
        return self[code]


LETTERS, TONES, BARE = Characters(letter_of), Characters(tone_of), Characters(bare)
NUMBER = re.compile(r"0*([0-9]+)")
A_NUMBER, NO_TONE = chr(99), chr(0)
SEPARATORS = str.maketrans(",.", ".,")


def number(value: Decimal | int) -> str:
    """A number as it is printed in Vietnamese: 13267 as 13.267, 17.9 as 17,9."""
    return f"{value:,}".translate(SEPARATORS)


@lru_cache(4096)
def day(written: object) -> str:
    """A date of the data as people write it: 2024-03-05 as 5-3-2024, --05-27 as 27-5. None is empty."""
    if written is None:
        return ""
    parts = str(written).removeprefix("--").split("-")
    return "-".join(part if len(part) == 4 else str(int(part)) for part in reversed(parts))


def year_in_words(year: int | None) -> str:
    """A year in a sentence."""
    return f"năm {year}" if year else "chưa rõ năm"
