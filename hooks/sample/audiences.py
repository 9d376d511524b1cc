"""The learner groups of a sample: by service, position and scope, with the rule that names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.desk import PEOPLE, Desk
from sample.entry import Audience, Body, Paper, Values
from sample.figures import stated
from sample.words import capitalized, tagged, words

WHOLE = {
    "cadre": "cán bộ của thành phố",
    "civil_servant": "công chức của thành phố",
    "public_employee": "viên chức của thành phố",
    "non_specialized": "người hoạt động không chuyên trách ở cấp xã",
}
LEVELS = ("commune", "city", "grassroots", "district", "central")
BLOCKS = ("government", "party", "mass_organizations")
RANKS = ("specialist", "principal_specialist", "officer", "senior_specialist")


def audiences(
    desk: Desk, programs: int, documents: Sequence[Paper], bodies: Sequence[Body]
) -> list[Audience]:
    """Every group for so many programmes: one for each service first, then the groups within them, the most taught first."""
    wholes = [audience(desk, name, {"service": [service]}) for service, name in WHOLE.items()]
    return [
        *wholes,
        *within(
            desk, 16 + programs // 60, {each.values["service"][0]: each for each in wholes}, documents, bodies
        ),
    ]


def within(
    desk: Desk, count: int, wholes: dict[str, Audience], documents: Sequence[Paper], bodies: Sequence[Body]
) -> Iterator[Audience]:
    """So many groups that are part of one of the wholes."""
    rules = [paper.id for paper in documents if paper.category in {"regulation", "circular", "decree", "law"}]
    for index in range(count):
        service = PEOPLE[index % len(PEOPLE)]
        position, tags = desk.draw.in_turn(service, tagged("people", service))
        name = f"{position} {desk.draw.pick(words('people')[f'scopes_{service}'])}"
        ruled = bool(rules) and desk.maybe("regulation", 30)
        yield audience(
            desk,
            name,
            {
                "regulation": {"document": desk.draw.favourite(rules)} if ruled else None,
                "code": f"Đối tượng {desk.draw.between(1, 4)}" if ruled and desk.maybe("code", 60) else None,
                "service": [service],
                **described(desk, position, service),
                "organization": desk.draw.favourite(bodies).id if desk.maybe("organization", 12) else None,
                "parent": wholes[service].id,
            },
            tags,
        )


def described(desk: Desk, position: str, service: str) -> Values:
    """Level, blocks, rank, positions and time, as far as they are known."""
    year = desk.calendar.years[1]
    positions = [capitalized(each.strip()) for each in position.split(",")]
    term = year - year % 5 + desk.draw.pick((0, 5))
    level = [desk.draw.in_turn("level", LEVELS)] if desk.maybe("level", 65) else None
    return {
        "level": level,
        "blocks": [desk.draw.in_turn("block", BLOCKS)] if desk.maybe("blocks", 60) else None,
        "rank": [desk.draw.in_turn("rank", RANKS)] if service == "civil_servant" else None,
        "job": [positions[0]] if service == "public_employee" and desk.maybe("job", 70) else None,
        "positions": positions if service == "cadre" else None,
        "planned": True if service == "cadre" and desk.maybe("planned", 25, rare=True) else None,
        "term": {"start": term, "end": term + 5}
        if service == "cadre" and desk.maybe("term", 25, rare=True)
        else None,
        "exhaustive": True if level and service in {"civil_servant", "public_employee"} else None,
        "figures": [stated(desk, ("staff", "members"), "done", year)] if desk.maybe("figures", 40) else None,
        "start": desk.calendar.reform if desk.maybe("start", 10) else None,
        "end": f"{desk.calendar.years[2]}-12" if desk.maybe("end", 5) else None,
    }


def audience(desk: Desk, name: str, fields: Values, tags: frozenset[str] = frozenset()) -> Audience:
    """A group with what every group has."""
    title = desk.title("group", capitalized(name))
    summary = f"{capitalized(name)}: nhóm người học của dữ liệu mẫu." if desk.maybe("summary", 70) else None
    values: Values = {"title": title, "summary": summary, **desk.confirmed(drafts=6), **fields}
    return Audience(kind="group", id=desk.id("group", title), values=values, name=name, tags=tags)
