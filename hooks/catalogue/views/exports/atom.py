"""Feeds of what is new and changed (RFC 4287): of everything, of each body, learner group and plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from typing import NamedTuple

from catalogue.changes.concerning import CONCERNED
from catalogue.changes.recorded import RecordEdit
from catalogue.language.vietnamese import day
from catalogue.model.record import Record
from catalogue.page import ROOT, Download, File, Output
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import FEED, MEDIA_TYPES, beside
from catalogue.views.words.feeds import (
    GUIDE,
    NEWEST,
    SECTION,
    FeedItem,
    FeedSubject,
    FeedWords,
    id_of_feed,
    items_of,
)
from catalogue.views.words.history import CommitShare

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = MEDIA_TYPES["atom"]
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, however it is written; a message of a commit may."""
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
END = b"</feed>"


class Feed(NamedTuple):
    """A feed: whose it is (a record's, or everybody's), the page that it belongs to, what it tells of."""

    record: Record | None
    page: str
    shares: Sequence[CommitShare]

    @property
    def total(self) -> int:
        """How many items it has."""
        return min(sum(items_of(edits) for _, edits in self.shares), NEWEST)


class FeedEntries:
    """The items of feeds as XML. One stands in several feeds, and is made once."""

    def __init__(self, context: Context) -> None:
        self.words, self.place = FeedWords(context), context.publication.address
        self._made: dict[tuple[str, RecordEdit | None], bytes] = {}
        """By the name of the commit: to hash all that a commit did takes longer than to tell one item."""

    def of(self, told: FeedSubject) -> bytes:
        """An item."""
        known = told.commit.name, told.edit
        made = self._made.get(known)
        if made is None:
            made = self._made[known] = "".join(entry(self.words.item(told), self.place)).encode()
        return made


def feed_files(context: Context) -> Iterator[Output]:
    """The feeds; none where nothing is known of the history, since none of them could say when it changed."""
    if not context.history.commits:
        return
    entries = FeedEntries(context)
    everything = [(commit, commit.edits) for commit in context.history.commits]
    yield feed_output(context, entries, Feed(None, f"{SECTION}/", entries.words.newest(everything)))
    for record in context.catalogue:
        if record.kind in CONCERNED and not record.is_draft:
            shares = entries.words.newest(context.concerning.get((record.kind, record.id), ()))
            yield feed_output(context, entries, Feed(record, context.catalogue.address(record), shares))


def feed_output(context: Context, entries: FeedEntries, feed: Feed) -> Output:
    """A feed as an output, not yet made."""
    title = "Thay đổi liên quan" if feed.record else "Thay đổi của cả danh mục"
    download = Download(title, FEED, feed.page, feed.total, "tin", GUIDE)
    return Output(beside(feed.page, "atom"), partial(feed_file, context, entries, feed), download=download)


def feed_file(context: Context, entries: FeedEntries, feed: Feed) -> File:
    """A feed with its newest items."""
    head = "".join(head_of_feed(context, feed)).encode()
    content = b"\n".join((head, *map(entries.of, entries.words.subjects(feed.shares)), END)) + b"\n"
    return File(beside(feed.page, "atom"), content, MEDIA_TYPE)


def head_of_feed(context: Context, feed: Feed) -> Iterator[str]:
    """The beginning of a feed, with all that it says of itself.

    Where nobody knows where the site stands, its links begin at the root that the feed's own place leads to.
    """
    settings, place = context.catalogue.settings, context.publication.address
    address = beside(feed.page, "atom")
    base = "" if place else f' xml:base="{"../" * address.count("/")}"'
    name = context.catalogue.name(feed.record) if feed.record else settings.name
    newest = feed.shares[0][0] if feed.shares else context.history.commits[-1]
    yield f"<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns=\"{ATOM}\" xml:lang=\"vi\"{base}>"
    yield element("id", id_of_feed(settings, context.history, feed.record))
    yield element("title", f"Thay đổi: {name}")
    yield element("subtitle", subtitle(context, feed))
    yield element("updated", newest.moment)
    yield f"<author>{element('name', settings.name)}</author>"
    yield element("rights", f"{settings.licence} {settings.licence_place}".strip())
    yield link("self", MEDIA_TYPE, place + address)
    yield link("alternate", "text/html", place + page_of_all(feed))


def page_of_all(feed: Feed) -> str:
    """The page that has all of the changes that a feed has the newest of."""
    return f"{SECTION}/{feed.page}" if feed.record and feed.shares else f"{SECTION}/"


def subtitle(context: Context, feed: Feed) -> str:
    """What a reader has to know: whose site it is, how much there is, what the times are, of which state."""
    publication, settings = context.publication, context.catalogue.settings
    state = f" Bản dữ liệu {publication.revision}" if publication.revision else ""
    since = f" ngày {day(publication.revised)}" if publication.revised else ""
    return (
        f"{settings.notice}. Tối đa {NEWEST} tin mới nhất; tất cả ở trang «Thay đổi». Giờ của mỗi tin là lúc "
        "danh mục được cập nhật, không phải lúc sự việc xảy ra; mục chưa xác minh không có ở đây."
        f"{state}{since}"
    )


def entry(item: FeedItem, place: str) -> Iterator[str]:
    """An item; its links begin at the site's address."""
    yield "<entry>"
    yield element("id", item.id)
    yield element("title", item.title)
    yield element("updated", item.moment)
    yield link("alternate", "text/html", place + item.page)
    yield element("content", item.words.replace(ROOT, place), ' type="html"')
    yield "</entry>"


def element(name: str, text: str, told: str = "") -> str:
    """An element with a text, without characters that XML cannot hold; `told` are its attributes."""
    return f"<{name}{told}>{escape(NOT_XML.sub(REPLACEMENT, text), quote=False)}</{name}>"


def link(relation: str, media_type: str, address: str) -> str:
    """A link from a feed or an item."""
    return f'<link rel="{relation}" type="{media_type}" href="{escape(address)}" />'
