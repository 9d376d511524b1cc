"""The pages «Nhóm nào đã có lớp»: open needs first, cells that lead to searches, groups without anything."""

from __future__ import annotations

import pytest

from tests.catalogue.findings.test_coverage import FILES
from tests.catalogue.views.small import REPORTED, Published, published_from

ADDRESS = "do-phu/"
SEARCH = "tra-cuu/?kind=program&group=xa&field=land"


@pytest.fixture(scope="module")
def city() -> Published:
    return published_from({path: text + REPORTED for path, text in FILES.items()})


def test_open_needs_stand_first_with_whose_they_are_and_who_names_them(city: Published):
    text = city[ADDRESS].text
    assert text.index("Báo chí, tuyên truyền (nguồn không nói nhu cầu của ai)") < text.index(
        "Đối tượng theo lĩnh vực"
    )
    assert "Đất đai cho Công chức cấp xã" in text
    assert "1 chương trình cùng lĩnh vực cho đối tượng rộng hơn, có thể đáp ứng" in text
    assert "topic-sets" not in text
    assert "chuyen-de/nhu-cau/" in city[ADDRESS].links


def test_a_cell_leads_to_the_search_of_what_it_counts(city: Published):
    assert SEARCH in city[ADDRESS].links
    assert f"{SEARCH}&year=2024" in city["do-phu/2024/"].links
    assert "tra-cuu/?kind=program&group=unknown&field=unknown" in city[ADDRESS].links


def test_a_cell_without_programmes_says_that_they_are_needed_or_that_nothing_is_known(city: Published):
    row = city["do-phu/2024/"].row("Công chức cấp xã")
    assert row == [
        "Công chức cấp xãChưa ghi nhận: 2 lĩnh vực khác",
        "cần",
        "chưa ghi nhận",
        "cần",
        "chưa ghi nhận",
    ]


def test_a_group_without_programmes_is_named(city: Published):
    assert "Đối tượng chưa có chương trình nào ghi đúng nhóm ấy (mọi năm)" in city[ADDRESS].text
    assert "doi-tuong/huyen/" in city[ADDRESS].links


def test_no_page_says_that_nobody_held_a_class(city: Published):
    for address in (ADDRESS, "do-phu/2023/", "do-phu/2024/"):
        assert "chưa ghi nhận, không có nghĩa là chưa ai mở" in city[address].text


def test_a_year_without_anything_has_no_page(city: Published):
    assert "do-phu/2025/" not in city.sheets


def test_a_catalogue_without_programmes_says_so():
    page = published_from({})[ADDRESS]
    assert "Danh mục chưa ghi nhận chương trình hay nhu cầu nào." in page.text
    assert list(page.tree.iter("table")) == []


def test_a_long_table_stands_on_pages_of_its_own():
    groups = {f"groups/n{turn}.yml": f"title: Nhóm {turn:03}\n{REPORTED}" for turn in range(45)}
    named = ", ".join(f"{{group: n{turn}}}" for turn in range(45))
    program = f"title: A\nfields: [land]\ncontent: [leadership]\ngroups: [{named}]\n{REPORTED}"
    city = published_from({**groups, "programs/a.yml": program})
    assert {"do-phu/field/", "do-phu/content/"} <= city[ADDRESS].links
    assert city["do-phu/field/"].text.count("Nhóm 0") == 45


def test_the_groups_of_each_block_are_named():
    files = {
        "groups/a.yml": "title: Nhóm A\n",
        "programs/p.yml": "title: P\nblocks: [party, government]\ngroups: [{group: a}]\n",
    }
    text = published_from({path: text + REPORTED for path, text in files.items()})[ADDRESS].text
    assert "Cả khối Đảng và khối chính quyền đều có chương trình" in text
    assert "Chỉ khối" not in text
