"""What changed, told by what it means: exact counts first, then every change under what it is about.

One structure for every form of it: text, Markdown, JSON, a page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from catalogue.changes.compare import Comparison, RecordChange
from catalogue.changes.concerns import Concern, FieldChange, wrongly_claimed
from catalogue.changes.effects import NOT_ASKED, Effects
from catalogue.changes.fields import Key
from catalogue.changes.states import address
from catalogue.file_names import GLOSSARY, REDIRECTS, SETTINGS
from catalogue.model.kinds import KINDS
from catalogue.problems.problem import excerpt, printable
from catalogue.views.words.changed_values import ValueWords
from catalogue.views.words.effects import flip_rows, overlap_rows, total_rows
from catalogue.views.words.falls import fall
from catalogue.views.words.lost_addresses import lost_rows, struck_rows
from catalogue.views.words.told import ToldChange, ToldComparison, in_order
from catalogue.views.words.turns import bearing, turn

TITLE_LIMIT = 100
"""How many characters of a title are shown."""
FILE_TITLES = {SETTINGS: "Cài đặt của trang", REDIRECTS: "Chuyển hướng", GLOSSARY: "Chữ viết tắt"}
"""What the files without records are called."""
REWRITTEN = "cách viết trong tệp đổi, nội dung như cũ"
SORTS = {
    "added": "bản ghi mới",
    "removed": "bản ghi bị bỏ",
    "renamed": "bản ghi đổi mã",
    "changed": "bản ghi được sửa",
    "shared": "tệp chung",
}
"""What is counted: records by what became of them, and the files without records."""


def told(comparison: Comparison, effects: Effects | None = None) -> ToldComparison:
    """A comparison in words, and what comes of it."""
    words = ValueWords(comparison.names)
    rows: dict[Concern, list[ToldChange]] = defaultdict(list)
    lost = {*comparison.lost, *(effects.lost if effects else ())}
    rows[Concern.LOST_ADDRESS] += lost_rows(lost, comparison.unlisted)
    rows[Concern.UNLISTED] += struck_rows(comparison.unlisted, lost)
    for record in comparison.records:
        for concern, row in of_record(record, words):
            rows[concern].append(row)
    if effects:
        rows[Concern.VERDICT] += flip_rows(effects)
        rows[Concern.OVERLAP] += overlap_rows(effects)
        rows[Concern.TOTAL] += total_rows(effects)
    return ToldComparison(
        comparison.base,
        comparison.head,
        counts(comparison),
        tuple(in_order(concern, rows[concern]) for concern in Concern if rows[concern]),
        comparison.unread,
        effects.doubt if effects else NOT_ASKED,
    )


def counts(comparison: Comparison) -> Mapping[str, int]:
    """How many records are new, gone, renamed and changed, and how many files without records differ."""
    found = Counter(sort_of(record) for record in comparison.records)
    return {sort: found[sort] for sort in SORTS}


def sort_of(record: RecordChange) -> str:
    """Whether a record is new, gone, renamed or changed, or the file has no record."""
    if not record.known.key[0]:
        return "shared"
    if record.is_renamed:
        return "renamed"
    if record.before and record.after:
        return "changed"
    return "added" if record.after else "removed"


def of_record(record: RecordChange, words: ValueWords) -> Iterator[tuple[Concern, ToldChange]]:
    """The changes of a record, each with what it is about."""
    sort = sort_of(record)
    if sort == "renamed" and record.before and record.after:
        yield Concern.RENAMED, whole(record, "đổi mã", record.before.key[1], record.after.key[1])
    elif sort in {"added", "removed"}:
        concern = Concern.RECORD_ADDED if sort == "added" else Concern.RECORD_REMOVED
        yield (
            concern,
            whole(record, f"{'trang mới' if record.after else 'bỏ trang'} {address(record.known.key)}"),
        )
    elif not record.changes:
        moved = [printable(each.path) if each else "" for each in (record.before, record.after)]
        what = ("tệp", *moved) if moved[0] != moved[1] else (REWRITTEN,)
        yield Concern.LAYOUT, whole(record, *what)
    is_new = sort == "added" and not record.changes
    claimed = wrongly_claimed(record.after.key, record.after.values) if is_new and record.after else ()
    for change in (*record.changes, *claimed):
        yield change.concern, of_field(record, change, words)


def whole(record: RecordChange, what: str, before: str = "", after: str = "") -> ToldChange:
    """A change of a record as a whole."""
    path, gone = printable(record.known.path), record.after is None
    return ToldChange(subject(record), name(record), path, what, before, after, is_removal=gone)


def of_field(record: RecordChange, change: FieldChange, words: ValueWords) -> ToldChange:
    """A change of a field."""
    difference = change.difference
    nothing = ("", ""), ("", "")
    (before, after), uncut = nothing if difference.reordered else words.both(difference)
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
        is_field=isinstance(difference.place[-1], Key),
        turn=turn(difference),
        bearing=bearing(difference),
        fall=fall(difference.before, difference.after, difference.shape),
        uncut=uncut,
        stands_open=change.stands_open,
    )


def subject(record: RecordChange) -> str:
    """What a record is called in a row: its kind and its title; of a file without records its name."""
    kind, id = record.known.key
    title = excerpt(printable(record.known.title), TITLE_LIMIT)
    return f"{KINDS[kind].label} «{title}»" if kind else FILE_TITLES.get(id, printable(id))


def name(record: RecordChange) -> str:
    """What stands for a record where there is room for no more: its id."""
    return printable(record.known.key[1])
