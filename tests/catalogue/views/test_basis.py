"""A basis is a document and the place in it: both stand on the page, and the article binds a group."""

from __future__ import annotations

import pytest

from tests.catalogue.views.small import DRAFT, REPORTED, Published, published_from

OFFICIAL = (
    "verification: {level: official, document: nghi-dinh, locator: Điều 1, checked: 2026-01-05, by: so}\n"
)
REGULATION = "regulation: {document: nghi-dinh, locator: Điều 3}\n"
REQUIRED = "obligation: required, basis: {document: nghi-dinh"


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(
        {
            "organizations/so.yml": f"title: Sở\ncategory: administration\n{DRAFT}",
            "documents/nghi-dinh.yml": f"title: Nghị định A\ncategory: decree\n{OFFICIAL}",
            "groups/nhom.yml": f"title: Nhóm\n{REGULATION}{REPORTED}",
            "programs/a.yml": f"title: A\ngroups: [{{group: nhom, {REQUIRED}, locator: Điều 7}}}}]\n"
            f"legal_basis: [{{document: nghi-dinh, locator: Điều 5}}]\n{REPORTED}",
            "programs/b.yml": f"title: B\ngroups: [{{group: nhom, {REQUIRED}}}}}]\n{REPORTED}",
        }
    )


def test_the_place_in_the_document_stands_behind_it(small: Published):
    assert small["doi-tuong/nhom/"].facts["Quy định định nghĩa"] == "Nghị định A (Điều 3)"
    assert small["chuong-trinh/a/"].facts["Đối tượng"] == "Nhóm (Bắt buộc; căn cứ Nghị định A (Điều 7))"


def test_a_document_lists_what_it_defines_and_whom_it_binds(small: Published):
    document = small["van-ban/nghi-dinh/"]
    assert document.list_under("Định nghĩa đối tượng") == ["doi-tuong/nhom/"]
    assert document.list_under("Quy định người học cho") == ["chuong-trinh/a/", "chuong-trinh/b/"]
    assert document.list_under("Làm căn cứ cho") == ["chuong-trinh/a/"]


def test_the_article_of_the_basis_binds_before_any_other(small: Published):
    part = small.eligibility("programs/nhom")
    programs = {each["id"]: each for each in part["programs"]}
    articles = {id: each["groups"][0]["basis"]["article"] for id, each in programs.items()}
    assert articles == {"a": "Điều 7", "b": "Điều 1"}
