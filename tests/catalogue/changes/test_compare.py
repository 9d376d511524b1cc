"""What differs between two states: by what a thing is, never by where it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import BaseModel

from catalogue.changes.blocks import both_values
from catalogue.changes.compare import compare
from catalogue.changes.concerns import Concern, compare_records
from catalogue.changes.identity import IDENTITIES
from catalogue.changes.states import PlainValues, state_of_files
from catalogue.model.kinds import KINDS
from catalogue.model.program import Program
from catalogue.model.settings import Glossary, SiteSettings
from catalogue.model.shape import Shape, shapes
from catalogue.writer import record_yaml
from tests.catalogue.changes.two_states import BASE, HEAD, compared, keys, of_program, told

OFFICIAL = {
    "level": "official",
    "document": "ke-hoach-1",
    "locator": "Mục I",
    "checked": "2026-01-02",
    "by": "so-noi-vu",
}
LEARNERS = {"measure": "learners", "value": "255", "state": "planned"}
CLASSES = {"measure": "classes", "value": "6"}


def models_of_items() -> set[type[BaseModel]]:
    """Every model whose groups are items of a list, anywhere in the data."""
    waiting: list[type[BaseModel]] = [SiteSettings, Glossary, *(kind.model for kind in KINDS.values())]
    found, seen = set(), set()
    while waiting:
        model = waiting.pop()
        for shape in shapes(model).values():
            inner = (shape.item or Shape()).model or shape.model
            if inner and inner not in seen:
                seen.add(inner)
                waiting.append(inner)
            if shape.item and shape.item.model:
                found.add(shape.item.model)
    return found


def test_of_every_group_that_stands_in_lists_it_is_said_what_makes_it_what_it_is():
    assert set(IDENTITIES) == models_of_items()
    for model, identities in IDENTITIES.items():
        assert {key for fields in identities for key in fields} <= set(shapes(model))


CHANGES: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "a number": (
        {"figures": [LEARNERS]},
        {"figures": [{**LEARNERS, "value": "300"}]},
        ["unsupported figures/learners/value: 255 → 300"],
    ),
    "a number with a new source": (
        {"figures": [LEARNERS]},
        {"figures": [{**LEARNERS, "value": "300"}], "sources": [{"source": "bao"}]},
        ["basis sources/bao: None → {'source': 'bao'}", "number figures/learners/value: 255 → 300"],
    ),
    "a number whose source is no more": (
        {"figures": [LEARNERS], "sources": [{"source": "bao"}]},
        {"figures": [{**LEARNERS, "value": "300"}]},
        ["basis sources/bao: {'source': 'bao'} → None", "unsupported figures/learners/value: 255 → 300"],
    ),
    "a number of what was checked": (
        {"figures": [LEARNERS], "verification": OFFICIAL},
        {"figures": [{**LEARNERS, "value": "300"}], "verification": OFFICIAL},
        ["unsupported! figures/learners/value: 255 → 300"],
    ),
    "a number of what is said no more to be checked": (
        {"figures": [LEARNERS], "verification": OFFICIAL},
        {"figures": [{**LEARNERS, "value": "300"}], "verification": {"level": "reported"}},
        [
            "confirmation verification/level: official → reported",
            "confirmation verification/document: ke-hoach-1 → None",
            "confirmation verification/locator: Mục I → None",
            "confirmation verification/checked: 2026-01-02 → None",
            "confirmation verification/by: so-noi-vu → None",
            "unsupported! figures/learners/value: 255 → 300",
        ],
    ),
    "a number of what is said no more to be confirmed at all, from another source": (
        {"figures": [LEARNERS], "verification": {**OFFICIAL}},
        {"figures": [{**LEARNERS, "value": "300", "source": "bao"}]},
        [
            "confirmation verification/level: official → None",
            "confirmation verification/document: ke-hoach-1 → None",
            "confirmation verification/locator: Mục I → None",
            "confirmation verification/checked: 2026-01-02 → None",
            "confirmation verification/by: so-noi-vu → None",
            "number figures/learners/value: 255 → 300",
            "basis figures/learners/source: None → bao",
        ],
    ),
    "a number of what is now said to be checked, by no document": (
        {"figures": [LEARNERS], "verification": {"level": "reported"}},
        {"figures": [{**LEARNERS, "value": "300"}], "verification": {"level": "official"}},
        [
            "unconfirmed verification/level: reported → official",
            "unsupported! figures/learners/value: 255 → 300",
        ],
    ),
    "a number of what was checked against another document": (
        {"figures": [LEARNERS], "verification": OFFICIAL},
        {"figures": [{**LEARNERS, "value": "300"}], "verification": {**OFFICIAL, "document": "ke-hoach-2"}},
        [
            "confirmation verification/document: ke-hoach-1 → ke-hoach-2",
            "number figures/learners/value: 255 → 300",
        ],
    ),
    "the state of a number": (
        {"figures": [LEARNERS]},
        {"figures": [{**LEARNERS, "state": "done"}]},
        ["unsupported figures/learners/state: planned → done"],
    ),
    "the state of a number with a new source": (
        {"figures": [LEARNERS]},
        {"figures": [{**LEARNERS, "state": "done", "source": "bao"}]},
        ["state figures/learners/state: planned → done", "basis figures/learners/source: None → bao"],
    ),
    "a number in the stead of another": (
        {"figures": [{"measure": "learners", "value": "40"}], "verification": OFFICIAL},
        {"figures": [{"measure": "attendances", "value": "900"}], "verification": OFFICIAL},
        [
            "unsupported! figures/learners: {'measure': 'learners', 'value': '40'} → None",
            "unsupported! figures/attendances: None → {'measure': 'attendances', 'value': '900'}",
        ],
    ),
    "a number in the stead of another, with a source of its own": (
        {"figures": [{"measure": "learners", "value": "40"}]},
        {"figures": [{"measure": "attendances", "value": "900", "source": "bao"}]},
        [
            "number figures/learners: {'measure': 'learners', 'value': '40'} → None",
            "number figures/attendances: None → {'measure': 'attendances', 'value': '900', 'source': 'bao'}",
        ],
    ),
    "numbers that are new or gone, and moved none": (
        {"figures": [LEARNERS], "hours": "40"},
        {"figures": [LEARNERS, CLASSES], "duration": {"value": "5", "unit": "day"}},
        [
            "number figures/classes: None → {'measure': 'classes', 'value': '6'}",
            "number duration/value: None → 5",
            "number duration/unit: None → day",
            "number hours: 40 → None",
        ],
    ),
    "a number among others that changed places": (
        {"figures": [LEARNERS, CLASSES]},
        {"figures": [CLASSES, {**LEARNERS, "value": "30"}]},
        [
            "unsupported figures/learners/value: 255 → 30",
            "layout figures: another order",
        ],
    ),
    "a confirmation without its document": (
        {"verification": {"level": "reported"}},
        {"verification": {"level": "official"}},
        ["unconfirmed verification/level: reported → official"],
    ),
    "where a source stands on the web": (
        {"address": "https://a.example/x"},
        {"address": "https://b.example/x"},
        ["basis address: https://a.example/x → https://b.example/x"],
    ),
    "a group that has to come, another that no longer has to": (
        {"groups": [{"group": "a", "obligation": "required"}, {"group": "b", "obligation": "open"}]},
        {"groups": [{"group": "c", "obligation": "required"}]},
        [
            "obligation groups/a: {'group': 'a', 'obligation': 'required'} → None",
            "audience groups/b: {'group': 'b', 'obligation': 'open'} → None",
            "obligation groups/c: None → {'group': 'c', 'obligation': 'required'}",
        ],
    ),
    "a tolerance that no source is named for": (
        {"figures": [LEARNERS], "verification": OFFICIAL},
        {"figures": [{**LEARNERS, "tolerance": "50"}], "verification": OFFICIAL},
        ["unsupported! figures/learners/tolerance: None → 50"],
    ),
    "a class that was called off": (
        {"classes": [{"id": "lop-1", "start": "2026-03-05"}, {"id": "lop-2"}]},
        {"classes": [{"id": "lop-2"}, {"id": "lop-1", "start": "2026-03-19", "state": "postponed"}]},
        [
            "day classes/lop-1/start: 2026-03-05 → 2026-03-19",
            "called_off classes/lop-1/state: None → postponed",
            "layout classes: another order",
        ],
    ),
    "a class that is no more": (
        {"classes": [{"id": "lop-1"}, {"id": "lop-2"}]},
        {"classes": [{"id": "lop-2"}]},
        ["class_removed classes/lop-1: {'id': 'lop-1'} → None"],
    ),
    "an obligation that moved to another group": (
        {"groups": [{"group": "a", "obligation": "required"}, {"group": "b"}]},
        {"groups": [{"group": "a"}, {"group": "b", "obligation": "required"}]},
        [
            "obligation groups/a/obligation: required → None",
            "obligation groups/b/obligation: None → required",
        ],
    ),
    "seats that went to another body": (
        {"classes": [{"id": "lop-1", "allocations": {"a": "20"}}]},
        {"classes": [{"id": "lop-1", "allocations": {"b": "20"}}]},
        [
            "unsupported classes/lop-1/allocations/a: 20 → None",
            "unsupported classes/lop-1/allocations/b: None → 20",
        ],
    ),
    "a sentence worded anew, another that is gone": (
        {"eligibility": ["Bằng đại học trở lên", "Đảng viên"]},
        {"eligibility": ["Bằng đại học luật"]},
        [
            "obligation eligibility/Bằng đại học luật: Bằng đại học trở lên → Bằng đại học luật",
            "obligation eligibility/Đảng viên: Đảng viên → None",
        ],
    ),
    "a number written otherwise, what holds anyway said": (
        {"duration": {"value": "17.5", "unit": "day"}, "figures": [LEARNERS]},
        {"duration": {"value": "17.50", "unit": "day"}, "figures": [{**LEARNERS, "bound": "exact"}]},
        [],
    ),
    "a key of another schema": (
        {"noi_hoc": "Hà Nội"},
        {"venue": {"place": "Hà Nội"}},
        ["place venue/place: None → Hà Nội", "unknown noi_hoc: Hà Nội → None"],
    ),
    "another form of a value": (
        {"venue": "Hà Nội", "groups": "a", "classes": {"id": "lop-1"}},
        {"venue": {"place": "Hà Nội"}, "groups": [{"group": "a"}], "classes": [{"id": "lop-1"}]},
        [
            "audience groups: a → [{'group': 'a'}]",
            "place venue: Hà Nội → {'place': 'Hà Nội'}",
            "class_removed classes: {'id': 'lop-1'} → [{'id': 'lop-1'}]",
        ],
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_of_a_record_is_told_by_what_it_means(
    change: tuple[dict[str, Any], dict[str, Any], list[str]],
):
    before, after, expected = change
    assert of_program(before, after) == expected


MOVES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "value": ({}, {"value": "300"}),
    "unit added": ({}, {"unit": "lượt"}),
    "unit changed": ({"unit": "người"}, {"unit": "lượt"}),
    "unit removed": ({"unit": "người"}, {}),
    "bound added": ({}, {"bound": "at_least"}),
    "bound changed": ({"bound": "about"}, {"bound": "over"}),
    "bound removed": ({"bound": "about"}, {}),
    "measure": ({}, {"measure": "members"}),
    "state": ({}, {"state": "done"}),
    "title added": ({}, {"title": "Người được cấp chứng nhận"}),
    "title changed": ({"title": "Người được cấp chứng nhận"}, {"title": "Người đăng ký"}),
    "title removed": ({"title": "Cả năm 2024"}, {}),
    "period added": ({}, {"period": {"start": "2024", "end": "2024"}}),
    "period changed": ({"period": {"start": "2024"}}, {"period": {"start": "2023"}}),
    "period removed": ({"period": {"start": "2024"}}, {}),
    "day of counting": ({"as_of": "2024-06-30"}, {"as_of": "2024-12-31"}),
    "what it covers": ({"covers": ["a", "b"]}, {"covers": ["a"]}),
    "title of a part": (
        {"parts": [{"title": "Nữ", "value": "45"}]},
        {"parts": [{"title": "Cán bộ trẻ", "value": "45"}]},
    ),
}
ASIDE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "its note": ({}, {"note": "Theo quý"}),
    "a remark on its time": ({"period": {"start": "2024"}}, {"period": {"start": "2024", "inferred": True}}),
    "the order of what it covers": ({"covers": ["a", "b"]}, {"covers": ["b", "a"]}),
    "the order of its parts": (
        {"parts": [{"title": "Nữ", "value": "4"}, {"title": "Nam", "value": "5"}]},
        {"parts": [{"title": "Nam", "value": "5"}, {"title": "Nữ", "value": "4"}]},
    ),
}
FOR_ALL: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a new source": ({"sources": [{"source": "a"}]}, {"sources": [{"source": "a"}, {"source": "b"}]}),
    "another source": ({"sources": [{"source": "a"}]}, {"sources": [{"source": "b"}]}),
    "a new document among the sources": ({}, {"sources": [{"document": "a", "locator": "Điều 1"}]}),
    "another document that it was checked against": (
        {"verification": OFFICIAL},
        {"verification": {**OFFICIAL, "document": "b"}},
    ),
    "an adjustment with its document": (
        {"legal_basis": [{"document": "a"}]},
        {"legal_basis": [{"document": "a"}], "adjustments": [{"document": "a", "what": "Tăng"}]},
    ),
}
FOR_NONE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "nothing": ({}, {}),
    "another day of checking": (
        {"verification": OFFICIAL},
        {"verification": {**OFFICIAL, "checked": "2026-03-04"}},
    ),
    "another body that checked": (
        {"verification": OFFICIAL},
        {"verification": {**OFFICIAL, "by": "so-y-te"}},
    ),
    "another place in its document": (
        {"verification": OFFICIAL},
        {"verification": {**OFFICIAL, "locator": "Mục II"}},
    ),
    "another place in its source": (
        {"sources": [{"source": "a", "locator": "đoạn 1"}]},
        {"sources": [{"source": "a", "locator": "đoạn số 1"}]},
    ),
    "its source once more": (
        {"sources": [{"source": "a"}]},
        {"sources": [{"source": "a"}, {"source": "a", "locator": "đoạn 2"}]},
    ),
    "its document under another key": (
        {"verification": OFFICIAL},
        {"verification": OFFICIAL, "sources": [{"document": "ke-hoach-1"}]},
    ),
    "one source less": ({"sources": [{"source": "a"}, {"source": "b"}]}, {"sources": [{"source": "a"}]}),
    "an adjustment without a document": ({}, {"adjustments": [{"what": "Tăng", "date": "2026-03-04"}]}),
    "a new document of the basis": ({}, {"legal_basis": [{"document": "a"}]}),
    "a note": ({}, {"note": "Theo báo cáo mới"}),
    "a source of a class": (
        {"classes": [{"id": "a"}]},
        {"classes": [{"id": "a", "sources": [{"source": "b"}]}]},
    ),
}


def unsupported(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether a number moves that no source supports; what is told of a file is told of its history."""
    whole = [{"title": "X", **each} for each in (before, after)]
    found = {change.concern for change in compare_records(("program", "x"), *whole)}
    parts = both_values(*(record_yaml(Program, each).encode() for each in whole))
    assert {change.concern for change in compare_records(("program", "x"), *parts)} == found
    return Concern.UNSUPPORTED in found


