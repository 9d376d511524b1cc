"""The titles of programmes: many different ones, in as many words as the language of offices has."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

from catalogue.language.vietnamese import canonical
from sample.files import sample_records
from sample.recipe import Recipe


@pytest.fixture(scope="module")
def titles() -> list[str]:
    """The titles of ten thousand programmes."""
    records = takewhile(lambda record: record.kind == "program", sample_records(Recipe(10_000)))
    return [record.title for record in records]


def test_ten_thousand_programmes_have_nine_thousand_titles(titles: list[str]):
    assert len(titles) == 10_000
    assert len({canonical(title) for title in titles}) >= 9_000


def test_the_titles_have_fifteen_hundred_syllables(titles: list[str]):
    syllables = {each for title in titles for each in re.findall(r"[^\W\d_]+", canonical(title))}
    assert len(syllables) >= 1_500


def test_some_titles_are_in_the_newer_spelling(titles: list[str]):
    assert 50 < sum(1 for title in titles if canonical(title) != title.casefold()) < 500
