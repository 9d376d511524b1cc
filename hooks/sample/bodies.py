"""The bodies of the city: boards, departments and schools, the communes of the reform and the districts that it ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from catalogue.language.vietnamese import fold
from sample.desk import Desk
from sample.entry import Body, Values
from sample.words import Tagged, capitalized, tagged, words

CITY = "Thành phố Mẫu"


class Sort(NamedTuple):
    """What the bodies of a list, or those of each commune, have in common; `called` stands before a commune's name."""

    role: str
    category: str
    level: str | None
    block: str | None
    called: str = ""


LISTS = {
    "party": Sort("party", "party_office", "city", "party"),
    "departments": Sort("department", "administration", "city", "government"),
    "mass": Sort("mass", "mass_organization", "city", "mass_organizations"),
    "schools": Sort("school", "school", "city", None),
    "assemblies": Sort("assembly", "assembly", "city", "government"),
    "collectives": Sort("collective", "collective", None, None),
    "councils": Sort("council", "council", "city", None),
    "central": Sort("central", "administration", "central", None),
    "other": Sort("other", "other", "grassroots", None),
    "ended_collectives": Sort("ended_collective", "collective", "district", None),
}
COMMUNE = (
    Sort("commune", "administration", "commune", "government", "UBND"),
    Sort("commune_party", "party_committee", "commune", "party", "Đảng ủy"),
    Sort("commune_other", "other", "commune", "government", "Trung tâm phục vụ hành chính công"),
)
DISTRICT = (
    Sort("district", "territory", "district", None),
    Sort("district_party", "party_committee", "district", "party", "Cấp ủy"),
)
ABOVE = {
    **dict.fromkeys(("department", "ended_department", "commune", "district"), "Ủy ban nhân dân thành phố"),
    **dict.fromkeys(("party", "commune_party", "district_party"), "Thành ủy"),
}
"""What bodies of a role belong to; those left out, in a commune, to its people's committee."""
ENDED_DEPARTMENT = Sort("ended_department", "administration", "city", "government")


