"""What commits did to each record, in words: as pages show it and as feeds do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from markupsafe import Markup, escape

from catalogue.changes.compare import RecordChange
from catalogue.changes.concerns import Concern
from catalogue.changes.history import History
from catalogue.changes.recorded import RecordEdit
from catalogue.model.kinds import KINDS
from catalogue.page import Phrase, Piece, TemplateContent, phrase, text_of
from catalogue.problems.problem import excerpt, printable
from catalogue.views.words.changed_values import ValueWords
from catalogue.views.words.changes import of_record
from catalogue.views.words.phrases import Phrases, in_sentence
from catalogue.views.words.told import ToldChange

ROWS, MOST_ROWS = 6, 16
"""The changes of a record that stand open, and those that are told, where nothing must be."""
LONGEST = 240
"""How many characters are shown of the title of a record that is no more."""
NAMED = 3
"""How many changes a line names."""
UNREADABLE = "Không phân tích được: nội dung trước hoặc sau lần này không đọc được."
REWRITTEN = "Chỉ đổi cách viết hoặc chỗ để tệp, nội dung như cũ."

SEVERITY = {concern: at for at, concern in enumerate(Concern)}

OF_WHOLE = {SEVERITY[Concern.LAYOUT], SEVERITY[Concern.RECORD_ADDED]}
"""What is said of an edit itself, and is no change of a field."""

EditRank: TypeAlias = tuple[int, bool, float]
"""How severe an edit is: what it is about, then whether it is no error, then how little it moves."""
PlainEdit: TypeAlias = tuple[str, str, str, str, str, tuple[str, ...], bool, bool, EditRank]


@dataclass(frozen=True)
class EditContent(TemplateContent):
    """What fills the template of what a commit did to a record.

    `sort` says it in a word. Of the changes of fields some stand open, others folded behind, and `left` of
    them are not told. `remark` is said instead where there is no change of a field to tell.
    """

    template = "edit"
    record: Phrase
    sort: str
    open: Sequence[ToldChange]
    folded: Sequence[ToldChange]
    left: int
    remark: str


class FeedEditContent(EditContent):
    """The same for readers of feeds; made only where it is put into an item."""

    template = "feed-edit"

    def __html__(self) -> Markup:
        return self.html()


class ToldEdit(NamedTuple):
    """An edit in words: the record's name, the edit on a page and in a feed as HTML, in a line without.

    `whole` has all changes where `shown` leaves some out; elsewhere it is empty. `documents` are those by
    which it adjusts the record. `is_wording` says that it only words it otherwise, `stays_open` that
    it may not be folded: the record is no more, or a change of it may not be. `rank` is how severe the most
    severe of its changes is: the smaller, the more.
    """

    record: Markup
    shown: Markup
    whole: Markup
    fed: Markup | FeedEditContent
    line: str
    documents: tuple[str, ...]
    is_wording: bool
    stays_open: bool
    rank: EditRank

    @property
    def plain(self) -> PlainEdit:
        """The same as plain values, which one process can give to another."""
        told = str(self.record), str(self.shown), str(self.whole), str(escape(self.fed))
        return *told, self.line, self.documents, self.is_wording, self.stays_open, self.rank

    @classmethod
    def from_plain(cls, values: PlainEdit) -> ToldEdit:
        """The edit that plain values tell."""
        record, shown, whole, fed, line, documents, is_wording, stays_open, rank = values
        made = Markup(record), Markup(shown), Markup(whole), Markup(fed)  # noqa: S704 - templates made them
        return cls(*made, line, documents, is_wording, stays_open, rank)


class EditWords:
    """Edits in words, each made once: it stands on several pages and in several feeds.

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

    def of(self, edit: RecordEdit) -> ToldEdit:
        """An edit in words."""
        made = self._made.get(edit)
        if made is None:
            made = self._made[edit] = self.told(edit)
        return made

    def keep(self, edit: RecordEdit, values: PlainEdit) -> None:
        """Keep an edit as another process told it."""
        self._made[edit] = ToldEdit.from_plain(values)

    def told(self, edit: RecordEdit) -> ToldEdit:
        """An edit in words, made anew."""
        change = self.history.change(edit)
        rows = [] if change is None else rows_of(change, self.values)
        said = [row for row in rows if row.key not in self.unsaid]
        opened, folded = parted(said)
        room = max(MOST_ROWS - len(opened), 0)
        left = len(folded[room:])
        whole = not edit.is_change
        remark = UNREADABLE if change is None else "" if rows or whole else REWRITTEN
        record, sort = self.record(edit, change), sort_of_edit(edit)
        fields = (record, sort, opened, folded[:room], left, remark)
        return ToldEdit(
            phrase(record),
            EditContent(*fields).html(),
            EditContent(record, sort, opened, folded, 0, remark).html() if left else Markup(),
            FeedEditContent(*fields),
            in_a_line(record, sort, said),
            adjusting(change) if change else (),
            not whole and change is not None and is_wording(change),
            not edit.after or any(row.stays_open for row in said),
            rank_of(change),
        )

    def record(self, edit: RecordEdit, change: RecordChange | None) -> Phrase:
        """A record by its name: with a link where it still is."""
        kind, id = edit.key
        label = Piece(f"{KINDS[kind].label}: ")
        if id in self.phrases.catalogue.of(kind):
            return (label, self.phrases.link(self.phrases.catalogue.of(kind)[id]))
        title = change.known.title if change else id
        return (label, Piece(excerpt(printable(title), LONGEST)))


