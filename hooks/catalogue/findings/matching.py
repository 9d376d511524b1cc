"""Which figure of a part answers a figure of its whole: of the same unit, time and state, or why none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from catalogue.findings.checks import LeftOut, Omission, Reason, Spot, stated
from catalogue.findings.judging import AnyPart
from catalogue.language.quantities import unit_key
from catalogue.language.vocabulary import PEOPLE, Progress
from catalogue.model.collection import years_between
from catalogue.model.dates import Date
from catalogue.model.parts import Figure
from catalogue.model.spans import Period
from catalogue.problems.problem import Place

OBSTACLES = (Reason.OTHER_STATE, Reason.OTHER_PERIOD, Reason.OTHER_UNIT)
"""Why a figure does not answer; that comes first which comes nearest to answering."""
Answers: TypeAlias = Iterable[tuple[Place, Figure]]
"""The figures of a part, each with its place in the part."""


class Setting(NamedTuple):
    """What a record says of its figures as long as they say nothing else: state, years, day of counting.

    What `runs` through years is one number, and counts in each of them: a course that ends behind New Year.
    """

    state: Progress | None
    years: Sequence[int]
    as_of: Date | None = None
    runs: bool = False


def answer(whole: Figure, within: Setting, part: Spot, own: Setting, figures: Answers) -> AnyPart:
    """The figure of a part that answers a figure of its whole; else the nearest, and why it does not.

    Of several that come as near none is taken for standing first: a file may name them in any order.
    """
    found: dict[Reason | None, list[tuple[Place, Figure]]] = defaultdict(list)
    for place, figure in figures:
        if is_like(whole, figure):
            found[difference(whole, within, figure, own)].append((place, figure))
    if not found:
        return LeftOut(part, Omission.LACKING)
    why = next(each for each in (None, *OBSTACLES) if each in found)
    alike = found[why] if why else nearest(whole, within, own, found[why])
    place, figure = alike[0]
    if (
        len({(other.value, other.limits, times(other, own), other.state or own.state) for _, other in alike})
        > 1
    ):
        return LeftOut(part, why or what_differs(own, [each for _, each in alike]))
    spot = Spot(part.record, (*part.place, *place))
    return LeftOut(spot, why, figure.value, figure.label) if why else stated(spot, figure)


def nearest(
    whole: Figure, within: Setting, own: Setting, matching: Sequence[tuple[Place, Figure]]
) -> Sequence[tuple[Place, Figure]]:
    """Of figures that may all answer those of the very years of their whole, then those of its very state."""
    years, state = times(whole, within), whole.state or within.state
    same_years = [each for each in matching if times(each[1], own) == years] or matching
    return [each for each in same_years if (each[1].state or own.state) is state] or same_years


def what_differs(own: Setting, figures: Sequence[Figure]) -> Reason:
    """What several figures differ in that may all answer; else in what they say."""
    if len({times(figure, own) for figure in figures}) > 1:
        return Reason.OTHER_PERIOD
    states = {figure.state or own.state for figure in figures}
    return Reason.OTHER_STATE if len(states) > 1 else Reason.SEVERAL_NUMBERS


def times(figure: Figure, own: Setting) -> tuple[int, ...]:
    """The years that a figure is of: its own, else those of its record."""
    return tuple(years_of(figure.period) or own.years)


def is_like(whole: Figure, figure: Figure) -> bool:
    """Whether a figure speaks of all of its record, and counts what a whole counts, be it in another unit."""
    same = figure.measure is whole.measure or {figure.measure, whole.measure} <= PEOPLE
    return same and not figure.title and not figure.covers


def difference(whole: Figure, within: Setting, figure: Figure, own: Setting) -> Reason | None:
    """What makes a figure of a part another than that of the whole: its unit, its time, else its state."""
    if figure.measure is not whole.measure or unit_key(figure.label) != unit_key(whole.label):
        return Reason.OTHER_UNIT
    if not same_time(whole, within, figure, own):
        return Reason.OTHER_PERIOD
    states = {whole.state or within.state, figure.state or own.state} - {None}
    return Reason.OTHER_STATE if len(states) > 1 else None


def same_time(whole: Figure, within: Setting, figure: Figure, own: Setting) -> bool:
    """Whether two figures are of the same time: one that names no period has the years of its record.

    What the whole names in words is the same year as the one that goes without saying.
    """
    if whole.as_of != (figure.as_of or own.as_of):
        return False
    years, others = times(whole, within), times(figure, own)
    if not years or not others:
        return True
    if own.runs and figure.period is None:
        return not set(years).isdisjoint(others)
    return set(others) <= set(years)


def years_of(period: Period | None) -> Sequence[int]:
    """The years of a period, as far as it says."""
    return years_between([period.start, period.end]) if period else ()
