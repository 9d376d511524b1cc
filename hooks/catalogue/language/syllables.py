"""How a Vietnamese syllable is built: what a run of letters must be to be a word, and words a sentence."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from catalogue.language.vietnamese import bare_and_tone

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters."""

ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
"""What a syllable may begin with."""
RHYMES = frozenset(
    re.findall(
        r"\S+",
        """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
    uy uya uych uyn uynh uyt uyu uyên uyêt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yn ynh yt ych yêm yên yêng yêt yêu
    """,
    )
)
"""What a syllable may end in, without its tone."""
STOPS = ("c", "p", "t", "ch")
"""The closing consonants that only two tones go with."""
TONES_OF_STOPS = {"\u0301", "\u0323"}
"""The marks of these two tones: sắc and nặng."""


@lru_cache(10_000)
def is_syllable(word: str) -> bool:
    """Whether a word, in capitals or small letters, is built as a Vietnamese syllable is."""
    split, tones = bare_and_tone(word.lower())
    bare = unicodedata.normalize("NFC", split)
    if len(tones) > 1 or (bare.endswith(STOPS) and tones not in TONES_OF_STOPS):
        return False
    return any(bare.startswith(onset) and bare[len(onset) :] in RHYMES for onset in ONSETS)


def is_vietnamese(text: str) -> bool:
    """Whether a text is a sentence in Vietnamese, though it may name what is foreign.

    It begins with no foreign word and has at least as many words with marks as foreign ones: names of places
    do not make a sentence in another language Vietnamese. Words in capitals may be abbreviations in any, and
    single letters are no words.
    """
    words = [word for word in WORD.findall(unicodedata.normalize("NFC", text)) if len(word) > 1]
    foreign = [word for word in words if not (is_syllable(word) or word.isupper())]
    marked = sum(not word.isascii() and is_syllable(word) for word in words)
    return marked > 0 and marked >= len(foreign) and words[0] not in foreign
