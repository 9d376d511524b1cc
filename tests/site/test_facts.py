"""The facts that people look up first: the right number, in its unit, planned or done, nothing added up."""

from __future__ import annotations

import re

import pytest

from catalogue.views.words.downloads import DATA_PAGE
from tests.site.built import Site

PLANNED_2024, DONE_2023, DONE_2018_2022 = "Kế hoạch 2024", "Đã thực hiện 2023", "Đã thực hiện 2018-2022"

PROGRAMS = [
    ("dien-ban-thuong-vu-thanh-uy-2024", ["10 lớp", "395 học viên"], PLANNED_2024),
    ("ba-chuong-trinh-ba-khoi-2024", ["3 lớp", "255 học viên"], PLANNED_2024),
    ("o-nuoc-ngoai-2024", ["310 học viên"], PLANNED_2024),
    ("chuyen-de-chuyen-sau-2024", ["5 lớp", "100 học viên"], PLANNED_2024),
    ("pho-bi-thu-dang-uy-cap-xa-2023", ["5 lớp", "558 đồng chí"], DONE_2023),
    ("quy-hoach-nguon-quan-huyen-2023", ["3 lớp", "658 đồng chí"], DONE_2023),
    ("quy-hoach-nguon-tai-trung-quoc-2023", ["2 lớp", "40 đồng chí"], DONE_2023),
    ("huyen-dan-phuong-2023", ["60 lớp"], DONE_2023),
    ("cao-cap-ly-luan-chinh-tri-2018-2022", ["12 lớp", "879 học viên"], DONE_2018_2022),
    ("trung-cap-ly-luan-chinh-tri-2018-2022", ["111 lớp", "8.890 học viên"], DONE_2018_2022),
    ("cap-nhat-kien-thuc-doi-tuong-3", ["14 lớp", "2.777 lượt học viên"], DONE_2018_2022),
    ("cap-nhat-kien-thuc-doi-tuong-4", ["257 lớp", "23.800 lượt học viên"], DONE_2018_2022),
    ("khoi-ban-dang-van-phong-2018-2022", ["40 lớp", "9.065 học viên"], DONE_2018_2022),
    ("mttq-va-doan-the-2018-2022", ["355 lớp", "53.765 học viên"], DONE_2018_2022),
    ("dang-uy-khoi-va-truong-le-hong-phong-2018-2022", ["485 lớp", "82.935 học viên"], DONE_2018_2022),
    ("quan-huyen-thi-uy-2018-2022", ["5.175 lớp", "895.275 học viên"], DONE_2018_2022),
]


@pytest.mark.parametrize(("id", "figures", "state"), PROGRAMS, ids=[id for id, *_ in PROGRAMS])
def test_a_programme_has_its_figures_in_their_unit_and_its_state(
    real: Site, id: str, figures: list[str], state: str
):
    sheet = real.sheets[f"chuong-trinh/{id}/"]
    label = "Chỉ tiêu" if state.startswith("Kế hoạch") else "Đã thực hiện"
    others = {"Chỉ tiêu", "Đã thực hiện", "Số liệu"} - {label}
    assert " ".join(figures) in sheet.facts[label]
    assert not others & set(sheet.facts)
    assert sheet.tags[-1] == state
    assert "Theo báo chí" in sheet.tags


def test_the_three_classes_lie_in_the_ten_and_the_others_beside_them(real: Site):
    plan = real.sheets["ke-hoach/ke-hoach-200-kh-tu-2024/"]
    lines = {row[0].split(", năm 2024")[0]: row[2:4] for row in plan.rows if len(row) == 6}
    managed = "cho cán bộ diện Ban Thường vụ Thành ủy quản lý"
    three = "trong đó: Ba lớp theo ba chương trình cho cán bộ ba khối Đảng, đoàn thể, chính quyền"
    assert lines[f"Đào tạo, bồi dưỡng, cập nhật kiến thức {managed}"] == ["10", "395"]
    assert lines[three] == ["3", "255"]
    assert lines["Đào tạo cán bộ ở nước ngoài"] == ["Chưa có thông tin", "310"]
    assert lines[f"Bồi dưỡng theo chuyên đề, chuyên sâu {managed}"] == ["5", "100"]
    assert "Không cộng số lớp, số học viên của các dòng: nguồn chỉ nêu một phần của kế hoạch." in plan.words
    parts = [row for row in plan.tree.iter("tr") if row.get("class") == "part"]
    assert "Ba lớp theo ba chương trình" in "".join(parts[0].itertext())
    part = real.sheets["chuong-trinh/ba-chuong-trinh-ba-khoi-2024/"]
    assert "dien-ban-thuong-vu-thanh-uy-2024" in str(part.references)


