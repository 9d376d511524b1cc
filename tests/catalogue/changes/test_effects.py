"""What comes of changes: totals that move, verdicts that flip; or why that is not known."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from catalogue.changes.compare import compare
from catalogue.changes.concerns import Concern
from catalogue.changes.effects import Effects
from catalogue.changes.states import State, state_of_folder
from catalogue.commands.diff import worked_out
from catalogue.telling.fitting import fitted
from catalogue.telling.lines import NO_EFFECT, UNKNOWN_EFFECTS
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from sample.files import sample_files
from sample.recipe import Recipe
from tests.catalogue.changes.two_states import BASE, HEAD, state
from tests.catalogue.views.small import ARTICLE, REPORTED, SETTINGS, published_from
from tests.elements import words

PLAN = {
    **ARTICLE,
    "site.yml": SETTINGS,
    "organizations/so.yml": f"title: Sở Nội vụ\ncategory: administration\n{REPORTED}",
    "groups/cc.yml": f"title: Công chức\n{REPORTED}",
    "groups/vc.yml": f"title: Viên chức\n{REPORTED}",
    "plans/k.yml": "title: Kế hoạch năm 2026\nyear: 2026\nlead: so\ncomplete: true\nfigures:\n"
    f"  - {{measure: classes, value: 2, state: planned, parts_add: 'yes'}}\n{REPORTED}",
}


def with_program(group: str, classes: int, *, held: int) -> dict[str, str]:
    """The plan with one programme that states so many classes and holds some of them here."""
    lines = "".join(f"  - {{id: lop-{each}, number: {each + 1}, seats: 40}}\n" for each in range(held))
    return PLAN | {
        "programs/p.yml": f"title: Bồi dưỡng\nlead: so\nplan: k\ngroups: [{{group: {group}}}]\n"
        f"figures: [{{measure: classes, value: {classes}, state: planned}}]\nclasses:\n{lines}{REPORTED}"
    }


def states(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[State, State]:
    return state(before, BASE), state(after, HEAD)


def effects_of(before: Mapping[str, str], after: Mapping[str, str], *, asked: bool | None) -> Effects:
    base, head = states(before, after)
    return worked_out(base, head, compare(base, head), asked)


def lines(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """What is told of effects, behind what it is told of."""
    base, head = states(before, after)
    found = compare(base, head)
    text = fitted(told(found, worked_out(base, head, found, asked=None)), TEXT, "").text
    return [
        line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ") and ".yml)" not in line
    ]


def test_totals_of_unit_plan_and_group_are_told_with_how_far_they_moved():
    assert lines(with_program("cc", 2, held=1), with_program("vc", 2, held=2)) == [
        "Chương trình «Bồi dưỡng»: số lớp: Chưa đủ → Khớp",
        "Đơn vị «Sở Nội vụ»: 1 lớp, 40 chỗ → 2 lớp (+1), 80 chỗ (+40)",
        "Kế hoạch «Kế hoạch năm 2026»: 1 lớp, 40 chỗ → 2 lớp (+1), 80 chỗ (+40)",
        "Đối tượng «Công chức»: 1 chương trình, 1 lớp, 40 chỗ → 0 chương trình (−1), 0 lớp (−1), 0 chỗ (−40)",
        "Đối tượng «Viên chức»: 0 chương trình, 0 lớp, 0 chỗ → 1 chương trình (+1), 2 lớp (+2), 80 chỗ (+80)",
    ]


TWO_COURSES = PLAN | {
    f"programs/{id}.yml": f"title: Lớp {id}\nlead: so\nplan: k\nfigures:\n"
    f"  - {{measure: classes, value: 4, state: planned}}\n"
    f"  - {{measure: learners, value: {learners}, state: planned}}\n{REPORTED}"
    for id, learners in (("dat-dai", 400), ("ho-tich", 200))
}
"""The plan with two programmes whose numbers are figures, without a class."""


def test_totals_of_figures_are_told_as_the_pages_of_plan_and_year_add_them_up():
    path = "programs/dat-dai.yml"
    course = TWO_COURSES[path].replace("400", "40").replace("value: 4,", "value: 40,")
    after = TWO_COURSES | {path: course}
    moved = "8 lớp, 600 học viên → 44 lớp (+36), 240 học viên (−360)"
    assert lines(TWO_COURSES, after)[-3:] == [
        f"Năm 2026: cộng các chương trình: {moved}",
        f"Đơn vị «Sở Nội vụ»: cộng các chương trình, năm 2026: {moved}",
        f"Kế hoạch «Kế hoạch năm 2026»: cộng các chương trình: {moved}",
    ]
    for address in ("ke-hoach/k/", "nam/2026/"):
        assert any("44" in foot and "240" in foot for foot in feet(after)[address])


def test_what_no_longer_adds_up_and_what_was_done_are_told():
    course = TWO_COURSES["programs/dat-dai.yml"]
    done = TWO_COURSES | {"programs/dat-dai.yml": course.replace("state: planned", "state: done")}
    year = next(line for line in lines(TWO_COURSES, done) if line.startswith("Năm 2026"))
    assert year == (
        "Năm 2026: cộng các chương trình: 8 lớp, 600 học viên, chưa cộng được số lớp đã thực hiện, "
        "chưa cộng được số học viên đã thực hiện → "
        "4 lớp (−4), 200 học viên (−400), 4 lớp đã thực hiện, 400 học viên đã thực hiện"
    )


def test_a_difference_that_is_worked_out_no_more_is_not_told_as_none():
    path = "programs/dat-dai.yml"
    done = "  - {measure: learners, value: 350, state: done}\nsources"
    with_both = PLAN | {path: TWO_COURSES[path].replace("sources", done, 1)}
    year = next(line for line in lines(with_both, PLAN | {path: TWO_COURSES[path]}) if "Năm 2026" in line)
    assert "chênh lệch −50 học viên → " in year
    assert year.endswith("chưa tính được chênh lệch học viên")
    assert "không có" not in year


def test_seats_that_go_to_another_body_are_told_as_its_desk_adds_them_up():
    def seats_for(body: str) -> Mapping[str, str]:
        each = f"{{id: mot, start: 2026-05-04, seats: 30, allocations: {{{body}: 30}}}}"
        return PLAN | {
            "organizations/ban.yml": f"title: Ban Tổ chức\ncategory: party_office\n{REPORTED}",
            "programs/p.yml": f"title: Bồi dưỡng\nclasses: [{each}]\n{REPORTED}",
        }

    desk = "việc của đơn vị, năm 2026"
    assert lines(seats_for("so"), seats_for("ban"))[-2:] == [
        f"Đơn vị «Ban Tổ chức»: {desk}: 0 lớp, chưa cộng được số chỉ tiêu → 1 lớp (+1), 30 chỉ tiêu",
        f"Đơn vị «Sở Nội vụ»: {desk}: 1 lớp, 30 chỉ tiêu → 0 lớp (−1), chưa cộng được số chỉ tiêu",
    ]


NUMBERS = re.compile(r"^( {6}[a-z0-9-]+: | +value: | +seats: )([0-9]+)$", re.MULTILINE)
"""Seats of bodies, figures, seats of classes, as the sample writes them."""
SECTIONS = {"year": "nam", "plan": "ke-hoach", "organization": "don-vi"}
"""Where the pages stand whose tables have sums, by the kinds of the totals."""


def feet(files: Mapping[str, str]) -> dict[str, list[str]]:
    """The rows of sums that the pages of years, plans and bodies have, by their addresses."""
    published = published_from(files)
    return {
        address: [
            words(row)
            for foot in published[address].tree.iter("tfoot")
            for row in foot
            if row.get("class") != "said"
        ]
        for address in published.sheets
        if address.count("/") == 2 and address.partition("/")[0] in SECTIONS.values()
    }


def test_no_sum_of_a_page_moves_without_being_told():
    before = dict(sample_files(Recipe(25)))
    was = feet(before)
    numbered = [path for path in before if path.startswith("programs/") and "value: " in before[path]]
    shared = [path for path in before if "allocations:" in before[path]]
    after = dict(before)
    for path in (*numbered[::9], *shared[::4]):
        after[path] = NUMBERS.sub(r"\1\g<2>1", after[path])
    is_now = feet(after)
    moved = {address for address in was.keys() | is_now.keys() if was.get(address) != is_now.get(address)}
    found = effects_of(before, after, asked=True)
    assert not found.doubt
    of_pages = {("year", "added"), ("plan", "added"), ("organization", "desk")}
    keys = [each.key.key for each in found.moved if (each.key.key[0], each.key.sort) in of_pages]
    told = {f"{SECTIONS[kind]}/{id}/" for kind, id in keys}
    assert {address.partition("/")[0] for address in moved} == {*SECTIONS.values()}
    assert moved <= told


def test_where_nothing_adds_up_otherwise_that_is_said_of_what_was_added():
    after = TWO_COURSES | {"programs/dat-dai.yml": f"note: Thêm\n{TWO_COURSES['programs/dat-dai.yml']}"}
    base, head = states(TWO_COURSES, after)
    found = compare(base, head)
    assert NO_EFFECT in fitted(told(found, worked_out(base, head, found, asked=None)), TEXT, "").text


def test_a_verdict_that_flips_is_told():
    assert lines(with_program("cc", 2, held=1), with_program("cc", 3, held=1))[:1] == [
        "Kế hoạch «Kế hoạch năm 2026»: số lớp: Khớp → Lệch"
    ]


LEARNERS = {"measure": "learners", "value": 300}


def held(figure: dict[str, Any], each: dict[str, Any], title: str = "Lớp thử") -> dict[str, str]:
    """A programme with one figure beside another, and one class."""
    record = {
        "title": title,
        "state": "done",
        "figures": [{"measure": "units", "value": 9, "title": "Đơn vị cử"}, LEARNERS | figure],
        "classes": [{"id": "lop-1", "start": "2026-03-05", "seats": 300} | each],
        "sources": [{"source": "bao"}],
        "verification": {"level": "reported"},
    }
    return PLAN | {"programs/p.yml": json.dumps(record, ensure_ascii=False)}


def verdicts(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The verdicts that are told to have flipped."""
    base, head = states(before, after)
    found = compare(base, head)
    comparison = told(found, worked_out(base, head, found, asked=None))
    rows = [row for each in comparison.concerns if each.concern is Concern.VERDICT for row in each.rows]
    assert not comparison.doubt
    return [f"{row.what}: {row.before} → {row.after}" for row in rows]


