"""What commits did to the records, in words: when, why, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, islice
from typing import TypeAlias

from markupsafe import Markup

from catalogue.changes.concerns import Concern
from catalogue.changes.history import History
from catalogue.changes.recorded import RecordedCommit, RecordEdit
from catalogue.language.syllables import is_vietnamese
from catalogue.language.vietnamese import day, number
from catalogue.model.kinds import KINDS
from catalogue.page import Phrase, Piece, TemplateContent
from catalogue.parallel import Preparing
from catalogue.problems.problem import excerpt, printable
from catalogue.views.words.edits import EditRank, EditWords, PlainEdit, ToldEdit, rank_as, sort_of_edit
from catalogue.views.words.phrases import Phrases, in_sentence, plain

RECORDS, MOST = 4, 20
"""The records of a commit that stand open, and those that are told, besides all that may not be folded."""
PART = 256
"""Edits that one process tells at a time."""
LONGEST, BRIEF = 240, 90
"""How many characters of a reason are shown, and where there is room for a line."""
CORRECTIONS = 1_000
"""How many characters of what a commit mends are shown. Whoever writes that line writes for readers."""

UNKNOWN = (
    "Trang này không có ghi chép về các lần thay đổi của dữ liệu, "
    "nên không biết trước đây dữ liệu có khác hay không."
)
EARLIER = ". Trước ngày đó trang không có ghi chép; dữ liệu khi ấy có thể khác."

CommitShare: TypeAlias = tuple[RecordedCommit, Sequence[RecordEdit]]
"""A commit with those of its edits that are shown."""


@dataclass(frozen=True)
class CommitContent(TemplateContent):
    """A commit: its day, what sort of change it is, why it was made, the documents that it follows.

    `correction` says what mistake of the catalogue's own it mended. Of many records those that may not be
    folded stand open, and the first, others folded, of which so many as `wordings` only say the same
    otherwise; `rest` tells of those that are only counted.
    """

    template = "commit"
    day: Piece
    sort: str
    reason: str
    correction: str
    documents: Phrase
    total: str
    open: Sequence[ToldEdit]
    folded: Sequence[ToldEdit]
    wordings: int
    rest: str


@dataclass(frozen=True)
class WordingsContent(TemplateContent):
    """Commits one after another that only word records otherwise: how many, of how many, of which days."""

    template = "wordings"
    count: int
    records: int
    days: Phrase
    commits: Sequence[Markup]


class HistoryWords:
    """A history in words. `unsaid` are keys of the data of which nothing is told."""

    def __init__(self, phrases: Phrases, history: History, unsaid: frozenset[str] = frozenset()) -> None:
        self.phrases, self.history = phrases, history
        self.edits = EditWords(phrases, history, unsaid)
        self._alone: dict[RecordEdit, Markup] = {}
        """Commits that are shown with one of their edits: so they stand wherever they concern somebody."""

    def entries(self, shares: Iterable[CommitShare], *, is_own: bool = False) -> Iterator[Markup]:
        """Commits as HTML; those between two others that only word records otherwise in one fold.

        `is_own` says that they are shown to a record of which each has the one edit: all of it is told there.
        """
        for is_wording, run in groupby(shares, lambda share: self.is_wording(*share)):
            those = list(run)
            told = [self.own(*share) if is_own else self.html(*share) for share in those]
            yield from [wordings(those, told)] if is_wording else told

    def newest(self, most: int) -> list[Phrase]:
        """The newest commits, in a line each: those that do more than word records otherwise, if any does."""
        commits = self.history.commits
        telling = (commit for commit in commits if not self.is_wording(commit, commit.edits))
        return [latest(commit) for commit in [*islice(telling, most)] or commits[:most]]

    def is_wording(self, commit: RecordedCommit, edits: Iterable[RecordEdit]) -> bool:
        """Whether some edits of a commit only word records otherwise, and mend no mistake that it names."""
        return not commit.correction and all(map(self.words_otherwise, edits))

    def words_otherwise(self, edit: RecordEdit) -> bool:
        """Whether an edit only words a record otherwise."""
        return edit.is_change and self.edits.of(edit).is_wording

    def html(self, commit: RecordedCommit, edits: Sequence[RecordEdit]) -> Markup:
        """A commit as HTML, with some of its edits."""
        if len(edits) > 1:
            return self.commit(commit, edits).html()
        made = self._alone.get(edits[0])
        if made is None:
            made = self._alone[edits[0]] = self.commit(commit, edits).html()
        return made

    def own(self, commit: RecordedCommit, edits: Sequence[RecordEdit]) -> Markup:
        """A commit as HTML with one of its edits, of which all is told."""
        told = self.edits.of(edits[0])
        if not told.whole:
            return self.html(commit, edits)
        return replace(self.commit(commit, edits), open=[told._replace(shown=told.whole)]).html()

    def all(self) -> Preparing:
        """Every change of a record, told: who is about to make all pages needs most.

        Of a record that came or went there is little to tell, and not all of it is shown.
        """
        changes = [
            (commit, edit) for commit in self.history.commits for edit in commit.edits if edit.is_change
        ]

        def work(part: int) -> list[tuple[PlainEdit, str]]:
            share = changes[part * PART : (part + 1) * PART]
            return [(self.edits.of(edit).plain, str(self.html(commit, [edit]))) for commit, edit in share]

        def keep(made: list[list[tuple[PlainEdit, str]]]) -> None:
            words = (each for part in made for each in part)
            for (_, edit), (told, alone) in zip(changes, words, strict=True):
                self.edits.keep(edit, told)
                self._alone[edit] = Markup(alone)  # noqa: S704 - a template made it

        return Preparing(-(-len(changes) // PART), work, keep)

    def commit(self, commit: RecordedCommit, edits: Sequence[RecordEdit]) -> CommitContent:
        """A commit with some of its edits."""
        shown = self.told_of(self.in_order(edits))
        told = [self.edits.of(edit) for edit in shown]
        first = sum(not each.is_wording for each in told[:RECORDS]) or RECORDS
        folded = [each for each in told[first:] if not each.stays_open]
        documents = {id for each in told for id in each.documents}
        return CommitContent(
            day_of(commit),
            sort_of(commit, documents),
            in_vietnamese(commit.reason, LONGEST),
            excerpt(printable(commit.correction), CORRECTIONS),
            self.named("document", sorted(documents)),
            counted(edits),
            [each for at, each in enumerate(told) if at < first or each.stays_open],
            folded,
            sum(each.is_wording for each in folded),
            counted([*{*edits}.difference(shown)]),
        )

    def told_of(self, edits: Sequence[RecordEdit]) -> list[RecordEdit]:
        """Those edits of a commit that are told: all that may not be folded, and the first of the others."""
        others = [edit for edit in edits if edit.after]
        if len(others) > MOST:
            others = [edit for edit in others if not self.stays_open(edit)]
        left = {*others[MOST:]}
        return [edit for edit in edits if edit not in left]

    def stays_open(self, edit: RecordEdit) -> bool:
        """Whether an edit may not be folded. A new record, of which nothing is held against anything, may."""
        return not edit.after or (bool(edit.before or edit.last) and self.edits.of(edit).stays_open)

    def in_order(self, edits: Iterable[RecordEdit]) -> list[RecordEdit]:
        """Edits of a commit, the most severe first, so that none is left out for a lesser one.

        What only words a record otherwise stands behind all else.
        """
        return sorted(edits, key=lambda edit: (self.words_otherwise(edit), self.rank(edit), edit.key))

    def rank(self, edit: RecordEdit) -> EditRank:
        """How severe an edit is. Of a record that is new or went that is known without what it held."""
        if edit.is_change or edit.last:
            return self.edits.of(edit).rank
        return rank_as(Concern.RECORD_ADDED if edit.after else Concern.RECORD_REMOVED)

    def named(self, kind: str, ids: Iterable[str]) -> Phrase:
        """Records of a kind by their names, one after another; those that are no more by their ids."""
        records = self.phrases.catalogue.of(kind)
        pieces = [self.phrases.named(kind, id) if id in records else Piece(printable(id)) for id in ids]
        return tuple(part for piece in pieces for part in (Piece("; "), piece))[1:]


def wordings(shares: Sequence[CommitShare], told: Sequence[Markup]) -> Markup:
    """Commits that only word records otherwise, the newest first, in one fold."""
    records = {edit.key for _, edits in shares for edit in edits}
    last, first = (day_of(shares[at][0]) for at in (0, -1))
    days = (first,) if first == last else (Piece("từ "), first, Piece(" đến "), last)
    return WordingsContent(len(told), len(records), days, told).html()


def day_of(commit: RecordedCommit) -> Piece:
    """The day of a commit."""
    return Piece(day(commit.day), datetime=commit.day)


def sort_of(commit: RecordedCommit, documents: Iterable[str]) -> str:
    """Whether a commit follows a document, mends a mistake of the catalogue's own, or neither."""
    if commit.correction:
        return "Đính chính"
    return "Điều chỉnh" if any(documents) else "Cập nhật"