def with_figure(record: dict[str, Any], figure: dict[str, Any]) -> dict[str, Any]:
    return {**record, "figures": [CLASSES, {**LEARNERS, **figure}]}


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
@pytest.mark.parametrize("sources", [*FOR_ALL.values(), *FOR_NONE.values()], ids=[*FOR_ALL, *FOR_NONE])
def test_a_number_moves_only_with_a_source_or_a_document_that_is_named_anew(
    move: tuple[dict[str, Any], dict[str, Any]], sources: tuple[dict[str, Any], dict[str, Any]]
):
    before, after = (with_figure(*side) for side in zip(sources, move, strict=True))
    assert unsupported(before, after) == (sources in FOR_NONE.values())
    assert not unsupported(with_figure(sources[0], {}), with_figure(sources[1], {}))


CHECKED = {"verification": OFFICIAL, "sources": [{"source": "a"}]}
DECIDED: dict[str, dict[str, Any]] = {
    "checked against another document": {"verification": {**OFFICIAL, "document": "b"}},
    "adjusted by another document": {"adjustments": [{"document": "b", "what": "Giảm"}]},
}
UNDECIDED: dict[str, dict[str, Any]] = {
    "nothing": {},
    "an unrelated basis": {"legal_basis": [{"document": "b"}]},
    "another article": {"sources": [{"source": "b"}]},
    "a document among the sources": {"sources": [{"source": "a"}, {"document": "b"}]},
    "adjusted by what it was checked against": {"adjustments": [{"document": "ke-hoach-1", "what": "Giảm"}]},
    "checked against nothing": {"verification": {"level": "official"}},
}