def test_the_plan_says_who_made_it_and_under_which_number(real: Site):
    plan = real.sheets["ke-hoach/ke-hoach-200-kh-tu-2024/"]
    assert plan.facts["Năm"] == "2024"
    assert plan.facts["Cơ quan ban hành"] == "Ban Thường vụ Thành ủy Hà Nội"
    document = real.sheets["van-ban/ke-hoach-200-kh-tu/"]
    assert document.facts["Số, ký hiệu"] == "200-KH/TU"
    assert document.facts["Ngày ban hành"] == "11-12-2023"


def test_chuong_mys_hundred_classes_are_a_plan_of_the_district(real: Site):
    plan = real.sheets["ke-hoach/huyen-chuong-my-2024/"]
    assert [row[:3] for row in plan.rows[:2]] == [
        ["Số lớp", "100 lớp", "Kế hoạch"],
        ["Số học viên", "13.267 học viên", "Kế hoạch"],
    ]


def test_dan_phuongs_sixty_classes_stand_with_their_parts_and_what_was_computed(real: Site):
    done = real.sheets["chuong-trinh/huyen-dan-phuong-2023/"].facts["Đã thực hiện"]
    parts = "Công tác xây dựng Đảng 31, Khối chính quyền 11, Khối đoàn thể 18 (danh mục tính: 60 − 31 − 11)"
    assert done.startswith(f"60 lớp (trong đó: {parts}; ")


def test_the_staff_of_the_communes_stand_with_their_parts(real: Site):
    rows = real.sheets["so-lieu/can-bo-cong-chuc-cap-xa-2022/"].rows
    assert [(row[0], row[1]) for row in rows[:-1]] == [
        ("Số người", "11.473 người"),
        ("trong đó: Cán bộ", "5.405 người"),
        ("trong đó: Công chức", "6.068 người"),
    ]
    foot = "Số người, các phần ghi ngay ở số này: cộng 2 phần được 11.473 người, bằng số nguồn nêu."
    assert rows[-1] == [foot]
    assert "tính đến 31-12-2022" in rows[0][-2]


@pytest.mark.parametrize(
    ("report", "figures"),
    [
        ("tieu-chi-truong-le-hong-phong", ["Đã đạt: 39 chỉ tiêu", "Tất cả: 55 chỉ tiêu"]),
        ("ty-le-nu-can-bo-chu-chot-cap-xa", ["17,9\u202f%"]),
        ("can-bo-chu-chot-cap-xa", ["3.622 người"]),
        ("gan-1-9-trieu-luot", ["gần 1.900.000 lượt cán bộ"]),
    ],
)
def test_a_report_has_its_figures_as_they_were_stated(real: Site, report: str, figures: list[str]):
    stated = real.sheets[f"so-lieu/{report}/"].facts["Số nguồn nêu"]
    assert all(" ".join(figure.split()) in stated for figure in figures)


def test_the_sum_of_five_years_stands_on_one_page_only_and_only_for_orientation(real: Site):
    address = "so-lieu/gan-1-9-trieu-luot/"
    sums = ("1.077.386", "6.449")
    assert {sheet.address for sheet in real.pages for each in sums if each in sheet.words} == {address}
    rows = real.sheets[address].rows
    assert rows[-1] == [
        "Phép cộng tham khảo, khác đơn vị tính",
        "6.449 lớp, 1.077.386 (học viên và lượt học viên)",
    ]
    assert len([row for row in rows if "lớp," in row[1]]) == 9
    texts = {
        path: (real.folder / path).read_text(encoding="utf-8")
        for path in real.paths
        if path.endswith(".json")
    }
    assert texts
    assert [path for path, text in texts.items() if "1077386" in text] == []