ATTENDED = {"results": {"attended": 300}}
GIVEN = {"allocations": {"so": 400}}


@pytest.mark.parametrize("title", ["Lớp thử", "Lớp có tên khác hẳn"])
@pytest.mark.parametrize("day", ["2026-03-05", "2026-03-19"])
def test_a_verdict_that_flips_is_told_whatever_else_is_said_anew(title: str, day: str):
    other = {**ATTENDED, "start": day}
    more = held({"value": 400, "unit": "người"}, other, title)
    assert verdicts(held({}, ATTENDED), more) == ["số người: Khớp → Chưa đủ"]
    assert verdicts(held({"value": 200}, ATTENDED), held({}, other, title)) == ["số học viên: Lệch → Khớp"]


def test_other_words_flip_no_verdict():
    off = {"value": 200}
    before = held(off, ATTENDED | GIVEN)
    assert verdicts(held({}, ATTENDED), before) == [
        "số học viên: Khớp → Lệch",
        "Lớp khai giảng 5-3-2026, chỉ tiêu: chưa có → Lệch",
    ]
    for anew in ({"start": "2026-03-19"}, {"title": "Lớp đầu"}, {"number": "1"}):
        assert verdicts(before, held(off, ATTENDED | GIVEN | anew, "Lớp có tên khác hẳn")) == []


