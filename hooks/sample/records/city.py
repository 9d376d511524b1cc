"""All organizations of the city: those that last, those that the reform began, those that it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from catalogue.language.vietnamese import fold
from sample.model import SampleOrganization
from sample.records.organizations import OrganizationSort, in_city, organization
from sample.records.reform import ended_collectives, ended_departments, of_communes, of_districts, succeeded
from sample.tools import Tools
from sample.words import ListedName, listed_names

LASTING = {
    "party": OrganizationSort("party", "party_office", "city", "party"),
    "departments": OrganizationSort("department", "administration", "city", "government"),
    "mass": OrganizationSort("mass", "mass_organization", "city", "mass_organizations"),
    "schools": OrganizationSort("school", "school", "city", None),
    "assemblies": OrganizationSort("assembly", "assembly", "city", "government"),
    "collectives": OrganizationSort("collective", "collective", None, None),
    "councils": OrganizationSort("council", "council", "city", None),
    "central": OrganizationSort("central", "administration", "central", None),
    "other": OrganizationSort("other", "other", "grassroots", None),
}
"""The lists of organizations that were there before the reform and go on, each with its sort."""
COMMITTEES = ("Đảng ủy", "Thành ủy", "Ban Thường vụ")
"""How the names of Party committees begin; all others of the Party's list are its offices."""
PARENTS = {
    **dict.fromkeys(("department", "ended_department", "commune", "district"), "Ủy ban nhân dân thành phố"),
    **dict.fromkeys(("party", "commune_party", "district_party"), "Thành ủy"),
}
"""The parents of organizations by their role. Any other one of a commune is below its people's committee."""


def organizations(tools: Tools, programs: int) -> list[SampleOrganization]:
    """The organizations for so many programmes; within each role, the largest first."""
    commune_names = place_names(tools, min(max(programs // 50, 3), 220))
    district_names = place_names(tools, min(max(programs // 400, 2), 20))
    lasting = lasting_organizations(tools, most=max(4, programs // 20))
    begun = of_communes(tools, commune_names)
    ended = of_districts(tools, district_names)
    collectives = ended_collectives(tools)
    ended = [succeeded(tools, each, begun) for each in ended]
    made = [*lasting, *begun, *ended, *ended_departments(tools, lasting), *collectives]
    found = {(each.name, each.locality): each for each in made}
    return [with_parent(tools, each, found) for each in made]


def place_names(tools: Tools, count: int) -> list[str]:
    """So many different places."""
    found: dict[str, str] = {}
    while len(found) < count:
        name = tools.place_name()
        found.setdefault(fold(name), name)
    return list(found.values())


def lasting_organizations(tools: Tools, most: int) -> list[SampleOrganization]:
    """The first of each list."""
    return [
        lasting_organization(tools, sort, name)
        for listed, sort in LASTING.items()
        for name in listed_names("organizations", listed)[:most]
    ]


def lasting_organization(tools: Tools, sort: OrganizationSort, listed: ListedName) -> SampleOrganization:
    """An organization of a list, which began ten to thirty years ago."""
    name = listed.name
    if name.startswith(COMMITTEES):
        sort = sort._replace(category="party_committee")
    begun = tools.calendar.last_year - tools.chance.between(10, 30)
    start = tools.perhaps("lasting start", 20, begun)
    title = name if sort.role == "central" else in_city(name)
    return replace(organization(tools, sort, title, name, {"start": start}), areas=listed.areas)


def with_parent(
    tools: Tools, made: SampleOrganization, found: Mapping[tuple[str, str], SampleOrganization]
) -> SampleOrganization:
    """An organization with its parent, where that is known; all are found by name and locality."""
    of_role, of_commune = (PARENTS.get(made.role, ""), ""), (f"UBND {made.locality}", made.locality)
    parent = found.get(of_role) or found.get(of_commune)
    if parent is None or parent.id == made.id or not tools.maybe("parent", 70):
        return made
    return replace(made, values={**made.values, "parent": parent.id})