@pytest.mark.parametrize("named", [*DECIDED.values(), *UNDECIDED.values()], ids=[*DECIDED, *UNDECIDED])
@pytest.mark.parametrize(
    "figures", [[{**LEARNERS, "value": "359", "source": "c"}], []], ids=["moved", "gone"]
)
def test_numbers_of_what_was_checked_move_and_go_by_another_document_alone(
    figures: list[PlainValues], named: PlainValues
):
    before, after = {**CHECKED, "figures": [LEARNERS]}, {**CHECKED, "figures": figures, **named}
    assert unsupported(before, after) == (named in UNDECIDED.values())
    errors = [each.is_error for each in compare_records(("program", "x"), before, after)]
    assert any(errors) == (named in UNDECIDED.values())


def test_a_number_goes_from_what_is_checked_no_more_by_a_source_that_is_named_anew():
    before = {**CHECKED, "figures": [LEARNERS]}
    assert unsupported(before, {"sources": [{"source": "a"}]})
    assert not unsupported(before, {"sources": [{"source": "b"}]})
    assert not unsupported({"figures": [LEARNERS]}, CHECKED)


@pytest.mark.parametrize("change", ASIDE.values(), ids=ASIDE)
def test_what_stands_beside_a_number_leaves_it_where_it_was(change: tuple[dict[str, Any], dict[str, Any]]):
    assert not unsupported(*(with_figure({}, side) for side in change))


