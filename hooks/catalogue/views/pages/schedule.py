"""«Lịch»: the months in which something happens, and each of them as a grid of days and a list by day."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.schedule import Happening, Month, YearMonth, months
from catalogue.language.vietnamese import number
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, Phrase, Piece, TemplateContent, page
from catalogue.views.exports.calendars import GUIDE
from catalogue.views.words.context import Context
from catalogue.views.words.lists import Beginning, LongList, beginning, list_pages
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.schedule import (
    WEEKDAYS,
    EventWords,
    counted,
    counted_briefly,
    day_named,
    deadlines_first,
    going_on,
    happening,
    month_named,
)
from catalogue.views.words.trails import HOME, section_link

SECTION = "lich"
TITLE = SECTIONS[SECTION].title
LEAD = "Lớp khai giảng và hạn gửi danh sách theo tháng, theo ngày; chỉ những ngày mà nguồn nêu rõ năm."
NOTHING = "Danh mục chưa ghi ngày khai giảng hay hạn gửi danh sách nào có năm."
TAKEN_ALONG = (
    Piece("Đưa lịch vào điện thoại, máy tính: "),
    Piece(GUIDE.text, f"{ROOT}{GUIDE.address}"),
    Piece("."),
)
"""Leads to the page on calendars, also where there is none yet."""
LONG_ONES = "Lớp dài ngày đang học trong {}"
CROWDED, SHARE = 250, 2
"""What a month's page lists at most, a hundred kilobytes; each day of a crowded one has at least so much."""


EventsInWords = Callable[[Phrases, Sequence[Happening]], list[EventWords]]


class MonthCell(NamedTuple):
    """A month in the table of all months: what happens in it, with its page; no address where nothing."""

    counts: list[str]
    address: str


class GridDay(NamedTuple):
    """A day of the grid: its number, its date, where the list has it, what happens, whether in the month."""

    number: int
    date: str
    anchor: str
    counts: list[str]
    outside: bool


class Listed(NamedTuple):
    """What happens on one day, or on none in particular, as a list; the date of that day."""

    title: str
    anchor: str
    list: Beginning
    date: str = ""


@dataclass(frozen=True)
class EventsContent(TemplateContent):
    """What fills the template of some events."""

    template = "events"
    events: Sequence[EventWords]


@dataclass(frozen=True)
class ScheduleContent(LedContent):
    """What fills the template of all months: for each year twelve cells."""

    template = "schedule"
    years: list[tuple[int, list[MonthCell]]]
    nothing: str
    taken_along: Phrase


@dataclass(frozen=True)
class MonthContent(LedContent):
    """What fills the template of a month: its neighbours, the weeks of its grid, the lists."""

    template = "month"
    before: Piece | None
    after: Piece | None
    weekdays: tuple[str, ...]
    weeks: list[list[GridDay]]
    days: list[Listed]
    others: list[Listed]


def schedule_pages(context: Context) -> Iterator[Output]:
    """The page of all months, one a month, and those of crowded days."""
    found = months(context.catalogue)
    yield Output(f"{SECTION}/", partial(schedule_page, found), indexed=True)
    order: list[YearMonth | None] = [None, *found, None]
    for (before, month), (_, after) in zip(pairwise(order), pairwise(order[1:]), strict=False):
        if month:
            lists = lists_of(context.phrases, month, found[month])
            draw = partial(month_page, month, found[month], lists, (before, after))
            yield Output(address_of(month), draw, indexed=True)
            most = share_of(found[month])
            for long in (*lists.days.values(), *lists.others):
                yield from list_pages(long) if len(long.items) > most else ()


def address_of(month: YearMonth) -> str:
    """Where the page of a month stands."""
    return f"{SECTION}/{month[0]}-{month[1]:02}/"


class Lists(NamedTuple):
    """What happens in a month as lists that may be long: by day, and what stands on no day."""

    days: Mapping[int, LongList]
    others: Sequence[LongList]


def lists_of(phrases: Phrases, month: YearMonth, found: Month) -> Lists:
    """What happens in a month as lists."""
    trail = [HOME, section_link(SECTION), Piece(month_named(month), ROOT + address_of(month))]

    def long(
        name: str, title: str, events: Sequence[Happening], words: EventsInWords = happening
    ) -> LongList:
        draw = partial(drawn, phrases, words)
        return LongList(f"{address_of(month)}{name}/", SECTION, title, trail, deadlines_first(events), draw)

    days = {
        day: long(f"{day:02}", day_named(date(*month, day)), events) for day, events in found.days.items()
    }
    others = [
        long("khong-ro-ngay", f"{month_named(month)}, nguồn không nêu ngày", found.undated),
        long(
            "dang-hoc", f"Lớp dài ngày đang học trong {month_named(month).lower()}", found.going_on, going_on
        ),
    ]
    return Lists(days, [each for each in others if each.items])


def share_of(month: Month) -> int:
    """How much of a day a month's page lists: all of it unless the month is crowded."""
    if month.total + len(month.going_on) <= CROWDED:
        return CROWDED
    return max(SHARE, CROWDED // (len(month.days) + 2))


def drawn(phrases: Phrases, words: EventsInWords, events: Sequence[Happening]) -> Markup:
    """Some events as a list."""
    return EventsContent(words(phrases, events)).html()


def schedule_page(found: Mapping[YearMonth, Month]) -> Page:
    """All months, the newest year first."""
    years = sorted({year for year, _ in found}, reverse=True)
    rows = [(year, [cell(found, (year, month)) for month in range(1, 13)]) for year in years]
    content = ScheduleContent(TITLE, [HOME], LEAD, rows, NOTHING, TAKEN_ALONG)
    return page(f"{SECTION}/", TITLE, LEAD, SECTION, content)


def cell(found: Mapping[YearMonth, Month], month: YearMonth) -> MonthCell:
    """A month in the table."""
    if month not in found:
        return MonthCell([], "")
    counts = counted_briefly(found[month].happenings) or [f"{number(len(found[month].going_on))} đang học"]
    return MonthCell(counts, ROOT + address_of(month))


def month_page(
    month: YearMonth, found: Month, lists: Lists, around: tuple[YearMonth | None, YearMonth | None]
) -> Page:
    """A month as a grid and as lists."""
    title, most = month_named(month), share_of(found)
    before, after = (
        Piece(month_named(other), ROOT + address_of(other)) if other else None for other in around
    )
    days = [
        Listed(long.title, f"ngay-{day:02}", beginning(long, most, most), date(*month, day).isoformat())
        for day, long in lists.days.items()
    ]
    others = [
        Listed(long.title, long.address.split("/")[-2], beginning(long, most, most)) for long in lists.others
    ]
    content = MonthContent(
        title, [HOME, section_link(SECTION)], LEAD, before, after, WEEKDAYS, weeks(month, found), days, others
    )
    return page(address_of(month), title, f"{title}. {LEAD}", SECTION, content)


def weeks(month: YearMonth, found: Month) -> list[list[GridDay]]:
    """The weeks of a month from Monday to Sunday, with the days of other months around it."""
    return [
        [grid_day(day, found if day.month == month[1] else None) for day in week]
        for week in Calendar().monthdatescalendar(*month)
    ]


def grid_day(day: date, found: Month | None) -> GridDay:
    """A day of the grid; what happens in another month stands on the page of that."""
    happenings = found.days.get(day.day, ()) if found else ()
    anchor = f"ngay-{day.day:02}" if happenings else ""
    return GridDay(day.day, day.isoformat(), anchor, counted(happenings), found is None)