def test_a_number_that_gets_parts_had_none_before():
    assert verdicts(held({"value": 200, "title": "Riêng nữ"}, {}), held({"value": 200}, ATTENDED)) == [
        "số học viên: Không có phần nào → Lệch"
    ]


def test_numbers_are_the_same_in_any_order_and_in_a_record_with_another_id():
    before = held({"value": 200}, ATTENDED)
    text = before.pop("programs/p.yml")
    record = json.loads(text)
    record["figures"].reverse()
    after = before | {
        "programs/moi.yml": json.dumps(record, ensure_ascii=False),
        "redirects.yml": '"/chuong-trinh/p/": /chuong-trinh/moi/\n',
    }
    assert verdicts(before | {"programs/p.yml": text}, after) == []


def test_where_a_state_does_not_check_it_is_said_that_effects_are_not_known():
    right = with_program("cc", 2, held=1)
    base, head = states({**right, "plans/k.yml": "title: Kế hoạch\nlead: khong-co\n"}, right)
    compared = compare(base, head)
    found = told(compared, worked_out(base, head, compared, asked=None))
    assert found.total
    assert f"{UNKNOWN_EFFECTS}: cũ còn lỗi khi kiểm tra." in fitted(found, TEXT, "").text


def test_where_a_state_has_what_cannot_be_read_no_sum_is_told(tmp_path: Path):
    for path, text in TWO_COURSES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "programs/thu-muc.yml").mkdir()
    base, head = state(TWO_COURSES, BASE), state_of_folder(tmp_path)
    found = worked_out(base, head, compare(base, head), asked=True)
    assert found == Effects(doubt=f"{head.origin.name} còn lỗi khi kiểm tra")


