"""The years: a page of cards, and of each year a page that sets what was planned against what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from catalogue.findings.by_year import YearRecords, glance, outcomes_by_year, records_by_year
from catalogue.language.vietnamese import number
from catalogue.model.records import Plan
from catalogue.page import ROOT, LedContent, Output, Page, Phrase, Piece, page
from catalogue.views.pages.choices import choice_page
from catalogue.views.words.context import Context
from catalogue.views.words.glances import GlanceFigure, glance_words
from catalogue.views.words.headings import counts_by_kind, turn_of_plan
from catalogue.views.words.lists import Beginning, LongList, beginning, list_pages
from catalogue.views.words.series import MISSED, missed_in
from catalogue.views.words.sides import SIDES_ANCHOR, side_by_side
from catalogue.views.words.trails import HOME, section_link
from catalogue.views.words.ways import Way
from catalogue.views.words.years import YearTables, not_added

YEARS = "Theo năm", "Chọn năm để xem kế hoạch và chương trình của năm đó."
"""Title and opening sentence of the page of cards."""
PLANS_SHOWN, SHOWN_WHOLE, SIDES_SHOWN, MISSED_SHOWN = 8, 50, 12, 10
"""How many the page of a year has: plans, rows of a table, groups of two blocks, programmes it lacks."""
LEAD = (
    "Kế hoạch đặt cạnh kết quả đã thực hiện; chương trình nhiều năm có mặt ở mỗi năm của nó. "
    "Chỉ tính chênh lệch khi hai số cùng đơn vị tính và cùng kỳ."
)


@dataclass(frozen=True)
class YearContent(LedContent):
    """What fills the template of a year; `beside` are the years before and after that have a page."""

    template = "year"
    beside: list[Piece]
    without_plan: Phrase
    figures: list[GlanceFigure]
    plans: Beginning
    leads: Beginning | None
    programs: Beginning | None
    unknown: list[str]
    notes: list[str]
    missed_heading: str
    missed: Beginning
    sides: Markup
    sides_anchor: str


def year_pages(context: Context) -> Iterator[Output]:
    """The list of years, and the page of each with those of its long lists; drafts stand in no year.

    What they add up to is worked out before the pages are divided among processes, each of which needs it.
    """
    context.catalogue.once(outcomes_by_year)
    years = context.catalogue.once(records_by_year)
    ways = [
        Way(f"Năm {each.year}", f"nam/{each.year}/", counts_by_kind([*each.plans, *each.programs]))
        for each in reversed([*years.values()])
    ]
    yield Output("nam/", partial(choice_page, "nam", YEARS, ways), indexed=True)
    for each in years.values():
        tables = YearTables(context, each.year, each.programs)
        beside = neighbours(list(years), each.year)
        plans = plans_list(context, each)
        yield Output(f"nam/{each.year}/", partial(year_page, each, tables, plans, beside), indexed=True)
        for long, most in (
            (plans, PLANS_SHOWN),
            (missed_in(context, each.year), MISSED_SHOWN),
            (tables.leads_list(), SHOWN_WHOLE),
            (tables.programs_list(), SHOWN_WHOLE),
        ):
            if len(long.items) > most:
                yield from list_pages(long)


def neighbours(years: Sequence[int], year: int) -> list[Piece]:
    """Links to the years before and after one that have a page."""
    place = years.index(year)
    before = [Piece(f"← Năm {each}", f"{ROOT}nam/{each}/") for each in years[:place][-1:]]
    return before + [Piece(f"Năm {each} →", f"{ROOT}nam/{each}/") for each in years[place + 1 :][:1]]


def year_page(records: YearRecords, tables: YearTables, plans: LongList, beside: list[Piece]) -> Page:
    """The page of a year. It begins with the same figures as the home page has of it."""
    context = tables.context
    at_a_glance = glance_words(context.phrases, glance(context.catalogue, records))
    title = f"Năm {tables.year}"
    leads = tables.leads_list(with_foot=True) if tables.programs and tables.has_leads else None
    programs = tables.programs_list(with_foot=True) if tables.programs else None
    content = YearContent(
        title,
        [HOME, section_link("nam")],
        LEAD,
        beside,
        without_plan(context, tables.year, plans.items),
        at_a_glance.figures,
        beginning(plans, PLANS_SHOWN, first=5),
        leads and beginning(leads, SHOWN_WHOLE),
        programs and beginning(programs, SHOWN_WHOLE),
        tables.unknown if programs else [],
        list(not_added(tables.sorts, tables.outcome)),
        MISSED,
        beginning(missed_in(context, tables.year), MISSED_SHOWN, MISSED_SHOWN),
        side_by_side(context.phrases, tables.year, SIDES_SHOWN),
        SIDES_ANCHOR,
    )
    return page(f"nam/{tables.year}/", title, f"{title}. {LEAD}", "nam", content)


def without_plan(context: Context, year: int, plans: Sequence[Plan]) -> Phrase:
    """That no plan of just this year is known, and of which year the newest is; nothing where one is."""
    if any(len(context.catalogue.years(plan)) == 1 for plan in plans):
        return ()
    newest = context.catalogue.newest_plan_year
    several = f"; có {number(len(plans))} kế hoạch nhiều năm, xem dưới đây" if plans else ""
    words = Piece(f"Danh mục chưa có kế hoạch nào của riêng năm {year}{several}.")
    if newest is None:
        return (words,)
    return (words, Piece(" Kế hoạch mới nhất: "), Piece(f"năm {newest}", f"{ROOT}nam/{newest}/"), Piece("."))


def plans_list(context: Context, each: YearRecords) -> LongList:
    """The plans of a year, the city's before a district's."""
    title, address = f"Năm {each.year}: kế hoạch", f"nam/{each.year}/"
    trail = [HOME, section_link("nam"), Piece(f"Năm {each.year}", ROOT + address)]
    plans = sorted(each.plans, key=partial(turn_of_plan, context.catalogue))
    draw = partial(context.entries.listed, heading=f"Năm {each.year}")
    return LongList(f"{address}ke-hoach/", "nam", title, trail, plans, draw)