def latest(commit: RecordedCommit) -> Phrase:
    """A commit in a line: its day, why it was made, else what it mended, else how much it did."""
    mended = f"Đính chính: {printable(commit.correction)}" if commit.correction else ""
    said = in_vietnamese(commit.reason, BRIEF) or excerpt(mended or counted(commit.edits), BRIEF)
    return (day_of(commit), Piece(f": {said}"))


@lru_cache
def in_vietnamese(written: str, limit: int) -> str:
    """What was written of a commit; nothing where that is not in Vietnamese, which tells readers nothing."""
    return excerpt(printable(written), limit) if is_vietnamese(written) else ""


def counted(edits: Sequence[RecordEdit]) -> str:
    """How many records went, came and were changed, by kind: «2 mục mới (1 chương trình, 1 đơn vị)»."""
    in_turn = sorted(edits, key=lambda edit: (bool(edit.after), bool(edit.before), bool(edit.last)))
    return in_numbers(tuple((sort_of_edit(edit) or "Mục được sửa", edit.key[0]) for edit in in_turn))


@lru_cache
def in_numbers(done: Sequence[tuple[str, str]]) -> str:
    """How often each was done to each kind of record. Most commits do one thing to one record."""
    sorts: dict[str, Counter[str]] = {}
    for sort, kind in done:
        sorts.setdefault(sort, Counter())[kind] += 1
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
    """Since when a history is known. Why not longer concerns who builds the site, and is told there."""
    if not history.commits:
        return plain(UNKNOWN)
    return (
        Piece("Ghi các lần thay đổi từ "),
        day_of(history.commits[-1]),
        Piece(EARLIER if history.doubt else "."),
    )
