"""Calendars to subscribe to: of the whole, of each programme, body, group, topic and year.

Only what happens makes a calendar: where nothing does, none is offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.changes.moves import is_whole
from catalogue.findings.calendars import (
    Occasions,
    occasions,
    occasions_by_holder,
    occasions_by_program,
    occasions_by_year,
)
from catalogue.language.vietnamese import day
from catalogue.model.record import Record
from catalogue.page import Download, File, Output, Piece
from catalogue.views.words import icalendar
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import MEDIA_TYPES, beside
from catalogue.views.words.history import doubt_of

FORM, MEDIA_TYPE = "iCalendar", f"{MEDIA_TYPES['ics']}; charset=utf-8"
ENDING = "ics"
SCHEDULE = "lich/"
"""The page of all that happens."""
GUIDE = Piece("cách đăng ký", f"{SCHEDULE}dang-ky/")
"""The page that says how one subscribes."""
MANY = 1000
"""So many events make a megabyte, more than some programs take from an address."""
HEAVY_GUIDE = Piece("lịch nặng với điện thoại: cách đăng ký và chọn lịch nhỏ hơn", GUIDE.address)
"""The same page, from a calendar that has more."""
REFRESHED = "PT12H"
"""How often a program should look for changes."""
END = icalendar.lines(["END:VCALENDAR"])
NO_EVENT = icalendar.lines(
    [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Ho_Chi_Minh",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
)
"""Stands in a calendar in which nothing happens any more: iCalendar knows none without any component."""
LEFT_OUT = (
    "Chỉ có ngày mà nguồn nêu đủ ngày, tháng, năm; lớp chỉ rõ tháng, lớp có năm suy đoán, "
    "mục chưa xác minh không có ở đây, nên ngày trống chưa chắc là không có lớp."
)
WITHOUT_SEQUENCE = (
    "Tệp không ghi số lần sửa (SEQUENCE) của từng mục, vì {}; ứng dụng lịch vẫn thay mục cũ theo mã của mục, "
    "trừ mục của chương trình đã đổi mã."
)


def calendar_files(context: Context) -> Iterator[Output]:
    """The calendar of the whole, then those of records and years of which anything is known to happen."""
    catalogue = context.catalogue
    yield from calendar(context, SCHEDULE, "", catalogue.once(occasions))
    for year, found in catalogue.once(occasions_by_year).items():
        yield from calendar(context, f"nam/{year}/", f"năm {year}", found)
    for (kind, id), found in catalogue.once(occasions_by_holder).items():
        yield from calendar(context, catalogue.address(catalogue.of(kind)[id]), catalogue.of(kind)[id], found)
    for id, found in catalogue.once(occasions_by_program).items():
        yield from calendar(context, catalogue.address(catalogue.programs[id]), catalogue.programs[id], found)


def calendar(context: Context, page: str, of: Record | str, found: Occasions) -> Iterator[Output]:
    """The calendar that stands beside a page; none where nothing happens."""
    if found:
        address = beside(page, ENDING)
        guide = HEAVY_GUIDE if len(found) > MANY else GUIDE
        download = Download("Lịch", FORM, page, len(found), "mục", guide)
        yield Output(address, partial(calendar_file, context, address, of, found), download=download)


def calendar_file(context: Context, address: str, of: Record | str, found: Occasions) -> File:
    """A calendar with its events."""
    name = of if isinstance(of, str) else context.catalogue.name(of)
    head = icalendar.lines(head_of(context, address, name))
    events = b"".join(map(context.calendar_events.of, found))
    return File(address, b"".join([head, events or NO_EVENT, END]), MEDIA_TYPE)


def head_of(context: Context, address: str, name: str) -> Iterator[str]:
    """What a calendar says of itself; twice, since what all programs read is in no standard."""
    settings = context.catalogue.settings
    title = icalendar.text(f"{settings.short_name}: {name}" if name else settings.name)
    about = icalendar.text(about_calendars(context))
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//{icalendar.text(settings.name)}//VI"
    yield "CALSCALE:GREGORIAN"
    yield from (f"NAME:{title}", f"X-WR-CALNAME:{title}")
    yield from (f"DESCRIPTION:{about}", f"X-WR-CALDESC:{about}")
    if context.publication.address:
        yield f"SOURCE;VALUE=URI:{context.publication.address}{address}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESHED}"
    yield f"X-PUBLISHED-TTL:{REFRESHED}"


def about_calendars(context: Context) -> str:
    """What whoever opens a calendar must know: whose word it is not, what is left out, of which day it is."""
    settings, publication = context.catalogue.settings, context.publication
    sentences = [f"{settings.notice}.", LEFT_OUT]
    if not is_whole(context.history):
        sentences.append(without_sequence(context))
    if publication.revision:
        revised = f", ngày {day(publication.revised)}" if publication.revised else ""
        sentences.append(f"Dữ liệu bản {publication.revision}{revised}.")
    return " ".join([*sentences, f"Giấy phép: {settings.licence}."])


def without_sequence(context: Context) -> str:
    """Why nothing is counted where the history is not known whole."""
    return WITHOUT_SEQUENCE.format(doubt_of(context.history))
