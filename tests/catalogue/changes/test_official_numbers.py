"""Numbers of records that were checked against a document: what moves or takes them away without another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from catalogue.changes.concerns import Concern, compare_records
from catalogue.telling.fitting import unlimited
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from tests.catalogue.changes.two_states import compared
from tests.catalogue.histories import Step, history_in_memory

GUIDE = (Path(__file__).parents[3] / "CONTRIBUTING.md").read_text(encoding="utf-8")
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


def test_a_figure_that_says_itself_what_it_took_stays_what_it_was_when_its_programme_moves():
    planned, done = {"state": "planned"}, {"state": "done"}
    kept = changed(planned | {"figures": [TAKING]}, done | {"figures": [PLANNED]})
    assert kept[0] == "KẾ HOẠCH, ĐÃ THỰC HIỆN, TÌNH TRẠNG (2)"
    assert "LỖI" not in "".join(kept)
    new = {"measure": "classes", "value": "5"}
    assert "LỖI" not in "".join(changed(planned | {"figures": [TAKING]}, done | {"figures": [PLANNED, new]}))
    for one, other in ((TAKING, PLANNED), (PLANNED, TAKING)):
        assert "LỖI" not in "".join(changed(planned | {"figures": [one]}, planned | {"figures": [other]}))
    for moved in (
        changed(planned | {"figures": [TAKING]}, done | {"figures": [{**TAKING, "state": "done"}]}),
        changed(planned | {"figures": [PLANNED]}, done | {"figures": [TAKING]}),
        changed({"figures": [TAKING]}, done | {"figures": [PLANNED]}),
    ):
        assert (moved[0], moved[1][:7]) == (ALONE, "- LỖI: ")


@pytest.mark.parametrize(
    ("was", "own", "is_same"),
    [
        ({"year": "2025"}, {"start": "2025", "end": "2025"}, True),
        ({"year": "2025"}, {"end": "2025", "note": "Cả năm"}, True),
        ({"period": {"start": "2024", "end": "2025"}}, {"start": "2024", "end": "2025"}, True),
        ({"period": {"start": "2024", "end": "2025"}}, {"start": "2024", "end": "2026"}, False),
        ({"year": "2025"}, {"start": "2024", "end": "2025"}, False),
    ],
)
def test_a_figure_that_says_the_time_that_it_took_says_the_same(
    was: dict[str, Any], own: dict[str, str], is_same: bool
):
    before, after = {"figures": [TAKING], **was}, {"figures": [{**TAKING, "period": own}], "year": "2027"}
    assert ("LỖI" not in "".join(changed(before, after, "plans/x.yml"))) == is_same


@pytest.mark.parametrize("tolerance", ["5", "20", None])
def test_a_tolerance_that_is_narrowed_widened_or_gone_moves_its_figure(tolerance: str | None):
    before, after = ({**PLANNED, "tolerance": each} if each else PLANNED for each in ("10", tolerance))
    heading, row = changed({"figures": [before]}, {"figures": [after]})
    assert (heading, row[:7]) == (ALONE, "- LỖI: ")
    (where,) = re.findall("đổi `tolerance` mà không nêu nguồn, văn bản mới thì nằm ở phần «(.*?)»", GUIDE)
    assert where == Concern.UNSUPPORTED.label


TEXT_OF_TAKING = "title: X\nfigures:\n  - measure: learners\n    value: 300\nstate: planned\n"
OWN = ("300\n", "300\n    state: planned\n")


@pytest.mark.parametrize(
    ("replaced", "concerns"),
    [
        ([("state: planned", "state: done")], [Concern.UNSUPPORTED]),
        ([OWN], [Concern.STATE]),
        ([("\nstate: planned", "\nstate: done"), OWN], [Concern.STATE, Concern.STATE]),
    ],
)
def test_a_history_knows_what_figures_take(replaced: Sequence[tuple[str, str]], concerns: list[Concern]):
    text = reduce(lambda text, pair: text.replace(*pair), replaced, TEXT_OF_TAKING)
    steps = [
        Step(f"2026-03-0{day}", "Sửa", {"programs/x.yml": each})
        for day, each in enumerate((TEXT_OF_TAKING, text), 1)
    ]
    history = history_in_memory(steps, {})
    ((edit,),) = (commit.edits for commit in history.commits[:1])
    found = history.values_followed(edit)
    assert found
    assert [each.concern for each in compare_records(edit.key, *found)] == concerns


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
