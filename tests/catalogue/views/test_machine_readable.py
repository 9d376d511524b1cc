"""What other programs read: JSON, JSON-LD, redirects; and what is told about faults and problems."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import html5lib
import pytest

from catalogue.files.any_file import parse
from catalogue.files.tree import Tree
from catalogue.load import load_tree
from catalogue.model.kinds import KINDS
from catalogue.problems.problem import Severity, faults
from catalogue.views.edition import edition_of
from catalogue.views.exports.data import file_address
from catalogue.views.exports.openapi import DESCRIPTION
from catalogue.views.exports.renamed import renamed
from catalogue.views.pages.problems import problem_page
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE
from tests.catalogue.views.small import (
    PLACE,
    REPORTED,
    ROOT,
    SETTINGS,
    Published,
    Sheet,
    published_from,
)
from tests.elements import words


def as_text(value: Any) -> Any:
    """A value with every scalar as text, so that what YAML has as written and JSON as typed compare equal."""
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return str(value) if not isinstance(value, float) else str(Decimal(str(value)))


def values_of(record: Any, folder: str) -> Any:
    path = record.path.partition("/")[2] if folder == "data" else record.path.removeprefix(f"{folder}/")
    return parse(record.path, (ROOT / folder / path).read_bytes()).value


@pytest.mark.parametrize(("name", "folder"), [("hai_duong", "tests/hai-duong"), ("real", "data")])
def test_a_json_file_holds_what_the_records_file_holds_key_by_key(
    name: str, folder: str, request: pytest.FixtureRequest
):
    whole: Published = request.getfixturevalue(name)
    for record in whole.catalogue:
        file = whole.json(f"api/v1/{KINDS[record.kind].folder}/{record.id}.json")
        written = as_text(values_of(record, folder))
        assert {key: strip(value) for key, value in as_text(file["record"]).items()} == {
            key: strip(value) for key, value in written.items()
        }, record.path


def strip(value: Any) -> Any:
    """A value without the spaces around its texts, which the model takes off."""
    if isinstance(value, dict):
        return {key: strip(item) for key, item in value.items()}
    return [strip(item) for item in value] if isinstance(value, list) else value.strip()


def test_a_key_that_says_what_is_assumed_anyway_stays_in_the_json():
    small = published_from(
        {"sources/x.yml": "title: X\ncategory: article\nlanguage: vi\nverification: {level: reported}\n"}
    )
    assert small.json("api/v1/sources/x.json")["record"]["language"] == "vi"


def test_every_json_file_names_notice_licence_versions_and_day(city: Published):
    files = [
        file for address, file in city.files.items() if address.startswith("api/") and address != DESCRIPTION
    ]
    assert len(files) > len(list(city.catalogue))
    for file in files:
        value = json.loads(file.content)
        assert file.media_type == "application/json"
        assert value["notice"] == city.catalogue.settings.notice
        assert value["licence"] == city.catalogue.settings.licence_address
        assert value["api_version"] == 1
        assert (value["revision"], value["revised"]) == (PLACE.revision, PLACE.revised)
        assert file.content.endswith(b"}\n")


def test_the_index_of_a_kind_has_every_record_with_the_address_of_its_page_and_file(city: Published):
    for kind in KINDS.values():
        index = city.json(f"api/v1/{kind.folder}.json")["records"]
        assert [line["id"] for line in index] == list(city.catalogue.of(kind.code))
        for line in index:
            assert line["address"].removeprefix(PLACE.address) in city.sheets
            assert line["json"].removeprefix(PLACE.address) in city.files
            assert line["verification"] in {"official", "reported", "draft"}


def test_a_json_file_says_who_refers_to_its_record(city: Published):
    referring: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for (kind, id), links in city.catalogue.links.items():
        for link in links:
            place = ".".join(map(str, link.place))
            referring[link.reference.kind, link.id].append((kind, id, place))
    for record in city.catalogue:
        file = city.json(f"api/v1/{KINDS[record.kind].folder}/{record.id}.json")
        assert file["address"] == PLACE.address + city.catalogue.address(record)
        assert file["revision"] == "abc1234"
        told = [(each["kind"], each["id"], each["place"]) for each in file["referred_to_by"]]
        assert sorted(told) == sorted(referring[record.kind, record.id])
    assert referring


def test_every_file_for_programs_is_named_by_a_page(city: Published):
    downloads = edition_of(Context(city.catalogue, PLACE)).context.downloads
    assert set(downloads) <= set(city.sheets)
    assert {offer.address for offer in downloads.get(DATA_PAGE, ())} <= city[DATA_PAGE].links
    named = {offer.address for offers in downloads.values() for offer in offers}
    old = {file_address(KINDS[record.kind], old_id) for old_id, record in renamed(city.catalogue)}
    files = {address for address in city.files if address.startswith("api/")}
    assert files
    assert files <= named | old


def parts_of(value: Any) -> Iterator[Any]:
    """A value and all that is in it, at any depth."""
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from parts_of(item)


def test_json_ld_says_nothing_empty_and_names_the_page(city: Published):
    for record in city.catalogue:
        sheet = city[city.catalogue.address(record)]
        if not record.is_draft:
            assert sheet.json_ld["@context"] == "https://schema.org"
            assert sheet.json_ld["@id"] == PLACE.address + sheet.page.address
            assert sheet.json_ld["name"] == record.title
            assert [each for each in parts_of(sheet.json_ld) if each in (None, "", [], {})] == []


DATED = """
title: X
mode: part_time
duration: {value: 5, unit: day}
venue: {place: Nơi của chương trình}
classes:
  - {id: a, start: 2026-03-02, end: 2026-03-06, venue: {place: Hội trường}, seats: 60, state: cancelled}
  - {id: b}
