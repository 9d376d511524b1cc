"""Nothing irrelevant drowns what is right: of the results that a reader is given, most are right.

Only what holds the words of a query together counts, the first part of an answer: the page says of the rest
that its words stand apart. A query without such results counts nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from catalogue.model.kinds import KINDS
from sample.recipe import DAY
from tests.search.asking import EVERYTHING, found
from tests.tables import table_in

FILE = Path(__file__).with_name("precision.yml")
JUDGED: Sequence[dict[str, Any]] = table_in(FILE)
MOST = 10
"""How many results of a query are looked at: the first, and as many of the others, drawn by lot."""
LEAST = 0.9
"""The share of them that must be right."""


class Shown(NamedTuple):
    """A result that a reader is shown, and whether it was judged right; None where nobody has judged it."""

    query: str
    id: str
    is_right: bool | None


@pytest.fixture(scope="module")
def shown(browser: Browser, sample_site: Path) -> list[Shown]:
    """The first results of all queries, and some of those that come after them."""
    queries = [each["query"] for each in JUDGED]
    answers = found(browser, sample_site, queries, {"today": DAY.isoformat(), "limit": EVERYTHING})
    return [
        Shown(each["query"], id, verdict(each, id))
        for each, answer in zip(JUDGED, answers, strict=True)
        for id in looked_at(each["query"], [result.id for result in answer if result.together])
    ]


def looked_at(query: str, ids: Sequence[str]) -> Sequence[str]:
    """What is looked at of what holds a query together; the lot is the same in whatever order it comes."""
    lots = {id: sha256(f"{query} {id}".encode()).digest() for id in ids[MOST:]}
    return [*ids[:MOST], *sorted(lots, key=lots.__getitem__)[:MOST]]


def verdict(judged: dict[str, Any], id: str) -> bool | None:
    """Whether a result of a query is right; None where nobody has judged it."""
    return True if id in judged.get("right", ()) else False if id in judged.get("wrong", ()) else None


def test_most_of_what_is_shown_first_is_right(shown: list[Shown]):
    unjudged = [f"not judged yet: «{each.query}» {each.id}" for each in shown if each.is_right is None]
    wrong = [f"wrong: «{each.query}» {each.id}" for each in shown if each.is_right is False]
    share = 1 - len([*unjudged, *wrong]) / len(shown)
    assert share >= LEAST, "\n".join([f"{share:.3f} of {len(shown)}:", *unjudged, *wrong])


def test_sixty_queries_are_judged_each_once_and_of_records_that_there_are(sample: Path):
    assert len({each["query"] for each in JUDGED}) == len(JUDGED) >= 60
    there = {
        f"{kind.code}/{path.stem}"
        for kind in KINDS.values()
        for path in (sample / kind.folder).rglob("*.yml")
    }
    ids = [id for each in JUDGED for id in (*each.get("right", ()), *each.get("wrong", ()))]
    assert set(ids) <= there
    assert not any(set(each.get("right", ())) & set(each.get("wrong", ())) for each in JUDGED)
