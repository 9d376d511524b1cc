"""A record that has another id now keeps its files where they stood, as it keeps its page."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.catalogue.histories import Step, history_in_memory
from tests.catalogue.views.small import DRAFT, REPORTED, Published, catalogue_of, published, published_from

REDIRECTS = """
/chuong-trinh/lop-cu/: /chuong-trinh/lop-moi/
/chuyen-de/chuyen-de-cu/: /chuyen-de/chuyen-de-moi/
/chuyen-de/danh-sach-cu/: /chuyen-de/danh-sach-moi/
/ke-hoach/ke-hoach-cu/: /ke-hoach/ke-hoach-moi/
/ke-hoach/ke-hoach-cu-nua/: /ke-hoach/ke-hoach-moi/
/ke-hoach/ke-hoach-cu-nua/in/: /ke-hoach/
/don-vi/nham-loai/: /chuong-trinh/lop-moi/
/chuong-trinh/da-bo/: /chuong-trinh/
/chuong-trinh/lop-cu/phan/: /chuong-trinh/lop-moi/
/cu/: /chuong-trinh/lop-moi/
"""


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(
        {
            "programs/lop-moi.yml": f"title: Lớp mới\nplan: ke-hoach-moi\n{REPORTED}",
            "topics/chuyen-de-moi.yml": f"title: Chuyên đề mới\n{DRAFT}",
            "topic-sets/danh-sach-moi.yml": f"title: Danh sách mới\n{DRAFT}of: topics\n",
            "plans/ke-hoach-moi.yml": f"title: Kế hoạch năm 2026\nyear: 2026\n{REPORTED}",
            "redirects.yml": REDIRECTS,
        }
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("programs/lop-cu", "programs/lop-moi"),
        ("topics/chuyen-de-cu", "topics/chuyen-de-moi"),
        ("topic-sets/danh-sach-cu", "topic-sets/danh-sach-moi"),
        ("plans/ke-hoach-cu", "plans/ke-hoach-moi"),
    ],
)
def test_the_file_under_an_old_id_is_that_of_the_record(small: Published, old: str, new: str):
    assert small.files[f"api/v1/{old}.json"].content == small.files[f"api/v1/{new}.json"].content


def test_a_redirect_to_another_section_or_to_no_record_has_no_file(small: Published):
    old = {
        address for address in small.files if address.startswith("api/") and not address.endswith("-moi.json")
    }
    assert {address for address in old if address.count("/") > 2} == {
        "api/v1/programs/lop-cu.json",
        "api/v1/plans/ke-hoach-cu.json",
        "api/v1/plans/ke-hoach-cu-nua.json",
        "api/v1/sources/bao.json",
        "api/v1/topics/chuyen-de-cu.json",
        "api/v1/topic-sets/danh-sach-cu.json",
    }


def test_an_index_names_each_record_once(small: Published):
    (entry,) = small.json("api/v1/programs.json")["records"]
    assert entry["id"] == "lop-moi"


def test_other_pages_about_a_record_lead_on_from_its_old_id_where_no_redirect_says_otherwise(
    small: Published,
):
    assert b"../../../ke-hoach/ke-hoach-moi/in/" in small.files["ke-hoach/ke-hoach-cu/in/index.html"].content
    assert b"../../../ke-hoach/" in (said := small.files["ke-hoach/ke-hoach-cu-nua/in/index.html"].content)
    assert b"ke-hoach-moi" not in said


PLAN = f"title: Kế hoạch\nyear: 2024\n{REPORTED}"
BODY = f"title: Trường\ncategory: school\n{REPORTED}"
PROGRAM = f"lead: moi\nplan: ke-moi\nclasses: [{{id: a, start: 2024-03-01}}]\n{REPORTED}"
REDIRECTS_OF_MANY = {
    "/ke-hoach/ke-cu/": "/ke-hoach/ke-moi/",
    "/don-vi/cu/": "/don-vi/moi/",
    "/don-vi/xua/": "/don-vi/moi/",
}
MANY = {
    "plans/ke-moi.yml": PLAN,
    "organizations/moi.yml": BODY,
    "redirects.yml": "".join(f"{old}: {new}\n" for old, new in REDIRECTS_OF_MANY.items()),
    **{f"programs/lop-{turn}.yml": f"title: Lớp {turn}\n{PROGRAM}" for turn in range(101)},
}


@pytest.fixture(scope="module")
def many() -> Published:
    """A plan and a body with long lists, and a history that concerns them, under new ids."""
    history = history_in_memory([Step("2024-01-02", "Mở", MANY)], REDIRECTS_OF_MANY)
    return published(catalogue_of(MANY), history)


def test_every_page_that_belongs_to_a_record_is_found_under_its_old_id(many: Published):
    old = {("ke-hoach", "ke-moi"): ("ke-cu",), ("don-vi", "moi"): ("cu", "xua")}
    compared = set()
    for address in many.sheets:
        names = address.split("/")
        for pair in pairwise(names):
            for id in old.get(pair, ()):
                before = address.replace("/".join(pair), f"{pair[0]}/{id}")
                told = many.files[f"{before}index.html"].content.decode()
                assert f'url={"../" * before.count("/")}{address}"' in told, before
                compared.add(before)
    assert {
        "ke-hoach/ke-cu/",
        "ke-hoach/ke-cu/in/",
        "ke-hoach/ke-cu/chuong-trinh/2/",
        "thay-doi/ke-hoach/ke-cu/",
        "thay-doi/don-vi/xua/",
        "don-vi/cu/chu-tri/",
    } <= compared
    embedded = many.files["don-vi/cu/nhung/index.html"].content.decode()
    assert "Lớp 1" in embedded
    assert "url=" not in embedded
