"""The pages «Nhóm nào đã có lớp»: open needs first, cells that lead to searches, groups without anything."""

from __future__ import annotations

import pytest

from catalogue.findings.coverage import Axis
from catalogue.language.vocabulary import Block, Content, Subject
from tests.catalogue.findings.test_coverage import FILES
from tests.catalogue.views.small import REPORTED, Published, published_from

ADDRESS = "do-phu/"
SEARCH = "tra-cuu/?kind=program&group=xa&field=land"


@pytest.fixture(scope="module")
def city() -> Published:
    return published_from({path: text + REPORTED for path, text in FILES.items()})


def test_open_needs_stand_first_with_whose_they_are_and_who_names_them(city: Published):
    text = city[ADDRESS].text
    heading = "Nhu cầu nguồn nêu, danh mục chưa ghi nhận chương trình nào đáp ứng"
    assert city[ADDRESS].headings[0] == heading
    assert "Báo chí, tuyên truyền (nguồn không nói nhu cầu của ai)" in text
    assert "Đất đai cho Công chức cấp xã" in text
    assert "1 chương trình cùng lĩnh vực cho đối tượng rộng hơn, có thể đáp ứng" in text
    assert "topic-sets" not in text
    assert "chuyen-de/nhu-cau/" in city[ADDRESS].links


def test_the_years_stand_above_all_that_is_long(city: Published):
    whole, year = city[ADDRESS].text, city["do-phu/2024/"].text
    assert whole.index("Xem riêng từng năm: ") < whole.index(city[ADDRESS].headings[0])
    assert year.index("Năm khác: ") < year.index(city["do-phu/2024/"].headings[0])


def test_a_need_of_no_known_field_stands_with_the_items_that_its_source_names(city: Published):
    said = "Chưa rõ lĩnh vực: Điều gì đó (nguồn không nói nhu cầu của ai)"
    assert f"{said} Nguồn nêu ở: Không lĩnh vực." in city[ADDRESS].text
    many = {"topic-sets/n.yml": f"title: N\nof: needs\nitems: [{', '.join(f'M{n}' for n in range(14))}]\n"}
    none = {"topic-sets/o.yml": "title: O\nof: needs\n"}
    page = published_from({path: text + REPORTED for path, text in {**many, **none}.items()})[ADDRESS]
    assert "M10; M11; và 2 mục khác (nguồn" in page.text
    assert "Chưa rõ lĩnh vực (nguồn" in page.text


def test_a_cell_counts_with_its_search_what_is_called_off_and_the_page_says_so():
    files = {
        "groups/xa.yml": "title: Cấp xã\n",
        "programs/a.yml": "title: A\ngroups: [{group: xa}]\nfields: [land]\n"
        "classes: [{id: a, state: cancelled}]\n",
        "programs/b.yml": "title: B\ngroups: [{group: xa}]\nfields: [land]\nstate: proposed\n",
        "topic-sets/n.yml": "title: N\nof: needs\nitems: [Đất]\ngroups: [xa]\nfields: [land]\n",
    }
    page = published_from({path: text + REPORTED for path, text in files.items()})[ADDRESS]
    assert page.row("Cấp xã")[1] == "2"
    assert "kể cả chương trình mới là đề xuất và chương trình mà mọi lớp đã hoãn, hủy" in page.text
    assert "Đất đai cho Cấp xã" in page.text
    assert "không được coi là đáp ứng nhu cầu" in page.text


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


def test_what_is_not_told_is_no_field_of_which_a_row_lacks_programmes(city: Published):
    assert city[ADDRESS].row("Cấp xã")[0] == "Cấp xãChưa ghi nhận: 2 lĩnh vực khác"


def test_a_group_without_programmes_is_named(city: Published):
    assert "Đối tượng chưa có chương trình nào ghi đúng nhóm ấy (mọi năm)" in city[ADDRESS].text
    assert "doi-tuong/huyen/" in city[ADDRESS].links


def test_of_many_groups_without_programmes_the_first_stand_open_and_the_rest_are_counted():
    groups = {f"groups/n{turn}.yml": f"title: Nhóm {turn:03}\n{REPORTED}" for turn in range(90)}
    sheet = published_from(groups)[ADDRESS]
    assert "Xem thêm 68 nhóm" in sheet.text
    assert "Và 10 nhóm khác." in sheet.text


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


LARGEST, FRAME = 200_000, 10_000
"""The bytes of a page, and those around what is made from data."""
CROWD = 70


