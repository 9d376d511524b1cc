"""What comes of changes: totals that move, verdicts that flip; or why that is not known."""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.changes.compare import compare
from catalogue.changes.effects import Effects
from catalogue.changes.states import State
from catalogue.commands.diff import worked_out
from catalogue.telling.fitting import fitted
from catalogue.telling.lines import UNKNOWN_EFFECTS
from catalogue.telling.text import TEXT
from catalogue.views.words.changes import told
from tests.catalogue.changes.two_states import BASE, HEAD, state
from tests.catalogue.views.small import ARTICLE, REPORTED, SETTINGS

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


def test_a_verdict_that_flips_is_told():
    assert lines(with_program("cc", 2, held=1), with_program("cc", 3, held=1))[:1] == [
        "Kế hoạch «Kế hoạch năm 2026»: số lớp: Khớp → Lệch"
    ]


def test_where_a_state_does_not_check_it_is_said_that_effects_are_not_known():
    right = with_program("cc", 2, held=1)
    base, head = states({**right, "plans/k.yml": "title: Kế hoạch\nlead: khong-co\n"}, right)
    compared = compare(base, head)
    found = told(compared, worked_out(base, head, compared, asked=None))
    assert found.total
    assert f"{UNKNOWN_EFFECTS}: cũ còn lỗi khi kiểm tra." in fitted(found, TEXT, "").text


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
