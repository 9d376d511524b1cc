"""Topic sets: the number of topics, programmes or items that a source declares, against those it names."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from catalogue.findings.checks import (
    Among,
    Assertion,
    Check,
    LeftOut,
    Omission,
    Spot,
    StatedNumber,
    exact,
)
from catalogue.findings.judging import AnyPart, Terms, judged
from catalogue.language.vocabulary import PartsAdd
from catalogue.model.collection import Catalogue
from catalogue.model.record import Record
from catalogue.model.records import TopicSet


def topic_set_checks(catalogue: Catalogue, topic_set: TopicSet) -> Iterator[Check]:
    """The declared number of a list against its members. Where none is named, none is counted."""
    if topic_set.count is not None:
        number = exact(Spot(topic_set, ("count",)), topic_set.count, topic_set.of.label)
        declared = Assertion(number, topic_set.of, Decimal())
        terms = Terms(PartsAdd.YES, topic_set.complete)
        yield judged(declared, Among.LISTED, members(catalogue, topic_set), terms)


def members(catalogue: Catalogue, topic_set: TopicSet) -> list[AnyPart]:
    """The topics, the programmes or the items of a list: that of the three which names most."""
    topics = [member(each, topic_set) for each in catalogue.referring("topic_set", topic_set.id, "set")]
    programs = [member(catalogue.programs[id], topic_set) for id in topic_set.programs]
    items: list[AnyPart] = [
        exact(Spot(topic_set, ("items", index)), 1, topic_set.of.label)
        for index in range(len(topic_set.items))
    ]
    return max((topics, programs, items), key=named)


def member(record: Record, topic_set: TopicSet) -> AnyPart:
    """A member of a list. A draft holds the place of one that has no name yet."""
    spot = Spot(record, ())
    if record.is_draft:
        return LeftOut(spot, Omission.DRAFT)
    return exact(spot, 1, topic_set.of.label)


def named(rows: list[AnyPart]) -> tuple[int, int]:
    """How many of some members have a name, and how many there are."""
    return sum(isinstance(row, StatedNumber) for row in rows), len(rows)
