"""Vietnamese that was written in an older encoding, or opened in a wrong one: how to know it, what it says.

VNI and TCVN3 (ABC) put the letters of Vietnamese in the place of other signs, which fonts of their own show
as meant. UTF-8 that a program takes for a western encoding shows two or three signs for each letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from catalogue.language.syllables import WORD, is_syllable

# --- VNI ---------------------------------------------------------------------

VNI_MARKS = {
    "ù": "\u0301",
    "ø": "\u0300",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
"""The marks that a letter means in VNI where it stands behind a vowel."""
VNI_LETTERS = {"ñ": "đ", "ö": "ư", "ô": "ơ", "î": "ỵ", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}
"""What a letter means in VNI where it stands for itself."""
VNI_MARKED = re.compile("([aeouyôö])([ùøûõï])|([aeo])([âáàåãä])|(a)([êéèúüë])|([ñöôîæóò])", re.IGNORECASE)
VNI_ALONE = re.compile("[ñøûåäüëæîö]", re.IGNORECASE)
"""Letters of VNI that Vietnamese does not have. That of ï is not among them: French has «Loïc», «laïc»."""


def from_vni(word: str) -> str:
    """A word of VNI in Unicode."""
    return VNI_MARKED.sub(vni_letter, word)


def vni_letter(found: re.Match[str]) -> str:
    """The letter that one or two letters of VNI mean."""
    base, *mark = [part for part in found.groups() if part]
    letter = VNI_LETTERS.get(base.lower(), base.lower())
    composed = unicodedata.normalize("NFC", letter + "".join(VNI_MARKS[each.lower()] for each in mark))
    return composed.upper() if base.isupper() else composed


def is_vni(line: str) -> bool:
    """Whether a line is written in VNI: one long word that says so, or two words."""
    sure = [word for word in WORD.findall(line) if says_more(word, from_vni(word))]
    strong = [word for word in sure if VNI_ALONE.search(word)]
    return bool(strong) and (len(sure) > 1 or len(strong[0]) > 3)


def says_more(word: str, decoded: str) -> bool:
    """Whether a word is a Vietnamese one in another encoding alone."""
    letters = any(letter.isalpha() and letter not in "ªºµ" for letter in word)
    return letters and word != decoded and is_syllable(decoded) and not is_syllable(word)


# --- TCVN3 -------------------------------------------------------------------

TCVN3_LETTERS = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
"""The letter that each sign of TCVN3 means."""
TCVN3_SIGNS = "¡¢£¤¥¦§¨©ª¬\xad®µ¶·¸¹¼½¾×÷"
"""Those of them that are no letters. « and » are among them as well, but every text has these."""
TCVN3_SURE = re.compile("[¨©®¦¬¸¶¡\xad]")
"""Those that stand in no unit, formula or amount of money."""
TCVN3_WORD = re.compile(rf"(?:[^\W\d_]|[{TCVN3_SIGNS}]|(?<=[^\W_])[«»](?=[^\W_]))+")
TCVN3_TABLE = str.maketrans(TCVN3_LETTERS)


def from_tcvn3(word: str) -> str:
    """A word of TCVN3 in Unicode."""
    return word.translate(TCVN3_TABLE)


def from_tcvn3_line(line: str) -> str:
    """A line of TCVN3 in Unicode; what stands in it apart from its words stays."""
    return TCVN3_WORD.sub(lambda word: from_tcvn3(word[0]), line)


def is_tcvn3(line: str) -> bool:
    """Whether a line is written in TCVN3: one word whose signs say so, or two that are no formulae."""
    sure = [word for word in TCVN3_WORD.findall(line) if says_more(word, from_tcvn3(word))]
    signs = [[sign for sign in word if sign in TCVN3_SIGNS] for word in sure]
    strong = any(len(each) > 1 or TCVN3_SURE.search("".join(each)) for each in signs)
    return strong or (any(signs) and len(sure) > 1 and max(map(len, sure)) > 3)


# --- UTF-8 opened as something else ------------------------------------------

WESTERN = {byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""The sign that a western encoding shows for each byte past ASCII."""
BYTE_OF = {chr(byte): byte for byte in WESTERN} | {sign: byte for byte, sign in WESTERN.items()}
"""The byte that a sign was; what Windows has no sign for is shown by its number."""
FOLLOWING = "".join(sign for sign, byte in BYTE_OF.items() if byte < 0xC0)
TWICE_ENCODED = re.compile(f"[ÂÃÄÅÆ][{re.escape(FOLLOWING)}]|[áâ][{re.escape(FOLLOWING)}]{{2}}")
PLAIN_FOLLOWING = set("\xa0’”…–—“‘›‹«»•")
"""What may well follow a letter in a right text: closing quotes, dashes, a space."""
LOST_SPACE = re.compile("Ã ")
"""«à», after somebody made a plain space of the second sign."""
MEANT = re.compile("[À-ỹ‘’“”«»–—…•\xa0]")


