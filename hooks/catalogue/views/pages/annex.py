"""The annex of each plan for paper: all of it on one page, which is printed on A4 landscape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from catalogue.model.kinds import KINDS
from catalogue.model.records import Plan
from catalogue.page import ROOT, Output, Page, PageContent, Piece, page
from catalogue.views.words.annex import annex_list, annex_of, printed_address
from catalogue.views.words.annex_rows import programs_of
from catalogue.views.words.context import Context
from catalogue.views.words.facts import Fact, facts_of
from catalogue.views.words.figures import FigureTable, figure_table
from catalogue.views.words.plans import missing
from catalogue.views.words.trails import trail_below


@dataclass(frozen=True)
class PrintedAnnexContent(PageContent):
    """What fills the template: the facts and the own figures of the plan, its table, what is missing."""

    template = "printed_annex"
    facts: list[Fact]
    figures: FigureTable | None
    table: Markup
    missing: list[str]


def annex_pages(context: Context) -> Iterator[Output]:
    """The annex of every plan that has programmes. Search engines find the plan itself."""
    for plan in context.catalogue.plans.values():
        if programs_of(context.catalogue, plan):
            yield Output(printed_address(context.phrases, plan), partial(annex_page, context, plan))


def annex_page(context: Context, plan: Plan) -> Page:
    """All of a plan for paper."""
    phrases, catalogue = context.phrases, context.catalogue
    long = annex_list(phrases, plan, annex_of(phrases, plan))
    title = f"{catalogue.name(plan)}: bản in"
    content = PrintedAnnexContent(
        title=plan.title,
        trail=[
            *trail_below(KINDS[plan.kind].section),
            Piece(catalogue.name(plan), ROOT + catalogue.address(plan)),
        ],
        facts=facts_of(phrases, plan).first,
        figures=figure_table(phrases, plan, plan.figures) if plan.figures else None,
        table=long.draw(long.items),
        missing=list(missing(catalogue, plan, programs_of(catalogue, plan))),
    )
    address = printed_address(phrases, plan)
    description = f"Cả bảng chương trình của {plan.title}, để in trên khổ A4 ngang."
    return page(address, title, description, KINDS[plan.kind].section, content.html(), indexed=False)
