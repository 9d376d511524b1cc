"""«Tôi được cử học lớp nào?»: every person of persons.yml is told what the sources allow, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page

from catalogue.language.vocabulary import Level, Rank, Service
from catalogue.model.collection import Catalogue
from tests.catalogue.views.small import catalogue_of
from tests.search.questioning import FILE, LISTS, TREES, Told, all_judged, ids, judged, whole

PERSONS: list[dict[str, Any]] = FILE["persons"]
IN_GROUPS = [
    (group, held.get("article", ""), person)
    for group, held in FILE["groups"].items()
    for person in held["persons"]
]
JUDGE_GROUPS = """async ([first, asked]) => {
  const { judging } = await import("/eligibility/verdict.js");
  const { reasonOf } = await import("/eligibility/reasons.js");
  const { labels } = first;
  return asked.map(({ group, person }) => {
    const judged = judging(first, person)(group);
    return { ...judged, reason: reasonOf({ ...judged, labels, law: judged.group.law }) };
  });
}"""
OUTCOMES = {
    "right": {"met"},
    "perhaps": {"met"},
    "never": {"against"},
    "unknown": {"unanswered", "strange", "unasked"},
}
"""What became of the conditions that decide about a verdict."""


@pytest.fixture(scope="module")
def told_to_persons(scripts: Page, real: Catalogue) -> Mapping[str, Told]:
    """What every person is told, by who they are."""
    told = all_judged(scripts, real, [person["answers"] for person in PERSONS])
    return {person["who"]: each for person, each in zip(PERSONS, told, strict=True)}


@pytest.mark.parametrize("person", PERSONS, ids=[person["who"] for person in PERSONS])
def test_a_person_is_told_what_the_sources_allow_and_no_more(
    told_to_persons: Mapping[str, Told], person: dict[str, Any]
):
    told = told_to_persons[person["who"]]
    expected = {name: set(person.get(name, ())) for name in LISTS}
    expected["unknown"] |= set(FILE["unknown_to_everyone"])
    assert {name: ids(told, name) for name in LISTS} == expected
    assert not any(ids(told, name) & set(person.get("never", ())) for name in LISTS)
    assert told["excluded"] == []
    assert not any(entry["required"] for name in LISTS for entry in told[name])


@pytest.mark.parametrize("person", PERSONS, ids=[person["who"] for person in PERSONS])
def test_every_verdict_has_its_reason_in_one_sentence_that_names_the_group(
    told_to_persons: Mapping[str, Told], person: dict[str, Any]
):
    told = told_to_persons[person["who"]]
    entries = [entry for name in LISTS for entry in told[name]]
    assert entries
    for entry in entries:
        title = entry["judged"]["group"]["title"]
        assert entry["reason"].startswith(f"Nguồn ghi đối tượng là «{title}»; "), entry["reason"]
        assert entry["reason"].endswith(".")
        assert "undefined" not in entry["reason"]
        assert "  " not in entry["reason"]


@pytest.fixture(scope="module")
def told_by_groups(scripts: Page, real: Catalogue) -> list[dict[str, Any]]:
    """What each group is to each person that it is held against."""
    asked = [{"group": group, "person": person["answers"]} for group, _, person in IN_GROUPS]
    told: list[dict[str, Any]] = scripts.evaluate(JUDGE_GROUPS, [whole(real), asked])
    return told


@pytest.mark.parametrize(
    "at", range(len(IN_GROUPS)), ids=[f"{each[0]}: {each[2]['who']}" for each in IN_GROUPS]
)
def test_a_group_is_to_its_persons_what_its_source_says_and_names_what_decides(
    told_by_groups: list[dict[str, Any]], at: int
):
    _, article, person = IN_GROUPS[at]
    told = told_by_groups[at]
    assert told["verdict"] == person["told"], told["reason"]
    deciding = [each["field"] for each in told["matches"] if each["outcome"] in OUTCOMES[told["verdict"]]]
    assert sorted(deciding) == sorted(person["by"])
    assert (f"căn cứ {article}." in told["reason"]) == bool(article)


def test_every_group_has_three_to_six_persons_and_each_of_its_conditions_decides_for_one(real: Catalogue):
    assert set(FILE["groups"]) == set(real.groups)
    first = whole(real)
    for id, held in FILE["groups"].items():
        assert 3 <= len(held["persons"]) <= 6, id
        told = {field for person in held["persons"] for field in person["by"] if person["told"] != "perhaps"}
        assert conditions_of(first["groups"][id]) <= told, id


def conditions_of(group: Mapping[str, Any]) -> set[str]:
    """The questions that a group has an answer to."""
    asked = {"service", "block", "rank", "job", "planned", "term"} & set(group)
    if "positions" in group:
        asked.add("planned_position" if group.get("planned") else "position")
    return asked | ({"level"} & set(group))


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
        answers = person["answers"]
        assert set(answers) <= {*codes, "block", "job", "position", "planned_position", "term"}, person["who"]
        assert all(answers[name] in codes[name] for name in codes if name in answers), person["who"]


def test_every_programme_with_groups_is_judged_for_every_person(real: Catalogue):
    there = {program.id for program in real.programs.values() if program.groups}
    assert there
    for person in PERSONS:
        judged_of = {id for name in (*LISTS, "never") for id in person.get(name, ())}
        assert judged_of | set(FILE["unknown_to_everyone"]) >= there, person["who"]


def test_the_groups_whose_fields_say_all_are_marked_so_in_the_data(real: Catalogue):
    assert {group.id for group in real.groups.values() if group.exhaustive} == set(FILE["exhaustive"])


@pytest.fixture(scope="module")
def ruled() -> Catalogue:
    """A catalogue in which a decree that was checked against its text says who must attend."""
    return catalogue_of(TREES["ruled"])


def test_only_an_article_that_was_checked_makes_a_programme_required(scripts: Page, ruled: Catalogue):
    told = judged(scripts, ruled, {"service": "civil_servant", "level": "commune"})
    assert ids(told, "right") == {"bat-buoc", "theo-bao", "khong-can-cu", "hai-doi-tuong"}
    required = [entry for entry in told["right"] if entry["required"]]
    assert [entry["program"]["id"] for entry in required] == ["bat-buoc"]
    assert told["right"][0] == required[0]
    assert required[0]["reason"] == (
        "Nguồn ghi đối tượng là «Công chức cấp xã»; diện (công chức) và cấp (xã) khớp; "
        "bắt buộc theo Điều 5, Nghị định A."
    )


def test_only_an_article_that_was_checked_keeps_a_person_out(scripts: Page, ruled: Catalogue):
    told = judged(scripts, ruled, {"service": "cadre", "level": "commune"})
    assert [entry["program"]["id"] for entry in told["excluded"]] == ["bat-buoc"]
    assert told["excluded"][0]["reason"] == (
        "Theo Điều 5, Nghị định A, đối tượng là «Công chức cấp xã»; "
        "diện (cán bộ) không khớp: diện phải là «Công chức»."
    )
    assert all(told[name] == [] for name in LISTS)


def test_a_group_without_fields_may_be_meant_where_its_parent_is(scripts: Page):
    nothing = catalogue_of(TREES["group without fields"])
    told = judged(scripts, nothing, {"service": "civil_servant"})
    assert ids(told, "perhaps") == {"a"}
    assert "nằm trong «Công chức»" in told["perhaps"][0]["reason"]
    assert ids(judged(scripts, nothing, {"service": "cadre"}), "unknown") == {"a"}


def test_what_has_ended_stands_apart_from_what_is_to_come(scripts: Page):
    catalogue = catalogue_of(TREES["classes"])
    told = judged(scripts, catalogue, {"service": "civil_servant"})
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
    later = judged(scripts, catalogue, {"service": "civil_servant"}, "2027-03-01")
    assert [each["id"] for entry in later["right"] for each in entry["coming"]] == ["huy", "hoan"]
