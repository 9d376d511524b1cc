"""One organization: what those of the city, of its communes and of its districts have in common."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sample.model import SampleOrganization, Values
from sample.tools import Tools
from sample.words import CITY, words


class OrganizationSort(NamedTuple):
    """What all organizations of a list have in common."""

    role: str
    category: str
    level: str | None
    block: str | None
    called: str = ""
    """What stands before the name of a commune or district."""


def organization(
    tools: Tools, sort: OrganizationSort, title: str, name: str, fields: Values
) -> SampleOrganization:
    """An organization with the fields that every one has, and some of its own."""
    title = tools.title("organization", title)
    id = tools.id("organization", title)
    start, end = (day if isinstance(day := fields.get(bound), date) else None for bound in ("start", "end"))
    return SampleOrganization(
        kind="organization",
        id=id,
        values={"title": title, **common_fields(tools, sort, id, title, name), **fields},
        role=sort.role,
        name=name,
        block=sort.block or "government",
        start=start,
        end=end,
    )


def common_fields(tools: Tools, sort: OrganizationSort, id: str, title: str, name: str) -> Values:
    """What every organization has; only those of the whole city have it as their territory."""
    summary = f"{title}: đơn vị của dữ liệu mẫu, dùng để thử danh mục."
    reachable = "collective" not in sort.role
    return {
        "summary": tools.perhaps("summary", 60, summary),
        **tools.confirmed(drafts=4),
        "short_name": name if name != title else None,
        "aliases": tools.perhaps("aliases", 30, aliases(name)),
        "category": sort.category,
        "level": sort.level,
        "blocks": [sort.block],
        "territory": CITY if sort.level == "city" else None,
        "contact": contact(tools, id) if reachable and tools.maybe("contact", 40) else None,
    }


def contact(tools: Tools, id: str) -> Values:
    """How to reach an office; the numbers and addresses lead nowhere."""
    host = f"{id[:40].rstrip('-')}.mau.example"
    return {
        "office": tools.chance.pick(words("organizations")["offices"]) if tools.maybe("office", 60) else None,
        "address": street_address(tools) if tools.maybe("street", 60) else None,
        "phone": f"000 0000 {tools.chance.between(100, 999)}",
        "mail": tools.perhaps("mail", 50, f"dao-tao@{host}"),
        "website": tools.perhaps("website", 40, f"https://{host}/"),
    }


def street_address(tools: Tools) -> str:
    """A house in a street that does not exist."""
    return f"Số {tools.chance.between(1, 99)}, {tools.chance.pick(words('organizations')['streets'])}"


def in_city(name: str) -> str:
    """The full name of an organization of the city."""
    if "Mẫu" in name:
        return name
    return name.replace("thành phố", CITY) if "thành phố" in name else f"{name} {CITY}"


def aliases(name: str) -> list[str]:
    """What people also call an organization."""
    short = name.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND")
    short = short.replace("Mặt trận Tổ quốc", "MTTQ")
    return [short if short != name else f"{name} (tên trong kế hoạch)"]