@pytest.mark.parametrize("key", ["title", "organization", "group"])
def test_the_numbers_of_a_row_move_with_whose_they_are(key: str):
    row = {"title": "Lớp cấp xã", "organization": "so", "group": "cap-xa", "figures": [LEARNERS]}
    before, after = ({"title": "X", "rows": [each]} for each in (row, {**row, key: "khac"}))
    concerns = [each.concern for each in compare_records(("report", "x"), before, after)]
    assert concerns == [Concern.UNSUPPORTED]
    anew = compare_records(("report", "x"), before, {**after, "sources": [{"source": "bao"}]})
    assert not any(each.concern is Concern.UNSUPPORTED or each.is_wording for each in anew)


@pytest.mark.parametrize("level", ["official", "reported"])
def test_what_a_number_counts_is_never_wording_and_its_change_an_error_in_what_was_checked(level: str):
    named = [{"title": "Người được cấp chứng nhận"}, {"title": "Người đăng ký"}]
    record = {"verification": {**OFFICIAL, "level": level}}
    (change,) = compare_records(("program", "x"), *(with_figure(record, each) for each in named))
    assert (change.concern, change.is_wording) == (Concern.UNSUPPORTED, False)
    assert change.is_error == (level == "official")
    after = {**with_figure(record, named[1]), "verification": {**record["verification"], "document": "b"}}
    changes = compare_records(("program", "x"), with_figure(record, named[0]), after)
    assert [each.is_wording for each in changes] == [False, False]


