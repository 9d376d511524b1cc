"""Chance that comes out the same on every machine, with every Python. Only this module knows `random`."""

from __future__ import annotations

import zlib
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from itertools import accumulate
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Chance:
    """A stream of chance with a name of its own: drawing from one stream changes nothing in another.

    The names of streams and of questions are part of the seed: whoever changes one changes every sample.
    Only `Random.random()` is asked, the one method whose sequence Python promises to keep.
    """

    def __init__(self, seed: int, stream: str, within: int = 1) -> None:
        """A stream that answers every question with yes at least once in the first `within` times."""
        self._seed, self._stream = seed, stream
        self._random = Random(int.from_bytes(sha256(f"{seed}/{stream}".encode()).digest()))
        self._within = within
        self._asked: Counter[str] = Counter()

    def branch(self, name: str) -> Chance:
        """A stream beside this one."""
        return Chance(self._seed, f"{self._stream}/{name}", self._within)

    def below(self, bound: int) -> int:
        """A whole number from 0 up to `bound`, but not `bound` itself."""
        return int(self._random.random() * bound)

    def between(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        return least + self.below(most - least + 1)

    def pick(self, items: Sequence[Item]) -> Item:
        """Any item, each as likely as the others."""
        return items[self.below(len(items))]

    def favourite(self, items: Sequence[Item]) -> Item:
        """Mostly one of the first items: the n-th comes 1/n times as often as the first (Zipf's law)."""
        weights = weights_of(len(items))
        return items[min(bisect(weights, self._random.random() * weights[-1]), len(items) - 1)]

    def in_turn(self, question: str, items: Sequence[Item]) -> Item:
        """Every item once, in order; after that, favourites."""
        asked = self._asked[question]
        self._asked[question] += 1
        return items[asked] if asked < len(items) else self.favourite(items)

    def several(self, items: Sequence[Item], count: int) -> list[Item]:
        """At most `count` different favourites; fewer where the same one is drawn twice."""
        return list(dict.fromkeys(self.favourite(items) for _ in range(count))) if items else []

    def some(self, items: Sequence[Item], least: int, most: int) -> list[Item]:
        """Different items, each as likely as the others, in the order of the list."""
        count = min(self.between(least, most), len(items))
        chosen = {self.below(len(items)) for _ in range(count * 2)}
        return [items[index] for index in sorted(chosen)][:count]

    def maybe(self, question: str, percent: float, *, rare: bool = False) -> bool:
        """Yes in so many of a hundred cases. A rare question is answered with yes the first time."""
        self._asked[question] += 1
        first = 1 if rare else 1 + zlib.crc32(question.encode()) % self._within
        return self._random.random() * 100 < percent or self._asked[question] == first


@cache
def weights_of(count: int) -> tuple[float, ...]:
    """The running sums of 1, 1/2, 1/3 and so on."""
    return tuple(accumulate(1 / rank for rank in range(1, count + 1)))
