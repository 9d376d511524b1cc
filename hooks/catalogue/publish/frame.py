"""The frame around a page: rendered once, cut at its slots, then filled for every page by joining."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from catalogue.model.settings import SiteSettings
from catalogue.page import Page, Publication, TemplateContent
from catalogue.views.words.downloads import FEED, Offer
from catalogue.views.words.trails import breadcrumbs

NAMES = ("title", "description", "address", "root", "current", "head", "body", "files", "edit")
SLOTS: Mapping[str, str] = {name: f"\x02{name}\x03" for name in NAMES}
"""What a frame is rendered with where a value comes later.

Nobody can type the control characters around a name: the guard keeps them out of the data.
"""

SLOT = re.compile("\x02([a-z]+)\x03")


@dataclass(frozen=True)
class PlainFrameContent(TemplateContent):
    """What fills the template of the frame that needs no MkDocs."""

    template = "plain"
    slot: Mapping[str, str]
    settings: SiteSettings


@dataclass(frozen=True)
class Frame:
    """The texts between the slots of a frame, and in every second place the name of a slot."""

    pieces: tuple[str, ...]

    @classmethod
    def parse(cls, html: str) -> Frame:
        """The frame in a page that was rendered with `SLOTS` for values."""
        return cls(tuple(SLOT.split(html)))

    def fill(self, page: Page, publication: Publication, offers: Sequence[Offer] = ()) -> str:
        """The whole page, with the files that it offers.

        What has been put in is never searched: a value comes out as it is.
        """
        values = values_of(page, publication) | {"files": files_line(page, offers)}
        values["head"] += feed_links(page, offers)
        pieces = list(self.pieces)
        pieces[1::2] = [values[name] for name in pieces[1::2]]
        return "".join(pieces)


def plain_frame(settings: SiteSettings) -> Frame:
    """The frame that needs no MkDocs."""
    return Frame.parse(PlainFrameContent(SLOTS, settings).html())


def values_of(page: Page, publication: Publication, root: str | None = None) -> dict[str, str]:
    """What goes into each slot, escaped for text and for attributes alike.

    `root` is the way to the site's root, without a slash at its end; it must be given for a page that answers
    elsewhere than at its own address.
    """
    return {
        "title": escape(page.title),
        "description": escape(page.description),
        "address": escape(publication.address + page.address),
        "root": way_to_root(page.address) if root is None else escape(root),
        "current": "page" if page.address.count("/") < 2 else "true",
        "head": head_of(page, publication.address),
        "body": page.body,
        "files": "",
        "edit": editing_line(page, publication),
    }


def way_to_root(address: str) -> str:
    """The relative way from a page to the site's root: `.`, `..` or `../..`."""
    return "/".join([".."] * address.count("/")) or "."


def head_of(page: Page, place: str) -> str:
    """What only some pages have in their head: a word to search engines, and the data for machines."""
    robots = "" if page.indexed else '<meta name="robots" content="noindex">'
    told = filter(None, (page.json_ld, breadcrumbs(page, place)))
    return robots + "".join(f'<script type="application/ld+json">{each}</script>' for each in told)


def feed_links(page: Page, offers: Sequence[Offer]) -> str:
    """The feeds of what a page shows, for the programs that look for them in its head."""
    root = way_to_root(page.address)
    return "".join(
        f'<link rel="alternate" type="application/atom+xml" title="{escape(offer.download.title)}" '
        f'href="{root}/{escape(offer.address)}">'
        for offer in offers
        if offer.download.form == FEED
    )


def files_line(page: Page, offers: Sequence[Offer]) -> str:
    """The line at the foot of a page that names the files of what it shows."""
    root = way_to_root(page.address)
    links = [file_link(root, offer) for offer in offers]
    return f'<p class="files">Tải về: {" · ".join(links)}</p>' if links else ""


def file_link(root: str, offer: Offer) -> str:
    """The link to a file and, where its use needs saying, to the page that says it."""
    download, guide = offer.download, offer.download.guide
    link = f'<a href="{root}/{escape(offer.address)}">{escape(download.title)} ({escape(download.form)})</a>'
    return f'{link}, <a href="{root}/{escape(guide.address)}">{escape(guide.text)}</a>' if guide else link


def editing_line(page: Page, publication: Publication) -> str:
    """The line for editors at the foot of a page that comes from a file of the repository."""
    if not (page.edit_path and publication.editing):
        return ""
    address = escape(publication.editing + quote(page.edit_path))
    link = f'<a href="{address}" rel="external">sửa tệp <code>{escape(page.edit_path)}</code></a>'
    return f'<p class="editor">Dành cho người cập nhật: {link}</p>'
