"""Calendars to subscribe to: of the whole, of each programme, body, group, topic and year.

Only what happens makes a calendar: where nothing does, none is offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

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
REFRESHED = icalendar.lines(["REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"])
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
    "Tệp không ghi số lần sửa (SEQUENCE) của từng mục, vì không có đủ ghi chép về các lần thay đổi; "
    "ứng dụng lịch vẫn thay mục cũ theo mã của mục, trừ mục của chương trình đã đổi mã."
)
"""Said where the history is not known whole."""


class Calendars(NamedTuple):
    """Makes calendars, which all begin alike and say the same `about` themselves."""

    context: Context
    begin: bytes
    about: bytes

    @classmethod
    def of(cls, context: Context) -> Calendars:
        """Those of a context; what is about them stands there twice, since no standard has what all read."""
        product = f"PRODID:-//{icalendar.text(context.catalogue.settings.name)}//VI"
        about = icalendar.text(about_calendars(context))
        return cls(
            context,
            icalendar.lines(["BEGIN:VCALENDAR", "VERSION:2.0", product, "CALSCALE:GREGORIAN"]),
            icalendar.lines([f"DESCRIPTION:{about}", f"X-WR-CALDESC:{about}"]),
        )

    def beside(self, page: str, of: Record | str, found: Occasions) -> Iterator[Output]:
        """The calendar that stands beside a page; none where nothing happens."""
        if found:
            address = beside(page, ENDING)
            guide = HEAVY_GUIDE if len(found) > MANY else GUIDE
            download = Download("Lịch", FORM, page, len(found), "mục", guide)
            yield Output(address, partial(self.file, address, of, found), download=download)

    def file(self, address: str, of: Record | str, found: Occasions) -> File:
        """A calendar with its events."""
        own, source = icalendar.lines(self.names(of)), icalendar.lines(self.source(address))
        events = [*map(self.context.calendar_events.of, found)] or [NO_EVENT]
        content = b"".join([self.begin, own, self.about, source, REFRESHED, *events, END])
        return File(address, content, MEDIA_TYPE)

    def names(self, of: Record | str) -> Iterator[str]:
        """What a calendar is called, in the words of the standard and in those that all programs read."""
        settings = self.context.catalogue.settings
        name = of if isinstance(of, str) else self.context.catalogue.name(of)
        title = icalendar.text(f"{settings.short_name}: {name}" if name else settings.name)
        yield from (f"NAME:{title}", f"X-WR-CALNAME:{title}")

    def source(self, address: str) -> Iterator[str]:
        """Where a calendar stands, if anybody knows."""
        if self.context.publication.address:
            yield f"SOURCE;VALUE=URI:{self.context.publication.address}{address}"


def calendar_files(context: Context) -> Iterator[Output]:
    """The calendar of the whole, then those of records and years of which anything is known to happen."""
    catalogue, calendars = context.catalogue, Calendars.of(context)
    yield from calendars.beside(SCHEDULE, "", catalogue.once(occasions))
    for year, found in catalogue.once(occasions_by_year).items():
        yield from calendars.beside(f"nam/{year}/", f"năm {year}", found)
    for (kind, id), found in catalogue.once(occasions_by_holder).items():
        yield from calendars.beside(catalogue.address(catalogue.of(kind)[id]), catalogue.of(kind)[id], found)
    for id, found in catalogue.once(occasions_by_program).items():
        yield from calendars.beside(catalogue.address(catalogue.programs[id]), catalogue.programs[id], found)


def about_calendars(context: Context) -> str:
    """What whoever opens a calendar must know: whose word it is not, what is left out, of which day it is."""
    settings, publication = context.catalogue.settings, context.publication
    sentences = [f"{settings.notice}.", LEFT_OUT]
    if not is_whole(context.history):
        sentences.append(WITHOUT_SEQUENCE)
    if publication.revision:
        revised = f", ngày {day(publication.revised)}" if publication.revised else ""
        sentences.append(f"Dữ liệu bản {publication.revision}{revised}.")
    return " ".join([*sentences, f"Giấy phép: {settings.licence}."])
