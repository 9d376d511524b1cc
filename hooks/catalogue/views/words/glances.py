"""A year at a glance, in words: figures, each of which says who states it or what adds up to it."""

from __future__ import annotations

from typing import NamedTuple

from catalogue.findings.by_year import PlannedNumber, YearGlance
from catalogue.findings.checks import Reason
from catalogue.findings.years import WHY_NOT, Added, Omitted, Totals
from catalogue.language.quantities import quantity
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Bound
from catalogue.model.standing import NOT_TOLD
from catalogue.page import Phrase, Piece
from catalogue.views.words.feet import why_left_out
from catalogue.views.words.phrases import Phrases, figure_words, plain

NOT_ADDED = "Không cộng"
PROGRAM = "chương trình"
"""What the rows are that a year adds up, where no table shows them."""


class GlanceFigure(NamedTuple):
    """A figure: its label, its value, in small words what it rests on; what stands beside it."""

    label: str
    value: str
    note: Phrase
    beside: str = ""


class GlanceWords(NamedTuple):
    """A year at a glance: whether a plan of it is known, its figures."""

    year: int
    has_plan: bool
    figures: list[GlanceFigure]


def glance_words(phrases: Phrases, glance: YearGlance) -> GlanceWords:
    """A year in words."""
    count = number(glance.programs) if glance.programs else NOT_TOLD
    return GlanceWords(
        glance.year,
        glance.leading is not None,
        [
            GlanceFigure("Chương trình", count, plain("đã ghi nhận") if glance.programs else ()),
            planned_words(phrases, "Số lớp", glance, glance.classes),
            planned_words(phrases, "Chỉ tiêu", glance, glance.people),
        ],
    )


def planned_words(phrases: Phrases, label: str, glance: YearGlance, planned: PlannedNumber) -> GlanceFigure:
    """A declared number with its plan, else what programmes add up to, else why they are not added."""
    plan, added = glance.leading, planned.of_programs.planned
    if plan and planned.declared:
        value = figure_words(planned.declared)
        beside = f"Mọi chương trình của năm cộng được {sums_in_words(added)}" if added.rows else ""
        return GlanceFigure(label, value, whose(phrases, glance), beside)
    if added.rows:
        return GlanceFigure(label, sums_in_words(added), plain(f"cộng từ {number(added.rows)} chương trình"))
    return not_added(label, planned.of_programs)


def whose(phrases: Phrases, glance: YearGlance) -> Phrase:
    """The plan that declares a number, and how many others of the year have their own."""
    if not glance.leading:
        return ()
    link = phrases.link(glance.leading)
    if not glance.beside:
        return (Piece("theo "), link._replace(text="kế hoạch"))
    others = Piece(f", chưa kể {number(glance.beside)} kế hoạch khác")
    return (Piece("theo "), link._replace(text="kế hoạch chính"), others)


def sums_in_words(added: Added) -> str:
    """Sums with their units."""
    bound = Bound.EXACT if added.is_exact else Bound.ABOUT
    return "; ".join(quantity(value, label, bound) for label, value in added.sums.items())


def not_added(label: str, totals: Totals) -> GlanceFigure:
    """That no programme has a number, or why those that are there are not added."""
    withheld = totals.withheld[0]
    if withheld:
        return GlanceFigure(label, NOT_ADDED, plain(withheld_in_words(withheld)))
    elsewhen = totals.not_added[0].get(Reason.OTHER_PERIOD, 0)
    note = f"{number(elsewhen)} chương trình {why_left_out(Reason.OTHER_PERIOD, PROGRAM)}" if elsewhen else ""
    return GlanceFigure(label, NOT_TOLD, plain(note) if note else ())


def withheld_in_words(withheld: Omitted) -> str:
    """Why the numbers of some programmes are not added; each reason with how many it holds for."""
    whole = f"{number(sum(withheld.values()))} chương trình có số"
    if len(withheld) == 1:
        return f"{whole}, nhưng {why_left_out(next(iter(withheld)), PROGRAM)}"
    told = (f"{number(withheld[each])} {why_left_out(each, PROGRAM)}" for each in WHY_NOT if each in withheld)
    return f"{whole}: {'; '.join(told)}"
