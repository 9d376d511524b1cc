"""The queries themselves: enough of every sort, none twice, and each asks for what is there."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.views.exports.search_pages import ASKED_FOR
from tests.search.judging import QUERIES, typed, wanted

ROOT = Path(__file__).parents[2]
LEAST = {"real": 580, "sample": 110}
LEAST_OF_A_SORT = {"real": 12, "sample": 8}
KEYS = {"query", "sort", "nfd", "first", "in_three", "never", "unseen", "note"}
ANSWERS = ("first", "in_three", "never")
WRITINGS = {
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
"""Ways to write: both catalogues are asked in each of them."""
NEEDS = {
    "question": "a question, or what is wanted with words of courtesy around it",
    "on_the_page": "what only the page says: a figure in any writing, an objective, an assessment, a note",
    "torn": "words torn apart or stuck together",
    "deep_phrase": "a phrase that stands in a list, a note or a field and in no title",
    "variant": "a number or an abbreviation as daily life varies it: TƯ, Ð, swapped letters, no dashes",
    "everyday": "everyday words for what the catalogue names officially",
    "slip": "a slip of the fingers: letters swapped, doubled, missing, next to the right key",
    "whole_word": "words that begin other words as well, or that publishers have in their names",
    "dash": "a dash that excludes nothing: a range, a number, a name",
    "mixed_bag": "an everyday mixture of words, figures and names",
    "plain": "what a title or a name says, whole or begun, with marks or without",
}
"""What readers want and how they ask for it: the real data is asked in each of them."""


def every() -> Iterator[Mapping[str, Any]]:
    for queries in QUERIES.values():
        yield from queries


def records(catalogue: Catalogue) -> set[str]:
    return {f"{kind}/{id}" for kind in KINDS for id in catalogue.of(kind)}


def pages() -> set[str]:
    """The ids of the pages that no record stands behind: written by hand, or asked for by name."""
    paths = (path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md"))
    written = {(path.parent if path.name == "index" else path).as_posix() for path in paths}
    return {f"page/{path}" for path in {*written, *ASKED_FOR}}


def missing(queries: Iterable[Mapping[str, Any]], there: set[str]) -> set[str]:
    return {id for asked in queries for answer in ANSWERS for id in asked.get(answer, ())} - there


def test_two_catalogues_are_asked():
    assert set(QUERIES) == set(LEAST)


@pytest.mark.parametrize("catalogue", LEAST)
def test_every_sort_is_asked_often_enough(catalogue: str):
    counts = Counter(asked["sort"] for asked in QUERIES[catalogue])
    assert counts.total() >= LEAST[catalogue]
    must_be_asked = {*WRITINGS, *(NEEDS if catalogue == "real" else ())}
    assert must_be_asked <= set(counts) <= {*WRITINGS, *NEEDS}
    assert min(counts[sort] for sort in must_be_asked) >= LEAST_OF_A_SORT[catalogue]


def test_every_query_has_one_answer_and_known_keys():
    for asked in every():
        assert set(asked) <= KEYS, asked
        assert ("first" in asked) != ("in_three" in asked), asked
        assert all(asked[answer] for answer in ANSWERS if answer in asked), asked
        assert not set(wanted(asked)) & set(asked.get("never", ())), asked


def test_about_a_third_of_the_ways_to_write_says_what_must_not_come():
    written = [asked for asked in every() if asked["sort"] in WRITINGS]
    assert sum("never" not in asked for asked in written) <= 0.67 * len(written)


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
