"""Coverage: what stands in which cell and year, whose need nobody meets, and who has nothing."""

from __future__ import annotations

import pytest

from catalogue.findings.coverage import Axis, Coverage, coverages, is_shared, of_blocks, open_needs, sides
from catalogue.findings.idle import idle_groups
from catalogue.model.collection import Catalogue
from tests.catalogue.views.small import REPORTED, catalogue_of

GROUP = "title: {}\nlevel: [commune]\n"
FILES = {
    "groups/xa.yml": GROUP.format("Cấp xã"),
    "groups/cong-chuc-xa.yml": GROUP.format("Công chức cấp xã") + "parent: xa\n",
    "groups/huyen.yml": GROUP.format("Cấp huyện"),
    "programs/dat-dai.yml": (
        "title: Đất đai\ngroups: [{group: xa}, {group: xa}]\nfields: [land, tourism]\n"
        "period: {start: 2023, end: 2024}\n"
    ),
    "programs/y-te.yml": "title: Y tế\nfields: [health]\nperiod: {start: 2024}\n",
    "programs/khong-gi.yml": "title: Không ghi gì\n",
    "topic-sets/nhu-cau.yml": (
        "title: Nhu cầu\nof: needs\nitems: [Đất đai]\ngroups: [cong-chuc-xa, xa]\nfields: [land, culture]\n"
        "period: {start: 2024}\n"
    ),
    "topic-sets/cua-ai.yml": "title: Của ai\nof: needs\nitems: [Báo chí]\nfields: [press, health]\n",
    "topic-sets/khong-linh-vuc.yml": "title: Không lĩnh vực\nof: needs\nitems: [Điều gì đó]\n",
}


@pytest.fixture(scope="module")
def city() -> Catalogue:
    return catalogue_of({path: text + REPORTED for path, text in FILES.items()})


def table(city: Catalogue, year: int | None, axis: Axis = Axis.FIELD) -> Coverage:
    (found,) = [each for each in coverages(city)[year] if each.axis is axis]
    return found


def programs(coverage: Coverage) -> dict[tuple[str, str], list[str]]:
    """The ids of the programmes in each cell that has any."""
    return {
        key: [program.id for program in cell.programs]
        for key, cell in coverage.cells.items()
        if cell.programs
    }


def test_a_programme_stands_once_in_each_cell_of_its_groups_and_fields(city: Catalogue):
    assert programs(table(city, None)) == {
        ("xa", "land"): ["dat-dai"],
        ("xa", "tourism"): ["dat-dai"],
        ("", "health"): ["y-te"],
        ("", ""): ["khong-gi"],
    }


def test_a_programme_of_two_years_stands_in_both(city: Catalogue):
    assert set(programs(table(city, 2023))) == {("xa", "land"), ("xa", "tourism")}
    assert set(programs(table(city, 2024))) == {("xa", "land"), ("xa", "tourism"), ("", "health")}


def test_years_come_newest_first_behind_all_of_them(city: Catalogue):
    assert list(coverages(city)) == [None, 2024, 2023]


def test_what_no_programme_says_comes_last(city: Catalogue):
    assert table(city, None).groups[-1] == ""
    assert table(city, None).values[-1] == ""


def test_a_cell_names_who_needs_what_nobody_teaches(city: Catalogue):
    cells = table(city, 2024).cells
    assert [need.id for need in cells["cong-chuc-xa", "culture"].needs] == ["nhu-cau"]
    assert cells["cong-chuc-xa", "culture"].programs == ()
    assert ("cong-chuc-xa", "culture") not in table(city, 2023).cells


def test_a_need_is_open_unless_a_programme_is_for_its_group_in_its_field_and_time(city: Catalogue):
    found = [(need.named_by.id, need.group and need.group.id, need.field) for need in open_needs(city)]
    assert found == [
        ("cua-ai", None, "press"),
        ("khong-linh-vuc", None, None),
        ("nhu-cau", "cong-chuc-xa", "land"),
        ("nhu-cau", "cong-chuc-xa", "culture"),
        ("nhu-cau", "xa", "culture"),
    ]


