"""The pages to browse by: all records under headings, in Vietnamese order; drafts folded and not counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.language.vocabulary import Confirmation
from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS
from tests.catalogue.views.small import REPORTED, UNKNOWN, Published, published_from, trees_of
from tests.elements import words

SECTIONS = ["chuong-trinh", "chuyen-de", "doi-tuong", "don-vi", "ke-hoach", "van-ban", "nguon", "so-lieu"]
DRAFTS = trees_of(Path(__file__).with_name("browse-pages.yml"))["drafts"]


@pytest.fixture(scope="module")
def drafts() -> Published:
    return published_from(DRAFTS)


@pytest.mark.parametrize("name", ["real", "sample"])
@pytest.mark.parametrize("section", SECTIONS)
def test_every_record_of_a_section_is_listed_on_the_sections_page(
    name: str, section: str, request: pytest.FixtureRequest
):
    whole: Published = request.getfixturevalue(name)
    records = [record for record in whole.catalogue if KINDS[record.kind].section == section]
    assert records
    assert {whole.catalogue.address(record) for record in records} <= whole[f"{section}/"].links


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
    cards = [
        words(card)
        for address in ("", "khoi/", "nam/")
        for card in drafts[address].tree.iter("li")
        if "card" in str(card.get("class"))
    ]
    assert "Khối chính quyền 1 chương trình, 1 chuyên đề" in cards
    assert "Theo đơn vị 2 đơn vị: chủ trì, phối hợp, mở lớp, cử người học" in cards
    assert "Năm 2024 1 chương trình, 1 kế hoạch" in cards


def test_drafts_do_not_count_in_the_way_to_a_group(drafts: Published):
    counts = [words(item) for item in drafts["don-vi/"].tree.iterfind(".//nav/ul/li")]
    assert counts == ["Cơ quan hành chính 1", "Cơ sở đào tạo, bồi dưỡng 1"]


def test_a_report_that_is_a_draft_is_folded_in_the_statistics(drafts: Published):
    (fold,) = drafts["so-lieu/"].tree.iter("details")
    assert "Số liệu nháp" in words(fold)
    assert "8.888" not in drafts["so-lieu/"].text


def test_drafts_stand_in_no_statistics_and_in_no_picture(drafts: Published):
    assert drafts["so-lieu/"].rows == [["Thật", "2024", "5 học viên"]]
    assert "7.777 học viên" in drafts["chuong-trinh/nhap/"].text
    assert "7.777" not in drafts["so-lieu/"].text
    assert "7.777" not in drafts[""].text


def test_drafts_have_no_json_ld_and_stand_in_no_other_records(drafts: Published):
    small = published_from(
        {**DRAFTS, "programs/moi.yml": f"title: Mới\nlead: nhap\norganizers: [nhap]\n{REPORTED}"}
    )
    described = {
        (record.is_draft, small[small.catalogue.address(record)].json_ld is not None)
        for record in small.catalogue
    }
    assert described == {(True, False), (False, True)}
    assert small["chuong-trinh/moi/"].facts["Đơn vị chủ trì"] == "Đơn vị nháp"
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
    empty = [section for section in SECTIONS if section not in {"nguon", "so-lieu"}]
    for section in (*empty, "nam"):
        assert "Chưa có bản ghi nào." in small[f"{section}/"].text


def test_headings_that_fold_to_the_same_letters_have_anchors_of_their_own():
    names = ["Báo Thủ đô", "Bao Thu Do", "báo thủ đô!", "«»", "***", "Nội dung", "Các mục"]
    files = {
        f"sources/s{index}.yml": f"title: Bài {index}\npublisher: '{name}'\ncategory: article\n{REPORTED}"
        for index, name in enumerate(names)
    }
    sheet = published_from(files)["nguon/"]
    ids = [str(element.get("id")) for element in sheet.tree.iter() if element.get("id") is not None]
    assert len(set(ids)) == len(ids) == len([*names, UNKNOWN])
    assert all(ids), ids
    jumps = [str(anchor.get("href")) for anchor in sheet.tree.iterfind(".//nav/ul/li/a")]
    assert [f"#{id}" for id in ids] == jumps


def test_blocks_have_their_pages_with_everything_that_names_them(city: Published):
    addresses = {"party": "dang", "mass_organizations": "doan-the", "government": "chinh-quyen"}
    naming = [(record, block) for record in city.catalogue for block in getattr(record, "blocks", ())]
    assert naming
    for record, block in naming:
        assert city.catalogue.address(record) in city[f"khoi/{addresses[block.value]}/"].links


def test_home_leads_to_the_four_ways_in_and_says_how_far_the_data_is_confirmed(city: Published):
    home = city[""]
    assert {"doi-tuong/", "chuyen-de/", "don-vi/", "ke-hoach/", "xac-minh/"} <= home.links
    levels = [confirmation_of(city.catalogue, program) for program in city.catalogue.programs.values()]
    assert f"Theo báo chí: {levels.count(Confirmation.REPORTED)} chương trình" in home.text
    assert home.page.title == city.catalogue.settings.name


def test_the_confirmation_page_counts_programmes_and_figures_by_level(drafts: Published):
    text = drafts["xac-minh/"].text
    levels = ("Đối chiếu văn bản: 0", "Theo báo chí: 1", "Chưa xác minh: 1")
    assert " ".join(f"{level} chương trình" for level in levels) in text
    assert "Theo báo chí: 1 số liệu Chưa xác minh: 2 số liệu" in text
