"""Which figure of a part answers a figure of its whole: of the same unit, time and state, or why none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from catalogue.findings.checks import LeftOut, Omission, Reason, Spot, stated
from catalogue.findings.judging import AnyPart
from catalogue.language.vocabulary import PEOPLE, Progress
from catalogue.model.collection import years_between
from catalogue.model.dates import Date
from catalogue.model.parts import Figure
from catalogue.model.spans import Period
from catalogue.problems.problem import Place

OBSTACLES = (Reason.OTHER_STATE, Reason.OTHER_PERIOD, Reason.OTHER_UNIT)
"""Why a figure does not answer; that comes first which comes nearest to answering."""


class Setting(NamedTuple):
    """What a record says of its figures as long as they say nothing else: state, years, day of counting."""

    state: Progress | None
    years: Sequence[int]
    as_of: Date | None = None


def answer(whole: Figure, within: Setting, part: Spot, own: Setting, figures: Answers) -> AnyPart:
    """The figure of a part that answers a figure of its whole; else the nearest, and why it does not."""
    nearest: dict[Reason, tuple[Place, Figure]] = {}
    for place, figure in figures:
        if is_like(whole, figure):
            why = difference(whole, within, figure, own)
            if why is None:
                return stated(Spot(part.record, (*part.place, *place)), figure)
            nearest.setdefault(why, (place, figure))
    for why in OBSTACLES:
        if why in nearest:
            place, figure = nearest[why]
            spot = Spot(part.record, (*part.place, *place))
            return LeftOut(spot, why, figure.value, figure.label)
    return LeftOut(part, Omission.LACKING)


def is_like(whole: Figure, figure: Figure) -> bool:
    """Whether a figure speaks of all of its record, and counts what a whole counts, be it in another unit."""
    same = figure.measure is whole.measure or {figure.measure, whole.measure} <= PEOPLE
    return same and not figure.title and not figure.covers


def difference(whole: Figure, within: Setting, figure: Figure, own: Setting) -> Reason | None:
    """What makes a figure of a part another than that of the whole: its unit, its time, else its state."""
    if (figure.measure, figure.label) != (whole.measure, whole.label):
        return Reason.OTHER_UNIT
    if not same_time(whole, within, figure, own):
        return Reason.OTHER_PERIOD
    states = {whole.state or within.state, figure.state or own.state} - {None}
    return Reason.OTHER_STATE if len(states) > 1 else None


def same_time(whole: Figure, within: Setting, figure: Figure, own: Setting) -> bool:
    """Whether two figures are of the same time.

    Where neither names a period, the years of their records are not compared, since the one record is part
    of the other.
    """
    if whole.as_of != (figure.as_of or own.as_of):
        return False
    if whole.period is None and figure.period is None:
        return True
    years, others = years_of(whole.period) or within.years, years_of(figure.period) or own.years
    return not years or set(others) <= set(years)


def years_of(period: Period | None) -> Sequence[int]:
    """The years of a period, as far as it says."""
    return years_between([period.start, period.end]) if period else ()


Answers = Iterable[tuple[Place, Figure]]
"""The figures of a part, each with its place in the part."""
