"""A year at a glance, in words: figures, each of which says who states it or what adds up to it."""

from __future__ import annotations

from typing import NamedTuple

from catalogue.findings.by_year import PlannedNumber, YearGlance
from catalogue.findings.checks import Omission, Reason
from catalogue.findings.years import WHY_NOT, Added, Omitted, Totals
from catalogue.language.quantities import quantity
from catalogue.language.vietnamese import number
from catalogue.model.standing import NOT_TOLD
from catalogue.page import Phrase, Piece
from catalogue.views.words.feet import why_left_out
from catalogue.views.words.phrases import Phrases, figure_words, plain

NOT_ADDED = "Không cộng"
PROGRAM = "chương trình"
"""What the rows are that a year adds up, where no table shows them."""


class GlanceFigure(NamedTuple):
    """A figure: its label, its value, in small words what it rests on; what stands beside it.

    `why` tells why what stands in small words is not all of the year.
    """

    label: str
    value: str
    note: Phrase
    beside: str = ""
    why: str = ""


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
    """A declared number with its plan, else what programmes add up to, else why they are not added.

    What only some of the programmes add up to is no number of the year: it stands in a sentence.
    """
    plan, totals = glance.leading, planned.of_programs
    if plan and planned.declared:
        beside = sum_in_words(totals, glance.programs) if totals.planned.rows else ""
        why = why_not_all(totals) if beside else ""
        return GlanceFigure(label, figure_words(planned.declared), whose(phrases, glance), beside, why)
    if is_of_all(totals):
        rows = number(totals.planned.rows)
        return GlanceFigure(label, sums_in_words(totals.planned), plain(f"cộng từ {rows} chương trình"))
    if totals.planned.rows:
        told = plain(sum_in_words(totals, glance.programs))
        return GlanceFigure(label, NOT_ADDED, told, why=why_not_all(totals))
    return not_added(label, totals)


def is_of_all(totals: Totals) -> bool:
    """Whether a sum has the number of each programme, be it within that of another."""
    return bool(totals.planned.rows) and not reasons_not_all(totals)


def reasons_not_all(totals: Totals) -> Omitted:
    """Why a sum is not that of each programme; what lies within another is no reason."""
    return {why: many for why, many in totals.not_added[0].items() if why is not Omission.INSIDE}


def sum_in_words(totals: Totals, programs: int) -> str:
    """What the programmes of a year add up to; where that is only some of them, how many."""
    added = sums_in_words(totals.planned, ", ")
    if is_of_all(totals):
        return f"Mọi chương trình của năm cộng được {added}"
    return f"{number(totals.planned.rows)} trong {number(programs)} chương trình cộng được {added}"


def why_not_all(totals: Totals) -> str:
    """What is with most of the programmes that a sum leaves out; the page of the year has every reason."""
    reasons = reasons_not_all(totals)
    if not reasons:
        return ""
    omitted = sorted(reasons.items(), key=lambda each: (-each[1], WHY_NOT.index(each[0])))
    why, many = omitted[0]
    others = sum(many for _, many in omitted[1:])
    rest = f", {number(others)} vì lý do khác" if others else ""
    return f"{number(many)} {why_left_out(why, PROGRAM)}{rest}"


def whose(phrases: Phrases, glance: YearGlance) -> Phrase:
    """The plan that declares a number, and how many others of the year have their own."""
    if not glance.leading:
        return ()
    link = phrases.link(glance.leading)
    if not glance.beside:
        return (Piece("theo "), link._replace(text="kế hoạch"))
    others = Piece(f", chưa kể {number(glance.beside)} kế hoạch khác")
    return (Piece("theo "), link._replace(text="kế hoạch chính"), others)


def sums_in_words(added: Added, between: str = "; ") -> str:
    """Sums with their units."""
    return between.join(quantity(value, label, added.bounds[label]) for label, value in added.sums.items())


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
