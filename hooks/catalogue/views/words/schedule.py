"""The calendar in words: months and days by name, what happens on them with links, until when and by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from catalogue.findings.schedule import Happening, HappeningKind, YearMonth
from catalogue.language.vietnamese import number
from catalogue.page import Phrase, Piece
from catalogue.views.words.class_titles import class_titles
from catalogue.views.words.deadlines import COMMON, is_apart
from catalogue.views.words.phrases import Phrases, plain

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
KINDS_NAMED = {HappeningKind.DEADLINE: "Hạn gửi danh sách", HappeningKind.START: "Khai giảng"}
"""What happens, what cannot wait first."""
GOING_ON, ONE_DAY = "Đang học", "học một ngày"
KINDS_IN_BRIEF = {HappeningKind.DEADLINE: "hạn", HappeningKind.START: "lớp"}
OFF = "hoãn, hủy"
"""What is called off is counted as: it neither begins nor is due."""
KINDS_COUNTED = {HappeningKind.DEADLINE: "hạn gửi", HappeningKind.START: "khai giảng"}


class EventWords(NamedTuple):
    """Something that happens: what, of which programme and class, until when, by whom, whether called off."""

    kind: HappeningKind
    said: str
    link: Piece
    until: Phrase
    lead: Phrase
    called_off: str


def month_named(month: YearMonth) -> str:
    """«Tháng 3 năm 2026»."""
    return f"Tháng {month[1]} năm {month[0]}"


def day_named(day: date) -> str:
    """«Thứ năm, 5-3-2026»."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day}-{day.month}-{day.year}"


def counted(events: Iterable[Happening]) -> list[str]:
    """How many names are due, how many classes begin, how much is off: «3 hạn gửi», «12 khai giảng»."""
    kinds = Counter(OFF if event.is_called_off else KINDS_COUNTED[event.kind] for event in events)
    return [f"{number(kinds[words])} {words}" for words in (*KINDS_COUNTED.values(), OFF) if kinds[words]]


def counted_briefly(events: Iterable[Happening]) -> list[str]:
    """The same in a narrow cell, what is called off only where nothing else is: «3 hạn», «12 lớp»."""
    kinds = Counter(None if event.is_called_off else event.kind for event in events)
    held = [f"{number(kinds[kind])} {words}" for kind, words in KINDS_IN_BRIEF.items() if kinds[kind]]
    return held or ([f"{number(kinds[None])} {OFF}"] if kinds[None] else [])


def deadlines_first(events: Sequence[Happening]) -> list[Happening]:
    """What happens on a day, deadlines before all else."""
    order = list(KINDS_NAMED)
    return sorted(events, key=lambda event: order.index(event.kind))


def happening(phrases: Phrases, events: Sequence[Happening]) -> list[EventWords]:
    """What happens as a list has it; the classes of a programme are named once, however many happen."""
    programs = {event.program.id: event.program for event in events}
    titles = {id: class_titles(phrases.catalogue, program) for id, program in programs.items()}
    return [event_words(phrases, event, titles[event.program.id]) for event in events]


def going_on(phrases: Phrases, events: Sequence[Happening]) -> list[EventWords]:
    """What goes on for weeks, from its first day to its last."""
    return [
        words._replace(said=GOING_ON, until=phrases.dates(event.when, event.end))
        for event, words in zip(events, happening(phrases, events), strict=True)
    ]


def said(event: Happening) -> str:
    """What happens; of a deadline whether it is the common one, where classes have others."""
    named = KINDS_NAMED[event.kind]
    is_common = event.kind is HappeningKind.DEADLINE and is_apart(event.program, event.held)
    return f"{named} ({COMMON})" if is_common else named


def until(phrases: Phrases, event: Happening) -> Phrase:
    """Until when it goes on, if that is known: «đến 9-3-2026»; a single day is not said twice."""
    if event.end is None:
        return ()
    return plain(ONE_DAY) if event.end == event.when else (Piece("đến "), phrases.date(event.end))


def event_words(phrases: Phrases, event: Happening, titles: Mapping[str, str]) -> EventWords:
    """Something that happens; `titles` are those of the classes of its programme."""
    program, held = event.program, event.held
    link = phrases.link(program)
    if held and len(program.classes) > 1:
        link = Piece(f"{link.text}: {titles[held.id]}", f"{link.address}#{held.id}")
    return EventWords(
        event.kind,
        said(event),
        link,
        until(phrases, event),
        (phrases.named("organization", program.lead),) if program.lead else (),
        held.state.label if held and held.state and event.is_called_off else "",
    )
