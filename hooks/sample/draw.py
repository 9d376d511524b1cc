"""Chance that comes out the same on every machine and with every Python: the only place that knows `random`."""

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


class Draw:
    """One stream of chance, by its name: what another stream draws does not change it.

    It asks `Random.random()` alone, the one method whose sequence Python promises to keep; everything else is worked out here.
    """

    def __init__(self, seed: int, stream: str, within: int = 1) -> None:
        """A stream in which whatever may be so is so at least once in the first `within` times that it is asked."""
        self._random = Random(int.from_bytes(sha256(f"{seed}/{stream}".encode()).digest()))
        self._within = within
        self._asked: Counter[str] = Counter()

    def below(self, bound: int) -> int:
        """A whole number from 0 to `bound`, without it."""
        return int(self._random.random() * bound)

    def between(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        return least + self.below(most - least + 1)

    def pick(self, items: Sequence[Item]) -> Item:
        """Any of a list."""
        return items[self.below(len(items))]

    def favourite(self, items: Sequence[Item]) -> Item:
        """One of a list, the n-th 1/n times as often as the first (Zipf's law): a few come up all the time, many hardly ever."""
        weights = weights_of(len(items))
        return items[min(bisect(weights, self._random.random() * weights[-1]), len(items) - 1)]

    def in_turn(self, name: str, items: Sequence[Item]) -> Item:
        """Each of a list once, and from then on mostly its favourites."""
        asked = self._asked[name]
        self._asked[name] += 1
        return items[asked] if asked < len(items) else self.favourite(items)

    def several(self, items: Sequence[Item], count: int) -> list[Item]:
        """Different ones of a list, favourites first to come; fewer where the list is short or chance brings the same again."""
        return list(dict.fromkeys(self.favourite(items) for _ in range(count))) if items else []

    def some(self, items: Sequence[Item], least: int, most: int) -> list[Item]:
        """Different ones of a list, in its order."""
        count = min(self.between(least, most), len(items))
        chosen = {self.below(len(items)) for _ in range(count * 2)}
        return [items[index] for index in sorted(chosen)][:count]

    def maybe(self, name: str, percent: float, *, rare: bool = False) -> bool:
        """Whether something is so, so many times in a hundred; what is rarely asked is so the first time."""
        self._asked[name] += 1
        first = 1 if rare else 1 + zlib.crc32(name.encode()) % self._within
        return self._random.random() * 100 < percent or self._asked[name] == first


@cache
def weights_of(count: int) -> tuple[float, ...]:
    """The running sums of 1, 1/2, 1/3 and so on."""
    return tuple(accumulate(1 / rank for rank in range(1, count + 1)))
