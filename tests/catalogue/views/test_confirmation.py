"""What pages say of how far a thing is confirmed: its best source, and the copies that a number rests on."""

from __future__ import annotations

import pytest

from tests.catalogue.views.small import Published, published_from

PROGRAM = """
title: Bồi dưỡng công chức xã
verification: {level: reported}
state: planned
plan: ke-hoach
figures:
  - {measure: learners, value: 2100}
"""
SOURCE = (
    "title: Nguồn {id}\nverification: {{level: reported}}\ncategory: {category}\npublisher: {id}.vn\n{rest}"
)
PRESS, AUTHORITY, COPY, OTHER = (
    SOURCE.format(id=origin, category="article", rest=f"origin: {origin}\n")
    for origin in ("press", "authority", "copy", "other")
)
SOURCES = {
    "sources/press.yml": PRESS,
    "sources/authority.yml": AUTHORITY,
    "sources/copy.yml": COPY,
    "sources/other.yml": OTHER,
    "sources/article.yml": SOURCE.format(id="article", category="article", rest=""),
    "sources/page.yml": SOURCE.format(id="page", category="page", rest=""),
    "plans/ke-hoach.yml": "title: Kế hoạch\nverification: {level: draft}\nyear: 2024\n",
    "documents/van-ban.yml": "title: Văn bản\nverification: {level: draft}\ncategory: decision\n",
}
COPIED = "Theo bản chép lại trên trang khác"


def published(*cited: str, program: str = PROGRAM) -> Published:
    """A small catalogue whose one programme cites these sources; `van-ban` is a document."""
    citations = "".join(f"  - {'document' if id == 'van-ban' else 'source'}: {id}\n" for id in cited)
    return published_from({**SOURCES, "programs/x.yml": f"{program}sources:\n{citations}"})


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        (["press"], "Theo báo chí"),
        (["article"], "Theo báo chí"),
        (["authority"], "Theo cơ quan nhà nước"),
        (["van-ban"], "Theo cơ quan nhà nước"),
        (["other"], "Theo trang thông tin khác"),
        (["page"], "Theo trang thông tin khác"),
        (["copy"], COPIED),
        (["copy", "press"], "Theo báo chí"),
        (["copy", "other"], "Theo trang thông tin khác"),
        (["other", "press", "authority"], "Theo cơ quan nhà nước"),
    ],
)
def test_the_confirmation_follows_the_best_source(cited: list[str], words: str):
    city = published(*cited)
    page = city["chuong-trinh/x/"]
    assert words in page.tags
    assert page.facts["Mức độ xác minh"] == words
    assert f"{words}: 1 chương trình" in city["xac-minh/"].text
    index = city.json("api/v1/programs.json")
    record = city.json("api/v1/programs/x.json")
    assert index["records"][0]["confirmation"] == record["confirmation"]
    facets = city.search("facets")
    assert facets["labels"]["verification"][record["confirmation"]] == words


def test_a_number_that_rests_on_copies_alone_says_so_where_it_stands():
    city = published("copy")
    page = city["chuong-trinh/x/"]
    assert f"2.100 học viên ({COPIED}: copy.vn)" in page.facts["Chỉ tiêu"]
    assert f"{COPIED}: copy.vn" in city["ke-hoach/ke-hoach/"].text
    assert "copy.vn" not in published("copy", "press")["chuong-trinh/x/"].facts["Chỉ tiêu"]


def test_a_number_with_a_source_of_its_own_is_as_good_as_that():
    own = PROGRAM.replace("value: 2100", "value: 2100, source: copy")
    page = published("press", program=own)["chuong-trinh/x/"]
    assert "Theo báo chí" in page.tags
    assert f"2.100 học viên ({COPIED}: copy.vn)" in page.facts["Chỉ tiêu"]
    assert "Nguồn:" not in page.facts["Chỉ tiêu"]
    better = PROGRAM.replace("value: 2100", "value: 2100, source: press")
    assert "copy.vn" not in published("copy", program=better)["chuong-trinh/x/"].facts["Chỉ tiêu"]


def test_an_official_or_a_draft_record_says_nothing_of_copies():
    draft = PROGRAM.replace("reported", "draft")
    page = published("copy", program=draft)["chuong-trinh/x/"]
    assert "Chưa xác minh" in page.tags
    assert "copy.vn" not in page.facts["Chỉ tiêu"]
