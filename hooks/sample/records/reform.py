"""The organizations that the reform began or ended, and who took over from whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sample.model import SampleOrganization, Values
from sample.records.organizations import OrganizationSort, in_city, organization
from sample.tools import Tools
from sample.words import ListedName, capitalized, words

OF_COMMUNES = (
    OrganizationSort("commune", "administration", "commune", "government", "UBND"),
    OrganizationSort("commune_party", "party_committee", "commune", "party", "Đảng ủy"),
    OrganizationSort("commune_other", "other", "commune", "government", "Trung tâm phục vụ hành chính công"),
)
OF_DISTRICTS = (
    OrganizationSort("district", "territory", "district", None),
    OrganizationSort("district_party", "party_committee", "district", "party", "Cấp ủy"),
)
ENDED_COLLECTIVE = OrganizationSort("ended_collective", "collective", "district", None)
ENDED_DEPARTMENT = OrganizationSort("ended_department", "administration", "city", "government")


def of_communes(tools: Tools, places: Sequence[str]) -> list[SampleOrganization]:
    """The organizations of the communes, which began with the reform."""
    began = {"start": tools.calendar.reform}
    return [
        local_organization(tools, sort, f"{'phường' if is_town(place) else 'xã'} {place}", began)
        for sort in OF_COMMUNES
        for place in places
    ]


def of_districts(tools: Tools, places: Sequence[str]) -> list[SampleOrganization]:
    """The organizations of the districts, which the reform ended."""
    ended = {"end": tools.calendar.eve_of_reform}
    return [
        local_organization(tools, sort, f"{'quận' if is_town(place) else 'huyện'} {place}", ended)
        for sort in OF_DISTRICTS
        for place in places
    ]


def is_town(place: str) -> bool:
    """Whether a place is a town; its name decides."""
    return len(place) % 3 == 0


def local_organization(
    tools: Tools, sort: OrganizationSort, locality: str, life: Values
) -> SampleOrganization:
    """An organization of a commune or a district."""
    name = f"{sort.called} {locality}".strip()
    title = capitalized(name.replace("UBND", "Ủy ban nhân dân"))
    made = organization(tools, sort, title, name, {"territory": capitalized(locality), **life})
    return replace(made, locality=locality)


def ended_collectives(tools: Tools) -> list[SampleOrganization]:
    """The collectives of what the reform ended."""
    ended = {"end": tools.calendar.eve_of_reform}
    names = words("organizations")["ended_collectives"]
    return [organization(tools, ENDED_COLLECTIVE, in_city(name), name, ended) for name in names]


def ended_departments(tools: Tools, lasting: Sequence[SampleOrganization]) -> Iterator[SampleOrganization]:
    """The departments that the reform ended, where the one that took over is among the lasting ones."""
    by_name = {each.name: each for each in lasting}
    for listed in words("organizations")["ended_departments"]:
        ended, taker, what = (part.strip() for part in listed.split(">"))
        if taker in by_name:
            successors = [{"organization": by_name[taker].id, "what": what}]
            yield ended_department(tools, ListedName.parse(ended), successors)


def ended_department(tools: Tools, listed: ListedName, successors: list[Values]) -> SampleOrganization:
    """A department that the reform ended."""
    end = tools.calendar.eve_of_reform
    fields = {"end": end, "successors": successors, "successors_complete": True}
    made = organization(tools, ENDED_DEPARTMENT, in_city(listed.name), listed.name, fields)
    return replace(made, areas=listed.areas)


def succeeded(
    tools: Tools, ended: SampleOrganization, begun: Sequence[SampleOrganization]
) -> SampleOrganization:
    """An organization of a district with those that took over from it, where a source says so."""
    takers = [each for each in begun if each.role == ended.role.replace("district", "commune")]
    if not tools.maybe("succeeded", 70):
        return ended
    what = tools.perhaps("what passed", 50, "công tác đào tạo, bồi dưỡng")
    successors = [{"organization": each.id, "what": what} for each in tools.chance.some(takers, 1, 4)]
    complete = tools.perhaps("successors complete", 30, value=True)
    return replace(ended, values={**ended.values, "successors": successors, "successors_complete": complete})
