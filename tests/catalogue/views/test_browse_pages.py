"""The pages to browse by: all records under headings, in Vietnamese order; drafts folded and not counted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.language.vocabulary import Confirmation, SourceOrigin, labels
from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS
from catalogue.views.words.headings import Headed, with_anchors
from tests.catalogue.views.small import REPORTED, Published, published_from, trees_of
from tests.elements import one, words

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


SCHOOLS = {
    f"organizations/truong-{each}.yml": f"title: Trường {each}\ncategory: school\n{REPORTED}"
    for each in range(20)
}


def test_drafts_do_not_count_in_the_way_to_a_group():
    sheet = published_from({**DRAFTS, **SCHOOLS})["don-vi/"]
    counts = [words(item) for item in sheet.tree.iterfind(".//nav/ul/li")]
    assert counts == ["Cơ quan hành chính 1", "Cơ sở đào tạo, bồi dưỡng 21"]


def test_a_short_page_and_one_of_single_entries_have_no_links_to_their_headings(drafts: Published):
    assert drafts["don-vi/"].tree.find(".//nav/ul") is None
    years = {
        f"plans/nam-{year}.yml": f"title: Kế hoạch {year}\nyear: {year}\n{REPORTED}"
        for year in range(2000, 2024)
    }
    sheet = published_from(years)["ke-hoach/"]
    assert len(sheet.headings) == 24
    assert sheet.tree.find(".//nav/ul") is None


def test_a_report_that_is_a_draft_is_folded_in_the_statistics(drafts: Published):
    (fold,) = drafts["so-lieu/"].tree.iter("details")
    assert "Số liệu nháp" in words(fold)
    assert "8.888" not in drafts["so-lieu/"].text


def test_drafts_stand_in_no_statistics_and_in_no_picture(drafts: Published):
    assert drafts["so-lieu/"].rows == [["Thật", "5 học viên"]]
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
    listed = drafts["chuyen-de/"].text
    assert "Lĩnh vực gợi ý Y tế (nguồn không nói đây là một trong 3 chuyên đề)" in listed
    assert "nguon/bao/" in drafts["chuyen-de/bo-03/"].links
    assert "Lĩnh vực gợi ý" not in drafts["chuyen-de/bo-02/"].text


def test_lists_are_in_vietnamese_order():
    titles = ["Ánh", "An", "Ăn", "Ân", "Bà", "Ba", "Đà", "Da", "Lớp 10", "Lớp 2", "Ơn", "Ôn", "On"]
    files = {f"groups/g{index}.yml": f"title: {title}\n{REPORTED}" for index, title in enumerate(titles)}
    small = published_from(files)
    listed = [small[address].page.title for address in small["doi-tuong/"].list_under("Chưa rõ cấp")]
    assert listed == ["An", "Ánh", "Ăn", "Ân", "Ba", "Bà", "Da", "Đà", "Lớp 2", "Lớp 10", "On", "Ôn", "Ơn"]


def test_a_source_that_does_not_say_whose_it_is_stands_where_its_confirmation_puts_it():
    page = f"title: Trang\ncategory: page\n{REPORTED}"
    small = published_from({"sources/trang.yml": page})
    assert small["nguon/"].list_under(SourceOrigin.PRESS.label) == ["nguon/bao/"]
    assert small["nguon/"].list_under(SourceOrigin.OTHER.label) == ["nguon/trang/"]


def test_a_page_without_records_says_so():
    small = published_from({})
    empty = [section for section in SECTIONS if section not in {"nguon", "so-lieu"}]
    for section in (*empty, "nam"):
        assert "Chưa có mục nào." in small[f"{section}/"].text


def test_headings_that_fold_to_the_same_letters_have_anchors_of_their_own():
    names = ["Báo Thủ đô", "Bao Thu Do", "báo thủ đô!", "«»", "***", "Nội dung", "Các mục"]
    anchors = [each.anchor for each in with_anchors([Headed(name, []) for name in names])]
    assert len(set(anchors)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+", anchor) for anchor in anchors), anchors


@pytest.mark.parametrize("name", ["real", "sample"])
def test_sources_stand_under_who_is_behind_them_and_not_each_alone(name: str, request: pytest.FixtureRequest):
    whole: Published = request.getfixturevalue(name)
    assert set(whole["nguon/"].headings) <= set(labels(SourceOrigin))


PLANS = {
    "organizations/thanh-uy.yml": f"title: Thành ủy\ncategory: party_committee\nlevel: city\n{REPORTED}",
    "organizations/huyen-uy.yml": f"title: Huyện ủy\ncategory: party_committee\nlevel: district\n{REPORTED}",
    "plans/a-huyen.yml": f"title: A của huyện\nyear: 2024\nissuer: huyen-uy\n{REPORTED}",
    "plans/0-nhieu-nam.yml": "title: 0 nhiều năm\nperiod: {start: 2023, end: 2025}\nissuer: thanh-uy\n"
    + REPORTED,
    "plans/b-ai.yml": f"title: B không rõ của ai\nyear: 2024\n{REPORTED}",
    "plans/c-thanh-pho.yml": "title: C của thành phố\nyear: 2024\nissuer: thanh-uy\n"
    f"figures: [{{measure: classes, value: 12, state: planned}}]\n{REPORTED}",
    "programs/mot.yml": f"title: Một\nplan: c-thanh-pho\nlead: thanh-uy\n{REPORTED}",
    "programs/hai.yml": "title: Hai\nplan: c-thanh-pho\nlead: thanh-uy\n"
    f"figures: [{{measure: learners, value: 90, state: planned}}]\n{REPORTED}",
    "programs/ba.yml": f"title: Ba\nplan: 0-nhieu-nam\n{REPORTED}",
}


def test_the_citys_plan_stands_before_those_of_districts_and_that_of_a_year_before_those_of_several():
    small = published_from(PLANS)
    city, district, nobody = "ke-hoach/c-thanh-pho/", "ke-hoach/a-huyen/", "ke-hoach/b-ai/"
    assert small["ke-hoach/"].list_under("Năm 2024") == [city, district, nobody]
    assert small["nam/2024/"].list_under("Kế hoạch") == [city, "ke-hoach/0-nhieu-nam/", district, nobody]


def test_what_the_way_to_a_list_promises_stands_in_its_rows():
    small = published_from(PLANS)
    plans, bodies = small["ke-hoach/"].text, small["don-vi/"].text
    assert "Chỉ tiêu 12 lớp" in plans
    assert "Chương trình 2, trong đó 1 có số lớp hoặc chỉ tiêu" in plans
    assert "A của huyện Cơ quan ban hành Huyện ủy Số lớp, chỉ tiêu chưa có thông tin" in plans
    assert "Chương trình 1, chưa có số lớp hoặc chỉ tiêu" in plans
    assert "Thành ủy Chủ trì 2 chương trình Ban hành kế hoạch 2 kế hoạch" in bodies


LAWS = {
    "documents/a-cu.yml": f"title: A cũ\ncategory: decree\n{REPORTED}",
    "documents/b-moi.yml": "title: B mới\ncategory: decree\nreplaces: [a-cu]\n"
    f"in_force: {{start: 2025-07-01}}\n{REPORTED}",
    "documents/c-khong-ro.yml": f"title: C không rõ\ncategory: decree\n{REPORTED}",
}


def test_the_page_of_documents_says_what_is_in_force_and_what_was_replaced_and_nothing_of_the_others():
    sheet = published_from(LAWS)["van-ban/"]
    assert sheet.list_under("Nghị định") == ["van-ban/b-moi/", "van-ban/c-khong-ro/", "van-ban/a-cu/"]
    assert (
        "1 văn bản đã rõ ngày có hiệu lực; 1 văn bản đã được thay thế; "
        "1 văn bản chưa có thông tin về hiệu lực." in sheet.text
    )
    entries = [words(item) for item in sheet.tree.iterfind(".//section//li")]
    assert entries == [
        "B mới Hiệu lực từ 1-7-2025",
        "C không rõ",
        "A cũ Đã được thay thế Được thay bằng B mới",
    ]


def test_no_entry_repeats_the_heading_that_it_stands_under(city: Published):
    for section in SECTIONS:
        for part in city[f"{section}/"].tree.iter("section"):
            tags = [words(tag) for tag in part.iter("span") if "tag" in str(tag.get("class")).split()]
            assert words(one(part, "h2")) not in tags, section


def test_blocks_have_their_pages_with_everything_that_names_them(city: Published):
    addresses = {"party": "dang", "mass_organizations": "doan-the", "government": "chinh-quyen"}
    naming = [(record, block) for record in city.catalogue for block in getattr(record, "blocks", ())]
    assert naming
    for record, block in naming:
        assert city.catalogue.address(record) in city[f"khoi/{addresses[block.value]}/"].links


def test_lists_of_groups_and_of_programmes_lead_to_what_they_come_to_together(city: Published):
    assert {"do-phu/", "khoi/"} <= city["doi-tuong/"].links
    assert {"lich/", "trung-lap/"} <= city["chuong-trinh/"].links
    assert "Xem chung" not in city["don-vi/"].text


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


def test_what_most_records_share_is_said_once_above_a_list_and_tagged_on_the_others_alone():
    files = {f"programs/{name}.yml": f"title: Lớp {name}\n{REPORTED}" for name in "abcd"}
    files["programs/d.yml"] = files["programs/d.yml"].replace(
        "level: reported", "level: official, document: kh, locator: Điều 1, checked: 2026-01-01, by: so"
    )
    files["documents/kh.yml"] = f"title: Kế hoạch\ncategory: plan\nstate: issued\n{REPORTED}"
    files["organizations/so.yml"] = f"title: Sở\ncategory: administration\n{REPORTED}"
    sheet = published_from(files)["chuong-trinh/"]
    assert "Theo báo chí" not in sheet.text
    assert sheet.text.count("Mức độ xác minh: theo báo chí, trừ mục có ghi khác.") == 1
    assert sheet.text.count("Đối chiếu văn bản") == 1
