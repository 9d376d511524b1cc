"""The page of a record: where it stands, what it says, what it leaves open, and what it links to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS
from catalogue.model.record import Record
from catalogue.model.shape import title
from tests.catalogue.views.small import REPORTED, UNKNOWN, Published, Sheet, published_from, trees_of
from tests.elements import words

TREES = trees_of(Path(__file__).with_name("record-pages.yml"))
ADDRESS = "chuong-trinh/ky-nang-so/"


@pytest.fixture(scope="module")
def small() -> Published:
    return published_from(TREES["programme"])


def test_every_record_has_its_page_at_its_address_under_its_own_title(city: Published):
    for record in city.catalogue:
        sheet = city[f"{KINDS[record.kind].section}/{record.id}/"]
        assert sheet.page.title == city.catalogue.name(record)
        assert words(next(sheet.tree.iter("h1"))) == " ".join(record.title.split())
        assert sheet.page.section == KINDS[record.kind].section


def test_no_record_page_has_a_list_or_table_without_anything_in_it(city: Published):
    for record in city.catalogue:
        sheet = city[city.catalogue.address(record)]
        lists = [each for tag in ("dl", "ul", "ol", "table") for each in sheet.tree.iter(tag)]
        assert [each.attrib for each in lists if not words(each)] == [], record.id


def test_every_record_page_says_how_far_it_is_confirmed_and_links_its_sources(city: Published):
    catalogue = city.catalogue
    cited = 0
    for record in catalogue:
        sheet = city[catalogue.address(record)]
        assert sheet.facts["Mức độ xác minh"] == confirmation_of(catalogue, record).label
        assert confirmation_of(catalogue, record).label in sheet.tags
        for each in record.sources:
            target = (
                catalogue.sources[each.source] if each.source else catalogue.documents[str(each.document)]
            )
            assert catalogue.address(target) in sheet.links
            cited += 1
    assert cited


def test_every_reference_shows_on_the_page_that_makes_it_and_on_the_page_that_it_names(city: Published):
    assert len(city.references) > len(list(city.catalogue))
    assert city.one_way == []


def test_a_record_that_is_named_is_listed_under_the_heading_of_the_field_that_names_it(small: Published):
    assert small["don-vi/so-noi-vu/"].list_under("Chủ trì") == [ADDRESS]
    assert small["don-vi/so-noi-vu/"].list_under("Nhận danh sách người học") == [ADDRESS]
    assert small["don-vi/truong/"].list_under("Tổ chức lớp") == [ADDRESS]
    assert f"{ADDRESS}#lop-1" in small["don-vi/phong/"].links
    assert small["nguon/bao/"].list_under("Dùng làm nguồn cho: chương trình") == [ADDRESS]


def test_the_facts_stand_behind_their_labels_in_words(small: Published):
    facts = small[ADDRESS].facts
    assert facts["Đối tượng"] == "Công chức cấp xã (Bắt buộc)"
    assert facts["Đơn vị chủ trì"] == "Sở Nội vụ"
    assert facts["Đơn vị tổ chức"] == "Trường Đào tạo"
    assert facts["Địa điểm"] == "Trường Đào tạo, Hội trường A"
    assert facts["Chỉ tiêu"] == "2 lớp khoảng 1.395 học viên"
    assert facts["Thời lượng"] == "5 ngày"
    assert facts["Số tiết"] == "40"
    assert facts["Khối lượng"] == "15 chuyên đề Nghiên cứu thực tế"
    assert facts["Kế hoạch"] == "Kế hoạch 2026"


def test_the_page_says_whom_to_tell_and_by_when(small: Published):
    facts = small[ADDRESS].facts
    asked = ("Hạn gửi danh sách", "Nơi nhận", "Đơn vị lập danh sách", "Mẫu danh sách", "Hồ sơ")
    assert [facts[label] for label in asked] == [
        "15-2-2026", "Sở Nội vụ", "Phòng Tổ chức", "02", "Danh sách Bản sao quyết định",
    ]  # fmt: skip


def test_who_when_how_many_by_when_and_whom_to_tell_come_first(small: Published):
    assert list(small[ADDRESS].facts)[:5] == [
        "Đối tượng", "Thời gian", "Chỉ tiêu", "Hạn gửi danh sách", "Nơi nhận",
    ]  # fmt: skip


def test_summary_and_the_paragraphs_of_the_note_are_on_the_page(small: Published):
    paragraphs = [words(each) for each in small[ADDRESS].tree.iter("p")]
    assert "Hai lớp cho công chức cấp xã." in paragraphs
    assert {"Đoạn một.", "Đoạn hai."} <= set(paragraphs)


def test_a_class_has_a_row_at_its_own_anchor_and_a_deadline_there_where_it_is_no_common_one(small: Published):
    rows = small[ADDRESS].classes
    assert rows["lop-1"][:3] == ["Lớp 1", "2-3-2026 đến 6-3-2026", "60"]
    assert "Hạn gửi danh sách" not in [words(each) for each in small[ADDRESS].tree.iter("th")]
    assert rows["lop-2"][0] == "Lớp thứ hai"
    assert rows["lop-2"][-1] == "Hủy"
    assert "Phân bổ chỉ tiêu: Phòng Tổ chức: 20" in small[ADDRESS].text


def test_a_zero_that_a_source_states_is_shown_as_zero(small: Published):
    assert small[ADDRESS].classes["lop-3"][2:4] == ["0", "0 người học"]


ALWAYS_ASKED = {
    "program": "đối tượng; thời gian; số liệu; "
    "cử người học (hãy hỏi bộ phận tổ chức, cán bộ của cơ quan bạn); "
    "đơn vị chủ trì; địa điểm; thời lượng; khối lượng",
    "topic_set": "số lượng nguồn nêu",
    "group": "quy định định nghĩa",
    "organization": "liên hệ",
    "plan": "năm; văn bản; cơ quan ban hành; đơn vị chủ trì",
    "document": "số, ký hiệu; cơ quan ban hành; ngày ban hành; hiệu lực",
    "source": "nơi đăng; ngày đăng; địa chỉ",
    "report": "thời gian",
}
REQUIRED = {
    "topic_set": "of: topics\n",
    "organization": "category: other\n",
    "document": "category: law\nstate: issued\n",
    "source": "category: page\n",
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_record_does_not_say_is_told_in_one_line(kind: str):
    bare = {f"{KINDS[kind].folder}/x.yml": f"title: Bản ghi trơ\n{REQUIRED.get(kind, '')}{REPORTED}"}
    sheet = published_from(bare)[f"{KINDS[kind].section}/x/"]
    told = [words(each) for each in sheet.tree.iter("p") if each.get("class") == "unknown"]
    assert told[:1] == ([f"{UNKNOWN}: {ALWAYS_ASKED[kind]}."] if kind in ALWAYS_ASKED else [])
    assert UNKNOWN not in " ".join(sheet.facts.values())


def classes_of(*classes: str, of: str = "") -> Sheet:
    """The page of a programme that has these classes, and says this itself."""
    program = f"title: Chương trình\n{of}{REPORTED}classes: [{', '.join(classes)}]\n"
    return published_from({"programs/x.yml": program})["chuong-trinh/x/"]


def test_what_is_known_of_no_class_is_told_once_below_them():
    sheet = classes_of("{id: mot, title: Một}", "{id: hai, title: Hai}")
    assert sheet.row("Một") == ["Một", UNKNOWN]
    assert f"{UNKNOWN} của các lớp: thời gian; địa điểm; chỉ tiêu; hạn gửi danh sách; kết quả." in sheet.text


def test_what_is_known_of_one_class_alone_is_said_to_be_unknown_of_the_others():
    sheet = classes_of("{id: mot, title: Một, seats: 40}", "{id: hai, title: Hai}")
    assert sheet.row("Hai") == ["Hai", UNKNOWN, UNKNOWN]
    assert sheet.row("Một")[1] == "40"


def test_the_classes_of_a_programme_are_one_span_and_one_place_where_they_share_it():
    first = "{id: a, title: A, start: 2026-03-02, end: 2026-03-06, venue: {place: Nhà A}}"
    last = "{id: b, title: B, start: 2026-11-02, end: 2026-11-06, venue: {place: Nhà A}}"
    sheet = classes_of(first, last)
    assert sheet.facts["Thời gian"] == "2-3-2026 đến 6-11-2026 (2 lớp)"
    assert sheet.facts["Địa điểm"] == "Nhà A"
    assert sheet.row("A") == ["A", "2-3-2026 đến 6-3-2026", UNKNOWN]


def test_a_first_day_is_never_told_as_a_last_one_and_what_is_called_off_is_left_out():
    first, second = "{id: a, title: A, start: 2026-03-02}", "{id: b, title: B, start: 2026-05-04}"
    assert classes_of(first, second).facts["Thời gian"] == "khai giảng 2-3-2026 đến 4-5-2026 (2 lớp)"
    off = "{id: c, title: C, start: 2026-12-01, end: 2026-12-05, state: cancelled}"
    assert classes_of(first, off).facts["Thời gian"] == "từ 2-3-2026"


def test_a_place_stays_beside_its_class_where_the_programme_or_another_class_has_another():
    first, other = "{id: a, title: A, venue: {place: Nhà A}}", "{id: b, title: B, venue: {place: Nhà B}}"
    assert classes_of(first, other).row("B")[1] == "Nhà B"
    assert classes_of(first, of="venue: {place: Nhà C}\n").row("A")[1] == "Nhà A"
    assert classes_of(first, of="venue: {place: Nhà A}\n").row("A") == ["A", UNKNOWN]


def test_every_day_by_which_names_are_to_be_sent_stands_at_the_head_the_earliest_first():
    late, soon = "{id: a, title: A, deadline: 2026-09-15}", "{id: b, title: B, deadline: 2026-03-01}"
    sheet = classes_of(late, soon, "{id: c, title: C, deadline: 2026-09-15}")
    assert sheet.facts["Hạn gửi danh sách"] == "1-3-2026 (B) 15-9-2026 (A, C)"
    assert sheet.row("B")[1] == "1-3-2026"
    some = classes_of(late, "{id: d, title: D}")
    assert some.facts["Hạn gửi danh sách"] == "15-9-2026 (A)"
    alike = classes_of(late)
    assert alike.facts["Hạn gửi danh sách"] == "15-9-2026"
    assert alike.row("A") == ["A", UNKNOWN]


def test_who_keeps_a_record_stands_at_its_foot():
    body = f"title: Sở\ncategory: administration\n{REPORTED}"
    files = {"organizations/so.yml": body, "programs/x.yml": f"title: X\nowner: so\n{REPORTED}"}
    sheet = published_from(files)["chuong-trinh/x/"]
    assert list(sheet.facts)[-1] == title(Record, "owner")
    assert sheet.facts[title(Record, "owner")] == "Sở"


def test_no_fact_no_heading_and_no_list_is_ever_empty(city: Published):
    for sheet in city.sheets.values():
        for element in shown(sheet.tree):
            if element.tag in {"dd", "dt", "h1", "h2", "a", "li", "caption", "th", "ul", "summary", "time"}:
                assert words(element), (sheet.page.address, element.tag, element.attrib)


def shown(element: Element) -> Iterator[Element]:
    """An element and what is in it, without what is hidden until a script fills it."""
    if "hidden" not in element.attrib:
        yield element
        for part in element:
            yield from shown(part)


def test_no_cell_of_a_table_is_empty_but_for_remarks_and_numbers_of_lines(city: Published):
    tables = [table for sheet in city.sheets.values() for table in sheet.tree.iter("table")]
    rows = [(table, row) for table in tables for row in table.iterfind("./tbody/tr")]
    assert rows
    for table, row in rows:
        if row.get("class") not in {"remark", "annex__section", "annex__subtotal"}:
            heads = [words(head) for head in table.iterfind("./thead/tr/th")]
            spans = [words(cell) for cell in row for _ in range(int(cell.get("colspan", 1)))]
            cells = dict(zip(heads, spans, strict=True))
            assert {head for head, cell in cells.items() if not cell} <= {"Ghi chú", "TT"}, cells


def test_a_row_of_a_report_without_a_name_has_no_empty_heading():
    report = f"title: Số liệu\n{REPORTED}rows: [{{figures: [{{measure: staff, value: 3}}]}}]\n"
    sheet = published_from({"reports/x.yml": report})["so-lieu/x/"]
    assert sheet.row("Số người")[1] == "3 người"
    assert sheet.headings == [UNKNOWN, "Nguồn và mức độ xác minh"]


def test_a_body_that_has_ended_says_so_and_who_took_over():
    small = published_from(TREES["ended bodies"])
    assert small["don-vi/huyen/"].notices == [
        "Kết thúc hoạt động: 30-6-2025. Đơn vị tiếp nhận: Xã mới (Trụ sở) (có thể chưa đủ)."
    ]
    assert "don-vi/xa/" in small["don-vi/huyen/"].links
    assert small["don-vi/quan/"].notices == [
        "Kết thúc hoạt động: 30-6-2025. Dữ liệu chưa có thông tin về đơn vị tiếp nhận."
    ]
    assert small["don-vi/so/"].notices == ["Kết thúc hoạt động: 2-2025. Đơn vị tiếp nhận: Xã mới."]
    assert small["don-vi/xa/"].list_under("Tiếp nhận từ") == ["don-vi/huyen/", "don-vi/so/"]
    assert small["don-vi/xa/"].notices == []


def test_a_programme_of_a_body_that_has_ended_since_still_names_it_as_it_was():
    small = published_from(TREES["ended bodies"])
    sheet = small["chuong-trinh/x/"]
    assert sheet.facts["Đơn vị chủ trì"] == "Huyện cũ"
    assert "don-vi/xa/" not in sheet.links
    assert small["don-vi/huyen/"].list_under("Chủ trì") == ["chuong-trinh/x/"]


def test_every_body_of_the_real_data_that_has_ended_says_so(real: Published):
    ended = [id for id, body in real.catalogue.organizations.items() if body.end]
    assert ended
    for id in ended:
        assert "Kết thúc hoạt động" in " ".join(real[f"don-vi/{id}/"].notices)


def test_a_proposal_says_that_it_is_no_plan():
    small = published_from({"programs/x.yml": f"title: Đề xuất\nstate: proposed\n{REPORTED}"})
    assert small["chuong-trinh/x/"].notices == [
        "Đây là đề xuất được nêu trong nguồn, chưa phải chương trình đã có kế hoạch."
    ]


def test_a_programme_that_may_lie_in_another_says_so_on_both_pages():
    files = {
        "programs/lon.yml": f"title: Lớn\n{REPORTED}",
        "programs/nho.yml": f"title: Nhỏ\nperhaps_part_of: lon\n{REPORTED}",
    }
    small = published_from(files)
    assert small["chuong-trinh/nho/"].notices == [
        "Có thể thuộc Lớn; nguồn không nói rõ, nên không cộng số liệu của hai mục."
    ]
    assert small["chuong-trinh/lon/"].list_under("Có thể gồm có") == ["chuong-trinh/nho/"]


def test_a_long_list_of_relations_is_folded_behind_its_first_ones():
    files = {
        f"programs/p{number:02}.yml": f"title: Chương trình {number}\ngroups: [{{group: xa}}]\n{REPORTED}"
        for number in range(1, 31)
    }
    sheet = published_from({**files, "groups/xa.yml": f"title: Cán bộ xã\n{REPORTED}"})["doi-tuong/xa/"]
    heading = "Chương trình cho đối tượng này"
    shown, folded = sheet.list_under(heading), sheet.folded_under(heading)
    assert [*shown, *folded] == [f"chuong-trinh/p{number:02}/" for number in range(1, 31)]
    assert 0 < len(shown) <= 12


def test_the_ids_of_classes_never_meet_those_of_the_page_itself():
    names = ["lop", "so-lieu", "noi-dung", "ghi-chu", "nguon", "chuong-trinh", "cac-muc"]
    classes = ", ".join(f"{{id: {name}}}" for name in names)
    figures = "figures: [{measure: classes, value: 1, note: Một}]"
    program = f"title: X\nnote: Y\ncontent: [leadership]\n{figures}\n{REPORTED}classes: [{classes}]\n"
    tree = published_from({"programs/x.yml": program})["chuong-trinh/x/"].tree
    ids = [str(element.get("id")) for element in tree.iter() if element.get("id")]
    assert sorted(set(ids) & set(names)) == sorted(names)
    assert len(ids) == len(set(ids)), sorted(ids)


def test_the_mail_about_a_mistake_names_the_page_and_the_record(small: Published):
    mail = small[ADDRESS].mail
    assert mail.startswith("mailto:thu@example.vn?subject=B%C3%A1o")
    assert "https%3A//example.vn/thu/chuong-trinh/ky-nang-so/" in mail
    assert "program/ky-nang-so" in mail


def test_a_link_that_leaves_the_site_says_so(city: Published):
    anchors = [anchor for sheet in city.sheets.values() for anchor in sheet.tree.iter("a")]
    leaving = [each for each in anchors if str(each.get("href")).startswith(("http:", "https:"))]
    assert leaving
    for each in leaving:
        assert {"external", "license"} & set(str(each.get("rel")).split()), each.get("href")


def test_a_page_without_a_summary_has_a_description_all_the_same():
    small = published_from({"programs/x.yml": f"title: Chương trình\n{REPORTED}"})
    assert small["chuong-trinh/x/"].page.description == "Chương trình: Chương trình."


def test_a_draft_page_is_kept_from_search_engines_and_says_what_it_is(real: Published):
    drafts = [record for record in real.catalogue if record.is_draft]
    assert drafts
    for record in drafts:
        sheet = real[real.catalogue.address(record)]
        assert not sheet.page.indexed
        assert sheet.page.json_ld == ""
        assert sheet.notices


def test_records_of_one_kind_and_of_all_are_counted_once(city: Published):
    sections = ("loi", "nam", "khoi", "tim-lop", "doi-chieu", "do-phu", "lich", "trung-lap", "thay-doi")
    others = tuple(f"{section}/" for section in sections)
    pages = [each for each in city.sheets if each.count("/") == 2 and not each.startswith(others)]
    assert len(pages) == len(list(city.catalogue))
