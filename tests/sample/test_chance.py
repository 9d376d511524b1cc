"""Chance: the same with every Python."""

from __future__ import annotations

from sample.chance import Chance


def test_chance_is_the_same_with_every_python():
    chance = Chance(7, "a")
    assert [chance.below(1_000) for _ in range(6)] == [824, 351, 808, 236, 343, 675]
    assert "".join(chance.favourite("abcdefgh") for _ in range(20)) == "eadebhcgaaaabafacabe"
