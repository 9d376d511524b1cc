"""Clashes: classes of different programmes on the same days for one narrow group."""

from __future__ import annotations

from typing import Any

import pytest

from catalogue.findings.clashes import Clash, DatedClass, clashes, classes_of_groups, in_time, on_same_days
from catalogue.model.collection import Catalogue
from tests.catalogue.views.small import REPORTED, catalogue_of

POSITIONS = "positions: [Bí thư]\n"
ONE = "{id: lop-1, start: 2024-03-05, end: 2024-03-07}"


def city_of(one: str, other: str, group: str = POSITIONS, more: str = "") -> Catalogue:
    """A catalogue with two programmes for one group, each with some classes."""
    program = "title: Lớp {}\ngroups: [{{group: hep}}]\nclasses: [{}]\n"
    files = {
        "groups/hep.yml": f"title: Nhóm hẹp\n{group}",
        "programs/mot.yml": program.format("một", one),
        "programs/hai.yml": program.format("hai", other) + more,
    }
    return catalogue_of({path: text + REPORTED for path, text in files.items()})


def found(one: str, other: str, group: str = POSITIONS, more: str = "") -> list[Clash]:
    return clashes(city_of(one, other, group, more))


@pytest.mark.parametrize("other", ["{id: lop-2, start: 2024-03-07}", ONE])
def test_classes_with_a_day_in_common_clash(other: str):
    (clash,) = found(ONE, other)
    assert [program.id for program in clash.programs] == ["hai", "mot"]
    assert clash.group.id == "hep"
    assert not clash.is_avoidable


APART = {
    "on other days": "{id: lop-2, start: 2024-03-08}",
    "called off": "{id: lop-2, start: 2024-03-05, state: cancelled}, {id: lop-3}",
    "of a month": "{id: lop-2, start: 2024-03, end: 2024-03}",
    "of an unknown year": "{id: lop-2, start: --03-05, inferred_year: 2024}",
    "of three years, which leaves room for others": "{id: lop-2, start: 2023-09-01, end: 2026-06-30}",
}


@pytest.mark.parametrize("name", APART)
def test_these_classes_do_not_clash(name: str):
    assert not found(ONE, APART[name])


def test_who_has_another_class_to_choose_can_avoid_a_clash():
    (clash,) = found(ONE, f"{ONE}, {{id: lop-2, start: 2024-05-01}}")
    assert clash.is_avoidable


def many(number: int, days: str = "start: 2024-03-05, end: 2024-03-07") -> str:
    """So many classes on the same days."""
    return ", ".join(f"{{id: lop-{turn}, {days}}}" for turn in range(number))


def test_the_classes_of_its_own_programme_do_not_keep_a_class_from_being_compared():
    (clash,) = found(f"{{id: muon, start: 2024-03-07}}, {many(40)}", "{id: lop, start: 2024-03-07}")
    assert len(clash.classes) == 41
    assert not clash.is_avoidable


def test_where_all_classes_clash_there_is_no_choice_however_many_they_are():
    (clash,) = found(many(30), many(30))
    assert len(clash.classes) < 900
    assert not clash.is_avoidable
    (clash,) = found(many(30), f"{many(30)}, {{id: sau, start: 2024-03-08}}")
    assert clash.is_avoidable


def test_the_work_for_the_classes_of_a_day_grows_with_their_number():
    class Watched(list[DatedClass]):
        """Classes that count how often they are looked at."""

        looks = 0

        def __getitem__(self, at: Any) -> Any:
            self.looks += 1
            return super().__getitem__(at)

    def looks(number: int) -> int:
        city = city_of(many(number), many(number))
        classes = Watched(sorted(classes_of_groups(city)["hep"], key=in_time))
        list(on_same_days(classes))
        return classes.looks

    assert looks(400) < 2.5 * looks(200)


def test_parts_of_each_other_do_not_clash():
    assert not found(ONE, ONE, more="part_of: mot\n")


@pytest.mark.parametrize(
    ("group", "narrow"),
    [
        (POSITIONS, True),
        ("", False),
        ("figures: [{measure: staff, value: 500}]\n", True),
        (f"{POSITIONS}figures: [{{measure: members, value: 501}}]\n", False),
    ],
)
def test_a_group_is_narrow_by_its_people_or_by_what_it_says_of_them(group: str, narrow: bool):
    assert bool(found(ONE, ONE, group)) is narrow


def test_a_group_that_holds_another_is_not_narrow():
    files = {
        "groups/hep.yml": f"title: Nhóm\n{POSITIONS}",
        "groups/con.yml": "title: Nhóm con\nparent: hep\n",
        "programs/a.yml": f"title: A\ngroups: [{{group: hep}}]\nclasses: [{ONE}]\n",
        "programs/b.yml": f"title: B\ngroups: [{{group: hep}}]\nclasses: [{ONE}]\n",
    }
    assert not clashes(catalogue_of({path: text + REPORTED for path, text in files.items()}))


def test_clashes_of_the_same_classes_stand_in_the_order_in_which_groups_are_named():
    groups = ["ba", "mot", "sau", "hai", "nam", "bon"]
    files = {f"groups/{id}.yml": f"title: Nhóm {id}\n{POSITIONS}" for id in groups}
    named = ", ".join(f"{{group: {id}}}" for id in groups)
    files |= {
        f"programs/{id}.yml": f"title: Lớp {id}\ngroups: [{named}]\nclasses: [{ONE}]\n"
        for id in ("mot", "hai")
    }
    found = clashes(catalogue_of({path: text + REPORTED for path, text in files.items()}))
    assert [clash.group.id for clash in found] == groups
