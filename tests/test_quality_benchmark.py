"""What the comparison of search engines makes of their answers, and the pages that it gives to Pagefind."""

from collections.abc import Mapping, Sequence

import pytest

from benchmarks import engines
from benchmarks.engines import ENGINES, PROJECT, must_be_installed, page
from benchmarks.measuring import FailedError
from benchmarks.quality import by_sort, failures, shortcomings
from tests.search.judging import Verdict, judged

QUESTIONS = [
    {"query": sort, "sort": sort, "first": ["program/a"], "never": ["program/z"]}
    for sort in ("unmarked", "mixed", "misspelt")
]
RIGHT, SECOND, SPOILT = ["program/a"], ["program/b", "program/a"], ["program/a", "program/z"]


def verdicts(ours: Sequence[str], theirs: Sequence[str]) -> Mapping[str, Sequence[Verdict]]:
    return {
        engine.title: [judged(asked, ours if engine is PROJECT else theirs) for asked in QUESTIONS]
        for engine in ENGINES
    }


def test_a_table_has_each_sort_and_all_queries_strictly_and_by_place_alone():
    lines = by_sort(verdicts(SECOND, SPOILT)).splitlines()
    assert lines[2].startswith("| unmarked (1) | 0.00 1.00 0.50 | 0.00 0.00 0.00 |")
    assert lines[-2].startswith("| **all** (3) | 0.00 1.00 0.50 | 0.00 0.00 0.00 |")
    assert lines[-1].startswith("| all, by place alone (3) | 0.00 1.00 0.50 | 1.00 1.00 1.00 |")


def test_nothing_is_missed_where_this_project_leads():
    assert shortcomings({"real": verdicts(RIGHT, SECOND)}) == []
    assert failures({"real": verdicts(RIGHT, SECOND)}) == []


def test_a_share_that_is_too_low_and_an_engine_that_is_as_good_are_told():
    missed = shortcomings({"real": verdicts(SECOND, SECOND)})
    assert missed[0] == "success@1 is 0.000; it is to be 0.96."
    assert missed[1] == "success@1 is 0.000 in queries that are unmarked; it is to be 0.9."
    assert "MiniSearch is as good in queries that are mixed." in missed
    assert failures({"real": verdicts(SECOND, SECOND)})[0].startswith(
        "real, unmarked: «unmarked»\n  1. program/b\n"
    )


def test_engines_that_are_not_installed_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setattr(engines, "MODULES", tmp_path)
    with pytest.raises(FailedError, match="minisearch and pagefind not installed: run `make search-quality`"):
        must_be_installed()


def test_a_page_for_pagefind_hides_some_words_once_more_without_marks_and_lets_no_markup_through():
    record = {"draft": False, "kind": "program", "title": "Đào tạo <b>"}
    record |= {"names": "", "related": "Sở", "text": "đổi & mới"}
    folded, plain = page(record, is_folded=True), page(record, is_folded=False)
    hidden = 'data-pagefind-index-attrs="data-fold" data-fold='
    assert f'<h1 data-pagefind-weight="10" {hidden}"dao">Đào tạo &lt;b&gt;</h1>' in folded
    assert f'<p data-pagefind-weight="1" {hidden}"doi">đổi &amp; mới</p>' in folded
    assert '<h1 data-pagefind-weight="10">Đào tạo &lt;b&gt;</h1>' in plain
    assert "<h2" not in plain
