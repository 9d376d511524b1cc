"""The queries themselves: enough of every sort, none twice, and each asks for what is there."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from catalogue.load import Catalogue, load
from catalogue.model.kinds import KINDS
from tests.search.judging import QUERIES, typed, wanted

ROOT = Path(__file__).parents[2]
LEAST = {"real": 170, "sample": 110}
LEAST_OF_A_SORT = {"real": 12, "sample": 8}
KEYS = {"query", "sort", "nfd", "first", "in_three", "never", "note"}
ANSWERS = ("first", "in_three", "never")
SORTS = {
    "marked": "every mark as it should be",
    "unmarked": "no marks at all",
    "mixed": "some syllables with their marks, some without",
    "partial": "hats, horns and đ, but no tones",
    "misspelt": "one wrong, missing or added letter in a syllable",
    "telex": "the keys of Telex with the input method off",
    "i_y": "i for y or y for i",
    "tone_place": "the tone on the other vowel: oà, òa",
    "nfd": "letters and their marks as separate characters",
    "abbreviation": "an abbreviation for its words, or the words for an abbreviation",
    "number": "the number of a document, in any writing",
    "prefix": "still typing: the last syllable has no end yet",
    "phrase": "in quotation marks: these syllables in this order",
    "exclude": "-word: without it",
    "scattered": "syllables in any order, from several fields",
    "name": "a body's or a group's name, short name or alias",
    "case_and_punctuation": "capitals, spaces, dashes, slashes, a full stop at the end",
}


def every() -> Iterator[Mapping[str, Any]]:
    for queries in QUERIES.values():
        yield from queries


def records(catalogue: Catalogue) -> set[str]:
    return {f"{kind}/{id}" for kind in KINDS for id in catalogue.of(kind)}


def pages() -> set[str]:
    """The ids of the hand-written pages."""
    paths = (path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md"))
    return {f"page/{(path.parent if path.name == 'index' else path).as_posix()}" for path in paths}


def missing(queries: Iterable[Mapping[str, Any]], there: set[str]) -> set[str]:
    return {id for asked in queries for answer in ANSWERS for id in asked.get(answer, ())} - there


@pytest.fixture(scope="module")
def real() -> Catalogue:
    catalogue = load(ROOT / "data").catalogue
    assert catalogue
    return catalogue


def test_two_catalogues_are_asked():
    assert set(QUERIES) == set(LEAST)


@pytest.mark.parametrize("catalogue", LEAST)
def test_every_sort_is_asked_often_enough(catalogue: str):
    counts = Counter(asked["sort"] for asked in QUERIES[catalogue])
    assert counts.total() >= LEAST[catalogue]
    assert set(counts) == set(SORTS)
    assert min(counts.values()) >= LEAST_OF_A_SORT[catalogue]


def test_every_query_has_one_answer_and_known_keys():
    for asked in every():
        assert set(asked) <= KEYS, asked
        assert ("first" in asked) != ("in_three" in asked), asked
        assert all(asked[answer] for answer in ANSWERS if answer in asked), asked
        assert not set(wanted(asked)) & set(asked.get("never", ())), asked


def test_about_a_third_says_what_must_not_come():
    silent = sum("never" not in asked for asked in every())
    assert silent <= 0.67 * sum(map(len, QUERIES.values()))


@pytest.mark.parametrize("catalogue", LEAST)
def test_nothing_is_asked_twice(catalogue: str):
    counts = Counter(typed(asked) for asked in QUERIES[catalogue])
    assert [query for query, times in counts.items() if times > 1] == []


def test_only_queries_of_the_sort_nfd_are_decomposed():
    for asked in every():
        assert unicodedata.is_normalized("NFC", typed(asked)) == (asked["sort"] != "nfd"), asked


def test_the_real_data_has_what_is_asked_for(real: Catalogue):
    assert missing(QUERIES["real"], records(real) | pages()) == set()


def test_the_sample_has_what_is_asked_for(sample: Path):
    there = {
        f"{kind.code}/{path.stem}"
        for kind in KINDS.values()
        for path in (sample / kind.folder).rglob("*.yml")
    }
    assert missing(QUERIES["sample"], there) == set()
