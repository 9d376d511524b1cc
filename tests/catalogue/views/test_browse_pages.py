"""The pages to browse by: everything is in them, in Vietnamese order, under its heading; drafts are folded away and counted nowhere."""

from __future__ import annotations

import pytest

from catalogue.model.kinds import KINDS
from tests.catalogue.views.small import DRAFT, REPORTED, UNKNOWN, Published, published_from, words

SECTIONS = ["chuong-trinh", "chuyen-de", "doi-tuong", "don-vi", "ke-hoach", "van-ban", "nguon", "so-lieu"]

DRAFTS = {
    "topic-sets/bo.yml": f"title: Bộ chuyên đề\nof: topics\ncount: 3\n{REPORTED}",
    "topics/bo-01.yml": f"title: Chuyên đề một\nset: bo\nnumber: 1\nblocks: [government]\n{REPORTED}",
    "topics/bo-02.yml": f"title: Chuyên đề chưa công bố tên 02\nset: bo\nnumber: 2\nblocks: [government]\n{DRAFT}",
    "topics/bo-03.yml": f"title: Chuyên đề chưa công bố tên 03\nset: bo\nnumber: 3\nhint: {{subject: Y tế, source: bao}}\n{DRAFT}",
    "programs/that.yml": f"title: Thật\nplan: ke-hoach\nlead: so\nblocks: [government]\nfigures: [{{measure: learners, value: 5, state: planned}}]\n{REPORTED}",
    "programs/nhap.yml": f"title: Nháp\nplan: ke-hoach\nlead: so\nblocks: [government]\nfigures: [{{measure: learners, value: 7777, state: planned}}]\n{DRAFT}",
    "plans/ke-hoach.yml": f"title: Kế hoạch\nyear: 2024\n{REPORTED}",
    "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
    "organizations/nhap.yml": f"title: Đơn vị nháp\ncategory: administration\n{DRAFT}",
    "reports/nhap.yml": f"title: Số liệu nháp\n{DRAFT}",
}


@pytest.fixture(scope="module")
def drafts() -> Published:
    return published_from(DRAFTS)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_record_of_a_section_is_listed_on_the_sections_page(city: Published, section: str):
    records = [record for record in city.catalogue if KINDS[record.kind].section == section]
    assert {city.catalogue.address(record) for record in records} <= city[f"{section}/"].links


def test_drafts_are_folded_in_the_lists_behind_what_is_confirmed(drafts: Published):
    assert drafts["chuyen-de/"].list_under("Bộ chuyên đề")[-1] == "chuyen-de/bo-01/"
    assert drafts["chuyen-de/"].folded_under("Bộ chuyên đề") == ["chuyen-de/bo-02/", "chuyen-de/bo-03/"]
    assert drafts["don-vi/"].list_under("Cơ quan hành chính") == ["don-vi/so/"]
    assert drafts["don-vi/"].folded_under("Cơ quan hành chính") == ["don-vi/nhap/"]
    assert drafts["khoi/chinh-quyen/"].list_under("Chương trình") == ["chuong-trinh/that/"]
    assert drafts["khoi/chinh-quyen/"].folded_under("Chương trình") == ["chuong-trinh/nhap/"]


def test_drafts_are_folded_among_the_relations_of_a_record(drafts: Published):
    assert drafts["don-vi/so/"].list_under("Chủ trì") == ["chuong-trinh/that/"]
    assert drafts["don-vi/so/"].folded_under("Chủ trì") == ["chuong-trinh/nhap/"]
    assert drafts["chuyen-de/bo/"].list_under("Chuyên đề trong danh sách") == ["chuyen-de/bo-01/"]


def test_a_draft_of_a_plan_is_reached_from_the_plan_and_counts_for_nothing_in_it(drafts: Published):
    sheet = drafts["ke-hoach/ke-hoach/"]
    assert "chuong-trinh/nhap/" in sheet.links
    assert "chuong-trinh/that/" in sheet.links
    assert "7.777" not in "".join(cell for row in sheet.rows for cell in row)
    assert sheet.heads() == ["Thật"]


def test_drafts_stand_in_no_count(drafts: Published):
    counts = {
        words(item).rsplit(" ", 1)[0]: words(item).rsplit(" ", 1)[1]
        for item in drafts["don-vi/"].tree.iterfind(".//nav/ul/li")
    }
    assert counts.get("Cơ quan hành chính", "1") == "1"
    cards = [
        words(card)
        for address in ("", "khoi/", "nam/")
        for card in drafts[address].tree.iter("li")
        if "card" in str(card.get("class"))
    ]
    assert "Khối chính quyền 1 chương trình, 1 chuyên đề" in cards
    assert "Theo đơn vị 1 đơn vị: chủ trì, phối hợp, mở lớp, cử người học" in cards
    assert "Năm 2024 1 chương trình, 1 kế hoạch" in cards


