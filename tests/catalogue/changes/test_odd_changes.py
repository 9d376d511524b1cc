"""Changes that look like others, or like none: what is told of them is true, and can be seen."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from catalogue.changes.effects import Effects
from catalogue.telling.fitting import fitted, unlimited
from catalogue.telling.lines import UNKNOWN_EFFECTS
from catalogue.telling.markdown import MARKDOWN
from catalogue.telling.text import TEXT
from catalogue.views.words.changed_values import HIDDEN_DIFFERENCE, OTHER_FORM
from catalogue.views.words.changes import told
from tests.catalogue.changes.harm import city
from tests.catalogue.changes.two_states import compared
from tests.examples import for_a_proof

HOME_AFFAIRS = {"title": "Sở Nội vụ"}
BODIES = {"organizations/so-a.yml": HOME_AFFAIRS, "organizations/so-b.yml": HOME_AFFAIRS}
COURSE = {"title": "Bồi dưỡng tin học cho công chức xã", "summary": "Lớp cơ bản", "mode": "online"}
DRILL = {"title": "Tập huấn phòng cháy", "summary": "Diễn tập tại trường", "mode": "full_time"}
TEXT_OF_COURSE = "title: Tin học\nsummary: Lớp cơ bản\n"
REWRITTEN = ["Chương trình «Tin học» (programs/a.yml): cách viết trong tệp đổi, nội dung như cũ"]


def lines(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """What is told of two trees, in whole lines behind their dashes."""
    text = unlimited(told(compared(before, after)), TEXT)
    return [line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ")]


def of_program(before: Any, after: Any, **beside: Any) -> list[str]:
    """What is told of a programme, behind its name; nothing else may be told."""
    found = lines({**beside, "programs/a.yml": before}, {**beside, "programs/a.yml": after})
    assert all("(programs/a.yml)" in line for line in found)
    return [line.partition("(programs/a.yml): ")[2] for line in found]


@pytest.mark.parametrize(
    "after",
    [
        TEXT_OF_COURSE.replace("\n", "\r\n"),
        f"# Ghi chú\n{TEXT_OF_COURSE}# Hết\n",
        "summary: Lớp cơ bản\ntitle: Tin học\n",
        "title: 'Tin học'\nsummary: |\n  Lớp cơ bản\n",
    ],
    ids=["line ends", "comments", "order of keys", "quotes"],
)
def test_a_file_written_otherwise_is_told_as_that(after: str):
    assert lines({"programs/a.yml": TEXT_OF_COURSE}, {"programs/a.yml": after}) == REWRITTEN


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        (b"\xef\xbb\xbf" + TEXT_OF_COURSE.encode(), "Tệp bắt đầu bằng dấu thứ tự byte (BOM)."),
        (f"{TEXT_OF_COURSE}title: Tin học nâng cao\n", "dòng 3: Khóa «title» viết hai lần."),
        (f"{TEXT_OF_COURSE}classes:\n  - id: a\n    id: b\n", "dòng 5: "),
        (f"{TEXT_OF_COURSE}lead: &a so\nto: *a\n", "dòng 3: Tệp dùng «&» hoặc «*»"),
        (f"{TEXT_OF_COURSE}summary2: \0\n", "dòng 3: Có ký tự điều khiển hoặc không nhìn thấy (U+0000)."),
    ],
    ids=["byte order mark", "key twice", "item without dash", "alias", "NUL"],
)
def test_a_file_of_which_nobody_knows_what_it_says_is_not_read(after: Any, reason: str):
    found = told(compared({"programs/a.yml": TEXT_OF_COURSE}, {"programs/a.yml": after}))
    assert (found.total, [each.path for each in found.unread]) == (0, ["programs/a.yml"])
    assert found.unread[0].reason.startswith(reason)


def test_two_records_that_swap_their_ids_are_each_told_as_what_stands_there_now():
    one, other = {"programs/a.yml": COURSE, "programs/b.yml": DRILL}, {"programs/a.yml": DRILL}
    found = lines(one, {**other, "programs/b.yml": COURSE})
    assert len(found) == 6
    assert f"Chương trình «{DRILL['title']}» (programs/a.yml): Hình thức học: Trực tuyến → Tập trung" in found


def test_a_record_that_was_parted_in_two_loses_the_class_that_went():
    classes = [{"id": "lop-1", "number": "1"}, {"id": "lop-2", "number": "2"}]
    before = {"programs/a.yml": {**COURSE, "classes": classes}}
    after = {
        "programs/a.yml": {**COURSE, "classes": classes[:1]},
        "programs/b.yml": {**COURSE, "title": "Tin học, đợt 2", "classes": classes[1:]},
    }
    assert lines(before, after) == [
        f"Chương trình «{COURSE['title']}» (programs/a.yml): Lớp: bỏ Lớp 2; mã lớp «lop-2»",
        "Chương trình «Tin học, đợt 2» (programs/b.yml): trang mới /chuong-trinh/b/",
    ]


def test_a_folder_of_records_that_is_renamed_loses_them():
    found = told(compared({"programs/a.yml": COURSE}, {"chuong-trinh/a.yml": COURSE}))
    assert dict(found.records) == {"added": 0, "removed": 1, "renamed": 0, "changed": 0, "shared": 0}
    assert [each.path for each in found.unread] == ["chuong-trinh/a.yml"]


def test_a_class_under_another_id_is_another_class():
    held = {"number": "1", "start": "2026-03-05"}
    assert of_program(
        {**COURSE, "classes": [{"id": "cu", **held}]}, {**COURSE, "classes": [{"id": "moi", **held}]}
    ) == [
        "Lớp: bỏ Lớp 1; mã lớp «cu»; khai giảng 5-3-2026",
        "Lớp: thêm Lớp 1; mã lớp «moi»; khai giảng 5-3-2026",
    ]


def test_deadlines_that_two_classes_swap_are_both_told():
    def classes(*days: str) -> dict[str, Any]:
        return {
            **COURSE,
            "classes": [
                {"id": f"l{at}", "number": str(at), "deadline": each} for at, each in enumerate(days, 1)
            ],
        }

    assert of_program(classes("2026-01-05", "2026-02-05"), classes("2026-02-05", "2026-01-05")) == [
        "Lớp 2: hạn gửi danh sách: 5-2-2026 → 5-1-2026",
        "Lớp 1: hạn gửi danh sách: 5-1-2026 → 5-2-2026",
    ]


@pytest.mark.parametrize(
    "after", ["Bồi dưỡng tin\N{NO-BREAK SPACE}học", "Bồi dưỡng  tin học", "Bô\u0300i dưỡng tin học"]
)
def test_texts_that_look_the_same_are_told_to_differ(after: str):
    [found] = of_program({"title": "Bồi dưỡng tin học"}, {"title": after})
    assert found.endswith(f" ({HIDDEN_DIFFERENCE})")
    [seen] = of_program({"title": "Bồi dưỡng tin học"}, {"title": "Bồi dưỡng Tin học"})
    assert HIDDEN_DIFFERENCE not in seen


def test_a_long_text_that_looks_the_same_is_told_to_differ_too():
    start = "Một câu khá dài. " * 30
    [found] = of_program(
        {**COURSE, "summary": f"{start}tin học"}, {**COURSE, "summary": f"{start}tin\N{NO-BREAK SPACE}học"}
    )
    assert found.endswith(f" ({HIDDEN_DIFFERENCE})")


def test_a_body_in_the_stead_of_its_namesake_is_told_by_its_id():
    before, after = {**COURSE, "lead": "so-a"}, {**COURSE, "lead": "so-b"}
    assert of_program(before, after, **BODIES) == ["Đơn vị chủ trì: «Sở Nội vụ (so-a)» → «Sở Nội vụ (so-b)»"]
    alone = {"organizations/so-a.yml": HOME_AFFAIRS, "organizations/so-b.yml": {"title": "Ban Tổ chức"}}
    assert of_program(before, after, **alone) == ["Đơn vị chủ trì: «Sở Nội vụ» → «Ban Tổ chức»"]


def test_a_number_that_may_be_meant_as_a_thousand_is_shown_as_it_is_typed():
    assert of_program({**COURSE, "hours": "1000"}, {**COURSE, "hours": "1.000"}) == [
        "Số tiết: 1.000 → «1.000»"
    ]
    assert of_program({**COURSE, "hours": "1"}, {**COURSE, "hours": "1.000"}) == ["Số tiết: 1 → «1.000»"]


def test_what_says_the_same_in_another_form_is_told_by_its_name_on_both_sides():
    beside = {"documents/d.yml": {"title": "Quy định số 1"}}
    before, after = (
        {"groups/g.yml": {"title": "G", "regulation": each}} for each in ("d", {"document": "d"})
    )
    assert lines(beside | before, beside | after) == [
        f"Đối tượng «G» (groups/g.yml): Quy định định nghĩa: «Quy định số 1» → «Quy định số 1» ({OTHER_FORM})"
    ]
    other = {"groups/g.yml": {"title": "G", "regulation": {"document": "d", "locator": "Điều 2"}}}
    [found] = lines(beside | before, beside | other)
    assert OTHER_FORM not in found


def test_of_two_numbers_of_one_measure_it_is_said_which_changed():
    def figures(done: str) -> dict[str, Any]:
        planned = {"measure": "learners", "value": "300", "state": "planned"}
        return {**COURSE, "figures": [planned, {"measure": "learners", "value": done, "state": "done"}]}

    assert of_program(figures("300"), figures("30")) == ["Số học viên (đã thực hiện): 300 → 30"]


def test_the_name_of_a_state_is_code_in_markdown_and_the_sentence_around_it_is_not():
    found = told(compared({"programs/a.yml": COURSE}, {"programs/a.yml": DRILL}), Effects(doubt="@b còn lỗi"))
    assert f"\n{UNKNOWN_EFFECTS}: `@b còn lỗi`.\n" in unlimited(found, MARKDOWN)


def places(value: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside a value, each by keys and positions."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*keys, key)
        yield from places(each, (*keys, key))


def put(value: Any, place: tuple[Any, ...], odd: Any) -> Any:
    """A copy of a value that has something odd at a place."""
    found = copy.deepcopy(value)
    holder = found
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = odd
    return found


@pytest.mark.parametrize("odd", [["x"], *for_a_proof(({"x": "y"},), (5,), ([{"id": ["x"]}],))])
def test_whatever_stands_where_a_value_should_is_told_on_both_sides(odd: Any):
    met = set()
    for path, record in city().items():
        for place in places(record):
            kind = path.partition("/")[0], tuple(each for each in place if isinstance(each, str))
            if kind in met:
                continue
            met.add(kind)
            values = put(record, place, odd)
            for before, after in ((record, values), (values, record)):
                text = fitted(told(compared({path: before}, {path: after})), TEXT, "").text
                assert ("Không có thay đổi" in text) == (before == after), place
    assert ("programs", ("classes", "state")) in met
