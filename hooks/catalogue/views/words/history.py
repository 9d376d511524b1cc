"""What commits did to the records, in words: when, why, and each field as it was and as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from catalogue.changes.compare import RecordChange
from catalogue.changes.concerns import Concern
from catalogue.changes.history import History, RecordedCommit, RecordEdit
from catalogue.changes.states import RecordKey
from catalogue.language.syllables import is_vietnamese
from catalogue.language.vietnamese import day, number
from catalogue.model.kinds import KINDS
from catalogue.page import Phrase, Piece
from catalogue.problems.problem import excerpt, printable
from catalogue.views.words.changed_values import ValueWords
from catalogue.views.words.changes import of_record
from catalogue.views.words.phrases import Phrases, in_sentence, plain
from catalogue.views.words.told import ToldChange

ROWS, MOST_ROWS = 6, 16
"""The changes of a record that stand open, and those that are told."""
RECORDS, MOST = 4, 20
"""The records of a commit that stand open, and those that are told."""
LONGEST, BRIEF = 240, 90
"""How many characters of a reason are shown, and where there is room for a line."""
UNREADABLE = "Không phân tích được: nội dung trước hoặc sau lần này không đọc được."
REWRITTEN = "Chỉ đổi cách viết hoặc chỗ để tệp, nội dung như cũ."

CommitShare: TypeAlias = tuple[RecordedCommit, Sequence[RecordEdit]]
"""A commit with those of its edits that are shown."""


class EditWords(NamedTuple):
    """What a commit did to a record: which, in a word, the changes that stand open and those folded behind.

    `left` of them are not told. `remark` is said instead where there is no change of a field to tell.
    """

    record: Phrase
    sort: str
    open: Sequence[ToldChange]
    folded: Sequence[ToldChange]
    left: int
    remark: str


class CommitWords(NamedTuple):
    """A commit: its day, what sort of change it is, why it was made, the documents that it follows.

    `correction` says what mistake of the catalogue's own it mended. Of many records the first stand open,
    others folded, and `rest` tells of those that are only counted.
    """

    day: Piece
    sort: str
    reason: str
    correction: str
    documents: Phrase
    total: str
    open: Sequence[EditWords]
    folded: Sequence[EditWords]
    rest: str


class ToldEdit(NamedTuple):
    """An edit in words, and the documents that adjust the record by it."""

    words: EditWords
    documents: tuple[str, ...]


class HistoryWords:
    """A history in words. Whatever is told of an edit stands on several pages and is made once.

    `unsaid` are keys of the data of which nothing is told.
    """

    def __init__(self, phrases: Phrases, history: History, unsaid: frozenset[str] = frozenset()) -> None:
        self.phrases, self.history, self.unsaid = phrases, history, unsaid
        self._made: dict[RecordEdit, ToldEdit] = {}

    @cached_property
    def values(self) -> ValueWords:
        """What puts values into words by the names that the records have today."""
        catalogue = self.phrases.catalogue
        names = {(record.kind, record.id): catalogue.brief_name(record) for record in catalogue}
        return ValueWords(names, self.unsaid)

    def commit(self, commit: RecordedCommit, edits: Sequence[RecordEdit] | None = None) -> CommitWords:
        """A commit with all that it did, or with some of its edits."""
        shown = sorted(commit.edits if edits is None else edits, key=turn)
        told = [self.of(edit) for edit in shown[:MOST]]
        words, documents = [each.words for each in told], {id for each in told for id in each.documents}
        return CommitWords(
            day_of(commit),
            sort_of(commit, documents),
            in_vietnamese(commit.reason, LONGEST),
            in_vietnamese(commit.correction, LONGEST),
            self.named("document", sorted(documents)),
            counted(shown),
            words[:RECORDS],
            words[RECORDS:],
            counted(shown[MOST:]),
        )

    def of(self, edit: RecordEdit) -> ToldEdit:
        """An edit in words."""
        made = self._made.get(edit)
        if made is None:
            made = self._made[edit] = self.told(edit)
        return made

    def told(self, edit: RecordEdit) -> ToldEdit:
        """An edit in words, made anew."""
        change = self.history.change(edit)
        rows = [] if change is None else rows_of(change, self.values)
        said = [row for row in rows if row.key not in self.unsaid]
        shown = max(ROWS, sum(row.is_removal or row.is_error for row in said[:MOST_ROWS]))
        told, left = said[:MOST_ROWS], len(said[MOST_ROWS:])
        whole = not edit.is_change
        remark = UNREADABLE if change is None else "" if rows or whole else REWRITTEN
        words = EditWords(
            self.record(edit, change), sort_of_edit(edit), told[:shown], told[shown:], left, remark
        )
        return ToldEdit(words, adjusting(change) if change else ())

    def record(self, edit: RecordEdit, change: RecordChange | None) -> Phrase:
        """A record by its name: with a link where it still is."""
        kind, id = edit.key
        label = Piece(f"{KINDS[kind].label}: ")
        if id in self.phrases.catalogue.of(kind):
            return (label, self.phrases.link(self.phrases.catalogue.of(kind)[id]))
        title = change.known.title if change else id
        return (label, Piece(excerpt(printable(title), LONGEST)))

    def named(self, kind: str, ids: Iterable[str]) -> Phrase:
        """Records of a kind by their names, one after another; those that are no more by their ids."""
        records = self.phrases.catalogue.of(kind)
        pieces = [self.phrases.named(kind, id) if id in records else Piece(printable(id)) for id in ids]
        return tuple(part for piece in pieces for part in (Piece("; "), piece))[1:]


def turn(edit: RecordEdit) -> tuple[int, RecordKey]:
    """Where an edit stands among those of its commit: first what is gone, then what is new, then changes."""
    return (0 if not edit.after else 1 if not edit.before else 2), edit.key


def rows_of(change: RecordChange, words: ValueWords) -> list[ToldChange]:
    """The changes of the fields of a record, the most severe first; nothing of one that is new or gone."""
    if not (change.before and change.after):
        return []
    order = {concern: at for at, concern in enumerate(Concern)}
    told = [(order[concern], row) for concern, row in of_record(change, words)]
    return [row for at, row in sorted(told, key=lambda pair: pair[0]) if at != order[Concern.LAYOUT]]


def adjusting(change: RecordChange) -> tuple[str, ...]:
    """The documents by which a record says that it was adjusted, as far as it says so anew."""
    new = (each.difference for each in change.changes if each.difference.keys[0] == "adjustments")
    held = (each.after for each in new if isinstance(each.after, Mapping))
    return tuple(document for each in held if isinstance(document := each.get("document"), str))


def day_of(commit: RecordedCommit) -> Piece:
    """The day of a commit."""
    return Piece(day(commit.day), datetime=commit.day)


def sort_of(commit: RecordedCommit, documents: Iterable[str]) -> str:
    """Whether a commit follows a document, mends a mistake of the catalogue's own, or neither."""
    if commit.correction:
        return "Đính chính"
    return "Điều chỉnh" if any(documents) else "Cập nhật"


