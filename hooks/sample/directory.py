"""Where programmes look up the organizations, groups, documents, plans and topics that they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from catalogue.language.vocabulary import Content, Subject
from sample.model import SampleDocument, SampleGroup, SampleOrganization, SamplePlan, SampleTopic

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
"""The roles of organizations that lead programmes, the busiest first."""
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
"""The roles of organizations that send people to learn."""
AREAS: tuple[str, ...] = (*Subject, *Content)
BOTH_SIDES = (True, False)
"""Before the reform, and after it."""

Concerned = TypeVar("Concerned", SampleOrganization, SampleGroup)
BySide = Mapping[bool, Sequence[SampleOrganization]]
"""The organizations that exist before the reform (under True) and after it (under False)."""


@dataclass(frozen=True)
class Directory:
    """Everything that programmes refer to, found in the ways in which they ask for it."""

    leads: BySide
    leads_in: Mapping[tuple[bool, str], Sequence[SampleOrganization]]
    """Those that lead in an area: before the reform or after it."""
    senders: BySide
    collectives: BySide
    ended: Sequence[SampleOrganization]
    """Those that led until the reform."""
    schools: Sequence[SampleOrganization]
    boards: Sequence[SampleOrganization]
    """The assemblies and the offices of the Party, which advise and approve."""
    groups: Sequence[SampleGroup]
    groups_in: Mapping[str, Sequence[SampleGroup]]
    """Those that an area concerns."""
    rules: Sequence[str]
    schemes: Sequence[str]
    plans: Mapping[tuple[int | None, str], str]
    """Plans by their year and lead."""
    city_lead: str
    """The lead of the city's own plans."""
    topics: Mapping[str, Sequence[str]]
    """Topics by their field of work."""


def directory_of(
    organizations: Sequence[SampleOrganization],
    groups: Sequence[SampleGroup],
    documents: Sequence[SampleDocument],
    plans: Sequence[SamplePlan],
    topics: Sequence[SampleTopic],
) -> Directory:
    """The directory of everything that there is before the first programme; the city's plans come first."""
    leads = on_both_sides(organizations, LEADING)
    issued = [document for document in documents if document.issued]
    return Directory(
        leads=leads,
        leads_in={(side, area): concerned(leads[side], area) for side in BOTH_SIDES for area in AREAS},
        senders=on_both_sides(organizations, SENDING),
        collectives=on_both_sides(organizations, ("ended_collective", "collective")),
        ended=[each for each in leads[True] if each.end],
        schools=existing(organizations, ("school",), before_reform=False),
        boards=existing(organizations, ("assembly", "party"), before_reform=False),
        groups=groups,
        groups_in={area: concerned(groups, area) for area in AREAS},
        rules=[document.id for document in issued if document.category != "scheme"],
        schemes=[document.id for document in issued if document.category == "scheme"],
        plans={(plan.year, plan.lead): plan.id for plan in plans},
        city_lead=plans[0].lead,
        topics=by_subject(topics),
    )


def on_both_sides(organizations: Sequence[SampleOrganization], roles: Sequence[str]) -> BySide:
    """The organizations of some roles before the reform and after it."""
    return {side: existing(organizations, roles, before_reform=side) for side in BOTH_SIDES}


def existing(
    organizations: Sequence[SampleOrganization], roles: Sequence[str], *, before_reform: bool
) -> list[SampleOrganization]:
    """The organizations that exist on one side of the reform, in the order of their roles."""
    there = [each for each in organizations if not (each.start if before_reform else each.end)]
    return [each for role in roles for each in there if each.role == role]


def concerned(found: Sequence[Concerned], area: str) -> list[Concerned]:
    """Those that an area concerns: first those that have it as theirs, then those that all areas concern."""
    return [each for each in found if area in each.areas] + [each for each in found if not each.areas]


def by_subject(topics: Sequence[SampleTopic]) -> Mapping[str, Sequence[str]]:
    """The ids of topics by their field of work."""
    found: dict[str, list[str]] = defaultdict(list)
    for topic in topics:
        if topic.subject:
            found[topic.subject].append(topic.id)
    return found
