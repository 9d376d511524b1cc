"""The whole sample, record by record and file by file; each kind is made after those that it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from catalogue.model.kinds import KINDS
from catalogue.writer import record_yaml
from sample.audiences import audiences
from sample.bodies import bodies
from sample.city import LEADING, City, acting, index
from sample.courses import courses
from sample.days import Calendar
from sample.desk import Desk
from sample.draw import Draw
from sample.entry import Body, Course, Entry
from sample.evidence import Evidence
from sample.lists import reports, topic_sets
from sample.names import Names
from sample.order import Order
from sample.papers import papers
from sample.plans import plans
from sample.settings import settings
from sample.slots import slots
from sample.sources import sources
from sample.topics import topics

Made = TypeVar("Made", bound=Entry)

WITHIN = {"program": 20, "document": 10, "topic": 8, "group": 8, "source": 8, "organization": 8}
"""In how many records of a kind whatever can be so is so at least once; of other kinds in the first."""


class Office:
    """Gives out desks: one stream of chance a kind, the titles and ids that all share, and the evidence gathered so far."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.calendar = Calendar(order.today)
        self.evidence = Evidence(order.today, ())
        self._names = Names(Draw(order.seed, "names"))

    def desk(self, kind: str) -> Desk:
        """The desk of a kind."""
        return Desk(
            self.calendar, self._names, Draw(self.order.seed, kind, WITHIN.get(kind, 1)), self.evidence
        )

    def gather(
        self, sources: Sequence[Entry], documents: Sequence[Entry] = (), owners: Sequence[Entry] = ()
    ) -> None:
        """What records made from now on can rest on."""
        self.evidence = Evidence(
            self.order.today, *([entry.id for entry in entries] for entries in (sources, documents, owners))
        )

    def owned(self, kind: str, entries: Sequence[Made], owners: Sequence[Body]) -> list[Made]:
        """Records that were made before the bodies were there, some of them with the body that looks after them."""
        draw = Draw(self.order.seed, f"owners of {kind}")
        return [
            replace(each, values={**each.values, "owner": draw.favourite(owners).id})
            if draw.maybe("owner", 25)
            else each
            for each in entries
        ]


def files(order: Order) -> Iterator[tuple[str, str]]:
    """The path and the text of every file; the same for the same order."""
    made: list[Entry] = []
    for entry in entries(order):
        yield entry.path, record_yaml(KINDS[entry.kind].model, entry.values)
        made.append(entry.remembered())
    yield from settings(Draw(order.seed, "settings"), made, Calendar(order.today).years[2])


def entries(order: Order) -> Iterator[Entry]:
    """Every record: programmes first, one by one, then those that they refer to or that refer to them."""
    office = Office(order)
    told = list(sources(office.desk("source"), order.programs))
    office.gather(told)
    there = bodies(office.desk("organization"), order.programs)
    rules = list(papers(office.desk("document"), order.programs, there))
    owners = acting(there, LEADING, early=False)
    office.gather(told, [paper for paper in rules if paper.issued], owners)
    told, there = office.owned("source", told, owners), office.owned("organization", there, owners)
    groups = audiences(office.desk("group"), order.programs, rules, there)
    planned = list(plans(office.desk("plan"), order.programs, there, groups))
    named, shelves = topics(office.desk("topic"), order.programs)
    lookup = index(City(there, groups, rules, [plan for plan, _ in planned], named))
    made: list[Course] = []
    for course in courses(
        office.desk("program"), lookup, slots(Draw(order.seed, "slots"), office.calendar, order.programs)
    ):
        yield course
        made.append(course.remembered())
    yield from topic_sets(office.desk("topic_set"), lookup, shelves, made)
    yield from reports(office.desk("report"), lookup, made)
    yield from (
        *told,
        *there,
        *rules,
        *groups,
        *(entry for pair in planned for entry in pair),
        *(topic.entry for topic in named),
    )
