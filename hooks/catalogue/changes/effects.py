"""What comes of changes, as data: totals that move, verdicts that flip, overlaps, addresses lost."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from catalogue.changes.states import RecordKey, State
from catalogue.findings.checks import Verdict
from catalogue.language.vocabulary import Bound, Vocabulary

MOST_FILES = 2_000
"""How many files both states may have for effects to be worked out unasked: more would take seconds."""
TOO_MANY = "danh mục có nhiều tệp; muốn tính thì thêm --effects"
NOT_ASKED = "không yêu cầu tính"


class TotalSort(Vocabulary):
    """What a total is of, in the words that stand before it."""

    HELD = "held", ""
    ADDED = "added", "cộng các chương trình"
    DESK = "desk", "việc của đơn vị"


class LineSort(Vocabulary):
    """What a number of a total counts; of what programmes state, the data says the unit."""

    PROGRAMS = "programs", "chương trình"
    CLASSES = "classes", "lớp"
    WITHOUT_CLASS = "without_class", "chương trình chưa ghi lớp"
    SEATS = "seats", "chỗ"
    ALLOCATED = "allocated", "chỉ tiêu"
    CALLED_OFF = "called_off", "lớp hoãn, hủy"
    SEATS_OFF = "seats_off", "chỉ tiêu của lớp hoãn, hủy"
    PLANNED = "planned", ""
    DONE = "done", "đã thực hiện"
    DIFFERENCE = "difference", "chênh lệch"


class TotalKey(NamedTuple):
    """Whose a total is, of what, and of which year; a year is its own, of the kind «year»."""

    key: RecordKey
    sort: TotalSort
    year: int | None = None


class TotalLine(NamedTuple):
    """One of the numbers of a total."""

    sort: LineSort
    unit: str = ""


class TotalSum(NamedTuple):
    """What something adds up to, and how exactly that is known."""

    value: Decimal
    bound: Bound


Lines: TypeAlias = Mapping[TotalLine, TotalSum]
"""The numbers of a total; those are missing that nothing adds up to, or that may not be added."""


class Moved(NamedTuple):
    """A total as it was and as it is."""

    key: TotalKey
    before: Lines
    after: Lines


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
