"""What changed, told by what it means: exact counts first, then every change under what it is about.

One structure for every form of it: text, Markdown, JSON, a page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from catalogue.changes.compare import Comparison, RecordChange, Unread
from catalogue.changes.concerns import Concern, FieldChange
from catalogue.changes.fields import Key
from catalogue.changes.states import Origin, address
from catalogue.file_names import GLOSSARY, REDIRECTS, SETTINGS
from catalogue.model.kinds import KINDS
from catalogue.problems.problem import excerpt, printable
from catalogue.views.words.changed_values import ValueWords

NEVER_FOLDED = {Concern.LOST_ADDRESS, Concern.RECORD_REMOVED, Concern.CLASS_REMOVED, Concern.UNCONFIRMED}
"""What is always told row by row."""


@dataclass(frozen=True)
class ToldChange:
    """One change in words. `what` says where in the record; `before` and `after` are empty where it was not.

    `subject` is what the record is called, `name` what stands for it where there is room for no more. `sort`
    is the way to the value without items: changes of one sort are alike. `values` are the plain ones.
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

    @property
    def brief(self) -> ToldChange:
        """The same in fewer words, for where there are many."""
        before, after = excerpt(self.before, BRIEF), excerpt(self.after, BRIEF)
        return replace(self, subject=excerpt(self.subject, BRIEF), path=self.name, before=before, after=after)


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
    """A comparison in words: which states, how many records of each sort, every change, what was not read."""

    base: Origin
    head: Origin
    records: Mapping[str, int]
    concerns: tuple[ToldConcern, ...]
    unread: tuple[Unread, ...]

    @property
    def total(self) -> int:
        """How many changes there are."""
        return sum(len(told.rows) for told in self.concerns)

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(row.is_error for told in self.concerns for row in told.rows)


TITLE_LIMIT = 100
"""How many characters of a title are shown."""
BRIEF = 60
"""How many characters of a title and of a value are shown where there are many."""
FILE_TITLES = {SETTINGS: "Cài đặt của trang", REDIRECTS: "Chuyển hướng", GLOSSARY: "Chữ viết tắt"}
"""What the files without records are called."""
FEW, OPEN = 8, 5
"""So many changes about one thing all stand open; of more, so many, and one of each sort."""
SORTS = {"added": "bản ghi mới", "removed": "bản ghi bị bỏ", "renamed": "đổi mã", "changed": "sửa"}
"""What records are counted by."""


def told(comparison: Comparison) -> ToldComparison:
    """A comparison in words."""
    words = ValueWords(comparison.names)
    rows: dict[Concern, list[ToldChange]] = defaultdict(list)
    rows[Concern.LOST_ADDRESS] += addresses(comparison)
    for record in comparison.records:
        for concern, row in of_record(record, words):
            rows[concern].append(row)
    return ToldComparison(
        comparison.base,
        comparison.head,
        counts(comparison),
        tuple(in_order(concern, rows[concern]) for concern in Concern if rows[concern]),
        comparison.unread,
    )


def counts(comparison: Comparison) -> Mapping[str, int]:
    """How many records are new, gone, renamed and changed; files without records are changed ones."""
    found = Counter(sort_of(record) for record in comparison.records)
    return {sort: found[sort] for sort in SORTS}


def sort_of(record: RecordChange) -> str:
    """Whether a record is new, gone, renamed or changed."""
    if record.is_renamed:
        return "renamed"
    if not record.known.key[0] or (record.before and record.after):
        return "changed"
    return "added" if record.after else "removed"


def addresses(comparison: Comparison) -> Iterator[ToldChange]:
    """The addresses that are lost, and those that were struck off the list of what was published."""
    for each, what in (
        *((each, "không còn trang, chưa chuyển hướng đi đâu") for each in comparison.lost),
        *((each, "bị xóa khỏi danh sách địa chỉ đã công bố") for each in comparison.unlisted),
    ):
        yield ToldChange(f"Địa chỉ {printable(each)}", printable(each), "", what, is_removal=True)


def of_record(record: RecordChange, words: ValueWords) -> Iterator[tuple[Concern, ToldChange]]:
    """The changes of a record, each with what it is about."""
    sort = sort_of(record)
    if sort == "renamed" and record.before and record.after:
        yield Concern.RENAMED, whole(record, "đổi mã", record.before.key[1], record.after.key[1])
    elif sort != "changed":
        concern = Concern.RECORD_ADDED if sort == "added" else Concern.RECORD_REMOVED
        where = address(record.known.key)
        yield concern, whole(record, "trang", *((where, "") if sort == "removed" else ("", where)))
    elif not record.changes:
        moved = [printable(each.path) if each else "" for each in (record.before, record.after)]
        yield Concern.LAYOUT, whole(record, "tệp", *(moved if moved[0] != moved[1] else ("", "viết lại")))
    for change in record.changes:
        yield change.concern, of_field(record, change, words)


def whole(record: RecordChange, what: str, before: str, after: str) -> ToldChange:
    """A change of a record as a whole."""
    path, gone = printable(record.known.path), record.after is None
    return ToldChange(subject(record), name(record), path, what, before, after, is_removal=gone)


def of_field(record: RecordChange, change: FieldChange, words: ValueWords) -> ToldChange:
    """A change of a field."""
    difference = change.difference
    before, after = ("", "") if difference.reordered else words.both(difference)
    place = (
        f"{words.place(difference)}: đổi thứ tự các mục" if difference.reordered else words.place(difference)
    )
    return ToldChange(
        subject(record),
        name(record),
        printable(record.known.path),
        place,
        before,
        after,
        ".".join(step.name for step in difference.place if isinstance(step, Key) and not step.holder.key),
        difference.is_removal,
        change.is_error,
        change.weight,
        (difference.before, difference.after),
    )


def subject(record: RecordChange) -> str:
    """What a record is called in a row: its kind and its title; of a file without records its name."""
    kind, id = record.known.key
    title = excerpt(printable(record.known.title), TITLE_LIMIT)
    return f"{KINDS[kind].label} «{title}»" if kind else FILE_TITLES.get(id, printable(id))


def name(record: RecordChange) -> str:
    """What stands for a record where there is room for no more: its id."""
    return printable(record.known.key[1])


def in_order(concern: Concern, rows: Sequence[ToldChange]) -> ToldConcern:
    """The changes about one thing in the order in which they are told, and how many of them stand open.

    First what is no more and what is an error, all of it; then the farthest moved of each sort, so that the
    only one of its sort is never behind a thousand of another; then the others.
    """
    turns: Counter[str] = Counter()
    by_weight = sorted(rows, key=lambda row: -row.weight)
    keyed = []
    for row in by_weight:
        shut = concern not in NEVER_FOLDED and not (row.is_removal or row.is_error)
        keyed.append(((shut, turns[row.sort] if shut else 0), row))
        turns[row.sort] += shut
    keyed.sort(key=lambda pair: pair[0])
    always = sum(not key[0] for key, _ in keyed)
    several = (
        len(rows) if len(rows) <= FEW else max(always, min(always + OPEN, len(rows)), always + len(turns))
    )
    return ToldConcern(concern, tuple(row for _, row in keyed), min(several, len(rows)))