def test_a_programme_for_a_wider_group_may_meet_a_need(city: Catalogue):
    (need,) = [each for each in open_needs(city) if each.group and each.field == "land"]
    assert [program.id for program in need.wider] == ["dat-dai"]


def test_a_programme_of_another_year_meets_no_need():
    files = {
        "programs/dat-dai.yml": "title: A\ngroups: [{group: xa}]\nfields: [land]\nperiod: {start: 2023}\n",
        "groups/xa.yml": FILES["groups/xa.yml"],
        "topic-sets/n.yml": (
            "title: Nhu cầu\nof: needs\nitems: [Đất đai]\ngroups: [xa]\nfields: [land]\n"
            "period: {start: 2024}\n"
        ),
    }
    (need,) = open_needs(catalogue_of({path: text + REPORTED for path, text in files.items()}))
    assert need.wider == ()


NEED = {
    "groups/xa.yml": GROUP.format("Cấp xã"),
    "topic-sets/n.yml": "title: N\nof: needs\nitems: [Đất]\ngroups: [xa]\nfields: [land]\n",
    "topic-sets/ai.yml": "title: Ai\nof: needs\nitems: [Đất]\nfields: [land]\n",
}
MEETS = {
    "": True,
    "state: planned\n": True,
    "classes: [{id: a, state: cancelled}, {id: b}]\n": True,
    "classes: [{id: a, state: cancelled}, {id: b, state: postponed}]\n": False,
    "state: proposed\n": False,
    "figures: [{measure: classes, value: 2, state: proposed}]\n": False,
}
"""Whether a programme of which this is said can meet a need."""


def in_need(program: str) -> Catalogue:
    """Two lists that name a need in a field, one of them whose, and a programme in that field."""
    files = {**NEED, "programs/a.yml": f"title: A\nfields: [land]\n{program}"}
    return catalogue_of({path: text + REPORTED for path, text in files.items()})


@pytest.mark.parametrize("said", MEETS)
def test_what_is_called_off_or_only_proposed_meets_no_need(said: str):
    found = open_needs(in_need(f"groups: [{{group: xa}}]\n{said}"))
    assert [need.named_by.id for need in found] == ([] if MEETS[said] else ["ai", "n"])


@pytest.mark.parametrize("said", MEETS)
def test_what_is_called_off_or_only_proposed_may_meet_no_need_of_others(said: str):
    (need,) = [need for need in open_needs(in_need(said)) if need.group]
    assert [program.id for program in need.wider] == (["a"] if MEETS[said] else [])


@pytest.mark.parametrize("said", MEETS)
def test_a_cell_has_what_search_lists_called_off_and_proposed_or_not(said: str):
    city = in_need(f"groups: [{{group: xa}}]\n{said}")
    assert programs(table(city, None))["xa", "land"] == ["a"]


def test_a_need_of_no_known_field_is_open_for_each_of_its_groups():
    files = {
        "groups/xa.yml": GROUP.format("Cấp xã"),
        "groups/huyen.yml": GROUP.format("Cấp huyện"),
        "topic-sets/n.yml": "title: N\nof: needs\nitems: [Đất]\ngroups: [xa, huyen]\n",
        "programs/a.yml": "title: A\ngroups: [{group: xa}]\n",
    }
    found = open_needs(catalogue_of({path: text + REPORTED for path, text in files.items()}))
    assert [(need.group and need.group.id, need.field, need.wider) for need in found] == [
        ("xa", None, ()),
        ("huyen", None, ()),
    ]


def test_the_groups_that_no_programme_names_are_named(city: Catalogue):
    assert [group.id for group in table(city, None).idle] == ["huyen", "cong-chuc-xa"]
    assert [group.id for group in table(city, None, Axis.CONTENT).idle] == ["huyen", "cong-chuc-xa"]


def test_a_catalogue_without_programmes_has_no_cells():
    empty = catalogue_of({})
    assert [each.cells for each in coverages(empty)[None]] == [{}, {}, {}]
    assert open_needs(empty) == []


