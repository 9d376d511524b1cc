"""Titles and ids that nothing else has, and the two ways in which people place a tone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from catalogue.language.vietnamese import canonical, fold
from sample.draw import Draw

TONES = "\u0300\u0301\u0303\u0309\u0323"
OLDER_PLACING = re.compile(f"([ouOU])([{TONES}])([aey])(?![\\w{TONES}])")
ID_LENGTH = 60
"""Letters of an id, before the number that tells it from another: the model takes 80."""


def newer_placing(text: str) -> str:
    """A text with the tone on the second vowel where people place it on either: hoà for hòa, thuỷ for thủy."""
    split = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", OLDER_PLACING.sub(lambda found: moved(split, found), split))


def moved(text: str, found: re.Match[str]) -> str:
    """Two vowels with the tone on the second, where these two are such a pair."""
    pair = found[1] + found[3]
    vowel_before = text[max(found.start() - 1, 0) : found.start()]
    is_pair = pair.lower() in {"oa", "oe", "uy"} and vowel_before.lower() not in set("aeiouyq")
    return f"{found[1]}{found[3]}{found[2]}" if is_pair else found[0]


class Names:
    """The titles and ids given so far."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._titles: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._ids: defaultdict[tuple[str, str], int] = defaultdict(int)

    def title(self, kind: str, wished: str) -> str:
        """A title that no record of the kind has yet, now and then with its tones in the newer place."""
        repeats = self._titles[kind, canonical(wished)]
        self._titles[kind, canonical(wished)] += 1
        if repeats:
            return self.title(kind, f"{wished}, khóa {repeats + 1}")
        return newer_placing(wished) if self._draw.maybe("newer placing", 4) else wished

    def id(self, kind: str, title: str) -> str:
        """An id after a title; topics and topic sets share their addresses, and so their ids."""
        stem = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")
        short = stem if len(stem) <= ID_LENGTH else stem[: ID_LENGTH + 1].rpartition("-")[0]
        section = "topic" if kind == "topic_set" else kind
        self._ids[section, short] += 1
        count = self._ids[section, short]
        return short if count == 1 else self.id(kind, f"{short[: ID_LENGTH - 8].rstrip('-')}-{count}")