"""
"""A programme with a class whose days are known, and one of which nothing is known."""


def test_a_dated_class_is_an_instance_of_its_course():
    ld = published_from({"programs/x.yml": DATED + REPORTED})["chuong-trinh/x/"].json_ld
    assert ld["@type"] == "Course"
    assert ld["hasCourseInstance"] == [
        {
            "@type": "CourseInstance",
            "@id": "https://example.vn/thu/chuong-trinh/x/#a",
            "name": "X",
            "startDate": "2026-03-02",
            "endDate": "2026-03-06",
            "location": {"@type": "Place", "name": "Hội trường"},
            "courseMode": "part-time",
            "maximumAttendeeCapacity": 60,
            "eventStatus": "https://schema.org/EventCancelled",
            "courseWorkload": "P5D",
        }
    ]


def test_a_moved_address_leads_to_the_new_one():
    files = {
        "programs/moi.yml": f"title: Mới\n{REPORTED}",
        "redirects.yml": "/chuong-trinh/cu/: /chuong-trinh/moi/\n/cu/: /don-vi/\n",
    }
    small = published_from(files)
    html = small.files["chuong-trinh/cu/index.html"].content.decode()
    moved = html5lib.parse(html, namespaceHTMLElements=False)
    refreshes = [meta.get("content") for meta in moved.iter("meta") if meta.get("http-equiv") == "refresh"]
    assert refreshes == ["0; url=../../chuong-trinh/moi/"]
    assert [link.get("href") for link in moved.iter("link")] == ["https://example.vn/thu/chuong-trinh/moi/"]
    assert [anchor.get("href") for anchor in moved.iter("a")] == ["../../chuong-trinh/moi/"]
    assert b'url=../don-vi/"' in small.files["cu/index.html"].content


WORDED = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.REMARK: "Cần rà soát"}


def test_every_fault_has_a_page_that_says_why_and_shows_wrong_and_right(hai_duong: Published):
    for fault in faults().values():
        sheet = hai_duong[f"loi/{fault.code}/"]
        assert sheet.page.title == fault.title
        assert sheet.tags == [WORDED[fault.severity], fault.code]
        assert " ".join(fault.why.split()) in sheet.text
        examples = ["".join(each.itertext()) for each in sheet.tree.iter("code")]
        assert examples == [fault.wrong, fault.right]
    assert {f"loi/{code}/" for code in faults()} <= hai_duong["loi/"].links


def test_every_code_that_a_problem_can_have_has_a_help_page(hai_duong: Published):
    pages = {address for address in hai_duong.sheets if address.startswith("loi/")}
    assert pages == {"loi/", *(f"loi/{code}/" for code in faults())}


HOSTILE = """<script>alert(1)</script>{{ 7*7 }}{% x %}"'&|"""


def test_the_page_of_problems_lists_all_of_them_with_place_and_remedy_as_text():
    typed = json.dumps(HOSTILE)
    files = {
        "site.yml": SETTINGS,
        "programs/a.yml": f"title: {typed}\n{typed}: 1\nplan: khong-co\nhours: {typed}\n{REPORTED}",
        "programs/b.yml": "title: B\n",
        f"programs/{HOSTILE[:8]}.yml": REPORTED,
    }
    problems = load_tree(Tree("data", {path: text.encode() for path, text in files.items()})).problems
    page = problem_page(problems)
    sheet = Sheet(page)
    listed = [words(item) for item in sheet.tree.iter("li")]
    assert len(listed) == len(problems) >= 4
    for problem, item in zip(problems, listed, strict=True):
        place = f"{problem.path}:{problem.line}:{problem.column}"
        told = (place, problem.code, problem.message, problem.remedy)
        assert all(" ".join(each.split()) in item for each in told)
    assert not page.indexed
    assert not list(sheet.tree.iter("script"))
    assert "{{ 7*7 }}" in sheet.text
    assert f"{sum(problem.severity is Severity.ERROR for problem in problems)} lỗi" in page.title
