"""Calendars as three programs read them: the packages icalendar, vobject and ics."""

from __future__ import annotations

import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from typing import NamedTuple

import icalendar
import ics
import vobject


class Seen(NamedTuple):
    """An event as a program shows it; how often it moved where that is told."""

    uid: str
    first: date
    behind: date
    title: str
    text: str
    place: str
    status: str
    sequence: int | None
    alarms: int


def seen_by_icalendar(content: bytes) -> list[Seen]:
    """The events of a calendar as the package icalendar reads them, in the order of their ids."""
    return sorted(
        Seen(
            str(event["UID"]),
            event.decoded("DTSTART"),
            event.decoded("DTEND"),
            str(event["SUMMARY"]),
            str(event["DESCRIPTION"]),
            str(event.get("LOCATION", "")),
            str(event.get("STATUS", "")),
            int(str(event["SEQUENCE"])) if "SEQUENCE" in event else None,
            len(event.walk("VALARM")),
        )
        for event in icalendar.Calendar.from_ical(content).walk("VEVENT")
    )


def seen_by_vobject(content: bytes) -> list[Seen]:
    """The same as vobject reads them."""
    calendar = vobject.readOne(content.decode())
    return sorted(
        Seen(
            event.uid.value,
            event.dtstart.value,
            event.dtend.value,
            event.summary.value,
            event.description.value,
            event.location.value if "location" in event.contents else "",
            event.status.value if "status" in event.contents else "",
            int(event.sequence.value) if "sequence" in event.contents else None,
            len(event.contents.get("valarm", ())),
        )
        for event in calendar.contents.get("vevent", ())
    )


def seen_by_ics(content: bytes) -> list[Seen]:
    """The same as ics reads them; it counts no moves, so they are taken from what it leaves unread.

    Its parser puts another layer around the output of the test with each calendar, so that is put back.
    """
    with redirect_stdout(sys.stdout), redirect_stderr(sys.stderr):
        calendar = ics.Calendar(content.decode())
    return sorted(
        Seen(
            str(event.uid),
            event.begin.date(),
            event.end.date(),
            event.name or "",
            event.description or "",
            event.location or "",
            event.status or "",
            next((int(each.value) for each in event.extra if each.name == "SEQUENCE"), None),
            len(event.alarms),
        )
        for event in calendar.events
    )


READERS = (seen_by_icalendar, seen_by_vobject, seen_by_ics)


def properties(content: bytes, name: str) -> list[str]:
    """The values of a property as they are written, in the order of their lines."""
    unfolded = content.decode().replace("\r\n ", "")
    return re.findall(rf"^{name}(?:;[^:\r\n]*)?:(.*)\r$", unfolded, re.MULTILINE)