def test_drafts_stand_in_no_statistics_and_in_no_picture(drafts: Published):
    assert "7.777" not in drafts["so-lieu/"].text
    assert "7.777" not in drafts[""].text
    assert drafts["so-lieu/"].list_under("Số liệu thống kê") == []


def test_drafts_have_no_json_ld_and_stand_in_no_other_records(drafts: Published):
    small = published_from(
        {**DRAFTS, "programs/moi.yml": f"title: Mới\nlead: nhap\norganizers: [nhap]\n{REPORTED}"}
    )
    assert all(
        not small[small.catalogue.address(record)].page.json_ld
        for record in small.catalogue
        if record.is_draft
    )
    assert "Đơn vị nháp" not in small["chuong-trinh/moi/"].page.json_ld
    assert all("Nháp" not in sheet.page.json_ld for sheet in drafts.sheets.values())


def test_the_draft_topics_page_says_that_name_and_number_are_not_the_sources(drafts: Published):
    notice = drafts["chuyen-de/bo-03/"].notices[0]
    assert "không phải thứ tự của nguồn" in notice
    assert "Nguồn chỉ cho biết có 3 chuyên đề" in notice
    hint = drafts["chuyen-de/bo-03/"].facts["Lĩnh vực gợi ý"]
    assert hint.startswith("Y tế")
    assert "không nói đây là một trong các chuyên đề" in hint
    assert "nguon/bao/" in drafts["chuyen-de/bo-03/"].links
    assert "Lĩnh vực gợi ý" not in drafts["chuyen-de/bo-02/"].text


def test_lists_are_in_vietnamese_order():
    titles = ["Ánh", "An", "Ăn", "Ân", "Bà", "Ba", "Đà", "Da", "Lớp 10", "Lớp 2", "Ơn", "Ôn", "On"]
    files = {f"groups/g{index}.yml": f"title: {title}\n{REPORTED}" for index, title in enumerate(titles)}
    small = published_from(files)
    listed = [small[address].page.title for address in small["doi-tuong/"].list_under("Chưa rõ cấp")]
    assert listed == ["An", "Ánh", "Ăn", "Ân", "Ba", "Bà", "Da", "Đà", "Lớp 2", "Lớp 10", "On", "Ôn", "Ơn"]


def test_what_has_no_heading_of_its_own_stands_last_under_chua_co_thong_tin(drafts: Published):
    headings = drafts["nguon/"].headings
    assert headings[-1] == UNKNOWN
    assert drafts["nguon/"].list_under(UNKNOWN) == ["nguon/bao/"]


def test_a_page_without_records_says_so():
    small = published_from({})
    for section in SECTIONS[:-1]:
        if section != "nguon":
            assert "Chưa có bản ghi nào." in small[f"{section}/"].text
    assert "Chưa có bản ghi nào." in small["nam/"].text


def test_headings_that_fold_to_the_same_letters_have_anchors_of_their_own():
    names = ["Báo Thủ đô", "Bao Thu Do", "báo thủ đô!", "«»", "***", "Nội dung", "Các mục"]
    files = {
        f"sources/s{index}.yml": f"title: Bài {index}\npublisher: '{name}'\ncategory: article\n{REPORTED}"
        for index, name in enumerate(names)
    }
    sheet = published_from(files)["nguon/"]
    ids = [str(element.get("id")) for element in sheet.tree.iter() if element.get("id") is not None]
    assert len(set(ids)) == len(ids)
    assert all(ids), ids
    jumps = [str(anchor.get("href")) for anchor in sheet.tree.iterfind(".//nav/ul/li/a")]
    assert [f"#{id}" for id in ids] == jumps


def test_blocks_have_their_pages_with_everything_that_names_them(city: Published):
    addresses = {"party": "dang", "mass_organizations": "doan-the", "government": "chinh-quyen"}
    for record in city.catalogue:
        for block in getattr(record, "blocks", ()):
            assert city.catalogue.address(record) in city[f"khoi/{addresses[block.value]}/"].links


def test_home_leads_to_the_four_ways_in_and_says_how_far_the_data_is_confirmed(city: Published):
    home = city[""]
    assert {"doi-tuong/", "chuyen-de/", "don-vi/", "ke-hoach/", "xac-minh/"} <= home.links
    confirmed = sum(
        1 for program in city.catalogue.programs.values() if program.verification.level.value == "reported"
    )
    assert f"Theo báo chí: {confirmed} chương trình" in home.text
    assert home.page.title == city.catalogue.settings.name


def test_the_confirmation_page_counts_programmes_and_figures_by_level(drafts: Published):
    text = drafts["xac-minh/"].text
    assert (
        "Đối chiếu văn bản: 0 chương trình Theo báo chí: 1 chương trình Chưa xác minh: 1 chương trình" in text
    )
    assert "Theo báo chí: 1 số liệu Chưa xác minh: 1 số liệu" in text
