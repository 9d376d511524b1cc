"""«Thay đổi»: what was done to the data, the newest first: all of it, and what concerns one record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from catalogue.changes.states import RecordKey
from catalogue.language.vietnamese import number
from catalogue.model.kinds import KINDS
from catalogue.model.record import Record
from catalogue.model.sections import SECTIONS
from catalogue.page import ROOT, LedContent, Output, Page, Phrase, Piece, TemplateContent, page
from catalogue.views.words.context import Context
from catalogue.views.words.feeds import feeds_named
from catalogue.views.words.history import CommitShare, known_since
from catalogue.views.words.lists import numbered, pages_between
from catalogue.views.words.phrases import joined
from catalogue.views.words.trails import HOME, section_link

SECTION = "thay-doi"
TITLE = SECTIONS[SECTION].title
LEAD = (
    "Mỗi lần dữ liệu của danh mục thay đổi: ngày nào, mục nào, từ gì thành gì, và vì sao, nếu lần đó có ghi."
)
RECORDS = 40
"""Records that a page tells of: two hundred kilobytes at most."""
NEWEST = 20
"""The commits that the page of a record or of a body shows."""


@dataclass(frozen=True)
class CommitsContent(TemplateContent):
    """What fills the template of a list of commits."""

    template = "commits"
    commits: Sequence[Markup]


@dataclass(frozen=True)
class HistoryContent(LedContent):
    """What fills the template of a page of commits: since when they are known, the other pages."""

    template = "history"
    since: Phrase
    commits: Markup
    pager: list[Piece | None]
    about: Phrase


class OwnHistory(NamedTuple):
    """What the page of a record shows of its history: how many times it changed, the newest of them.

    `more` leads to what concerns a body, a group or a plan.
    """

    total: int
    commits: Markup
    left: int
    more: Phrase


def history_pages(context: Context) -> Iterator[Output]:
    """The pages of all commits, and one for each record that any concerns."""
    parts = parted(context, [(commit, commit.edits) for commit in context.history.commits])
    for at in range(1, len(parts) + 1):
        draw = partial(history_page, context, parts, at)
        yield Output(numbered(f"{SECTION}/", at), draw, indexed=at == 1, lasts=at == 1)
    for key in context.concerning:
        record = context.catalogue.of(key[0]).get(key[1])
        if record:
            draw = partial(concerning_page, context, record)
            yield Output(address_of(record), draw, indexed=not record.is_draft)


def address_of(record: Record) -> str:
    """Where the changes stand that concern a body, a group or a plan."""
    return f"{SECTION}/{KINDS[record.kind].section}/{record.id}/"


def parted(context: Context, shares: Sequence[CommitShare]) -> list[list[CommitShare]]:
    """Commits shared out among pages by how many records each tells of; at least one page."""
    parts: list[list[CommitShare]] = [[]]
    told = 0
    for commit, edits in shares:
        weight = len(context.told_history.told_of(edits))
        if parts[-1] and told + weight > RECORDS:
            parts.append([])
            told = 0
        parts[-1].append((commit, edits))
        told += weight
    return parts


def commits(context: Context, shares: Sequence[CommitShare], *, is_own: bool = False) -> Markup:
    """Some commits as HTML; nothing where there is none."""
    told = list(context.told_history.entries(shares, is_own=is_own))
    return CommitsContent(told).html() if told else Markup()


def history_page(context: Context, parts: Sequence[Sequence[CommitShare]], at: int) -> Page:
    """One page of all commits."""
    title = TITLE if at == 1 else f"{TITLE}, trang {at}"
    content = HistoryContent(
        title,
        [HOME] if at == 1 else [HOME, section_link(SECTION)],
        LEAD,
        known_since(context.history),
        commits(context, parts[at - 1]),
        list(pages_between(f"{SECTION}/", at, len(parts))),
        (),
    )
    return page(numbered(f"{SECTION}/", at), title, LEAD, SECTION, content, indexed=at == 1)


def concerning_page(context: Context, record: Record) -> Page:
    """What concerns a body, a group or a plan: the newest commits, each with those of its changes that do."""
    shares = context.concerning[record.kind, record.id]
    shown = parted(context, shares)[0]
    name = context.catalogue.name(record)
    title = f"{TITLE} liên quan: {name}"
    left = (
        f" {number(len(shown))} lần mới nhất trong {number(len(shares))} lần."
        if len(shown) < len(shares)
        else ""
    )
    lead = f"Những lần dữ liệu của {name} hoặc của chương trình, kế hoạch có tên {name} thay đổi.{left}"
    content = HistoryContent(
        title,
        [HOME, section_link(SECTION)],
        lead,
        known_since(context.history),
        commits(context, shown),
        [],
        whose(context, record),
    )
    return page(address_of(record), title, lead, SECTION, content, indexed=not record.is_draft)


def whose(context: Context, record: Record) -> Phrase:
    """The links to a record and, where it has one, to the feed of what concerns it."""
    feed = feeds_named(context, context.catalogue.address(record))
    return joined([(context.phrases.link(record),), *([feed] if feed else [])], " · ")


def own_history(context: Context, record: Record) -> OwnHistory | None:
    """The history of a record; None where nothing is known of it."""
    key: RecordKey = (record.kind, record.id)
    found = context.history.by_record.get(key, ())
    if not found:
        return None
    shown = [(commit, [edit]) for commit, edit in found[:NEWEST]]
    more = Piece("Mọi thay đổi liên quan", ROOT + address_of(record))
    return OwnHistory(
        len(found),
        commits(context, shown, is_own=True),
        len(found) - len(shown),
        (more,) if key in context.concerning else (),
    )
