"""The desk of a body: its classes with seats, deadlines and receivers, a table a year; a page where many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.desk import desk_by_year, desk_of, predecessors, programs_allocated, summed
from catalogue.findings.duties import Duty, busy_collectives, perhaps_through
from catalogue.language.vietnamese import number, year_in_words
from catalogue.model.collection import years_in_words
from catalogue.model.records import Organization
from catalogue.page import ROOT, Output, Phrase, Piece, TemplateContent
from catalogue.views.words.context import Context
from catalogue.views.words.duties import duties_table
from catalogue.views.words.lists import PAGE_LENGTH, LongList, address_of, last_page, list_pages
from catalogue.views.words.phrases import Phrases, joined
from catalogue.views.words.trails import trail_below
from catalogue.views.words.ways import search_for

SECTION = "don-vi"
ALL_HERE = 60
"""Duties that stand on the body's own page, a table a year; of more, one year alone."""
SHOWN = 60
"""Duties of that year that stand there."""
TITLE = "Việc của đơn vị"
ANCHOR = "muc_viec"
SEATS, SENDS = "phân bổ chỉ tiêu cho đơn vị", "giao đơn vị lập danh sách cử người học"
"""Why a class stands on a desk."""
NONE = (
    "Danh mục chưa ghi lớp nào phân bổ chỉ tiêu cho đơn vị này, "
    "cũng chưa ghi chương trình nào giao đơn vị này lập danh sách cử người học."
)


class DeskLink(NamedTuple):
    """A link to duties that stand elsewhere, what they are, the last day that names are due, what is off."""

    link: Piece
    said: str
    until: Phrase
    called_off: str
    year: int | None = None


@dataclass(frozen=True)
class DeskPartsContent(TemplateContent):
    """What fills the template of the pages of a year."""

    template = "desk_parts"
    title: str
    parts: list[DeskLink]


class DeskYear(NamedTuple):
    """The table of a year; `parts` are the pages of one that is too long for the body's own page."""

    year: int | None
    heading: str
    table: Markup
    parts: Markup


class DeskShown(NamedTuple):
    """The desk as the body's page has it: a table a year, the newest first.

    Where that is too long it is the beginning of the newest year alone, and `linked` are all years: a script
    puts those pages in its place that are open on the reader's day.
    """

    lead: Phrase
    search: Phrase
    years: list[DeskYear]
    linked: list[DeskLink]
    remarks: list[Phrase]


def desk_pages(context: Context, body: Organization) -> Iterator[Output]:
    """A page for each year of a desk that does not fit on its body's own page."""
    if len(desk_of(context.catalogue, body)) > ALL_HERE:
        for year, of_year in desk_by_year(context.catalogue, body).items():
            yield from list_pages(year_list(context, body, year, of_year))


def year_list(context: Context, body: Organization, year: int | None, duties: Sequence[Duty]) -> LongList:
    """The duties of a year as a list that may be long."""
    catalogue, words = context.catalogue, year_in_words(year)
    address, name = catalogue.address(body), catalogue.name(body)
    long = LongList(
        f"{address}viec-{f'nam-{year}' if year else 'chua-ro-nam'}/",
        SECTION,
        f"{name}: {TITLE.lower()} {words}",
        [*trail_below(SECTION), Piece(name, f"{ROOT}{address}#{ANCHOR}")],
        duties,
        partial(duties_table, context.class_heads, words, summed(duties)),
        indexed=not body.is_draft,
    )
    guide = cache(partial(parts_of, context.phrases, year, long))
    return long._replace(guide=guide) if last_page(long) > 1 else long


def desk_shown(context: Context, body: Organization) -> DeskShown:
    """The desk as the body's own page shows it: with all duties, or of many one year and links to all."""
    duties = desk_of(context.catalogue, body)
    of_years = desk_by_year(context.catalogue, body)
    lists = [(year, year_list(context, body, year, found)) for year, found in of_years.items()]
    is_long = len(duties) > ALL_HERE
    return DeskShown(
        lead_of(duties, of_years),
        search_link(body, programs_allocated(duties)),
        [desk_year(context.phrases, *each) for each in (lists[:1] if is_long else lists)],
        [year_link(context.phrases, *each) for each in lists] if is_long else [],
        remarks=[each for each in (before(context, body), perhaps(context, body)) if each],
    )


def desk_year(phrases: Phrases, year: int | None, long: LongList) -> DeskYear:
    """A year as the body's own page shows it."""
    words = year_in_words(year)
    parts = parts_of(phrases, year, long) if len(long.items) > SHOWN else Markup()
    return DeskYear(year, words.capitalize(), long.draw(long.items[:SHOWN]), parts)


