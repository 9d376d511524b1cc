"""What a reader sees while typing: the right record is listed from the first whole word on.

The list is all parts of the answer, folded ones too. A word is whole once a right record, or one that it
names, writes it so: with the marks that were typed, or folded where none were; raw keys of Telex as what they
give. Before that no record could be meant. What an excluding dash takes away while its word is unfinished is
no loss.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from sample.recipe import DAY
from tests.examples import PROVING
from tests.search.asking import searching
from tests.search.judging import QUERIES, typed, wanted

EVERY = 1 if PROVING else 20
"""`make test` types every twentieth query of a catalogue, `make prove` all of them."""
FOUND = 0.97
"""The share of keystrokes at which a right record has all of the words, or is among the nearest."""
TYPE = r"""([asked, today]) => {
  const { decodeKeys, eachWord, fold, syllable } = vietnamese;
  const { records } = library;
  const places = new Map(records.map(({ kind, id }, position) => [`${kind}/${id}`, position]));
  const wordsOf = (text) => {
    const found = [];
    eachWord(text, (start, end) => found.push({ end, word: text.slice(start, end).toLowerCase() }));
    return found;
  };
  const exact = (word) => { const { letters, tone } = syllable(word); return letters + (tone || ""); };
  const writtenIn = (ids) => {
    const own = ids.map((id) => records[places.get(id)]);
    const named = own.flatMap(({ related }) => related.map((position) => records[position].title));
    const texts = [...own.flatMap(({ title, names, texts }) => [title, ...names, ...texts]), ...named];
    return new Set(texts.flatMap(wordsOf).flatMap(({ word }) => [exact(word), fold(word)]));
  };
  const readings = (word) => [word, decodeKeys(word) ?? word];
  const isWhole = (written, { word }) => readings(word).some((each) => written.has(exact(each)));
  const isListed = (query, right, partly) => {
    const options = { today, typing: true, scattered: true, partly, limit: records.length };
    return find(query, options).results.some(({ kind, id }) => right.includes(`${kind}/${id}`));
  };
  return asked.map(({ query, right }) => {
    const written = writtenIn(right);
    const first = wordsOf(query).find((each) => isWhole(written, each))?.end ?? query.length;
    const ends = Array.from({ length: query.length - first + 1 }, (_, more) => first + more);
    const isExcluding = (end) => end < query.length && /(?:^|\s)-\S*$/.test(query.slice(0, end));
    return ends.filter((end) => !isExcluding(end)).map((end) => {
      const head = query.slice(0, end);
      return [head, isListed(head, right, true), isListed(head, right, false)];
    });
  });
}"""


class Keystroke(NamedTuple):
    """What stood in the box after a key; whether a right record was listed, and had all of the words."""

    query: str
    head: str
    is_kept: bool
    is_found: bool


@pytest.fixture(scope="module")
def keystrokes(browser: Browser, real_site: Path, sample_site: Path) -> list[Keystroke]:
    """Every keystroke from the first whole word of a query on."""
    return [*typed_out(browser, "real", real_site), *typed_out(browser, "sample", sample_site)]


def typed_out(browser: Browser, catalogue: str, site: Path) -> list[Keystroke]:
    """The keystrokes of the queries of a catalogue that are looked at."""
    asked: list[dict[str, Any]] = [
        {"query": typed(each), "right": wanted(each)} for each in QUERIES[catalogue][::EVERY]
    ]
    with searching(browser, site) as page:
        found = page.evaluate(TYPE, [asked, DAY.isoformat()])
    return [Keystroke(each["query"], *key) for each, keys in zip(asked, found, strict=True) for key in keys]


@pytest.mark.proved
def test_no_keystroke_loses_the_right_record(keystrokes: list[Keystroke]):
    assert keystrokes
    assert [f"«{key.query}» at «{key.head}»" for key in keystrokes if not key.is_kept] == []


@pytest.mark.proved
def test_few_keystrokes_lose_it_out_of_what_has_all_of_the_words(keystrokes: list[Keystroke]):
    lost = [f"«{key.query}» at «{key.head}»" for key in keystrokes if not key.is_found]
    told = "\n".join([f"{len(lost)} of {len(keystrokes)}:", *lost])
    assert len(lost) <= (1 - FOUND) * len(keystrokes), told