@pytest.mark.parametrize(
    ("was", "is_now", "known", "supported"),
    [
        ({}, {"source": "b"}, ["a"], True),
        ({}, {"source": "a"}, ["a"], False),
        ({"source": "a"}, {"source": "b"}, ["a", "b"], True),
        ({"source": "b"}, {}, ["a", "b"], False),
    ],
)
def test_a_source_of_a_number_is_new_where_it_is_not_what_the_number_rests_on_already(
    was: dict[str, Any], is_now: dict[str, Any], known: list[str], supported: bool
):
    record = {"sources": [{"source": each} for each in known]}
    before, after = with_figure(record, was), with_figure(record, {**is_now, "value": "300"})
    assert unsupported(before, after) != supported


def test_the_source_of_one_number_or_class_is_none_of_another():
    one, other = {"id": "a", "seats": "20"}, {"id": "b", "seats": "30"}
    told = {"sources": [{"source": "bao"}]}
    more = {"seats": "40"}
    assert unsupported({"classes": [one, other]}, {"classes": [{**one, **told}, {**other, **more}]})
    assert not unsupported({"classes": [one, other]}, {"classes": [one, {**other, **more, **told}]})
    figures = [{**CLASSES, "source": "bao"}, {**LEARNERS, "value": "300"}]
    assert unsupported({"figures": [CLASSES, LEARNERS]}, {"figures": figures})