def year_link(phrases: Phrases, year: int | None, long: LongList) -> DeskLink:
    """A link to a year."""
    return desk_link(phrases, long.address, year_in_words(year), long.items)._replace(year=year)


def parts_of(phrases: Phrases, year: int | None, long: LongList) -> Markup:
    """The pages of a year."""
    parts = [
        desk_link(phrases, address_of(long, turn), f"trang {turn}", long.items[start : start + PAGE_LENGTH])
        for turn, start in enumerate(range(0, len(long.items), PAGE_LENGTH), start=1)
    ]
    every = f"Cả {year_in_words(year)}" if year else f"Mọi việc {year_in_words(year)}"
    return DeskPartsContent(f"{every}, theo hạn gửi danh sách", parts).html()


def lead_of(duties: Sequence[Duty], of_years: Iterable[int | None]) -> Phrase:
    """What stands on a desk, why, and of which years; that nothing does, where that is so."""
    if not duties:
        return (Piece(NONE),)
    years = [year for year in of_years if year]
    time = f", năm {years_in_words(years[::-1])}" if years else ""
    why = {SEATS if duty.seats is not None else SENDS for duty in duties}
    return (Piece(f"{counted(duties)} {' hoặc '.join(sorted(why, reverse=True))}{time}."),)


def counted(duties: Sequence[Duty]) -> str:
    """How many classes duties are of how many programmes, and how many programmes that name none."""
    classes = [duty for duty in duties if duty.each]
    programs = len({duty.program.id for duty in classes})
    off = sum(duty.is_called_off for duty in classes)
    called_off = f" (kể cả {number(off)} lớp hoãn, hủy)" if off else ""
    words = [f"{number(len(classes))} lớp của {number(programs)} chương trình{called_off}"] if classes else []
    rest = len(duties) - len(classes)
    return " và ".join([*words, *([f"{number(rest)} chương trình chưa ghi lớp"] if rest else [])])


def search_link(body: Organization, programs: int) -> Phrase:
    """The search for the programmes with seats for a body, narrowed to it; nothing where there are none."""
    words = f"Tìm trong {number(programs)} chương trình phân bổ cho đơn vị"
    return (Piece(words, search_for({"allocated": body.id})),) if programs else ()


def desk_link(phrases: Phrases, address: str, words: str, duties: Sequence[Duty]) -> DeskLink:
    """A link to some duties: how many take place and the last day that names are due; then what is off."""
    held = [duty for duty in duties if not duty.is_called_off]
    total = summed(duties)
    seats = f", {number(total.seats)} chỉ tiêu" if total.seats else ""
    days = [duty.deadline.date for duty in held if duty.deadline and duty.deadline.date.year]
    last = (phrases.date(days[-1]),) if days else ()
    apart = f"{number(total.called_off)} lớp hoãn, hủy" if total.called_off else ""
    return DeskLink(Piece(words.capitalize(), f"{ROOT}{address}"), counted(held) + seats, last, apart)


def before(context: Context, body: Organization) -> Phrase:
    """Whom a body took over from, and how many duties each of them has on its desk."""
    catalogue = context.catalogue
    links: list[Phrase] = []
    for each in predecessors(catalogue, body):
        name = Piece(catalogue.brief_name(each), f"{ROOT}{catalogue.address(each)}#{ANCHOR}")
        links.append((name, Piece(f" ({counted(desk_of(catalogue, each)) or 'chưa ghi việc nào'})")))
    return (
        (Piece("Việc của đơn vị mà đơn vị này tiếp nhận: "), *joined(links, "; "), Piece("."))
        if links
        else ()
    )


def perhaps(context: Context, body: Organization) -> Phrase:
    """The collectives with something to do that a body may belong to, though nothing says so."""
    found = perhaps_through(context.catalogue, body, context.catalogue.once(busy_collectives))
    links: list[Phrase] = [
        (
            context.phrases.named("organization", each.body.id),
            Piece(f" ({number(each.programs)} chương trình)"),
        )
        for each in found
    ]
    opening = (
        "Có việc giao chung cho một nhóm đơn vị; danh mục chưa ghi nhóm nào gồm đơn vị này. "
        "Nếu đơn vị thuộc nhóm nào dưới đây thì xem thêm: "
    )
    return (Piece(opening), *joined(links, "; "), Piece(".")) if links else ()
