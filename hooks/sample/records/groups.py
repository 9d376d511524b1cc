"""The learner groups: by service, position and place of work, with the regulation that names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice

from sample.model import SampleDocument, SampleGroup, SampleOrganization, Values
from sample.records.figures import stated
from sample.tools import SERVICES, Tools
from sample.words import capitalized, listed_names, words

WHOLE_SERVICES = {
    "cadre": "cán bộ của thành phố",
    "civil_servant": "công chức của thành phố",
    "public_employee": "viên chức của thành phố",
    "non_specialized": "người hoạt động không chuyên trách ở cấp xã",
}
LEVELS = ("commune", "city", "grassroots", "district", "central")
BLOCKS = ("government", "party", "mass_organizations")
RANKS = ("specialist", "principal_specialist", "officer", "senior_specialist")
REGULATING = {"regulation", "circular", "decree", "law"}
"""The categories of documents that can name a group."""


def groups(
    tools: Tools,
    programs: int,
    documents: Sequence[SampleDocument],
    organizations: Sequence[SampleOrganization],
) -> list[SampleGroup]:
    """The groups for so many programmes: whole services, then groups within them, the most taught first."""
    wholes = {service: group(tools, name, {"service": [service]}) for service, name in WHOLE_SERVICES.items()}
    regulations = [each.id for each in documents if each.category in REGULATING]
    within = groups_within(tools, wholes, regulations, organizations)
    return [*wholes.values(), *islice(within, 16 + programs // 60)]


def groups_within(
    tools: Tools,
    wholes: Mapping[str, SampleGroup],
    regulations: Sequence[str],
    organizations: Sequence[SampleOrganization],
) -> Iterator[SampleGroup]:
    """Groups that are part of a whole service, of each service in turn."""
    for service in cycle(SERVICES):
        position, areas = tools.chance.in_turn(service, listed_names("people", service))
        name = f"{position} {tools.chance.pick(words('people')[f'scopes_{service}'])}"
        fields: Values = {
            **regulated(tools, regulations),
            "service": [service],
            **described(tools, position, service),
            "organization": employer(tools, organizations),
            "parent": wholes[service].id,
        }
        yield group(tools, name, fields, areas)


def regulated(tools: Tools, regulations: Sequence[str]) -> Values:
    """The regulation that names a group, and what it calls it."""
    if not regulations or not tools.maybe("regulation", 30):
        return {}
    regulation = tools.reference(regulations)
    coded = tools.maybe("code", 60)
    return {
        "regulation": regulation,
        "code": f"Đối tượng {tools.chance.between(1, 4)}" if coded else None,
    }


def employer(tools: Tools, organizations: Sequence[SampleOrganization]) -> str | None:
    """The organization whose people alone are meant."""
    return tools.chance.favourite(organizations).id if tools.maybe("organization", 12) else None


def described(tools: Tools, position: str, service: str) -> Values:
    """Who belongs to a group, how many, and since when, as far as that is known."""
    positions = [capitalized(each.strip()) for each in position.split(",")]
    start_of_term = term_start(tools)
    level = [tools.chance.in_turn("level", LEVELS)] if tools.maybe("level", 65) else None
    return {
        "level": level,
        "blocks": [tools.chance.in_turn("block", BLOCKS)] if tools.maybe("blocks", 60) else None,
        "rank": [tools.chance.in_turn("rank", RANKS)] if service == "civil_servant" else None,
        "job": tools.perhaps("job", 70, positions[:1]) if service == "public_employee" else None,
        **(cadre_fields(tools, positions, start_of_term) if service == "cadre" else {}),
        "exhaustive": True if level and service in {"civil_servant", "public_employee"} else None,
        "figures": headcount(tools) if tools.maybe("figures", 40) else None,
        "start": tools.perhaps("start", 10, tools.calendar.reform),
        "end": tools.perhaps("end", 5, f"{tools.calendar.next_year}-12"),
    }


def term_start(tools: Tools) -> int:
    """The first year of the running term, or of the one after it."""
    year = tools.calendar.this_year
    return year - year % 5 + tools.chance.pick((0, 5))


def cadre_fields(tools: Tools, positions: list[str], start_of_term: int) -> Values:
    """What cadres alone have: positions, planning for a post, a term."""
    term = {"start": start_of_term, "end": start_of_term + 5}
    return {
        "positions": positions,
        "planned": tools.perhaps("planned", 25, value=True, rare=True),
        "term": tools.perhaps("term", 25, term, rare=True),
    }


def headcount(tools: Tools) -> list[Values]:
    """How many people a group has."""
    return [stated(tools, ("staff", "members"), "done", tools.calendar.this_year)]


def group(tools: Tools, name: str, fields: Values, areas: frozenset[str] = frozenset()) -> SampleGroup:
    """A group with the fields that every one has, and some of its own."""
    title = tools.title("group", capitalized(name))
    summary = tools.perhaps("summary", 70, f"{capitalized(name)}: nhóm người học của dữ liệu mẫu.")
    values: Values = {"title": title, "summary": summary, **tools.confirmed(drafts=6), **fields}
    return SampleGroup(kind="group", id=tools.id("group", title), values=values, name=name, areas=areas)
