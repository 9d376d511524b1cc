"""The pages of a plan's annex besides the plan's own: those of a long one, and all of it for A4 landscape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from catalogue.findings.plans import programs_of
from catalogue.model.records import Plan
from catalogue.page import Output, Page, PageContent, page
from catalogue.views.words.annex import annex_list, list_address, printed_address, trail_to
from catalogue.views.words.checks import LastChecks, OwnChecks
from catalogue.views.words.citations import CitationWords, citation, verification
from catalogue.views.words.context import Context
from catalogue.views.words.facts import Fact, facts_of
from catalogue.views.words.figures import FigureTable, figure_table
from catalogue.views.words.lists import PAGE_LENGTH, list_page, numbered, pages_for
from catalogue.views.words.plans import missing


@dataclass(frozen=True)
class PrintedAnnexContent(PageContent):
    """What fills the template: the facts and the own figures of the plan, its table, what is missing, how its
    numbers agree, and what it rests on.
    """

    template = "printed_annex"
    facts: list[Fact]
    figures: FigureTable | None
    table: Markup
    missing: list[str]
    checks: OwnChecks | None
    citations: list[CitationWords]
    verification: list[Fact]


def annex_pages(context: Context, plan: Plan) -> Iterator[Output]:
    """The pages of a plan's annex: those of a long one, and the one for paper.

    Search engines find the plan itself. The rows are made with the first page that shows them.
    """
    programs = len(programs_of(context.catalogue, plan))
    for turn in range(1, pages_for(programs) + 1) if programs > PAGE_LENGTH else ():
        address = numbered(list_address(context.catalogue, plan), turn)
        draw = partial(long_annex_page, context, plan, turn)
        yield Output(address, draw, indexed=turn == 1, lasts=False)
    if programs:
        yield Output(printed_address(context.catalogue, plan), partial(printed_annex_page, context, plan))


def long_annex_page(context: Context, plan: Plan, turn: int) -> Page:
    """A page of the rows of a long annex."""
    return list_page(annex_list(context.phrases, plan), turn)


def printed_annex_page(context: Context, plan: Plan) -> Page:
    """All of a plan for paper."""
    phrases, catalogue = context.phrases, context.catalogue
    long = annex_list(phrases, plan)
    content = PrintedAnnexContent(
        title=plan.title,
        trail=trail_to(phrases, plan),
        facts=facts_of(phrases, plan).first,
        figures=figure_table(phrases, plan, plan.figures) if plan.figures else None,
        table=long.draw(long.items),
        missing=missing(catalogue, plan),
        checks=catalogue.once(LastChecks).of(phrases, plan),
        citations=[citation(phrases, each) for each in plan.sources],
        verification=verification(phrases, plan),
    )
    return page(
        printed_address(catalogue, plan),
        f"{catalogue.name(plan)}: bản in",
        f"Cả bảng chương trình của {plan.title}, để in trên khổ A4 ngang.",
        long.section,
        content,
        indexed=False,
    )
