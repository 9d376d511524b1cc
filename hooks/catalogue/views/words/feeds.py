"""Changes as the items of feeds: which of them, by ids that stay, in words."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from catalogue.changes.history import History, ids_of
from catalogue.changes.recorded import RecordedCommit, RecordEdit
from catalogue.changes.states import key_of
from catalogue.language.vocabulary import VerificationLevel
from catalogue.model.kinds import KINDS
from catalogue.model.record import Record
from catalogue.model.sections import SECTIONS
from catalogue.model.settings import SiteSettings
from catalogue.page import ROOT, Phrase, Piece, TemplateContent
from catalogue.problems.problem import excerpt
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import FEED
from catalogue.views.words.edits import FeedEditContent
from catalogue.views.words.history import MOST, CommitContent, CommitShare, HistoryWords

SECTION = SECTIONS["thay-doi"].path
GUIDE = Piece("cách theo dõi", f"{SECTION}/theo-doi/")
"""Where it is said how one follows changes, from the site's root."""
NEWEST = 50
"""The items of a feed."""
UNSAID = frozenset({"inferred_year", "inferred"})
"""What is inferred stands in no feed."""
TITLE_LIMIT = 200
"""How many characters the title of an item has."""


class FeedItem(NamedTuple):
    """An item: its id, its title, its moment (RFC 3339), the page that it is about, its words as HTML.

    The page's address begins at the site's root; the links in the words begin with `ROOT`.
    """

    id: str
    title: str
    moment: str
    page: str
    words: str


class FeedSubject(NamedTuple):
    """What an item tells of: one edit of a commit, or all that the commit did."""

    commit: RecordedCommit
    edit: RecordEdit | None


@dataclass(frozen=True)
class FeedItemContent(TemplateContent):
    """What fills the template of an item's words: a commit as far as the item tells of it."""

    template = "feed-item"
    commit: CommitContent
    edit: Markup | FeedEditContent
    others: list[Markup]


class FeedWords:
    """The changes of a history as items of feeds. What stands in several feeds is the same, with one id."""

    def __init__(self, context: Context) -> None:
        self.catalogue, self.history = context.catalogue, context.history
        self.told_history = context.told_history
        self.without_inferred = HistoryWords(context.phrases, context.history, UNSAID)
        self._drafts: dict[RecordEdit, bool] = {}

    def newest(self, shares: Iterable[CommitShare]) -> list[CommitShare]:
        """The newest commits that fill a feed, each with those of its edits that are confirmed.

        Which edit comes first hangs on the words of each, and is asked only where the feed is made.
        """
        found: list[CommitShare] = []
        items = 0
        for commit, edits in shares:
            if confirmed := self.confirmed(edits):
                found.append((commit, confirmed))
                items += items_of(confirmed)
            if items >= NEWEST:
                break
        return found

    def subjects(self, shares: Iterable[CommitShare]) -> list[FeedSubject]:
        """What the items of a feed tell of; of a commit the most severe first, but one for all of many."""
        found: list[FeedSubject] = []
        for commit, confirmed in shares:
            is_whole = items_of(confirmed) < len(confirmed)
            edits = [None] if is_whole else self.told_history.in_order(confirmed)
            found += (FeedSubject(commit, edit) for edit in edits)
        return found[:NEWEST]

    def confirmed(self, edits: Iterable[RecordEdit]) -> list[RecordEdit]:
        """The edits whose records are no drafts."""
        return [edit for edit in edits if not self.is_of_draft(edit)]

    def is_of_draft(self, edit: RecordEdit) -> bool:
        """Whether the record of an edit is a draft today, or was one when it went."""
        known = self._drafts.get(edit)
        if known is None:
            kind, id = edit.key
            record = self.catalogue.of(kind).get(id)
            known = self._drafts[edit] = record.is_draft if record else went_as_draft(self.history, edit)
        return known

    def item(self, told: FeedSubject) -> FeedItem:
        """An item in words."""
        return self.of_edit(told.commit, told.edit) if told.edit else self.whole(told.commit)

    def of_edit(self, commit: RecordedCommit, edit: RecordEdit) -> FeedItem:
        """What a commit did to a record."""
        is_inferred = any(b"inferred" in each for each in self.history.both_contents(edit))
        told_history = self.without_inferred if is_inferred else self.told_history
        told = told_history.edits.of(edit)
        record = self.catalogue.of(edit.key[0]).get(edit.key[1])
        return FeedItem(
            id_of_edit(self.catalogue.settings, commit, edit),
            excerpt(told.line, TITLE_LIMIT),
            commit.moment,
            self.catalogue.address(record) if record else f"{SECTION}/",
            FeedItemContent(told_history.commit(commit, [edit]), told.fed, []).html(),
        )

    def whole(self, commit: RecordedCommit) -> FeedItem:
        """What a commit did that changed many records."""
        words = self.told_history.commit(commit, self.confirmed(commit.edits))
        return FeedItem(
            minted(self.catalogue.settings, f"{SECTION}/{commit.name}"),
            excerpt(words.reason or words.total, TITLE_LIMIT),
            commit.moment,
            f"{SECTION}/",
            FeedItemContent(words, Markup(), [each.record for each in (*words.open, *words.folded)]).html(),
        )


def items_of(confirmed: Sequence[RecordEdit]) -> int:
    """How many items tell of the edits of a commit: one for all where these would fill the feed."""
    return len(confirmed) if len(confirmed) <= MOST else 1


def went_as_draft(history: History, edit: RecordEdit) -> bool:
    """Whether a record that is no more was a draft."""
    change = history.change(edit)
    verification = change.known.values.get("verification") if change else None
    return isinstance(verification, Mapping) and verification.get("level") == VerificationLevel.DRAFT


def minted(settings: SiteSettings, name: str) -> str:
    """An id that is never given to anything else and stays when the site moves: a tag (RFC 4151).

    Where no authority is stated it is made of the site's address, and stays as long as that does.
    """
    if settings.id_authority:
        return f"tag:{settings.id_authority}:{name}"
    return uuid.uuid5(uuid.NAMESPACE_URL, settings.address.rstrip("/") + "/" + name).urn


def id_of_edit(settings: SiteSettings, commit: RecordedCommit, edit: RecordEdit) -> str:
    """The id of what a commit did to a record, by the id that the record had then, whatever it has now."""
    kind, id = key_of(edit.path_after or edit.path_before)
    return minted(settings, f"{SECTION}/{commit.name}/{KINDS[kind].folder}/{id}")


def id_of_feed(settings: SiteSettings, history: History, record: Record | None) -> str:
    """The id of the feed of a record, or of all: the feed stays the same when the record has another id."""
    if record is None:
        return minted(settings, SECTION)
    return minted(settings, f"{SECTION}/{KINDS[record.kind].section}/{first_id(history, record)}")


def first_id(history: History, record: Record) -> str:
    """The id that a record had first, as far as the history goes back."""
    edits = history.by_record.get((record.kind, record.id), ())
    *_, first = ids_of((edit for _, edit in edits), record.id)
    return first


def feeds_named(context: Context, page: str) -> Phrase:
    """The links to the feeds of a page, for another page that shows the same."""
    offers = [each for each in context.downloads.get(page, ()) if each.download.form == FEED]
    return tuple(Piece(f"{each.download.title} ({FEED})", ROOT + each.address) for each in offers)
