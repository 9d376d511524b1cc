"""«Theo dõi thay đổi»: how one is told of what is new and changed, and what the feeds say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from catalogue.page import LedContent, Output, Page, Phrase, page
from catalogue.views.words.context import Context
from catalogue.views.words.feeds import GUIDE, NEWEST, SECTION, feeds_named
from catalogue.views.words.history import MOST, known_since
from catalogue.views.words.trails import trail_below

TITLE = "Theo dõi thay đổi"
LEAD = "Được báo khi dữ liệu của danh mục thay đổi, không cần tài khoản, không phải để lại thư điện tử."


@dataclass(frozen=True)
class FollowingContent(LedContent):
    """What fills the template: the feed of everything, none where there is no history; what feeds hold.

    `place` is that feed's whole address; empty where nobody knows where the site stands.
    """

    template = "following"
    since: Phrase
    feed: Phrase
    place: str
    newest: int
    apart: int


def following_page(context: Context) -> Iterator[Output]:
    """The page that every feed is explained on."""
    yield Output(GUIDE.address, partial(following, context), indexed=True)


def following(context: Context) -> Page:
    offers = context.downloads.get(f"{SECTION}/", ())
    place = context.publication.address
    content = FollowingContent(
        TITLE,
        trail_below(SECTION),
        LEAD,
        known_since(context.history),
        feeds_named(context, f"{SECTION}/"),
        place + offers[0].address if place and offers else "",
        NEWEST,
        MOST,
    )
    return page(GUIDE.address, TITLE, LEAD, SECTION, content)
