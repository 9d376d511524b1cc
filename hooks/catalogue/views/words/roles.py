"""What a body does, by the headings that its page has: which of them tell it, and its work by its roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from catalogue.model.collection import Catalogue
from catalogue.model.program import Program
from catalogue.model.records import Organization, Plan, TopicSet

ON_DESK = frozenset({"Được phân bổ chỉ tiêu", "Cử người học"})
"""The headings whose programmes stand on the desk."""
OF_BODY = frozenset({"Đơn vị trực thuộc", "Tiếp nhận từ", "Đối tượng thuộc đơn vị"})
"""The headings that say what a body is made of and where it comes from."""
OF_DATA = frozenset(
    {
        "Có số liệu trong",
        "Số liệu của đơn vị",
        "Đã đối chiếu",
        "Đã rà soát",
        "Được nhắc tới khi rà soát",
        "Phụ trách cập nhật",
    }
)
"""The headings that say what is known of a body and which data it looks after."""
NEAREST = (
    "Chủ trì",
    "Tổ chức lớp",
    "Chủ trì kế hoạch",
    "Phối hợp",
    "Tham mưu",
    "Là địa điểm của",
    "Nhận danh sách người học",
    "Cho ý kiến trước khi mở lớp",
)
"""The roles that have most to do with classes, the nearest first; all others come behind them."""

Work: TypeAlias = Program | Plan | TopicSet


def is_acting(heading: str) -> bool:
    """Whether what stands under a heading is what a body does, beside what stands on its desk."""
    return heading not in ON_DESK | OF_BODY | OF_DATA


def work_of(catalogue: Catalogue, body: Organization) -> Mapping[str, Sequence[Work]]:
    """The programmes, plans and lists of topics that a body does something for, by its roles.

    Each stands once, under the nearest of its roles; the newest year comes first. Drafts do not count.
    """
    found: dict[str, dict[tuple[str, str], Work]] = {}
    for each in catalogue.backlinks.get(("organization", body.id), ()):
        record, role = each.record, each.reference.inverse
        if isinstance(record, (Program, Plan, TopicSet)) and not record.is_draft and is_acting(role):
            found.setdefault(role, {})[record.kind, record.id] = record
    own: dict[str, Sequence[Work]] = {}
    told: set[tuple[str, str]] = set()
    for role in sorted(found, key=turn_of_role):
        own[role] = newest_first(catalogue, [each for key, each in found[role].items() if key not in told])
        told |= found[role].keys()
    return {role: works for role, works in own.items() if works}


def turn_of_role(role: str) -> int:
    """How near a role is to classes."""
    return NEAREST.index(role) if role in NEAREST else len(NEAREST)


def newest_first(catalogue: Catalogue, works: Sequence[Work]) -> list[Work]:
    """Works by their last year, then in dictionary order; those of no known year last."""
    turns = catalogue.turns
    return sorted(works, key=lambda each: (-last_year(catalogue, each), turns[each.kind, each.id]))


def last_year(catalogue: Catalogue, work: Work) -> int:
    """The last year of a work; 0 where none is known."""
    return 0 if isinstance(work, TopicSet) else next(reversed(catalogue.years(work)), 0)