def parted(rows: Sequence[ToldChange]) -> tuple[Sequence[ToldChange], Sequence[ToldChange]]:
    """The changes of a record that stand open, the first and all that may not be folded, and the others."""
    opened = [row for at, row in enumerate(rows) if at < ROWS or row.stays_open]
    return opened, [row for row in rows[ROWS:] if not row.stays_open]


def in_a_line(record: Phrase, sort: str, rows: Sequence[ToldChange]) -> str:
    """What an edit did, in a line: «Chương trình: Lớp đất đai (sửa: Số tiết)»."""
    places = [*dict.fromkeys(row.what for row in rows)]
    named = places[:NAMED] + (["…"] if places[NAMED:] else [])
    done = in_sentence(sort) or ": ".join(("sửa", *(["; ".join(named)] if named else [])))
    return f"{text_of(record)} ({done})"


def rows_of(change: RecordChange, words: ValueWords) -> list[ToldChange]:
    """The changes of the fields of a record, the most severe first; nothing of one that is new or gone."""
    if not (change.changes or change.is_renamed):
        return []
    told = [(SEVERITY[concern], row) for concern, row in of_record(change, words)]
    return [row for at, row in sorted(told, key=lambda pair: pair[0]) if at not in OF_WHOLE]


def rank_of(change: RecordChange | None) -> EditRank:
    """How severe the most severe change of a record is; of one that cannot be read nobody knows."""
    if change is None:
        return rank_as(Concern.UNKNOWN)
    ranks = [(SEVERITY[each.concern], not each.is_error, -each.weight) for each in change.changes]
    whole = (
        Concern.RENAMED if change.is_renamed else Concern.LAYOUT if change.before else Concern.RECORD_ADDED
    )
    return min([*ranks, rank_as(whole)])


def rank_as(concern: Concern) -> EditRank:
    """How severe a change of a whole record is."""
    return SEVERITY[concern], True, 0


def is_wording(change: RecordChange) -> bool:
    """Whether a record that was there before and after only says the same otherwise."""
    return not change.is_renamed and all(each.is_wording for each in change.changes)


def adjusting(change: RecordChange) -> tuple[str, ...]:
    """The documents by which a record says that it was adjusted, as far as it says so anew.

    They are those of new adjustments, and those of adjustments that named none until then.
    """
    new = (each.difference for each in change.changes if each.difference.keys[0] == "adjustments")
    named = (document_of(each.after, each.keys) for each in new if each.before is None)
    return tuple(document for document in named if isinstance(document, str))


def document_of(value: object, keys: Sequence[str]) -> object:
    """The document that an adjustment names, or that stands alone at the end of a way to it."""
    return value.get("document") if isinstance(value, Mapping) else value if keys[-1] == "document" else None


def sort_of_edit(edit: RecordEdit) -> str:
    """What was done to a record as a whole, in a word; empty where it was changed."""
    if edit.last:
        return "Mục được đưa trở lại"
    return "Mục bị bỏ" if not edit.after else "Mục mới" if not edit.before else ""