def test_the_real_needs_of_the_communes_are_open(real: Catalogue):
    commune = [
        need.field for need in open_needs(real) if need.group and need.group.id == "can-bo-cong-chuc-cap-xa"
    ]
    assert commune == ["planning_and_architecture", "agriculture", "tourism"]


def test_a_group_stands_under_its_own_blocks_not_under_those_of_the_other_groups_of_a_programme():
    named = {
        "p": "blocks: [government, mass_organizations]\ngroups: [{group: a}, {group: b}, {group: c}]\n",
        "q": "blocks: [party]\ngroups: [{group: b}]\n",
    }
    files = {"groups/a.yml": "title: A\nblocks: [government]\n", "groups/c.yml": "title: C\n"}
    files |= {"groups/b.yml": "title: B\nblocks: [mass_organizations]\n"}
    files |= {f"programs/{id}.yml": f"title: {id}\n{text}" for id, text in named.items()}
    blocks = table(catalogue_of({path: text + REPORTED for path, text in files.items()}), None, Axis.BLOCK)
    assert programs(blocks) == {
        ("a", "government"): ["p"],
        ("b", "mass_organizations"): ["p"],
        ("b", "party"): ["q"],
        ("c", "government"): ["p"],
        ("c", "mass_organizations"): ["p"],
    }


IDLE = {
    "organizations/moi.yml": "title: Xã mới\ncategory: administration\nstart: 2025-07-01\n",
    "groups/rong.yml": "title: Rộng\n",
    "groups/giua.yml": "title: Giữa\nparent: rong\n",
    "groups/hep.yml": "title: Hẹp\nparent: giua\n",
    "groups/khong.yml": "title: Không có gì\n",
    "groups/chua-ro.yml": "title: Chưa rõ\n",
    "groups/xa-moi.yml": "title: Của xã mới\norganization: moi\n",
    "groups/het.yml": "title: Đã hết\nend: 2023-12-31\n",
    "groups/nhiem-ky.yml": "title: Nhiệm kỳ sau\nterm: {start: 2025, end: 2030}\n",
    "groups/quy-hoach.yml": "title: Quy hoạch\nplanned: true\nterm: {start: 2025, end: 2030}\n",
    "programs/a.yml": "title: A\ngroups: [{group: giua}]\nperiod: {start: 2024}\n",
    "programs/b.yml": "title: B\ngroups: [{group: chua-ro}, {group: giua}]\n",
}


def test_the_idle_groups_of_a_year_could_have_had_a_class_and_tell_what_is_around_them():
    city = catalogue_of({path: text + REPORTED for path, text in IDLE.items()})
    of_year = idle_groups(city, table(city, 2024))
    assert [(each.group.id, each.in_wider, each.in_narrower) for each in of_year.groups] == [
        ("khong", False, False),
        ("quy-hoach", False, False),
        ("hep", True, False),
        ("rong", False, True),
    ]
    assert (of_year.undated, [group.id for group in of_year.perhaps]) == (1, ["chua-ro"])
    ever = idle_groups(city, table(city, None))
    assert {"xa-moi", "het", "nhiem-ky"} < {each.group.id for each in ever.groups}
    assert (ever.undated, ever.perhaps) == (0, [])


def test_party_and_government_stand_side_by_side():
    named = {
        "p": "blocks: [party]\ngroups: [{group: a}, {group: b}]\n",
        "q": "blocks: [government]\ngroups: [{group: a}, {group: c}]\n",
        "r": "blocks: [mass_organizations]\ngroups: [{group: d}]\n",
    }
    files = {f"groups/{id}.yml": f"title: Nhóm {id}\n" for id in "abcd"}
    files |= {f"programs/{id}.yml": f"title: {id}\n{text}" for id, text in named.items()}
    city = catalogue_of({path: text + REPORTED for path, text in files.items()})
    blocks = table(city, None, Axis.BLOCK)
    assert sides(blocks) == (["a"], ["b"], ["c"], ["d"], [])
    assert not is_shared(blocks, "a")
    assert of_blocks(city, None) == blocks
    assert of_blocks(city, 2024) is None
