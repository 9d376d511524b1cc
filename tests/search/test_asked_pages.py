"""Whoever asks for a class for themselves is led to the questions, whoever names a class to the class."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sample.recipe import DAY
from tests.search.asking import found

FOR_MYSELF = (
    "tìm lớp",
    "tim lop",
    "tìm lớp học",
    "tìm lớp cho tôi",
    "tim lop cho toi",
    "lớp nào dành cho tôi",
    "lop nao danh cho toi",
    "lớp dành cho tôi",
    "khóa học dành cho tôi",
    "có lớp nào cho tôi không",
    "tôi cần học lớp nào",
    "lớp nào phù hợp với tôi",
)
NAMED = (
    "tìm lớp tiếng anh",
    "tim lop chuyen doi so",
    "tìm lớp lý luận chính trị cho tôi",
    "lớp nào dành cho công chức xã",
    "lớp dành cho lãnh đạo",
    "lớp quản lý nhà nước dành cho tôi",
)


@pytest.fixture(params=["real_site", "sample_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """The real site, and that of the sample."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_the_questions_come_first_for_those_alone_who_name_no_class(browser: Browser, site: Path):
    asked = [*FOR_MYSELF, *NAMED]
    answers = found(browser, site, asked, {"today": DAY.isoformat(), "limit": 3})
    first = {query: answer[0].id for query, answer in zip(asked, answers, strict=True)}
    assert {query for query, id in first.items() if id == "page/tim-lop"} == set(FOR_MYSELF)
    assert [query for query in NAMED if first[query].startswith("page/")] == []