def bodies(desk: Desk, programs: int) -> list[Body]:
    """Every body for so many programmes; within each role the largest first."""
    reform = desk.calendar.reform
    last_day = reform - timedelta(days=1)
    communes = place_names(desk, min(max(programs // 50, 3), 220))
    districts = place_names(desk, min(max(programs // 400, 2), 20))
    most = max(4, programs // 20)
    lasting = [
        lasting_body(desk, sort, each)
        for listed, sort in LISTS.items()
        if "ended" not in listed
        for each in tagged("bodies", listed)[:most]
    ]
    new = [
        local_body(desk, sort, area_of(place, old=False), start=reform)
        for sort in COMMUNE
        for place in communes
    ]
    old = [
        local_body(desk, sort, area_of(place, old=True), end=last_day)
        for sort in DISTRICT
        for place in districts
    ]
    collectives = [
        body(desk, LISTS["ended_collectives"], in_city(name), name, {"end": last_day})
        for name in words("bodies")["ended_collectives"]
    ]
    made = [
        *lasting,
        *new,
        *(succeeded(desk, each, new) for each in old),
        *ended_departments(desk, lasting, last_day),
        *collectives,
    ]
    return [below(desk, each, {(other.name, other.place): other for other in made}) for each in made]


def below(desk: Desk, body: Body, others: Mapping[tuple[str, str], Body]) -> Body:
    """A body with what it belongs to, where that is known."""
    above = others.get((ABOVE.get(body.role, ""), "")) or others.get((f"UBND {body.place}", body.place))
    if above is None or above.id == body.id or not desk.maybe("parent", 70):
        return body
    return replace(body, values={**body.values, "parent": above.id})


def place_names(desk: Desk, count: int) -> list[str]:
    """So many different places."""
    found: dict[str, str] = {}
    while len(found) < count:
        name = desk.place_name()
        found.setdefault(fold(name), name)
    return list(found.values())


def area_of(place: str, *, old: bool) -> str:
    """A place with what it is before it, which its name decides."""
    town = len(place) % 3 == 0
    return f"{('quận' if town else 'huyện') if old else ('phường' if town else 'xã')} {place}"


def lasting_body(desk: Desk, sort: Sort, listed: Tagged) -> Body:
    """A body of a list, which was there before the reform and goes on."""
    name = listed.name
    if name.startswith(("Đảng ủy", "Thành ủy", "Ban Thường vụ")):
        sort = sort._replace(category="party_committee")
    old = desk.calendar.years[0] - desk.draw.between(10, 30)
    made = body(
        desk,
        sort,
        name if sort.role == "central" else in_city(name),
        name,
        {"start": old if desk.maybe("lasting start", 20) else None},
    )
    return replace(made, tags=listed.tags)


def local_body(desk: Desk, sort: Sort, area: str, start: date | None = None, end: date | None = None) -> Body:
    """A body of a commune or a district."""
    name = f"{sort.called} {area}".strip()
    made = body(
        desk,
        sort,
        capitalized(name.replace("UBND", "Ủy ban nhân dân")),
        name,
        {"territory": capitalized(area), "start": start, "end": end},
    )
    return replace(made, place=area)


def ended_departments(desk: Desk, lasting: Sequence[Body], last_day: date) -> Iterator[Body]:
    """The departments that the reform ended, as far as those that took over are there."""
    by_name = {each.name: each for each in lasting}
    for line in words("bodies")["ended_departments"]:
        ended, taker, what = (part.strip() for part in line.split(">"))
        name, tags = Tagged.parse(ended)
        if taker in by_name:
            successors = [{"organization": by_name[taker].id, "what": what}]
            made = body(
                desk,
                ENDED_DEPARTMENT,
                in_city(name),
                name,
                {"end": last_day, "successors": successors, "successors_complete": True},
            )
            yield replace(made, tags=tags)


def succeeded(desk: Desk, old: Body, new: Sequence[Body]) -> Body:
    """A district's body with those that took over from it, where a source says so."""
    takers = [each for each in new if each.role == old.role.replace("district", "commune")]
    if not desk.maybe("succeeded", 70):
        return old
    what = "công tác đào tạo, bồi dưỡng" if desk.maybe("what passed", 50) else None
    successors = [{"organization": each.id, "what": what} for each in desk.draw.some(takers, 1, 4)]
    complete = True if desk.maybe("successors complete", 30) else None
    return replace(old, values={**old.values, "successors": successors, "successors_complete": complete})


def body(desk: Desk, sort: Sort, title: str, name: str, fields: Values) -> Body:
    """A body with what every body has; those of the city also with its territory."""
    title = desk.title("organization", title)
    id = desk.id("organization", title)
    values: Values = {
        "title": title,
        "summary": f"{title}: đơn vị của dữ liệu mẫu, dùng để thử danh mục."
        if desk.maybe("summary", 60)
        else None,
        **desk.confirmed(drafts=4),
        "short_name": name if name != title else None,
        "aliases": aliases(name) if desk.maybe("aliases", 30) else None,
        "category": sort.category,
        "level": sort.level,
        "blocks": [sort.block],
        "territory": CITY if sort.level == "city" else None,
        "contact": contact(desk, id) if "collective" not in sort.role and desk.maybe("contact", 40) else None,
        **fields,
    }
    start, end = (day if isinstance(day := fields.get(bound), date) else None for bound in ("start", "end"))
    return Body(
        kind="organization",
        id=id,
        values=values,
        role=sort.role,
        name=name,
        block=sort.block or "government",
        start=start,
        end=end,
    )


def contact(desk: Desk, id: str) -> Values:
    """How to reach an office: numbers and addresses that lead nowhere."""
    host = f"{id[:40].rstrip('-')}.mau.example"
    return {
        "office": desk.draw.pick(words("bodies")["offices"]) if desk.maybe("office", 60) else None,
        "address": f"Số {desk.draw.between(1, 99)}, {desk.draw.pick(words('bodies')['streets'])}"
        if desk.maybe("street", 60)
        else None,
        "phone": f"000 0000 {desk.draw.between(100, 999)}",
        "mail": f"dao-tao@{host}" if desk.maybe("mail", 50) else None,
        "website": f"https://{host}/" if desk.maybe("website", 40) else None,
    }


def in_city(name: str) -> str:
    """The full name of a body of the city."""
    return (
        name
        if "Mẫu" in name
        else name.replace("thành phố", CITY)
        if "thành phố" in name
        else f"{name} {CITY}"
    )


def aliases(name: str) -> list[str]:
    """What people call a body besides."""
    short = (
        name.replace("Ủy ban nhân dân", "UBND")
        .replace("Hội đồng nhân dân", "HĐND")
        .replace("Mặt trận Tổ quốc", "MTTQ")
    )
    return [short if short != name else f"{name} (tên trong kế hoạch)"]
