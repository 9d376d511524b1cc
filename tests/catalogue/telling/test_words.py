"""What a training officer reads of a change: the words of the site, whatever was written."""

from __future__ import annotations

import pytest

from catalogue.changes.concerns import Concern
from catalogue.changes.states import PlainValues
from catalogue.telling.fitting import fitted
from catalogue.telling.lines import UNKNOWN_EFFECTS
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from tests.catalogue.changes.two_states import compared

NAMES = {
    "organizations/so-noi-vu.yml": {"title": "Sở Nội vụ Hà Nội", "short_name": "Sở Nội vụ"},
    "organizations/ban-to-chuc.yml": {"title": "Ban Tổ chức Thành ủy"},
    "groups/cong-chuc.yml": {"title": "Công chức cấp xã"},
    "sources/bao.yml": {"title": "Bài báo"},
}
CLASS = {"id": "lop-1", "number": "2", "start": "2026-03-05", "deadline": "2026-02-01"}


def lines(before: PlainValues, after: PlainValues, path: str = "programs/x.yml") -> list[str]:
    """What is told of a record that changed, without what it is called."""
    comparison = compared({**NAMES, path: {"title": "X", **before}}, {**NAMES, path: {"title": "X", **after}})
    text = fitted(told(comparison), TEXT, "").text
    return [line.partition("yml): ")[2] for line in text.splitlines() if line.startswith("- ")]


