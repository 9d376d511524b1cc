"""Letters that only look like those of Vietnamese: what they are, and which letter is meant.

They come from a PDF whose letters have other codes than their looks, or from another keyboard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from catalogue.language.syllables import WORD, is_syllable

LOOK_ALIKES = {
    alike: right
    for right, alikes in {
        "A": "АΑ",
        "B": "ВΒЬ",
        "C": "С",
        "D": "Ԁ",
        "E": "ЕΕ",
        "G": "ǤԌ",
        "H": "НΗҺ",
        "I": "ІΙƖ",
        "J": "Ј",
        "K": "КΚ",
        "M": "МΜ",
        "N": "ΝП",
        "O": "ОΟՕ",
        "P": "РΡ",
        "Q": "Ԛ",
        "S": "Ѕ",
        "T": "ТΤ",
        "V": "Ѵ",
        "W": "Ԝ",
        "X": "ХΧ",
        "Y": "УΥ",
        "Z": "Ζ",
        "Đ": "ÐƉ",
        "Ư": "ƢƱ",
        "Ơ": "Ɵ",
        "Í": "Ί",
        "Ó": "Ό",
        "a": "аαɑ",
        "b": "ь",
        "c": "сເ",
        "d": "ԁ",
        "e": "е",
        "f": "ƒ",
        "g": "ǥɡ",
        "h": "һհ",
        "i": "іιıɩɪ",
        "j": "ј",
        "k": "кκ",
        "m": "м",
        "n": "пո",
        "o": "оοօ",
        "p": "рρ",
        "q": "ԛ",
        "r": "г",
        "s": "ѕ",
        "t": "тτƚ",
        "u": "υս",
        "v": "νѵ",
        "w": "ԝω",
        "x": "хχ",
        "y": "уɣγ",
        "đ": "ðɖ",
        "ư": "ƣʊ",
        "ơ": "ɵ",
        "á": "ά",
        "é": "έ",
        "í": "ί",
        "ó": "ό",
        "ú": "ύ",
        "ï": "ї",
        "ë": "ё",
        "Ï": "Ї",
        "Ë": "Ё",
    }.items()
    for alike in alikes
}
"""The letter that is meant by one that looks like it."""

SCRIPTS = {
    "CYRILLIC": "chữ Nga (Cyrillic)",
    "GREEK": "chữ Hy Lạp",
    "ARMENIAN": "chữ Armenia",
    "CHEROKEE": "chữ Cherokee",
    "COPTIC": "chữ Copt",
    "LAO": "chữ Lào",
    "THAI": "chữ Thái Lan",
    "KHMER": "chữ Khmer",
    "MYANMAR": "chữ Miến Điện",
}
"""The scripts that must not stand within a word of Latin letters, by Unicode's names for them."""
UNSPACED = {"LAO", "THAI", "KHMER", "MYANMAR"}
"""Those of them that put no space between words: two letters of them make a word of their own."""
ADORNED = ("FULLWIDTH LATIN", "MATHEMATICAL", "LATIN SMALL LIGATURE")
"""How Unicode names plain letters in another width, weight or pair."""

VIETNAMESE_ONLY = re.compile("[ăơưĂƠƯẠ-ỹ]")
"""Letters by which a word is Vietnamese, and not of another language with Latin letters."""
FORMULA = re.compile("(?:[Α-ω][A-Za-z]+|[A-Z]+[Α-ω]|[A-Za-z]Ω)")
"""A Greek letter as a sign before or behind Latin ones: μm, kΩ, ΔT, TNFα."""
GREEK_LIKE_LATIN = set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
"""The Greek letters that nobody would take for a sign."""


class ForeignLetter(NamedTuple):
    """A letter in a word that it does not belong to: where it stands, the word, and what is meant.

    `right` is the letter that is meant, `meant` the whole word; each is empty where it is not certain.
    """

    start: int
    letter: str
    word: str
    right: str
    meant: str


def foreign_letters(line: str) -> Iterator[ForeignLetter]:
    """The first letter of each word of a line that only looks as if it belonged there."""
    words = list(WORD.finditer(line))
    spoken = {script_of(word[0][0]) for word in words if is_foreign_word(word[0])}
    for word in words:
        if foreign := foreign_in(word[0], frozenset(spoken)):
            index = min(word[0].index(letter) for letter in foreign)
            letter = word[0][index]
            meant = mended(word[0], foreign)
            yield ForeignLetter(word.start() + index, letter, word[0], right_letter(letter), meant)