def sort_of_edit(edit: RecordEdit) -> str:
    """What was done to a record as a whole, in a word; empty where it was changed."""
    return "Mục bị bỏ" if not edit.after else "Mục mới" if not edit.before else ""


def latest(commit: RecordedCommit) -> Phrase:
    """A commit in a line: its day, and why it was made or, where nobody says, how much it did."""
    said = in_vietnamese(commit.reason, BRIEF) or excerpt(counted(commit.edits), BRIEF)
    return (day_of(commit), Piece(f": {said}"))


def in_vietnamese(written: str, limit: int) -> str:
    """What was written of a commit; nothing where that is not in Vietnamese, which tells readers nothing."""
    return excerpt(printable(written), limit) if is_vietnamese(written) else ""


def counted(edits: Sequence[RecordEdit]) -> str:
    """How many records were changed, by what was done and by kind: «2 bản ghi mới: 1 chương trình, …»."""
    sorts: dict[str, Counter[str]] = {}
    for edit in edits:
        sorts.setdefault(sort_of_edit(edit) or "Mục được sửa", Counter())[edit.key[0]] += 1
    return "; ".join(
        f"{number(sum(kinds.values()))} {in_sentence(sort)} ({', '.join(of_kinds(kinds))})"
        for sort, kinds in sorts.items()
    )


def of_kinds(counts: Mapping[str, int]) -> Iterator[str]:
    """How many records of each kind, in the order of the kinds."""
    for kind in KINDS.values():
        if counts.get(kind.code):
            yield f"{number(counts[kind.code])} {kind.label.lower()}"


def known_since(history: History) -> Phrase:
    """Since when a history is known and, where some of it is missing, why."""
    if not history.commits:
        return plain(f"Chưa đọc được lịch sử của dữ liệu: {doubt_of(history)}.")
    why = f" Những lần trước đó không rõ: {history.doubt}." if history.doubt else ""
    return (Piece("Ghi các lần thay đổi từ "), day_of(history.commits[-1]), Piece(f".{why}"))


def doubt_of(history: History) -> str:
    """Why some of a history or all of it is missing; of one that nobody asked for, that this is so."""
    unasked = "" if history.commits else "bản này được tạo mà không hỏi git"
    return history.doubt or unasked
