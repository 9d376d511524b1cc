"""Rules of declared numbers: what their reconciliation finds wrong, told where a number stands.

They need a catalogue in which every reference leads somewhere, so they come after the other rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from catalogue.findings.checks import (
    Among,
    Assertion,
    Check,
    Spot,
    StatedNumber,
    Verdict,
    least_of,
    most_of,
)
from catalogue.findings.reconciliation import checks_of, reconciled
from catalogue.findings.telling import said, steps
from catalogue.findings.titles import title_of
from catalogue.language.quantities import quantity
from catalogue.language.vocabulary import Measure
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Figure, Part
from catalogue.model.program import Program
from catalogue.model.reviews import Review
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell
from catalogue.rules.proportion import classes_out_of_proportion
from catalogue.rules.reviews import reviews_of

NAMED = 5
"""The parts that a message names; more of them stand on the page of all checks."""
UNSAID = "Nguồn không nói các phần cộng lại bằng tổng thì ghi «parts_add: unstated» ở tổng."
SAID_TO_ADD = {Among.OWN_PARTS, Among.PROGRAMS, Among.PLANS, Among.PART_PROGRAMS, Among.ROWS}
"""The parts of which `parts_add` says whether they add up."""
MAY_EXCEED = {Among.PLANS, Among.ROWS, Among.REFERENCE_SUM}
"""The parts of which each may be more than the whole, as long as nobody says that they add up to it."""
PERHAPS_A_PART = (
    "Nếu nguồn không nói rõ chương trình này thuộc chương trình kia, "
    "dùng «perhaps_part_of» thay cho «part_of»."
)


def declared_numbers_agree_with_their_parts(catalogue: Catalogue) -> Iterator[Problem]:
    """No declared number differs from what its parts come to, wherever they can be compared.

    Where one class is out of all proportion it is the slip, and is told alone.
    """
    for check in catalogue.once(every_check):
        if check.verdict is Verdict.DISAGREES and not has_a_slip(check):
            yield disagreement(catalogue, check)


def no_part_is_larger_than_its_whole(catalogue: Catalogue) -> Iterator[Problem]:
    """No part alone is more than its whole can be, be it said or not that the parts add up.

    A share is of its own whole, and what a report states may be an average: that of a part may be larger.
    """
    for check in catalogue.once(every_check):
        may_exceed = check.declared.measure is Measure.SHARE or check.among in MAY_EXCEED
        if check.verdict is Verdict.INCOMPARABLE and not may_exceed:
            for part in check.parts:
                if least_of([part]) > most_of([check.declared.number]):
                    yield larger_part(catalogue, check, part)


def every_check(catalogue: Catalogue) -> Sequence[Check]:
    """All checks, those of drafts too: whoever works on one wants to know."""
    drafts = (record for record in catalogue if record.is_draft)
    return [*reconciled(catalogue), *(check for record in drafts for check in checks_of(catalogue, record))]


def has_a_slip(check: Check) -> bool:
    """Whether the classes that a number of people is held against hold a slip of several digits."""
    record = check.declared.number.spot.record
    if check.among is not Among.CLASSES or not isinstance(record, Program):
        return False
    counts_people = any(isinstance(part.spot.place[-1], str) for part in check.parts)
    return counts_people and any(classes_out_of_proportion(record))


def disagreement(catalogue: Catalogue, check: Check) -> Problem:
    """A declared number that its parts contradict: by how much, and which parts make it."""
    spot = check.declared.number.spot
    problem = tell(
        spot.record.path,
        place_of(spot),
        FaultCode.NUMBERS_DISAGREE,
        where=steps(spot.place),
        said="; ".join(said(check)),
        parts=names(catalogue, check.parts),
        advice=UNSAID if check.among in SAID_TO_ADD else "",
    )
    return replace(problem, beside=beside(spot, check.parts))


def names(catalogue: Catalogue, parts: Iterable[StatedNumber]) -> str:
    """The first of some parts with their numbers, and how many more there are."""
    told = [
        f"{name_of(catalogue, part.spot)}: {quantity(part.value, part.label, part.bound)}" for part in parts
    ]
    more = f"; và {len(told) - NAMED} phần khác" if len(told) > NAMED else ""
    return ("; ".join(told[:NAMED]) or "không có") + more


def name_of(catalogue: Catalogue, spot: Spot) -> str:
    """What states a number: «Sở Nội vụ»; a class by its id too, as it may have no name of its own."""
    title = f"«{title_of(catalogue, spot)}»"
    return f"{title} ({spot.held.id})" if spot.held and "allocations" not in spot.place else title


def larger_part(catalogue: Catalogue, check: Check, part: StatedNumber) -> Problem:
    """A part that is larger than its whole."""
    whole = check.declared.number
    problem = tell(
        part.spot.record.path,
        place_of(part.spot),
        FaultCode.PART_LARGER_THAN_WHOLE,
        part=quantity(part.value, part.label, part.bound),
        whole=in_words(check.declared),
        title=f"«{title_of(catalogue, whole.spot)}»",
        advice=PERHAPS_A_PART if check.among is Among.PART_PROGRAMS else "",
    )
    return replace(problem, beside=beside(part.spot, [whole]))


def in_words(declared: Assertion) -> str:
    """A declared number as a sentence quotes it."""
    return quantity(declared.number.value, declared.number.label, declared.number.bound)


def beside(spot: Spot, others: Iterable[StatedNumber]) -> tuple[tuple[str, str], ...]:
    """The records other than its own that a number is held against, by kind and id."""
    keys = {(each.spot.record.kind, each.spot.record.id) for each in others}
    return tuple(sorted(keys - {(spot.record.kind, spot.record.id)}))


def place_of(spot: Spot) -> Place:
    """The place of a number in its file: a figure and a part have theirs under «value»."""
    *_, holder = spot.way()
    return (*spot.place, "value") if isinstance(holder, (Figure, Part)) else spot.place


def judgements(catalogue: Catalogue, check: Check) -> list[Review]:
    """The reviews that speak of a disagreement: it stays visible beside them."""
    record = check.declared.number.spot.record
    if check.verdict is not Verdict.DISAGREES or not record.reviews:
        return []
    return [record.reviews[index] for index in reviews_of(record, disagreement(catalogue, check))]