@pytest.fixture(scope="module")
def crowded() -> Published:
    """Groups with long titles: as many in every cell as in none, whose needs a list names."""
    long = "Cán bộ, công chức, viên chức lãnh đạo, quản lý của cơ quan chuyên môn và đơn vị sự nghiệp"
    slug = "lanh-dao-quan-ly-cac-co-quan-chuyen-mon"
    ids = {sort: [f"{sort}-{slug}-{turn}" for turn in range(CROWD)] for sort in ("co", "can")}
    groups = {
        f"groups/{id}.yml": f"title: {long} «{sort} {turn}»\n"
        for sort, named in ids.items()
        for turn, id in enumerate(named)
    }
    values = {"fields": Subject, "content": Content, "blocks": Block}
    matters = "".join(f"{key}: [{', '.join(map(str, codes))}]\n" for key, codes in values.items())
    named = ", ".join(f"{{group: {id}}}" for id in ids["co"])
    written = {
        "programs/a.yml": f"title: A\n{matters}groups: [{named}]\nperiod: {{start: 2024}}\n",
        "topic-sets/b.yml": f"title: {long}\nof: needs\nitems: [Đất đai]\nfields: [land, health, press]\n"
        f"groups: [{', '.join(ids['can'])}]\n",
    }
    return published_from({path: text + REPORTED for path, text in {**groups, **written}.items()})


def test_no_page_is_heavy_however_full_its_cells_and_long_its_titles_are(crowded: Published):
    pages = [each for each in crowded.sheets if each.startswith(ADDRESS)]
    weights = {each: len(crowded[each].page.body.encode()) for each in pages}
    assert {each: weight for each, weight in weights.items() if weight > LARGEST - FRAME} == {}
    assert len(pages) > len(Axis) * 2


@pytest.mark.parametrize("name", ["field", "content", "2024/field", "nhu-cau"])
def test_what_a_page_has_no_room_for_stands_once_on_the_pages_of_its_list(crowded: Published, name: str):
    table = f"{ADDRESS}{name}/"
    assert table in crowded[f"{table.rsplit('/', 2)[0]}/"].links
    pages = [each for each in crowded.sheets if each.startswith(table)]
    told = " ".join(crowded[each].text for each in pages)
    sort, times = ("can", 3) if table.endswith("nhu-cau/") else ("co", 1)
    assert [told.count(f"«{sort} {turn}»") for turn in range(CROWD)] == [times] * CROWD


BLOCKS = {
    **{f"groups/{id}.yml": f"title: Nhóm {id}\n" for id in "abcdef"},
    "programs/chung.yml": "title: Chung\nblocks: [party, government]\ngroups: [{group: a}]\n",
    "programs/dang.yml": "title: Lớp Đảng\nblocks: [party]\ngroups: [{group: b}, {group: c}]\n",
    "programs/dang-2.yml": "title: Lớp Đảng 2\nblocks: [party]\ngroups: [{group: c}]\n",
    "programs/dang-3.yml": "title: Lớp Đảng 3\nblocks: [party]\ngroups: [{group: c}]\n",
    "programs/chinh-quyen.yml": "title: Lớp chính quyền\nblocks: [government]\ngroups: [{group: b}]\n"
    "period: {start: 2024, end: 2024}\n",
    "programs/doan-the.yml": "title: Lớp đoàn thể\nblocks: [mass_organizations]\n"
    "groups: [{group: b}, {group: f}]\n",
    "programs/khong-khoi.yml": "title: Không khối\ngroups: [{group: d}]\nperiod: {start: 2024}\n",
    "programs/khong-nhom.yml": "title: Không nhóm\nblocks: [party]\n",
}


@pytest.fixture(scope="module")
def blocks() -> Published:
    return published_from({path: text + REPORTED for path, text in BLOCKS.items()})


def test_the_programmes_of_the_blocks_for_the_same_group_stand_side_by_side(blocks: Published):
    assert blocks["khoi/"].rows == [
        ["Nhóm c", "chỉ khối Đảng", "Lớp Đảng; Lớp Đảng 2; và 1 chương trình khác", *["chưa ghi nhận"] * 2],
        ["Nhóm a", "cả hai khối, chung chương trình", "Chung", "chưa ghi nhận", "Chung"],
        ["Nhóm b", "cả ba khối", "Lớp Đảng", "Lớp đoàn thể", "Lớp chính quyền"],
    ]
    assert "do-phu/#block" in blocks["khoi/"].links
    assert "khoi/#hai-khoi" in blocks[ADDRESS].links


def test_what_no_block_has_is_counted_in_words(blocks: Published):
    text = blocks["khoi/"].text
    assert "2 nhóm khác có chương trình: 1 của khối đoàn thể, 1 chưa rõ khối." in text
    assert "1 nhóm danh mục chưa ghi nhận chương trình nào: Nhóm e." in text
    assert "1 chương trình không ghi đối tượng nên không có trong bảng." in text


def test_the_page_of_a_year_has_the_blocks_of_that_year(blocks: Published):
    text = blocks["nam/2024/"].text
    assert "chỉ khối Đảng 0 nhóm; chỉ khối chính quyền 1 nhóm; cả hai khối 0 nhóm." in text
    assert "chưa ghi nhận chương trình nào rõ là của năm 2024: Nhóm a; Nhóm c; Nhóm e; Nhóm f." in text
    undated = (
        "Không xét 6 chương trình chưa rõ năm; nhóm chỉ có chương trình như vậy: Nhóm a; Nhóm c; Nhóm f."
    )
    assert undated in blocks["do-phu/2024/"].text
    assert "nam/2024/#hai-khoi" in blocks["do-phu/2024/"].links