def test_what_is_the_same_is_no_change():
    files = {"programs/x.yml": {"title": "X"}, "hỏng.yml": "a: [", "programs/y.yml": b"\xff"}
    assert compared(files, files).is_empty


def test_records_are_new_or_gone_and_their_addresses_with_them():
    comparison = compared({"plans/a.yml": {"title": "A"}}, {"groups/b.yml": {"title": "B"}})
    assert keys(comparison) == {"gone": [("plan", "a")], "new": [("group", "b")]}
    assert (comparison.lost, comparison.gained) == (("/ke-hoach/a/",), ("/doi-tuong/b/",))


WHOLE = {"title": "Bồi dưỡng bí thư", "lead": "so-noi-vu", "hours": "40", "figures": [LEARNERS]}


def test_a_record_under_a_new_id_is_known_by_its_redirect_however_it_changed():
    redirects = {"/chuong-trinh/cu/": "/chuong-trinh/moi/"}
    comparison = compared(
        {"programs/cu.yml": WHOLE},
        {"programs/2026/moi.yml": {"title": "Tên khác hẳn"}, "redirects.yml": redirects},
    )
    assert keys(comparison)["renamed"] == [("program", "cu"), ("program", "moi")]
    assert comparison.lost == ()


BODY = {"title": "Trường Lê Hồng Phong", "category": "school"}
VENUE = {"venue": {"organization": "cu"}}
AT_BODY = {
    "title": "Lớp",
    "lead": "so",
    "classes": [{"id": "a", "venue": {"organization": "cu"}, "seats": "9"}],
}


def under_new_id(record: Mapping[str, Any]) -> Any:
    return json.loads(json.dumps(record).replace('"cu"', '"moi"'))


@pytest.mark.parametrize("redirects", [{}, {"/don-vi/cu/": "/don-vi/moi/"}])
def test_what_only_follows_a_record_to_its_new_id_is_no_change(redirects: dict[str, str]):
    shared = {"id": "a", "seats": "9", **VENUE, "allocations": {"cu": "4", "so": "5"}}
    seats = {**AT_BODY, "classes": [shared]}
    base = {"organizations/cu.yml": BODY, "programs/a.yml": AT_BODY, "programs/b.yml": seats}
    moved = under_new_id({**seats, "lead": "cu"})
    head = {"organizations/moi.yml": BODY, "programs/a.yml": under_new_id(AT_BODY), "programs/b.yml": moved}
    written = {"redirects.yml": redirects} if redirects else {}
    comparison = compared(base, {**head, **written})
    assert keys(comparison)["renamed"] == [("organization", "cu"), ("organization", "moi")]
    assert [each.known.key for each in comparison.records if each.known.key[0] == "program"] == [
        ("program", "b")
    ]
    assert [each for each in told(comparison) if "lead" in each] == ["body lead: so → moi"]
    assert not [each for each in told(comparison) if "venue" in each or "allocations" in each]


def test_a_reference_to_another_record_is_a_change_though_the_old_one_leads_there():
    other = {"title": "Trường Chính trị", "category": "school"}
    base = {"organizations/cu.yml": BODY, "organizations/moi.yml": other, "programs/a.yml": AT_BODY}
    head = {"organizations/moi.yml": other, "programs/a.yml": under_new_id(AT_BODY)}
    comparison = compared(base, {**head, "redirects.yml": {"/don-vi/cu/": "/don-vi/moi/"}})
    assert [each for each in told(comparison) if "venue" in each]


def test_a_record_under_a_new_id_is_known_by_its_content_and_its_changes_are_told():
    changed = {**WHOLE, "hours": "4"}
    comparison = compared({"programs/cu.yml": WHOLE}, {"programs/moi.yml": changed})
    assert keys(comparison) == {"renamed": [("program", "cu"), ("program", "moi")]}
    assert told(comparison) == ["unsupported hours: 40 → 4"]
    assert comparison.lost == ("/chuong-trinh/cu/",)


