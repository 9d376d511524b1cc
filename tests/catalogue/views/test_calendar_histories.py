"""Calendars replayed over made-up histories, as they were published one after the other."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from catalogue.model.dates import Date
from catalogue.page import File
from catalogue.views.exports.calendars import calendar_files
from catalogue.views.words.context import Context
from tests.catalogue.histories import Step, history_in_memory
from tests.catalogue.views.calendars import READERS, Seen, properties
from tests.catalogue.views.small import PLACE, REPORTED, catalogue_of
from tests.examples import examples

SPANS = st.sampled_from(
    [
        {"start": "2024-03-05", "end": "2024-03-07"},
        {"start": "2024-03-05"},
        {"start": "2024-03-06", "end": "2024-03-07"},
        {"start": "2024-12-30", "end": "2025-01-02"},
        {"start": "2024-04-01", "end": "2024-05"},
        {"start": "2024-04"},
        {"start": "--05-27", "end": "--06-07", "inferred_year": 2019},
        {},
    ]
)
DUE = st.sampled_from([{}, {"deadline": "2024-02-01"}, {"deadline": "2024-02-10"}, {"deadline": "2024-02"}])
VENUES = st.sampled_from([{}, {"venue": {"place": "Nhà A; tầng 2, phòng 3"}}, {"venue": {"place": "Nhà B"}}])
STATES = st.sampled_from([{}, {}, {"state": "open"}, {"state": "cancelled"}, {"state": "postponed"}])
TITLES = st.sampled_from(["Bồi dưỡng", "Lớp, «mới»; \\ 😀" + " ộ" * 40, "אבג def"])
CLASSES = st.lists(
    st.tuples(
        st.sampled_from("abc"), SPANS, DUE, VENUES, STATES, st.sampled_from([{}, {"note": "Mang giấy"}])
    ),
    unique_by=lambda parts: parts[0],
    max_size=3,
).map(
    lambda classes: [
        {"id": id} | {key: value for part in rest for key, value in part.items()} for id, *rest in classes
    ]
)
RECORDS = st.builds(
    lambda title, venue, deadline, classes: {
        "title": title,
        **venue,
        **({"nomination": deadline} if deadline else {}),
        **({"classes": classes} if classes else {}),
    },
    TITLES,
    VENUES,
    DUE,
    CLASSES,
)
HISTORIES = st.tuples(st.lists(RECORDS, min_size=2, max_size=5), st.integers(1, 8))
"""What the file of a programme was, one after the other; and which of these states renamed it, if any."""


class Replay(NamedTuple):
    """A calendar as it was published: its events, what they show, all that its data says of them.

    `changed` is when the file of the programme last changed, `stamps` when the events say that they did.
    """

    events: Mapping[str, Seen]
    made_of: Mapping[str, Any]
    told: Mapping[str, Any]
    changed: str
    stamps: Sequence[str]


def day(written: str | None) -> date | None:
    """A day that is written whole."""
    parsed = Date.parse(written) if written else None
    return parsed.earliest if parsed and parsed.day else None


def expected(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a calendar shows of a programme, told without the code that makes it: days, place, calling off."""
    found: dict[str, Any] = {}
    classes = record.get("classes", [])
    for each in classes:
        off = is_off(each)
        place = each.get("venue", record.get("venue", {})).get("place", "")
        if first := day(each.get("start")):
            found[f"lop.x.{each['id']}"] = (first, day(each.get("end")) or first, place, off)
        if due := day(each.get("deadline")):
            found[f"han.x.{each['id']}"] = (due, due, "", off)
    common = record.get("nomination", {}).get("deadline")
    offs = {is_off(each) for each in classes}
    off = offs.pop() if len(offs) == 1 else ""
    if (due := day(common)) and {each.get("deadline") for each in classes} != {common}:
        found["han.x"] = (due, due, "", off)
    return found


def told_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """All that the data says of when and where each event is and whether it is off, shown or not."""
    found: dict[str, Any] = {}
    classes = record.get("classes", [])
    for each in classes:
        off, place = is_off(each), each.get("venue", record.get("venue"))
        found[f"lop.x.{each['id']}"] = each.get("start"), each.get("end"), place, off
        found[f"han.x.{each['id']}"] = each.get("deadline"), off
    found["han.x"] = record.get("nomination"), sorted({is_off(each) for each in classes})
    return found


def is_off(held: Mapping[str, Any]) -> str:
    """How a class is off, as calendars say it."""
    return {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}.get(held.get("state", ""), "")


def replayed(records: Sequence[Mapping[str, Any]], renaming: int) -> list[Replay]:
    """The calendars of a programme as it went through its states; `renaming` gives it another id."""
    steps: list[Step] = []
    found: list[Replay] = []
    changed = ""
    for turn, record in enumerate(records):
        id = "y" if turn >= renaming else "x"
        text = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in record.items())
        steps.append(Step(f"2024-01-{turn + 1:02}", "Sửa", {f"programs/{id}.yml": text + REPORTED}))
        redirects = {"/chuong-trinh/x/": "/chuong-trinh/y/"} if id == "y" else {}
        if turn == 0 or steps[-1].files != steps[-2].files:
            changed = f"202401{turn + 1:02}T010000Z"
        written = {"redirects.yml": "/chuong-trinh/x/: /chuong-trinh/y/\n"} if redirects else {}
        context = Context(
            catalogue_of({**steps[-1].files, **written}), PLACE, history_in_memory(steps, redirects)
        )
        files = (output.make() for output in calendar_files(context) if output.address == "lich/lich.ics")
        contents = [file.content for file in files if isinstance(file, File)]
        events, stamps = read(contents, is_last=turn == len(records) - 1)
        found.append(Replay(events, expected(record), told_of(record), changed, stamps))
    return found


def read(contents: Sequence[bytes], *, is_last: bool) -> tuple[Mapping[str, Seen], Sequence[str]]:
    """The events that programs read alike, and their stamps; none where there is no calendar.

    The package ics takes ten times as long as the others, and reads the last of a history alone.
    """
    for content in contents:
        seen = [reader(content) for reader in (READERS if is_last else READERS[:2])]
        assert all(each == seen[0] for each in seen)
        events = {each.uid.removesuffix("@example.vn"): each for each in seen[0]}
        assert len(events) == len(seen[0])
        return events, properties(content, "DTSTAMP") + properties(content, "LAST-MODIFIED")
    return {}, []


@examples(12, proof=1000)
@given(HISTORIES)
def test_what_was_published_one_after_the_other_is_what_a_phone_can_follow(
    history: tuple[list[dict[str, Any]], int],
):
    last: dict[str, tuple[int, Any]] = {}
    before = Replay({}, {}, {}, "", [])
    for calendar in replayed(*history):
        assert set(calendar.stamps) <= {calendar.changed}
        assert {id: days_of(each) for id, each in calendar.events.items()} == calendar.made_of
        for id, each in calendar.events.items():
            assert each.sequence is not None
            assert each.alarms == (id.startswith("han") and not each.status)
            earlier, made_of = last.get(id, (each.sequence, calendar.made_of[id]))
            assert each.sequence >= earlier + (made_of != calendar.made_of[id])
            if id in before.events and before.told[id] == calendar.told[id]:
                assert each.sequence == earlier
            last[id] = each.sequence, calendar.made_of[id]
        before = calendar


def days_of(seen: Seen) -> tuple[date, date, str, str]:
    """When and where an event is, from its first to its last day, and whether it is off."""
    return seen.first, seen.behind - timedelta(days=1), seen.place, seen.status
