"""How like two titles are: what pairs of neighbouring syllables they share, each weighed by how rare it is.

Vietnamese words are mostly two syllables, so a pair is nearly a word. It tells the more, the fewer titles
have it, and the less, the more often its syllables stand apart: those that only happen to meet tell nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby, pairwise
from math import log
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from catalogue.language.everyday import EVERYDAY
from catalogue.language.vietnamese import canonical
from catalogue.model.settings import Abbreviation

SYLLABLE = re.compile(r"\w+")
TELLING = 0.03
"""The share of the weightiest pair of a stretch that those at its ends have at least."""
JOINING = {"cho", "về", "và", "của", "các", "ở", "tại", "với", "theo", "trong"}
"""Words that only join others."""
YEAR = re.compile(r"(?:19|20)\d\d")
RUNS = {"đợt", "khóa", "lớp"}
"""What is numbered where a course is held several times."""
FEWEST = 100
"""Of fewer titles nobody can say which of their words are rare."""

SyllablePair: TypeAlias = tuple[str, str]
"""Two syllables beside each other; one that stands alone is beside nothing."""


class WordedTitle(NamedTuple):
    """A title with its syllables in the form in which all their spellings are equal; years and runs left out.

    Short forms are written out: `places` tells which word of the text each syllable stands for.
    """

    text: str
    syllables: Sequence[str]
    places: Sequence[int]

    @property
    def pairs(self) -> Iterator[SyllablePair]:
        """Its pairs; a title of one syllable is a pair with nothing."""
        return pairwise(self.syllables if len(self.syllables) != 1 else [*self.syllables, ""])


class Weighed(NamedTuple):
    """What is compared of a title: its pairs, the weightiest first, each with its weight; and their sum."""

    title: WordedTitle
    weights: Mapping[SyllablePair, float]
    total: float


class Wording:
    """Writes titles out: a short form as the words that it stands for, everyday words as records have it."""

    def __init__(self, abbreviations: Iterable[Abbreviation]) -> None:
        everyday = ((usual, formal[0]) for usual, formal in EVERYDAY.items() if len(formal) == 1)
        forms = dict((*everyday, *((each.short, each.long) for each in abbreviations)))
        found: dict[str, list[tuple[list[str], list[str]]]] = defaultdict(list)
        for short, long in sorted(forms.items(), key=lambda form: -len(form[0])):
            syllables = syllables_of(short)
            found[syllables[0]].append((syllables, syllables_of(long)))
        self.forms = dict(found)

    def worded(self, title: str) -> WordedTitle:
        """A title with its syllables."""
        found = syllables_of(title)
        places = [place for place in range(len(found)) if not tells_time(found, place)]
        texts = [found[place] for place in places]
        place = 0
        while place < len(texts):
            if texts[place] not in self.forms:
                place += 1
                continue
            length, long = self.beginning(texts, place)
            texts[place : place + length] = long
            places[place : place + length] = places[place : place + 1] * len(long)
            place += len(long)
        return WordedTitle(title, texts, places)

    def beginning(self, texts: Sequence[str], place: int) -> tuple[int, Sequence[str]]:
        """How many syllables from a place on make the longest short form, and what it stands for."""
        for short, long in self.forms[texts[place]]:
            if texts[place : place + len(short)] == short:
                return len(short), long
        return 1, texts[place : place + 1]


def tells_time(texts: Sequence[str], place: int) -> bool:
    """Whether a syllable is a year, or belongs to the number of a run: «đợt 2»."""
    text = texts[place]
    if text in RUNS:
        return place + 1 < len(texts) and texts[place + 1].isdecimal()
    return text.isdecimal() and bool(YEAR.fullmatch(text) or (place and texts[place - 1] in RUNS))


@lru_cache(65536)
def spelt(word: str) -> str:
    """A word in the form in which all its spellings are equal."""
    return canonical(word)


def syllables_of(words: str) -> list[str]:
    """The syllables of some words."""
    return [spelt(each) for each in SYLLABLE.findall(words)]


class Rarity:
    """How much each pair tells, by how many titles have it: `weights` has all pairs, the weightiest first."""

    def __init__(self, titles: Collection[WordedTitle]) -> None:
        self.titles = max(len(titles), FEWEST)
        self.syllables = Counter(chain.from_iterable(set(title.syllables) for title in titles))
        having = Counter(chain.from_iterable(set(title.pairs) for title in titles))
        weights = [(pair, self.weight(pair, having[pair])) for pair in sorted(having)]
        self.weights = sorted(weights, key=itemgetter(1), reverse=True)
        self.ranks = {pair: rank for rank, (pair, _) in enumerate(self.weights)}

    def weight(self, pair: SyllablePair, having: int) -> float:
        """The squared information of a pair, times the share of its rarer syllable's titles that have it."""
        rarer = min(self.syllables[text] for text in pair if text)
        return log(1 + self.titles / having) ** 2 * having / rarer

    def weighed(self, title: WordedTitle, said: frozenset[SyllablePair]) -> Weighed:
        """A title to be compared, without the pairs that are said otherwise, unless it has no others."""
        pairs = set(title.pairs)
        left = [self.ranks[pair] for pair in pairs - said or pairs]
        weights = dict([self.weights[rank] for rank in sorted(left)])
        return Weighed(title, weights, sum(weights.values()))


def likeness(one: Weighed, other: Weighed) -> float:
    """Twice the weight of what two titles share, of the weight of both: 0 for nothing, 1 for all."""
    fewer, more = one.weights, other.weights
    if len(fewer) > len(more):
        fewer, more = more, fewer
    shared = sum([weight for pair, weight in fewer.items() if pair in more])
    total = one.total + other.total
    return 2 * shared / total if total else 0.0


def telling(title: Weighed, least: float) -> Iterator[SyllablePair]:
    """The pairs of a title of which a title must share one that is like it by at least so much.

    What two titles share weighs at least `least / (2 - least)` of either: so much the others don't weigh.
    """
    left = title.total
    for pair, weight in title.weights.items():
        if left < least / (2 - least) * title.total:
            return
        yield pair
        left -= weight


def alike_words(one: Weighed, other: Weighed) -> list[str]:
    """The stretches of a title that the other has too, as they stand in it, without what tells little."""
    shared = set(other.title.pairs)
    told = [telling_weight(one, pair) if pair in shared else None for pair in one.title.pairs]
    spans = [found.span() for found in SYLLABLE.finditer(one.title.text)]
    places = [*one.title.places, *one.title.places[-1:]]
    return [
        one.title.text[spans[places[first]][0] : spans[places[last + 1]][1]]
        for first, last in stretches(told)
    ]


def telling_weight(title: Weighed, pair: SyllablePair) -> float:
    """What a pair weighs; nothing where it is said otherwise, or one of its words only joins others."""
    return title.weights.get(pair, 0.0) if JOINING.isdisjoint(pair) else 0.0


def stretches(weights: Sequence[float | None]) -> Iterator[tuple[int, int]]:
    """The first and last place of each run of shared pairs, without those at its ends that weigh little."""
    runs = groupby(enumerate(weights), key=lambda each: each[1] is not None)
    for run in (
        [(place, weight or 0.0) for place, weight in found] for is_shared, found in runs if is_shared
    ):
        least = max(weight for _, weight in run) * TELLING
        telling = [place for place, weight in run if weight > 0 and weight >= least]
        if telling:
            yield telling[0], telling[-1]