def mended(word: str, foreign: AbstractSet[str]) -> str:
    """A word with the right letters in the place of foreign ones; empty where one of them is not certain.

    Only a word in capitals has a capital behind its first letter.
    """
    rights = {letter: right_letter(letter) for letter in foreign}
    if not all(rights.values()):
        return ""
    rest = rights if word.isupper() else {letter: right.lower() for letter, right in rights.items()}
    return rights.get(word[0], word[0]) + "".join(rest.get(letter, letter) for letter in word[1:])


def foreign_in(word: str, spoken: frozenset[str]) -> set[str]:
    """The letters that do not belong into a word. `spoken` are the scripts that its line has words of."""
    scripts = {letter: script_of(letter) for letter in word}
    if "LATIN" not in scripts.values():
        return set(word) if is_disguised(word, spoken) else set()
    foreign = {letter for letter, script in scripts.items() if script in SCRIPTS}
    if is_formula(word, foreign):
        return set()
    unspaced = {letter for letter in foreign if scripts[letter] in UNSPACED}
    if len(unspaced) > 1:
        foreign -= unspaced
    return foreign | {letter for letter in word if is_no_letter_of(letter, word)}


def is_formula(word: str, foreign: AbstractSet[str]) -> bool:
    """Whether the Greek letter of a word is a sign of its own: in «μm» and «ΔT», not in «τhi» and «quα»."""
    letters = "".join(letter for letter in word if letter.isalpha())
    if not FORMULA.fullmatch(letters) or foreign & GREEK_LIKE_LATIN:
        return False
    meant = mended(letters, foreign)
    return len(meant) < 3 or not is_syllable(meant)


def is_no_letter_of(letter: str, word: str) -> bool:
    """Whether a Latin letter is one that neither Vietnamese nor a foreign name would have in this word.

    Icelandic has a small ð, though never at the beginning of a word; Turkish an ı without its dot.
    """
    if letter in "ðı":
        return bool(VIETNAMESE_ONLY.search(word)) or (letter == "ð" and word[0] == "ð")
    if letter in LOOK_ALIKES and script_of(letter) == "LATIN":
        return len(word) > 1 or right_letter(letter) in "Đđ"
    return is_adorned(letter) and (len(word) > 2 or "FULLWIDTH" in unicodedata.name(letter))


def is_foreign_word(word: str) -> bool:
    """Whether a word is beyond doubt one of another script: it has letters that look like no Latin ones."""
    scripts = {script_of(letter) for letter in word}
    return len(scripts) == 1 and scripts <= SCRIPTS.keys() and any(x not in LOOK_ALIKES for x in word)


def is_disguised(word: str, spoken: frozenset[str]) -> bool:
    """Whether a word of foreign letters looks as a Latin one: «ВАН», and what is as short as «А» or «КН».

    A line that has other words of the script may have this one, too.
    """
    script = script_of(word[0])
    if script not in SCRIPTS or script in spoken or not all(letter in LOOK_ALIKES for letter in word):
        return False
    if script == "GREEK" and not set(word) <= GREEK_LIKE_LATIN:
        return False
    return len(word) < 3 or is_syllable("".join(LOOK_ALIKES[letter] for letter in word))


def right_letter(letter: str) -> str:
    """The letter that is meant by one that only looks like it; empty where that is not certain."""
    if letter in LOOK_ALIKES:
        return LOOK_ALIKES[letter]
    return unicodedata.normalize("NFKC", letter) if is_adorned(letter) else ""


@cache
def script_of(letter: str) -> str:
    """The script that a letter belongs to, as Unicode names it; plain letters in adornment are Latin."""
    if not letter.isalpha():
        return ""
    return "LATIN" if is_adorned(letter) else unicodedata.name(letter, "").partition(" ")[0]


@cache
def is_adorned(letter: str) -> bool:
    """Whether a letter is a plain Latin one in another width, weight or pair."""
    plain = unicodedata.normalize("NFKC", letter)
    return letter != plain and plain.isascii() and unicodedata.name(letter, "").startswith(ADORNED)
