"""How good the search is: every query of queries.yml is asked of the real data and of the sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sample.recipe import DAY
from tests.search.asking import EVERYTHING, found
from tests.search.judging import (
    AT_LEAST,
    AT_MOST_WITHOUT_RESULTS,
    QUERIES,
    Verdict,
    all_judged,
    judged,
    left_behind,
    of_sort,
    success,
    told,
    typed,
)


@pytest.fixture(scope="module")
def verdicts(browser: Browser, real_site: Path, sample_site: Path) -> list[Verdict]:
    """The verdicts on what is answered to every query of either catalogue."""
    return [*asked(browser, "real", real_site), *asked(browser, "sample", sample_site)]


def asked(browser: Browser, catalogue: str, site: Path) -> list[Verdict]:
    queries = [typed(each) for each in QUERIES[catalogue]]
    answers = found(browser, site, queries, {"today": DAY.isoformat(), "limit": EVERYTHING})
    return all_judged(catalogue, ([each.id for each in answer] for answer in answers))


@pytest.mark.parametrize("most", AT_LEAST)
def test_the_right_record_stands_at_the_top(verdicts: list[Verdict], most: int):
    failed = [told(verdict) for verdict in verdicts if not verdict.is_right(most)]
    assert success(verdicts, most) >= AT_LEAST[most], "\n".join(failed)


def test_no_sort_of_queries_is_left_behind(verdicts: list[Verdict]):
    failed = {
        f"{sort}, {share:.2f}": [
            told(verdict) for verdict in of_sort(verdicts, sort) if not verdict.is_right(1)
        ]
        for sort, share in left_behind(verdicts).items()
    }
    assert failed == {}


def test_a_query_finds_something(verdicts: list[Verdict]):
    empty = [verdict.asked["query"] for verdict in verdicts if not verdict.answer]
    assert len(empty) <= AT_MOST_WITHOUT_RESULTS * len(verdicts), empty


def test_what_must_not_be_found_makes_a_query_fail_wherever_it_stands():
    question = {"query": "một", "sort": "marked", "first": ["program/a", "program/b"], "never": ["program/z"]}
    assert judged(question, ["program/b", "program/c"]).is_right(1)
    assert not judged(question, ["program/c", "program/b"]).is_right(1)
    assert judged(question, ["program/c", "program/b"]).is_right(3)
    assert judged(question, ["program/c", "program/b"]).reciprocal() == 0.5
    assert judged(question, []).reciprocal() == 0
    spoilt = judged(question, ["program/a", "program/c", "program/d", "program/z"])
    assert (spoilt.is_right(1), spoilt.is_right(1, strict=False), spoilt.reciprocal()) == (False, True, 0)
    assert told(spoilt).endswith("must not be found: program/z, at 4")


def test_a_query_without_a_single_right_answer_is_answered_where_one_is_among_three():
    question = {"query": "hai", "sort": "marked", "in_three": ["program/a"]}
    assert judged(question, ["program/c", "program/a"]).is_right(1)
    late = judged(question, ["program/c", "program/d", "program/e", "program/a"])
    assert not late.is_right(3)
    assert "among three should be program/a: stands at 4" in told(late)


def test_a_sort_is_left_behind_where_more_than_a_tenth_of_it_fails():
    questions = [{"query": sort, "sort": sort, "first": ["program/a"]} for sort in ["telex", "nfd", "nfd"]]
    answers = [["program/a"], ["program/a"], []]
    assert left_behind([judged(*each) for each in zip(questions, answers, strict=True)]) == {"nfd": 0.5}
