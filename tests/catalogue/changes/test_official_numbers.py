"""Numbers of records that were checked against a document: what moves or takes them away without another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from catalogue.changes.concerns import Concern, compare_records
from catalogue.telling.fitting import unlimited
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from tests.catalogue.changes.two_states import compared
from tests.catalogue.histories import Step, history_in_memory

CHECKED = {"level": "official", "document": "a", "locator": "Điều 1", "checked": "2026-03-01", "by": "so"}
ANOTHER = {**CHECKED, "document": "b"}
ALONE = "SỐ LIỆU ĐỔI MÀ NGUỒN, VĂN BẢN KHÔNG ĐỔI (1)"
PLANNED = {"measure": "learners", "value": "300", "state": "planned"}
TAKING = {"measure": "learners", "value": "300"}


def changed(before: Mapping[str, Any], after: Mapping[str, Any], path: str = "programs/x.yml") -> list[str]:
    """What is told of a record, its name left out: the headings, and each change with its «LỖI»."""
    files = ({path: {"title": "X", "verification": CHECKED, **side}} for side in (before, after))
    text = unlimited(told(compared(*files)), TEXT)
    lines = (line.replace(f"Chương trình «X» ({path}): ", "") for line in text.splitlines())
    return [line for line in lines if line.startswith("- ") or line.isupper()]


@pytest.mark.parametrize(
    ("path", "held", "time"),
    [
        ("programs/x.yml", {"figures": [PLANNED, TAKING]}, "period"),
        ("reports/x.yml", {"declared": [TAKING]}, "period"),
        ("reports/x.yml", {"rows": [{"title": "Nữ", "figures": [TAKING]}]}, "period"),
        ("plans/x.yml", {"figures": [TAKING]}, "period"),
        ("plans/x.yml", {"figures": [TAKING]}, "year"),
    ],
)
def test_figures_that_say_no_time_move_with_that_of_their_record(path: str, held: dict[str, Any], time: str):
    before, after = ({time: {"end": year} if time == "period" else year} for year in ("2025", "2026"))
    heading, row = changed(held | before, held | after, path)
    assert (heading, row[:7], "2025 → 2026" in row) == (ALONE, "- LỖI: ", True)
    assert ALONE not in changed(held | before, held | after | {"verification": ANOTHER}, path)
    own = {"figures": [{**PLANNED, "period": {"end": "2025"}}]}
    assert ALONE not in changed(own | before, own | after, path)


def test_figures_that_say_no_state_move_with_that_of_their_programme():
    was, is_now = {"state": "planned"}, {"state": "done"}
    row = "Kế hoạch hay đã thực hiện: Kế hoạch → Đã thực hiện"
    taking = {"figures": [PLANNED, TAKING]}
    assert changed(was | taking, is_now | taking) == [ALONE, f"- LỖI: {row}"]
    assert changed(taking, is_now | taking)[0] == ALONE
    own = {"figures": [PLANNED]}
    assert changed(was | own, is_now | own) == ["KẾ HOẠCH, ĐÃ THỰC HIỆN, TÌNH TRẠNG (1)", f"- {row}"]
    reported: dict[str, Any] = {"verification": {"level": "reported"}}
    assert changed(was | taking | reported, is_now | taking | reported) == [ALONE, f"- {row}"]
    told_anew = reported | {"sources": [{"source": "bao"}]}
    assert ALONE not in changed(was | taking | reported, is_now | taking | told_anew)


def test_a_history_knows_that_figures_take_what_changed():
    text = "title: X\nfigures:\n  - measure: learners\n    value: 300\nstate: planned\n"
    steps = [
        Step(f"2026-03-0{day}", "Sửa", {"programs/x.yml": each})
        for day, each in enumerate((text, text.replace("planned", "done")), 1)
    ]
    history = history_in_memory(steps, {})
    ((edit,),) = (commit.edits for commit in history.commits[:1])
    found = history.values_followed(edit)
    assert found
    assert [each.concern for each in compare_records(edit.key, *found)] == [Concern.UNSUPPORTED]


HELD = {"id": "lop-1", "start": "2026-03-05", "seats": "60", "results": {"attended": "55"}}
OTHER = {"id": "lop-2", "start": "2026-04-05"}


@pytest.mark.parametrize("number", ["seats", "results", "allocations"])
def test_a_class_that_goes_takes_no_number_with_it(number: str):
    held = {"id": "lop-1", number: HELD.get(number, {"so": "60"})}
    before: dict[str, Any] = {"classes": [held, OTHER]}
    after: dict[str, Any] = {"classes": [OTHER]}
    reported = {"verification": {"level": "reported"}}
    heading, row = changed(before, after)
    assert (heading, row.startswith("- LỖI: Lớp: bỏ ")) == ("LỚP BỊ BỎ (1)", True)
    for fine in (
        changed(before, after | {"verification": ANOTHER}),
        changed(before | reported, after | reported),
        changed({"classes": [OTHER, {"id": "lop-3"}]}, after),
    ):
        assert [row for row in fine if "LỖI" in row] == []
        assert "LỚP BỊ BỎ (1)" in fine


def test_a_class_in_the_stead_of_another_brings_no_other_number():
    anew = {**HELD, "id": "lop-x", "seats": "500"}
    found = changed({"classes": [HELD]}, {"classes": [anew]})
    assert [row[:20] for row in found] == [
        "LỚP BỊ BỎ (1)", "- LỖI: Lớp: bỏ Lớp k", ALONE[:20], "- LỖI: Lớp: thêm Lớp",
    ]  # fmt: skip
    assert "LỖI" not in "".join(changed({"classes": [HELD]}, {"classes": [HELD, anew]}))
