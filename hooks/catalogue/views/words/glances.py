"""A year at a glance, in words: four figures, each of which says whose it is, or why there is none."""

from __future__ import annotations

from typing import NamedTuple

from catalogue.findings.by_year import Declared, YearGlance
from catalogue.language.vietnamese import number
from catalogue.model.standing import NOT_TOLD
from catalogue.page import Phrase, Piece
from catalogue.views.words.phrases import Phrases, figure_words, plain

NOT_ADDED = "Không cộng"


class GlanceFigure(NamedTuple):
    """One of the four: its label, its value, and in small words what it rests on."""

    label: str
    value: str
    note: Phrase


class GlanceWords(NamedTuple):
    """A year as a card: whether a plan of it is known, three figures; the fourth follows the clock."""

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
            declared_words(phrases, "Số lớp", glance, glance.classes),
            declared_words(phrases, "Chỉ tiêu", glance, glance.people),
        ],
    )


def declared_words(phrases: Phrases, label: str, glance: YearGlance, declared: Declared) -> GlanceFigure:
    """A declared number with its plan; where there is none, why programmes are not added up in its stead."""
    plan = glance.leading
    if plan and declared.figure:
        alone = "" if not glance.beside else f"; không cộng với {number(glance.beside)} kế hoạch khác"
        source = phrases.link(plan)._replace(text="kế hoạch chính" if alone else "kế hoạch")
        return GlanceFigure(label, figure_words(declared.figure), (Piece("theo "), source, Piece(alone)))
    if not declared.stating:
        return GlanceFigure(label, NOT_TOLD, ())
    why = "kế hoạch chính không nêu tổng" if plan else "chưa có kế hoạch năm"
    return GlanceFigure(label, NOT_ADDED, (Piece(f"{why}; {number(declared.stating)} chương trình có số"),))