SUMS = {
    "10 + 5 lớp": "15 lớp",
    "10 + 3 lớp": "13 lớp",
    "10 + 3 + 5 lớp": "18 lớp",
    "395 + 255": "650 học viên",
    "395 + 310": "705 học viên",
    "395 + 100": "495 học viên",
    "395 + 255 + 310 + 100": "1.060 học viên",
    "395 + 310 + 100": "805 học viên",
    "255 + 100": "355 học viên",
    "500 + 310 abroad": "810",
    "9.430 + 310": "9.740",
    "13.267 + 395": "13.662",
    "5 + 3 + 2 classes of 2023": "10 lớp 1.256",
    "558 + 658 + 40": "1.256",
    "2.777 + 23.800": "26.577",
    "39 of 55 in per cent": "70,9",
}


@pytest.mark.parametrize("added", SUMS.values(), ids=list(SUMS))
def test_no_page_adds_what_no_source_adds(real: Site, added: str):
    pattern = re.compile(rf"(?<![\d.,]){re.escape(added)}(?![\d.,]*\d)")
    # The page of the files tells their sizes and checksums, which may be any number.
    pages = [sheet for sheet in real.pages if sheet.address != DATA_PAGE]
    assert [sheet.address for sheet in pages if pattern.search(sheet.words)] == []


TOPICS = [f"khoi-chinh-quyen-{number:02}" for number in range(1, 24)]


@pytest.mark.parametrize("id", TOPICS)
def test_each_of_the_23_topics_has_its_page_under_a_number_that_is_said_to_be_ours(real: Site, id: str):
    sheet = real.sheets[f"chuyen-de/{id}/"]
    assert f"Chuyên đề chưa công bố tên (số ghi tạm {id[-2:]})" in sheet.words
    assert "Chưa xác minh" in sheet.tags
    assert "không phải thứ tự của nguồn" in sheet.words
    if "Lĩnh vực gợi ý" in sheet.facts:
        assert "không nói đây là một trong các chuyên đề" in sheet.words
    assert sheet.metas("name", "robots") == ["noindex"]


def test_the_set_has_23_topics_of_which_none_is_counted(real: Site):
    topic_set = real.sheets["chuyen-de/khoi-chinh-quyen/"]
    assert topic_set.facts["Số lượng nguồn nêu"] == "23"
    listed = {href for _, href in topic_set.references if "khoi-chinh-quyen-" in href}
    assert len(listed) == 23
    assert len([id for id in TOPICS if "Lĩnh vực gợi ý" in real.sheets[f"chuyen-de/{id}/"].facts]) == 18
    programs = [sheet for address, sheet in real.sheets.items() if re.match("chuong-trinh/.+/", address)]
    assert len(programs) >= 50
    assert "khoi-chinh-quyen-" not in str([sheet.references for sheet in programs])


def test_the_class_of_the_27th_of_may_has_no_certain_year(real: Site):
    sheet = real.sheets["chuong-trinh/can-bo-nguon-bi-thu-quan-huyen-2020-2025/"]
    assert sheet.facts["Thời gian"] == "27-5 đến 7-6, không rõ năm (có thể 2019)"
    assert "nam/2019/" not in real.sheets or sheet.address not in str(real.sheets["nam/2019/"].references)


def test_the_districts_have_ended_and_say_so(real: Site):
    for id in ("huyen-chuong-my", "huyen-dan-phuong", "huyen-gia-lam"):
        sheet = real.sheets[f"don-vi/{id}/"]
        assert "Kết thúc 30-6-2025" in sheet.tags
        assert "Kết thúc hoạt động: 30-6-2025." in sheet.words


def test_the_second_catalogue_has_its_own_facts(hai_duong: Site):
    report = hai_duong.sheets["so-lieu/cu-di-dao-tao-2015-2020/"]
    assert [row[1] for row in report.rows] == ["16.727 lượt", "5.602 trường hợp", "3.037 trường hợp"]
    added = ("25.366", "8.639")
    assert [each for sheet in hai_duong.pages for each in added if each in sheet.words] == []
    reserve = hai_duong.sheets["chuong-trinh/can-bo-du-nguon-tinh-uy-2015-2020/"]
    assert "189 cán bộ" in reserve.facts["Đã thực hiện"]


def test_a_page_says_at_its_foot_where_it_stands_unless_nobody_knows(hai_duong: Site, real: Site):
    own = "Địa chỉ trang: https://hai-duong.example.vn/danh-muc/so-lieu/cu-di-dao-tao-2015-2020/"
    assert own in hai_duong.sheets["so-lieu/cu-di-dao-tao-2015-2020/"].words
    assert not [sheet.address for sheet in real.pages if "Địa chỉ trang: " in sheet.words]
