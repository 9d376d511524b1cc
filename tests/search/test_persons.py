"""«Tôi được cử học lớp nào?»: every person of persons.yml is told what the sources allow, and no more."""

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
from tests.catalogue.views.small import catalogue_of, trees_of

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
    told = judged(scripts, real, person["answers"])
    entries = [entry for name in LISTS for entry in told[name]]
    assert entries
    for entry in entries:
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
        answers = person["answers"]
        assert set(answers) <= {*codes, "job", "position", "planned_position", "term"}, person["who"]
        assert all(answers[name] in codes[name] for name in codes if name in answers), person["who"]


def test_every_programme_with_groups_is_judged_for_every_person(real: Catalogue):
    there = {program.id for program in real.programs.values() if program.groups}
    assert there
    for person in PERSONS:
        judged_of = {id for name in (*LISTS, "never") for id in person.get(name, ())}
        assert judged_of | set(FILE["unknown_to_everyone"]) >= there, person["who"]


def test_the_groups_whose_fields_say_all_are_marked_so_in_the_data(real: Catalogue):
    assert {group.id for group in real.groups.values() if group.exhaustive} == set(FILE["exhaustive"])


TREES = trees_of(Path(__file__).with_name("small-catalogues.yml"))


@pytest.fixture(scope="module")
def ruled() -> Catalogue:
    """A catalogue in which a decree that was checked against its text says who must attend."""
    return catalogue_of(TREES["ruled"])


def test_only_an_article_that_was_checked_makes_a_programme_required(scripts: Page, ruled: Catalogue):
    told = judged(scripts, ruled, {"service": "civil_servant", "level": "commune"})
    assert ids(told, "right") == {"bat-buoc", "theo-bao", "khong-can-cu", "hai-doi-tuong"}
    required = [entry for entry in told["right"] if entry.get("required")]
    assert [entry["program"]["id"] for entry in required] == ["bat-buoc"]
    assert told["right"][0] == required[0]
    assert required[0]["reason"] == (
        "Nguồn ghi đối tượng là «Công chức cấp xã»; câu trả lời về «Tôi là» và cấp khớp; "
        "bắt buộc theo Điều 5, Nghị định A."
    )


def test_only_an_article_that_was_checked_keeps_a_person_out(scripts: Page, ruled: Catalogue):
    told = judged(scripts, ruled, {"service": "cadre", "level": "commune"})
    assert [entry["program"]["id"] for entry in told["excluded"]] == ["bat-buoc"]
    assert told["excluded"][0]["reason"] == (
        "Theo Điều 5, Nghị định A, đối tượng là «Công chức cấp xã»; câu trả lời về «Tôi là» không khớp."
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
