"""«Tôi được cử học lớp nào?»: every person of persons.yml is told what the sources allow and no more; the browser judges, on the real data's file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from catalogue.language.vocabulary import Level, Rank, Service
from catalogue.load import Catalogue, load
from catalogue.views.exports.eligibility_data import eligibility_json
from tests.catalogue.views.small import REPORTED, catalogue_of

ROOT = Path(__file__).parents[2]
FILE = yaml.safe_load(Path(__file__).with_name("persons.yml").read_text(encoding="utf-8"))
PERSONS: list[dict[str, Any]] = FILE["persons"]
LISTS = ("right", "perhaps", "unknown")
TODAY = "2026-11-22"
JUDGE = """async ([data, person, today]) => {
  const { judge } = await import("/eligibility/verdict.js");
  return judge(data, person, today);
}"""

Told = Mapping[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def real() -> Catalogue:
    catalogue = load(ROOT / "data").catalogue
    assert catalogue
    return catalogue


def judged(scripts: Page, catalogue: Catalogue, person: Mapping[str, Any], today: str = TODAY) -> Told:
    """What a person is told."""
    told: Told = scripts.evaluate(
        JUDGE, [json.loads(json.dumps(eligibility_json(catalogue))), dict(person), today]
    )
    return told


def ids(told: Told, name: str) -> set[str]:
    return {entry["program"]["id"] for entry in told[name]}


@pytest.mark.parametrize("person", PERSONS, ids=[person["who"] for person in PERSONS])
def test_a_person_is_told_what_the_sources_allow_and_no_more(
    scripts: Page, real: Catalogue, person: dict[str, Any]
):
    told = judged(scripts, real, person["answers"])
    expected = {name: set(person.get(name, ())) for name in LISTS}
    expected["unknown"] |= set(FILE["unknown_to_everyone"])
    assert {name: ids(told, name) for name in LISTS} == expected
    assert not any(ids(told, name) & set(person.get("never", ())) for name in LISTS)
    assert told["excluded"] == []
    assert not any(entry.get("required") for name in LISTS for entry in told[name])


@pytest.mark.parametrize("person", PERSONS, ids=[person["who"] for person in PERSONS])
def test_every_verdict_has_its_reason_in_one_sentence_that_names_the_group(
    scripts: Page, real: Catalogue, person: dict[str, Any]
):
    for name in LISTS:
        for entry in judged(scripts, real, person["answers"])[name]:
            title = real.groups[entry["group"]].title
            assert entry["reason"].startswith(f"Nguồn ghi đối tượng là «{title}»; "), entry["reason"]
            assert entry["reason"].endswith(".")
            assert "undefined" not in entry["reason"]
            assert "  " not in entry["reason"]


def test_there_are_enough_persons_whose_answers_can_be_given():
    codes: dict[str, set[Any]] = {
        "service": set(Service),
        "level": set(Level),
        "rank": set(Rank),
        "planned": {True, False},
    }
    assert len(PERSONS) >= 40
    assert len({person["who"] for person in PERSONS}) == len(PERSONS)
    for person in PERSONS:
        assert set(person["answers"]) <= {*codes, "job", "position", "planned_position", "term"}, person[
            "who"
        ]
        assert all(person["answers"][name] in codes[name] for name in codes if name in person["answers"]), (
            person["who"]
        )


def test_every_programme_with_groups_is_judged_for_every_person(real: Catalogue):
    there = {program.id for program in real.programs.values() if program.groups}
    for person in PERSONS:
        assert {id for name in (*LISTS, "never") for id in person.get(name, ())} | set(
            FILE["unknown_to_everyone"]
        ) >= there, person["who"]


def test_the_groups_whose_fields_say_all_are_marked_so_in_the_data(real: Catalogue):
    assert {group.id for group in real.groups.values() if group.exhaustive} == set(FILE["exhaustive"])


OFFICIAL = (
    "verification: {level: official, document: nghi-dinh, locator: Điều 1, checked: 2026-01-05, by: so}\n"
)
RULED = {
    "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
    "documents/nghi-dinh.yml": f"title: Nghị định A\ncategory: decree\n{OFFICIAL}",
    "groups/cong-chuc-xa.yml": f"title: Công chức cấp xã\nregulation: {{document: nghi-dinh}}\nservice: [civil_servant]\nlevel: [commune]\nexhaustive: true\n{OFFICIAL}",
    "groups/theo-bao.yml": f"title: Công chức theo báo\nservice: [civil_servant]\nlevel: [commune]\nexhaustive: true\n{REPORTED}",
    "groups/khac.yml": f"title: Viên chức\nservice: [public_employee]\nexhaustive: true\n{REPORTED}",
    "programs/bat-buoc.yml": f"title: A\ngroups: [{{group: cong-chuc-xa, obligation: required, basis: {{document: nghi-dinh}}}}]\n"
    f"legal_basis: [{{document: nghi-dinh, locator: Điều 5}}]\n{REPORTED}",
    "programs/theo-bao.yml": f"title: B\ngroups: [{{group: theo-bao, obligation: required, basis: {{document: nghi-dinh}}}}]\n{REPORTED}",
    "programs/khong-can-cu.yml": f"title: C\ngroups: [{{group: cong-chuc-xa, obligation: required}}]\n{REPORTED}",
    "programs/hai-doi-tuong.yml": f"title: D\ngroups: [{{group: cong-chuc-xa, basis: {{document: nghi-dinh}}}}, {{group: khac}}]\n{REPORTED}",
}


@pytest.fixture(scope="module")
def ruled() -> Catalogue:
    """A catalogue in which a decree that was checked against its text says who must attend."""
    return catalogue_of(RULED)


def test_only_an_article_that_was_checked_makes_a_programme_required(scripts: Page, ruled: Catalogue):
    told = judged(scripts, ruled, {"service": "civil_servant", "level": "commune"})
    assert ids(told, "right") == {"bat-buoc", "theo-bao", "khong-can-cu", "hai-doi-tuong"}
    required = [entry for entry in told["right"] if entry.get("required")]
    assert [entry["program"]["id"] for entry in required] == ["bat-buoc"]
    assert told["right"][0] == required[0]
    assert required[0]["reason"] == (
        "Nguồn ghi đối tượng là «Công chức cấp xã»; câu trả lời về «Tôi là» và cấp khớp; bắt buộc theo Điều 5, Nghị định A."
    )


def test_only_an_article_that_was_checked_keeps_a_person_out(scripts: Page, ruled: Catalogue):
    told = judged(scripts, ruled, {"service": "cadre", "level": "commune"})
    assert [entry["program"]["id"] for entry in told["excluded"]] == ["bat-buoc"]
    assert (
        told["excluded"][0]["reason"]
        == "Theo Điều 5, Nghị định A, đối tượng là «Công chức cấp xã»; câu trả lời về «Tôi là» không khớp."
    )
    assert all(told[name] == [] for name in LISTS)


def test_a_group_without_fields_may_be_meant_where_its_parent_is(scripts: Page):
    nothing = catalogue_of(
        {
            "groups/rong.yml": f"title: Công chức\nservice: [civil_servant]\nexhaustive: true\n{REPORTED}",
            "groups/hep.yml": f"title: Công chức tiêu biểu\nparent: rong\n{REPORTED}",
            "programs/a.yml": f"title: A\ngroups: [{{group: hep}}]\n{REPORTED}",
        }
    )
    told = judged(scripts, nothing, {"service": "civil_servant"})
    assert ids(told, "perhaps") == {"a"}
    assert "nằm trong «Công chức»" in told["perhaps"][0]["reason"]
    assert ids(judged(scripts, nothing, {"service": "cadre"}), "unknown") == {"a"}


CLASSES = {
    "groups/g.yml": f"title: Công chức\nservice: [civil_servant]\nexhaustive: true\n{REPORTED}",
    "programs/lop.yml": "title: A\ngroups: [{group: g}]\nclasses:\n"
    "  - {id: cu, start: 2026-01-05, end: 2026-01-09}\n  - {id: xong, state: finished}\n  - {id: huy, start: 2027-01-05, state: cancelled}\n"
    f"  - {{id: moi, start: 2026-12-05, end: 2026-12-09, deadline: 2026-11-25}}\n  - {{id: hoan, state: postponed}}\n{REPORTED}",
    "programs/nam-cu.yml": f"title: B\ngroups: [{{group: g}}]\nperiod: {{start: 2024, end: 2024}}\nstate: planned\n{REPORTED}",
    "programs/khong-ro.yml": f"title: C\ngroups: [{{group: g}}]\n{REPORTED}",
}


def test_what_has_ended_stands_apart_from_what_is_to_come(scripts: Page):
    told = judged(scripts, catalogue_of(CLASSES), {"service": "civil_servant"})
    by_id = {entry["program"]["id"]: entry for entry in told["right"]}
    assert {id: entry["over"] for id, entry in by_id.items()} == {
        "lop": False,
        "nam-cu": True,
        "khong-ro": False,
    }
    assert [(each["id"], each["standing"]["words"]) for each in by_id["lop"]["coming"]] == [
        ("moi", "Còn 3 ngày gửi danh sách"),
        ("huy", "Hủy"),
        ("hoan", "Hoãn"),
    ]
    assert by_id["lop"]["ended"] == 2
    assert by_id["nam-cu"]["state"]["words"] == "Kế hoạch 2024, chưa có thông tin kết quả"
    later = judged(scripts, catalogue_of(CLASSES), {"service": "civil_servant"}, "2027-03-01")
    assert [each["id"] for entry in later["right"] for each in entry["coming"]] == ["huy", "hoan"]
