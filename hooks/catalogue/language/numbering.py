"""The numbers of lines as plans print them (TT), in the order in which they are printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from catalogue.language.vietnamese import collation_key

PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
"""The Roman numbers up to 39; C, D, L and M are letters of the alphabet in a plan."""
LETTERS, ROMAN_NUMBERS, DIGITS = range(3)


class LinePiece(NamedTuple):
    """A piece of a line's number: its sort, its value where it is a number, else the letters."""

    sort: int
    value: int
    letters: tuple[str, ...] = ()


def line_order(line: str) -> tuple[LinePiece, ...]:
    """What sorts numbers of lines as a plan has them: 2 before 10; I, II, III, IV; 1, 1.a, 1.b."""
    return tuple(piece_of(written) for written in PIECE.findall(line))


def piece_of(written: str) -> LinePiece:
    """A piece as it counts."""
    if written.isdecimal():
        return LinePiece(DIGITS, int(written))
    if value := roman_value(written):
        return LinePiece(ROMAN_NUMBERS, value)
    return LinePiece(LETTERS, 0, collation_key(written))


def roman_value(written: str) -> int:
    """What a Roman number counts; 0 for what is none."""
    found = ROMAN.fullmatch(written)
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return 10 * len(found[1]) + ones.index(found[2]) if found else 0


def section_of(line: str) -> str:
    """The section that a line stands in by its number, «II» of «II.3»; empty where it names none."""
    pieces = PIECE.findall(line)
    return pieces[0] if len(pieces) > 1 and pieces[0].isalpha() and pieces[0].isupper() else ""