@pytest.mark.parametrize(
    ("words", "is_renamed"),
    [
        ({"title": "Bồi dưỡng bí thư chi bộ", "summary": "Việc khác hẳn."}, True),
        ({"title": "Lớp lái xe nâng 2031"}, True),
        ({"title": "Lớp lái xe nâng 2031", "summary": "Việc khác hẳn."}, False),
        ({"title": "", "summary": ""}, False),
    ],
)
def test_a_record_with_another_title_and_another_summary_is_another_record(
    words: dict[str, str], is_renamed: bool
):
    alike = {"plan": "ke-hoach", "organizers": list("abcdef"), "venue": {"place": "Hà Nội"}}
    whole = {**WHOLE, **alike, "summary": "Kỹ năng cho bí thư mới."}
    anew = {key: value for key, value in {**whole, **words}.items() if value}
    for before, after in ((whole, anew), (anew, whole)):
        found = keys(compared({"programs/cu.yml": before}, {"programs/moi.yml": after}))
        assert ("renamed" in found) == is_renamed


A, B, X = ({f"programs/{id}.yml": {"title": id}} for id in "abx")


def redirects(**ways: str) -> dict[str, Any]:
    """The redirects from some programmes to other pages."""
    return {"redirects.yml": {f"/chuong-trinh/{old}/": target for old, target in ways.items()}}


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ({**A, **B}, {**B, **redirects(a="/chuong-trinh/b/")}, ""),
        ({**A, **B}, {**B, **redirects(a="/chuong-trinh/c/", c="/chuong-trinh/b/")}, ""),
        (A, redirects(a="/chuong-trinh/"), ""),
        (A, redirects(a="/"), ""),
        (A, redirects(a="/chuong-trinh/khong-co/"), "a"),
        (A, redirects(a="/chuong-trinh/c/", c="/chuong-trinh/khong-co/"), "a"),
        (A, redirects(a="/chuong-trinh/c/", c="/chuong-trinh/a/"), "a"),
        ({**B, **redirects(a="/chuong-trinh/b/")}, {**B, **redirects(a="/chuong-trinh/c/")}, "a"),
        ({**B, **redirects(a="/chuong-trinh/b/")}, redirects(a="/chuong-trinh/b/"), "ab"),
        ({**B, **redirects(a="/chuong-trinh/b/")}, B, "a"),
        (redirects(a="/chuong-trinh/khong-co/"), {}, ""),
    ],
)
def test_an_address_is_kept_where_its_redirects_end_at_a_page(
    before: dict[str, Any], after: dict[str, Any], lost: str
):
    there, back = compared({**X, **before}, {**X, **after}), compared({**X, **after}, {**X, **before})
    assert there.lost == back.gained == tuple(f"/chuong-trinh/{id}/" for id in lost)


def test_a_new_file_that_cannot_be_read_is_no_new_record():
    comparison = compared({}, {"programs/a.yml": "a: [", "site.yml": "- a\n"})
    assert keys(comparison) == {}
    assert [each.path for each in comparison.unread] == ["programs/a.yml", "site.yml"]


def test_a_record_that_was_deleted_and_made_again_is_the_same_one_changed():
    anew = {"title": "Thứ khác", "line": "5"}
    comparison = compared({"programs/x.yml": WHOLE}, {"programs/x.yml": anew})
    assert keys(comparison) == {"changed": [("program", "x")]}
    assert comparison.lost == ()


def test_a_file_that_was_moved_or_written_otherwise_changes_nothing():
    yaml = "# ghi chú\nhours: 40\ntitle: Lớp\n"
    comparison = compared({"programs/x.yml": {"title": "Lớp", "hours": "40"}}, {"programs/2026/x.yml": yaml})
    (record,) = comparison.records
    assert record.changes == ()
    assert (comparison.lost, comparison.gained) == ((), ())