def from_twice_encoded(line: str) -> str:
    """A line of UTF-8 that was opened as something else, as it was meant."""
    return LOST_SPACE.sub("à", TWICE_ENCODED.sub(lambda found: decoded(found[0]) or found[0], line))


def decoded(signs: str) -> str:
    """The letter that the bytes of some signs are in UTF-8; empty if no Vietnamese text has it."""
    letter = bytes(BYTE_OF[sign] for sign in signs).decode("utf-8", "replace")
    return letter if MEANT.fullmatch(letter) else ""


def is_twice_encoded(line: str) -> bool:
    """Whether some signs of a line are beyond doubt the bytes of a letter."""
    found = [signs for signs in TWICE_ENCODED.findall(line) if decoded(signs)]
    return any(signs[0] in "ÄÅÆ" or not set(signs[1:]) <= PLAIN_FOLLOWING for signs in found)


# -----------------------------------------------------------------------------


class Misencoding(NamedTuple):
    """A line in another encoding: what that is called, where its first such word is, and what is meant."""

    encoding: str
    start: int
    word: str
    line: str


class Encoding(NamedTuple):
    """An encoding: its name, how to know a line of it, what such a line says, and what its words are."""

    name: str
    is_used: Callable[[str], bool]
    decode: Callable[[str], str]
    word: re.Pattern[str]


ENCODINGS = (
    Encoding("UTF-8 bị mở sai bảng mã", is_twice_encoded, from_twice_encoded, re.compile(r"[^ \t\"':]+")),
    Encoding("TCVN3 (ABC)", is_tcvn3, from_tcvn3_line, TCVN3_WORD),
    Encoding("VNI", is_vni, from_vni, WORD),
)


def misencoding(line: str) -> Misencoding | None:
    """What tells that a line is not in Unicode; None where nothing does."""
    used = next((encoding for encoding in ENCODINGS if encoding.is_used(line)), None)
    if used is None:
        return None
    words = [word for word in used.word.finditer(line) if word[0] != used.decode(word[0])]
    first = next((word for word in words if is_syllable(used.decode(word[0]))), words[0])
    return Misencoding(used.name, first.start(), first[0], meant_by(used, line))


UNICODE_ALONE = re.compile("[ăđơưĂĐƠƯẠ-ỹ]")
"""Letters that only Unicode has: a line with one of them is in two encodings."""
ENDS = ".,;:!?()[]«»\"'“”"


def meant_by(encoding: Encoding, line: str) -> str:
    """What a line in an encoding says. Where others wrote on in Unicode, their words stay as they are."""
    if encoding.decode is from_twice_encoded or not UNICODE_ALONE.search(line):
        return encoding.decode(line)
    parts = re.split(r"(\s+)", line)
    sides = [side_of(encoding, part) for part in parts]
    return "".join(
        part if nearest_side(sides, place) else encoding.decode(part) for place, part in enumerate(parts)
    )


def side_of(encoding: Encoding, word: str) -> bool | None:
    """Whether a word is Unicode for sure; False where it is not for sure, None where it may be either."""
    if UNICODE_ALONE.search(word):
        return True
    return False if encoding.decode(word) != word and not is_syllable(word.strip(ENDS)) else None


def nearest_side(sides: Sequence[bool | None], place: int) -> bool:
    """Whether a word is Unicode: as it is for sure, else as the nearest word that is sure."""
    sure = [at for at, side in enumerate(sides) if side is not None]
    return bool(sides[min(sure, key=lambda at: (abs(at - place), bool(sides[at])))])
