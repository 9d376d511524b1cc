"""The home page: ways in, the newest year with its numbers and its gaps, how far the data is confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from catalogue.model.settings import SiteSettings
from catalogue.page import Output, Page, Piece, TemplateContent, page
from catalogue.views.words.context import Context
from catalogue.views.words.plans import PlanTables, plan_tables
from catalogue.views.words.shares import Share, shares
from catalogue.views.words.ways import Way, ways


class NewestYear(NamedTuple):
    """The newest planned year: its leading plan, the plan's tables, how many plans and programmes it has."""

    year: int
    plan: Piece
    tables: PlanTables
    plans: int
    programs: int


@dataclass(frozen=True)
class HomeContent(TemplateContent):
    """What fills the template of the home page."""

    template = "home"
    settings: SiteSettings
    ways: list[Way]
    newest: NewestYear | None
    by_programs: list[Share]


def home_page(context: Context) -> Iterator[Output]:
    """The home page."""
    yield Output("", partial(home, context), indexed=True)


def home(context: Context) -> Page:
    catalogue, settings = context.catalogue, context.catalogue.settings
    content = HomeContent(
        settings, ways(catalogue), newest_year(context), shares(catalogue, catalogue.programs.values())
    )
    return page("", settings.name, settings.description, "", content.html())


def newest_year(context: Context) -> NewestYear | None:
    """What is known of the newest planned year; its leading plan is the one that most programmes name."""
    catalogue = context.catalogue
    year = catalogue.newest_plan_year
    if year is None:
        return None
    plans = [plan for plan in catalogue.plans.values() if year in catalogue.years(plan) and not plan.is_draft]
    leading = max(plans, key=lambda plan: (len(catalogue.referring("plan", plan.id, "plan")), plan.id))
    programs = [
        program
        for program in catalogue.programs.values()
        if not program.is_draft and year in catalogue.years(program)
    ]
    tables = plan_tables(context.phrases, leading)
    return NewestYear(year, context.phrases.link(leading), tables, len(plans), len(programs))
