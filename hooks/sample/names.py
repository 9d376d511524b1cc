"""Titles and ids that no other record has; and the two ways in which people place a tone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from catalogue.language.vietnamese import canonical, fold
from sample.chance import Chance

TONES = "\u0300\u0301\u0303\u0309\u0323"
TONE_ON_FIRST_VOWEL = re.compile(f"([ouOU])([{TONES}])([aey])(?![\\w{TONES}])")
ID_LENGTH = 60
"""The most letters of an id before its number; the model takes 80 in all."""


def in_newer_spelling(text: str) -> str:
    """The tone moved to the second vowel where people write it on either: hoà for hòa, thuỷ for thủy."""
    split = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", TONE_ON_FIRST_VOWEL.sub(lambda found: moved(split, found), split))


def moved(text: str, found: re.Match[str]) -> str:
    """Two vowels with the tone on the second; in «của» or «quý», which have one spelling, it stays."""
    pair = found[1] + found[3]
    vowel_before = text[max(found.start() - 1, 0) : found.start()]
    is_pair = pair.lower() in {"oa", "oe", "uy"} and vowel_before.lower() not in set("aeiouyq")
    return f"{found[1]}{found[3]}{found[2]}" if is_pair else found[0]


class Names:
    """The titles and ids given so far."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._titles: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._ids: defaultdict[tuple[str, str], int] = defaultdict(int)

    def title(self, kind: str, wished: str) -> str:
        """A title that no record of the kind has yet; a few are in the newer spelling."""
        repeats = self._titles[kind, canonical(wished)]
        self._titles[kind, canonical(wished)] += 1
        if repeats:
            return self.title(kind, f"{wished}, khóa {repeats + 1}")
        return in_newer_spelling(wished) if self._chance.maybe("newer placing", 4) else wished

    def id(self, kind: str, title: str) -> str:
        """An id made from a title. Topics and topic sets share a section of the site, and so their ids."""
        stem = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")
        short = stem if len(stem) <= ID_LENGTH else stem[: ID_LENGTH + 1].rpartition("-")[0]
        section = "topic" if kind == "topic_set" else kind
        self._ids[section, short] += 1
        count = self._ids[section, short]
        return short if count == 1 else self.id(kind, f"{short[: ID_LENGTH - 8].rstrip('-')}-{count}")
