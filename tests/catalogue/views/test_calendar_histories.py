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
BODY = "don-vi"
"""Stands in a record for the id that the body has at that time."""
VENUES = st.sampled_from(
    [
        {},
        {"venue": {"place": "Nhà A; tầng 2, phòng 3"}},
        {"venue": {"place": "Nhà B"}},
        {"venue": {"organization": BODY}},
        {"venue": {"organization": BODY, "place": "Nhà C"}},
    ]
)
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
STATES_OF_ALL = st.tuples(RECORDS, st.sampled_from(["Trường Lê Hồng Phong", "Trường Chính trị"]))
HISTORIES = st.tuples(st.lists(STATES_OF_ALL, min_size=2, max_size=5), st.integers(1, 8), st.integers(1, 8))
"""What the file of a programme was and what the body was called at which it may be, one after the other; and
which of these states renamed the programme and the body, if any."""


class Replay(NamedTuple):
    """A calendar as it was published: its events, what they show, all that its data says of them.

    `moving` is the same as `made_of`, whatever the body is called. `changed` is when the programme last
    changed, or the body that an event names; `stamps` when the events say that they did.
    """

    events: Mapping[str, Seen]
    made_of: Mapping[str, Any]
    moving: Mapping[str, Any]
    told: Mapping[str, Any]
    changed: Mapping[str, str]
    stamps: Mapping[str, str]


def day(written: str | None) -> date | None:
    """A day that is written whole."""
    parsed = Date.parse(written) if written else None
    return parsed.earliest if parsed and parsed.day else None


def expected(record: Mapping[str, Any], title: str) -> dict[str, Any]:
    """What a calendar shows of a programme, told without the code that makes it: days, place, calling off."""
    found: dict[str, Any] = {}
    classes = record.get("classes", [])
    for each in classes:
        off = is_off(each)
        place = place_in_words(each.get("venue", record.get("venue", {})), title)
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


def place_in_words(venue: Mapping[str, str], title: str) -> str:
    """A place as calendars show it, where the body has a title."""
    place = venue.get("place", "")
    if BODY not in venue.values():
        return place
    return f"{title}, {place}" if place else title


def naming_the_body(record: Mapping[str, Any], id: str) -> bool:
    """Whether an event tells where it is, and that is at the body."""
    found = (each for each in record.get("classes", []) if each["id"] == id.rpartition(".")[2])
    held: Mapping[str, Any] = next(found, {})
    return BODY in held.get("venue", record.get("venue", {})).values()


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


def replayed(states: Sequence[tuple[Mapping[str, Any], str]], renaming: int, moving: int) -> list[Replay]:
    """The calendars of a programme as it went through its states; `renaming` and `moving` give new ids."""
    steps: list[Step] = []
    found: list[Replay] = []
    last: tuple[Any, Any] = (None, None)
    changed, of_body = "", ""
    for turn, (record, title) in enumerate(states):
        id, body = "y" if turn >= renaming else "x", "moi" if turn >= moving else "cu"
        text = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in record.items())
        files = {
            f"programs/{id}.yml": text.replace(f'"{BODY}"', f'"{body}"') + REPORTED,
            f"organizations/{body}.yml": f"title: {title}\ncategory: school\n{REPORTED}",
        }
        steps.append(Step(f"2024-01-{turn + 1:02}", "Sửa", files))
        now = f"202401{turn + 1:02}T010000Z"
        changed = changed if last[0] == (id, record) else now
        of_body = of_body if last[1] == (body, title) else now
        last = (id, record), (body, title)
        redirects = {"/chuong-trinh/x/": "/chuong-trinh/y/"} if id == "y" else {}
        redirects |= {"/don-vi/cu/": "/don-vi/moi/"} if body == "moi" else {}
        written = "".join(f"{old}: {new}\n" for old, new in redirects.items())
        catalogue = catalogue_of({**files, **({"redirects.yml": written} if written else {})})
        context = Context(catalogue, PLACE, history_in_memory(steps, redirects))
        outputs = (output.make() for output in calendar_files(context) if output.address == "lich/lich.ics")
        contents = [file.content for file in outputs if isinstance(file, File)]
        events, stamps = read(contents, is_last=turn == len(states) - 1)
        due = {each: max(changed, of_body) if naming_the_body(record, each) else changed for each in events}
        shown, whatever_its_name = expected(record, title), expected(record, BODY)
        found.append(Replay(events, shown, whatever_its_name, told_of(record), due, stamps))
    return found


def read(contents: Sequence[bytes], *, is_last: bool) -> tuple[Mapping[str, Seen], Mapping[str, str]]:
    """The events that programs read alike, and their stamps; none where there is no calendar.

    The package ics takes ten times as long as the others, and reads the last of a history alone.
    """
    for content in contents:
        seen = [reader(content) for reader in (READERS if is_last else READERS[:2])]
        assert all(each == seen[0] for each in seen)
        events = {each.uid.removesuffix("@example.vn"): each for each in seen[0]}
        assert len(events) == len(seen[0])
        ids = [each.removesuffix("@example.vn") for each in properties(content, "UID")]
        stamps, modified = properties(content, "DTSTAMP"), properties(content, "LAST-MODIFIED")
        assert stamps == modified
        return events, dict(zip(ids, stamps, strict=True))
    return {}, {}


@examples(12, proof=1000)
@given(HISTORIES)
def test_what_was_published_one_after_the_other_is_what_a_phone_can_follow(
    history: tuple[list[tuple[dict[str, Any], str]], int, int],
):
    last: dict[str, tuple[int, Any]] = {}
    before = Replay({}, {}, {}, {}, {}, {})
    for calendar in replayed(*history):
        assert calendar.stamps == calendar.changed
        assert {id: days_of(each) for id, each in calendar.events.items()} == calendar.made_of
        for id, each in calendar.events.items():
            assert each.sequence is not None
            assert each.alarms == (id.startswith("han") and not each.status)
            earlier, moving = last.get(id, (each.sequence, calendar.moving[id]))
            assert each.sequence >= earlier + (moving != calendar.moving[id])
            if id in before.events and before.told[id] == calendar.told[id]:
                assert each.sequence == earlier
            last[id] = each.sequence, calendar.moving[id]
        before = calendar


def days_of(seen: Seen) -> tuple[date, date, str, str]:
    """When and where an event is, from its first to its last day, and whether it is off."""
    return seen.first, seen.behind - timedelta(days=1), seen.place, seen.status
