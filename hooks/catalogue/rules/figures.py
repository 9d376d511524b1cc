"""Rules of figures: parts fit their wholes, and no more is recorded than a source declares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Bound, Measure, PartsAdd
from catalogue.model.collection import Records
from catalogue.model.counting import figures
from catalogue.model.parts import Class, Figure, Results
from catalogue.model.program import Program
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell

FRACTIONAL = {Measure.SHARE, Measure.AREA, Measure.COST}
"""The measures that may have decimals; all others count things."""
LIMITING = {Bound.EXACT, Bound.AT_MOST}
"""What a whole must be stated as for a part to be too large for it."""
PERHAPS_A_PART = (
    "Nếu nguồn không nói rõ chương trình này thuộc chương trình kia, "
    "dùng «perhaps_part_of» thay cho «part_of»."
)


def figures_are_possible(records: Records) -> Iterator[Problem]:
    """Things are counted in whole numbers, and a share is at most a hundred per cent."""
    for record in records:
        for place, figure in figures(record):
            if figure.measure not in FRACTIONAL and figure.value != figure.value.to_integral_value():
                yield tell(
                    record.path,
                    (*place, "value"),
                    FaultCode.NOT_WHOLE,
                    written=number(figure.value),
                    unit=figure.label,
                )
            if figure.measure is Measure.SHARE and figure.value > 100:
                yield tell(
                    record.path, (*place, "value"), FaultCode.SHARE_OVER_HUNDRED, written=number(figure.value)
                )


def parts_fit_their_figure(records: Records) -> Iterator[Problem]:
    """No part of a figure is larger than the figure, and parts that are said to add up do."""
    for record in records:
        for place, figure in figures(record):
            for index, part in enumerate(figure.parts):
                if part.value > figure.value and figure.bound in LIMITING:
                    yield tell(
                        record.path,
                        (*place, "parts", index, "value"),
                        FaultCode.PART_LARGER_THAN_WHOLE,
                        part=f"{number(part.value)} {figure.label}",
                        whole=f"{number(figure.value)} {figure.label}",
                        title=f"«{record.title}»",
                        advice="",
                    )
            if figure.parts and figure.parts_add is PartsAdd.YES and figure.parts_total != figure.value:
                yield tell(
                    record.path,
                    (*place, "parts_add"),
                    FaultCode.PARTS_DO_NOT_ADD,
                    sum=number(figure.parts_total),
                    whole=number(figure.value),
                )


def programmes_fit_their_whole(records: Records) -> Iterator[Problem]:
    """A programme that is part of another has no larger figure of the same kind and state."""
    for program in records.programs.values():
        whole = records.programs.get(program.part_of or "")
        for index, figure in enumerate(program.figures):
            limit = limit_of(whole, figure) if whole else None
            if whole and limit is not None and figure.value > limit:
                yield tell(
                    program.path,
                    ("figures", index, "value"),
                    FaultCode.PART_LARGER_THAN_WHOLE,
                    part=f"{number(figure.value)} {figure.label}",
                    whole=f"{number(limit)} {figure.label}",
                    title=f"«{whole.title}»",
                    advice=PERHAPS_A_PART,
                )


def limit_of(program: Program, figure: Figure) -> Decimal | None:
    """The most that a programme states of what a figure counts, at its time or of all its time."""
    same = (figure.measure, figure.label, figure.state, figure.title, figure.as_of)
    found = (
        other.value
        for other in program.figures
        if (other.measure, other.label, other.state, other.title, other.as_of) == same
        and other.period in {None, figure.period}
        and other.bound in LIMITING
    )
    return max(found, default=None)


def seats_cover_their_allocations(records: Records) -> Iterator[Problem]:
    """A class allocates no more seats than it has."""
    for program in records.programs.values():
        for index, each in enumerate(program.classes):
            allocated = sum(each.allocations.values())
            if each.seats is not None and allocated > each.seats:
                yield tell(
                    program.path,
                    ("classes", index, "allocations"),
                    FaultCode.PART_LARGER_THAN_WHOLE,
                    at_key=True,
                    part=f"{number(allocated)} chỉ tiêu phân bổ",
                    whole=f"{number(each.seats)} chỉ tiêu",
                    title=f"{each.name} ({each.id})",
                    advice="",
                )


def results_do_not_grow(records: Records) -> Iterator[Problem]:
    """No more learners complete a class than attended it, and no more are certified than completed it."""
    for program in records.programs.values():
        for index, each in enumerate(program.classes):
            if each.results:
                yield from grown(program.path, ("classes", index, "results"), each, each.results)


def grown(path: str, place: Place, holder: Class, results: Results) -> Iterator[Problem]:
    """The results of a class that are larger than those before them."""
    stated = [
        (name, getattr(results, name))
        for name in ("attended", "completed", "certified")
        if getattr(results, name) is not None
    ]
    for (before, larger), (after, smaller) in pairwise(stated):
        if smaller > larger:
            labels = {name: str(Results.model_fields[name].title).lower() for name in (before, after)}
            part, whole = f"{number(smaller)} {labels[after]}", f"{number(larger)} {labels[before]}"
            yield tell(
                path,
                (*place, after),
                FaultCode.PART_LARGER_THAN_WHOLE,
                part=part,
                whole=whole,
                title=f"{holder.name} ({holder.id})",
                advice="",
            )


def lists_fit_their_count(records: Records) -> Iterator[Problem]:
    """A topic set records no more topics, programmes or items than its source declares."""
    topics = Counter(topic.set for topic in records.topics.values() if topic.set)
    for topic_set in records.topic_sets.values():
        recorded = max(topics[topic_set.id], len(topic_set.programs), len(topic_set.items))
        if topic_set.count is not None and recorded > topic_set.count:
            yield tell(
                topic_set.path,
                ("count",),
                FaultCode.MORE_THAN_DECLARED,
                recorded=recorded,
                unit=topic_set.of.label,
                declared=topic_set.count,
            )
