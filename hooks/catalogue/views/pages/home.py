"""The home page: ways in, what comes next, years at a glance, the newest plan, what changed last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from catalogue.findings.by_year import YearRecords, glance, records_by_year
from catalogue.findings.coming import DaysKnown, Event, days_known
from catalogue.findings.schedule import HappeningKind
from catalogue.language.vietnamese import day
from catalogue.model.records import Plan
from catalogue.model.settings import SiteSettings
from catalogue.page import ROOT, Output, Page, Phrase, Piece, TemplateContent, page
from catalogue.views.exports.coming_data import Months, coming_files, months_in, months_of
from catalogue.views.words.context import Context
from catalogue.views.words.glances import GlanceWords, glance_words
from catalogue.views.words.plans import Bar, missing, pictured
from catalogue.views.words.shares import Share, shares
from catalogue.views.words.ways import Way, ways

LATEST = 2
"""The commits that stand here: the newest."""
BARS, CARDS = 5, 30
"""The bars of the newest plan, and the years that a page can hold as cards: those around that plan."""


class DaysAhead(NamedTuple):
    """The days of a sort: how many, the first, the last; the months of those that may lie ahead."""

    total: int
    first: str
    last: str
    months: list[str]


class NewestPlan(NamedTuple):
    """The leading plan of the newest planned year: its largest programmes, what is missing of it."""

    year: int
    link: Piece
    bars: Sequence[Bar]
    missing: list[str]


@dataclass(frozen=True)
class HomeContent(TemplateContent):
    """What fills the template of the home page; `shown` is the year that is shown without a clock."""

    template = "home"
    settings: SiteSettings
    ways: list[Way]
    data: str
    deadlines: DaysAhead | None
    beginnings: DaysAhead | None
    years: list[GlanceWords]
    shown: int | None
    newest: NewestPlan | None
    by_programs: list[Share]
    latest: list[Phrase]


def home_page(context: Context) -> Iterator[Output]:
    """The home page, and what it asks for by the reader's clock."""
    months = months_of(context)
    yield Output("", partial(home, context, months), indexed=True)
    yield from coming_files(months)


def home(context: Context, months: Months) -> Page:
    """The home page."""
    catalogue, settings = context.catalogue, context.catalogue.settings
    by_year = catalogue.once(records_by_year)
    shown = catalogue.newest_plan_year or max(by_year, default=None)
    days = days_known(catalogue)
    glances = [glance(catalogue, each) for each in nearest(list(by_year.values()), shown)]
    leading = next((each.leading for each in glances if each.year == shown), None)
    content = HomeContent(
        settings,
        ways(catalogue),
        ROOT + months.folder,
        days_ahead_of(days.get(HappeningKind.DEADLINE), months.days.deadlines),
        days_ahead_of(days.get(HappeningKind.START), months.days.beginnings),
        [glance_words(context.phrases, each) for each in glances],
        shown,
        newest_plan(context, shown, leading) if shown and leading else None,
        shares(catalogue, catalogue.programs.values()),
        context.told_history.newest(LATEST),
    )
    return page("", settings.name, settings.description, "", content)


def nearest(years: Sequence[YearRecords], shown: int | None) -> list[YearRecords]:
    """The years that have cards, the oldest first."""
    by_distance = sorted(years, key=lambda each: abs(each.year - (shown or 0)))
    return sorted(by_distance[:CARDS], key=lambda each: each.year)


def days_ahead_of(known: DaysKnown | None, ahead: Sequence[Event]) -> DaysAhead | None:
    """What is known of the days of a sort; nothing where there is none."""
    return DaysAhead(known.total, day(known.first), day(known.last), months_in(ahead)) if known else None


def newest_plan(context: Context, year: int, plan: Plan) -> NewestPlan:
    """What is known of the leading plan of the newest planned year."""
    return NewestPlan(
        year,
        context.phrases.link(plan),
        pictured(context.phrases, plan, BARS).bars,
        missing(context.catalogue, plan),
    )
