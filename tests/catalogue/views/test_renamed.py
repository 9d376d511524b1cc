"""A record that has another id now keeps its files where they stood, as it keeps its page."""

from __future__ import annotations

import pytest

from tests.catalogue.views.small import DRAFT, Published, published_from

REDIRECTS = """
/chuong-trinh/lop-cu/: /chuong-trinh/lop-moi/
/chuyen-de/chuyen-de-cu/: /chuyen-de/chuyen-de-moi/
/chuyen-de/danh-sach-cu/: /chuyen-de/danh-sach-moi/
/don-vi/nham-loai/: /chuong-trinh/lop-moi/
/chuong-trinh/da-bo/: /chuong-trinh/
/chuong-trinh/lop-cu/phan/: /chuong-trinh/lop-moi/
/cu/: /chuong-trinh/lop-moi/
"""


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(
        {
            "programs/lop-moi.yml": f"title: Lớp mới\n{DRAFT}",
            "topics/chuyen-de-moi.yml": f"title: Chuyên đề mới\n{DRAFT}",
            "topic-sets/danh-sach-moi.yml": f"title: Danh sách mới\n{DRAFT}of: topics\n",
            "redirects.yml": REDIRECTS,
        }
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("programs/lop-cu", "programs/lop-moi"),
        ("topics/chuyen-de-cu", "topics/chuyen-de-moi"),
        ("topic-sets/danh-sach-cu", "topic-sets/danh-sach-moi"),
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
        "api/v1/sources/bao.json",
        "api/v1/topics/chuyen-de-cu.json",
        "api/v1/topic-sets/danh-sach-cu.json",
    }


def test_an_index_names_each_record_once(small: Published):
    (entry,) = small.json("api/v1/programs.json")["records"]
    assert entry["id"] == "lop-moi"
