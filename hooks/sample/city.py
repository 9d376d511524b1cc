"""What programmes refer to: the bodies that can act before and after the reform, the groups, documents, plans and topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from catalogue.language.vocabulary import Content, Subject
from sample.entry import Audience, Body, Paper, Plan
from sample.topics import Topic

LEADING = (
    "department",
    "party",
    "mass",
    "school",
    "ended_department",
    "commune",
    "district",
    "commune_party",
    "district_party",
)
"""The roles of those who lead programmes, the busiest first."""
SENDING = (
    "department",
    "commune",
    "district",
    "ended_department",
    "mass",
    "commune_party",
    "commune_other",
    "other",
)
"""The roles of those whose people are sent to learn."""
TAGS: tuple[str, ...] = (*Subject, *Content)

Concerned = TypeVar("Concerned", Body, Audience)


@dataclass(frozen=True)
class City:
    """Everything that is there when the first programme is made."""

    bodies: Sequence[Body]
    groups: Sequence[Audience]
    documents: Sequence[Paper]
    plans: Sequence[Plan]
    topics: Sequence[Topic]


@dataclass(frozen=True)
class Index:
    """A city looked up in the ways in which programmes do: under True what is there before the reform, under False what is after.

    `leads_in` and `groups_in` are those that a field of work or a content concerns; `plans` stand under their year and lead, `planner` leads the city's.
    """

    leads: Mapping[bool, Sequence[Body]]
    leads_in: Mapping[tuple[bool, str], Sequence[Body]]
    senders: Mapping[bool, Sequence[Body]]
    collectives: Mapping[bool, Sequence[Body]]
    schools: Sequence[Body]
    boards: Sequence[Body]
    groups: Sequence[Audience]
    groups_in: Mapping[str, Sequence[Audience]]
    rules: Sequence[str]
    projects: Sequence[str]
    plans: Mapping[tuple[int | None, str], str]
    planner: str
    topics: Mapping[str, Sequence[str]]


def index(city: City) -> Index:
    """The index of a city."""
    leads = {early: acting(city.bodies, LEADING, early=early) for early in (True, False)}
    issued = [paper for paper in city.documents if paper.issued]
    return Index(
        leads=leads,
        leads_in={(early, tag): concerned(leads[early], tag) for early in leads for tag in TAGS},
        senders={early: acting(city.bodies, SENDING, early=early) for early in (True, False)},
        collectives={
            early: acting(city.bodies, ("ended_collective", "collective"), early=early)
            for early in (True, False)
        },
        schools=acting(city.bodies, ("school",), early=False),
        boards=acting(city.bodies, ("assembly", "party"), early=False),
        groups=city.groups,
        groups_in={tag: concerned(city.groups, tag) for tag in TAGS},
        rules=[paper.id for paper in issued if paper.category != "scheme"],
        projects=[paper.id for paper in issued if paper.category == "scheme"],
        plans={(plan.year, plan.lead): plan.id for plan in city.plans},
        planner=city.plans[0].lead,
        topics=by_subject(city.topics),
    )


def acting(bodies: Sequence[Body], roles: Sequence[str], *, early: bool) -> list[Body]:
    """The bodies of some roles that are there on one side of the reform, in the order of the roles."""
    there = [body for body in bodies if not (body.start if early else body.end)]
    return [body for role in roles for body in there if body.role == role]


def concerned(found: Sequence[Concerned], tag: str) -> list[Concerned]:
    """Those of some bodies or groups that a field of work or a content concerns: its own first, then those that all concern."""
    return [each for each in found if tag in each.tags] + [each for each in found if not each.tags]


def by_subject(topics: Sequence[Topic]) -> Mapping[str, Sequence[str]]:
    """The ids of topics by the field that they are about; those without a name are about none."""
    found: dict[str, list[str]] = defaultdict(list)
    for topic in topics:
        if topic.subject:
            found[topic.subject].append(topic.entry.id)
    return found
