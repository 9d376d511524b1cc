"""Overlaps: which two programmes may be one, and which are none; what cannot be compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from catalogue.findings import overlaps as module
from catalogue.findings.comparing import Lack, comparables
from catalogue.findings.overlaps import (
    Overlaps,
    by_group_and_year,
    overlaps,
    overlaps_of_programs,
    shared_groups,
)
from catalogue.model.collection import Catalogue
from tests.catalogue.views.small import REPORTED, catalogue_of

BODY = "title: {}\ncategory: {}\n"
FILES = {
    "groups/xa.yml": "title: Cán bộ cấp xã\n",
    "groups/bi-thu.yml": "title: Bí thư đảng ủy xã\nparent: xa\n",
    "groups/huyen.yml": "title: Cán bộ cấp huyện\n",
    "organizations/so.yml": BODY.format("Sở Nội vụ", "administration"),
    "organizations/ban.yml": BODY.format("Ban Tổ chức", "party_office"),
    "organizations/truong.yml": BODY.format("Trường Chính trị", "school"),
    "organizations/cac-xa.yml": BODY.format("Các xã", "collective"),
    "organizations/xa-a.yml": BODY.format("Xã A", "administration") + "parent: cac-xa\n",
    "organizations/cu.yml": BODY.format("Sở cũ", "administration")
    + "successors: [{organization: giua}]\nend: 2024-06\n",
    "organizations/giua.yml": BODY.format("Sở giữa", "administration") + "successors: [{organization: so}]\n",
    "organizations/phuong-b.yml": BODY.format("Phường B", "administration")
    + "level: commune\nterritory: Phường B\n",
    "organizations/phuong-c.yml": BODY.format("Phường C", "administration")
    + "level: commune\nterritory: Phường C\n",
    "glossary.yml": "terms: [{short: KNS, long: kỹ năng số, draft: true}]\n",
}
USUAL = {
    "title": "Bồi dưỡng kỹ năng số cho người mới",
    "groups": "[{group: xa}]",
    "lead": "so",
    "fields": "[digital_transformation]",
    "period": "{start: 2024}",
}
"""A programme as it is compared; `None` takes a field away."""


def city_of(
    one: Mapping[str, Any], other: Mapping[str, Any], more: Mapping[str, str] | None = None
) -> Catalogue:
    """A catalogue with two programmes, which differ from the usual one; the second is led by another body."""
    programs = {
        f"programs/{id}.yml": "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
        for id, fields in (("mot", {**USUAL, **one}), ("hai", {**USUAL, "lead": "ban", **other}))
    }
    files = {**FILES, **programs, **(more or {})}
    texts = {
        path: text if "verification" in text or path == "glossary.yml" else text + REPORTED
        for path, text in files.items()
    }
    return catalogue_of(texts)


def found(
    one: Mapping[str, Any], other: Mapping[str, Any], more: Mapping[str, str] | None = None
) -> Overlaps:
    return overlaps(city_of(one, other, more))


ALIKE: Mapping[str, Mapping[str, Any]] = {
    "the same": {},
    "a word more": {"title": "Bồi dưỡng kỹ năng số cơ bản cho người mới"},
    "words swapped": {"title": "Cho người mới, bồi dưỡng kỹ năng số"},
    "a short form": {"title": "Bồi dưỡng KNS cho người mới"},
    "the newer spelling, capitals, a year": {"title": "BỒI DƯỠNG KỸ NĂNG SỐ CHO NGƯỜI MỚI NĂM 2024"},
    "another run": {"title": "Bồi dưỡng kỹ năng số cho người mới, khoá 12"},
    "the group named in the title": {"title": "Bồi dưỡng kỹ năng số cho người mới, cán bộ cấp xã"},
    "a group within": {"groups": "[{group: bi-thu}]"},
    "a year of several": {"period": "{start: 2023-06, end: 2024-02}"},
    "by organizers only": {"lead": None, "organizers": "[truong]"},
    "a lead, and organizers of both": {"organizers": "[so]"},
}


@pytest.mark.parametrize("name", ALIKE)
def test_two_programmes_that_differ_so_may_overlap(name: str):
    (pair,) = found({}, ALIKE[name]).pairs
    assert module.LEAST <= pair.likeness <= 1


def test_a_field_is_not_needed_where_a_content_is_the_same():
    content = {"fields": None, "content": "[digital_skills]"}
    assert found(content, {**content, "fields": "[finance]"}).pairs
    assert not found(content, {"content": None}).pairs


APART: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {
    "one lead": ({}, {"lead": "so", "title": "Bồi dưỡng kỹ năng số cho cả người mới"}),
    "a lead and who took over from it": ({}, {"lead": "cu"}),
    "a body and the collective it belongs to": ({"lead": "xa-a"}, {"lead": "cac-xa"}),
    "no lead, and an organizer of both": (
        {"organizers": "[truong]"},
        {"lead": None, "organizers": "[truong]"},
    ),
    "other groups": ({}, {"groups": "[{group: huyen}]"}),
    "other matters": ({}, {"fields": "[finance]"}),
    "other years": ({}, {"period": "{start: 2025}"}),
    "other titles": ({}, {"title": "Quản lý đất đai ở cơ sở"}),
    "a draft": ({}, {"verification": "{level: draft}"}),
    "called off": ({}, {"classes": "[{id: lop-1, state: cancelled}, {id: lop-2, state: postponed}]"}),
    "a part of the other": ({}, {"part_of": "mot"}),
    "perhaps a part of the other": ({}, {"perhaps_part_of": "mot"}),
    "the other again": ({"period": "{start: 2023, end: 2024}"}, {"repeats": "mot"}),
    "the other, carried over": ({"period": "{start: 2023, end: 2024}"}, {"carried_over": "true"}),
}


@pytest.mark.parametrize("name", APART)
def test_these_two_do_not_overlap(name: str):
    assert not found(*APART[name]).pairs


def test_parts_of_one_whole_do_not_overlap_nor_does_what_repeats_a_part():
    whole = {"programs/ca.yml": f"title: Cả chương trình\nperiod: {{start: 2023, end: 2024}}\n{REPORTED}"}
    assert not found({"part_of": "ca"}, {"part_of": "ca"}, whole).pairs
    earlier = "".join(f"{key}: {value}\n" for key, value in {**USUAL, "period": "{start: 2023}"}.items())
    more = {**whole, "programs/truoc.yml": f"{earlier}part_of: ca\n{REPORTED}"}
    assert not found({"repeats": "truoc"}, {"part_of": "ca"}, more).pairs


def test_kin_that_lead_round_in_a_circle_are_kin():
    assert not found({"part_of": "hai"}, {"repeats": "mot", "period": None}).pairs


def test_local_bodies_of_two_places_overlap_only_where_titles_are_nearly_one():
    local = {"lead": "phuong-b"}, {"lead": "phuong-c"}
    (pair,) = found(*local).pairs
    assert pair.is_elsewhere
    assert not found(local[0], {**local[1], "title": "Bồi dưỡng kỹ năng số ở trường học cho giáo viên"}).pairs


def test_a_pair_says_what_it_shares():
    fields = {"content": "[digital_skills, leadership]", "period": "{start: 2023, end: 2024}"}
    catalogue = city_of(
        {**fields, "title": "Bồi dưỡng KNS cho người mới"}, {**fields, "groups": "[{group: bi-thu}]"}
    )
    (pair,) = overlaps_of_programs(catalogue)["mot"]
    assert pair.words == ["Bồi dưỡng kỹ năng số cho người mới"]
    assert shared_groups(catalogue, pair) == [("bi-thu", "xa")]
    assert (pair.fields, pair.contents, pair.years) == (
        ["digital_transformation"],
        ["digital_skills", "leadership"],
        [2023, 2024],
    )


def test_what_lacks_something_is_not_compared_but_told():
    lacking = {"groups": None, "lead": None, "fields": None, "period": None}
    outcome = found({}, lacking)
    assert not outcome.pairs
    assert (outcome.compared, outcome.total) == (1, 2)
    assert {lack: [each.id for each in programs] for lack, programs in outcome.lacking.items()} == {
        lack: ["hai"] for lack in Lack
    }


def test_a_class_of_three_years_is_compared_in_each_of_them():
    (pair,) = found({"period": None, "classes": "[{id: lop-1, start: 2022-09, end: 2025-06}]"}, {}).pairs
    assert pair.years == [2024]


def test_a_catalogue_without_programmes_has_no_pairs():
    assert overlaps(catalogue_of({})) == ([], 0, 0, {lack: [] for lack in Lack}, [])


def test_of_a_thousand_alike_each_is_compared_with_a_few(monkeypatch: pytest.MonkeyPatch):
    """Whoever has more others beside it than can be compared is told, and the pairs grow with the records."""
    monkeypatch.setattr(module, "NEIGHBOURS", 3)
    usual = {**USUAL, "lead": None}
    text = "".join(f"{key}: {value}\n" for key, value in usual.items() if value)
    bodies = {f"organizations/b{turn}.yml": BODY.format(f"Đơn vị {turn}", "school") for turn in range(40)}
    programs = {
        f"programs/p{turn}.yml": text.replace("người mới", f"người mới, cụm {turn % 2}, đợt {turn}")
        + f"lead: b{turn}\n"
        for turn in range(40)
    }
    outcome = found({}, {}, {**bodies, **programs})
    assert len(outcome.crowded) == 42
    assert 0 < len(outcome.pairs) <= 42 * 3


def test_those_who_meet_by_a_group_are_given_in_the_order_of_groups():
    """The order of a set, which differs from build to build, has no say in which of two is met first."""
    names = ["bay", "bon", "hai", "nam", "sau"]
    files = {f"groups/{id}.yml": f"title: Nhóm {id}\n" for id in names}
    for id in names:
        fields = {**USUAL, "title": f"Bồi dưỡng nhóm {id}", "groups": f"[{{group: {id}}}]"}
        files[f"programs/cho-{id}.yml"] = "".join(f"{key}: {value}\n" for key, value in fields.items())
    every = ", ".join(f"{{group: {id}}}" for id in reversed(names))
    catalogue = city_of({"groups": f"[{every}]"}, {}, files)
    met = by_group_and_year(comparables(catalogue, list(catalogue.programs.values())))
    assert [members[0].compared.program.id for members in met] == [f"cho-{id}" for id in names]
