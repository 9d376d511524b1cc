"""The titles of programmes: many different ones, in as many words as the language of offices has."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

from catalogue.language.vietnamese import canonical
from sample.files import sample_records
from sample.recipe import Recipe
from tests.examples import PROVING

MANY = 10_000 if PROVING else 2_000


@pytest.fixture(scope="module")
def titles() -> list[str]:
    """The titles of many programmes."""
    records = takewhile(lambda record: record.kind == "program", sample_records(Recipe(MANY)))
    return [record.title for record in records]


@pytest.mark.proved
def test_of_ten_programmes_nine_have_a_title_of_their_own(titles: list[str]):
    assert len(titles) == MANY
    assert len({canonical(title) for title in titles}) >= 0.9 * MANY


@pytest.mark.proved
def test_the_titles_have_many_syllables(titles: list[str]):
    syllables = {each for title in titles for each in re.findall(r"[^\W\d_]+", canonical(title))}
    assert len(syllables) >= (1_500 if PROVING else 1_400)


@pytest.mark.proved
def test_some_titles_are_in_the_newer_spelling(titles: list[str]):
    assert 0.005 < sum(1 for title in titles if canonical(title) != title.casefold()) / MANY < 0.05
