"""What is told of a comparison: rows under what they are about, in the order in which they should be seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, TypeAlias

from catalogue.changes.compare import Unread
from catalogue.changes.concerns import EFFECTS, Concern
from catalogue.changes.states import Origin
from catalogue.problems.problem import excerpt
from catalogue.views.words.narrowed import narrowed

FEW, OPEN = 8, 5
"""So many changes about one thing all stand open; of more, so many, and one of each sort."""
BRIEF = 60
"""How many characters of a title and of a value are shown where there are many."""
VERBS = {
    (False, False): "thêm",
    (False, True): "bỏ",
    (True, False): "nay ghi",
    (True, True): "không ghi nữa, trước là",
}
"""What became of a value, by whether it is a field and whether it was there before."""
ChangeWay: TypeAlias = tuple[str, str, str]
"""A sort of changes, and the way that some of them go."""
NEVER_FOLDED = {Concern.LOST_ADDRESS, Concern.RECORD_REMOVED, Concern.CLASS_REMOVED, Concern.UNCONFIRMED}
"""What is always told row by row."""


@dataclass(frozen=True)
class ToldChange:
    """One change in words. `what` says where in the record; `before` and `after` are empty where it was not.

    `subject` is what the record is called, `name` what stands for it where there is room for no more. `sort`
    is the way to the value without items; changes of one sort are alike, unless they go another way: `turn`
    is one of few such ways, `bearing` one of any number. `fall` says how low a code fell. `values` are the
    plain ones, `uncut` the words of them in full. `is_field` tells a field of a thing from the thing itself.
    `stands_open` says that it may not be folded though it is neither an error nor worse.
    """

    subject: str
    name: str
    path: str
    what: str = ""
    before: str = ""
    after: str = ""
    sort: str = ""
    is_removal: bool = False
    is_error: bool = False
    weight: float = 0
    values: tuple[Any, Any] = (None, None)
    is_field: bool = False
    turn: str = ""
    bearing: str = ""
    fall: int = 0
    uncut: tuple[str, str] = ("", "")
    stands_open: bool = False

    @property
    def way(self) -> ChangeWay:
        """Its sort, and which way it goes."""
        return self.sort, self.turn, self.bearing

    @property
    def verb(self) -> str:
        """What became of a value that only one state has: a thing came or went, a field is said or not."""
        return VERBS[self.is_field, bool(self.before)]

    @property
    def key(self) -> str:
        """The key whose value changed; empty where it is an item of a list, or the whole record."""
        return self.sort.rpartition(".")[2] if self.is_field else ""

    @property
    def brief(self) -> ToldChange:
        """The same in fewer words, for where there are many: what differs is among them."""
        before, after = self.full
        if before and after and max(len(before), len(after)) > BRIEF:
            before, after = narrowed(before, after, BRIEF)
        else:
            before, after = excerpt(before, BRIEF), excerpt(after, BRIEF)
        return replace(self, subject=excerpt(self.subject, BRIEF), path=self.name, before=before, after=after)

    @property
    def whole(self) -> ToldChange:
        """The same with nothing cut from the values."""
        before, after = self.full
        return replace(self, before=before, after=after)

    @property
    def full(self) -> tuple[str, str]:
        """All words of the values: what is shown of them, where nothing was cut."""
        return self.uncut if any(self.uncut) else (self.before, self.after)

    @property
    def stays_open(self) -> bool:
        """Whether it is told in full, however much stands beside it: what is no more, wrong, or worse."""
        return self.is_removal or self.is_error or self.fall > 0 or self.stands_open


@dataclass(frozen=True)
class ToldConcern:
    """All changes that are about one thing: those that are never folded away first, then the farthest moved.

    `open` says how many of them stand open; the others may be folded.
    """

    concern: Concern
    rows: tuple[ToldChange, ...]
    open: int


@dataclass(frozen=True)
class ToldComparison:
    """A comparison in words: which states, how many records of each sort, every change, what was not read.

    `doubt` says why it is not known what comes of the changes; it is empty where that is known.
    """

    base: Origin
    head: Origin
    records: Mapping[str, int]
    concerns: tuple[ToldConcern, ...]
    unread: tuple[Unread, ...]
    doubt: str = ""

    @property
    def total(self) -> int:
        """How many changes there are; what comes of them is none."""
        return sum(len(told.rows) for told in self.concerns if told.concern not in EFFECTS)

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(row.is_error for told in self.concerns for row in told.rows)


def in_order(concern: Concern, rows: Sequence[ToldChange]) -> ToldConcern:
    """The changes about one thing in the order in which they are told, and how many of them stand open.

    First what is an error, what got worse, the worst before all, and what is no more: all of it. Then the
    farthest moved of each sort and way, so that the only one of its sort is never behind a thousand of
    another; then the others.
    """
    turns: Counter[ChangeWay] = Counter()
    by_weight = sorted(rows, key=lambda row: -row.weight)
    always_open = concern in NEVER_FOLDED
    apart = ways_apart([] if always_open else [row for row in by_weight if not row.stays_open])
    keyed = []
    for row in by_weight:
        shut = not (always_open or row.stays_open)
        alike = row.way if row.way in apart else (row.sort, row.turn, "")
        keyed.append(((shut, turns[alike] if shut else 0, not row.is_error, -row.fall), row))
        turns[alike] += shut
    keyed.sort(key=lambda pair: pair[0])
    always = sum(not key[0] for key, _ in keyed)
    several = (
        len(rows) if len(rows) <= FEW else max(always, min(always + OPEN, len(rows)), always + len(turns))
    )
    return ToldConcern(concern, tuple(row for _, row in keyed), min(several, len(rows)))


def ways_apart(rows: Sequence[ToldChange]) -> set[ChangeWay]:
    """The ways that are told apart: of each sort a few, the rarest, since most may go a way of their own."""
    by_sort: dict[str, list[ChangeWay]] = defaultdict(list)
    for way, _ in sorted(Counter(row.way for row in rows if row.bearing).items(), key=itemgetter(1)):
        by_sort[way[0]].append(way)
    return {way for ways in by_sort.values() for way in ways[:FEW]}