LEARNERS = {"measure": "learners", "value": "255", "state": "planned"}
CASES: dict[str, tuple[PlainValues, PlainValues, list[str]]] = {
    "a number": (
        {"figures": [LEARNERS]},
        {"figures": [{**LEARNERS, "value": "1300"}]},
        ["Số học viên (kế hoạch): 255 → 1.300"],
    ),
    "what is planned is done": (
        {"figures": [LEARNERS]},
        {"figures": [{**LEARNERS, "state": "done"}]},
        ["Số học viên: kế hoạch hay đã thực hiện: Kế hoạch → Đã thực hiện"],
    ),
    "a figure is gone": ({"figures": [LEARNERS]}, {}, ["Chỉ tiêu: bỏ 255 học viên (kế hoạch)"]),
    "a class is put off": (
        {"classes": [CLASS]},
        {"classes": [{**CLASS, "start": "2026-03-19", "state": "postponed"}]},
        [
            "Lớp 2: tình trạng lớp: nay ghi Hoãn (khai giảng từ 5-3-2026 sang 19-3-2026)",
            "Lớp 2: khai giảng: 5-3-2026 → 19-3-2026",
        ],
    ),
    "a class is held after all": (
        {"classes": [{**CLASS, "start": "2026-03-19", "state": "cancelled"}]},
        {"classes": [CLASS]},
        [
            "Lớp 2: tình trạng lớp: không ghi nữa, trước là Hủy (khai giảng từ 19-3-2026 sang 5-3-2026)",
            "Lớp 2: khai giảng: 19-3-2026 → 5-3-2026",
        ],
    ),
    "a class is gone": (
        {"classes": [CLASS]},
        {},
        ["Lớp: bỏ Lớp 2; mã lớp «lop-1»; khai giảng 5-3-2026; hạn gửi danh sách 1-2-2026"],
    ),
    "another leads": (
        {"lead": "so-noi-vu"},
        {"lead": "ban-to-chuc"},
        ["Đơn vị chủ trì: «Sở Nội vụ» → «Ban Tổ chức Thành ủy»"],
    ),
    "a group, and how far it must": (
        {"groups": [{"group": "cong-chuc"}]},
        {"groups": [{"group": "cong-chuc", "obligation": "required"}, {"group": "khong-co"}]},
        ["Đối tượng: «Công chức cấp xã»: mức độ bắt buộc: nay ghi Bắt buộc", "Đối tượng: thêm «khong-co»"],
    ),
    "seats of a body": (
        {"classes": [{**CLASS, "allocations": {"so-noi-vu": "20"}}]},
        {"classes": [{**CLASS, "allocations": {"so-noi-vu": "40"}}]},
        ["Lớp 2: phân bổ chỉ tiêu: «Sở Nội vụ»: 20 → 40"],
    ),
    "yes and no, a code, a length": (
        {"abroad": False, "mode": "online", "hours": "40"},
        {"abroad": True, "mode": "full_time", "hours": "4"},
        ["Số tiết: 40 → 4", "Ở nước ngoài: Không → Có", "Hình thức học: Trực tuyến → Tập trung"],
    ),
    "what nobody can read rightly": (
        {"hours": "bốn mươi", "mode": "o_nha", "period": {"start": "tháng ba"}},
        {"hours": "1e999999999", "mode": "online", "period": {"start": "2026-03"}},
        [
            "Số tiết: «bốn mươi» → «1e999999999»",
            "Thời gian: từ: «tháng ba» → 3-2026",
            "Hình thức học: «o_nha» → Trực tuyến",
        ],
    ),
    "a key of another schema": (
        {"noi_hoc": {"phòng": "5"}},
        {},
        ["Khóa «noi_hoc»: khóa «phòng»: không ghi nữa, trước là «5»"],
    ),
    "how exactly a number is stated": (
        {"figures": [LEARNERS]},
        {"figures": [{**LEARNERS, "bound": "at_least"}]},
        ["Số học viên (kế hoạch): độ chính xác: nay ghi «từ» trước con số"],
    ),
    "how far it is confirmed": (
        {"verification": {"level": "reported"}},
        {"verification": {"level": "draft"}},
        ["Mức độ xác minh: Theo nguồn → Chưa xác minh"],
    ),
    "another order": (
        {"organizers": ["a", "b"]},
        {"organizers": ["b", "a"]},
        ["Đơn vị tổ chức: đổi thứ tự các mục"],
    ),
    "long texts from where they part": (
        {"note": "Đầu. " * 50 + "Cũ."},
        {"note": "Đầu. " * 50 + "Mới."},
        ["Ghi chú: «…Đầu. Đầu. Đầu. Đầu. Đầu. Đầu. Cũ.» → «…Đầu. Đầu. Đầu. Đầu. Đầu. Đầu. Mới.»"],
    ),
    "long texts in each place where they part": (
        {"note": f"Có 3 lớp. {'Giữa. ' * 50}Nên không cộng. {'Cuối. ' * 50}"},
        {"note": f"Có 4 lớp. {'Giữa. ' * 50}Nên cộng. {'Cuối. ' * 50}"},
        [
            (
                "Ghi chú: «Có 3 lớp. Giữa. Giữa. Giữa. Giữa. … Giữa. Giữa. Giữa. Giữa. Giữa. Nên không cộng."
                " Cuối. Cuối. Cuối. Cuối.…» → «Có 4 lớp. Giữa. Giữa. Giữa. Giữa. … "
                "Giữa. Giữa. Giữa. Giữa. Giữa. Nên cộng. Cuối. Cuối. Cuối. Cuối.…»"
            )
        ],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_change_is_told_in_the_words_of_the_site(case: tuple[PlainValues, PlainValues, list[str]]):
    before, after, expected = case
    assert [line.replace("\u00a0", " ") for line in lines(before, after)] == expected


def test_what_a_source_is_stands_with_the_sources():
    files = [{"sources/a.yml": {"title": "A", "origin": origin}} for origin in ("press", "authority")]
    (concern,) = told(compared(*files)).concerns
    assert concern.concern is Concern.BASIS


def test_a_file_that_only_moved_or_is_only_written_otherwise_is_told_in_a_sentence():
    rewritten = compared({"programs/x.yml": "title: X"}, {"programs/x.yml": "title: 'X' # ghi chú"})
    moved = compared({"programs/x.yml": "title: X"}, {"programs/2026/x.yml": "title: X"})
    texts = [fitted(told(each), TEXT, "").text for each in (rewritten, moved)]
    assert texts[0].endswith("(programs/x.yml): cách viết trong tệp đổi, nội dung như cũ\n")
    assert texts[1].endswith("(programs/2026/x.yml): tệp: programs/x.yml → programs/2026/x.yml\n")


def test_each_lost_address_is_told_once_and_a_struck_line_of_a_page_apart():
    page, text = {"sources/o.yml": {"title": "O"}}, "/nguon/o/\n/nguon/mat/\n"
    gone = {"sources/mat.yml": {"title": "M"}}
    found = told(compared({**page, **gone, "addresses.txt": text}, {**page, "addresses.txt": ""}))
    rows = {each.concern: [row.name for row in each.rows] for each in found.concerns}
    assert rows[Concern.LOST_ADDRESS] == ["/nguon/mat/"]
    assert rows[Concern.UNLISTED] == ["/nguon/o/"]


def test_years_are_no_numbers_with_points():
    assert lines({"year": "2024"}, {"year": "2025"}, "plans/p.yml") == ["Năm: 2024 → 2025"]
    assert lines(
        {"term": {"start": "2020", "end": "2025"}}, {"term": {"start": "2021", "end": "2025"}}, "groups/g.yml"
    ) == ["Nhiệm kỳ: từ năm: 2020 → 2021"]


def test_a_comparison_opens_with_its_states_and_exact_counts():
    comparison = compared(
        {
            "programs/x.yml": {"title": "X", "hours": "40"},
            "plans/a.yml": {"title": "A"},
            "plans/b.yml": "a: [",
        },
        {"programs/x.yml": {"title": "X", "hours": "4"}, "plans/b.yml": {"title": "B"}},
    )
    assert fitted(told(comparison), TEXT, "").text.splitlines()[:7] == [
        "Nội dung thay đổi từ cũ (111111111111, 2-1-2026) đến mới (222222222222, 4-3-2026)",
        "1 bản ghi bị bỏ, 1 bản ghi được sửa; 3 chỗ đổi; 1 tệp không phân tích được.",
        f"{UNKNOWN_EFFECTS}: không yêu cầu tính.",
        "       1  Địa chỉ bị mất",
        "       1  Bản ghi bị bỏ",
        "       1  Số liệu đổi mà nguồn, văn bản không đổi",
        "",
    ]


def test_a_file_without_records_is_counted_as_what_it_is():
    before = {"programs/x.yml": {"title": "X"}, "redirects.yml": {"/chuong-trinh/cu/": "/chuong-trinh/x/"}}
    after = {**before, "redirects.yml": {"/chuong-trinh/cu/": "/chuong-trinh/"}}
    text = fitted(told(compared(before, after)), TEXT, "").text
    assert "1 tệp chung; 1 chỗ đổi." in text
    assert "bản ghi" not in text


def test_what_could_not_be_read_is_never_told_as_no_change():
    same, broken = {"plans/b.yml": {"title": "B"}}, {"plans/b.yml": "a: ["}
    assert "Không có thay đổi." in fitted(told(compared(same, same)), TEXT, "").text
    text = fitted(told(compared(same, broken)), TEXT, "").text
    assert "Không có thay đổi" not in text
    assert "plans/b.yml (ở mới (222222222222, 4-3-2026)): " in text
