"""What comes of changes, as data: totals that move, verdicts that flip, overlaps, addresses lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from catalogue.changes.states import RecordKey, State
from catalogue.findings.checks import Verdict

MOST_FILES = 2_000
"""How many files both states may have for effects to be worked out unasked: more would take seconds."""
TOO_MANY = "danh mục có nhiều tệp; muốn tính thì thêm --effects"
NOT_ASKED = "không yêu cầu tính"


class Holding(NamedTuple):
    """What the programmes of a unit, a plan or a group have: how many, their classes, the seats in these."""

    programs: int = 0
    classes: int = 0
    seats: int = 0


class Moved(NamedTuple):
    """What is held now, and was before."""

    key: RecordKey
    before: Holding
    after: Holding


class Flip(NamedTuple):
    """A verdict on a declared number that is another than it was; None where there is no such number."""

    key: RecordKey
    title: str
    unit: str
    before: Verdict | None
    after: Verdict | None


class Effects(NamedTuple):
    """All that comes of the changes; or, in `doubt`, why that is not known.

    `overlaps` are the programmes that may overlap and did not, two by two; `names` are those of records;
    `lost` are the addresses of pages, files and classes that nobody answers any more.
    """

    moved: tuple[Moved, ...] = ()
    flips: tuple[Flip, ...] = ()
    overlaps: tuple[tuple[str, str], ...] = ()
    names: Mapping[RecordKey, str] = {}
    lost: tuple[str, ...] = ()
    doubt: str = ""


def why_unasked(base: State, head: State, asked: bool | None) -> str:
    """Why effects are not worked out; empty where they are: of large states only where asked for."""
    if asked is False:
        return NOT_ASKED
    return TOO_MANY if asked is None and len(base.marks) + len(head.marks) > MOST_FILES else ""
