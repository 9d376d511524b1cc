"""Vietnamese text: comparing, folding, sorting, and writing numbers and dates as people read them."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import cache

MARKS_OF_TONE = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""The combining marks of the five written tones, in dictionary order; no mark comes before them all."""

ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=100)}

# A tone on the second vowel of an open oa, oe or uy syllable is the newer placing; after q the u belongs to the consonant.
NEWER_PLACING = re.compile(r"(?<![\w\u0300-\u036f])(\w*?)(?<!q)(o[aeàáảãạèéẻẽẹ]|u[yỳýỷỹỵ])(?!\w)")


def canonical(text: str) -> str:
    """The form in which two spellings of one text are equal: NFC, small letters, single spaces, tones in their older place (hòa, not hoà)."""
    small = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return NEWER_PLACING.sub(lambda found: found[1] + tone_on_first(found[2]), small)


@cache
def tone_on_first(vowels: str) -> str:
    """Two vowels with the tone of the second moved to the first."""
    split = unicodedata.normalize("NFD", vowels[1])
    bare = "".join(mark for mark in split if mark not in MARKS_OF_TONE)
    tone = "".join(mark for mark in split if mark in MARKS_OF_TONE)
    return unicodedata.normalize("NFC", vowels[0] + tone + bare)


def fold(text: str) -> str:
    """The text as it is typed without marks: small letters, no tone, no hat or horn, d for đ (and for the Icelandic ð that old fonts put in its place).

    Twin of `fold` in docs/assets/javascripts/common/vietnamese.js; tests/search/folding.yml holds the cases of both.
    """
    split = unicodedata.normalize("NFD", text.lower())
    return (
        "".join(letter for letter in split if unicodedata.category(letter) != "Mn")
        .replace("đ", "d")
        .replace("ð", "d")
    )


def collation_key(text: str) -> tuple[str, str, str]:
    """A key that sorts as a Vietnamese dictionary does: by letters first, then by tones; numbers inside by their value."""
    # Split at numbers, every second piece is one: told by how many digits it has, then by them.
    pieces = NUMBER.split(unicodedata.normalize("NFC", text).casefold())
    letters = [
        f"{A_NUMBER}{chr(len(piece))}{piece}" if place % 2 else piece.translate(LETTERS)
        for place, piece in enumerate(pieces)
    ]
    tones = [NO_TONE if place % 2 else piece.translate(TONES) for place, piece in enumerate(pieces)]
    return "".join(letters), "".join(tones), text


def letter_of(character: str) -> str:
    """A character that stands where this one has its place in the alphabet: spaces and signs before it, foreign letters after it."""
    bare = unicodedata.normalize(
        "NFC", "".join(mark for mark in unicodedata.normalize("NFD", character) if mark not in MARKS_OF_TONE)
    )
    if bare in ALPHABET:
        return chr(ALPHABET[bare])
    return chr(min(200 + ord(bare[0]), sys.maxunicode)) if bare.isalnum() else chr(not bare.isspace())


def tone_of(character: str) -> str:
    """A character for the rank of this one's tone."""
    return next(
        (
            chr(MARKS_OF_TONE[mark])
            for mark in unicodedata.normalize("NFD", character)
            if mark in MARKS_OF_TONE
        ),
        NO_TONE,
    )


class Characters(dict[int, str]):
    """A table for `str.translate` that works out what it doesn't have."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self.of = of

    def __missing__(self, code: int) -> str:
        found = self[code] = self.of(chr(code))
        return found


LETTERS, TONES = Characters(letter_of), Characters(tone_of)
NUMBER = re.compile(r"0*([0-9]+)")
A_NUMBER, NO_TONE = chr(99), chr(0)


SEPARATORS = str.maketrans(",.", ".,")


def number(value: Decimal | int) -> str:
    """A number as Vietnamese print has it: 13267 as 13.267, 17.9 as 17,9."""
    return f"{value:,}".translate(SEPARATORS)


def day(written: object) -> str:
    """A date of the data as people write it: 2024-03-05 as 5-3-2024, --05-27 as 27-5; empty where there is none."""
    if written is None:
        return ""
    parts = str(written).removeprefix("--").split("-")
    return "-".join(part if len(part) == 4 else str(int(part)) for part in reversed(parts))
