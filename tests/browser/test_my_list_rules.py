"""«Danh sách của tôi» without its page: every case of my-list.yml; what one module writes, another reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from catalogue.views.words import icalendar
from tests.catalogue.views.calendars import properties
from tests.tables import table_in

FILE = table_in(Path(__file__).with_name("my-list.yml"))
CASES: dict[str, list[dict[str, Any]]] = json.loads(json.dumps(FILE, default=str))
"""The cases, in which days are texts."""
MOST = 200
SENT = "({ readFragment, fragmentOf }, all) => readFragment(fragmentOf(all))"
"""A list written into a link and read from it."""


def cases(name: str, title: str = "what") -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "case", CASES[name], ids=[str(case.get(title, turn)) for turn, case in enumerate(CASES[name])]
    )


def asked(module: Page, name: str, call: str, given: Any) -> Any:
    """What a function of a module answers."""
    imported = f"await import('/assets/javascripts/my-list/{name}.js')"
    return module.evaluate(f"async (given) => ({call})({imported}, given)", given)


@cases("kept")
def test_of_what_a_device_kept_everything_that_can_be_an_entry_is_read(module: Page, case: dict[str, Any]):
    read = asked(module, "entries", "({ readKept }, text) => readKept(text)", case.get("text"))
    assert read == {"entries": case["entries"], "lost": case.get("lost", False)}


@cases("links", "fragment")
def test_of_a_link_everything_that_can_be_an_entry_is_read(module: Page, case: dict[str, Any]):
    read = asked(module, "link", "({ readFragment }, fragment) => readFragment(fragment)", case["fragment"])
    numbers = {name: case.get(name, 0) for name in ("strange", "surplus", "missing")}
    numbers["isDamaged"] = case.get("damaged", False)
    assert read == ({"entries": case["entries"], **numbers} if "entries" in case else None)


@cases("clashes")
def test_classes_meet_on_the_days_that_are_known_and_perhaps_in_months(module: Page, case: dict[str, Any]):
    classes = [
        {"entry": entry, **dict(zip(("start", "end"), days, strict=False))}
        for entry, days in case["classes"].items()
    ]
    found = dict(asked(module, "clashes", "({ clashesOf }, classes) => [...clashesOf(classes)]", classes))
    told = {
        f"{'' if each['isCertain'] else '? '}{entry} {each['other']} {each['from']} {each['to']}"
        for entry in found
        for each in found[entry]
    }
    swapped = {f"{mark}{other} {one} {days}" for mark, one, other, days in map(parts, case["meet"])}
    assert told == {*case["meet"], *swapped}


def parts(meeting: str) -> tuple[str, str, str, str]:
    """A pair as it is written, taken apart: the mark of what is only possible, both entries, the days."""
    one, other, days = meeting.removeprefix("? ").split(" ", 2)
    return ("? " if meeting.startswith("? ") else "", one, other, days)


@cases("compared")
def test_items_differ_where_two_of_them_know_different_things(module: Page, case: dict[str, Any]):
    call = """({ compared, unknownIn }, all) => {
      const items = all.map((facts) => ({ facts: new Map(facts) }));
      const rows = compared(items).map(({ sort, label }) => `${sort} ${label}`);
      return { rows, unknown: unknownIn(items) };
    }"""
    facts = [list(each.items()) for each in case["facts"]]
    assert asked(module, "comparison", call, facts) == {"rows": case["rows"], "unknown": case["unknown"]}


def test_what_is_written_is_read_again(module: Page):
    entries = ["a", "b-2_lop-1", "2026"]
    kept = asked(
        module, "entries", "({ readKept, writeKept }, all) => readKept(writeKept(all, true))", entries
    )
    assert kept == {"entries": entries, "lost": True}
    read = asked(module, "link", SENT, entries)
    assert read == {"entries": entries, "strange": 0, "surplus": 0, "missing": 0, "isDamaged": False}


def test_a_list_that_is_too_long_is_cut_and_counted(module: Page):
    entries = [f"muc-{number}" for number in range(5000)]
    kept = asked(module, "entries", "({ readKept, writeKept }, all) => readKept(writeKept(all))", entries)
    assert kept == {"entries": entries[:MOST], "lost": True}
    sent = asked(module, "link", SENT, entries)
    assert sent == {
        "entries": entries[:MOST],
        "strange": 0,
        "surplus": 5000 - MOST,
        "missing": 0,
        "isDamaged": False,
    }
    call = "({ joined }, all) => joined(all.slice(0, 150), all.slice(100, 260))"
    joined = asked(module, "entries", call, entries)
    assert joined == {"entries": entries[:MOST], "left": 60}


def test_an_id_as_long_as_the_data_allows_is_an_entry_and_a_longer_one_is_none(module: Page):
    longest = f"{'a' * 80}_{'b' * 80}"
    tried = [longest, f"{longest}b", "a" * 100_000]
    assert asked(module, "entries", "({ isEntry }, all) => all.map(isEntry)", tried) == [True, False, False]


@pytest.mark.parametrize(
    ("class_id", "ids"),
    [
        ("", ["han.cu", "lop.cu.a", "lop.cu.b", "han.cu.b", "lop.cu.c"]),
        ("a", ["lop.cu.a", "han.cu"]),
        ("b", ["lop.cu.b", "han.cu.b"]),
        ("c", ["lop.cu.c"]),
        ("khong-ngay", ["han.cu"]),
    ],
)
def test_a_class_has_its_own_deadline_or_the_common_one_unless_that_comes_behind_it(
    module: Page, class_id: str, ids: list[str]
):
    days = {"han.cu": 20240301, "lop.cu.a": 20240301, "lop.cu.b": 20240401, "han.cu.b": 20240302}
    lines = [
        [f"UID:{id}@{'x' * 80}.vn", f"DTSTART;VALUE=DATE:{day}"]
        for id, day in {**days, "lop.cu.c": 20240229}.items()
    ]
    events = [icalendar.lines(["BEGIN:VEVENT", *each, "END:VEVENT"]).decode() for each in lines]
    found = asked(
        module, "calendar", "({ eventsOf }, [text, id]) => eventsOf(text, id)", ["".join(events), class_id]
    )
    assert [properties(each.encode(), "UID")[0].partition("@")[0] for each in found] == ids