def test_effects_of_a_large_catalogue_are_told_where_they_are_asked_for():
    many = {
        f"sources/nguon-{each}.yml": ARTICLE["sources/bao.yml"].replace("Một", str(each))
        for each in range(1000)
    }
    before, after = with_program("cc", 2, held=1) | many, with_program("cc", 2, held=2) | many
    assert "--effects" in effects_of(before, after, asked=None).doubt
    assert effects_of(before, after, asked=False).doubt


def test_programmes_that_may_now_overlap_are_told():
    bodies = {"organizations/ban.yml": f"title: Ban Tổ chức\ncategory: party_office\n{REPORTED}"}
    one = with_program("cc", 2, held=1) | bodies
    other = one["programs/p.yml"].replace("lead: so", "lead: ban").replace("plan: k\n", "")
    time = "period: {start: 2026, end: 2026}\nfields: [land]\n"
    before = one | {"programs/p.yml": time + one["programs/p.yml"]}
    after = before | {"programs/q.yml": time + other.replace("title: Bồi dưỡng", "title: Lớp bồi dưỡng")}
    found = effects_of(before, after, asked=None)
    assert (found.doubt, found.overlaps) == ("", (("p", "q"),))
    assert any("với chương trình «Lớp bồi dưỡng»" in line for line in lines(before, after))


def test_a_new_id_moves_no_total_flips_no_verdict_and_is_no_new_overlap():
    bodies = {"organizations/ban.yml": f"title: Ban Tổ chức\ncategory: party_office\n{REPORTED}"}
    before = with_program("cc", 3, held=2) | bodies
    first = "period: {start: 2026, end: 2026}\nfields: [land]\n" + before["programs/p.yml"]
    other = first.replace("title: Bồi dưỡng", "title: Lớp bồi dưỡng").replace("lead: so", "lead: ban")
    before |= {"programs/p.yml": first, "programs/q.yml": other.replace("plan: k\n", "")}
    new_ids = {"/so": "/so-moi", "/k.": "/k-moi.", "/p.": "/p-moi."}
    after = {}
    for path, text in before.items():
        moved = path
        for old, new in new_ids.items():
            moved = moved.replace(old, new) if path != "site.yml" else moved
        after[moved] = text.replace("lead: so", "lead: so-moi").replace("plan: k\n", "plan: k-moi\n")
    found = effects_of(before, after, asked=None)
    assert (found.doubt, found.moved, found.flips, found.overlaps) == ("", (), (), ())
    assert effects_of(
        {**before, "programs/q.yml": first.replace("Bồi dưỡng", "Việc khác")}, after, asked=None
    ).overlaps
