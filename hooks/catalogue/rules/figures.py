"""Rules of figures: they are possible, results do not grow, no more is recorded than a source declares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Measure
from catalogue.model.collection import Records
from catalogue.model.counting import figures
from catalogue.model.parts import Class, Results
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell

FRACTIONAL = {Measure.SHARE, Measure.AREA, Measure.COST}
"""The measures that may have decimals; all others count things."""


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