def test_one_bad_file_does_not_stop_the_others_and_is_never_no_change():
    good = {"programs/b.yml": {"title": "B", "hours": "40"}, "programs/xấu tên\n.yml": "a"}
    before = {
        **good,
        "programs/a.yml": {"title": "A"},
        "programs/c.yml": "title: [",
        "programs/d.yml": b"\xff\xfe",
    }
    after = {
        **good,
        "programs/a.yml": "title: A\n  thụt: sai\n",
        "programs/b.yml": {"title": "B", "hours": "4"},
        "programs/c.yml": {"title": "C"},
        "programs/e.yml": "- chỉ là danh sách\n",
        "programs/f.txt": "không phải bản ghi",
    }
    comparison = compared(before, after)
    assert told(comparison) == ["unsupported hours: 40 → 4"]
    assert [(each.path, each.origin) for each in comparison.unread] == [
        ("programs/c.yml", BASE),
        ("programs/d.yml", BASE),
        ("programs/a.yml", HEAD),
        ("programs/e.yml", HEAD),
        ("programs/f.txt", HEAD),
    ]
    assert all(each.reason for each in comparison.unread)
    assert keys(comparison) == {"changed": [("program", "b")]}
    assert (comparison.lost, comparison.gained) == ((), ())


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", "- một danh sách\n", "title: [", "a: &x b\nc: *x\n"])
def test_no_record_comes_or_goes_with_a_file_that_nobody_can_read(content: str | bytes):
    redirects = {"/chuong-trinh/cu/": "/chuong-trinh/d/"}
    without = {"programs/a.yml": {"title": "A"}, "redirects.yml": redirects}
    broken = {**without, "programs/d.yml": content}
    for before, after, origin in ((broken, without, BASE), (without, broken, HEAD)):
        comparison = compared(before, after)
        assert [(each.path, each.origin) for each in comparison.unread] == [("programs/d.yml", origin)]
        assert (comparison.records, comparison.lost, comparison.gained) == ((), (), ())


def test_what_a_redirect_makes_of_a_file_that_nobody_can_read_is_told_by_what_can():
    moved = {"programs/e.yml": {"title": "E"}, "redirects.yml": {"/chuong-trinh/d/": "/chuong-trinh/e/"}}
    comparison = compared({"programs/d.yml": "title: ["}, moved)
    assert ("program", "e") in keys(comparison)["new"]
    assert comparison.lost == ()


def test_two_files_of_one_id_are_not_taken_for_each_other():
    comparison = compared(
        {"programs/x.yml": {"title": "X"}},
        {"programs/x.yml": {"title": "X"}, "programs/2026/x.yml": {"title": "Y"}},
    )
    assert [each.path for each in comparison.unread] == ["programs/x.yml"]


def test_files_without_records_are_compared_key_by_key():
    comparison = compared(
        {
            "site.yml": {"notice": "Trang thử nghiệm"},
            "redirects.yml": {"/nguon/a/": "/nguon/"},
            "glossary.yml": {"terms": [{"short": "KH", "long": "kế hoạch"}]},
            "addresses.txt": "/nguon/b/\n/nguon/c/\n",
        },
        {
            "site.yml": {"notice": "Trang chính thức"},
            "glossary.yml": {"terms": [{"short": "KH", "long": "khoa học"}]},
            "addresses.txt": "/nguon/b/\n",
        },
    )
    assert told(comparison) == [
        "settings terms/long: kế hoạch → khoa học",
        "settings /nguon/a/: /nguon/ → None",
        "settings notice: Trang thử nghiệm → Trang chính thức",
    ]
    assert (comparison.lost, comparison.unlisted) == (("/nguon/a/",), ("/nguon/c/",))


def test_what_a_change_names_has_its_name():
    bodies = {
        "organizations/a.yml": {"title": "Ban Tổ chức Thành ủy", "short_name": "Ban Tổ chức"},
        "organizations/b.yml": {"title": "Sở Nội vụ"},
    }
    comparison = compared(
        {**bodies, "programs/x.yml": {"lead": "a"}}, {**bodies, "programs/x.yml": {"lead": "b"}}
    )
    assert comparison.names == {("organization", "a"): "Ban Tổ chức", ("organization", "b"): "Sở Nội vụ"}


def test_files_that_are_the_same_are_not_read():
    same = {f"programs/p{number}.yml": json.dumps({"title": "P"}).encode() for number in range(3)}
    base = state_of_files({**same, "programs/x.yml": b"title: X"}, BASE)
    head = state_of_files({**same, "programs/x.yml": b"title: Y"}, HEAD)
    compare(base, head)
    assert set(base.values) == set(head.values) == {"programs/x.yml"}
